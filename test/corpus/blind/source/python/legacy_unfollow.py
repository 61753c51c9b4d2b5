#!/usr/bin/env python
# Unfollows who does not follow back. Still on tweepy 3.
import sys
import time

import tweepy

auth = tweepy.OAuthHandler(*sys.argv[1:3])
auth.set_access_token(*sys.argv[3:5])
api = tweepy.API(auth, retry_count=3, retry_delay=5, retry_errors={500, 502, 503, 504})

NOT_FOUND_CODES = (34, 50)
LOCKED = 326


def unfollow(user_id):
    try:
        api.destroy_friendship(user_id)
    except tweepy.RateLimitError:
        time.sleep(15 * 60)
        unfollow(user_id)
    except tweepy.TweepError as e:
        if e.api_code in NOT_FOUND_CODES or e.api_code == 63:
            return
        if e.args[0][0]["code"] == 89:
            sys.exit("token expired")
        if e.api_code == LOCKED:
            sys.exit("unlock the account first")
        if e.response is not None and e.response.status_code == 401:
            print("%s is private" % user_id)
            return
        raise


friends = set(api.friends_ids())
followers = set(api.followers_ids())
for n, user_id in enumerate(friends - followers):
    unfollow(user_id)
    if n % 50 == 0:
        time.sleep(64)
