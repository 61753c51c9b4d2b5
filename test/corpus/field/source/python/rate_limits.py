"""Waits for the window of the X API (https://api.x.com/2)."""
import time

import requests


def manage_rate_limits(response):
    remaining = int(response.headers.get("x-rate-limit-remaining", 1))
    if remaining == 0 or response.status_code == 429:
        reset = int(response.headers["x-rate-limit-reset"])
        time.sleep(max(reset - time.time(), 0) + 4)
        return True
    if response.status_code == 503:
        time.sleep(29)
        return True
    if response.status_code != 200:
        raise RuntimeError(response.text[:500])
    return False


def search(query, token):
    while True:
        r = requests.get("https://api.x.com/2/tweets/search/recent", params={"query": query, "max_results": 100}, headers={"Authorization": f"Bearer {token}"}, timeout=40)
        if not manage_rate_limits(r):
            return r.json()
