import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../server/retry/language';
import { planRetry } from '../../../server/retry/retry';
import { applyEdits } from '../../../server/retry/textEdits';
import { atCursor, type Language, withTree } from './support';
import { go, request, script, shell } from './writes';
import { keyed } from './keyed';

describe('a handler repeats a write whose key has another name', () => {
  const retried = async (languageId: Language, marked: string, keyHeaders: readonly string[]): Promise<string> => {
    const { text, offset } = atCursor(marked);
    const strategy = { name: 'backoff' } as const;
    const plan = await withTree(languageId, text, (tree) =>
      planRetry({ text, languageId, tree, offset, strategy, keyHeaders, entryTitle: '', code: '503', advice: '' }),
    );
    return isRefusal(plan) ? plan.refusal : applyEdits(text, plan.edits);
  };
  const goKeyed = go('', request.replace('\tres,', '\treq.Header.Set("X-Request-Token", token)\n\tres,'));

  it.each([
    ['javascript', script("fetch(API, { method: 'POST', headers: { 'X-Request-Token': item } })"), 'idempotent: true'],
    ['go', goKeyed, 'func(b *backoff) { b.idempotent = true })'],
    ['shellscript', shell('curl -d 1 -H "X-Request-Token: $1" "$API"'), 'BACKOFF_IDEMPOTENT=true curl'],
  ] as const)('in %s', async (language, marked, expected) => {
    expect(await retried(language, marked, ['X-Request-Token'])).toContain(expected);
    expect(await retried(language, marked, ['X-Other'])).not.toContain(expected);
  });
});

describe('a call that a handler has got already', () => {
  const layouts: readonly (readonly [call: string, becomes: string])[] = [
    [
      "withBackoff((signal) => fetch(API, { method: 'POST', signal }), { idempotent: false })",
      `withBackoff(
    (signal) =>
      fetch(API, {
        method: 'POST',
        signal,
        headers: { 'Idempotency-Key': idempotencyKey },
      }),
    { idempotent: true },
  )`,
    ],
    [
      `withBackoff((signal) => fetch(API, { method: 'POST', body, signal }), {
    idempotent: false,
    retries: 5,
  })`,
      `withBackoff(
    (signal) =>
      fetch(API, {
        method: 'POST',
        body,
        signal,
        headers: { 'Idempotency-Key': idempotencyKey },
      }),
    { idempotent: true, retries: 5 },
  )`,
    ],
    [
      'pRetry(() => axios.post(API), { retries: 5 })',
      `pRetry(
    () =>
      axios.post(API, undefined, {
        headers: { 'Idempotency-Key': idempotencyKey },
      }),
    { retries: 5 },
  )`,
    ],
    [
      `withBackoff(
    (signal) => axios.post(API, { item }, { signal }),
    { idempotent: false, signal: controller.signal },
  )`,
      `withBackoff(
    (signal) =>
      axios.post(
        API,
        { item },
        { signal, headers: { 'Idempotency-Key': idempotencyKey } },
      ),
    { idempotent: true, signal: controller.signal },
  )`,
    ],
    [
      `withBackoff(
    (signal) =>
      fetch(API, { method: 'POST', body: JSON.stringify(item), signal }),
    { idempotent: false, signal: controller.signal },
  )`,
      `withBackoff(
    (signal) =>
      fetch(API, {
        method: 'POST',
        body: JSON.stringify(item),
        signal,
        headers: { 'Idempotency-Key': idempotencyKey },
      }),
    { idempotent: true, signal: controller.signal },
  )`,
    ],
  ];

  it.each(layouts)('is laid out as Prettier does: %s', async (call, becomes) => {
    const head = "import axios from 'axios';\nimport pRetry from 'p-retry';\n";
    const unmarked = script(call, head).replace('$$CURSOR$$', '');
    const text = await keyed('typescript', unmarked.replace(/(?:fetch|axios\.post)\(/, '$$$$CURSOR$$$$$&'));
    expect(text).toContain(becomes);
    expect(await format(text, { parser: 'typescript', singleQuote: true })).toBe(text);
  });
});
