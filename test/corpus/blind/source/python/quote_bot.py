import logging
import os
import random
import time

import tweepy

log = logging.getLogger("quote-bot")

client = tweepy.Client(
    consumer_key=os.environ["API_KEY"],
    consumer_secret=os.environ["API_SECRET"],
    access_token=os.environ["ACCESS_TOKEN"],
    access_token_secret=os.environ["ACCESS_SECRET"],
)

WAIT = 15 * 60


def post(lines: list[str]) -> bool:
    text = random.choice(lines)[:280]
    try:
        client.create_tweet(text=text)
    except tweepy.TooManyRequests as e:
        reset = int(e.response.headers.get("x-rate-limit-reset", time.time() + WAIT))
        log.warning("limited until %s", time.ctime(reset))
        return False
    except tweepy.Forbidden as e:
        if 187 in e.api_codes:
            log.info("said that already")
            return False
        if 453 in e.api_codes or 261 in e.api_codes:
            log.error("look at the app's access level")
        raise
    except tweepy.errors.Unauthorized:
        log.error("tokens do not work any more")
        raise SystemExit(2)
    except tweepy.TwitterServerError as e:
        if e.response.status_code == 503:
            time.sleep(60)
        return False
    return True


if __name__ == "__main__":
    with open("lines.txt") as f:
        post(f.read().splitlines()[:500])
