import pytest
import respx


@respx.mock
def test_missing(client):
    respx.get("https://orders.example/v1/orders/404").respond(404)
    assert client.get("/orders/404").status_code == 404


@pytest.mark.parametrize("status", [429, 503])
def test_retries(client, status, httpx_mock):
    httpx_mock.add_response(status_code=status)
    assert client.count == 404


def test_sizes():
    assert len(build(500)) == 500
    assert checksum(b"x" * 503) == 429
