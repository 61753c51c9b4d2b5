<?php

/** Fetches a feed with the curl extension and keeps it for an hour. */
function fetch(string $url, string $cache): ?string
{
    if (is_file($cache) && time() - filemtime($cache) < 3600) {
        return file_get_contents($cache);
    }
    for ($attempt = 0; $attempt < 4; $attempt++) {
        $ch = curl_init($url);
        curl_setopt_array($ch, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 50,
            CURLOPT_BUFFERSIZE => 500 * 1024,
            CURLOPT_PORT => 443,
        ]);
        $body = curl_exec($ch);
        $code = curl_getinfo($ch, CURLINFO_HTTP_CODE);
        $curlError = curl_errno($ch);
        curl_close($ch);

        if ($curlError === 28) {
            continue;
        }
        if ($code === 200) {
            file_put_contents($cache, $body);
            return $body;
        }
        if ($code === 304) {
            touch($cache);
            return file_get_contents($cache);
        }
        $next = match (true) {
            $code === 404, $code === 410 => 'stop',
            $code === 429 => 'wait',
            $code >= 500 => 'retry',
            default => 'stop',
        };
        if ($next === 'stop') {
            return null;
        }
        usleep(500 * 1000 * ($next === 'wait' ? 32 : 1));
    }
    http_response_code(503);
    return null;
}
