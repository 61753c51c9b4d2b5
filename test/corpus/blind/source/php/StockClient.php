<?php

declare(strict_types=1);

namespace Shop\Stock;

use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Exception\ServerException;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;
use Psr\Http\Message\ResponseInterface;

final class StockClient
{
    private const RETRY_STATUS = [408, 429, 500, 502, 503, 504];
    private const MAX_DELAY = 5000;

    private Client $http;

    public function __construct(string $base)
    {
        $stack = HandlerStack::create();
        $stack->push(Middleware::retry(
            fn (int $retries, $request, ?ResponseInterface $response = null) => $retries < 4
                && $response !== null
                && in_array($response->getStatusCode(), self::RETRY_STATUS, true),
            fn (int $retries) => min(self::MAX_DELAY, 500 * 2 ** $retries),
        ));
        $this->http = new Client(['base_uri' => $base, 'handler' => $stack, 'timeout' => 50]);
    }

    public function count(string $sku): ?int
    {
        try {
            return (int) (string) $this->http->get("stock/$sku")->getBody();
        } catch (ClientException $e) {
            $status = $e->getResponse()->getStatusCode();
            if ($status === 404 || 410 === $status) {
                return null;
            }
            if ($e->getCode() === 401) {
                throw new \LogicException('the key is wrong');
            }
            throw $e;
        } catch (ServerException $e) {
            error_log(substr($e->getMessage(), 0, 500));
            return null;
        }
    }
}
