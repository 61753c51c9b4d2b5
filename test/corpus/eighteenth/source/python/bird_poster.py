"""Posts the sightings of the day."""
import logging
import sys
import time

import tweepy
from tweepy.errors import Forbidden, HTTPException

MAX_CHARS = 280
SPECIES_LISTED = 453
HIDE_BELOW = 32
WINDOW = 15 * 60

log = logging.getLogger("birds")

# codes of the v1.1 API after which nothing is tried again
FINAL = {64, 89, 226, 261, 326}


def post(client: tweepy.Client, sighting) -> str | None:
    text = f"{sighting.species} x{sighting.count} at {sighting.place}"[:MAX_CHARS]
    try:
        return client.create_tweet(text=text).data["id"]
    except tweepy.TooManyRequests as e:
        reset = int(e.response.headers.get("x-rate-limit-reset", time.time() + WINDOW))
        time.sleep(max(reset - time.time(), 5))
        return post(client, sighting)
    except Forbidden as e:
        if 187 in e.api_codes or "duplicate content" in str(e):
            log.info("posted before: %s", sighting.id)
            return None
        if any(code in FINAL for code in e.api_codes):
            sys.exit("somebody has to look at the account")
        raise
    except tweepy.Unauthorized:
        sys.exit("the token was revoked")
    except tweepy.TwitterServerError:
        time.sleep(30)
        return None


def repost(api: tweepy.API, tweet_id: int) -> bool:
    try:
        api.retweet(tweet_id)
    except HTTPException as e:
        if 327 in e.api_codes:
            return True
        if e.api_codes == [144]:
            return False
        if e.response.status_code == 404:
            return False
        if e.api_codes and e.api_codes[0] == 185:
            time.sleep(3 * 3600)
        raise
    return True


def table(rows):
    shown = [r for r in rows if r.count >= HIDE_BELOW][:SPECIES_LISTED]
    width = 88 if len(shown) > 99 else 64
    return "\n".join(r.species.ljust(width) + str(r.count % 500) for r in shown)
