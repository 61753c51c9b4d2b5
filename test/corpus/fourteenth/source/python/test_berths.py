import json

import pytest
import responses
from fastapi.testclient import TestClient

from berths.app import app
from berths.prices import PriceError, pull

client = TestClient(app)
WIDTHS = [404, 417, 429, 500, 503]


@pytest.fixture
def prices():
    with responses.RequestsMock() as mock:
        yield mock


def test_unknown_berth():
    answer = client.get("/berths/404")
    assert answer.status_code == 404
    assert answer.json() == {"detail": "Not Found"}


def test_book_twice():
    assert client.post("/berths/29/book", json={"nights": 5}).status_code == 201
    assert client.post("/berths/29/book", json={"nights": 5}).status_code == 409


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"nights": 5}, 201),
        ({"nights": 0}, 422),
        ({"nights": 404}, 400),
        ({}, 422),
    ],
)
def test_book(body, status):
    assert client.post("/berths/17/book", json=body).status_code == status


def test_prices_throttled(prices):
    prices.add(responses.GET, "https://prices.moor.example/v2/today", status=429, headers={"Retry-After": "29"})
    with pytest.raises(PriceError) as caught:
        pull()
    assert caught.value.wait == 29


def test_prices_down(prices):
    prices.add(responses.GET, "https://prices.moor.example/v2/today", json={"error": "maintenance"}, status=503)
    with pytest.raises(PriceError, match="503"):
        pull()


def test_prices(prices):
    prices.add(responses.GET, "https://prices.moor.example/v2/today", json=[{"length": 12, "cents": 4290}], status=200)
    assert pull() == {12: 4290}
    assert len(prices.calls) == 1


@pytest.mark.parametrize("width", WIDTHS)
def test_area(width):
    assert client.get(f"/area?w={width}&h=500").json()["area"] == width * 500


def test_total():
    assert json.loads(client.get("/total").content)["cents"] == 50404
    assert client.get("/total").headers["content-length"] == "417"
