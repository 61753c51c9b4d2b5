import os

import requests
import tweepy

TOKEN = os.environ.get("X_ACCESS_TOKEN", "")

client = tweepy.Client(bearer_token=TOKEN)


def read_timeline(user_id: str) -> dict:
    """The newest posts of an account, at most 100."""
    response = requests.get(
        f"https://api.x.com/2/users/{user_id}/tweets",
        headers={"authorization": f"Bearer {TOKEN}"},
        params={"max_results": 100},
        timeout=30,
    )
    if response.status_code == 429:
        raise RuntimeError("rate limit reached")
    return response.json()


def publish(text: str) -> str | None:
    """Posts a text; None when it was posted before."""
    try:
        return client.create_tweet(text=text).data["id"]
    except tweepy.Forbidden as error:
        if 187 in error.api_codes:
            return None
        raise
