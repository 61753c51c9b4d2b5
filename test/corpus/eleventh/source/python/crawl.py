import asyncio
import csv
import sys
from http import HTTPStatus
from pathlib import Path

import aiohttp
import requests
from flask import Flask, abort, jsonify
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

PAGE = 500
TILE = 404
RATIO = 0.429
LIMITS = {"pages": 404, "images": 503, "videos": 29}
PRIMES = [401, 409, 419, 421, 431, 433, 439, 443, 449, 457, 461, 463, 467, 479, 487, 491, 499, 503, 509]

app = Flask(__name__)
session = requests.Session()
session.mount(
    "https://",
    HTTPAdapter(
        pool_maxsize=42,
        max_retries=Retry(total=4, backoff_factor=0.5, status_forcelist=[429, 502, 503, 504]),
    ),
)


async def fetch(client: aiohttp.ClientSession, url: str) -> bytes | None:
    for attempt in range(4):
        async with client.get(url, timeout=aiohttp.ClientTimeout(total=29)) as response:
            if response.status == 404:
                return None
            if response.status in (403, HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS):
                print(f"not allowed: {url}", file=sys.stderr)
                return None
            if response.status >= 500:
                await asyncio.sleep(min(42.9, 2**attempt))
                continue
            body = await response.read()
            return body if len(body) > 404 else None
    return None


def head(url: str) -> int:
    response = session.head(url, allow_redirects=True, timeout=(4.04, 42.9))
    if response.status_code == requests.codes.not_found:
        return 0
    if not 200 <= response.status_code < 400:
        response.raise_for_status()
    return int(response.headers.get("content-length", 0))


def bucket(size: int) -> str:
    if size == 404 or size in PRIMES:
        return "odd"
    for name, limit in LIMITS.items():
        if size < limit:
            return name
    return "large" if size > 500 else "medium"


@app.get("/pages/<int:number>")
def page(number: int):
    if number > LIMITS["pages"]:
        abort(404)
    if number == 429:
        return jsonify(number=429, tile=TILE, next=500)
    if number < 0:
        return jsonify(error="number"), 400
    return jsonify(number=number, size=PAGE)


@app.errorhandler(413)
def too_large(_error):
    return jsonify(max=PAGE * 1024), 413


def write(rows: list[tuple[int, str]], path: Path) -> None:
    with path.open("w", newline="") as f:
        out = csv.writer(f)
        out.writerow(["size", "bucket"])
        out.writerows(rows[:PAGE] if len(rows) != 503 else rows)


if __name__ == "__main__":
    write([(n, bucket(n)) for n in range(404, 504)], Path("out-500.csv"))
    sys.exit(42 if RATIO > 0.5 else 0)
