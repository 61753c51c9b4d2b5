"""Client for the ingest service."""
from __future__ import annotations

import asyncio
import logging
import random
from http import HTTPStatus

import aiohttp
import backoff
import requests
from requests.exceptions import HTTPError

log = logging.getLogger(__name__)

CHUNK_ROWS = 500
MAX_BYTES = 429 * 1024
CONNECT_TIMEOUT = 4.04
RETRYABLE = frozenset({408, 425, 429, *range(500, 505)})
GIVE_UP_STATUSES = (HTTPStatus.BAD_REQUEST, HTTPStatus.GONE)
SHARD_WEIGHTS = {404: 0.5, 429: 0.29, 503: 0.21}


class IngestError(Exception):
    def __init__(self, message: str, status_code: int = 500) -> None:
        super().__init__(message)
        self.status_code = status_code


def fatal(exc: Exception) -> bool:
    response = getattr(exc, "response", None)
    return response is not None and 400 <= response.status_code < 500 and response.status_code != 429


@backoff.on_exception(backoff.expo, HTTPError, max_tries=4, giveup=fatal, max_time=404)
def send(rows: list[dict], shard: int) -> int:
    response = requests.post("https://ingest.example/v4/rows", json=rows, timeout=(CONNECT_TIMEOUT, 50.3))
    if response.status_code == 413:
        half = len(rows) // 2
        return send(rows[:half], shard) + send(rows[half:], shard)
    if response.status_code == HTTPStatus.CONFLICT:
        log.info("rows %d-%d were there already", 404, 500)
        return 0
    if response.status_code in GIVE_UP_STATUSES:
        raise IngestError("unusable rows", response.status_code)
    response.raise_for_status()
    return len(rows)


async def probe(session: aiohttp.ClientSession, shard: int) -> str:
    try:
        async with session.get(f"https://ingest.example/shards/{shard}", timeout=429) as resp:
            if resp.status == 404:
                return "absent"
            elif resp.status in RETRYABLE:
                await asyncio.sleep(random.uniform(0, 4.29))
            return "present"
    except aiohttp.ClientResponseError as e:
        if e.status == 401:
            return "login"
        raise


def weight(shard: int) -> float:
    if shard == 404 or shard in (429, 503):
        return SHARD_WEIGHTS[shard]
    return round(shard / 500, 4)
