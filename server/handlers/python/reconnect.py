from collections.abc import Iterator
from typing import Any


class ReconnectingStream(_Connections):
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
