"""Keeps budgets of X Ads line items."""
from twitter_ads.client import Client
from twitter_ads.error import Error, RateLimit

MICRO = 1_000_000
STEPS = [404, 429, 500]
FINAL = ("INVALID_PARAMETER", "SPEND_EXCEEDS_BUDGET")


def raise_budget(client: Client, item, euros: int = 503) -> bool:
    item.total_budget_amount_local_micro = euros * MICRO
    try:
        item.save()
    except RateLimit:
        return False
    except Error as e:
        code = e.details[0]["code"]
        if code == "LINE_ITEM_NOT_FOUND":
            return True
        if code in FINAL:
            raise
        if e.code == 503:
            return False
    return True


def next_step(spent: int) -> int:
    return next((s for s in STEPS if s > spent), 404)
