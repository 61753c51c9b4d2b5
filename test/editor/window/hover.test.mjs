import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSample } from './help.mjs';

/** What is under the pointer, on which line, and what the hover must say. */
const places = [
  { text: '429', line: '429 Too Many Requests', says: /too many requests|rate limit/i },
  { text: '88', line: 'Twitter code 88', says: /rate limit/i },
  { text: 'x_write_unconfirmed', line: 'x_write_unconfirmed', says: /confirm/i },
  { text: 'usage-capped', line: 'usage-capped', says: /usage cap/i },
  { text: 'Status is a duplicate', line: 'Status is a duplicate', says: /duplicate/i },
];

/** @type {import('./help.mjs').Scenario[]} */
export const scenarios = places.map(({ text, line, says }) => ({
  title: `hovering "${text}" in a log explains it`,
  async run(context) {
    const lines = (await readFile(join(context.workspace, 'api.log'), 'utf8')).split('\n');
    await openSample(context, 'api.log');
    // Brings the line into view. Long lines are wrapped.
    await context.window.goTo(lines.findIndex((content) => content.includes(line)) + 1, 1);
    assert.match(await context.window.hoverText(text, { line, expect: says }), says);
    if (text === '429') await context.picture('hover');
    await context.window.leaveHover();
  },
}));
