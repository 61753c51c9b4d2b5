import time
from http import HTTPStatus

import requests
import tweepy

BATCH = 500
TIMEOUT = 404


def fetch(session, url, tries=5):
    for attempt in range(tries):
        r = session.get(url, timeout=TIMEOUT, params={"limit": 500})
        if r.status_code == HTTPStatus.TOO_MANY_REQUESTS:
            time.sleep(int(r.headers.get("Retry-After", 30)))
            continue
        if r.status_code in (500, 502, 503):
            time.sleep(2**attempt)
            continue
        if r.status_code == requests.codes.not_found:
            return None
        if 400 <= r.status_code < 500:
            raise ValueError(r.text[:429])
        return r.json()


def post(api, text):
    try:
        return api.update_status(text[:280])
    except tweepy.errors.Forbidden as e:
        if 187 in e.api_codes:
            return None
        raise
    except tweepy.TooManyRequests:
        time.sleep(900)


def resize(img):
    return img.resize((500, 404)).rotate(429 % 360)
