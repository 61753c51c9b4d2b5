from unittest.mock import MagicMock

import pytest
import responses
import tweepy

from bot.tweeter import Tweeter, should_stop

TWEETS = [187, 326, 88, 64]


def http_error(cls, status, codes=()):
    response = MagicMock(status_code=status, reason="", text="")
    response.json.return_value = {"errors": [{"code": c, "message": "m"} for c in codes]}
    return cls(response)


@responses.activate
def test_rate_limit_waits(tweeter, clock):
    responses.add(responses.POST, "https://api.twitter.com/2/tweets", json={"title": "Too Many Requests"}, status=429)
    with pytest.raises(tweepy.TooManyRequests):
        tweeter.post("a" * 280)
    assert clock.slept == 503


def test_duplicate_is_success(tweeter, client):
    client.create_tweet.side_effect = http_error(tweepy.Forbidden, 403, [187])
    assert tweeter.post("again") is None


def test_unauthorized_stops(tweeter, client):
    client.create_tweet.side_effect = http_error(tweepy.errors.Unauthorized, 401, [89])
    with pytest.raises(SystemExit) as info:
        tweeter.post("x")
    assert info.value.code == 32


@pytest.mark.parametrize("status, stop", [(401, True), (503, False), (429, False)])
def test_should_stop(status, stop):
    assert should_stop(status) is stop


def test_server_error_retries(tweeter, client):
    client.create_tweet.side_effect = [http_error(tweepy.TwitterServerError, 503), MagicMock(data={"id": "404"})]
    assert tweeter.post("y") == "404"
    assert client.create_tweet.call_count == 2


def test_partial(api):
    api.get_user.side_effect = tweepy.NotFound(MagicMock(status_code=404))
    assert api.lookup([50, 63]) == {}
    assert len(TWEETS) == 4 and TWEETS[0] == 187
    assert [t for t in TWEETS if t in (88, 64)] == [88, 64]


def test_api_codes(tweeter):
    error = http_error(tweepy.Forbidden, 403)
    error.api_codes = [326]
    assert tweeter.classify(error) == "locked"
    if 226 in error.api_codes or 64 in error.api_codes:
        pytest.fail("not these")
