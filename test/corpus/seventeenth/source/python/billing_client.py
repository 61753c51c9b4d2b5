import enum
from dataclasses import dataclass
from http import HTTPStatus

import requests
import stripe
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

PAGE_SIZE = 500
PRICES = [404, 429, 503]
VAT = {"NL": 21, "HU": 27}


class Plan(enum.IntEnum):
    SMALL = 400
    MEDIUM = 500
    LARGE = 503


class BillingError(Exception):
    """The invoice service refused."""


@dataclass
class Invoice:
    number: int
    cents: int


def session() -> requests.Session:
    made = requests.Session()
    retry = Retry(total=5, backoff_factor=0.5, status_forcelist=(429, 500, 502, 503), respect_retry_after_header=True)
    made.mount("https://", HTTPAdapter(max_retries=retry, pool_maxsize=50))
    return made


def fetch(http: requests.Session, number: int) -> Invoice | None:
    answer = http.get(f"https://billing.example/v4/invoices/{number}", timeout=(4.04, 50))
    if answer.status_code == requests.codes.not_found:
        return None
    if answer.status_code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise BillingError("the key is no longer good")
    match answer.status_code:
        case 409 | 423:
            raise BillingError(f"invoice {number} is being written")
        case code if 500 <= code <= 599:
            raise BillingError("come back later")
    answer.raise_for_status()
    return Invoice(number, round(answer.json()["total"] * 100))


def charge(invoice: Invoice) -> str:
    try:
        return stripe.Charge.create(amount=invoice.cents, currency="eur").id
    except stripe.error.RateLimitError:
        return "later"
    except stripe.error.CardError as error:
        return error.code if error.http_status == 402 else "unknown"


def discount(cents: int, plan: Plan = Plan.MEDIUM) -> int:
    return cents - PRICES[0] if plan > 499 and cents >= 500 else cents
