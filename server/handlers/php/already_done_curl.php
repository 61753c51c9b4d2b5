<?php

/**
 * Runs a cURL request. When the server says by the code that an earlier attempt has done it already, the status is 200,
 * and the body stays. All else is as after curl_exec(), and the status the one that curl_getinfo() tells.
 */
function curlAcceptingDone(\CurlHandle $curl, string $code, ?int &$status = null): string|bool
{
    $body = curl_exec($curl);
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    if (bodyFailedWith($status, is_string($body) ? $body : '', $code)) {
        error_log("Code $code: it is done already");
        $status = 200;
    }
    return $body;
}
