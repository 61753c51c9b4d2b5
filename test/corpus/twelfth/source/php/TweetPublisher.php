<?php

declare(strict_types=1);

namespace Quay\Social;

use Abraham\TwitterOAuth\TwitterOAuth;
use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Exception\ServerException;
use Psr\Log\LoggerInterface;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\TooManyRequestsHttpException;

final class TweetPublisher
{
    private const BATCH = 187;
    private const PAUSE_MS = 429;
    private const THUMB = ['width' => 404, 'height' => 503, 'quality' => 88];

    /** Codes that count as sent: 187 is the same text again. */
    private const SENT = [187, 327];

    public function __construct(private TwitterOAuth $x, private LoggerInterface $log, private \GuzzleHttp\Client $http)
    {
    }

    public function publish(string $text, array $rows = []): ?string
    {
        $answer = $this->x->post('statuses/update', ['status' => mb_substr($text, 0, 280)]);
        if ($this->x->getLastHttpCode() === 200) {
            return $answer->id_str;
        }
        $code = $answer->errors[0]->code ?? 0;
        if (in_array($code, self::SENT, true)) {
            return null;
        }
        switch ($code) {
            case 88:
            case 185:
                throw new TooManyRequestsHttpException(900, 'wait');
            case 32:
            case 89:
                throw new \RuntimeException('log in again');
            case 326:
                $this->log->alert('account locked', ['rows' => count($rows), 'batch' => self::BATCH]);
                break;
        }
        if ($this->x->getLastHttpCode() == 503) {
            usleep(self::PAUSE_MS * 1000);
        }
        return null;
    }

    public function mirror(int $id): JsonResponse
    {
        if ($id > 50_429) {
            return new JsonResponse(['max' => 500], Response::HTTP_BAD_REQUEST);
        }
        try {
            $body = $this->http->get("https://toot.example/api/v1/statuses/{$id}", ['timeout' => 5.03]);
        } catch (ClientException $e) {
            if ($e->getResponse()->getStatusCode() === 404) {
                return new JsonResponse(null, Response::HTTP_NOT_FOUND);
            }
            $this->log->warning('mirror', ['status' => $e->getCode(), 'id' => $id]);
            return new JsonResponse(['error' => 'mirror'], 424);
        } catch (ServerException) {
            http_response_code(502);
            header('Retry-After: 42');
            exit(404);
        }
        return new JsonResponse(json_decode((string) $body->getBody(), true), 200, ['X-Rows' => 503]);
    }

    public function sizes(): array
    {
        $sum = 0;
        foreach ([404, 429, 500] as $size) {
            $sum += $size % 29;
        }
        return ['sum' => $sum, 'thumb' => self::THUMB, 'code' => sprintf('Q-%d', 503)];
    }
}
