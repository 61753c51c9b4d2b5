import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSample } from './help.mjs';

/** @type {import('./help.mjs').Scenario[]} */
export const scenarios = [
  {
    title: 'Ctrl+. on a fetch call shows a backoff handler and inserts it',
    async run(context) {
      const { window, workspace } = context;
      const before = await readFile(join(workspace, 'post-tweet.ts'), 'utf8');
      // The call that reads, which may be retried.
      const line = before.split('\n').findLastIndex((text) => text.includes('await fetch(')) + 1;
      const column = (before.split('\n')[line - 1] ?? '').indexOf('fetch(') + 2;
      await openSample(context, 'post-tweet.ts');
      await window.goTo(line, column);
      await window.visible('the mark of a call without a time limit', '.editor-instance .squiggly-info');
      await window.lightbulb();
      const titles = await window.quickFix(/back\s?off/i);
      const title = titles.find((text) => /back\s?off/i.test(text)) ?? '';
      assert.equal(titles[0], title, `the handler is the first action:\n${titles.join('\n')}`);
      await context.picture('quick-fix');
      await window.pick(title);
      const after = await window.saved(join(workspace, 'post-tweet.ts'), before);
      assert.ok(after.length > before.length, 'the file has grown by the handler');
      assert.match(after, /retry-after/i, 'the handler reads Retry-After');
    },
  },
];
