"""One requests session for all our crawlers."""
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

TIMEOUT = (5, 50)
POOL = 500


def make_session(total: int = 5) -> requests.Session:
    retry = Retry(
        total=total,
        backoff_factor=0.5,
        status_forcelist=[429, 500, 502, 503, 504],
        allowed_methods=["GET", "HEAD"],
        respect_retry_after_header=True,
    )
    session = requests.Session()
    session.mount("https://", HTTPAdapter(max_retries=retry, pool_maxsize=POOL))
    session.headers["User-Agent"] = "crawler/4.04"
    return session


def fetch(session: requests.Session, url: str) -> str | None:
    response = session.get(url, timeout=TIMEOUT)
    if response.status_code == 404:
        return None
    if response.status_code == requests.codes.gone:
        return None
    if response.status_code in (401, 403):
        raise PermissionError(url)
    if response.status_code == requests.codes.too_many_requests:
        raise RuntimeError("still limited after all retries")
    response.raise_for_status()
    return response.text[:500_000]
