import { describe, expect, it } from 'vitest';
import { Declarations } from '../../../server/recogniser/source/declarations';
import { GroupReadings } from '../../../server/recogniser/source/groupReadings';
import type { SourceReadings } from '../../../server/recogniser/source/sourceRecogniser';
import { RuleReadings } from '../../../server/rules/readings';
import { check, recognise, versions } from './ruleReadings';

const python = `import time
import requests

LIMIT = 3

def send(url):
    return requests.post(url, json={})

def sync(url):
    for attempt in range(LIMIT):
        response = send(url)
        if response.status_code in (404, 429):
            time.sleep(1)
            continue
        return response

def other(url):
    return requests.get(url)
`;

describe('rules that keep what they found in a group of declarations', () => {
  it('find the same as in the whole text', async () => {
    const whole = await check(new RuleReadings(Infinity), 'python', python);
    expect(await check(new RuleReadings(0), 'python', python)).toEqual(whole);
    // The loop is one of requests only by what `send` does.
    expect(whole.map(({ rule }) => rule)).toEqual(['no-timeout', 'ignores-server-wait', 'no-jitter', 'no-timeout']);
  });

  it('ask the whole document for a limit of all requests', async () => {
    const request = 'import requests\ndef load():\n    return requests.get(url)\n';
    const limited = `${request}def set_up():\n    socket.setdefaulttimeout(5)\n`;
    const readings = new RuleReadings(0);
    const rulesOf = async (text: string) => (await check(readings, 'python', text)).map(({ rule }) => rule);
    expect(await rulesOf(request)).toContain('no-timeout');
    expect(await rulesOf(limited)).not.toContain('no-timeout');
    expect(await rulesOf(request)).toContain('no-timeout');
  });

  it.each([
    [
      'a client library',
      'wrong-comparison',
      'export function isOurs(e: unknown) {\n  return e instanceof ApiResponseError;\n}\n',
      'export async function load(client) {\n  try {\n    return await client.v2.me();\n  } catch (e) {\n    if (e.errors === 187) return null;\n    throw e;\n  }\n}\n',
    ],
    [
      'the name of a header',
      'gates-on-remaining',
      "const LEFT = 'x-rate-limit-remaining';\n",
      'export async function load() {\n  const res = await fetch(url, { signal });\n  if (Number(res.headers.get(LEFT)) === 0) await sleep(900_000);\n  return res;\n}\n',
    ],
  ])('ask the whole document for %s', async (_, rule, elsewhere, declaration) => {
    const readings = new RuleReadings(0);
    const rulesOf = async (text: string) => (await check(readings, 'typescript', text)).map((found) => found.rule);
    expect(await rulesOf(declaration)).not.toContain(rule);
    expect(await rulesOf(`${elsewhere}\n${declaration}`)).toContain(rule);
    expect(await rulesOf(declaration)).not.toContain(rule);
  });

  it('share the declarations with the recogniser', async () => {
    const declarations = new Declarations(0);
    const rules = new RuleReadings(0, declarations);
    const sources: SourceReadings = new GroupReadings(0, declarations);
    // Also what stands before the first declaration, and lines that are there twice.
    const edits = [`\n${python}`, `\n\n# note\n${python}`, python + python, python];
    for (const text of [...edits, ...versions(python, 60, 2)]) {
      expect(await recognise(sources, 'python', text), text).toEqual(
        await recognise(new GroupReadings(0), 'python', text),
      );
      expect(await check(rules, 'python', text), text).toEqual(await check(new RuleReadings(0), 'python', text));
    }
  });

  it('find after each edit what they find when they begin anew', async () => {
    const readings = new RuleReadings(0);
    for (const text of versions(python, 60, 1)) {
      const kept = await check(readings, 'python', text);
      expect(kept, text).toEqual(await check(new RuleReadings(0), 'python', text));
    }
  });
});
