import tweepy

FIELDS = ["created_at", "public_metrics"]
MAX_RESULTS = 100


def likes(client: tweepy.Client, user_id: int = 404187429) -> int:
    tweets = client.get_users_tweets(user_id, tweet_fields=FIELDS, max_results=MAX_RESULTS).data or []
    total = sum(t.public_metrics["like_count"] for t in tweets)
    return total if total > 453 else 88
