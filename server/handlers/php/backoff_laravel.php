<?php

/**
 * Calls until it succeeds or fails for good; the last response or exception is passed on as it came. Retries 408, 425,
 * 429, 5xx, timeouts and network errors, after the wait that the server asks for, else after
 * min(cap, baseDelay * 2^n) + random(0, jitter) seconds. The limit of one attempt is up to the call.
 *
 * @param callable(): \Illuminate\Http\Client\Response $call
 * @param bool $idempotent repeating does no harm (GET, PUT, DELETE, or an idempotency key); if false, no retries
 * @param float $totalTime limit of all attempts and waits
 * @param float $maxWait when the server asks for a longer wait, the call fails at once
 * @param ?callable $onRetry gets attempt, status (0 without a response) and delay instead of the log; false stops
 */
function withHttpBackoff(
    callable $call,
    bool $idempotent,
    int $retries = 3,
    float $totalTime = 120,
    float $maxWait = 60,
    float $baseDelay = 1,
    float $cap = 30,
    float $jitter = 1,
    ?callable $onRetry = null,
): \Illuminate\Http\Client\Response {
    $deadline = microtime(true) + $totalTime;
    for ($retry = 0;; $retry++) {
        $response = $exception = null;
        try {
            $response = $call();
        } catch (\Illuminate\Http\Client\HttpClientException | \GuzzleHttp\Exception\RequestException $exception) {
            $response = $exception->response ?? null;
        }
        $status = $response?->status() ?? 0;
        [$transient, $asked] = readHttpFailure($response, $exception);
        $delay = ($asked ?? min($cap, $baseDelay * 2 ** $retry)) + $jitter * mt_rand() / mt_getrandmax();
        $again = $transient && $idempotent && $retry < $retries;
        if ($again && ($asked > $maxWait || $delay > $deadline - microtime(true))) {
            $again = false;
            if ($asked !== null) {
                $reset = gmdate('Y-m-d\TH:i:s\Z', (int) (time() + $asked));
                error_log("No retry of HTTP $status: the server asks to wait until $reset");
            }
        }
        if ($again && $onRetry !== null) {
            $again = $onRetry($retry + 1, $status, $delay) !== false;
        } elseif ($again) {
            error_log(sprintf('Retry %d in %.1f s: %s', $retry + 1, $delay, $status ?: 'no response'));
        }
        if (!$again) {
            return $exception === null ? $response : throw $exception;
        }
        usleep((int) ($delay * 1e6));
    }
}

/**
 * Whether a failure may pass, and the wait in seconds that the server asks for.
 *
 * @return array{bool, ?float}
 */
function readHttpFailure(?\Illuminate\Http\Client\Response $response, ?\Exception $exception): array
{
    if ($response !== null) {
        $headers = array_change_key_case(array_map(fn($values) => implode(', ', $values), $response->headers()));
        $isKept = $response->toPsrResponse()->getBody()->isSeekable();
        return readFailure($response->status(), $headers, $isKept ? $response->body() : '');
    }
    // A connection that breaks late comes as an exception of Guzzle.
    $isLate = $exception instanceof \GuzzleHttp\Exception\RequestException;
    $cause = $isLate ? $exception : $exception?->getPrevious();
    // Resolving, connecting, timeout, empty reply, sending, receiving.
    $transient = in_array($cause?->getHandlerContext()['errno'] ?? 7, [6, 7, 28, 52, 55, 56], true);
    return [$transient, null];
}
