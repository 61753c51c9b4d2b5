<?php

use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\ServerRequestInterface;
use Slim\Exception\HttpForbiddenException;
use Symfony\Component\HttpClient\HttpClient;
use Symfony\Component\HttpClient\MockHttpClient;
use Symfony\Component\HttpClient\Response\MockResponse;
use Symfony\Contracts\HttpClient\Exception\ClientExceptionInterface;

const MAX_CARS = 404;
const OPEN_MS = 500;

$app->get('/cars/{plate}', function (ServerRequestInterface $request, ResponseInterface $response, array $args) {
    $car = find_car($args['plate']);
    if ($car === null) {
        return $response->withStatus(404);
    }
    if (!$car->guest) {
        throw new HttpForbiddenException($request, 'residents are not listed');
    }

    return json($response, ['car' => $car, 'bay' => $car->bay % 429]);
});

function legacy(string $plate): void
{
    if (strlen($plate) > 12) {
        http_response_code(400);
        exit;
    }
    if (count_cars() >= MAX_CARS) {
        header('HTTP/1.1 503 Service Unavailable');
        header('Retry-After: 600');
        exit(64);
    }
}

function weigh(string $plate): ?int
{
    $ch = curl_init("https://scales.gate.example/$plate");
    curl_setopt_array($ch, [CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT_MS => 4500]);
    $body = curl_exec($ch);
    $httpCode = curl_getinfo($ch, CURLINFO_HTTP_CODE);
    curl_close($ch);
    if ($httpCode === 401 || $httpCode === 403) {
        throw new RuntimeException('scales: key');
    }
    if ($httpCode >= 500) {
        usleep(OPEN_MS);
        return weigh($plate);
    }

    return $httpCode === 410 ? null : (int) $body;
}

function invoice(HttpClient $client): string
{
    try {
        return $client->request('GET', 'https://till.gate.example/total')->getContent();
    } catch (ClientExceptionInterface $e) {
        return match ($e->getResponse()->getStatusCode()) {
            402 => 'unpaid',
            404 => 'none',
            default => throw $e,
        };
    }
}

it('waits for the till', function () {
    $client = new MockHttpClient([new MockResponse('', ['http_code' => 429]), new MockResponse('500 cents')]);
    expect(invoice($client))->toBe('500 cents');
    $this->getJson('/cars/none')->assertStatus(404);
    $this->postJson('/cars')->assertUnprocessable();
});
