import pytest
import responses
from rest_framework import status
from rest_framework.test import APIClient

WIDTHS = [404, 500, 503]


@pytest.fixture
def client():
    return APIClient()


@pytest.mark.parametrize("size", [404, 429, 500])
def test_thumbnail(client, size):
    answer = client.get(f"/thumb/?w={size}")
    assert answer.status_code == 200
    assert len(answer.content) == 404


@pytest.mark.parametrize(("role", "expected_status"), [("guest", 401), ("reader", 403), ("owner", 200)])
def test_roles(client, role, expected_status):
    assert client.get("/ledger/", HTTP_X_ROLE=role).status_code == expected_status


def test_missing(client):
    answer = client.get("/orders/503/")
    assert answer.status_code == status.HTTP_404_NOT_FOUND


def test_conflict(client):
    assert client.post("/orders/", {"qty": 500}).status_code == 409


@responses.activate
def test_upstream(client):
    responses.add(responses.GET, "https://stock.example/x", json={"left": 404}, status=502)
    responses.add(responses.GET, "https://stock.example/y", json={"left": 500}, status=200)
    answer = client.get("/stock/x/")
    assert answer.status_code == 424
    assert answer.json()["left"] != 404


def test_total(client):
    rows = client.get("/report/").json()["rows"]
    assert rows == 404
    assert sum(WIDTHS) > 500
