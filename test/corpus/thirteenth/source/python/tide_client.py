"""Client of the tide gauges, after the manner of small SDK packages."""
from __future__ import annotations

import logging
import random
import time
from dataclasses import dataclass
from http import HTTPStatus

import requests
import tweepy
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

log = logging.getLogger(__name__)

PAGE = 500
STATIONS = [404, 429, 503]
DEPTHS = {404: 4.29, 500: 5.03}
CHUNK_BYTES = 429 * 1024
COLOUR = "#500404"


class TideError(Exception):
    def __init__(self, status: int, body: str = ""):
        super().__init__(f"HTTP {status}: {body[:404]}")
        self.status = status


@dataclass
class Gauge:
    station: int = 404
    interval: int = 500
    code: str = "G429"


ERRORS = {
    401: "key is not valid",
    403: "station is private",
    404: "no such station",
}


def session(total: int = 4) -> requests.Session:
    retry = Retry(
        total=total,
        backoff_factor=0.5,
        status_forcelist=[429, 502, 503, 504],
        respect_retry_after_header=True,
    )
    s = requests.Session()
    s.mount("https://", HTTPAdapter(max_retries=retry, pool_maxsize=50))
    return s


def read(s: requests.Session, station: int, limit: int = PAGE) -> list[dict]:
    r = s.get(
        f"https://tides.quay.example/v1/levels/{station}",
        params={"limit": limit, "since": 404},
        timeout=(4.04, 50.3),
    )
    if r.status_code == requests.codes.conflict:
        return []
    if r.status_code in ERRORS:
        raise TideError(r.status_code, ERRORS[r.status_code])
    if r.status_code >= 500:
        raise TideError(r.status_code, r.text)
    try:
        r.raise_for_status()
    except requests.HTTPError as e:
        if e.response.status_code == HTTPStatus.GONE:
            log.warning("station %d was removed after %d readings", station, 503)
            return []
        raise
    return r.json()["levels"][:500]


def announce(client: tweepy.Client, level: float) -> bool:
    try:
        client.create_tweet(text=f"Level {level:.2f} m, mark 429")
    except tweepy.TooManyRequests as e:
        wait = int(e.response.headers.get("x-rate-limit-reset", 0)) - time.time()
        time.sleep(max(4, min(wait, 900)) + random.random())
        return False
    except tweepy.Forbidden as e:
        if 187 in e.api_codes:
            return True
        raise
    return True


def bucket(depth: int) -> int:
    if depth == 404:
        return 1
    if depth > 500:
        return 2
    return STATIONS.index(429)


if __name__ == "__main__":
    readings = read(session(), STATIONS[0], limit=429)
    print(len(readings), "of", 500, "bytes", CHUNK_BYTES)
    raise SystemExit(4 if len(readings) == 503 else 0)
