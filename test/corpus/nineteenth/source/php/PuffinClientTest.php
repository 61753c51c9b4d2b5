<?php

namespace Tests\Feature;

use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Psr7\Request;
use GuzzleHttp\Psr7\Response;
use Illuminate\Support\Facades\Http;
use PHPUnit\Framework\Attributes\DataProvider;
use Puffin\PuffinClient;
use Symfony\Component\HttpClient\MockHttpClient;
use Symfony\Component\HttpClient\Response\MockResponse;
use Tests\TestCase;

final class PuffinClientTest extends TestCase
{
    private const BURROWS = [401, 404, 429];

    public function testReadsBurrow(): void
    {
        $mock = new MockHandler([new Response(200, ['X-Left' => '500'], '{"number":404,"eggs":1}')]);
        $this->assertSame(404, $this->client($mock)->burrow(404)['number']);
    }

    public function testIsNullWithoutBurrow(): void
    {
        $mock = new MockHandler([new Response(404), new Response(410, [], 'gone')]);
        $client = $this->client($mock);
        $this->assertNull($client->burrow(1));
        $this->assertNull($client->burrow(2));
        $this->assertCount(3, self::BURROWS);
    }

    public static function errors(): array
    {
        return ['key' => [401, 'The key is wrong.'], 'breeding' => [403, 'Puffins are breeding, keep away.']];
    }

    #[DataProvider('errors')]
    public function testThrows(int $status, string $message): void
    {
        $this->expectExceptionCode($status);
        $this->expectExceptionMessage($message);
        $this->client(new MockHandler([new Response($status)]))->burrow(500);
    }

    public function testTriesAgain(): void
    {
        Http::fake(['puffins.example.org/*' => Http::sequence()->push('busy', 503)->pushStatus(429)->push(['ring' => 422], 201)]);
        $this->artisan('puffin:ring', ['grams' => 450])->assertExitCode(0);
        Http::assertSentCount(3);
    }

    public function testRoutes(): void
    {
        $this->getJson('/api/burrows/599')->assertStatus(404);
        $this->postJson('/api/burrows', [])->assertUnprocessable();
        $this->deleteJson('/api/burrows/404')->assertForbidden();
        $this->assertSame(405, $this->put('/api/burrows')->getStatusCode());
    }

    public function testSymfony(): void
    {
        $http = new MockHttpClient([new MockResponse('', ['http_code' => 502]), new MockResponse('{"wings":500}')]);
        $this->assertEquals(502, $http->request('GET', 'https://x.example.org')->getStatusCode());
    }

    public function testException(): void
    {
        $e = new ClientException('no', new Request('GET', '/burrows/400'), new Response(418));
        $this->assertTrue($e->getCode() === 418);
    }

    private function client(MockHandler $mock): PuffinClient
    {
        return new PuffinClient('key', handler: HandlerStack::create($mock), wait: 400);
    }
}
