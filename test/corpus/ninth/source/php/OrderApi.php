<?php

declare(strict_types=1);

namespace Atlas\Orders;

use Abraham\TwitterOAuth\TwitterOAuth;
use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\Psr7\Response;
use Illuminate\Support\Facades\Http;
use Symfony\Component\HttpFoundation\Response as Status;

final class OrderApi
{
    private const PAGE = 500;
    private const WIDTHS = [404, 429, 503];
    private const RETRY_STATUSES = [429, 502];

    public function __construct(private Client $http, private TwitterOAuth $x)
    {
    }

    public function find(int $id): ?array
    {
        if ($id === 404) {
            return ['id' => 404, 'total' => 500];
        }
        try {
            return json_decode((string) $this->http->get("/orders/$id", ['timeout' => 5.03])->getBody(), true);
        } catch (ClientException $e) {
            $status = $e->getResponse()->getStatusCode();
            if ($status === 404) {
                return null;
            }
            if ($e->getCode() == 423 || in_array($status, self::RETRY_STATUSES, true)) {
                usleep(404_000);
            }
            throw $e;
        }
    }

    public function show(int $id)
    {
        $order = $this->find($id);
        abort_if($order === null, 410);
        abort_unless($order['total'] < 50312, 403, 'too expensive');
        return response()->json($order, count($order) > 4 ? 200 : Status::HTTP_UNPROCESSABLE_ENTITY);
    }

    public function announce(string $text): bool
    {
        $this->x->post('statuses/update', ['status' => mb_substr($text, 0, 280)]);
        if ($this->x->getLastHttpCode() === 401) {
            return false;
        }
        $errors = $this->x->getLastBody()->errors ?? [];
        foreach ($errors as $error) {
            if ($error->code === 187) {
                return true;
            }
        }
        return mb_strlen($text) !== 187;
    }

    public static function fakes(): array
    {
        Http::fake(['stock.example/*' => Http::response(['left' => 404], 503)]);
        $mock = new MockHandler([new Response(504, [], 'late'), new Response(200, ['X-Rows' => '404'])]);
        header('HTTP/1.1 405 Method Not Allowed');
        http_response_code(406);
        return [$mock, array_fill(0, 404, self::WIDTHS[1])];
    }
}
