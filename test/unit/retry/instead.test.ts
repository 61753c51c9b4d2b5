import { describe, expect, it } from 'vitest';
import type { StrategyName } from '../../../shared/catalog/catalog';
import { apply, type Language, refusal } from './support';

type Case = [Language, StrategyName, string, string, string];

const message = 'Duplicate post: Change the text.';

const cases: Case[] = [
  [
    'typescript',
    'none',
    'a branch that logs and tries again',
    'for (;;) {\n  try {\n    await go();\n  } catch (err) {\n    if (err.code === 18$$CURSOR$$7) {\n      console.warn("again");\n      // a while\n      await sleep(1000);\n      continue;\n    }\n  }\n}\n',
    `for (;;) {\n  try {\n    await go();\n  } catch (err) {\n    if (err.code === 187) {\n      console.warn("again");\n      // a while\n      throw new Error("${message}", { cause: err });\n    }\n  }\n}\n`,
  ],
  [
    'javascript',
    'wait-for-quota',
    'a branch that sends the request again',
    'async () => {\n  let r = await fetch(u)\n  if (r.status === 42$$CURSOR$$9) {\n    r = await fetch(u)\n  }\n}\n',
    `async () => {\n  let r = await fetch(u)\n  if (r.status === 429) {\n    throw new Error('${message}')\n  }\n}\n`,
  ],
  [
    'typescript',
    'none',
    'cases that share a body',
    'switch (code) {\n  case 1$$CURSOR$$87:\n  case 64:\n    logger.error(code);\n}\n',
    `switch (code) {\n  case 187:\n  case 64:\n    logger.error(code);\n    throw new Error('${message}');\n}\n`,
  ],
  [
    'python',
    'verify-first',
    'an except that passes',
    'try:\n    post()\nexcept TimeoutError as err:\n    pa$$CURSOR$$ss\n',
    `try:\n    post()\nexcept TimeoutError as err:\n    raise RuntimeError("${message}") from err\n`,
  ],
  [
    'python',
    'none',
    'a branch that waits',
    "def f():\n\twhile True:\n\t\tr = requests.get('u')\n\t\tif r.status_code == 40$$CURSOR$$3:\n\t\t\tprint('no')\n\t\t\ttime.sleep(60)\n\t\t\tcontinue\n",
    `def f():\n\twhile True:\n\t\tr = requests.get('u')\n\t\tif r.status_code == 403:\n\t\t\tprint('no')\n\t\t\traise RuntimeError('${message}')\n`,
  ],
  [
    'typescript',
    'already-done',
    'a loop over items goes on',
    'for (const post of posts) {\n  try {\n    await send(post);\n  } catch (err) {\n    if (err.code === 18$$CURSOR$$7) {\n      throw err;\n    }\n  }\n}\n',
    `for (const post of posts) {\n  try {\n    await send(post);\n  } catch (err) {\n    if (err.code === 187) {\n      // ${message}\n      continue;\n    }\n  }\n}\n`,
  ],
  [
    'python',
    'already-done',
    'a loop over items goes on',
    'for post in posts:\n    try:\n        send(post)\n    except Duplicate:\n        ra$$CURSOR$$ise\n',
    `for post in posts:\n    try:\n        send(post)\n    except Duplicate:\n        # ${message}\n        continue\n`,
  ],
];

const refused: [Language, StrategyName, string, string][] = [
  ['typescript', 'none', 'that throws', 'if (s === 40$$CURSOR$$3) {\n  throw new Error(s);\n}\n'],
  ['typescript', 'none', 'that returns', 'function f() { if (s === 40$$CURSOR$$3) {\n  return 1;\n} }\n'],
  ['javascript', 'none', 'that does something of its own', 'if (s === 40$$CURSOR$$4) {\n  user = null;\n}\n'],
  ['typescript', 'none', 'that breaks', 'switch (s) { case 40$$CURSOR$$3: log.warn(s); break; }\n'],
  ['python', 'none', 'that raises', 'if s == 40$$CURSOR$$3:\n    raise E(s)\n'],
  ['python', 'refresh-credentials', 'that renews a token', 'if s == 40$$CURSOR$$1:\n    token = renew()\n'],
  [
    'python',
    'already-done',
    'in a loop that counts attempts',
    'for n in range(3):\n    if c == 18$$CURSOR$$7:\n        raise E\n',
  ],
  ['typescript', 'already-done', 'outside of a loop', 'if (c === 18$$CURSOR$$7) {\n  throw e;\n}\n'],
];

describe('where a retry is wrong', () => {
  it.each(cases)('%s, %s: %s', async (language, strategy, _name, before, after) => {
    const { text, plan } = await apply(language, before, strategy);
    expect(text).toBe(after);
    expect(plan.kind).toBe(strategy === 'already-done' ? 'go-on' : 'fail');
  });

  it.each(refused)('%s, %s: a branch %s is left alone', async (language, strategy, _name, text) => {
    expect(await refusal(language, text, strategy)).toMatch(/[Rr]etry|attempt/);
  });
});
