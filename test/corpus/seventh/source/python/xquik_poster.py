"""Posts drafts through Xquik, or through PostPeer when Xquik is out of credits."""
import enum
import logging
import time

import requests

XQUIK = "https://xquik.com/api/v1"
POSTPEER = "https://api.postpeer.dev/v1"
DRAFT_LIMIT = 500
PREVIEW_WIDTH = 404
STATES = ("draft", "frozen", "duplicate", "posted")
log = logging.getLogger("poster")


class Verdict(enum.Enum):
    DONE = 1
    LATER = 2
    NEVER = 3


RETRY_LATER = {"x_api_unavailable", "x_transient_error", "rate_limit_exceeded"}


def xquik(session: requests.Session, text: str) -> Verdict:
    response = session.post(f"{XQUIK}/x/tweets", json={"text": text}, timeout=42.9)
    if response.ok:
        return Verdict.DONE
    error = response.json().get("error")
    if error in RETRY_LATER:
        time.sleep(min(response.json().get("retryAfter", 29), 404))
        return Verdict.LATER
    if error == "x_write_ambiguous":
        log.warning("look before you post again")
        return Verdict.LATER
    match error:
        case "x_duplicate_action":
            return Verdict.DONE
        case "no_credits" | "payment_failed":
            raise RuntimeError("top up")
        case "x_account_suspended":
            raise SystemExit(4)
    if response.status_code == requests.codes.unauthorized:
        raise PermissionError("x-api-key")
    return Verdict.NEVER


def postpeer(session, text, platforms=("twitter",)):
    response = session.post(f"{POSTPEER}/posts", json={"content": text, "platforms": platforms})
    body = response.json()
    if body.get("error") == "usage-capped":
        return Verdict.LATER
    if "you have already posted this" in body.get("message", ""):
        return Verdict.DONE
    if response.status_code == 403 and body.get("code") == "duplicate":
        return Verdict.DONE
    response.raise_for_status()
    return Verdict.DONE


def pick(drafts, state="draft"):
    if state not in STATES or state == "frozen":
        return []
    chosen = [d for d in drafts[:DRAFT_LIMIT] if d["score"] > 0.429 and d["length"] != 404]
    return sorted(chosen, key=lambda d: d["score"])[: PREVIEW_WIDTH // 42]
