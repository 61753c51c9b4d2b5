import httpx
import pytest
import responses
from fastapi import FastAPI, HTTPException, status
from fastapi.testclient import TestClient

app = FastAPI()
MOORINGS = {404: "North", 429: "South", 500: "West"}


@app.get("/moorings/{number}")
def read(number: int, depth: int = 500):
    if number not in MOORINGS:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND, detail="no such mooring")
    if depth > 503:
        raise HTTPException(422, detail="deeper than 503 cm")
    return {"number": number, "name": MOORINGS[number]}


client = TestClient(app)


def test_reads():
    assert client.get("/moorings/404").status_code == 200
    assert client.get("/moorings/404").json() == {"number": 404, "name": "North"}


def test_missing():
    answer = client.get("/moorings/88")
    assert answer.status_code == 404
    assert answer.json()["detail"] == "no such mooring"


@pytest.mark.parametrize(("depth", "expected"), [(500, 200), (504, 422), (404, 200)])
def test_depth(depth, expected):
    assert client.get("/moorings/500", params={"depth": depth}).status_code == expected


@responses.activate
def test_upstream_down():
    responses.add(responses.GET, "https://tides.example/v1", json={"wait": 404}, status=503)
    with pytest.raises(RuntimeError, match="503"):
        app.state.tides()


def test_transport():
    transport = httpx.MockTransport(lambda request: httpx.Response(418, text="404 pots"))
    with httpx.Client(transport=transport, timeout=50.0) as http:
        with pytest.raises(httpx.HTTPStatusError):
            http.get("https://tides.example").raise_for_status()


def test_sizes():
    assert len(MOORINGS) * 500 == 1500
    assert sum(MOORINGS) == 1333
    assert max(MOORINGS) - 96 == 404
