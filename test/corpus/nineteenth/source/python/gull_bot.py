import logging
import sqlite3
import time

import tweepy

log = logging.getLogger("gull")

MAX_FISH = 187
SLEEP = 453
PORTS = (326, 385, 64)

GONE = {50, 63, 34}
NO_LUCK = {161: 3600, 88: 900, 185: 10800}


def connect(keys: dict[str, str]) -> tuple[tweepy.Client, tweepy.API]:
    auth = tweepy.OAuth1UserHandler(keys["ck"], keys["cs"], keys["at"], keys["ats"])
    client = tweepy.Client(
        consumer_key=keys["ck"],
        consumer_secret=keys["cs"],
        access_token=keys["at"],
        access_token_secret=keys["ats"],
    )
    return client, tweepy.API(auth, retry_count=3, retry_delay=63, retry_errors={500, 502, 503, 504})


def post(client: tweepy.Client, text: str) -> str | None:
    try:
        return client.create_tweet(text=text).data["id"]
    except tweepy.TooManyRequests as e:
        reset = int(e.response.headers["x-rate-limit-reset"])
        time.sleep(max(0, reset - time.time()))
        return post(client, text)
    except tweepy.Forbidden as e:
        if 187 in e.api_codes:
            log.info("said before: %s", text[:50])
            return None
        if 'You are not permitted' in str(e) or 453 in e.api_codes:
            raise SystemExit("our plan has no posting") from e
        raise
    except tweepy.HTTPException as e:
        if e.response.status_code == 402:
            log.error("credits used up")
        raise


def follow_back(api: tweepy.API, db: sqlite3.Connection) -> None:
    for (user,) in db.execute("select id from gulls where seen < ? limit 500", (MAX_FISH,)):
        try:
            api.create_friendship(user_id=user)
        except tweepy.TweepyException as e:
            codes = getattr(e, "api_codes", [])
            if GONE.intersection(codes):
                db.execute("delete from gulls where id = ?", (user,))
            elif codes and codes[0] in NO_LUCK:
                time.sleep(NO_LUCK[codes[0]])
            elif 326 in codes or 64 in codes:
                return log.critical("the account is locked or suspended")
            else:
                log.exception("gull %s", user)
        time.sleep(SLEEP / 10)
