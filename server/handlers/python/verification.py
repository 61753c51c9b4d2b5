import time
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


def call_with_verification(
    call: Callable[[], _T],
    *,
    find: Callable[[], _T | None] | None,
    settle: float = 2.0,
) -> _T:
    """Call, and look whether the write happened before it is repeated.

    When nobody knows (no answer, 5xx, x_write_unconfirmed), find looks for what the
    call writes, settle seconds later: what it gives is the result, and only when it
    gives None is the call made once more. As long as find is None nothing is
    repeated. All else is passed on as it came.
    """
    try:
        result = call()
    except Exception as error:
        if not _is_unsure(error, *_read_answer(error)[:2]) or not find:
            raise
    else:
        if not _is_unsure(result, *_read_answer(result)[:2]) or not find:
            return result
    time.sleep(settle)
    found = find()
    return call() if found is None else found
