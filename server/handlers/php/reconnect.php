<?php

/**
 * Opens a stream of lines, and again when it drops, ends or falls silent for its read_timeout. The body goes on over all
 * connections, in whole lines, as they come; a line that is torn is left out. Where a new connection cannot help (4xx, a
 * usage cap), the response or the exception is the last one, or reading fails.
 *
 * @param callable(): \Psr\Http\Message\ResponseInterface $call
 * @param mixed ...$settings of StreamOutage
 */
function withReconnect(callable $call, mixed ...$settings): \Psr\Http\Message\ResponseInterface
{
    $outage = new StreamOutage(...$settings);
    $response = openStream($call, $outage);
    if ($response->getStatusCode() >= 300) {
        return $response;
    }
    $body = $response->getBody();
    $opened = microtime(true);
    $lines = $torn = '';
    $ended = false;
    $reopen = function (string $cause) use ($call, $outage, &$body, &$opened, &$torn, &$ended): void {
        $ended = true;
        $body->close();
        if (!$outage->afterDrop($cause, $opened)) {
            throw new \RuntimeException("The stream is lost: $cause");
        }
        $response = openStream($call, $outage);
        $body = $response->getBody();
        if ($response->getStatusCode() >= 300) {
            throw new \RuntimeException("The stream ended: HTTP {$response->getStatusCode()} $body");
        }
        $opened = microtime(true);
        $torn = '';
        $ended = false;
    };
    $read = function (int $length) use ($reopen, &$body, &$lines, &$torn, &$ended): string {
        while ($lines === '' && !$ended) {
            try {
                // More than has come would be waited for.
                $piece = $body->read(1);
                $piece .= $body->read($body->getMetadata('unread_bytes') ?? 0);
            } catch (\RuntimeException $exception) {
                $piece = '';
            }
            $torn .= $piece;
            $end = strrpos($torn, "\n");
            if ($end !== false) {
                $lines = substr($torn, 0, $end + 1);
                $torn = substr($torn, $end + 1);
            } elseif ($piece === '') {
                $reopen($body->getMetadata('timed_out') ? 'nothing came in time' : 'the connection ended');
            }
        }
        $read = substr($lines, 0, $length);
        $lines = substr($lines, $length);
        return $read;
    };
    return $response->withBody(\GuzzleHttp\Psr7\FnStream::decorate($body, [
        'read' => $read,
        'eof' => function () use (&$lines, &$ended): bool {
            return $lines === '' && $ended;
        },
        'close' => function () use (&$body, &$ended): void {
            $ended = true;
            $body->close();
        },
    ]));
}

/** Connects until that succeeds or fails for good. */
function openStream(callable $call, StreamOutage $outage): \Psr\Http\Message\ResponseInterface
{
    for (;;) {
        $response = $exception = null;
        try {
            $response = $call();
        } catch (\GuzzleHttp\Exception\RequestException $exception) {
            $response = $exception->getResponse();
        } catch (\GuzzleHttp\Exception\ConnectException $exception) {
        }
        if ($exception === null && $response->getStatusCode() < 300) {
            return $response;
        }
        if ($response === null) {
            $again = $outage->afterDrop($exception->getMessage());
        } else {
            // The caller can read the body, too.
            $body = (string) $response->getBody();
            $response = $response->withBody(\GuzzleHttp\Psr7\Utils::streamFor($body));
            if ($exception !== null) {
                $request = $exception->getRequest();
                $exception = \GuzzleHttp\Exception\RequestException::create($request, $response, $exception);
            }
            $status = $response->getStatusCode();
            $headers = array_change_key_case(array_map(fn($values) => implode(', ', $values), $response->getHeaders()));
            $again = $outage->afterRefusal($status, ...readRefusal($status, $headers, $body));
        }
        if (!$again) {
            return $exception === null ? $response : throw $exception;
        }
    }
}
