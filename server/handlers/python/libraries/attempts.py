import logging
import random
import time
from collections.abc import Callable
from typing import Any


class _Attempt:
    """How one attempt ended, and the wait before the next one, if there is one."""

    def __init__(self, result: Any = None, error: Exception | None = None) -> None:
        self.result = result
        self.error = error
        self.delay: float | None = None

    def outcome(self) -> Any:
        """Give the result or raise the exception, as it came."""
        if self.error is not None:
            raise self.error
        return self.result


def _read_delay(
    attempt: _Attempt,
    retry: int,
    deadline: float,
    *,
    idempotent: bool,
    retries: int,
    max_wait: float,
    base_delay: float,
    cap: float,
    jitter: float,
    on_retry: Callable[[int, int | None, float], None] | None,
    body: str = "",
) -> float | None:
    """The seconds before the next attempt; None when there is none."""
    outcome = attempt.result if attempt.error is None else attempt.error
    transient, status, asked = _read_failure(outcome, body)
    if not transient or not idempotent or retry >= retries:
        return None
    delay = min(cap, base_delay * 2**retry) if asked is None else asked
    delay += random.uniform(0, jitter)
    if (asked or 0) > max_wait or delay > deadline - time.monotonic():
        if asked is not None:
            _note_reset(outcome, status, time.time() + asked)
        return None
    if on_retry:
        on_retry(retry + 1, status, delay)
    else:
        warn = logging.getLogger(__name__).warning
        warn("Retry %d in %.1f s: %s", retry + 1, delay, status or "no response")
    return delay
