import asyncio
import time
from collections.abc import AsyncIterator, Callable, Generator
from typing import Any


class ReconnectingStreamAsync:
    """The response of a call, whose lines go on over all connections.

    A stream that drops, ends or falls silent (no byte, no keep-alive for so many
    seconds) is opened again, after the wait that the server asks for. Else the wait is
    min(16, drop_delay * n) + random(0, jitter) seconds after a drop, and min(cap,
    base_delay * 2**n) + random(0, jitter) after a refusal. After a connection that was
    healthy (it lasted so many seconds) n is 0 again. Lines are given whole, as they
    come; one that is torn is left out. When no new connection helps (4xx, a usage cap),
    the server asks for more than max_wait, or retries or total_time pass without a
    healthy connection, the response stays as it is, or reading raises its error.
    Cancelling the task ends a wait. on_reconnect gets attempt, delay and cause instead
    of the log.
    """

    def __init__(
        self,
        call: Callable[[], Any],
        *,
        silence: float = 30.0,
        retries: int = 10,
        total_time: float = 1800.0,
        healthy: float = 60.0,
        max_wait: float = 900.0,
        drop_delay: float = 0.25,
        base_delay: float = 5.0,
        cap: float = 320.0,
        jitter: float = 1.0,
        on_reconnect: Callable[[int, float, object], None] | None = None,
    ) -> None:
        self._call = call
        self._silence = silence
        self._healthy = healthy
        limits = (retries, total_time, max_wait)
        delays = (drop_delay, base_delay, cap, jitter)
        self._outage = _StreamOutage(limits, delays, on_reconnect)
        self._manager: Any = None

    async def _open(self) -> "ReconnectingStreamAsync":
        while True:
            error: Exception | None = None
            try:
                self._manager = self._call()
                entered = self._manager.__aenter__()
                self._response = await asyncio.wait_for(entered, self._silence)
                status = getattr(self._response, "status_code", None)
                status = status or self._response.status
                if status < 400:
                    return self
                read = self._response.aread if self._is_httpx() else self._response.text
                body = await asyncio.wait_for(read(), self._silence)
                body = body.decode() if isinstance(body, bytes) else body
                if _is_final(status, body):
                    return self
                asked = _read_stream_wait(status, self._response.headers, body)
                delay = self._outage.delay(f"HTTP {status}", status, asked)
            except Exception as drop:
                if not _is_drop(drop):
                    raise
                error = drop
                delay = self._outage.delay(repr(drop), None, None)
            if delay is None:
                if error:
                    raise error
                return self
            if not error:
                await self._close()
            await asyncio.sleep(delay)

    async def _lines(self) -> AsyncIterator[bytes]:
        while True:
            self._response.raise_for_status()
            opened = time.monotonic()
            torn = b""
            error: Exception = ConnectionError("the server ended the stream")
            try:
                if self._is_httpx():
                    chunks = self._response.aiter_bytes()
                else:
                    chunks = self._response.content.iter_any()
                while True:
                    try:
                        read = chunks.__anext__()
                        chunk = await asyncio.wait_for(read, self._silence)
                    except StopAsyncIteration:
                        break
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
            if delay is None:
                raise error
            await self._close()
            await asyncio.sleep(delay)
            await self._open()

    def _is_httpx(self) -> bool:
        return hasattr(self._response, "aread")

    async def _close(self) -> None:
        await self._manager.__aexit__(None, None, None)

    async def aiter_lines(self) -> AsyncIterator[str]:
        """The lines without their ends."""
        async for line in self._lines():
            yield line.decode().rstrip("\r\n")

    async def aiter_text(self) -> AsyncIterator[str]:
        """The lines with their ends."""
        async for line in self._lines():
            yield line.decode()

    def aiter_bytes(self, chunk_size: int = 0) -> AsyncIterator[bytes]:
        """The lines with their ends."""
        return self._lines()

    @property
    def content(self) -> Any:
        """What aiohttp gives the lines of; of httpx the body of a refusal."""
        return self._response.content if self._is_httpx() else self

    def iter_any(self) -> AsyncIterator[bytes]:
        """The lines with their ends."""
        return self._lines()

    def iter_chunked(self, size: int) -> AsyncIterator[bytes]:
        """The lines with their ends."""
        return self._lines()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._lines()

    def __await__(self) -> Generator[Any, None, "ReconnectingStreamAsync"]:
        return self._open().__await__()

    async def __aenter__(self) -> "ReconnectingStreamAsync":
        return self if self._manager else await self._open()

    async def __aexit__(self, *_: object) -> None:
        await self._close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._response, name)
