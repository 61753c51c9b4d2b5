import { expect, it } from 'vitest';
import { code, escapeMarkdown, link } from '../../../server/render/markdown';

it.each([
  ['[x](command:evil)', '\\[x\\]\\(command\u200b:evil\\)'],
  ['<img src=x> &lt;', '&lt;img src=x\\> &amp;lt;'],
  ['a\n# b\u2028- c', 'a \\# b \\- c'],
  ['see www.a.example or http://a.example', 'see www\u200b.a.example or http\u200b://a.example'],
  ['someone@a.example, @name', 'someone@\u200ba.example, @name'],
])('%j is text, not Markdown', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

it.each([
  ['a`b', '`` a`b ``'],
  ['``\n`', '``` `` ` ```'],
])('a code span of %j ends where it should', (text, span) => {
  expect(code(text)).toBe(span);
});

it.each(['http://a.example', 'command:evil', 'https://a.example/)[x](command:evil', undefined])(
  'no link to %s',
  (address) => {
    expect(link('Documentation', address)).toBe('');
  },
);
