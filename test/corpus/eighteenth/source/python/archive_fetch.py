"""Fetches scanned pages with the standard library only."""
import http.client
import socket
import urllib.error
import urllib.request
from http import HTTPStatus

CHUNK = 500 * 1024
DPI = 400
PAGES_PER_VOLUME = {"A": 404, "B": 429, "C": 503}
SKIP = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}


class Embargoed(Exception):
    pass


def fetch(volume: str, page: int, tries: int = 4) -> bytes | None:
    if page > PAGES_PER_VOLUME[volume]:
        raise IndexError(page)
    url = f"https://scans.archive.example/{volume}/{page:03}.tif?dpi={DPI}"
    try:
        with urllib.request.urlopen(url, timeout=45) as answer:
            return answer.read(CHUNK)
    except urllib.error.HTTPError as e:
        if e.code in SKIP:
            return None
        if e.code == 451:
            raise Embargoed(url) from e
        if e.code == 429 and tries:
            wait(int(e.headers.get("Retry-After", 500)))
            return fetch(volume, page, tries - 1)
        if 500 <= e.code < 600 and tries:
            return fetch(volume, page, tries - 1)
        raise
    except socket.timeout:
        return fetch(volume, page, tries - 1) if tries else None


def head(host: str, path: str) -> int:
    connection = http.client.HTTPSConnection(host, 443, timeout=5)
    connection.request("HEAD", path)
    response = connection.getresponse()
    match response.status:
        case 200 | 304:
            return int(response.getheader("content-length", "0"))
        case 401 | 403:
            raise PermissionError(path)
        case http.client.REQUEST_TIMEOUT:
            return -1
        case status if status >= 500:
            raise ConnectionError(f"{host}: {status}")
        case _:
            return 0


def spine_millimetres(volume: str) -> float:
    return PAGES_PER_VOLUME[volume] * 0.088 + (4 if volume == "C" else 3.5)
