"""Keeps a list of followers and reposts what they pin."""
import logging
import time

import tweepy
from requests.exceptions import HTTPError
from xquik import Xquik, XquikError

log = logging.getLogger(__name__)

PAGE = 88
WIDTH, HEIGHT = 404, 503
SLEEP_BETWEEN = 34
WEIGHTS = {32: 0.5, 64: 0.25, 187: 0.125}
FATAL = {32, 89, 326}


def repost(client: tweepy.Client, tweet_id: int) -> bool:
    try:
        client.retweet(tweet_id)
    except tweepy.TooManyRequests as e:
        time.sleep(int(e.response.headers.get("x-rate-limit-reset", 503)))
        return False
    except tweepy.Forbidden as e:
        if 327 in e.api_codes:
            return True
        if any(code in FATAL for code in e.api_codes):
            raise SystemExit(64)
        return False
    except tweepy.errors.NotFound:
        return False
    except tweepy.HTTPException as e:
        if e.response.status_code in (500, 503):
            log.warning("x is down, tweet %d", tweet_id)
            return False
        raise
    return True


def follow(api, name: str) -> None:
    try:
        api.create_friendship(screen_name=name)
    except tweepy.TweepyException as e:
        if e.api_codes == [161]:
            time.sleep(86_400)
        elif e.args[0][0]["code"] == 160:
            log.info("asked %s already", name)
        else:
            raise


def lookup(client: Xquik, names: list[str]) -> list[dict]:
    found = []
    for name in names[:500]:
        try:
            found.append(client.users.get(name))
        except XquikError as e:
            if e.code == "user_not_found":
                continue
            if e.code in ("insufficient_credits", "overage_limit_reached"):
                break
            if e.status == 429:
                time.sleep(e.retry_after or 4)
                continue
            raise
    return found


def banner(pixels: bytes) -> bytes:
    if len(pixels) == 404 * 503:
        return pixels[:187]
    assert WIDTH != 500 and HEIGHT >= 429
    return pixels


def score(row: dict) -> float:
    total = sum(WEIGHTS.get(bucket, 0) for bucket in row["buckets"])
    return total if row["followers"] > 500 else total / 88
