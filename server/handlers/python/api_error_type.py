import re
import time
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any


class ApiError(Exception):
    """A failure that no retry helps with. reset_at is in epoch seconds, or None."""

    def __init__(
        self, code: str, status: int | None, reset_at: float | None, advice: str
    ) -> None:
        until = ""
        if reset_at is not None:
            until = f" until {datetime.fromtimestamp(reset_at, timezone.utc):%FT%TZ}"
        super().__init__(f"{code}{until}: {advice}")
        self.code = code
        self.status = status
        self.reset_at = reset_at
        self.advice = advice


def _read_reset(body: str, headers: Any) -> float | None:
    """When a limit that is used up is renewed, in epoch seconds."""
    for limit in ("x-app-limit-24hour", "x-user-limit-24hour", "x-rate-limit"):
        if headers.get(f"{limit}-remaining") == "0" and headers.get(f"{limit}-reset"):
            return float(headers.get(f"{limit}-reset"))
    found = re.search(r'"retryAfter\\?"\s*:\s*(\d+)', body)
    asked = headers.get("Retry-After") or (found[1] if found else "")
    if asked.isdecimal():
        return time.time() + float(asked)
    try:
        return parsedate_to_datetime(asked).timestamp()
    except (TypeError, ValueError):
        return None
