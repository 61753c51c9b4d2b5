import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/retry/textEdits';
import { isRefusal } from '../../../server/retry/retry';
import { retryLanguage } from '../../../server/retry/languages';
import { apply, definitionsOf, type Language, planAt, refusal } from './support';

/** Applies the fix at the first `needle` in a text; the text itself when it is refused. */
async function again(languageId: Language, text: string, needle: string): Promise<string> {
  const plan = await planAt(languageId, text, text.indexOf(needle));
  return isRefusal(plan) ? text : applyEdits(text, plan.edits);
}

const programs: [Language, string, string, string][] = [
  ['typescript', 'const r = await fetch(one)$$CURSOR$$;\nconst s = await fetch(two);\n', 'fetch(two)', 'withBackoff'],
  ['javascript', 'const r = await fetch(one)$$CURSOR$$;\nconst s = await fetch(two);\n', 'fetch(two)', 'withBackoff'],
  [
    'python',
    'import requests\n\na = requests.get(one)$$CURSOR$$\nb = requests.get(two)\n',
    'requests.get(two',
    'call_with_backoff',
  ],
];

describe('the handler', () => {
  it.each(programs)('%s: comes with the first call only', async (language, before, second, name) => {
    const once = (await apply(language, before)).text;
    const twice = await again(language, once, second);
    expect(definitionsOf(once, name)).toBe(1);
    expect(definitionsOf(twice, name)).toBe(1);
    expect(twice.split(`${name}(`)).toHaveLength(once.split(`${name}(`).length + 1);
  });

  it.each(programs)('%s: a wrapped call is left alone', async (language, before) => {
    const once = (await apply(language, before)).text;
    const call = language === 'python' ? 'requests.get(one' : 'fetch(one';
    expect(await again(language, once, call)).toBe(once);
  });

  it.each<[Language, string]>([
    ['typescript', "import { withBackoff } from './backoff';\nawait fetch(u)$$CURSOR$$;\n"],
    ['typescript', "import { retry as withBackoff } from 'elsewhere';\nawait fetch(u)$$CURSOR$$;\n"],
    ['javascript', "import withBackoff from 'elsewhere';\nawait fetch(u)$$CURSOR$$;\n"],
    ['javascript', "const { withBackoff } = require('./backoff');\nawait fetch(u)$$CURSOR$$;\n"],
    ['javascript', 'const withBackoff = (call, options) => call();\nawait fetch(u)$$CURSOR$$;\n'],
    ['javascript', 'function f(withBackoff) { return fetch(u)$$CURSOR$$; }\n'],
    ['javascript', 'async function withBackoff(call, { retries }) {}\nawait fetch(u)$$CURSOR$$;\n'],
    [
      'javascript',
      'async function withBackoff(call, options) {}\nfunction f(withBackoff) { return fetch(u)$$CURSOR$$; }\n',
    ],
    ['python', 'import requests\nfrom backoff import call_with_backoff\n\nrequests.get(u)$$CURSOR$$\n'],
    ['python', 'import requests\nfrom x import *\n\ncall_with_backoff(f)\nrequests.get(u)$$CURSOR$$\n'],
    [
      'python',
      'import requests\ntry:\n    from x import call_with_backoff\nexcept E:\n    pass\nrequests.get(u)$$CURSOR$$\n',
    ],
    [
      'python',
      'import requests\n\ndef call_with_backoff(call, *, idempotent, retries=3):\n    pass\n\nrequests.get(u)$$CURSOR$$\n',
    ],
    ['python', 'import requests\n\ndef f(call_with_backoff):\n    return requests.get(u)$$CURSOR$$\n'],
  ])('is not called by a name that may mean something else: %s %s', async (language, text) => {
    expect(await refusal(language, text)).toMatch(/which may work differently/);
  });

  it('is not taken for a property of its name', async () => {
    const { text } = await apply('python', 'import requests\n\na.call_with_backoff(f)\nrequests.get(u)$$CURSOR$$\n');
    expect(definitionsOf(text, 'call_with_backoff')).toBe(1);
  });

  it('is not inserted where its owner has changed it', async () => {
    const own = 'export async function withBackoff<T>(call: () => Promise<T>, options: Mine) {}\n';
    const { text } = await apply('typescript', `await fetch(u)$$CURSOR$$;\n${own}`);
    expect(definitionsOf(text, 'withBackoff')).toBe(0);
    expect(text).toContain(own);
    expect(text).not.toContain('BackoffOptions');
  });

  it('does not replace another function of its name', async () => {
    expect(await refusal('javascript', 'fetch(u)$$CURSOR$$;\nfunction withBackoff(times) {}\n')).toMatch(/of its own/);
    expect(
      await refusal('python', 'import requests\n\ndef _read_failure(a): pass\n\nrequests.get(u)$$CURSOR$$\n'),
    ).toMatch(/_read_failure of its own/);
  });

  it('for awaited calls shares what both handlers of Python need', async () => {
    const before =
      'import httpx\n\n\nasync def load(client: httpx.AsyncClient):\n    await client.get(one)\n\n\nhttpx.get(two)$$CURSOR$$\n';
    const once = (await apply('python', before)).text;
    const both = await again('python', once, 'client.get(one');
    for (const name of ['call_with_backoff', 'call_with_backoff_async', '_read_failure', '_note_reset']) {
      expect(definitionsOf(both, name), name).toBe(1);
    }
    expect(both.match(/^_T = /gm)).toHaveLength(1);
    expect(both.indexOf('_T = ')).toBeLessThan(both.indexOf('async def call_with_backoff_async'));
    expect(both).toContain('from collections.abc import Awaitable, Callable\n');
  });

  it('stands at the end of a script, behind an empty line', async () => {
    const { text } = await apply('javascript', 'await fetch(u)$$CURSOR$$;\n\n\n');
    expect(text).toMatch(/\}\);\n\n\/\*\*\n \* Calls until/);
    expect(text).toMatch(/[^\n]\n$/);
  });

  it('stands below the constants and classes of a Python file, if it can', async () => {
    const before =
      'import requests\n\nLIMIT = 3\n\n\nclass Item:\n    pass\n\n\n# Loads.\n@cached\ndef f():\n    requests.get(u)$$CURSOR$$\n';
    const { text } = await apply('python', before);
    expect(text).toMatch(/import requests\n\nLIMIT = 3\n\n\nclass Item:\n {4}pass\n\n\n_T = TypeVar/);
    expect(text).toMatch(/return 0\.0\n\n\n# Loads\.\n@cached\ndef f\(\):\n/);
  });

  it('has its imports, also where a function has them', async () => {
    const before = 'import requests\n\n\ndef f():\n    import time\n    requests.get(u)$$CURSOR$$\n\n\nimport random\n';
    const { text } = await apply('python', before);
    expect(text.match(/^import time$/gm)).toHaveLength(1);
    expect(text.indexOf('import random\n')).toBeLessThan(text.indexOf('def call_with_backoff'));
    expect(text).not.toContain('as _time');
  });

  it('is not used before it is defined in Python', async () => {
    const head = 'import requests\n\n\ndef first():\n    return requests.get(one)\n';
    const tail = '\n\ndef second():\n    return requests.get(two)$$CURSOR$$\n';
    const plain = (await apply('python', head + tail)).text;
    expect((await again('python', plain, 'requests.get(one')).split('call_with_backoff(lambda')).toHaveLength(3);
    const early = (await apply('python', `${head}\n\nfirst()\n${tail}`)).text;
    const plan = await planAt('python', early, early.indexOf('requests.get(one'));
    expect(isRefusal(plan) && plan.refusal).toMatch(/defined below this call/);
  });

  it('stands between the imports and the first use in Python', async () => {
    const { text } = await apply('python', 'import requests\n\n\ndef f():\n    requests.get(u)$$CURSOR$$\n');
    expect(text).toMatch(/import requests\n\n_T = TypeVar\("_T"\)\n\n\ndef call_with_backoff\(/);
    expect(text).toMatch(/return 0\.0\n\n\ndef f\(\):\n/);
  });
});

describe('the handler is written like the file', () => {
  it('in double quotes, without semicolons, with tabs', async () => {
    const { text } = await apply(
      'typescript',
      'async function f() {\n\tconst a = "b"\n\tawait fetch("u")$$CURSOR$$\n}\n',
    );
    const handler = text.slice(text.indexOf('interface BackoffOptions'));
    expect(handler).not.toMatch(/;$/m);
    expect(handler).not.toMatch(/^ {2}/m);
    expect(handler).toContain('\tlimit.addEventListener("abort", () =>');
    expect(handler).toContain('/"retryAfter\\\\?":\\s*(\\d+)/');
  });

  it('in single quotes and two spaces in Python', async () => {
    const { text } = await apply('python', "import requests\n\nif x:\n  requests.get('u')$$CURSOR$$\n");
    expect(text).toContain("  headers = getattr(response, 'headers', None)\n");
    expect(text).toContain('  """An HTTP date in epoch seconds; 0 when it is none."""\n');
    expect(text).toContain(`r'"retryAfter\\\\?":\\s*(\\d+)'`);
  });

  it('with CRLF', async () => {
    const { text } = await apply('javascript', 'await fetch(u)$$CURSOR$$;\r\n');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text.endsWith('}\r\n')).toBe(true);
  });
});

describe('a call that is retried already', () => {
  it.each<[Language, string]>([
    ['javascript', 'pRetry(() => fetch(u)$$CURSOR$$);\n'],
    ['typescript', 'await retry(async () => { await fetch(u)$$CURSOR$$; });\n'],
    ['python', 'import requests\n\n@retry(stop=3)\ndef f():\n    requests.get(u)$$CURSOR$$\n'],
    ['python', 'import requests\n\n@backoff.on_exception(backoff.expo, E)\ndef f():\n    requests.get(u)$$CURSOR$$\n'],
  ])('is refused: %s %s', async (language, text) => {
    expect(await refusal(language, text)).toMatch(/already retried by/);
  });
});

describe('a refusal says why', () => {
  it.each<[Language, string, RegExp]>([
    ['typescript', 'const answer = 4$$CURSOR$$29;\n', /no HTTP call here/],
    ['javascript', "import request from 'supertest';\nawait request(app)$$CURSOR$$;\n", /no HTTP call here/],
    ['javascript', "import { stream } from 'undici';\nawait stream(u, o, f)$$CURSOR$$;\n", /no HTTP call here/],
    ['javascript', 'await withBackoff(() => fetch(u)$$CURSOR$$, { idempotent: true });\n', /backs off already/],
    [
      'python',
      'import httpx\nasync def f(client):\n    await client.get(await u())$$CURSOR$$\n',
      /await, yield or assign/,
    ],
    ['javascript', 'function* f() { fetch(yield u)$$CURSOR$$; }\n', /yield/],
  ])('%s %s', async (language, text, reason) => {
    expect(await refusal(language, text)).toMatch(reason);
  });
});

describe('the handler files', () => {
  it('of Python share their lower half word for word', () => {
    const python = retryLanguage('python');
    const [plain = new Map<string, string>(), awaited = new Map<string, string>()] = (python?.handlers ?? []).map(
      ({ text }) => new Map(python?.split(text).definitions.map((part) => [part.name, part.text])),
    );
    const shared = [...plain.keys()].filter((name) => awaited.has(name));
    expect(shared).toEqual(['_T', '_note_reset', '_read_failure', '_parse_date']);
    expect(shared.map((name) => plain.get(name))).toEqual(shared.map((name) => awaited.get(name)));
  });

  it.each(['typescript', 'javascript'] as const)('of %s can lose their semicolons', (language) => {
    const text = retryLanguage(language)?.handlers[0]?.text ?? '';
    expect(text).toContain(';');
    // Without semicolons, a line must not begin with what would continue the one before it.
    expect(text).not.toMatch(/;\n\s*[([`+\-/](?![/*])/);
    // Quotes are changed where strings hold neither kind; comments on their own lines are left alone.
    expect(text).not.toMatch(/[^\s/*:].*\s\/\/ /);
  });
});
