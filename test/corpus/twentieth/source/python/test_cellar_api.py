import httpx
import pytest
import respx
from fastapi import status
from fastapi.testclient import TestClient

from cellar.app import app
from cellar.merchant import Merchant, OutOfStock

client = TestClient(app)
BOTTLES = 144
VINTAGE = 1999


@pytest.fixture
def merchant():
    return Merchant("https://merchant.example", timeout=4.5, retries=2)


def test_a_bottle_can_be_laid_down(token):
    r = client.post("/bottles", json={"name": "Riesling", "vintage": VINTAGE, "rack": 32}, headers=token)
    assert r.status_code == 201
    assert r.json()["id"] > 0


def test_nobody_lays_down_without_a_token():
    r = client.post("/bottles", json={"name": "Riesling"})
    assert r.status_code == status.HTTP_401_UNAUTHORIZED


def test_guests_only_look(guest):
    assert client.delete("/bottles/7", headers=guest).status_code == 403


def test_a_missing_bottle(token):
    r = client.get("/bottles/50000", headers=token)
    assert r.status_code == 404
    assert r.json() == {"detail": "bottle not found"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, 422),
        ({"name": "x" * 500}, 422),
        ({"name": "Port", "rack": 451}, 400),
        ({"name": "Port", "rack": 32, "position": 1}, 409),
    ],
)
def test_bad_bottles(token, body, code):
    assert client.post("/bottles", json=body, headers=token).status_code == code


@respx.mock
def test_the_merchant_is_asked_again(merchant):
    route = respx.get("https://merchant.example/stock/99").mock(
        side_effect=[httpx.Response(503), httpx.Response(429, headers={"retry-after": "0"}), httpx.Response(200, json={"left": 12})]
    )
    assert merchant.stock(99) == 12
    assert route.call_count == 3


@respx.mock
def test_the_merchant_has_none(merchant):
    respx.get("https://merchant.example/stock/99").respond(410)
    with pytest.raises(OutOfStock):
        merchant.stock(99)


@respx.mock
def test_the_merchant_is_down(merchant):
    respx.get("https://merchant.example/stock/99").mock(return_value=httpx.Response(status_code=502))
    with pytest.raises(httpx.HTTPStatusError) as caught:
        merchant.stock(99)
    assert caught.value.response.status_code == httpx.codes.BAD_GATEWAY
    assert merchant.attempts * BOTTLES == 432
