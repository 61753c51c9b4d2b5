<?php

/**
 * Runs a cURL request until it succeeds or fails for good, and gives what the last curl_exec() gave. Retries 408, 425,
 * 429, 5xx, timeouts and network errors, after the wait that the server asks for, else after
 * min(cap, baseDelay * 2^n) + random(0, jitter) seconds.
 *
 * @param bool $idempotent repeating does no harm (GET, PUT, DELETE, or an idempotency key); if false, no retries
 * @param ?float $timeout limit of one attempt; null leaves that of the handle
 * @param float $totalTime limit of all attempts and waits
 * @param float $maxWait when the server asks for a longer wait, the request fails at once
 * @param ?callable $onRetry gets attempt, status (0 without a response) and delay instead of the log; false stops
 */
function curlWithBackoff(
    \CurlHandle $curl,
    bool $idempotent,
    int $retries = 3,
    ?float $timeout = 30,
    float $totalTime = 120,
    float $maxWait = 60,
    float $baseDelay = 1,
    float $cap = 30,
    float $jitter = 1,
    ?callable $onRetry = null,
): string|bool {
    $deadline = microtime(true) + $totalTime;
    $headers = [];
    curl_setopt($curl, CURLOPT_HEADERFUNCTION, function ($curl, string $line) use (&$headers): int {
        [$name, $value] = explode(':', $line, 2) + ['', ''];
        // Redirects and interim responses have headers of their own.
        $headers = [strtolower($name) => trim($value)] + (str_starts_with($line, 'HTTP/') ? [] : $headers);
        return strlen($line);
    });
    for ($retry = 0;; $retry++) {
        if ($timeout !== null) {
            curl_setopt($curl, CURLOPT_TIMEOUT_MS, (int) (1000 * min($timeout, $deadline - microtime(true))));
        }
        $headers = [];
        $body = curl_exec($curl);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        // Resolving, connecting, timeout, empty reply, sending, receiving. What was printed cannot be taken back.
        $transient = $body === false && in_array(curl_errno($curl), [6, 7, 28, 52, 55, 56], true);
        $asked = null;
        if (is_string($body)) {
            [$transient, $asked] = readFailure($status, $headers, $body);
        }
        if (!$transient || !$idempotent || $retry >= $retries) {
            return $body;
        }
        $delay = ($asked ?? min($cap, $baseDelay * 2 ** $retry)) + $jitter * mt_rand() / mt_getrandmax();
        if ($asked > $maxWait || $delay > $deadline - microtime(true)) {
            if ($asked !== null) {
                $reset = gmdate('Y-m-d\TH:i:s\Z', (int) (time() + $asked));
                error_log("No retry of HTTP $status: the server asks to wait until $reset");
            }
            return $body;
        }
        if ($onRetry === null) {
            error_log(sprintf('Retry %d in %.1f s: %s', $retry + 1, $delay, $status ?: 'no response'));
        } elseif ($onRetry($retry + 1, $status, $delay) === false) {
            return $body;
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
