import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

const head =
  'import requests\nfrom requests.adapters import HTTPAdapter\nfrom urllib3.util.retry import Retry\n\nsession = requests.Session()\n';

describe('a session of requests with an adapter of its own', () => {
  it.each([
    ['a Retry', 'session.mount("https://", HTTPAdapter(max_retries=Retry(total=3)))\n'],
    ['a number', 'session.mount("https://", HTTPAdapter(max_retries=3))\n'],
    [
      'variables',
      'retry = Retry(3)\nadapter = HTTPAdapter(max_retries=retry)\nsession.mount("https://", adapter=adapter)\n',
    ],
    ['what is not known', 'session.mount("https://", TimeoutAdapter(max_retries=policy()))\n'],
  ])('is left alone when it repeats calls: %s', async (_what, lines) => {
    const why = /mounted on the session retries this call already/;
    expect(await refusal('python', `${head}${lines}r = session.g$$CURSOR$$et(u)\n`)).toMatch(why);
    expect(await refusal('python', `${head}${lines}\n\ndef f():\n    return session.g$$CURSOR$$et(u)\n`)).toMatch(why);
  });

  it.each([
    [
      'by a function',
      'def make():\n    s = requests.Session()\n    s.mount("https://", HTTPAdapter(max_retries=5))\n    return s\n\n\nsession = make()\nsession.g$$CURSOR$$et(u)\n',
    ],
    [
      'in another method',
      'class A:\n    def __init__(self):\n        self.session = requests.Session()\n        self.session.mount("https://", HTTPAdapter(max_retries=5))\n\n    def f(self):\n        return self.session.g$$CURSOR$$et(u)\n',
    ],
    [
      'ready in a function',
      'def prepare():\n    session.mount("https://", HTTPAdapter(max_retries=5))\n\n\ndef f():\n    return session.g$$CURSOR$$et(u)\n',
    ],
  ])('is left alone when it is made %s', async (_what, lines) => {
    expect(await refusal('python', head + lines)).toMatch(/mounted on the session/);
  });

  it.each([
    ['without retries', 'session.mount("https://", HTTPAdapter(pool_maxsize=3))\nsession.g$$CURSOR$$et(u)\n'],
    ['with none', 'session.mount("https://", HTTPAdapter(max_retries=0))\nsession.g$$CURSOR$$et(u)\n'],
    [
      'with a Retry of none',
      'session.mount("https://", HTTPAdapter(max_retries=Retry(total=0)))\nsession.g$$CURSOR$$et(u)\n',
    ],
    ['on another session', 'other.mount("https://", HTTPAdapter(max_retries=3))\nsession.g$$CURSOR$$et(u)\n'],
    ['while the call uses none', 'session.mount("https://", HTTPAdapter(max_retries=3))\nrequests.g$$CURSOR$$et(u)\n'],
    [
      'of the same name in another function',
      'def f():\n    http = requests.Session()\n    http.mount("https://", HTTPAdapter(max_retries=3))\n\n\ndef g():\n    http = requests.Session()\n    return http.g$$CURSOR$$et(u)\n',
    ],
    [
      'whose name hides it',
      'session.mount("https://", HTTPAdapter(max_retries=3))\n\n\ndef f():\n    session = requests.Session()\n    return session.g$$CURSOR$$et(u)\n',
    ],
    [
      'as a parameter',
      'def f():\n    http = requests.Session()\n    http.mount("https://", HTTPAdapter(max_retries=3))\n\n\ndef g(http: requests.Session):\n    return http.g$$CURSOR$$et(u)\n',
    ],
  ])('is wrapped %s', async (_what, lines) => {
    expect((await apply('python', head + lines)).text).toContain('call_with_backoff(lambda:');
  });
});
