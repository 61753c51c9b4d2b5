"""An old bot on tweepy 3, kept running for the lake's gauge."""
import time

import tweepy

GAUGE_MAX_CM = 453
WIDTH, HEIGHT = 599, 326
EVERY = 500


def say(api, text):
    try:
        return api.update_status(text)
    except tweepy.RateLimitError:
        time.sleep(15 * 60)
    except tweepy.TweepError as e:
        if e.api_code == 187:
            return None
        if e.api_code in (32, 89, 99):
            raise SystemExit("keys") from e
        if e.args[0][0]["code"] == 226:
            time.sleep(6 * 3600)
        elif e.response is not None and e.response.status_code == 503:
            time.sleep(30)
        else:
            raise
    return None


def follow_back(api):
    for follower in tweepy.Cursor(api.followers, count=200).items(EVERY):
        try:
            follower.follow()
        except tweepy.TweepError as error:
            code = error.api_code
            if code == 160:
                continue
            if code == 161:
                return
            if "User has been suspended" in error.reason:
                continue
            raise


def level(cm):
    if cm == 404 or cm > GAUGE_MAX_CM:
        return "the gauge is stuck"
    return f"{cm} cm, {cm * 100 // GAUGE_MAX_CM} %"


def chart(levels):
    return [(i * WIDTH // 88, HEIGHT - cm * HEIGHT // 500) for i, cm in enumerate(levels[:187])]
