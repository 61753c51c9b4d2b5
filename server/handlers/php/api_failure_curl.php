<?php

/**
 * Runs a cURL request. A failure with the code is thrown as an ApiFailure. All else is as after curl_exec().
 *
 * @param string $advice what helps
 */
function curlOrApiFailure(\CurlHandle $curl, string $code, string $advice): string|bool
{
    $headers = [];
    curl_setopt($curl, CURLOPT_HEADERFUNCTION, function ($curl, string $line) use (&$headers): int {
        [$name, $value] = explode(':', $line, 2) + ['', ''];
        // Redirects and interim responses have headers of their own.
        $headers = [strtolower($name) => trim($value)] + (str_starts_with($line, 'HTTP/') ? [] : $headers);
        return strlen($line);
    });
    $body = curl_exec($curl);
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    $text = is_string($body) ? $body : '';
    if (bodyFailedWith($status, $text, $code)) {
        throw new ApiFailure($code, $status, resetAmong($headers, $text), $advice);
    }
    return $body;
}

/** Whether an answer is a failure that has this code, which may be a status. */
function bodyFailedWith(int $status, string $body, string $code): bool
{
    $named = '/(?<![\w.-])' . preg_quote($code, '/') . '(?![\w.-])/';
    $pattern = ctype_digit($code) ? '/"code"\s*:\s*"?' . $code . '\b/' : $named;
    return $status >= 400 && ((string) $status === $code || preg_match($pattern, $body) === 1);
}

/**
 * When a limit that is used up is renewed; null when the server does not say.
 *
 * @param array<string, string> $headers by lower-case name
 */
function resetAmong(array $headers, string $body): ?\DateTimeImmutable
{
    foreach (['x-app-limit-24hour', 'x-user-limit-24hour', 'x-rate-limit'] as $limit) {
        $reset = $headers["$limit-reset"] ?? '';
        if (($headers["$limit-remaining"] ?? '') === '0' && ctype_digit($reset)) {
            return new \DateTimeImmutable("@$reset");
        }
    }
    $asked = $headers['retry-after'] ?? '';
    if ($asked === '' && preg_match('/"retryAfter"\s*:\s*(\d+)/', $body, $match)) {
        $asked = $match[1];
    }
    $moment = ctype_digit($asked) ? time() + (int) $asked : strtotime($asked);
    return $moment ? new \DateTimeImmutable("@$moment") : null;
}
