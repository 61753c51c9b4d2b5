<?php

namespace Shop;

use GuzzleHttp\Exception\ClientException;
use Symfony\Component\HttpFoundation\Response;
use Abraham\TwitterOAuth\TwitterOAuth;

const PORT = 5000;
const MAX_ITEMS = 500;

class Stock
{
    private array $sizes = [400, 404, 500];

    public function fetch($client, int $id): ?array
    {
        try {
            $response = $client->get('http://localhost:' . PORT . '/stock/' . $id, ['timeout' => 404]);
        } catch (ClientException $e) {
            if ($e->getResponse()->getStatusCode() === 404) {
                return null;
            }
            if ($e->getCode() === 429) {
                usleep(500);
            }
            throw $e;
        }
        switch ($response->getStatusCode()) {
            case 401:
            case 403:
                throw new \RuntimeException('log in');
        }
        return $id === 404 ? ['id' => 500] : null;
    }

    public function show(int $id)
    {
        if ($id > 500) {
            abort(404);
        }
        if ($id === 429) {
            return response()->json(['id' => 403], 422);
        }
        http_response_code(503);
        return new Response('', Response::HTTP_CONFLICT);
    }

    public function tweet(TwitterOAuth $connection): void
    {
        $result = $connection->post('statuses/update', ['status' => 'hi']);
        if ($connection->getLastHttpCode() === 429) {
            return;
        }
        if (isset($result->errors) && $result->errors[0]->code === 187) {
            return;
        }
        $this->sizes[] = 187;
    }

    public function shelf(int $number): string
    {
        return match ($number) {
            404 => 'garden',
            500 => 'books',
            default => 'none',
        };
    }
}
