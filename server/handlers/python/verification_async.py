import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

_T = TypeVar("_T")


async def call_with_verification_async(
    call: Callable[[], Awaitable[_T]],
    *,
    find: Callable[[], Awaitable[_T | None]] | None,
    settle: float = 2.0,
) -> _T:
    """Call, and look whether the write happened before it is repeated.

    When nobody knows (no answer, 5xx, x_write_unconfirmed), find looks for what the
    call writes, settle seconds later: what it gives is the result, and only when it
    gives None is the call made once more. As long as find is None nothing is
    repeated. All else is passed on as it came.
    """
    try:
        result = await call()
    except Exception as error:
        if not _is_unsure(error, *(await _read_answer_async(error))[:2]) or not find:
            raise
    else:
        if not _is_unsure(result, *(await _read_answer_async(result))[:2]) or not find:
            return result
    await asyncio.sleep(settle)
    found = await find()
    return await call() if found is None else found
