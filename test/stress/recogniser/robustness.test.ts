import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/finding';
import { nestsWithoutEnd } from '../../../server/syntax/hostile';
import { atOnce, paced } from '../../../server/recogniser/paced';
import { testDocument, testService } from '../../unit/support';

async function find(languageId: string, text: string): Promise<readonly Finding[]> {
  const document = testDocument(languageId, text);
  const { findings } = await testService().recognise(document);
  testService().forget(document.uri);
  return findings;
}

const entries = (findings: readonly Finding[]) => [...new Set(findings.map((finding) => finding.entry))];
const long = 200_000;

// Texts that made a pattern read the rest of a line or of the document at each of their places: minutes, not
// milliseconds. The error in them must still be found.
describe('a hostile line', () => {
  const tails: readonly (readonly [string, string])[] = [
    ['one long word', 'a'.repeat(long)],
    ['capital letters that end in no phrase', `${'A'.repeat(120)}!;`],
    ['slashes after a long word', `${'a'.repeat(2_000)} ${'/'.repeat(2_000)}`],
    ['hyphens', 'a-'.repeat(long / 2)],
    ['words without end in capitals', 'AbC'.repeat(long / 3)],
    ['spaces in a quote', `"${' '.repeat(long)}x`],
    ['line ends in a quote', `"${'\n'.repeat(long)}x`],
    ['backslashes', '\\'.repeat(long)],
    ['spaces after a word that announces a status', `x\nRequest failed with${' '.repeat(6_000)}x`],
    ['line ends after a number', `x\nx 404${'\n'.repeat(long)}x`],
    ['brackets that close nothing', '['.repeat(4_000) + '}'.repeat(3_000)],
    ['keys of print_r without values', `[a] => ${' '.repeat(long)}x`],
    ['names with values that nothing parts', `x\nit failed, 503   ${'a='.repeat(3_000)}"`],
    ['objects that end and begin', `x\nit failed, 503 ${'} {"'.repeat(2_000)}`],
    ['fields of data without an end', `x\nit failed, 503 ${'"msg":"'.repeat(1_000)}`],
    ['NUL', '\0'.repeat(long)],
    ['lone surrogates', '\ud800'.repeat(long)],
  ];
  it.each(tails)('of %s hides no error before it', async (_, tail) => {
    expect(entries(await find('log', `HTTP/1.1 404 Not Found\nHTTP/1.1 503 ${tail}\n`))).toContain('http/503');
  });

  it('of millions of words is read as a whole', async () => {
    const findings = await find('log', `${'x_daily_limit/ '.repeat(20_000)}HTTP/1.1 503`);
    expect(findings.at(-1)).toMatchObject({ entry: 'http/503', text: '503' });
  });

  it('below an open bracket is not taken for printed data', async () => {
    const line = `${'a'.repeat(long)} HTTP/1.1 503 }`;
    const findings = await find('log', `HTTP/1.1 404 {\n${line}`);
    expect(findings.filter((finding) => finding.lead).map((finding) => finding.entry)).toEqual([
      'http/404',
      'http/503',
    ]);
  });
});

describe('hostile JSON', () => {
  it('with very many errors in one object is read', async () => {
    const fields = Array.from({ length: 20_000 }, (_, index) => `"k${index}":{"error":"x","status":404}`);
    expect(entries(await find('json', `{${fields.join()}}`))).toEqual(['http/404']);
  });

  it('of one line is read about as fast as the same in lines', async () => {
    const error = { message: 'it was 503 but got: 404', response: { status: 503, requestId: 'r' } };
    const document = { errors: Array.from({ length: 20_000 }, () => error) };
    const duration = async (text: string) => {
      const start = performance.now();
      await find('json', text);
      return performance.now() - start;
    };
    const ofLines = await duration(JSON.stringify(document, undefined, 1));
    expect(await duration(JSON.stringify(document))).toBeLessThan(3 * ofLines);
  });

  it('with very many statuses in one object is read up to a limit', async () => {
    const fields = Array.from({ length: 50_000 }, (_, index) => `"status_${index}":404`);
    const findings = await find('json', `{"error":"x",${fields.join()}}`);
    expect(entries(findings)).toEqual(['http/404']);
    expect(findings.length).toBeLessThan(1_000);
  });

  it('nested very deeply keeps its errors apart', async () => {
    const codes = [88, 187, 326];
    const opened = Array.from({ length: 5_000 }, (_, index) => `{"error":"x","code":${codes[index % 3]},"a":`);
    const findings = await find('json', `${opened.join('')}1${',"message":"x"}'.repeat(opened.length)}`);
    expect(entries(findings).sort()).toEqual(['x-api-v1.1/187', 'x-api-v1.1/326', 'x-api-v1.1/88']);
  });

  it.each(['[', '{"a":', '[{', '[}'])('of a hundred thousand %s is read', async (open) => {
    expect(await find('json', open.repeat(100_000))).toEqual([]);
  });

  it.each([
    ['spaces after brackets', `{\\"${' '.repeat(18_000)}x`],
    ['backslashes', `[\\"${'\\\\'.repeat(9_000)}x`],
    ['a long word and slashes', `404 ${'a'.repeat(9_000)} ${'/'.repeat(9_000)}`],
  ])('with a string of %s is read', async (_, content) => {
    const findings = await find('json', `[{"message":"${content}"},{"error":"x","status":404}]`);
    expect(entries(findings)).toContain('http/404');
  });
});

it('every group has one lead, also when the same place is read as two things', async () => {
  const findings = await find('log', 'rows\n\nMETHOD_NOT_ALLOWED\n');
  expect(findings.map((finding) => [finding.text, finding.lead])).toEqual([['METHOD_NOT_ALLOWED', true]]);
});

describe('long work', () => {
  function* steps(done: number[]): Generator<void, string> {
    for (let step = 0; step < 1_000_000; step++) {
      done.push(step);
      yield;
    }
    return 'ready';
  }

  it('is done as a whole when it is wanted', async () => {
    const done: number[] = [];
    expect(await paced(steps(done), () => true)).toBe('ready');
    expect(done).toHaveLength(1_000_000);
    expect(atOnce(steps([]))).toBe('ready');
  });

  it('is left at its first pause when nobody wants it', async () => {
    function* endless(): Generator<void, string> {
      for (;;) {
        yield;
      }
    }
    expect(await paced(endless(), () => false)).toBeUndefined();
  });

  it('on a document that changed meanwhile gives what is in the document now', async () => {
    const document = testDocument('log', 'HTTP/1.1 404 Not Found\n'.repeat(20_000));
    const first = testService().recognise(document);
    TextDocument.update(document, [{ text: 'HTTP/1.1 503 Service Unavailable' }], 2);
    const { findings } = await first;
    expect(entries(findings)).toEqual(['http/503']);
    expect(findings).toBe((await testService().recognise(document)).findings);
  });

  it('on a document that was closed ends', async () => {
    const document = testDocument('log', 'HTTP/1.1 404 Not Found\n'.repeat(20_000));
    const recognition = testService().recognise(document);
    testService().forget(document.uri);
    expect((await recognition).truncated).toBe(true);
  });
});

describe('hostile source', () => {
  const languages = [
    'typescript',
    'typescriptreact',
    'javascript',
    'python',
    'go',
    'java',
    'kotlin',
    'swift',
    'csharp',
    'rust',
    'ruby',
    'php',
    'powershell',
    'shellscript',
  ];
  const texts: readonly (readonly [what: string, text: string])[] = [
    ['a million parentheses', '('.repeat(1_000_000)],
    ['brackets', 'a['.repeat(100_000)],
    ['tags', '<div>'.repeat(100_000)],
    ['closures', 'f(|a| '.repeat(100_000)],
    ['a line of 5 MB', 'a'.repeat(5_000_000)],
  ];
  it.each(texts)('of %s is given up in every language', async (_, text) => {
    for (const language of languages) {
      const document = testDocument(language, `status = 404; ${text}`);
      expect(await testService().recognise(document), language).toEqual({ findings: [], truncated: true });
      testService().forget(document.uri);
    }
  });

  it('leaves the parser fit for the next text', async () => {
    await find('typescriptreact', '<div>'.repeat(100_000));
    expect(entries(await find('typescriptreact', 'if (res.status === 404) {}'))).toEqual(['http/404']);
  });

  it('lets others go on meanwhile, and is left when it is closed', async () => {
    const document = testDocument('typescript', 'if (res.status === 404) { stop(); }\n'.repeat(30_000));
    const recognition = testService().recognise(document);
    testService().forget(document.uri);
    expect((await recognition).truncated).toBe(true);
  });

  it.each([
    ['typescript', 'if (status === 404) { stop(); }\n'],
    ['python', '# 404: gone\n'],
    ['go', 'var a = f(404, 500, 503) + 429\n'],
  ])('in %s of many errors is read up to a limit', async (language, line) => {
    const findings = await find(language, line.repeat(6_000));
    expect(findings.length).toBeLessThanOrEqual(5_000);
  });
});

it.each([
  ['short', '((((a))))'],
  ['balanced', '(a)'.repeat(2_000)],
  ['of rows', '[404, 500],\n'.repeat(2_000)],
  ['of blank lines', '\n'.repeat(50_000)],
  ['of tags that are closed', '<br />'.repeat(2_000)],
  ['of comparisons', 'if (a < b) c();\n'.repeat(2_000)],
])('a text %s is not taken for one that nests without end', (_, text) => {
  expect(nestsWithoutEnd(text)).toBe(false);
});
