import { describe, expect, it } from 'vitest';
import { reported } from '../../../server/findings';
import { testDocument, testService } from '../support';

/** A comment of every style, around a text. */
const styles: readonly (readonly [language: string, style: string, write: (text: string) => string])[] = [
  ['typescript', 'line', (text) => `// ${text}\nlet a;`],
  ['typescript', 'block', (text) => `/**\n * ${text}\n */\nfunction f() {}`],
  ['typescriptreact', 'JSX', (text) => `const a = <p>{/* ${text} */}</p>;`],
  ['javascript', 'line', (text) => `f(); // ${text}`],
  ['python', 'line', (text) => `f()  # ${text}\n`],
  ['python', 'docstring', (text) => `def f():\n    """Reads.\n\n    ${text}\n    """\n`],
  ['python', 'docstring of a module', (text) => `"""${text}"""\nx = 1\n`],
  ['go', 'line', (text) => `package a\n\n// ${text}\nfunc f() {}`],
  ['go', 'block', (text) => `package a\n\n/* ${text} */\nfunc f() {}`],
  ['java', 'line', (text) => `class A { // ${text}\n}`],
  ['java', 'block', (text) => `/** ${text} */\nclass A {}`],
  ['kotlin', 'line', (text) => `// ${text}\nclass A`],
  ['kotlin', 'block', (text) => `/** ${text} */\nclass A`],
  ['swift', 'line', (text) => `/// ${text}\nclass A {}`],
  ['swift', 'block', (text) => `/** ${text} */\nclass A {}`],
  ['csharp', 'line', (text) => `/// <returns>${text}</returns>\nclass A {}`],
  ['csharp', 'block', (text) => `/* ${text} */ class A {}`],
  ['rust', 'line', (text) => `// ${text}\nfn f() {}`],
  ['rust', 'documentation', (text) => `/// ${text}\nfn f() {}`],
  ['rust', 'block', (text) => `/* ${text} */ fn f() {}`],
  ['ruby', 'line', (text) => `f # ${text}\n`],
  ['ruby', 'block', (text) => `=begin\n${text}\n=end\nf\n`],
  ['php', 'line', (text) => `<?php\n// ${text}\nf();`],
  ['php', 'hash', (text) => `<?php\n# ${text}\nf();`],
  ['php', 'block', (text) => `<?php\n/* ${text} */\nf();`],
  ['powershell', 'line', (text) => `# ${text}\nGet-Item`],
  ['powershell', 'block', (text) => `<#\n  ${text}\n#>\nGet-Item`],
  ['shellscript', 'line', (text) => `# ${text}\nls\n`],
];

const read = async (language: string, text: string) =>
  (await testService().recognise(testDocument(language, text))).findings;
const ids = async (text: string) =>
  (await read('typescript', `// ${text}\nimport { TwitterApi } from 'twitter-api-v2';`)).map(({ entry }) => entry);

describe('a comment', () => {
  it.each(styles)('in %s (%s) is worth a hover and no more', async (language, _style, write) => {
    const findings = await read(language, write('429: wait for the reset'));
    expect(findings.map(({ entry, confidence }) => [entry, confidence])).toEqual([['http/429', 'medium']]);
    expect(reported(findings)).toEqual([]);
  });

  it.each(styles)('in %s (%s) with numbers of other things says nothing', async (language, _style, write) => {
    expect(await read(language, write('404 items in 500 ms, see line 429'))).toEqual([]);
  });

  it.each([
    ['X returns 187 for duplicates', ['x-api-v1.1/187']],
    ['error 88 or 185', ['x-api-v1.1/88', 'x-api-v1.1/185']],
    ['HTTP 503', ['http/503']],
    ['retry on 429, 502 and 503 responses', ['http/429', 'http/502', 'http/503']],
    ['retries on status 429, 502 and 503', ['http/429', 'http/502', 'http/503']],
    ['the API answers 404 when the item is gone', ['http/404']],
    ['@throws {Error} on a 410 response', ['http/410']],
    ['403 Forbidden', ['http/403']],
    ['https://api.x.com/2/problems/usage-capped', ['x-api-v2/usage-capped']],
  ])('that says "%s" is understood', async (text, entries) => {
    expect(await ids(text)).toEqual(entries);
  });

  it.each([
    'takes 500 ms',
    'RFC 429',
    'at most 500 rows, 404 wide',
    'issue #404',
    'port 503, page 410',
    'copyright 2019-2024, version 4.0.4',
    'we had 187 of them',
    'chunks of 500',
    'see the table on page 404: sizes',
    'sizes: 400, 500 and 503',
  ])('that says "%s" says nothing', async (text) => {
    expect(await ids(text)).toEqual([]);
  });

  it('never makes a problem type sure', async () => {
    const [finding] = await read('python', '# https://api.x.com/2/problems/usage-capped\nimport tweepy\n');
    expect(finding?.confidence).toBe('medium');
  });
});
