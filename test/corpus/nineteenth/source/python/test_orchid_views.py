import json

import httpx
import pytest
import respx
import responses
import requests
from flask import Flask
from unittest.mock import Mock, patch

from orchid import views
from orchid.nursery import Nursery, NurseryDown

SEEDS = [401, 404, 500, 503]


@pytest.fixture
def client():
    app = Flask(__name__)
    app.register_blueprint(views.bp)
    return app.test_client()


def test_list(client):
    rv = client.get("/seeds?limit=500")
    assert rv.status_code == 200
    assert [s["id"] for s in rv.json] == SEEDS
    assert len(rv.data) == 429


@pytest.mark.parametrize(
    ("body", "status"),
    [({}, 400), ({"name": ""}, 422), ({"name": "a" * 500}, 413), ({"name": "iris"}, 201)],
)
def test_create(client, body, status):
    assert client.post("/seeds", json=body).status_code == status


def test_missing(client):
    rv = client.get("/seeds/599")
    assert rv.status_code == 404
    assert rv.get_json() == {"code": 404, "message": "no such seed"}


def test_login_needed(client):
    assert client.delete("/seeds/404").status == "401 UNAUTHORIZED"


@respx.mock
def test_nursery_down():
    route = respx.get("https://nursery.example.org/stock").mock(return_value=httpx.Response(503, text="closed"))
    with pytest.raises(NurseryDown):
        Nursery(tries=2, wait=0.45).stock()
    assert route.call_count == 2


@responses.activate
def test_nursery_old():
    responses.add(responses.GET, "https://old.example.org/stock", json={"error": "moved away"}, status=410)
    responses.get("https://old.example.org/seeds", status=200, json=[{"grams": 450}])
    assert Nursery(old=True).stock() is None


def test_by_hand():
    reply = Mock(spec=requests.Response, status_code=429, headers={"Retry-After": "50"})
    with patch("orchid.nursery.requests.get", return_value=reply) as get:
        assert Nursery().wait_time() == 50
    get.assert_called_once_with("https://nursery.example.org/stock", timeout=400)


def test_raises():
    error = requests.HTTPError(response=Mock(status_code=502))
    with patch("orchid.nursery.requests.post", side_effect=error):
        assert json.loads(Nursery().order(404))["state"] == "later"
