<?php

/**
 * Calls until it succeeds or fails for good; the last response or exception is passed on as it came. retry() of
 * Laravel repeats; what it does not know is added: which failures may pass (408, 425, 429, 5xx, timeouts and network
 * errors), the wait that the server asks for, else min(cap, baseDelay * 2^n) + random(0, jitter) seconds, and the
 * limits. The limit of one attempt is up to the call.
 *
 * @param callable(): \Illuminate\Http\Client\Response $call
 * @param bool $idempotent repeating does no harm (GET, PUT, DELETE, or an idempotency key); if false, no retries
 * @param float $totalTime limit of all attempts and waits
 * @param float $maxWait when the server asks for a longer wait, the call fails at once
 * @param ?callable $onRetry gets attempt, status (0 without a response) and delay instead of the log; false stops
 */
function withHttpRetry(
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
    $retry = 0;
    $delay = 0.0;
    $response = null;
    $attempt = function () use ($call, &$response) {
        $response = null;
        $response = $call();
        // What is not thrown is not repeated.
        return $response->throw();
    };
    $again = function (\Exception $exception) use (
        $deadline,
        $maxWait,
        $baseDelay,
        $cap,
        $jitter,
        $onRetry,
        &$retry,
        &$delay,
        &$response,
    ): bool {
        $failed = $response ?? $exception->response ?? null;
        [$transient, $asked] = readHttpFailure($failed, $exception);
        $delay = ($asked ?? min($cap, $baseDelay * 2 ** $retry)) + $jitter * mt_rand() / mt_getrandmax();
        $status = $failed?->status() ?? 0;
        if ($transient && ($asked > $maxWait || $delay > $deadline - microtime(true))) {
            $transient = false;
            if ($asked !== null) {
                $reset = gmdate('Y-m-d\TH:i:s\Z', (int) (time() + $asked));
                error_log("No retry of HTTP $status: the server asks to wait until $reset");
            }
        }
        if (!$transient) {
            return false;
        }
        $retry++;
        if ($onRetry !== null) {
            return $onRetry($retry, $status, $delay) !== false;
        }
        error_log(sprintf('Retry %d in %.1f s: %s', $retry, $delay, $status ?: 'no response'));
        return true;
    };
    $sleep = function () use (&$delay) {
        return (int) ($delay * 1000);
    };
    try {
        return retry($idempotent ? $retries + 1 : 1, $attempt, $sleep, $again);
    } catch (\Illuminate\Http\Client\RequestException $exception) {
        // It was thrown for retry() only, unless the call itself throws.
        return $response ?? throw $exception;
    }
}
