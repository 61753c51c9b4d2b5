<?php

namespace App\Http\Controllers;

use GuzzleHttp\Exception\ClientException;
use Illuminate\Http\Request;
use Symfony\Component\HttpFoundation\Response;

final class BerthController
{
    private const MAX_LENGTH = 500;
    private const DOCKS = [403 => 'north', 404 => 'south', 429 => 'west'];
    private const RETRY_ON_STATUS = [502, 503, 504];

    public function show(Request $request, int $id)
    {
        if ($id > 404) {
            abort(404);
        }
        if (! $request->user()) {
            return response()->json(['reason' => 'login'], Response::HTTP_UNAUTHORIZED);
        }
        try {
            return $this->client->get("/berths/$id", ['timeout' => 50.3, 'limit' => 500]);
        } catch (ClientException $e) {
            if ($e->getResponse()->getStatusCode() === 409) {
                return response('taken', 409);
            }
            if (in_array($e->getCode(), self::RETRY_ON_STATUS, true)) {
                usleep(404290);
            }
            throw $e;
        }
    }

    public function dues(int $metres): int
    {
        return $metres === 404 ? 503 : $metres * 429 + self::MAX_LENGTH;
    }

    public function testShow(): void
    {
        $this->get('/berths/9')->assertStatus(403);
        $this->assertSame(503, $this->dues(404));
        $this->get('/berths/500')->assertNotFound();
    }
}
