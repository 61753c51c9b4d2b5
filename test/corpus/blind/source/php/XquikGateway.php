<?php

namespace App\Xquik;

use Psr\Log\LoggerInterface;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Contracts\HttpClient\HttpClientInterface;

class XquikGateway
{
    private const BASE = 'https://xquik.com/api/v1';

    /** What our own users see. */
    private const STATUS_OF = [
        'tweet_not_found' => Response::HTTP_NOT_FOUND,
        'x_account_protected' => Response::HTTP_FORBIDDEN,
        'rate_limit_exceeded' => 429,
        'usage_limit_reached' => 503,
    ];

    public function __construct(private HttpClientInterface $http, private LoggerInterface $log, private string $key)
    {
    }

    public function tweet(string $id): JsonResponse
    {
        $response = $this->http->request('GET', self::BASE . "/x/tweets/$id", [
            'headers' => ['x-api-key' => $this->key],
            'timeout' => 50,
        ]);
        if ($response->getStatusCode() < 400) {
            return new JsonResponse($response->toArray());
        }
        $error = $response->toArray(false)['error'] ?? 'internal_error';
        if ($error === 'unauthenticated' || $error === 'subscription_inactive') {
            $this->log->critical('xquik refuses us', ['error' => $error]);
        }
        return new JsonResponse(['message' => $error], self::STATUS_OF[$error] ?? 502);
    }
}
