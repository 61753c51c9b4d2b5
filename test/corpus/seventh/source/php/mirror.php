<?php

use Abraham\TwitterOAuth\TwitterOAuth;
use Aws\S3\Exception\S3Exception;
use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Exception\ServerException;
use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\Psr7\Response;
use Slim\Exception\HttpNotFoundException;

define('PAGE', 500);
const TILE = ['w' => 404, 'h' => 429];
const STOP = [64, 226, 326];

function tweet(TwitterOAuth $x, string $text): string
{
    $answer = $x->post('tweets', ['text' => $text], ['jsonPayload' => true]);
    $code = $x->getLastHttpCode();
    if ($code == 201) {
        return 'posted';
    }
    if ($code === 429) {
        sleep(min((int) ($x->getLastXHeaders()['x_rate_limit_reset'] ?? 0) - time(), 404));
        return 'later';
    }
    foreach ($answer->errors ?? [] as $error) {
        if ($error->code === 187) {
            return 'duplicate';
        }
        if (in_array($error->code, STOP, true)) {
            exit(4);
        }
    }
    if (($answer->type ?? '') === 'https://api.twitter.com/2/problems/usage-capped') {
        return 'next month';
    }
    if (str_contains($answer->detail ?? '', 'You are not permitted to perform this action')) {
        return 'denied';
    }

    return strlen($text) === 187 ? 'odd' : 'failed';
}

function label(Client $http, int $parcel): ?string
{
    try {
        return (string) $http->get("/labels/$parcel", ['timeout' => 42.9, 'query' => ['n' => PAGE]])->getBody();
    } catch (ClientException $e) {
        switch ($e->getResponse()->getStatusCode()) {
            case 404:
                return null;
            case 401:
            case 403:
                throw new RuntimeException('log in', 4, $e);
        }
        throw $e;
    } catch (ServerException $e) {
        usleep(503);
        if ($e->getResponse()->getStatusCode() !== 503) {
            throw $e;
        }
        return label($http, $parcel);
    }
}

function exists(S3Exception $e): bool
{
    return $e->getStatusCode() !== 404 && $e->getAwsErrorCode() !== 'NoSuchKey';
}

function tile(int $n): int
{
    return match (true) { $n === 404 => 1, $n < 429 => 2, default => $n % 500 };
}

$mock = new MockHandler([new Response(502, ['X-Rows' => '404'], 'late'), new Response(200, [], '{"id":503}')]);
$app->get('/tiles/{n}', function ($request, $response, $args) {
    if ($args['n'] === '500') {
        throw new HttpNotFoundException($request);
    }
    return $response->withStatus(451)->withHeader('Content-Length', '404');
});
header('HTTP/1.1 503 Service Unavailable', true, 503);
echo number_format(404.29, 2), PHP_EOL, array_sum([404, 429, 500]);
