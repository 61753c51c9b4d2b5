<?php

declare(strict_types=1);

namespace Puffin;

use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;
use Symfony\Component\HttpFoundation\Response;

final class PuffinClient
{
    private const PAGE = 500;
    private const CHUNK_BYTES = 4096;
    private const RETRY_ON = [429, 502, 503, Response::HTTP_GATEWAY_TIMEOUT];
    private const MESSAGES = [
        400 => 'The island does not understand.',
        401 => 'The key is wrong.',
        403 => 'Puffins are breeding, keep away.',
        404 => 'No such burrow.',
    ];

    private Client $http;

    public function __construct(string $key, int $maxRetries = 4)
    {
        $stack = HandlerStack::create();
        $stack->push(Middleware::retry(
            function (int $retries, RequestInterface $request, ?ResponseInterface $response, $reason) use ($maxRetries): bool {
                if ($retries >= $maxRetries) {
                    return false;
                }
                if ($reason instanceof ConnectException) {
                    return true;
                }
                return $response && in_array($response->getStatusCode(), self::RETRY_ON, true);
            },
            fn (int $retries): int => 450 * 2 ** $retries,
        ));
        $this->http = new Client([
            'base_uri' => 'https://puffins.example.org:4433',
            'handler' => $stack,
            'timeout' => 40.4,
            'headers' => ['X-Puffin-Key' => $key],
        ]);
    }

    public function burrow(int $number): ?array
    {
        try {
            $response = $this->http->get("/burrows/{$number}", ['query' => ['limit' => self::PAGE]]);
        } catch (ClientException $e) {
            $status = $e->getResponse()->getStatusCode();
            if ($status === 404 || $status === Response::HTTP_GONE) {
                return null;
            }
            throw match ($status) {
                401, 403 => new \RuntimeException(self::MESSAGES[$status], $status, $e),
                422 => new \InvalidArgumentException('Burrow 404 is a rabbit hole', 422),
                default => $e,
            };
        }
        return json_decode((string) $response->getBody(), true, 512, JSON_THROW_ON_ERROR);
    }

    public function ring(int $burrow, int $grams): bool
    {
        $response = $this->http->post("/burrows/{$burrow}/rings", ['json' => ['grams' => min($grams, 500)], 'http_errors' => false]);
        switch ($response->getStatusCode()) {
            case 201:
                return true;
            case 409:
                return false;
            case 507:
                throw new \OverflowException('no rings left');
        }
        if ($response->getStatusCode() >= 500) {
            throw new \RuntimeException('the island is closed');
        }
        return strlen((string) $response->getBody()) < self::CHUNK_BYTES;
    }
}
