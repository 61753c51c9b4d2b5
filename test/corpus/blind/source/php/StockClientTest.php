<?php

namespace Tests\Feature;

use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\Psr7\Response;
use Illuminate\Http\Response as Status;
use Illuminate\Support\Facades\Http;
use Shop\Stock\StockClient;
use Tests\TestCase;

class StockClientTest extends TestCase
{
    public function testWaits(): void
    {
        $mock = new MockHandler([
            new Response(429, ['Retry-After' => '0']),
            new Response(503),
            new Response(200, [], '404'),
        ]);
        $this->assertSame(404, StockClient::with($mock)->count('a'));
        $this->assertCount(0, $mock);
    }

    public function testMissing(): void
    {
        Http::fake(['stock.example.org/*' => Http::response(['weight' => 500], 404)]);
        $this->getJson('/orders/500')->assertStatus(404)->assertJsonCount(1);
        $this->getJson('/stock/404')->assertNotFound();
    }

    public function testForbidden(): void
    {
        $response = $this->postJson('/orders', ['count' => 500]);
        $response->assertStatus(Status::HTTP_FORBIDDEN);
        $this->assertEquals(403, $response->getStatusCode());
        $this->assertLessThan(500, strlen($response->getContent()));
    }

    public function testBroken(): void
    {
        Http::fakeSequence()->push('', 500)->pushStatus(502)->whenEmpty(Http::response('ok'));
        $this->assertNull(app(StockClient::class)->count('b'));
    }
}
