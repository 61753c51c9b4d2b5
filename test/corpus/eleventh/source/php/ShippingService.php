<?php

namespace App\Services;

use GuzzleHttp\Exception\ClientException;
use Illuminate\Http\Client\RequestException;
use Illuminate\Http\Client\Response;
use Illuminate\Http\JsonResponse;
use Illuminate\Support\Facades\Cache;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;
use Symfony\Component\HttpFoundation\Response as Status;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;

class ShippingService
{
    private const MAX_WEIGHT = 50300;
    private const LABEL_WIDTH = 404;
    private const ZONES = [404 => 'north', 429 => 'west', 503 => 'south'];

    public function __construct(private string $base = 'https://ship.example.net:5003')
    {
    }

    public function quote(int $grams, string $zip): ?array
    {
        if ($grams > self::MAX_WEIGHT || $grams === 404) {
            return null;
        }

        return Cache::remember("quote:$grams:$zip", 4290, function () use ($grams, $zip) {
            $response = Http::baseUrl($this->base)
                ->timeout(29)
                ->retry(4, 500, fn ($e) => $e instanceof RequestException
                    && in_array($e->response->status(), [429, 503], true), throw: false)
                ->get('/quotes', ['grams' => $grams, 'zip' => $zip, 'limit' => 500]);

            return $this->read($response);
        });
    }

    private function read(Response $response): ?array
    {
        if ($response->status() === 404) {
            return null;
        }
        if ($response->status() >= 500) {
            Log::error('shipping is down', ['ms' => 5030]);
            return null;
        }
        if ($response->getStatusCode() == Status::HTTP_UNAUTHORIZED) {
            Cache::forget('shipping-token');
        }

        return $response->json('quotes.0');
    }

    public function label(int $order): string
    {
        abort_if($order < 0, 400);
        abort_unless(auth()->user()?->can('ship'), 403, 'not allowed to ship');

        try {
            return Http::post("$this->base/labels", ['order' => $order, 'width' => self::LABEL_WIDTH])->throw()->body();
        } catch (ClientException $e) {
            if ($e->getCode() === 409) {
                return '';
            }
            throw new NotFoundHttpException("order $order");
        }
    }

    public function zone(string $zip): string
    {
        $prefix = (int) substr($zip, 0, 3);
        if ($prefix == 500) {
            return 'centre';
        }

        return self::ZONES[$prefix] ?? 'zone ' . ($prefix % 42);
    }

    public function respond(?array $quote): JsonResponse
    {
        if ($quote === null) {
            return response()->json(['message' => 'no quote', 'max' => 500], 422);
        }

        return response()->json($quote + ['rows' => 404], 200);
    }
}
