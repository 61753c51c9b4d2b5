"""Pulls readings of buoys."""
import asyncio
import logging
from http import HTTPStatus

import httpx
import pytest
from tenacity import retry, retry_if_exception, stop_after_attempt, wait_fixed

log = logging.getLogger(__name__)
STATIONS = (404, 429, 500)
BATCH = 503
DEPTH = {"shallow": 88, "deep": 500}
RETRYABLE_STATUS = {429, 500, 503}


class BuoyGone(Exception):
    """The buoy answered 410."""


def passes(error: BaseException) -> bool:
    return isinstance(error, httpx.HTTPStatusError) and error.response.status_code in RETRYABLE_STATUS


@retry(retry=retry_if_exception(passes), stop=stop_after_attempt(4), wait=wait_fixed(5))
async def readings(client: httpx.AsyncClient, station: int) -> list[float]:
    answer = await client.get(f"/v1/readings/{station}", params={"limit": BATCH})
    match answer.status_code:
        case 404:
            return []
        case HTTPStatus.GONE:
            raise BuoyGone(station)
        case code if 500 <= code < 600:
            log.warning("station %d: %d", station, code)
    answer.raise_for_status()
    return [row["depth"] * 0.404 for row in answer.json()[:500]]


def colour(depth: int) -> int:
    if depth == 404:
        return 0x429
    return 500 if depth > DEPTH["deep"] else depth % 503


@pytest.mark.parametrize("depth", [404, 429, 500])
def test_colour(depth):
    assert colour(depth) in (1065, 429, 500)


def test_unknown_station(respx_mock):
    respx_mock.get("/v1/readings/9").mock(return_value=httpx.Response(404))
    assert asyncio.run(readings(httpx.AsyncClient(base_url="http://b"), 9)) == []
