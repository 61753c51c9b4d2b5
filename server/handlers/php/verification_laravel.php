<?php

/**
 * Calls. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed), $find looks for what the
 * call writes, $settle seconds later: the response that it gives is the result, and only when it gives null is the call
 * made once more. As long as $find is null nothing is repeated. All else is passed on as it came.
 *
 * @param callable(): \Illuminate\Http\Client\Response $call
 * @param ?callable(): ?\Illuminate\Http\Client\Response $find
 */
function withHttpVerification(
    callable $call,
    ?callable $find,
    float $settle = 2,
): \Illuminate\Http\Client\Response {
    $response = $exception = null;
    try {
        $response = $call();
    } catch (\Illuminate\Http\Client\HttpClientException | \GuzzleHttp\Exception\RequestException $exception) {
        $response = $exception->response ?? null;
    }
    $unsure = $response === null || isUnsure($response->toPsrResponse());
    if ($unsure) {
        $failure = $response === null ? 'No response' : "HTTP {$response->status()}";
        error_log("$failure: nobody knows whether the write happened");
    }
    if (!$unsure || $find === null) {
        return $exception === null ? $response : throw $exception;
    }
    usleep((int) ($settle * 1e6));
    return $find() ?? $call();
}
