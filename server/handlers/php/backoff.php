<?php

/**
 * Calls until it succeeds or fails for good; the last response or exception is passed on as it came. Retries 408, 425,
 * 429, 5xx, timeouts and network errors, after the wait that the server asks for, else after
 * min(cap, baseDelay * 2^n) + random(0, jitter) seconds. The limit of one attempt is up to the call.
 *
 * @param callable(): \Psr\Http\Message\ResponseInterface $call
 * @param bool $idempotent repeating does no harm (GET, PUT, DELETE, or an idempotency key); if false, no retries
 * @param float $totalTime limit of all attempts and waits
 * @param float $maxWait when the server asks for a longer wait, the call fails at once
 * @param ?callable $onRetry gets attempt, status (0 without a response) and delay instead of the log; false stops
 */
function withBackoff(
    callable $call,
    bool $idempotent,
    int $retries = 3,
    float $totalTime = 120,
    float $maxWait = 60,
    float $baseDelay = 1,
    float $cap = 30,
    float $jitter = 1,
    ?callable $onRetry = null,
): \Psr\Http\Message\ResponseInterface {
    $deadline = microtime(true) + $totalTime;
    for ($retry = 0;; $retry++) {
        $response = $exception = null;
        try {
            $response = $call();
        } catch (\GuzzleHttp\Exception\RequestException $exception) {
            $response = $exception->getResponse();
        } catch (\GuzzleHttp\Exception\ConnectException $exception) {
        }
        $status = $response?->getStatusCode() ?? 0;
        // Without a response: resolving, connecting, timeout, empty reply, sending, receiving.
        $errno = $exception?->getHandlerContext()['errno'] ?? 0;
        $transient = in_array($errno, [6, 7, 28, 52, 55, 56], true);
        $asked = null;
        if ($response !== null) {
            $headers = array_change_key_case(array_map(fn($values) => implode(', ', $values), $response->getHeaders()));
            $body = $response->getBody();
            [$transient, $asked] = readFailure($status, $headers, $body->isSeekable() ? (string) $body : '');
            if ($body->isSeekable()) {
                $body->rewind();
            }
        }
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
 * @param array<string, string> $headers by lower-case name
 * @return array{bool, ?float}
 */
function readFailure(int $status, array $headers, string $body): array
{
    // Waiting does not help: monthly and daily caps, all connections in use, a write that may have happened.
    $final = '/usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota|TooManyConnections|'
        . 'x_write_(?:ambiguous|unconfirmed)/i';
    if (($status < 500 && !in_array($status, [408, 425, 429], true)) || preg_match($final, $body)) {
        return [false, null];
    }
    $asked = $headers['retry-after'] ?? null;
    if ($asked === null && $status === 429) {
        // X says in these headers which of its limits is used up; on a 5xx they tell nothing about the failure.
        $limits = ['x-app-limit-24hour', 'x-user-limit-24hour'];
        $daily = array_filter($limits, fn($limit) => ($headers["$limit-remaining"] ?? '') === '0');
        $limit = reset($daily) ?: 'x-rate-limit';
        $asked = $headers["$limit-reset"] ?? $headers['ratelimit-reset'] ?? null;
    }
    if ($asked === null && preg_match('/"retryAfter":\s*(\d+)/', $body, $match)) {
        $asked = $match[1];
    }
    // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
    $now = strtotime($headers['date'] ?? '') ?: time();
    $wait = is_numeric($asked) ? (float) $asked : (float) strtotime($asked ?? '');
    $wait -= $wait > 1e9 ? $now : 0;
    return [true, $wait > 0 ? min($wait, 1e9) : null];
}
