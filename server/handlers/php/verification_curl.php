<?php

/**
 * Runs a cURL request. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed), $find looks
 * for what it writes, $settle seconds later, with a handle of its own that returns what it receives. When it gives that
 * handle, this takes the place of $curl, and its answer is the result; only when it gives null is the request made once
 * more. As long as $find is null nothing is repeated. All else is as after curl_exec().
 *
 * @param ?callable(): ?\CurlHandle $find
 */
function curlWithVerification(\CurlHandle &$curl, ?callable $find, float $settle = 2): string|bool
{
    $body = curl_exec($curl);
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    $unconfirmed = is_string($body) && preg_match('/x_write_(?:ambiguous|unconfirmed)/', $body) === 1;
    $unsure = $status === 0 || $status >= 500 || ($unconfirmed && ($status === 202 || $status >= 400));
    if ($unsure) {
        error_log(($status ? "HTTP $status" : 'No response') . ': nobody knows whether the write happened');
    }
    if (!$unsure || $find === null) {
        return $body;
    }
    usleep((int) ($settle * 1e6));
    $found = $find();
    if ($found === null) {
        return curl_exec($curl);
    }
    $curl = $found;
    return curl_multi_getcontent($found) ?? '';
}
