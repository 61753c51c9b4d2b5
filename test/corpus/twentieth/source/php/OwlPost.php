<?php

declare(strict_types=1);

namespace Owl\Social;

use Abraham\TwitterOAuth\TwitterOAuth;
use Abraham\TwitterOAuth\TwitterOAuthException;
use Psr\Log\LoggerInterface;

/** Posts the finds of the night to X. */
final class OwlPost
{
    private const DUPLICATE = 187;
    private const NOT_FOR_THIS_PLAN = 453;
    private const PAUSE = 15 * 60;
    private const LONGEST = 280;

    private int $silentUntil = 0;

    public function __construct(
        private readonly TwitterOAuth $x,
        private readonly LoggerInterface $log,
        private readonly int $perNight = 50,
    ) {
        $this->x->setApiVersion('2');
        $this->x->setTimeouts(10, 45);
    }

    /** @param list<Find> $finds */
    public function night(array $finds): int
    {
        $posted = 0;
        foreach (array_slice($finds, 0, $this->perNight) as $find) {
            if (time() < $this->silentUntil) {
                break;
            }
            $posted += $this->post($find) ? 1 : 0;
            usleep(500_000);
        }

        return $posted;
    }

    private function post(Find $find): bool
    {
        try {
            $answer = $this->x->post('tweets', ['text' => mb_substr($find->text(), 0, self::LONGEST)]);
        } catch (TwitterOAuthException $e) {
            $this->log->warning('X cannot be reached', ['exception' => $e]);
            return false;
        }
        $code = $this->x->getLastHttpCode();
        if ($code === 201) {
            return true;
        }
        if ($code === 429) {
            $headers = $this->x->getLastXHeaders();
            $this->silentUntil = (int) ($headers['x_rate_limit_reset'] ?? time() + self::PAUSE);
            return false;
        }
        if ($code === 401) {
            throw new \RuntimeException('The owl has to sign in again.');
        }
        $error = $answer->errors[0]->code ?? 0;
        if ($error === self::DUPLICATE) {
            return true;
        }
        if ($error === self::NOT_FOR_THIS_PLAN || $code === 402) {
            throw new \RuntimeException('The plan of the owl does not cover this.');
        }
        if (in_array($code, [500, 502, 503, 504], true)) {
            $this->silentUntil = time() + 90;
        }
        if ($code >= 400 && $code < 500) {
            $find->refuse("X said $code");
        }
        $this->log->error('not posted', ['status' => $code, 'find' => $find->id]);

        return false;
    }
}
