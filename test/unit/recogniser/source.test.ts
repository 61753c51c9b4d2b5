import { describe, expect, it } from 'vitest';
import { reported } from '../../../server/findings';
import { testDocument, testService } from '../support';
import { sourceRules } from './sourceRules';

const find = async (languageId: string, text: string) =>
  reported((await testService().recognise(testDocument(languageId, text))).findings).map((f) => f.entry);

describe.each(sourceRules)('the rule "$name"', ({ matches, nonMatches }) => {
  it.each(matches)('finds in %s: %s', async (languageId, text, entries) => {
    expect(await find(languageId, text)).toEqual(entries);
  });

  it.each(nonMatches)('is silent in %s on: %s', async (languageId, text) => {
    expect(await find(languageId, text)).toEqual([]);
  });
});

describe('a long file', () => {
  it('knows a name in each of its functions', async () => {
    const functions = Array.from({ length: 60 }, (_, index) =>
      [
        `async function load${index.toString()}(url: string) {`,
        '  const answer = await fetch(url);',
        '  const s = answer.status;',
        '  if (s === 404) return undefined;',
        '  return s > 0 && answer.json();',
        '}',
      ].join('\n'),
    );
    expect(await find('typescript', functions.join('\n\n'))).toEqual(functions.map(() => 'http/404'));
  });
});

describe('a text that has nothing to do with the web', () => {
  const game = 'const status = next();\nif (status === 408) stop();\nconst answer = { code: 404, square: "e4" };\n';
  const moves = 'let square = move(1, 2);\n'.repeat(40);

  it('has no statuses where it is long', async () => {
    expect(await find('typescript', game + moves)).toEqual([]);
  });

  it('may have some where a word says so, or where it is too short to tell', async () => {
    expect(await find('typescript', `// Asks the API.\n${game}${moves}`)).toContain('http/408');
    expect(await find('typescript', game)).toContain('http/408');
  });

  it('may have some where it queries a server through a library', async () => {
    const test = `export const isStale = (error: Error) => error.message.includes('409');\n${moves}`;
    expect(await find('typescript', `import { useMutation } from '@tanstack/react-query';\n${test}`)).toEqual([
      'http/409',
    ]);
    expect(await find('typescript', `import { useRows } from './rows';\n${test}`)).toEqual([]);
  });
});
