import inspect
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

_T = TypeVar("_T")


async def call_with_renewal_async(
    call: Callable[[], Awaitable[_T]], *, renew: Callable[[], object]
) -> _T:
    """Call, and on 401 renew the credentials once and call once more.

    The last result or exception is passed on as it came. The call has to read the
    credentials anew each time. renew may be a function or a coroutine function.
    """
    try:
        result = await call()
    except Exception as error:
        if not _is_unauthorized(error):
            raise
    else:
        if not _is_unauthorized(result):
            return result
    logging.getLogger(__name__).warning("HTTP 401: renewing the credentials")
    renewed = renew()
    if inspect.isawaitable(renewed):
        await renewed
    return await call()


def _is_unauthorized(outcome: Any) -> bool:
    """Whether a result or an exception says 401."""
    # Failed responses of requests are false, so only None counts as absent.
    response = getattr(outcome, "response", None)
    response = outcome if response is None else response
    names = ("status_code", "status", "code")
    return 401 in [getattr(response, name, None) for name in names]
