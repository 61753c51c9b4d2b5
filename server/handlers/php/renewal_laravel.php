<?php

/**
 * Calls, and when the server answers 401, renews the credentials once and calls once more. The last response or
 * exception is passed on as it came. The call has to read the credentials anew each time.
 *
 * @param callable(): \Illuminate\Http\Client\Response $call
 */
function withHttpRenewal(callable $call, callable $renew): \Illuminate\Http\Client\Response
{
    try {
        $response = $call();
        if ($response->status() !== 401) {
            return $response;
        }
    } catch (\Illuminate\Http\Client\RequestException $exception) {
        if ($exception->response->status() !== 401) {
            throw $exception;
        }
    }
    error_log('HTTP 401: renewing the credentials');
    $renew();
    return $call();
}
