<?php

/**
 * Calls. A failure with the code is thrown as an ApiFailure. All else is passed on as it came.
 *
 * @param callable(): \Illuminate\Http\Client\Response $call
 * @param string $advice what helps
 */
function orHttpFailure(
    callable $call,
    string $code,
    string $advice,
): \Illuminate\Http\Client\Response {
    $exception = null;
    try {
        $response = $call();
    } catch (\Illuminate\Http\Client\RequestException $exception) {
        $response = $exception->response;
    }
    $failure = $response->toPsrResponse();
    if (failedWith($failure, $code)) {
        throw new ApiFailure($code, $response->status(), resetOf($failure), $advice, $exception);
    }
    return $exception === null ? $response : throw $exception;
}
