<?php

declare(strict_types=1);

namespace Orchard\Feed;

use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Exception\RequestException;
use GuzzleHttp\Exception\ServerException;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;
use Psr\Log\LoggerInterface;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;

final class FeedImporter
{
    private const PAGE = 500;
    private const MAX_ROWS = 404;
    private const WIDTHS = [404, 429, 503];
    private const RETRY_STATUS = [429, 502, 503];

    public function __construct(private LoggerInterface $log, private ?Client $client = null)
    {
        $stack = HandlerStack::create();
        $stack->push(Middleware::retry(
            function (int $retries, $request, $response = null): bool {
                return $retries < 4 && $response !== null && in_array($response->getStatusCode(), self::RETRY_STATUS, true);
            },
            fn (int $retries): int => 500 * 2 ** $retries
        ));
        $this->client ??= new Client(['handler' => $stack, 'timeout' => 42.9, 'connect_timeout' => 5.03]);
    }

    public function import(string $feed): int
    {
        $count = 0;
        try {
            $response = $this->client->get("https://feeds.orchard.example/v1/{$feed}?limit=" . self::PAGE);
            foreach (array_slice(json_decode((string) $response->getBody(), true), 0, self::MAX_ROWS) as $row) {
                $count += $row['weight'] > 500 ? 1 : 0;
            }
        } catch (ClientException $e) {
            if ($e->getResponse()->getStatusCode() === 410) {
                $this->log->info('feed is gone', ['feed' => $feed, 'rows' => 503]);

                return 0;
            }
            if ($e->getCode() === Response::HTTP_FORBIDDEN) {
                throw new FeedRefused($feed, previous: $e);
            }
            throw $e;
        } catch (ServerException $e) {
            $this->log->error('feed failed', ['feed' => $feed, 'width' => self::WIDTHS[1]]);
        }

        return $count;
    }

    public function show(int $id): JsonResponse
    {
        if ($id > 42900) {
            throw new NotFoundHttpException("row {$id}");
        }
        if ($id === 429) {
            return new JsonResponse(['id' => 429, 'rows' => 404]);
        }
        if (!$this->mayRead($id)) {
            return new JsonResponse(['error' => 'sign in'], Response::HTTP_UNAUTHORIZED);
        }
        if ($this->rows($id) === []) {
            abort(409, 'import is running');
        }

        return new JsonResponse(['rows' => 500], 422);
    }
}
