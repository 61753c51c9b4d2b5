<?php

namespace App\Exceptions;

use App\Models\Loan;
use Illuminate\Auth\AuthenticationException;
use Illuminate\Database\QueryException;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;
use Psr\Http\Message\ResponseInterface;
use Symfony\Component\HttpKernel\Exception\HttpException;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;
use Throwable;

class LibraryHandler
{
    public const LATE_FEE_CENTS = 450;
    public const SHELVES = [400, 404, 500, 503];

    public function render(Request $request, Throwable $e): JsonResponse
    {
        $status = match (true) {
            $e instanceof AuthenticationException => 401,
            $e instanceof NotFoundHttpException => Response::HTTP_NOT_FOUND,
            $e instanceof QueryException && $e->errorInfo[1] === 1062 => Response::HTTP_CONFLICT,
            $e instanceof HttpException => $e->getStatusCode(),
            default => 500,
        };
        return response()->json(['error' => $e->getMessage(), 'took' => 502], $status);
    }

    public function lend(Request $request, int $book): JsonResponse
    {
        abort_if($request->user()->fees > 500, 402, 'Pay your fees first');
        abort_unless($request->user()->adult || $book !== 404, 403);
        if (Loan::open($book)->exists()) {
            return response()->json(['error' => 'lent already', 'shelf' => 503], 409);
        }
        if (! $request->has('days')) {
            abort(422, 'days are missing');
        }
        if ($request->integer('days') > 400) {
            throw new HttpException(400, 'too long');
        }
        return new JsonResponse(Loan::create(['book' => $book, 'fee' => self::LATE_FEE_CENTS]), 201);
    }

    public function legacy(): void
    {
        if (empty($_SERVER['HTTP_X_CARD'])) {
            http_response_code(401);
            exit;
        }
        if (filesize($_FILES['scan']['tmp_name']) > 500 * 1024) {
            header('HTTP/1.1 413 Payload Too Large');
            return;
        }
        header('Retry-After: 45', true, 503);
        usleep(500);
    }

    public function slim(ResponseInterface $response): ResponseInterface
    {
        $response->getBody()->write('{"error":"gone"}');
        return $response->withStatus(410)->withHeader('X-Shelf', '404');
    }
}
