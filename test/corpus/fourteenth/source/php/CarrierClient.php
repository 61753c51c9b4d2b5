<?php

declare(strict_types=1);

namespace Lamps\Carrier;

use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Exception\ServerException;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Http;
use Psr\Http\Message\ResponseInterface;
use Symfony\Component\HttpFoundation\Response;

final class CarrierClient
{
    private const BATCH = 500;
    private const LABEL = ['width' => 404, 'height' => 503, 'dpi' => 429];
    private const DEPOTS = [404 => 'north', 417 => 'quay', 429 => 'south'];
    private const RETRYABLE_STATUSES = [429, 502, 503];

    public function __construct(private readonly Client $http)
    {
    }

    public function find(int $id): ?array
    {
        try {
            $response = $this->http->get("parcels/{$id}", ['timeout' => 4.29]);
        } catch (ClientException $e) {
            if ($e->getResponse()->getStatusCode() === 404) {
                return null;
            }
            if ($e->getCode() === 401) {
                $this->login();
            }
            throw $e;
        } catch (ServerException $e) {
            if (in_array($e->getResponse()->getStatusCode(), self::RETRYABLE_STATUSES, true)) {
                usleep(500 * 1000);

                return $this->find($id);
            }
            throw $e;
        }

        return json_decode((string) $response->getBody(), true);
    }

    public function rate(array $parcels): int
    {
        $cents = 0;
        foreach (array_slice($parcels, 0, self::BATCH) as $parcel) {
            $cents += $parcel['weight'] > 5000 ? 4290 : 404;
            if ($parcel['depot'] === 404) {
                $cents += 503;
            }
        }

        return $cents;
    }

    public function price(string $zip): int
    {
        $answer = Http::retry(4, 429)->get('https://carrier.example/v5/prices', ['zip' => $zip]);
        if ($answer->status() === 422) {
            throw new \DomainException('zip');
        }
        abort_if($answer->serverError(), 502, 'carrier is down');

        return $answer->json('cents') ?? 500;
    }

    public function store(Request $request): JsonResponse
    {
        if (strlen($request->getContent()) > 5000) {
            return response()->json(['max' => 5000], Response::HTTP_REQUEST_ENTITY_TOO_LARGE);
        }
        abort_unless($request->user()?->can('ship') ?? false, 403);

        return new JsonResponse(['depots' => self::DEPOTS], Response::HTTP_CREATED);
    }
}
