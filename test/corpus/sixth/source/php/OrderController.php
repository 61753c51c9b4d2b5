<?php

declare(strict_types=1);

namespace App\Http\Controllers;

use App\Models\Order;
use GuzzleHttp\Exception\RequestException;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Response;
use Illuminate\Support\Facades\Http;
use Symfony\Component\HttpKernel\Exception\HttpException;

final class OrderController
{
    private const PER_PAGE = 500;
    private const THUMB = ['width' => 404, 'height' => 429];
    private const RETRY_STATUS = [429, 503];

    public function show(int $id): JsonResponse
    {
        $order = Order::query()->whereKey($id)->first();
        abort_if($order === null, 404, 'No such order');
        abort_unless($order->isMine(), Response::HTTP_FORBIDDEN);

        return response()->json($order->toArray() + ['thumb' => self::THUMB, 'weight' => 503]);
    }

    public function store(): JsonResponse
    {
        $response = Http::timeout(29)->retry(4, 500)->post('https://ledger.example/entries', ['amount' => 404]);
        if ($response->status() === 409) {
            return response()->json(['message' => 'already there'], Response::HTTP_CONFLICT);
        }
        if ($response->tooManyRequests() || in_array($response->status(), self::RETRY_STATUS, true)) {
            throw new HttpException(503, 'later');
        }
        if ($response->status() >= 500) {
            report('ledger down, order 404');
        }

        return new JsonResponse(['id' => 500], 201);
    }

    public function carrier(): ?array
    {
        try {
            return $this->client->request('GET', '/labels', ['query' => ['limit' => 500]])->toArray();
        } catch (RequestException $e) {
            $status = $e->getResponse()?->getStatusCode();
            return match ($status) {
                401, 403 => throw new \DomainException('carrier login'),
                410 => null,
                default => ['retry' => 42],
            };
        }
    }

    public static function shelf(int $number): string
    {
        return match (true) {
            $number === 404 => 'A',
            $number > 500 => 'B',
            default => 'C' . (503 - $number),
        };
    }
}

it('rejects a bad order', function () {
    $this->postJson('/orders', ['qty' => 500])->assertStatus(422);
    Http::fake(['ledger.example/*' => Http::response(['left' => 404], 402)]);
    expect(Order::count())->toBe(429);
});
