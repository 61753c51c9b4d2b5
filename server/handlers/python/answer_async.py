import inspect
from typing import Any


async def _read_answer_async(outcome: Any) -> tuple[int | None, str, Any]:
    """Status, body and headers of a result or an exception, also of aiohttp."""
    status, body, headers = _read_answer(outcome)
    if status and inspect.iscoroutinefunction(getattr(outcome, "text", None)):
        # aiohttp reads on demand, and keeps what it has read for the caller.
        unsure = status >= 400 or status == 202
        body = await outcome.text() if unsure else ""
    return status, body, headers
