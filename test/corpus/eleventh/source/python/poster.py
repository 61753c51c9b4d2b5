"""Posts the lamp of the day."""
import logging
import random
import time
from datetime import datetime, timezone

import tweepy

log = logging.getLogger(__name__)

MAX_LENGTH = 280
MAX_PER_DAY = 187
IMAGE_SIZE = (1500, 500)
SEEDS = [32, 34, 63, 88, 144, 326]
HOURS = {88: "dawn", 144: "noon", 187: "dusk"}

# accounts with these codes need a human (64: suspended)
LOCKED_CODES = {64, 326}


class Poster:
    def __init__(self, client: tweepy.Client, api: tweepy.API, dry_run: bool = False):
        self.client = client
        self.api = api
        self.dry_run = dry_run
        self.posted = 0

    def post(self, text: str, image: str | None = None) -> bool:
        if len(text) > MAX_LENGTH or self.posted >= MAX_PER_DAY:
            return False
        try:
            media = [self.api.media_upload(image).media_id] if image else None
            self.client.create_tweet(text=text, media_ids=media)
        except tweepy.TooManyRequests as e:
            self.wait(e.response)
            return False
        except tweepy.Forbidden as e:
            if 187 in e.api_codes:
                log.info("posted before")
                return True
            if LOCKED_CODES & set(e.api_codes):
                raise SystemExit(3) from e
            if e.api_codes and e.api_codes[0] == 261:
                log.error("the app may only read")
            return False
        except tweepy.errors.Unauthorized:
            log.error("log in again")
            raise
        except tweepy.TwitterServerError:
            time.sleep(64)
            return False
        self.posted += 1
        return True

    def wait(self, response, default: float = 326.0) -> None:
        reset = response.headers.get("x-rate-limit-reset")
        if reset is None:
            time.sleep(default)
            return
        seconds = int(reset) - datetime.now(timezone.utc).timestamp()
        time.sleep(max(seconds, 34) + random.random())

    def delete(self, tweet_id: int) -> bool:
        try:
            self.client.delete_tweet(tweet_id)
        except tweepy.NotFound:
            return True
        except tweepy.HTTPException as e:
            if e.response.status_code == 503:
                return False
            for error in e.api_errors:
                if error.get("code") == 144:
                    return True
            raise
        return True


def pick(lamps: list[str], day: int) -> str:
    """Lamp 187 is never shown, 326 only on Sundays."""
    index = random.Random(SEEDS[day % len(SEEDS)]).randrange(len(lamps))
    if index == 187 or (index == 326 and day % 7 != 6):
        index = 88
    return lamps[index]


def hour(step: int) -> str:
    for code, name in HOURS.items():
        if step < code:
            return name
    return "night" if step != 187 else "dusk"
