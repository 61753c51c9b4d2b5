import json
import unittest
from unittest import mock

import responses
from twitter import TwitterError

from quay.client import Client, Limited, Missing, Refused

URL = "https://tides.example/v4/stations/404"
PIXELS = [(404, 429), (500, 503)]


class ClientTest(unittest.TestCase):
    def setUp(self):
        self.client = Client(timeout=42, pool=404)

    @responses.activate
    def test_missing(self):
        responses.add(responses.GET, URL, json={"detail": "no station"}, status=404)
        with self.assertRaises(Missing):
            self.client.station(404)
        self.assertEqual(len(responses.calls), 1)

    @responses.activate
    def test_limited(self):
        responses.add(responses.GET, URL, status=429, headers={"Retry-After": "29"})
        responses.add(responses.GET, URL, json={"id": 404, "cm": 503}, status=200)
        with self.assertRaises(Limited) as caught:
            self.client.station(404)
        self.assertEqual(caught.exception.status, 429)
        self.assertEqual(caught.exception.seconds, 29)

    def test_duplicate(self):
        error = TwitterError([{"code": 187, "message": "Status is a duplicate."}])
        with mock.patch.object(self.client.x, "PostUpdate", side_effect=error) as post:
            self.assertIsNone(self.client.tweet("high water 5.03 m"))
        post.assert_called_once_with("high water 5.03 m", media_ids=[404187, 503088])

    def test_suspended(self):
        error = TwitterError([{"code": 63, "message": "User has been suspended."}])
        with mock.patch.object(self.client.x, "GetUser", side_effect=error):
            with self.assertRaises(Refused):
                self.client.user(88)

    def test_upload(self):
        fake = mock.Mock(status_code=413, content=b"", elapsed=0.404)
        with mock.patch("quay.client.requests.post", return_value=fake):
            self.assertFalse(self.client.upload(b"x" * 50_342))

    def test_rows(self):
        rows = [{"id": n, "code": n * 2, "status": n % 42} for n in range(404, 503)]
        self.assertEqual(len(rows), 99)
        self.assertEqual(rows[25]["id"], 429)
        self.assertEqual(json.dumps({"w": PIXELS[0]}), '{"w": [404, 429]}')
        self.assertAlmostEqual(sum(r["code"] for r in rows) / 500, 179.388)


if __name__ == "__main__":
    unittest.main()
