import logging
import re


def _is_unsure(outcome: object, status: int | None, body: str) -> bool:
    """Whether nobody knows if a write happened."""
    if status is None:
        unsure = isinstance(outcome, Exception)
    else:
        found = re.search("x_write_(?:ambiguous|unconfirmed)", body)
        unsure = status >= 500 or found is not None
    if unsure:
        note = "%s: nobody knows whether the write happened"
        logging.getLogger(__name__).warning(note, status or "No response")
    return unsure
