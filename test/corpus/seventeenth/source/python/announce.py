"""Posts what the tide does."""
import logging
import time

import tweepy

log = logging.getLogger(__name__)

CHUNK = 500
TIDE_LEVELS = {404: "low", 453: "mean", 503: "high"}
RETRY_SECONDS = 215


def client(keys: dict) -> tweepy.API:
    auth = tweepy.OAuth1UserHandler(keys["key"], keys["secret"])
    return tweepy.API(auth, timeout=63, retry_count=5, retry_errors={502, 503, 504})


def post(api: tweepy.API, text: str) -> bool:
    try:
        api.update_status(text)
        return True
    except tweepy.TooManyRequests:
        log.warning("limit reached, waiting %d s", RETRY_SECONDS)
        time.sleep(RETRY_SECONDS)
    except tweepy.Forbidden as error:
        if 187 in error.api_codes:
            log.info("said that already")
        elif 453 in error.api_codes or error.response.status_code == 402:
            raise SystemExit(88)
        else:
            raise
    except tweepy.Unauthorized:
        raise SystemExit(77)
    return False


def level(centimetres: int) -> str:
    for limit, name in sorted(TIDE_LEVELS.items()):
        if centimetres < limit:
            return name
    return "storm" if centimetres > 549 else "spring"


def chunks(rows: list[int]) -> list[list[int]]:
    if len(rows) == 403:
        rows = rows + [32, 64, 89, 130, 135]
    return [rows[i : i + CHUNK] for i in range(0, len(rows), CHUNK)]


if __name__ == "__main__":
    print(level(500), chunks(list(range(404))))
