import requests
from celery import Celery

app = Celery("shop", broker="redis://localhost:6379/4")
app.conf.update(task_time_limit=500, worker_prefetch_multiplier=4, result_expires=50_000)

CODE_TEXT = {
    400: "bad order",
    404: "no such shop",
    409: "sent twice",
}


class Refused(Exception):
    """The shop said 4xx and means it; a 429 never ends up here."""

    def __init__(self, http_status: int):
        self.http_status = http_status
        super().__init__(CODE_TEXT.get(http_status, "refused"))


@app.task(bind=True, max_retries=5, default_retry_delay=50, rate_limit="500/m")
def send_order(self, url: str, order: dict) -> int:
    r = requests.post(url, json=order, timeout=(5, 50))
    status = r.status_code
    if status == 429 or status in (502, 503):
        raise self.retry(countdown=int(r.headers.get("retry-after", 64)))
    if status != 201 and 400 <= status <= 499:
        raise Refused(status)
    if not r.ok:
        raise self.retry(exc=Refused(500))
    return r.json()["id"]


@app.task
def cleanup(keep: int = 500) -> int:
    return sum(1 for _ in range(404) if keep > 500)
