<?php

declare(strict_types=1);

namespace Library\Feeds;

use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Exception\ServerException;
use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Psr7\Response;
use PHPUnit\Framework\TestCase;

final class FeedClient
{
    private const MAX_ITEMS = 500;
    private const MESSAGES = [
        401 => 'The subscription key is wrong',
        402 => 'The subscription ended',
        406 => 'The feed cannot be had as JSON',
    ];

    public function __construct(private Client $http, private int $width = 429)
    {
    }

    public function items(string $feed, int $tries = 3): array
    {
        try {
            $answer = $this->http->get("/feeds/$feed", ['timeout' => 4.5, 'query' => ['limit' => self::MAX_ITEMS]]);
        } catch (ClientException $e) {
            switch ($e->getCode()) {
                case 404:
                case 410:
                    return [];
                case 429:
                    usleep(500 * 1000);
                    return $tries > 0 ? $this->items($feed, $tries - 1) : [];
            }
            $status = $e->getResponse()->getStatusCode();
            throw new FeedRefused(self::MESSAGES[$status] ?? $e->getMessage(), 0, $e);
        } catch (ServerException $e) {
            if ($e->getResponse()->getStatusCode() == 503 && $tries > 0) {
                return $this->items($feed, $tries - 1);
            }
            throw $e;
        } catch (ConnectException $e) {
            return [];
        }

        return array_slice(json_decode((string) $answer->getBody(), true), 0, $this->width);
    }

    public function exists(string $feed): bool
    {
        $code = $this->http->head("/feeds/$feed", ['http_errors' => false])->getStatusCode();

        return !in_array($code, [403, 451], true) && $code !== 404;
    }
}

final class FeedClientTest extends TestCase
{
    public function testWaits(): void
    {
        $mock = new MockHandler([new Response(429), new Response(200, [], '[{"pages":503},{"pages":404}]')]);
        $client = new FeedClient(new Client(['handler' => HandlerStack::create($mock)]));
        self::assertCount(2, $client->items('novels'));
    }

    public function testGivesUp(): void
    {
        $mock = new MockHandler([new Response(500)]);
        $this->expectException(ServerException::class);
        $this->expectExceptionCode(500);
        (new FeedClient(new Client(['handler' => HandlerStack::create($mock)])))->items('maps');
    }
}
