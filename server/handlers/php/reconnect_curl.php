<?php

/**
 * Runs a cURL request for a stream of lines, and again when it drops, ends or falls silent. The lines go on over all
 * connections, whole, as they come; a line that is torn is left out. Where a new connection cannot help (4xx, a usage
 * cap), it gives what the last curl_exec() gave, and curl_getinfo() tells the status. A time limit of the handle would be
 * one of the stream as a whole, and does not count.
 *
 * @param callable(\CurlHandle, string): int $write gets lines; another number than their length ends the stream
 * @param float $silence a connection without a byte, a keep-alive either, is dead after so many seconds
 * @param mixed ...$settings of StreamOutage
 */
function curlWithReconnect(\CurlHandle $curl, callable $write, float $silence, mixed ...$settings): bool
{
    $outage = new StreamOutage(...$settings);
    $headers = [];
    $torn = $refusal = '';
    $opened = $heard = 0.0;
    $stopped = false;
    curl_setopt($curl, CURLOPT_HEADERFUNCTION, function ($curl, string $line) use (&$headers, &$opened, &$heard): int {
        [$name, $value] = explode(':', $line, 2) + ['', ''];
        // Redirects and interim responses have headers of their own.
        $headers = [strtolower($name) => trim($value)] + (str_starts_with($line, 'HTTP/') ? [] : $headers);
        $opened = $heard = microtime(true);
        return strlen($line);
    });
    $take = function ($curl, string $piece) use ($write, &$torn, &$refusal, &$heard, &$stopped): int {
        $heard = microtime(true);
        if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) >= 300) {
            $refusal .= $piece;
            return strlen($piece);
        }
        $torn .= $piece;
        $end = strrpos($torn, "\n");
        if ($end !== false) {
            $lines = substr($torn, 0, $end + 1);
            $torn = substr($torn, $end + 1);
            $stopped = $write($curl, $lines) !== strlen($lines);
        }
        return $stopped ? -1 : strlen($piece);
    };
    $isSilent = function () use ($silence, &$heard): int {
        return microtime(true) - $heard > $silence ? 1 : 0;
    };
    curl_setopt_array($curl, [
        CURLOPT_WRITEFUNCTION => $take,
        CURLOPT_NOPROGRESS => false,
        CURLOPT_PROGRESSFUNCTION => $isSilent,
        CURLOPT_TIMEOUT_MS => 0,
    ]);
    // Resolving, connecting, a body that is cut off, timeout, silence, empty reply, sending, receiving.
    $drops = [CURLE_OK, 6, 7, 18, 28, 35, 42, 52, 55, 56];
    do {
        $torn = $refusal = '';
        $heard = $opened = microtime(true);
        $result = curl_exec($curl);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($stopped) {
            return $result;
        }
        $again = $status >= 300
            ? $outage->afterRefusal($status, ...readRefusal($status, $headers, $refusal))
            : in_array(curl_errno($curl), $drops, true)
                && $outage->afterDrop(curl_error($curl) ?: 'the server ended the stream', $opened);
    } while ($again);
    if ($refusal !== '') {
        $write($curl, $refusal);
    }
    return $result;
}
