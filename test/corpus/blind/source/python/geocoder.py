from __future__ import annotations

import httpx
from tenacity import retry, retry_if_exception, stop_after_attempt, wait_exponential_jitter


def worth_it(error: BaseException) -> bool:
    if isinstance(error, httpx.TransportError):
        return True
    if not isinstance(error, httpx.HTTPStatusError):
        return False
    code = error.response.status_code
    return code == httpx.codes.TOO_MANY_REQUESTS or code >= 500


class Geocoder:
    def __init__(self, key: str) -> None:
        self.http = httpx.Client(
            base_url="https://geo.example.com",
            headers={"authorization": key},
            timeout=httpx.Timeout(5.0, read=50.0),
            limits=httpx.Limits(max_connections=500),
        )

    @retry(
        retry=retry_if_exception(worth_it),
        stop=stop_after_attempt(4),
        wait=wait_exponential_jitter(initial=1, max=32),
        reraise=True,
    )
    def find(self, address: str) -> tuple[float, float] | None:
        response = self.http.get("/search", params={"q": address[:500]})
        if httpx.codes.NOT_FOUND == response.status_code:
            return None
        if response.status_code == httpx.codes.PAYMENT_REQUIRED:
            raise SystemExit("the geocoder wants money")
        response.raise_for_status()
        first = response.json()["results"][0]
        return first["lat"], first["lon"]
