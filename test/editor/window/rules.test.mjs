import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSample } from './help.mjs';

const file = 'sync_followers.py';
const warning = '.editor-instance .squiggly-warning';
const information = '.editor-instance .squiggly-info';

/**
 * Where the only occurrence of a text begins, one-based.
 * @param {string} source
 * @param {string} text
 */
function placeOf(source, text) {
  const lines = source.slice(0, source.indexOf(text)).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** @type {import('./help.mjs').Scenario[]} */
export const scenarios = [
  {
    title: 'wrong handling of an error is marked, the hover says why, and a suppressed line is not marked',
    async run(context) {
      const { window } = context;
      await openSample(context, file);
      await window.visible('the mark of a repetition that helps nothing', warning);
      await window.hoverText('403', { line: 'status_code in', expect: /the same request gets the same answer/ });
      await window.leaveHover();
      const hover = await window.hoverText('sleep', { line: 'time.sleep', expect: /nothing here reads it/ });
      assert.match(hover, /Instead: Wait for what the server asks for/);
      await context.picture('rule');
      await window.leaveHover();
      await window.hidden('the mark of the request whose comment gives a reason', information);
    },
  },
  {
    title: 'Ctrl+. puts a comparison right that is never true',
    async run(context) {
      const { window, workspace } = context;
      const before = await readFile(join(workspace, file), 'utf8');
      await openSample(context, file);
      const { line, column } = placeOf(before, 'response.status_code == "404"');
      await window.goTo(line, column);
      await window.visible('the mark of the comparison', warning);
      await window.quickFix(/Compare with the number 404/);
      await window.pick('Compare with the number 404');
      const after = await window.saved(join(workspace, file), before);
      assert.equal(after, before.replace('== "404"', '== 404'));
    },
  },
  {
    title: 'Ctrl+. writes the comment that silences a rule',
    async run(context) {
      const { window, workspace } = context;
      const before = await readFile(join(workspace, file), 'utf8');
      await openSample(context, file);
      const { line, column } = placeOf(before, 'time.sleep(');
      await window.goTo(line, column);
      await window.visible('the mark of the wait', warning);
      await window.quickFix(/Ignore ignores-server-wait here/);
      await window.pick('Ignore ignores-server-wait here');
      const after = await window.saved(join(workspace, file), before);
      assert.match(after, /\n {12}# api-error-assist-ignore ignores-server-wait: \n {12}time\.sleep\(/);
    },
  },
];
