import { describe, expect, it } from 'vitest';
import type { StrategyName } from '../../../shared/catalog/catalog';
import { apply, atCursor, type Language, planAt, refusal } from './support';

type Case = readonly [Language, StrategyName, string, string];

const script = (body: string): string => `async function send() {\n  const r = await fetch(url, init);\n${body}\n}\n`;
const throws = script("  if (code === 1$$CURSOR$$87) {\n    throw new Error('twice');\n  }");
const python = (body: string): string =>
  `import requests\n\n\ndef send():\n    r = requests.post(url, timeout=5)\n${body}`;
const raises = python('    if code == 1$$CURSOR$$87:\n        raise RuntimeError("twice")\n');

/** What a reader sees of the fix at the call and in the branch. */
const cases: readonly Case[] = [
  ['typescript', 'already-done', throws, "await acceptDone(() => fetch(url, init), { code: '187' });"],
  ['javascript', 'already-done', throws, '  if (code === 187) {\n    // It is done already, which is a success.\n  }'],
  ['python', 'already-done', raises, 'r = call_accepting_done(lambda: requests.post(url, timeout=5), code="187")'],
  ['python', 'already-done', raises, '    if code == 187:\n        pass  # It is done already, which is a success.\n'],
  ['typescript', 'verify-first', throws, 'await withVerification(() => fetch(url, init), { find: undefined });'],
  ['python', 'verify-first', raises, 'call_with_verification(lambda: requests.post(url, timeout=5), find=None)'],
  [
    'typescript',
    'none',
    throws,
    "withApiError(() => fetch(url, init), {\n    code: '187',\n    advice: 'Change the text.',",
  ],
  ['python', 'wait-for-quota', raises, 'code="187",\n        advice="Change the text.",'],
];

const refused: readonly (readonly [string, Language, StrategyName, string])[] = [
  [
    'a branch that handles it',
    'typescript',
    'already-done',
    script('  if (code === 1$$CURSOR$$87) {\n    r = old;\n  }'),
  ],
  ['an error of its own', 'typescript', 'none', script('  if (code === 1$$CURSOR$$87) {\n    throw new Twice();\n  }')],
  ['a branch that returns', 'python', 'verify-first', python('    if code == 1$$CURSOR$$87:\n        return old\n')],
  [
    'a branch on the line',
    'javascript',
    'already-done',
    script("  if (code === 1$$CURSOR$$87) { throw new Error('x'); }"),
  ],
  ['a place without a call', 'python', 'wait-for-quota', 'if code == 1$$CURSOR$$87:\n    raise RuntimeError("x")\n'],
  [
    'a client without responses whose result is used',
    'typescript',
    'already-done',
    "import { TwitterApi } from 'twitter-api-v2';\nconst client = new TwitterApi('t');\nasync () => {\n  const r = await client.v2.tweet('x');\n  if (code === 1$$CURSOR$$87) {\n    throw new Error('x');\n  }\n};\n",
  ],
];

describe('the handler of a strategy', () => {
  it.each(cases)('%s, %s', async (language, strategy, before, after) => {
    const { text } = await apply(language, before, strategy);
    expect(text).toContain(after);
  });

  it.each(refused)('is not inserted for %s', async (_name, language, strategy, text) => {
    expect(await refusal(language, text, strategy)).not.toBe('');
  });

  it.each(cases)('is inserted once: %s, %s', async (language, strategy, before) => {
    const { text, offset } = atCursor(before);
    const once = await apply(language, before, strategy);
    const shift = once.text.indexOf('187', once.text.search(/if \(?code/)) - text.indexOf('187');
    expect(await planAt(language, once.text, offset + shift, strategy)).toHaveProperty('refusal');
  });

  it('shares what it reads of answers with the other handlers of a file', async () => {
    const one = await apply('typescript', throws, 'verify-first');
    const place = one.text.replace('function send', 'function other');
    const both = await apply('typescript', `${throws}\n${place}`, 'already-done');
    expect(both.text.match(/function readAnswer/g)).toHaveLength(1);
  });
});
