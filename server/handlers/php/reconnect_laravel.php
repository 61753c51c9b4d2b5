<?php

/**
 * Opens a stream of lines with Laravel, as withReconnect() does with Guzzle. Where a new connection cannot help, the
 * response or the exception is the last one, or reading fails.
 *
 * @param callable(): \Illuminate\Http\Client\Response $call
 * @param mixed ...$settings of StreamOutage
 */
function withHttpReconnect(callable $call, mixed ...$settings): \Illuminate\Http\Client\Response
{
    $last = null;
    $send = function () use ($call, &$last): \Psr\Http\Message\ResponseInterface {
        try {
            $last = $call();
        } catch (\Illuminate\Http\Client\ConnectionException $exception) {
            throw $exception->getPrevious() ?? $exception;
        }
        return $last->toPsrResponse();
    };
    try {
        $stream = new \Illuminate\Http\Client\Response(withReconnect($send, ...$settings));
    } catch (\GuzzleHttp\Exception\ConnectException $exception) {
        throw new \Illuminate\Http\Client\ConnectionException($exception->getMessage(), 0, $exception);
    }
    foreach (['cookies', 'transferStats'] as $name) {
        $stream->$name = $last->$name ?? null;
    }
    return $stream;
}
