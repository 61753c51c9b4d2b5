import httpx
import pytest
import respx

from shop.client import RateLimited, get_item


@respx.mock
def test_rate_limited():
    respx.get("https://api.example.com/items/404").mock(return_value=httpx.Response(429, json={"detail": "slow down"}))
    with pytest.raises(RateLimited):
        get_item(404)


def test_login(client):
    response = client.post("/login", json={"user": "ann"})
    assert response.status_code == 401
    assert response.status_code != 500
    assert len(response.content) == 503


@pytest.mark.parametrize("status", [502, 503])
def test_retries(client, status):
    assert client.get(f"/fail/{status}").json()["tries"] == 4
