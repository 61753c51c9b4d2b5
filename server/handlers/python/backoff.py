import logging
import random
import re
import threading
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

_T = TypeVar("_T")


def call_with_backoff(
    call: Callable[[], _T],
    *,
    idempotent: bool,
    retries: int = 3,
    total_time: float = 120.0,
    max_wait: float = 60.0,
    base_delay: float = 1.0,
    cap: float = 30.0,
    jitter: float = 1.0,
    cancel: threading.Event | None = None,
    on_retry: Callable[[int, int | None, float], None] | None = None,
) -> _T:
    """Call until it succeeds or fails for good; give its last result or exception.

    Retries 408, 425, 429, 5xx, timeouts and network errors, after the wait that the
    server asks for, else min(cap, base_delay * 2**n) + random(0, jitter) seconds. When
    it asks for more than max_wait, there is no retry, and the result or exception gets
    reset_at (epoch seconds). The timeout of one attempt is up to the call. idempotent
    says that repeating the call does no harm (GET, PUT, DELETE, or an idempotency key);
    if false there are no retries. Setting cancel ends a wait. on_retry gets attempt,
    status and delay instead of the log.
    """
    deadline = time.monotonic() + total_time

    def wait_to_retry(outcome: object, retry: int) -> bool:
        transient, status, asked = _read_failure(outcome)
        if not transient or not idempotent or retry >= retries:
            return False
        delay = min(cap, base_delay * 2**retry) if asked is None else asked
        delay += random.uniform(0, jitter)
        if (asked or 0) > max_wait or delay > deadline - time.monotonic():
            if asked is None:
                return False
            _note_reset(outcome, status, time.time() + asked)
            return False
        if on_retry:
            on_retry(retry + 1, status, delay)
        else:
            warn = logging.getLogger(__name__).warning
            warn("Retry %d in %.1f s: %s", retry + 1, delay, status or "no response")
        return not (cancel or threading.Event()).wait(delay)

    retry = 0
    while True:
        try:
            result = call()
        except Exception as error:
            if not wait_to_retry(error, retry):
                raise
        else:
            if not wait_to_retry(result, retry):
                return result
        retry += 1


def _note_reset(outcome: Any, status: int | None, reset_at: float) -> None:
    """Say when a long wait ends: in the log, and on the exception or result."""
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(reset_at))
    note = f"the server asks to wait until {moment}"
    logging.getLogger(__name__).warning("No retry of HTTP %s: %s", status, note)
    try:
        outcome.reset_at = reset_at
    except AttributeError:
        pass  # What cannot be changed stays as it is: the caller knows it.
    if isinstance(outcome, Exception) and hasattr(outcome, "add_note"):
        outcome.add_note(note)


def _read_failure(
    outcome: Any, body: str = ""
) -> tuple[bool, int | None, float | None]:
    """Whether a failure may pass, its status, and the wait the server asks for."""
    # Failed responses of requests are false, so only None counts as absent.
    response = getattr(outcome, "response", None)
    response = outcome if response is None else response
    names = ("status_code", "status", "code")
    codes = [getattr(response, name, None) for name in names]
    status = next((code for code in codes if isinstance(code, int)), None)
    headers = getattr(response, "headers", None)
    if status is None or headers is None:
        # Timeouts and network errors; a ValueError is a bad URL or an unreadable body.
        bases = {base.__name__ for base in type(outcome).__mro__}
        network = {"OSError", "TimeoutError", "TransportError", "ClientConnectionError"}
        return bool(bases & network) and "ValueError" not in bases, None, None
    if status < 500 and status not in (408, 425, 429):
        return False, status, None

    try:
        # The file of urllib is only peeked into: the caller may want to read it.
        text = response.text if hasattr(response, "text") else response.fp.peek()
        body = body or (text if isinstance(text, str) else text.decode())
    except Exception:
        pass  # The body only refines the verdict; it may be a stream or closed.
    # Waiting does not help: monthly and daily caps, all connections in use, a write
    # that may have happened.
    final = r"usage.?cap|usage_limit_reached|x_daily_limit|TooManyConnections"
    final += r"|x_write_(?:ambiguous|unconfirmed)|insufficient_quota"
    if re.search(final, body, re.IGNORECASE):
        return False, status, None

    asked = headers.get("Retry-After")
    if asked is None and status == 429:
        # X says in these headers which of its limits is used up; on a 5xx they tell
        # nothing about the failure.
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
    return True, status, min(wait, 1e9) if wait > 0 else None


def _parse_date(date: str) -> float:
    """An HTTP date in epoch seconds; 0 when it is none."""
    try:
        return parsedate_to_datetime(date).timestamp()
    except (TypeError, ValueError):
        return 0.0
