import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

/** What a function looks like after the handler took the place of its loop. */
async function expectReplaced(language: 'typescript' | 'python', before: string, after: string): Promise<void> {
  const { code, plan } = await apply(language, before);
  expect(plan.title).toMatch(/^Replace the loop around \S+ by backoff/);
  expect(code.trimEnd()).toBe(after.trimEnd());
}

describe('a loop that repeats a call by hand', () => {
  it.each([
    [
      'a wait of its own after a 429',
      `async function load(url: string) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const res = await fetch$$CURSOR$$(url);
    if (res.status === 429) {
      console.warn('rate limited');
      await sleep(1000);
      continue;
    }
    if (!res.ok) throw new Error(\`HTTP \${res.status}\`);
    return res.json();
  }
  throw new Error('gave up');
}
`,
      `async function load(url: string) {
  const res = await withBackoff((signal) => fetch(url, { signal }), {
    idempotent: true,
  });
  if (res.status === 429) {
    throw new Error('gave up');
  }
  if (!res.ok) throw new Error(\`HTTP \${res.status}\`);
  return res.json();
}
`,
    ],
    [
      'a catch that waits, with the last error',
      `export async function load(url: string): Promise<unknown> {
  let delay = 500;
  let lastError: unknown;
  for (let i = 0; i < 4; i += 1) {
    try {
      // The list of today.
      const res = await fetch(url);

      return await res.json();
    } catch (error) {
      lastError = error;
      if (i === 3) throw error;
      await new Promise((resolve) => setTimeout$$CURSOR$$(resolve, delay));
      delay *= 2;
    }
  }
  throw lastError;
}
`,
      `export async function load(url: string): Promise<unknown> {
  // The list of today.
  const res = await withBackoff((signal) => fetch(url, { signal }), {
    idempotent: true,
  });

  return await res.json();
}
`,
    ],
    [
      'no limit, with the cursor on the head',
      `async function load(url: string) {
  wh$$CURSOR$$ile (true) {
    const res = await fetch(url, { headers });
    if (res.status >= 500) {
      await sleep(1000 * Math.random());
      continue;
    }
    return res;
  }
}
`,
      `async function load(url: string) {
  const res = await withBackoff((signal) => fetch(url, { headers, signal }), {
    idempotent: true,
  });
  if (res.status >= 500) {
    throw new Error('Still failing after all retries');
  }
  return res;
}
`,
    ],
    [
      'a success that leaves, and a wait at the end',
      `async function load(url: string) {
  for (const delay of [1000, 2000, 4000]) {
    const res = await fetch$$CURSOR$$(url);
    if (res.ok) return res;
    await sleep(delay);
  }
  throw new Error('load failed');
}
`,
      `async function load(url: string) {
  const res = await withBackoff((signal) => fetch(url, { signal }), {
    idempotent: true,
  });
  if (res.ok) return res;
  throw new Error('load failed');
}
`,
    ],
    [
      'a branch of a catch that goes round, and nothing behind the loop',
      `async function load(url: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await axios.get$$CURSOR$$(url, { timeout: 5000 });
    } catch (err) {
      if (err.response?.status === 429) {
        await sleep(2 ** attempt * 1000);
        continue;
      }
      throw err;
    }
  }
}
`,
      `async function load(url: string) {
  return await withBackoff(
    (signal) => axios.get(url, { timeout: 5000, signal }),
    { idempotent: true },
  );
}
`,
    ],
  ])('in TypeScript gives way to the handler: %s', (_, before, after) => expectReplaced('typescript', before, after));

  it.each([
    [
      'an except that waits',
      `import requests


def load(url):
    for attempt in range(3):
        try:
            response = requests.get$$CURSOR$$(url, timeout=10)
            response.raise_for_status()
            return response.json()
        except requests.HTTPError:
            if attempt == 2:
                raise
            time.sleep(2 ** attempt)
`,
      'def load(url):\n    response = call_with_backoff(lambda: requests.get(url, timeout=10), idempotent=True)\n    response.raise_for_status()\n    return response.json()\n',
    ],
    [
      'a status',
      `import requests


def load(url):
    while True:
        r = requests.get(url)
        if r.status_code == 429:
            time.sl$$CURSOR$$eep(60)
            continue
        return r
`,
      'def load(url):\n    r = call_with_backoff(lambda: requests.get(url, timeout=30), idempotent=True)\n    if r.status_code == 429:\n        raise RuntimeError("Still failing after all retries")\n    return r\n',
    ],
    [
      'a break, behind which the program goes on',
      `import requests


def load(url):
    tries = 0
    while True:
        try:
            res = requests.get(url, timeout=5)$$CURSOR$$
            break
        except requests.HTTPError as error:
            if error.response.status_code == 429:
                time.sleep(30)
            else:
                raise
    return res.json()
`,
      'def load(url):\n    tries = 0\n    res = call_with_backoff(lambda: requests.get(url, timeout=5), idempotent=True)\n    return res.json()\n',
    ],
  ])('in Python gives way to the handler: %s', async (_, before, after) => {
    const { code } = await apply('python', before);
    expect(code).toContain(after);
  });

  it.each([
    [
      'a break',
      'for (let i = 0; i < 3; i++) {\n  r = await fetch$$CURSOR$$(u);\n  if (r.ok) break;\n  await sleep(1000);\n}\nuse(r);\n',
    ],
    [
      'a use of the counter',
      'async function f(u) {\n  for (let i = 0; i < 3; i++) {\n    const r = await fetch$$CURSOR$$(u);\n    if (r.status === 429) { await sleep(1000); continue; }\n    return [r, i];\n  }\n  throw new Error("no");\n}\n',
    ],
    [
      'a result instead of a failure',
      'async function f(u) {\n  for (let i = 0; i < 3; i++) {\n    try {\n      return await fetch$$CURSOR$$(u);\n    } catch (e) {\n      await sleep(1000);\n    }\n  }\n  return undefined;\n}\n',
    ],
    [
      'a name that is another one outside',
      'async function f(u, r) {\n  while (true) {\n    const r = await fetch$$CURSOR$$(u);\n    if (r.status === 429) { await sleep(1000); continue; }\n    return r;\n  }\n}\n',
    ],
    [
      'another request',
      'async function f(u) {\n  while (true) {\n    const r = await fetch$$CURSOR$$(u);\n    if (r.status === 401) { await fetch("/renew"); continue; }\n    return r;\n  }\n}\n',
    ],
    [
      'an error of another kind',
      'async function f(u) {\n  while (true) {\n    try {\n      return await fetch$$CURSOR$$(u);\n    } catch (e) {\n      if (stopped) throw new Stopped();\n      await sleep(1000);\n    }\n  }\n}\n',
    ],
    [
      'a finally',
      'async function f(u) {\n  while (true) {\n    try {\n      return await fetch$$CURSOR$$(u);\n    } catch (e) {\n      await sleep(1000);\n    } finally {\n      done();\n    }\n  }\n}\n',
    ],
  ])('is left alone with %s', async (_, text) => {
    expect(await refusal('javascript', text)).toMatch(/retries already/);
  });
});
