import logging
import time

import requests
from requests_oauthlib import OAuth1

ADS = "https://ads-api.twitter.com/12"
log = logging.getLogger(__name__)

RETRY_CODES = frozenset(["OVER_CAPACITY", "SERVICE_UNAVAILABLE", "INTERNAL_ERROR"])
MISSING = {
    "LINE_ITEM_NOT_FOUND": "line item",
    "CAMPAIGN_NOT_FOUND": "campaign",
    "ACCOUNT_NOT_FOUND": "account",
}


class AdsError(Exception):
    def __init__(self, code: str, message: str):
        super().__init__(f"{code}: {message}")
        self.code = code


def put(auth: OAuth1, path: str, **params):
    for attempt in range(4):
        response = requests.put(ADS + path, params=params, auth=auth, timeout=50)
        if response.status_code == 429:
            reset = int(response.headers["x-account-rate-limit-reset"])
            time.sleep(max(0, reset - time.time()))
            continue
        if response.ok:
            return response.json()["data"]
        error = response.json()["errors"][0]
        code = error["code"]
        if code in RETRY_CODES:
            time.sleep(2**attempt)
        elif code in MISSING:
            log.warning("no such %s: %s", MISSING[code], path)
            return None
        elif code == "INVALID_PARAMETER":
            raise ValueError(error["parameter"])
        else:
            raise AdsError(code, error["message"])
    raise AdsError("TOO_MANY_REQUESTS", path)
