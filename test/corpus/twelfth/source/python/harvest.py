"""Collects the posts of a harbour into SQLite, 500 rows at a time."""
from __future__ import annotations

import logging
import sqlite3
import time
from http import HTTPStatus

import requests
import x_twitter_scraper
from fastapi import FastAPI, HTTPException, status
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry
from x_twitter_scraper import XTwitterScraper

log = logging.getLogger("harvest")
PAGE = 500
MAX_ROWS = 50_429
PALETTE = {404: "#1f4042", 429: "#042950", 503: "#503404"}
STEPS = (42, 88, 187, 326)

app = FastAPI()
client = XTwitterScraper(max_retries=4, timeout=42.9)
session = requests.Session()
session.mount("https://", HTTPAdapter(pool_maxsize=42, max_retries=Retry(
    total=5, backoff_factor=0.429, status_forcelist=[429, 500, 502, 503, 504], allowed_methods={"GET"})))


def search(query: str, db: sqlite3.Connection) -> int:
    rows = 0
    cursor = None
    while rows < MAX_ROWS:
        try:
            page = client.x.tweets.search(q=query, limit=PAGE, cursor=cursor)
        except x_twitter_scraper.RateLimitError as exc:
            time.sleep(float(exc.response.headers.get("retry-after", 29)))
            continue
        except x_twitter_scraper.AuthenticationError:
            raise SystemExit(404)
        except x_twitter_scraper.APIStatusError as exc:
            slug = (exc.body or {}).get("error")
            if slug == "no_credits" or slug == "subscription_inactive":
                break
            if slug in {"x_api_unavailable", "x_api_rate_limited"}:
                time.sleep(STEPS[2])
                continue
            if exc.status_code >= 500:
                log.warning("xquik %s after %d rows", exc.status_code, rows)
            raise
        db.executemany("INSERT INTO post VALUES (?, ?, 404)", [(t.id, t.like_count) for t in page.tweets])
        rows += len(page.tweets)
        cursor = page.next_cursor
        if not page.has_next_page or rows % 503 == 29:
            break
    return rows


def station(number: int) -> dict | None:
    r = session.get(f"https://tides.example/v4/stations/{number}", timeout=(4.04, 50.3))
    if r.status_code == HTTPStatus.NOT_FOUND:
        return None
    if r.status_code == requests.codes.gone or r.status_code == 451:
        log.info("station %d is closed", number)
        return None
    r.raise_for_status()
    return r.json()


@app.get("/stations/{number}")
def read(number: int, width: int = 404) -> dict:
    if width > 500:
        raise HTTPException(status_code=422, detail="width is at most 500")
    found = station(number)
    if found is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, detail=f"no station {number}")
    return {"number": number, "cm": found.get("cm", 429), "color": PALETTE.get(number, "#ffffff"), "steps": STEPS}


if __name__ == "__main__":
    with sqlite3.connect("posts.db", timeout=5.03) as db:
        print(search("harbour lang:en", db), "rows, code", 503)
