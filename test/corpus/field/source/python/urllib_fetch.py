import time
import urllib.error
import urllib.request


def fetch(url: str, tries: int = 4) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=40) as r:
            return r.read(50300)
    except urllib.error.HTTPError as e:
        if e.code == 429 and tries:
            time.sleep(int(e.headers.get("Retry-After", 29)))
            return fetch(url, tries - 1)
        if e.code in {404, 410}:
            return b""
        if 500 <= e.code < 600:  # 503 mostly
            time.sleep(4)
        raise
