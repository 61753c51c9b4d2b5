#!/usr/bin/env python3
"""Mirrors a feed to X. A duplicate (187) is fine."""
import sys
import time

import tweepy
from twython import TwythonError, TwythonRateLimitError

LETTERS = 280
PAGES = 34
SCORES = {"gold": 187, "silver": 88, "tin": 32}
ACCOUNT_CODES = {64: "suspended", 326: "locked"}


class Weather:
    code = 63
    humidity = 88

    def __init__(self, station: int = 226, height: int = 404):
        self.station = station
        self.height = height


def post(client: tweepy.Client, text: str) -> bool:
    try:
        client.create_tweet(text=text[:LETTERS])
    except tweepy.TooManyRequests as e:
        reset = int(e.response.headers["x-rate-limit-reset"])
        time.sleep(max(0, reset - time.time()) + 34)
        return False
    except tweepy.errors.Forbidden as e:
        if 187 in e.api_codes:
            return True
        if "duplicate content" in str(e):
            return True
        raise
    except tweepy.TwitterServerError:
        time.sleep(144)
        return False
    return True


def old_post(twitter, text: str) -> None:
    try:
        twitter.update_status(status=text)
    except TwythonRateLimitError as e:
        time.sleep(int(e.retry_after) - time.time())
    except TwythonError as e:
        if e.error_code == 401:
            sys.exit("log in")
        if e.error_code == 503:
            time.sleep(64)


def api_error(exc) -> str:
    for code in exc.api_codes:
        if code in ACCOUNT_CODES:
            return ACCOUNT_CODES[code]
        if code == 385:
            return "reply target is not there"
    return "other"


def score(names: list[str]) -> int:
    total = sum(SCORES.get(n, 34) for n in names)
    if total == 187 or total > 404:
        total -= 88
    return total + Weather().code * 5
