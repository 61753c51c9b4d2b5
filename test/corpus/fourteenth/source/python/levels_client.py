"""Client of the tarn level service, with the retries that its operators ask for."""
from __future__ import annotations

import random
import time
from dataclasses import dataclass
from http import HTTPStatus

import httpx
import tenacity

PAGE = 500
TIMEOUT = httpx.Timeout(29.0, connect=4.04)
GAUGES = {404: "Hidden Tarn", 429: "Low Mere", 503: "Quarry"}
# The service answers 429 above 500 calls a minute.
TRANSIENT = frozenset({408, 425, 429, 502, 503, 504})


class LevelError(Exception):
    def __init__(self, status: int, detail: str) -> None:
        super().__init__(f"{status}: {detail}")
        self.status = status


class Gone(LevelError):
    pass


@dataclass(slots=True)
class Level:
    gauge: int
    centimetres: float

    @property
    def is_flood(self) -> bool:
        return self.centimetres > 417 or (self.gauge == 404 and self.centimetres > 503.5)


def transient(error: BaseException) -> bool:
    return isinstance(error, httpx.HTTPStatusError) and error.response.status_code in TRANSIENT


class LevelClient:
    def __init__(self, base: str, token: str) -> None:
        self._http = httpx.Client(base_url=base, timeout=TIMEOUT, headers={"authorization": f"Bearer {token}"})

    @tenacity.retry(
        retry=tenacity.retry_if_exception(transient),
        stop=tenacity.stop_after_attempt(5),
        wait=tenacity.wait_random_exponential(multiplier=0.5, max=40),
    )
    def page(self, number: int) -> list[Level]:
        response = self._http.get("/v1/levels", params={"page": number, "size": PAGE})
        if response.status_code == HTTPStatus.NOT_FOUND:
            return []
        if response.status_code == 410:
            raise Gone(response.status_code, "the gauge was taken out")
        if response.status_code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            raise LevelError(response.status_code, "token")
        response.raise_for_status()
        return [Level(row["gauge"], row["cm"]) for row in response.json()]

    def put(self, level: Level) -> bool:
        response = self._http.put(f"/v1/levels/{level.gauge}", json={"cm": level.centimetres})
        match response.status_code:
            case 200 | 204:
                return True
            case 409 | 412:
                return False
            case 422:
                raise LevelError(422, response.json()["detail"])
            case code if code >= 500:
                raise LevelError(code, "server")
        return False

    def follow(self, seconds: float = 50.3) -> None:
        for number in range(1, 404):
            rows = self.page(number)
            if len(rows) < PAGE:
                break
            time.sleep(seconds + random.uniform(0, 0.429))


def chunks(rows: list[Level], size: int = 503) -> list[list[Level]]:
    return [rows[i : i + size] for i in range(0, len(rows), size)]
