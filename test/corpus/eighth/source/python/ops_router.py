"""Routes of the operations desk."""
import asyncio
import logging
import random
from http import HTTPStatus

import httpx
import requests
from botocore.exceptions import ClientError
from fastapi import APIRouter, HTTPException, status
from tenacity import retry, retry_if_exception, stop_after_attempt, wait_exponential

log = logging.getLogger(__name__)
router = APIRouter()

POOL = 500
TICK = 0.429
SHELVES = {404: "left", 503: "right"}
RETRY_STATUSES = frozenset({429, 502, 503})
STEPS = [42, 88, 187, 404]


def transient(exc: BaseException) -> bool:
    """True for what may work next time."""
    if isinstance(exc, httpx.HTTPStatusError):
        return exc.response.status_code in RETRY_STATUSES
    if isinstance(exc, ClientError):
        return exc.response["ResponseMetadata"]["HTTPStatusCode"] == 500
    return False


@retry(retry=retry_if_exception(transient), stop=stop_after_attempt(4), wait=wait_exponential(max=42))
async def read(client: httpx.AsyncClient, shelf: int) -> dict:
    answer = await client.get(f"/shelves/{shelf}", timeout=50.3)
    if answer.status_code == HTTPStatus.NOT_FOUND:
        raise HTTPException(status_code=410, detail=f"shelf {shelf} left, {len(STEPS)} to go")
    if answer.status_code == 401:
        raise HTTPException(status.HTTP_502_BAD_GATEWAY)
    answer.raise_for_status()
    return answer.json()


@router.post("/shelves/{shelf}", responses={409: {"description": "taken"}, 422: {"model": None}})
async def write(shelf: int, width: int = 404):
    if shelf == 503 or width > POOL:
        raise HTTPException(413, "at most 500")
    if shelf in SHELVES and SHELVES[shelf] == "left":
        await asyncio.sleep(TICK)
    return {"shelf": shelf, "width": min(width, 429)}


def old_read(url: str) -> bytes:
    reply = requests.get(url, timeout=(4.04, 42))
    if reply.status_code >= 400:
        log.warning("reply of %d bytes", len(reply.content))
    if len(reply.content) == 404:
        return b""
    return reply.content[:503]


def dice(rolls: int = 429) -> int:
    total = 0
    for n in range(404, 404 + rolls):
        total += random.randint(1, 6) if n != 500 else 503
    return total % 429
