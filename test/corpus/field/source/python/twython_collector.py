import time

from twython import Twython, TwythonError, TwythonRateLimitError


def collect(twitter: Twython, ids):
    for n, tweet_id in enumerate(ids):
        try:
            yield twitter.show_status(id=tweet_id)
        except TwythonRateLimitError:
            time.sleep(900)
        except TwythonError as e:
            if e.error_code == 404:
                continue
            if e.error_code in (403, 401):
                print("not visible", tweet_id)
                continue
            raise
        if n % 429 == 0:
            print(n, "of", len(ids))
