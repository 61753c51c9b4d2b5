"""Posts to https://api.x.com/2/tweets."""
import httpx

USAGE_CAPPED = "https://api.x.com/2/problems/usage-capped"
DUPLICATE = "You are not allowed to create a Tweet with duplicate content."


def out_of_credits(response: httpx.Response) -> bool:
    if response.status_code != 402:
        return False
    return response.json().get("title") == "CreditsDepleted"


def classify(response: httpx.Response) -> str:
    body = response.json()
    if body.get("type") == USAGE_CAPPED:
        return "capped"
    if body.get("detail") == DUPLICATE:
        return "duplicate"
    if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
        return "limited"
    return {401: "login", 403: "forbidden"}.get(response.status_code, "other")
