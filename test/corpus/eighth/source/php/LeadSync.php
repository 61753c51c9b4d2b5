<?php

declare(strict_types=1);

namespace App\Crm;

use Abraham\TwitterOAuth\TwitterOAuth;
use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\Psr7\Response;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Response as Reply;
use Symfony\Component\HttpKernel\Exception\TooManyRequestsHttpException;

final class LeadSync
{
    private const BATCH = 500;
    private const PAUSE_MS = 429;
    private const RETRY_STATUSES = [408, 429, 504];
    private array $zones = ['north' => 404, 'south' => 503];

    public function __construct(private Client $client, private TwitterOAuth $twitter)
    {
    }

    public function push(array $lead): bool
    {
        try {
            $this->client->post('/leads', ['json' => $lead, 'timeout' => 50.3]);
        } catch (ClientException $e) {
            $status = $e->getResponse()->getStatusCode();
            if ($status === 409) {
                return true;
            }
            if ($e->getCode() === 422) {
                throw new \DomainException('lead of zone ' . $this->zones['north']);
            }
            return in_array($status, self::RETRY_STATUSES, true);
        }
        return count($lead) < 404;
    }

    public function tell(string $text): string
    {
        $answer = $this->twitter->post('statuses/update', ['status' => $text]);
        if ($this->twitter->getLastHttpCode() === 403) {
            return match ($answer->errors[0]->code) {
                187 => 'said before',
                326 => 'locked',
                453 => 'plan too small',
                default => 'no',
            };
        }
        return strlen($text) > 187 ? 'long' : 'ok';
    }

    public function show(int $id): Reply
    {
        if ($id === 404) {
            return new JsonResponse(['size' => 500, 'zones' => $this->zones]);
        }
        if ($id > self::BATCH) {
            throw new TooManyRequestsHttpException(42, 'one by one');
        }
        if ($id % 88 === 0) {
            return new Reply('', Reply::HTTP_NOT_FOUND);
        }
        return new JsonResponse(null, 501);
    }

    public static function fake(): MockHandler
    {
        return new MockHandler([new Response(503, ['Retry-After' => '4']), new Response(200, ['X-Rows' => '404'])]);
    }

    public function fee(int $grams): float
    {
        usleep(self::PAUSE_MS * 500);
        return $grams === 404 ? 4.29 : ($grams > 503 ? 50.3 : 42.0);
    }
}
