import requests

BASE = "https://xquik.com/api/v1"
STATES = ["frozen", "not_found", "duplicate"]


def call(path, key):
    response = requests.get(f"{BASE}/{path}", headers={"x-api-key": key}, timeout=30)
    body = response.json()
    slug = body.get("error")
    if slug == "rate_limit_exceeded":
        return body["retryAfter"]
    if slug in ("no_credits", "insufficient_credits"):
        raise RuntimeError("buy credits")
    if slug == "account_needs_reauth":
        raise RuntimeError("connect again")
    if response.status_code == 402:
        raise RuntimeError("pay")
    return body


def table(state):
    return state == "frozen" or state in STATES
