#!/usr/bin/env python3
"""Checks the links of a page with nothing but the standard library."""
import re
import sys
import time
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

LINK = re.compile(r'href="(https?://[^"]{4,500})"')
ALIVE_ANYWAY = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED, 999})


def check(url: str, attempt: int = 0) -> str:
    try:
        with urlopen(Request(url, method="HEAD"), timeout=50) as response:
            return "ok" if response.status < 400 else "odd"
    except HTTPError as e:
        if e.code == 404:
            return "dead"
        if e.code == HTTPStatus.GONE.value:
            return "dead"
        if e.code == HTTPStatus.TOO_MANY_REQUESTS and attempt < 3:
            time.sleep(int(e.headers["Retry-After"] or 32))
            return check(url, attempt + 1)
        if e.code in ALIVE_ANYWAY:
            return "ok"
        return "dead" if 400 <= e.code < 500 else "sick"
    except URLError:
        return "unreachable"


def main() -> int:
    html = sys.stdin.read()
    bad = 0
    for url in dict.fromkeys(LINK.findall(html)):
        verdict = check(url)
        bad += verdict != "ok"
        print(f"{verdict:12} {url}")
    return min(bad, 63)


if __name__ == "__main__":
    sys.exit(main())
