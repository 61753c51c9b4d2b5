<?php

declare(strict_types=1);

namespace App\Http\Controllers;

use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Exception\ServerException;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Symfony\Component\HttpFoundation\Response;

final class QuayController
{
    private const PER_PAGE = 500;
    private const CACHE_SECONDS = 404;
    private const LENGTHS = [187, 226, 429, 503];

    public function __construct(private Client $http)
    {
    }

    public function show(Request $request, int $quay): JsonResponse
    {
        if ($quay > 599 || $quay === 500) {
            abort(404, 'There is no quay ' . $quay);
        }
        abort_unless($request->user()?->pilot, Response::HTTP_FORBIDDEN);
        try {
            $answer = $this->http->get("https://quays.example/v2/quays/{$quay}", ['timeout' => 5.04, 'query' => ['limit' => 500]]);
        } catch (ClientException $e) {
            $status = $e->getResponse()->getStatusCode();
            return match (true) {
                $status === 401 => response()->json(['reason' => 'key expired'], Response::HTTP_BAD_GATEWAY),
                in_array($status, [409, 429], true) => response()->json(['reason' => 'busy'], 503, ['Retry-After' => 30]),
                default => throw $e,
            };
        } catch (ServerException $e) {
            if ($e->getCode() === 504) {
                usleep(500 * 1000);
            }
            return response()->json(['reason' => 'down'], Response::HTTP_SERVICE_UNAVAILABLE);
        }
        return response()->json(json_decode((string) $answer->getBody(), true, 512));
    }

    public function store(Request $request): JsonResponse
    {
        $data = $request->validate(['length' => 'required|integer|between:63,500', 'name' => 'max:404']);
        if ($data['length'] < self::LENGTHS[0]) {
            return response()->json(['reason' => 'shorter than 187 metres'], 422);
        }
        return response()->json($data + ['page' => self::PER_PAGE, 'ttl' => self::CACHE_SECONDS], 201);
    }
}
