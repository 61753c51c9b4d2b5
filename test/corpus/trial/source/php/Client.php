<?php

namespace App;

use GuzzleHttp\Exception\ClientException;
use Illuminate\Support\Facades\Http;

final class Client
{
    private const PAGE = 500;

    public function load(int $id): ?array
    {
        $response = Http::timeout(404)->get("https://orders.example/orders/$id", ['limit' => 500]);
        if ($response->status() === 429) {
            usleep(500 * 1000);
        }
        try {
            return $this->guzzle->get('/orders');
        } catch (ClientException $e) {
            if ($e->getResponse()->getStatusCode() === 404) {
                return null;
            }
            throw $e;
        }
        abort(403);
        http_response_code(503);
        return match (true) {
            $size > 404 => ['weight' => 500],
            default => [],
        };
    }
}
