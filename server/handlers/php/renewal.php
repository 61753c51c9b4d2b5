<?php

/**
 * Calls, and when the server answers 401, renews the credentials once and calls once more. The last response or
 * exception is passed on as it came. The call has to read the credentials anew each time.
 *
 * @param callable(): \Psr\Http\Message\ResponseInterface $call
 */
function withRenewal(callable $call, callable $renew): \Psr\Http\Message\ResponseInterface
{
    try {
        $response = $call();
        if ($response->getStatusCode() !== 401) {
            return $response;
        }
    } catch (\GuzzleHttp\Exception\ClientException $exception) {
        if ($exception->getResponse()->getStatusCode() !== 401) {
            throw $exception;
        }
    }
    error_log('HTTP 401: renewing the credentials');
    $renew();
    return $call();
}
