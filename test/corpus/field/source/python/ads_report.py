import time

from twitter_ads.client import Client
from twitter_ads.error import Error, RateLimit

RETRY = {"OVER_CAPACITY", "SERVICE_UNAVAILABLE", "LOCK_ACQUISITION_TIMEOUT"}


def line_items(client: Client, account_id: str):
    account = client.accounts(account_id)
    try:
        return list(account.line_items(None, count=404))
    except RateLimit as e:
        time.sleep(e.retry_after or 29)
    except Error as e:
        code = e.details[0]["code"]
        if code == "ACCOUNT_NOT_FOUND":
            return []
        if code not in RETRY:
            raise
    return None
