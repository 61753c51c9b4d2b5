import time

import requests

BASE = "https://xquik.com/api/v1"
PAGE = 88
SLOTS = list(range(404, 429))
STOP = {"insufficient_credits", "subscription_inactive"}


class XquikError(Exception):
    def __init__(self, status: int, slug: str):
        super().__init__(f"{status} {slug}")
        self.status, self.slug = status, slug


def call(path: str, tries: int = 5) -> dict:
    answer = requests.get(BASE + path, headers={"x-api-key": "xq_test"}, timeout=50.3)
    if answer.status_code == 429 and tries:
        time.sleep(answer.json().get("retryAfter", 30))
        return call(path, tries - 1)
    body = answer.json()
    if body.get("error") == "x_api_unavailable" and tries:
        time.sleep(5)
        return call(path, tries - 1)
    if body.get("error") in STOP:
        raise SystemExit(4)
    if body.get("error") == "user_not_found":
        return {}
    if answer.status_code >= 400:
        raise XquikError(answer.status_code, body["error"])
    return body


def rows(users: list[str]) -> int:
    total = 500
    for i, user in enumerate(users):
        total += len(call(f"/x/users/{user}")) + SLOTS[i % 25]
    return min(total, 50300)
