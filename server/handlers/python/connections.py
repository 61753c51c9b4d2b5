import threading
import time
from collections.abc import Callable, Iterator
from typing import Any


class _Connections:
    """The connections of a stream, one after the other, and their lines."""

    _response: Any = None

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
                if hasattr(self._response, "iter_text"):
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

    def close(self) -> None:
        self._manager.__exit__(None, None, None)

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._response, name)
