<?php

/**
 * Runs a cURL request, and when the server answers 401, renews the credentials once and runs it once more. $renew gives
 * the handle its new credentials. Gives what the last curl_exec() gave, of which curl_getinfo() tells.
 */
function curlWithRenewal(\CurlHandle $curl, callable $renew): string|bool
{
    $body = curl_exec($curl);
    if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 401) {
        return $body;
    }
    error_log('HTTP 401: renewing the credentials');
    $renew();
    return curl_exec($curl);
}
