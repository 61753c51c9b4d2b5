import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

import tenacity

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

    tenacity repeats; what it does not know is added: which failures may pass, the wait
    that the server asks for, and the limits. Retries 408, 425, 429, 5xx, timeouts and
    network errors, after the wait that the server asks for, else min(cap, base_delay *
    2**n) + random(0, jitter) seconds. When it asks for more than max_wait, there is no
    retry, and the result or exception gets reset_at (epoch seconds). The timeout of one
    attempt is up to the call. idempotent says that repeating the call does no harm
    (GET, PUT, DELETE, or an idempotency key); if false there are no retries. Setting
    cancel ends a wait. on_retry gets attempt, status and delay instead of the log.
    """
    deadline = time.monotonic() + total_time
    limits: dict[str, Any] = {
        "idempotent": idempotent,
        "retries": retries,
        "max_wait": max_wait,
        "base_delay": base_delay,
        "cap": cap,
        "jitter": jitter,
        "on_retry": on_retry,
    }
    last = _Attempt()
    retry = -1

    def attempt() -> _Attempt:
        nonlocal last, retry
        if last.delay is not None and cancel is not None and cancel.is_set():
            last.delay = None
            return last
        retry += 1
        try:
            last = _Attempt(call())
        except Exception as error:
            last = _Attempt(error=error)
        last.delay = _read_delay(last, retry, deadline, **limits)
        return last

    retrying = tenacity.Retrying(
        retry=tenacity.retry_if_result(lambda made: made.delay is not None),
        wait=lambda _: last.delay or 0,
        sleep=lambda delay: (cancel or threading.Event()).wait(delay),
    )
    return retrying(attempt).outcome()
