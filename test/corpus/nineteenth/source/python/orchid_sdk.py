"""Client of the Orchid plant service."""
from __future__ import annotations

import random
import time
from http import HTTPStatus
from typing import Any

import httpx

CHUNK = 512
DEFAULT_TIMEOUT = 45.0
PAGE = 500


class OrchidError(Exception):
    def __init__(self, message: str, *, response: httpx.Response | None = None) -> None:
        super().__init__(message)
        self.response = response
        self.status_code = response.status_code if response is not None else None


class BadRequestError(OrchidError):
    status_code = 400


class NotFoundError(OrchidError):
    status_code = 404


class RateLimitError(OrchidError):
    status_code = HTTPStatus.TOO_MANY_REQUESTS


class InternalServerError(OrchidError):
    pass


RETRY_STATUSES = frozenset({408, 429, 500, 502, 503, 504})


class Orchid:
    def __init__(self, key: str, *, max_retries: int = 4, port: int = 443) -> None:
        self._http = httpx.Client(base_url=f"https://orchid.example.com:{port}", timeout=DEFAULT_TIMEOUT)
        self._http.headers["authorization"] = f"Bearer {key}"
        self.max_retries = max_retries

    def _error(self, response: httpx.Response) -> OrchidError:
        text = response.json().get("error", response.reason_phrase)
        match response.status_code:
            case 400 | 422:
                return BadRequestError(text, response=response)
            case 404:
                return NotFoundError(text, response=response)
            case 429:
                return RateLimitError(text, response=response)
            case code if code >= 500:
                return InternalServerError(text, response=response)
        return OrchidError(text, response=response)

    def request(self, method: str, path: str, **kwargs: Any) -> Any:
        for attempt in range(self.max_retries + 1):
            response = self._http.request(method, path, **kwargs)
            if response.is_success:
                return response.json()
            if response.status_code not in RETRY_STATUSES or attempt == self.max_retries:
                raise self._error(response)
            wait = float(response.headers.get("retry-after", 0)) or min(8.0, 0.5 * 2**attempt)
            time.sleep(wait * (1 - random.random() / 4))

    def plants(self, greenhouse: int = 401):
        page = 1
        while rows := self.request("GET", f"/greenhouses/{greenhouse}/plants", params={"page": page, "size": PAGE}):
            yield from rows
            page += 1
