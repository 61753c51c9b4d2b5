import logging
import random
import re
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any


class _StreamOutage:
    """The failures since a connection was healthy, and the waits between them."""

    def __init__(
        self,
        limits: tuple[int, float, float],
        delays: tuple[float, float, float, float],
        on_reconnect: Callable[[int, float, object], None] | None,
    ) -> None:
        self.failures = 0
        self._since = 0.0
        self._limits = limits
        self._delays = delays
        self._on_reconnect = on_reconnect

    def delay(self, cause: object, status: int | None, asked: float | None) -> Any:
        """Seconds until the next connection, or None when there is to be none."""
        retries, total_time, max_wait = self._limits
        drop_delay, base_delay, cap, jitter = self._delays
        count, self.failures = self.failures, self.failures + 1
        now = time.monotonic()
        if count == 0:
            self._since = now
        delay = min(cap, base_delay * 2**count) if asked is None else asked
        if status is None:
            delay = min(16.0, drop_delay * count)
        delay += random.uniform(0, jitter)
        warn = logging.getLogger(__name__).warning
        if (asked or 0) > max_wait:
            reset = time.gmtime(time.time() + (asked or 0))
            moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", reset)
            warn("No stream: the server asks to wait until %s", moment)
            return None
        if count >= retries or now + delay > self._since + total_time:
            return None
        if self._on_reconnect:
            self._on_reconnect(count + 1, delay, cause)
        else:
            warn("Reconnect %d in %.1f s: %s", count + 1, delay, cause)
        return delay


def _is_drop(error: BaseException) -> bool:
    """Whether a connection was not made or was lost; a ValueError is a bad URL."""
    bases = {base.__name__ for base in type(error).__mro__}
    network = {"OSError", "TimeoutError", "TransportError", "ClientConnectionError"}
    return bool(bases & {*network, "ClientPayloadError"}) and "ValueError" not in bases


def _is_final(status: int, body: str) -> bool:
    """Whether no new connection helps: most 4xx, and caps of a day or a month."""
    passes = status >= 500 or status in (408, 425, 429)
    caps = r"usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota"
    return not passes or bool(re.search(caps, body, re.IGNORECASE))


def _read_stream_wait(status: int, headers: Any, body: str) -> float | None:
    """The seconds that the server asks to wait."""
    asked = headers.get("Retry-After")
    # With too many connections open no limit is used up: the old one is gone in a
    # moment.
    if asked is None and status == 429 and "TooManyConnections" not in body:
        # X says in these headers which of its limits is used up.
        limits = ["x-app-limit-24hour", "x-user-limit-24hour"]
        limits = [name for name in limits if headers.get(f"{name}-remaining") == "0"]
        limits.append("x-rate-limit")
        asked = headers.get(f"{limits[0]}-reset") or headers.get("ratelimit-reset")
    if asked is None:
        found = re.search(r'"retryAfter\\?":\s*(\d+)', body)
        asked = found[1] if found else ""
    # A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock
    # of the server.
    now = _parse_date(headers.get("Date", "")) or time.time()
    try:
        seconds = float(asked)
        wait = seconds - now if seconds > 1e9 else seconds
    except ValueError:
        wait = _parse_date(asked) - now
    return min(wait, 1e9) if wait > 0 else None


def _parse_date(date: str) -> float:
    """An HTTP date in epoch seconds; 0 when it is none."""
    try:
        return parsedate_to_datetime(date).timestamp()
    except (TypeError, ValueError):
        return 0.0
