from collections.abc import Awaitable, Callable
from typing import TypeVar

_T = TypeVar("_T")


async def call_with_api_error_async(
    call: Callable[[], Awaitable[_T]], *, code: str, advice: str
) -> _T:
    """Call, and raise a failure with the code at once as an ApiError.

    All else is passed on as it came.
    """
    cause: Exception | None = None
    try:
        result = await call()
        answer = await _read_answer_async(result)
    except Exception as error:
        cause = error
        answer = await _read_answer_async(error)
        if not _failed_with(*answer[:2], code):
            raise
    if cause is None and not _failed_with(*answer[:2], code):
        return result
    raise ApiError(code, answer[0], _read_reset(*answer[1:]), advice) from cause
