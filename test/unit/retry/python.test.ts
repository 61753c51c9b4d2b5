import { describe, expect, it } from 'vitest';
import { apply } from './support';

/** What is tested, source with the cursor, source after the edit without imports and handler. */
type Case = [string, string, string];

const cases: Case[] = [
  [
    'requests gets a timeout',
    'import requests\n\n\ndef load(url):\n    return requests.get(url)$$CURSOR$$\n',
    'def load(url):\n    return call_with_backoff(lambda: requests.get(url, timeout=30), idempotent=True)\n',
  ],
  [
    'a timeout that is there stays',
    'import requests\n\nr = requests.get(url, timeout=5)$$CURSOR$$\n',
    'r = call_with_backoff(lambda: requests.get(url, timeout=5), idempotent=True)\n',
  ],
  [
    'options in a dictionary may hold a timeout',
    'import requests\n\nr = requests.get(url, **options)$$CURSOR$$\n',
    'r = call_with_backoff(lambda: requests.get(url, **options), idempotent=True)\n',
  ],
  [
    'a POST is tried once',
    'import requests\n\nr = requests.post(url, json={})$$CURSOR$$\n',
    'r = call_with_backoff(lambda: requests.post(url, json={}, timeout=30), idempotent=False)\n',
  ],
  [
    'a POST with an idempotency key is repeated',
    'import requests\n\nr = requests.post(url, headers={"Idempotency-Key": key}, timeout=9)$$CURSOR$$\n',
    'r = call_with_backoff(\n    lambda: requests.post(url, headers={"Idempotency-Key": key}, timeout=9),\n    idempotent=True,\n)\n',
  ],
  [
    'a call over several lines, as Black writes it',
    'import requests\n\nr = requests.put(\n    url,\n    data="""a\n  b""",  # text\n)$$CURSOR$$\n',
    'r = call_with_backoff(\n    lambda: requests.put(\n        url,\n        data="""a\n  b""",  # text\n        timeout=30,\n    ),\n    idempotent=True,\n)\n',
  ],
  [
    'tabs',
    'import requests\n\n\ndef f():\n\tif x:\n\t\tr = requests.get(\n\t\t\turl,\n\t\t)$$CURSOR$$\n',
    'def f():\n\tif x:\n\t\tr = call_with_backoff(\n\t\t\tlambda: requests.get(\n\t\t\t\turl,\n\t\t\t\ttimeout=30,\n\t\t\t),\n\t\t\tidempotent=True,\n\t\t)\n',
  ],
  [
    'a session in a field',
    'import requests\n\n\nclass Api:\n    def __init__(self):\n        self.http = requests.Session()\n\n    def load(self):\n        return self.http.get("/a")$$CURSOR$$\n',
    'class Api:\n    def __init__(self):\n        self.http = requests.Session()\n\n    def load(self):\n        return call_with_backoff(\n            lambda: self.http.get("/a", timeout=30),\n            idempotent=True,\n        )\n',
  ],
  [
    'requests under another name, and request(method, url)',
    'import requests as http\n\nr = http.request("DELETE", url)$$CURSOR$$\n',
    'r = call_with_backoff(lambda: http.request("DELETE", url, timeout=30), idempotent=True)\n',
  ],
  [
    'httpx has a timeout of its own',
    'import httpx\n\nr = httpx.get(url)$$CURSOR$$\n',
    'r = call_with_backoff(lambda: httpx.get(url), idempotent=True)\n',
  ],
  [
    'an awaited call of httpx',
    'import httpx\n\n\nasync def load(url):\n    async with httpx.AsyncClient() as client:\n        return await client.get(url)$$CURSOR$$\n',
    'async def load(url):\n    async with httpx.AsyncClient() as client:\n        return await call_with_backoff_async(lambda: client.get(url), idempotent=True)\n',
  ],
  [
    'a client that is a parameter',
    'import httpx\n\n\nasync def load(c: httpx.AsyncClient, url: str):\n    return await c.get(url)$$CURSOR$$\n',
    'async def load(c: httpx.AsyncClient, url: str):\n    return await call_with_backoff_async(lambda: c.get(url), idempotent=True)\n',
  ],
  [
    'async with of aiohttp enters the awaited response',
    'import aiohttp\n\n\nasync def load(session: aiohttp.ClientSession):\n    async with session.get(u) as r$$CURSOR$$:\n        return await r.text()\n',
    'async def load(session: aiohttp.ClientSession):\n    async with await call_with_backoff_async(\n        lambda: session.get(u),\n        idempotent=True,\n    ) as r:\n        return await r.text()\n',
  ],
  [
    'urlopen in a with statement',
    'import urllib.request\n\nwith urllib.request.urlopen(url) as r$$CURSOR$$:\n    print(r.read())\n',
    'with call_with_backoff(\n    lambda: urllib.request.urlopen(url, timeout=30),\n    idempotent=True,\n) as r:\n    print(r.read())\n',
  ],
  [
    'urlopen of a request that posts',
    'from urllib.request import Request, urlopen\n\nrequest = Request(url, data=body)\nr = urlopen(request, timeout=3)$$CURSOR$$\n',
    'request = Request(url, data=body)\n\nr = call_with_backoff(lambda: urlopen(request, timeout=3), idempotent=False)\n',
  ],
  [
    'a read of tweepy',
    'import tweepy\n\nclient = tweepy.Client(token)\nme = client.get_me()$$CURSOR$$\n',
    'client = tweepy.Client(token)\n\nme = call_with_backoff(lambda: client.get_me(), idempotent=True)\n',
  ],
  [
    'a write of tweepy',
    "import tweepy\n\n\ndef post(self, api):\n    api.update_status('a')$$CURSOR$$\n",
    "def post(self, api):\n    call_with_backoff(lambda: api.update_status('a'), idempotent=False)\n",
  ],
];

/** Imports come first; what is compared begins behind them. */
function body(code: string): string {
  return code.replace(/^(?:(?:import|from) .*\n|\n)+/, '');
}

describe('a call in Python is wrapped', () => {
  it.each(cases)('%s', async (_name, before, after) => {
    expect(body((await apply('python', before)).code)).toBe(after);
  });

  it('with the line ends of the file', async () => {
    const { text } = await apply('python', 'import requests\r\n\r\nr = requests.get(\r\n    url,\r\n)$$CURSOR$$\r\n');
    expect(text).toContain('    lambda: requests.get(\r\n        url,\r\n        timeout=30,\r\n    ),\r\n');
    expect(text).not.toMatch(/[^\r]\n/);
  });

  it('with the numbers of the strategy', async () => {
    const strategy = { name: 'wait-for-reset', baseDelay: 2, attempts: 2 } as const;
    const { code } = await apply('python', 'import httpx\n\nr = httpx.get(url)$$CURSOR$$\n', strategy);
    expect(body(code)).toBe(
      'r = call_with_backoff(lambda: httpx.get(url), idempotent=True, retries=2, base_delay=2)\n',
    );
  });
});

/** The import lines of a file after the edit. */
async function imports(before: string): Promise<string> {
  const { text } = await apply('python', before);
  return text.slice(0, text.indexOf('_T = TypeVar'));
}

describe('the imports of a Python handler', () => {
  it('go before those of other packages', async () => {
    expect(await imports('"""Doc."""\n\nimport requests\n\nrequests.get(u)$$CURSOR$$\n')).toBe(
      '"""Doc."""\n\nimport logging\nimport random\nimport re\nimport threading\nimport time\n' +
        'from collections.abc import Callable\nfrom email.utils import parsedate_to_datetime\n' +
        'from typing import Any, TypeVar\n\nimport requests\n\n',
    );
  });

  it('go among those of the standard library, and into those that are there', async () => {
    const before =
      'import os\nimport re\nimport sys  # for exit\nfrom typing import Callable, List\n\nimport requests\n\n\nrequests.get(u)$$CURSOR$$\n';
    expect(await imports(before)).toBe(
      'import logging\nimport os\nimport random\nimport re\nimport sys  # for exit\nimport threading\nimport time\n' +
        'from email.utils import parsedate_to_datetime\nfrom typing import Any, Callable, List, TypeVar\n\nimport requests\n\n',
    );
  });

  it('get another name where theirs is taken', async () => {
    const before = 'from time import time\n\nimport requests\n\nrandom = 4\nrequests.get(u)$$CURSOR$$\n';
    const { text } = await apply('python', before);
    expect(text).toContain('import random as _random\n');
    expect(text).toContain('import time as _time\n');
    expect(text).toContain('_time.monotonic()');
    expect(text).toContain('_random.uniform(0, jitter)');
    expect(text).not.toMatch(/(?<![\w.])(?:time|random)\.\w/);
  });

  it('follow the comments and the future of a file that imports nothing else', async () => {
    const before =
      '#!/usr/bin/env python3\n"""Doc."""\n\nfrom __future__ import annotations\n\n\nclass A:\n    def f(self, session):\n        session.get(u)$$CURSOR$$\n\n\nimport requests\n';
    expect(await imports(before)).toMatch(
      /^#!\/usr\/bin\/env python3\n"""Doc\."""\n\nfrom __future__ import annotations\n\nimport logging\n[^]*TypeVar\n\n$/,
    );
  });
});
