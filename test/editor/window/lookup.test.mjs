import assert from 'node:assert/strict';
import { openSample } from './help.mjs';

/** @type {import('./help.mjs').Scenario[]} */
export const scenarios = [
  {
    title: 'the palette looks up "88"',
    async run(context) {
      const { window } = context;
      await openSample(context, 'api.log');
      await window.palette('Look Up an Error…');
      await window.quickInput('88');
      const rows = await window.quickInputRows('88');
      assert.ok(
        rows.some((row) => /rate limit/i.test(row)),
        `one of the rows is about the rate limit:\n${rows.join('\n')}`,
      );
      await context.picture('lookup');
    },
  },
];
