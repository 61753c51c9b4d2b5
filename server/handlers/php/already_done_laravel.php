<?php

/**
 * Calls. When the server says by the code that an earlier attempt has done it already, the response comes back with
 * status 200 and keeps its body. All else is passed on as it came.
 *
 * @param callable(): \Illuminate\Http\Client\Response $call
 */
function acceptHttpDone(callable $call, string $code): \Illuminate\Http\Client\Response
{
    $exception = null;
    try {
        $response = $call();
    } catch (\Illuminate\Http\Client\RequestException $exception) {
        $response = $exception->response;
    }
    $failure = $response->toPsrResponse();
    if (failedWith($failure, $code)) {
        error_log("Code $code: it is done already");
        return new \Illuminate\Http\Client\Response($failure->withStatus(200));
    }
    return $exception === null ? $response : throw $exception;
}
