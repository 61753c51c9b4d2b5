import re
from typing import Any


def _read_answer(outcome: Any) -> tuple[int | None, str, Any]:
    """Status, body and headers of a result or an exception.

    Without a status, the server did not answer.
    """
    # Failed responses of requests are false, so only None counts as absent.
    response = getattr(outcome, "response", None)
    response = outcome if response is None else response
    names = ("status_code", "status", "code")
    codes = [getattr(response, name, None) for name in names]
    status = next((code for code in codes if isinstance(code, int)), None)
    # Of a success only 202 says more: whether the write is confirmed.
    if status is None or (status < 400 and status != 202):
        return status, "", {}
    try:
        # The file of urllib is only peeked into: the caller may want to read it.
        text = response.text if hasattr(response, "text") else response.fp.peek()
        body = text if isinstance(text, str) else text.decode()
    except Exception:
        body = ""  # It may be a stream or closed.
    return status, body, getattr(response, "headers", {})


def _failed_with(status: int | None, body: str, code: str) -> bool:
    """Whether an answer is a failure that has this code, which may be a status."""
    if status is None or status < 400:
        return False
    if not code.isdecimal():
        return code in re.split(r"[^\w.-]+", body)
    return code in [str(status), *re.findall(r'"code"\s*:\s*"?(\d+)', body)]
