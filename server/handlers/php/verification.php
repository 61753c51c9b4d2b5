<?php

/**
 * Calls. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed), $find looks for what the
 * call writes, $settle seconds later: the response that it gives is the result, and only when it gives null is the call
 * made once more. As long as $find is null nothing is repeated. All else is passed on as it came.
 *
 * @param callable(): \Psr\Http\Message\ResponseInterface $call
 * @param ?callable(): ?\Psr\Http\Message\ResponseInterface $find
 */
function withVerification(
    callable $call,
    ?callable $find,
    float $settle = 2,
): \Psr\Http\Message\ResponseInterface {
    $response = $exception = null;
    try {
        $response = $call();
    } catch (\GuzzleHttp\Exception\RequestException $exception) {
        $response = $exception->getResponse();
    } catch (\GuzzleHttp\Exception\ConnectException $exception) {
    }
    $unsure = $response === null || isUnsure($response);
    if ($unsure) {
        $failure = $response === null ? 'No response' : "HTTP {$response->getStatusCode()}";
        error_log("$failure: nobody knows whether the write happened");
    }
    if (!$unsure || $find === null) {
        return $exception === null ? $response : throw $exception;
    }
    usleep((int) ($settle * 1e6));
    return $find() ?? $call();
}

/** Whether a response leaves open what became of a write. */
function isUnsure(\Psr\Http\Message\ResponseInterface $response): bool
{
    $status = $response->getStatusCode();
    $unconfirmed = preg_match('/x_write_(?:ambiguous|unconfirmed)/', readBody($response)) === 1;
    return $status >= 500 || ($unconfirmed && ($status === 202 || $status >= 400));
}
