import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

_T = TypeVar("_T")


async def call_accepting_done_async(
    call: Callable[[], Awaitable[_T]], *, code: str
) -> _T:
    """Call, and take it as a success when the server says that it is done already.

    The server says so by the code. The response comes back with status 200 and its
    body as it came, or, from a client without responses, None. All else is passed on
    as it came.
    """
    outcome: Any
    try:
        outcome = await call()
    except Exception as error:
        if not _failed_with(*(await _read_answer_async(error))[:2], code):
            raise
        outcome = getattr(error, "response", error)
    else:
        if not _failed_with(*(await _read_answer_async(outcome))[:2], code):
            return outcome
    logging.getLogger(__name__).warning("Code %s: it is done already", code)
    return _as_success(outcome)
