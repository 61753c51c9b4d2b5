import json
import os
import sys
from time import sleep, time

import requests

SEARCH = "https://api.twitter.com/2/tweets/search/recent"
PROBLEMS = "https://api.twitter.com/2/problems/"

# what cannot succeed, however often it is tried
FATAL_TYPES = {
    "https://api.twitter.com/2/problems/client-forbidden": "attach the app to a project",
    "https://api.twitter.com/2/problems/unsupported-authentication": "use the other token",
    "https://api.twitter.com/2/problems/usage-capped": "wait for next month",
}


def search(query, max_results=100):
    params = {"query": query, "max_results": max_results}
    headers = {"Authorization": "Bearer " + os.environ["BEARER"]}
    while True:
        rc = requests.get(SEARCH, params=params, headers=headers)
        status = rc.status_code
        if status == 200:
            body = rc.json()
            yield from body.get("data", [])
            token = body["meta"].get("next_token")
            if not token:
                return
            params["next_token"] = token
            continue
        problem = rc.json()
        kind = problem.get("type", "about:blank")
        if kind in FATAL_TYPES:
            sys.exit(FATAL_TYPES[kind])
        if 429 == status:
            sleep(max(5, int(rc.headers["x-rate-limit-reset"]) - time()))
        elif status in [500, 502, 503]:
            sleep(5)
        else:
            raise Exception(status, rc.text)


if __name__ == "__main__":
    for n, tweet in enumerate(search(sys.argv[1])):
        print(json.dumps(tweet))
        if n >= 500:
            break
