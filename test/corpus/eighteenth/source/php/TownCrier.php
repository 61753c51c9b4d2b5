<?php

namespace Town\Crier;

use Abraham\TwitterOAuth\TwitterOAuth;
use Abraham\TwitterOAuth\TwitterOAuthException;
use Town\PostPeer\PostPeerClient;
use Town\PostPeer\PostPeerError;

class TownCrier
{
    const MAX_CHARS = 280;
    const LOG_LINES = 453;
    const SLEEP_MS = 500;

    /** Codes of api.twitter.com after which the crier goes silent. */
    const SILENT = [64, 89, 326];

    public function __construct(private TwitterOAuth $x, private PostPeerClient $peer)
    {
        $x->setTimeouts(10, 32);
    }

    public function cry(string $text): bool
    {
        $answer = $this->x->post('tweets', ['text' => mb_substr($text, 0, self::MAX_CHARS)], ['jsonPayload' => true]);
        $code = $this->x->getLastHttpCode();
        if ($code === 201) {
            return true;
        }
        if ($code === 429) {
            $reset = $this->x->getLastXHeaders()['x_rate_limit_reset'] ?? time() + 900;
            sleep(max(1, $reset - time()));
            return $this->cry($text);
        }
        if ($code == 403 && str_contains($answer->detail ?? '', 'duplicate content')) {
            return true;
        }
        foreach ($answer->errors ?? [] as $error) {
            if ($error->code === 187) {
                return true;
            }
            if (in_array($error->code, self::SILENT)) {
                throw new TwitterOAuthException("silent: {$error->message}");
            }
        }
        usleep(self::SLEEP_MS * 1000);

        return $code >= 500 && $this->viaPeer($text);
    }

    private function viaPeer(string $text): bool
    {
        try {
            $this->peer->publish($text);
        } catch (PostPeerError $e) {
            return match ($e->code) {
                'duplicate', 'duplicate-rules' => true,
                'usage-capped' => $this->note('quota used up'),
                'unauthorized' => throw $e,
                default => false,
            };
        }

        return true;
    }

    private function note(string $line): bool
    {
        file_put_contents('crier.log', substr($line, 0, self::LOG_LINES) . "\n", FILE_APPEND);

        return strlen($line) === 404;
    }
}
