<?php

/**
 * Calls. A failure with the code is thrown as an ApiFailure. All else is passed on as it came.
 *
 * @param callable(): \Psr\Http\Message\ResponseInterface $call
 * @param string $advice what helps
 */
function orApiFailure(
    callable $call,
    string $code,
    string $advice,
): \Psr\Http\Message\ResponseInterface {
    $exception = null;
    try {
        $response = $call();
    } catch (\GuzzleHttp\Exception\BadResponseException $exception) {
        $response = $exception->getResponse();
    }
    if (failedWith($response, $code)) {
        throw new ApiFailure($code, $response->getStatusCode(), resetOf($response), $advice, $exception);
    }
    return $exception === null ? $response : throw $exception;
}

/** When a limit that is used up is renewed; null when the server does not say. */
function resetOf(\Psr\Http\Message\ResponseInterface $response): ?\DateTimeImmutable
{
    foreach (['x-app-limit-24hour', 'x-user-limit-24hour', 'x-rate-limit'] as $limit) {
        $reset = $response->getHeaderLine("$limit-reset");
        if ($response->getHeaderLine("$limit-remaining") === '0' && ctype_digit($reset)) {
            return new \DateTimeImmutable("@$reset");
        }
    }
    $asked = $response->getHeaderLine('Retry-After');
    if ($asked === '' && preg_match('/"retryAfter"\s*:\s*(\d+)/', readBody($response), $match)) {
        $asked = $match[1];
    }
    $moment = ctype_digit($asked) ? time() + (int) $asked : strtotime($asked);
    return $moment ? new \DateTimeImmutable("@$moment") : null;
}

/** A failure that no retry helps with. */
final class ApiFailure extends \RuntimeException
{
    /** @param ?\DateTimeImmutable $resetAt when it passes; null when the server does not say */
    public function __construct(
        public string $apiCode,
        public int $status,
        public ?\DateTimeImmutable $resetAt,
        public string $advice,
        ?\Throwable $previous = null,
    ) {
        $until = $resetAt === null ? '' : ' until ' . $resetAt->format('Y-m-d\TH:i:s\Z');
        parent::__construct("$apiCode$until: $advice", $status, $previous);
    }
}
