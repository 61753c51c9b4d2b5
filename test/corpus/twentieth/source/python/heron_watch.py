"""Answers mentions of the heron account with a picture of the day."""
import os
import random
import time

import requests
from requests_oauthlib import OAuth1Session

V2 = "https://api.x.com/2"
UPLOAD = "https://api.x.com/2/media/upload"
NAP = 90
PICTURES = 453

#: codes of v1.1 that say that the account itself is in trouble
ACCOUNT = {64: "suspended", 326: "locked", 226: "looks automated"}


class Stop(Exception):
    pass


def codes(response: requests.Response) -> set[int]:
    try:
        return {e["code"] for e in response.json().get("errors", []) if "code" in e}
    except ValueError:
        return set()


def call(session: OAuth1Session, method: str, url: str, **kw):
    for attempt in range(6):
        r = session.request(method, url, timeout=(5, 30), **kw)
        if r.ok:
            return r.json()
        if r.status_code == requests.codes.too_many_requests:
            reset = int(r.headers.get("x-rate-limit-reset", 0))
            time.sleep(max(reset - time.time(), NAP))
        elif r.status_code in (500, 502, 503, 504):
            time.sleep(2**attempt + random.random())
        elif trouble := ACCOUNT.keys() & codes(r):
            raise Stop(ACCOUNT[trouble.pop()])
        elif r.status_code == 401 or 89 in codes(r):
            raise Stop("get new tokens")
        elif r.status_code == 403:
            if "duplicate content" in r.text:
                return None
            if r.json().get("type", "").endswith("/oauth1-permissions"):
                raise Stop("the app may only read")
            return None
        else:
            r.raise_for_status()
    return None


def picture(session: OAuth1Session) -> str:
    number = random.randrange(PICTURES)
    with open(f"herons/{number:03}.jpg", "rb") as f:
        return call(session, "POST", UPLOAD, files={"media": f})["data"]["id"]


def main() -> None:
    session = OAuth1Session(*(os.environ[k] for k in ("CK", "CS", "AT", "AS")))
    me = call(session, "GET", f"{V2}/users/me")["data"]["id"]
    since = None
    while True:
        page = call(session, "GET", f"{V2}/users/{me}/mentions", params={"since_id": since, "max_results": 50})
        for post in (page or {}).get("data", []):
            reply = {"in_reply_to_tweet_id": post["id"]}
            call(session, "POST", f"{V2}/tweets", json={"media": {"media_ids": [picture(session)]}, "reply": reply})
            since = max(since or "", post["id"])
        time.sleep(NAP)


if __name__ == "__main__":
    main()
