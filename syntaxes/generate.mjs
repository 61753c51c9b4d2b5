// Writes the injection grammar from the built-in catalogs: `npm run generate`. The result is committed, so that the
// grammar can be read and reviewed; a test keeps the two equal.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

/** A status follows the version of HTTP in a message and in the line of an access log. */
const afterVersion = '(?<=\\bHTTP/[23] |\\bHTTP/\\d\\.\\d |\\bHTTP/\\d\\.\\d" )';

/** @typedef {{ kind: string, value: string, titles?: string[], common?: boolean }} Entry */

const catalogs = ['http', 'x-api-v2', 'x-api-v1.1', 'x-ads', 'xquik', 'postpeer'];

const folder = new URL('.', import.meta.url);
export const grammarFile = fileURLToPath(new URL('api-errors.tmLanguage.json', folder));

/** The grammar as text, formatted as the project formats. */
export async function generate() {
  /** @type {Entry[]} */
  const entries = [];
  for (const id of catalogs) {
    const text = await readFile(new URL(`../shared/catalog/data/${id}.json`, folder), 'utf8');
    entries.push(...JSON.parse(text).entries);
  }
  const of = (/** @type {string} */ kind) => entries.filter((entry) => entry.kind === kind);
  const errors = of('status').filter(({ value }) => Number(value) >= 400);
  const phrases = unique(errors.flatMap(({ titles }) => titles ?? []));
  const numeric = unique(
    of('code')
      .map(({ value }) => value)
      .filter((value) => /^\d+$/.test(value)),
  );
  // Ordinary words would be coloured everywhere; they keep their plain look.
  const symbolic = unique(
    of('code')
      .filter(({ value, common }) => !common && /^[A-Za-z]\w*_\w+$/.test(value))
      .map(({ value }) => value),
  );
  const problems = unique(
    of('problem-type')
      .filter(({ value }) => value.includes('/problems/'))
      .map(({ value }) => value.split('/').at(-1) ?? ''),
  );

  const grammar = {
    name: 'API errors',
    scopeName: 'api-errors.injection',
    injectionSelector: 'L:text.log, L:source.json, L:source.json.comments, L:source.json.lines',
    patterns: [{ include: '#problem-type' }, { include: '#status' }, { include: '#code' }],
    repository: {
      'problem-type': {
        match: `\\bhttps?://(?i:api\\.(?:x|twitter)\\.com)/2/problems/(?:${any(problems)})\\b/?`,
        name: 'constant.other.problem-type.api-error',
      },
      status: {
        patterns: [
          { match: `${afterVersion}4\\d\\d\\b`, name: 'constant.numeric.status.client-error.api-error' },
          { match: `${afterVersion}5\\d\\d\\b`, name: 'constant.numeric.status.server-error.api-error' },
          { match: `\\b4\\d\\d(?= (?:${any(phrases)})\\b)`, name: 'constant.numeric.status.client-error.api-error' },
          { match: `\\b5\\d\\d(?= (?:${any(phrases)})\\b)`, name: 'constant.numeric.status.server-error.api-error' },
        ],
      },
      code: {
        patterns: [
          { match: `(?<="code":|"code": )(?:${any(numeric)})\\b`, name: 'constant.numeric.code.api-error' },
          { match: `(?<=\\(Twitter code )(?:${any(numeric)})\\b`, name: 'constant.numeric.code.api-error' },
          { match: `(?<![\\w.-])(?:${any(symbolic)})(?![\\w-])`, name: 'constant.other.code.api-error' },
        ],
      },
    },
  };
  return format(JSON.stringify(grammar), { parser: 'json', printWidth: 120 });
}

/** @param {string[]} values */
function unique(values) {
  return [...new Set(values)].sort();
}

/** @param {string[]} literals the longest first, so that no literal hides a longer one */
function any(literals) {
  return [...literals]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(grammarFile, await generate());
}
