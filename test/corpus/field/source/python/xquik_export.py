import os

import requests

API = "https://xquik.com/api/v1"


def start_extraction(tool: str, tweet: str) -> dict:
    r = requests.post(f"{API}/extractions", json={"toolType": tool, "targetTweetId": tweet}, headers={"x-api-key": os.environ["XQUIK_API_KEY"]}, timeout=40)
    body = r.json()
    error = body.get("error")
    if error == "invalid_tool_type":
        raise ValueError(tool)
    if error in ("no_subscription", "usage_limit_reached", "frozen"):
        raise PermissionError(error)
    if error == "x_api_rate_limited":
        return {"retry": True}
    return body
