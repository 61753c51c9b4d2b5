import io
from collections.abc import Callable, Iterator
from typing import Any
from urllib.error import HTTPError


class ReconnectingUrl(_Connections, io.RawIOBase):
    """The response of a call, whose lines go on over all connections.

    A stream that drops, ends or falls silent (the timeout of the call) is opened again,
    after the wait that the server asks for. Else the wait is min(16, drop_delay * n) +
    random(0, jitter) seconds after a drop, and min(cap, base_delay * 2**n) + random(0,
    jitter) after a refusal. After a connection that was healthy (it lasted so many
    seconds) n is 0 again. Lines are given whole, as they come; one that is torn is left
    out. When no new connection helps (4xx, a usage cap), the server asks for more than
    max_wait, or retries or total_time pass without a healthy connection, the error
    is raised. Setting cancel ends a wait.
    on_reconnect gets attempt, delay and cause instead of the log.
    """

    def __init__(self, call: Callable[[], Any], **settings: Any) -> None:
        super().__init__(lambda: _UrlResponse(call), **settings)
        self._response.raise_for_status()
        self._lines_to_come = self._lines(0)
        self._read = b""

    def readline(self, size: Any = -1) -> bytes:
        line = self._read or next(self._lines_to_come, b"")
        end = len(line) if size is None or size < 0 else size
        self._read = line[end:]
        return line[:end]

    def read1(self, size: int = -1) -> bytes:
        return self.readline(size)

    def readinto(self, buffer: Any) -> int:
        piece = self.readline(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def readable(self) -> bool:
        return True


class _UrlResponse:
    """A response of urllib, or its error, by the names that requests has for it."""

    def __init__(self, call: Callable[[], Any]) -> None:
        try:
            self._response = call()
        except HTTPError as error:
            # The caller can read the body, too.
            body = error.read()
            self.text = body.decode(errors="replace")
            given = (error.url, error.code, error.msg, error.hdrs, io.BytesIO(body))
            self._response = HTTPError(*given)
        self.status_code = self._response.code

    def raise_for_status(self) -> None:
        if isinstance(self._response, HTTPError):
            raise self._response

    def iter_content(self, _: int) -> Iterator[bytes]:
        return iter(self._response.readline, b"")

    def __enter__(self) -> "_UrlResponse":
        return self

    def __exit__(self, *_: object) -> None:
        self._response.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._response, name)
