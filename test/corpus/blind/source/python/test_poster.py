"""The poster against recorded answers of api.twitter.com."""
import json
from unittest.mock import MagicMock, patch

import pytest
import tweepy

from poster import Outcome, Poster


def answer(status, body, reason=""):
    response = MagicMock(status_code=status, reason=reason, text=json.dumps(body))
    response.json.return_value = body
    response.headers = {"x-rate-limit-reset": "1700000500", "content-length": "187"}
    return response


DUPLICATE = answer(403, {"errors": [{"code": 187, "message": "Status is a duplicate."}]})
CAPPED = answer(
    429,
    {
        "title": "UsageCapExceeded",
        "period": "Monthly",
        "type": "https://api.twitter.com/2/problems/usage-capped",
    },
)


@pytest.fixture
def poster():
    return Poster(tweepy.Client("token"), pause=0.5, limit=500)


def test_duplicate(poster):
    with patch.object(poster.client, "create_tweet", side_effect=tweepy.Forbidden(DUPLICATE)):
        assert poster.post("hello") is Outcome.BEFORE
    assert 187 in tweepy.Forbidden(DUPLICATE).api_codes


def test_capped(poster):
    with patch.object(poster.client, "create_tweet", side_effect=tweepy.TooManyRequests(CAPPED)):
        with pytest.raises(SystemExit) as e:
            poster.post("hello")
    assert e.value.code == 75


@pytest.mark.parametrize("code", [64, 326])
def test_human(poster, code):
    error = tweepy.Forbidden(answer(403, {"errors": [{"code": code, "message": ""}]}))
    with patch.object(poster.client, "create_tweet", side_effect=error):
        assert poster.post("hello") is Outcome.HUMAN
    assert poster.sent == 0 and poster.limit == 500
