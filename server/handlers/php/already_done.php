<?php

/**
 * Calls. When the server says by the code that an earlier attempt has done it already, the response comes back with
 * status 200 and keeps its body. All else is passed on as it came.
 *
 * @param callable(): \Psr\Http\Message\ResponseInterface $call
 */
function acceptDone(callable $call, string $code): \Psr\Http\Message\ResponseInterface
{
    $exception = null;
    try {
        $response = $call();
    } catch (\GuzzleHttp\Exception\BadResponseException $exception) {
        $response = $exception->getResponse();
    }
    if (failedWith($response, $code)) {
        error_log("Code $code: it is done already");
        return $response->withStatus(200);
    }
    return $exception === null ? $response : throw $exception;
}
