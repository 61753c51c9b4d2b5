import httpx
import pytest
import responses
import respx

from weather import Weather, WeatherError

URL = "https://weather.example.org/v1/now"


@responses.activate
def test_waits_after_429():
    responses.add(responses.GET, URL, status=429, headers={"Retry-After": "0"})
    responses.add(responses.GET, URL, json={"temp": 18.7, "pressure": 1004, "lux": 500}, status=200)
    assert Weather().now("Oslo").lux == 500
    assert len(responses.calls) == 2


@responses.activate
@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_gives_up(status):
    responses.add(responses.GET, URL, status=status)
    with pytest.raises(WeatherError) as caught:
        Weather().now("Oslo")
    assert caught.value.status_code == status
    assert len(responses.calls) == 1


@respx.mock
async def test_async():
    route = respx.get(URL).mock(
        side_effect=[httpx.Response(503), httpx.Response(200, json={"temp": 4, "lux": 404})]
    )
    assert (await Weather().now_async("Oslo")).lux == 404
    assert route.call_count == 2


def test_api(client):
    response = client.get("/weather/nowhere")
    assert response.status_code == 404
    assert response.json()["wait"] < 500
    assert client.post("/weather", json={}).status_code != 500
