<?php

/** The settings of a stream that is connected anew, and its failures since the last healthy connection. */
final class StreamOutage
{
    private int $failures = 0;
    private float $since = 0;

    /**
     * After a drop the wait is min(16, dropDelay * n) + random(0, jitter) seconds, n from 0; after a refusal it is what
     * the server asks for, else min(cap, baseDelay * 2^n) + random(0, jitter).
     *
     * @param int $retries connections in a row that may fail, or end before they are healthy
     * @param float $totalTime how long there may be none that is healthy
     * @param float $healthy a connection is healthy when it has lasted this long
     * @param float $maxWait when the server asks for a longer wait, the stream ends
     * @param ?callable $onReconnect gets attempt, delay and cause instead of the log; false stops
     */
    public function __construct(
        private int $retries = 10,
        private float $totalTime = 1800,
        private float $healthy = 60,
        private float $maxWait = 900,
        private float $dropDelay = 0.25,
        private float $baseDelay = 5,
        private float $cap = 320,
        private float $jitter = 1,
        private $onReconnect = null,
    ) {
    }

    /** Waits after a connection that was opened at a moment is lost; false when there is to be no other. */
    public function afterDrop(string $cause, ?float $opened = null): bool
    {
        if ($opened !== null && microtime(true) - $opened >= $this->healthy) {
            $this->failures = 0;
        }
        return $this->wait(min(16, $this->dropDelay * $this->failures), "no stream ($cause)");
    }

    /**
     * Waits after a refusal; false when there is to be no other connection.
     *
     * @param bool $passes whether another connection can help
     * @param ?float $asked the wait in seconds that the server asks for
     */
    public function afterRefusal(int $status, bool $passes, ?float $asked): bool
    {
        if ($asked > $this->maxWait) {
            $reset = gmdate('Y-m-d\TH:i:s\Z', (int) (time() + $asked));
            error_log("No stream: the server asks to wait until $reset");
        }
        $delay = $asked ?? min($this->cap, $this->baseDelay * 2 ** $this->failures);
        return $passes && $asked <= $this->maxWait && $this->wait($delay, "HTTP $status");
    }

    private function wait(float $delay, string $cause): bool
    {
        $this->since = $this->failures === 0 ? microtime(true) : $this->since;
        $delay += $this->jitter * mt_rand() / mt_getrandmax();
        $isLate = microtime(true) + $delay > $this->since + $this->totalTime;
        if ($this->failures >= $this->retries || $isLate) {
            return false;
        }
        $this->failures++;
        if ($this->onReconnect === null) {
            error_log(sprintf('Reconnect %d in %.1f s: %s', $this->failures, $delay, $cause));
        } elseif (($this->onReconnect)($this->failures, $delay, $cause) === false) {
            return false;
        }
        usleep((int) ($delay * 1e6));
        return true;
    }
}

/**
 * Whether another connection can help after a refusal, and the wait in seconds that the server asks for.
 *
 * @param array<string, string> $headers by lower-case name
 * @return array{bool, ?float}
 */
function readRefusal(int $status, array $headers, string $body): array
{
    // With too many connections open no limit is used up: the old one is gone in a moment.
    $tooMany = $status === 429 && str_contains($body, 'TooManyConnections');
    return readFailure($tooMany ? 503 : $status, $headers, str_replace('TooManyConnections', '', $body));
}
