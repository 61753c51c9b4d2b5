import httpretty
import pytest
import requests
import responses
import respx
from httpx import Response
from unittest.mock import MagicMock, patch

from vineyard.client import Cellar, CellarLocked, RETRY_ON, fill_level

BARRELS = 400
LITRES = {"small": 50, "barrique": 225, "tun": 500}


def test_retries_on():
    assert set(RETRY_ON) == {408, 502, 504}


@responses.activate
def test_unknown_barrel():
    responses.add(responses.GET, "https://cellar.vines.example/barrels/9", status=404)
    assert Cellar("k").barrel(9) is None
    assert responses.calls[0].request.url.endswith("/9")


@responses.activate
def test_bad_key():
    responses.get("https://cellar.vines.example/barrels/1", json={"error": "bad key"}, status=401)
    with pytest.raises(requests.HTTPError) as caught:
        Cellar("wrong").barrel(1)
    assert caught.value.response.status_code == 401


@httpretty.activate
def test_locked():
    httpretty.register_uri(httpretty.PUT, "https://cellar.vines.example/barrels/2", status=423)
    with pytest.raises(CellarLocked):
        Cellar("k").fill(2, LITRES["barrique"])


@respx.mock
async def test_waits():
    route = respx.post("https://cellar.vines.example/orders")
    route.side_effect = [Response(429, headers={"retry-after": "0"}), Response(201)]
    assert await Cellar("k").order(1)
    assert route.call_count == 2


@patch("vineyard.client.requests.get")
def test_server_fault(get):
    get.return_value = MagicMock(status_code=500, text="boom")
    assert Cellar("k").total() == 0


@pytest.mark.parametrize("litres,percent", [(0, 0), (225, 45), (404, 81), (500, 100)])
def test_fill_level(litres, percent):
    assert fill_level(litres, LITRES["tun"]) == percent


@pytest.mark.parametrize("status_code", [400, 403, 422])
def test_raises(status_code, requests_mock):
    requests_mock.get("https://cellar.vines.example/total", status_code=status_code)
    with pytest.raises(requests.HTTPError):
        Cellar("k").total()


def test_barrels(client):
    response = client.get("/barrels?limit=500")
    assert response.status_code == 200
    assert len(response.json()) == BARRELS
    assert client.get("/barrels/429").status_code == 404
