import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../server/retry/retry';
import { apply, atCursor, type Language, planAt } from './support';

const requests = 'import requests\n\n\ndef f(u):\n';

const retried: [string, Language, string][] = [
  [
    'a status, a wait and continue',
    'javascript',
    'while (true) {\n const r = await fetch(u)$$CURSOR$$;\n if (r.status === 429) { await sleep(1000); continue; }\n break;\n}',
  ],
  [
    'a count of attempts and a wait',
    'typescript',
    'for (let i = 0; i < 3; i++) {\n const r = await fetch(u)$$CURSOR$$;\n if (r.status >= 500) { await new Promise((f) => setTimeout(f, 100)); }\n else return r;\n}',
  ],
  [
    'a success that leaves the loop',
    'javascript',
    'for (let n = 0; n < 3; n++) {\n const r = await fetch(u)$$CURSOR$$;\n if (r.ok) return r;\n await delay(1000);\n}',
  ],
  [
    'a catch that goes on',
    'javascript',
    'for (let n = 0; n < 3; n++) {\n try { return await fetch(u)$$CURSOR$$; } catch (e) { last = e; }\n}',
  ],
  ['a condition of the loop', 'javascript', 'let r;\ndo { r = await fetch(u)$$CURSOR$$; } while (r.status === 429);'],
  [
    'a function that calls itself',
    'typescript',
    'async function load(u) {\n const r = await fetch(u)$$CURSOR$$;\n if (r.status === 429) { await sleep(9); return load(u); }\n return r;\n}',
  ],
  [
    'a method that calls itself from then',
    'javascript',
    'class A { load(u) { return fetch(u)$$CURSOR$$.then((r) => { if (r.status === 503) { return this.load(u); } return r; }); } }',
  ],
  [
    'a status, a wait and continue in Python',
    'python',
    `${requests}    while True:\n        r = requests.get(u)$$CURSOR$$\n        if r.status_code == 429:\n            time.sleep(60)\n            continue\n        break\n`,
  ],
  [
    'a list of waits',
    'typescript',
    'for (const s of [1, 2, 4]) {\n const r = await fetch(u)$$CURSOR$$;\n if (r.ok) break;\n await sleep(s * 1_000);\n}',
  ],
  [
    'an except that waits',
    'python',
    `${requests}    for attempt in range(3):\n        try:\n            return requests.get(u)$$CURSOR$$\n        except requests.ConnectionError:\n            time.sleep(2)\n`,
  ],
  [
    'a function that calls itself in Python',
    'python',
    `${requests}    r = requests.get(u)$$CURSOR$$\n    if r.status_code == 429:\n        return f(u)\n    return r\n`,
  ],
];

const single: [string, Language, string][] = [
  [
    'over items',
    'javascript',
    'for (const u of us) {\n const r = await fetch(u)$$CURSOR$$;\n if (r.status === 404) { continue; }\n}',
  ],
  [
    'over indexes',
    'javascript',
    'for (let i = 0; i < us.length; i++) {\n const r = await fetch(us[i])$$CURSOR$$;\n if (!r.ok) { continue; }\n}',
  ],
  [
    'over pages',
    'javascript',
    'while (next) {\n const r = await fetch(next)$$CURSOR$$;\n if (!r.ok) throw new Error(r.status);\n next = (await r.json()).next;\n await sleep(100);\n}',
  ],
  [
    'that polls',
    'python',
    `${requests}    while True:\n        r = requests.get(u)$$CURSOR$$\n        print(r.text)\n        time.sleep(60)\n`,
  ],
  [
    'around a function that goes on to the next page',
    'javascript',
    'async function load(u) {\n const r = await fetch(u)$$CURSOR$$;\n const b = await r.json();\n if (b.next) return load(b.next);\n if (!r.ok) throw new Error("load failed");\n}',
  ],
];

describe('a call in a retry written by hand', () => {
  it.each(retried)('is not wrapped inside it: %s', async (_name, language, marked) => {
    const { text, offset } = atCursor(marked);
    const plan = await planAt(language, text, offset);
    if (isRefusal(plan)) {
      expect(plan.refusal).toMatch(/retr(?:y|ies) already: wrapping the call would multiply/);
    } else {
      expect(plan.title).toMatch(/^Replace the loop around /);
    }
  });

  it.each(single)('is not seen in a loop %s', async (_name, language, text) => {
    expect((await apply(language, text)).plan.kind).toBe('backoff');
  });
});
