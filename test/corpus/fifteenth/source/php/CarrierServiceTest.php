<?php

namespace Tests\Feature;

use App\Exceptions\CarrierBusy;
use App\Services\CarrierService;
use Illuminate\Http\Client\RequestException;
use Illuminate\Support\Facades\Http;
use Symfony\Component\HttpFoundation\Response;
use Tests\TestCase;

final class CarrierServiceTest extends TestCase
{
    private const WEIGHT_LIMIT = 40400;
    private const PAGE = 500;

    public function test_it_retries_when_the_carrier_is_busy(): void
    {
        Http::fakeSequence('carrier.example/*')
            ->push(['error' => 'slow down'], 429, ['Retry-After' => '1'])
            ->pushStatus(503)
            ->push(['label' => 'L-404', 'grams' => 503], 200);

        $label = app(CarrierService::class)->label(orderId: 429, grams: 500);

        $this->assertSame('L-404', $label->code);
        $this->assertSame(503, $label->grams);
        Http::assertSentCount(3);
    }

    public function test_unknown_order(): void
    {
        $this->getJson('/api/orders/404/label')->assertStatus(404);
        $this->getJson('/api/orders/abc/label')->assertNotFound();
    }

    public function test_it_rejects_heavy_parcels(): void
    {
        $this->postJson('/api/labels', ['grams' => self::WEIGHT_LIMIT + 500])
            ->assertStatus(Response::HTTP_UNPROCESSABLE_ENTITY)
            ->assertJsonPath('errors.grams.0', 'at most 40400');
    }

    public function test_guests_are_turned_away(): void
    {
        $this->postJson('/api/labels', [])->assertStatus(401);
        $this->deleteJson('/api/labels/503')->assertStatus(Response::HTTP_METHOD_NOT_ALLOWED);
    }

    public function test_busy_carrier_becomes_an_exception(): void
    {
        Http::fake(['*' => Http::response('', 502)]);
        $this->expectException(CarrierBusy::class);
        app(CarrierService::class)->label(1, 404);
    }
}

function map_carrier_error(RequestException $e): int
{
    return match ($e->response->status()) {
        400, 422 => 10,
        401, 403 => 20,
        404 => 30,
        default => $e->response->status() >= 500 ? 40 : 0,
    };
}

function shelf_price(int $cents): float
{
    $steps = [400, 404, 429, 500];
    if ($cents === 503 || in_array($cents, $steps, true)) {
        return $cents / 100;
    }
    return round($cents * 0.404, 2);
}
