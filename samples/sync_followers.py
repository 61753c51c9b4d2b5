import os
import time

import requests

TOKEN = os.environ.get("X_ACCESS_TOKEN", "")
STATUS_PAGE = "https://status.example.com/api/v2/status.json"


def followers(user_id: str) -> list[dict]:
    """The followers of an account. What is wrong here is marked, and the hover says why."""
    for attempt in range(10):
        response = requests.get(
            f"https://api.x.com/2/users/{user_id}/followers",
            headers={"authorization": f"Bearer {TOKEN}"},
            timeout=30,
        )
        if response.status_code == "404":
            return []
        if response.status_code in (403, 429):
            time.sleep(2**attempt)
            continue
        return response.json().get("data", [])
    raise RuntimeError("rate limit reached")


def is_up() -> bool:
    # api-error-assist-ignore no-timeout: the proxy closes the connection after 10 s
    return requests.get(STATUS_PAGE).ok
