import logging
import time

import tweepy

logger = logging.getLogger(__name__)


def post(client: tweepy.Client, text: str, base_delay: float = 4.0) -> str | None:
    for attempt in range(4):
        try:
            return client.create_tweet(text=text).data["id"]
        except tweepy.errors.TooManyRequests as e:
            delay = base_delay * 2**attempt
            logger.warning("rate limit, waiting %s s: %s", delay, e)
            time.sleep(delay)
        except tweepy.TweepyException as e:
            if hasattr(e, "api_codes") and 187 in e.api_codes:
                logger.warning("duplicate, skipped")
                return None
            if e.response is not None and e.response.status_code == 403:
                logger.error("forbidden: %s", e)
                return None
            raise
    return None
