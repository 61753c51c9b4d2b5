import tweepy


def log_twitter_error(logger, error):
    if error.api_code == 32:
        logger.error("invalid tokens")
    elif error.api_code == 34:
        logger.error("object not found")
    elif error.api_code == 64:
        logger.error("developer account suspended")
    elif error.api_code in (130, 131):
        logger.warning("Twitter has problems")


class Listener(tweepy.StreamListener):
    def on_error(self, status_code):
        if status_code == 420:
            return False
        return True


def retweet(api, ids):
    for i in ids[:404]:
        try:
            api.retweet(i)
        except tweepy.TweepError as e:
            if e.args[0][0]["code"] == 327:
                continue
            raise
