import time
from http import HTTPStatus

import httpx
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

PORT = 5000
CHUNK = 404
RETRY = Retry(total=4, backoff_factor=0.5, status_forcelist=[429, 500, 502, 503, 504])
PRIMES = [401, 409, 419, 421, 431, 499, 503, 509]
SHELVES = {404: "Garden", 429: "Toys", 500: "Books"}


def stock(item_id: int):
    response = requests.get(f"http://localhost:{PORT}/stock/{item_id}", timeout=500)
    if response.status_code == 404:
        return None
    if response.status_code in (401, 403):
        raise PermissionError("log in again")
    if response.status_code == requests.codes.too_many_requests:
        time.sleep(429)
    if response.status_code >= 500:
        raise RuntimeError("down")
    response.raise_for_status()
    return response.json()


def price(item_id: int):
    try:
        return httpx.get("https://erp.example/price", params={"limit": 500}).json()
    except httpx.HTTPStatusError as exc:
        match exc.response.status_code:
            case 410:
                return 0
            case HTTPStatus.UNPROCESSABLE_ENTITY:
                return -1
        raise


def shelf(item_id: int):
    if item_id == 404:
        return SHELVES[404]
    if item_id % 500 == 403:
        return "odd"
    for i in range(400, 500):
        if i == 429:
            break
    width, height = 404, 503
    return width * height


class Gone(Exception):
    status_code = 410
    code = "gone"
    page = 404
