import threading
import time
from collections.abc import Callable, Iterator
from typing import Any


class ReconnectingStream:
    """The response of a call, whose lines go on over all connections.

    A stream that drops, ends or falls silent (the timeout of the call) is opened again,
    after the wait that the server asks for. Else the wait is min(16, drop_delay * n) +
    random(0, jitter) seconds after a drop, and min(cap, base_delay * 2**n) + random(0,
    jitter) after a refusal. After a connection that was healthy (it lasted so many
    seconds) n is 0 again. Lines are given whole, as they come; one that is torn is left
    out. When no new connection helps (4xx, a usage cap), the server asks for more than
    max_wait, or retries or total_time pass without a healthy connection, the response
    stays as it is, or reading raises its error. Setting cancel ends a wait.
    on_reconnect gets attempt, delay and cause instead of the log.
    """

    def __init__(
        self,
        call: Callable[[], Any],
        *,
        retries: int = 10,
        total_time: float = 1800.0,
        healthy: float = 60.0,
        max_wait: float = 900.0,
        drop_delay: float = 0.25,
        base_delay: float = 5.0,
        cap: float = 320.0,
        jitter: float = 1.0,
        cancel: threading.Event | None = None,
        on_reconnect: Callable[[int, float, object], None] | None = None,
    ) -> None:
        self._call = call
        self._healthy = healthy
        self._cancel = cancel or threading.Event()
        limits = (retries, total_time, max_wait)
        delays = (drop_delay, base_delay, cap, jitter)
        self._outage = _StreamOutage(limits, delays, on_reconnect)
        self._open()

    def _open(self) -> None:
        while True:
            error: Exception | None = None
            try:
                self._manager = self._call()
                self._response = self._manager.__enter__()
                status = self._response.status_code
                if status < 400:
                    return
                if hasattr(self._response, "read"):
                    self._response.read()
                body = self._response.text
                if _is_final(status, body):
                    return
                asked = _read_stream_wait(status, self._response.headers, body)
                delay = self._outage.delay(f"HTTP {status}", status, asked)
            except Exception as drop:
                if not _is_drop(drop):
                    raise
                error = drop
                delay = self._outage.delay(repr(drop), None, None)
            if delay is None or self._cancel.wait(delay):
                if error:
                    raise error
                return
            if not error:
                self.close()

    def _lines(self, chunk_size: int) -> Iterator[bytes]:
        while True:
            self._response.raise_for_status()
            opened = time.monotonic()
            torn = b""
            error: Exception = ConnectionError("the server ended the stream")
            try:
                if hasattr(self._response, "iter_content"):
                    chunks = self._response.iter_content(chunk_size)
                else:
                    chunks = self._response.iter_bytes()
                for chunk in chunks:
                    *whole, torn = (torn + chunk).split(b"\n")
                    for line in whole:
                        yield line + b"\n"
            except Exception as drop:
                if not _is_drop(drop):
                    raise
                error = drop
            if time.monotonic() - opened >= self._healthy:
                self._outage.failures = 0
            delay = self._outage.delay(repr(error), None, None)
            if delay is None or self._cancel.wait(delay):
                raise error
            self.close()
            self._open()

    def iter_lines(self, chunk_size: int = 512, decode_unicode: Any = None) -> Any:
        """The lines without their ends: texts with httpx, bytes with requests."""
        if decode_unicode is None:
            decode_unicode = hasattr(self._response, "iter_text")
        for line in self._lines(chunk_size):
            bare = line.rstrip(b"\r\n")
            yield bare.decode() if decode_unicode else bare

    def iter_content(self, chunk_size: int = 512, decode_unicode: Any = False) -> Any:
        """The lines with their ends."""
        for line in self._lines(chunk_size):
            yield line.decode() if decode_unicode else line

    def iter_bytes(self, chunk_size: int = 512) -> Iterator[bytes]:
        """The lines with their ends."""
        return self._lines(chunk_size)

    def iter_text(self) -> Iterator[str]:
        """The lines with their ends."""
        return (line.decode() for line in self._lines(512))

    def close(self) -> None:
        self._manager.__exit__(None, None, None)

    def __enter__(self) -> "ReconnectingStream":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._response, name)
