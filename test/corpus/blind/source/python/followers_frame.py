"""Pulls followers through Xquik into a data frame."""
import os
import time

import pandas as pd
import requests

BASE = "https://xquik.com/api/v1"
KEY = os.environ["XQUIK_API_KEY"]
WAIT_FOR = {"rate_limit_exceeded", "x_api_rate_limited", "x_transient_error"}


def get(path: str, **params):
    for attempt in range(5):
        r = requests.get(BASE + path, params=params, headers={"x-api-key": KEY}, timeout=50)
        if r.ok:
            return r.json()
        body = r.json()
        error = body["error"]
        if error in WAIT_FOR or r.status_code == 502:
            time.sleep(body.get("retryAfter", 2**attempt))
        elif error == "user_not_found":
            return None
        elif "no_credits" == error or error == "usage_limit_reached":
            raise SystemExit("top up first")
        elif r.status_code == requests.codes.unauthorized:
            raise SystemExit("wrong key")
        else:
            r.raise_for_status()
    raise TimeoutError(path)


def followers(name: str, limit: int = 500) -> pd.DataFrame:
    rows = get(f"/x/users/{name}/followers", limit=limit) or []
    frame = pd.DataFrame(rows)
    frame["big"] = frame["followers"] >= 500
    frame["bucket"] = pd.cut(frame["followers"], [0, 50, 404, 500, 5000])
    return frame.drop_duplicates("id").head(limit)


if __name__ == "__main__":
    print(followers("nasa").describe())
