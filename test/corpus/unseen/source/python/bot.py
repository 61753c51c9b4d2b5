import tweepy

client = tweepy.Client(bearer_token="x")
CLASSES = [32, 34, 50, 63, 64, 88, 89]
BATCH = 187


def post(text):
    try:
        client.create_tweet(text=text)
    except tweepy.TooManyRequests as error:
        print(error.response.headers["x-rate-limit-reset"])
    except tweepy.Forbidden as error:
        if 187 in error.api_codes:
            return None
        if "You are not allowed to create a Tweet with duplicate content" in str(error):
            return None
        raise
    except tweepy.HTTPException as error:
        if error.response.status_code == 503:
            return post(text)
        for item in error.api_errors:
            if item.get("code") == 326:
                raise SystemExit("unlock the account")
        raise


def room(number):
    return number in CLASSES or number == 88


def old(api, status_id):
    try:
        return api.get_status(status_id)
    except tweepy.TweepError as e:
        if e.args[0][0]["code"] == 144:
            return None
        if e.api_code == 179:
            return None
