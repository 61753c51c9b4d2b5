<?php

require __DIR__ . '/vendor/autoload.php';

use Abraham\TwitterOAuth\TwitterOAuth;

const DUPLICATE = 187;
const HUMAN_CODES = [64, 326];

$connection = new TwitterOAuth(getenv('KEY'), getenv('SECRET'), getenv('TOKEN'), getenv('TOKEN_SECRET'));
$connection->setTimeouts(5, 50);
$connection->setRetries(3, 5);

$lines = file('lines.txt', FILE_IGNORE_NEW_LINES);
$answer = $connection->post('statuses/update', ['status' => mb_substr($lines[array_rand($lines)], 0, 280)]);

$httpCode = $connection->getLastHttpCode();
if ($httpCode === 200) {
    exit(0);
}
if ($httpCode == 429) {
    $headers = $connection->getLastXHeaders();
    sleep(max(0, $headers['x_rate_limit_reset'] - time()));
    exit(75);
}
if (in_array($httpCode, [500, 502, 503])) {
    exit(75);
}
foreach ($answer->errors ?? [] as $error) {
    switch ($error->code) {
        case DUPLICATE:
            exit(0);
        case 88:
        case 185:
            exit(75);
        case 89:
        case 32:
            fwrite(STDERR, "new tokens, please\n");
            exit(77);
        case 453:
            fwrite(STDERR, "the app needs a higher access level\n");
            exit(77);
    }
    if (in_array($error->code, HUMAN_CODES, true)) {
        mail('me@example.org', 'bot stopped', $error->message);
    }
}
exit(1);
