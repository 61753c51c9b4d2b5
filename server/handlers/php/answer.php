<?php

/** Whether a response is a failure that has this code, which may be a status. */
function failedWith(\Psr\Http\Message\ResponseInterface $response, string $code): bool
{
    $isNumber = ctype_digit($code);
    $named = '/(?<![\w.-])' . preg_quote($code, '/') . '(?![\w.-])/';
    $pattern = $isNumber ? '/"code"\s*:\s*"?' . $code . '\b/' : $named;
    $status = $response->getStatusCode();
    return $status >= 400 && ((string) $status === $code || preg_match($pattern, readBody($response)) === 1);
}

/** The body of a response, which the caller can read again; empty where it could not. */
function readBody(\Psr\Http\Message\ResponseInterface $response): string
{
    $body = $response->getBody();
    if (!$body->isSeekable()) {
        return '';
    }
    $text = (string) $body;
    $body->rewind();
    return $text;
}
