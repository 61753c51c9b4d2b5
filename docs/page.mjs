/**
 * @typedef {{ name: string, weight: number, matches: readonly string[], nonMatches: readonly string[] }} Format
 * @typedef {{ name: string, says: string, matches: readonly (readonly [string, string])[], nonMatches: readonly string[] }} Rule
 * @typedef {{ name: string, place: string, points: number, seen: string, notSeen: string }} Sign
 * @typedef {import('../test/unit/recogniser/sourceRules').SourceRule} SourceRule
 */

/** A text in a code span, whatever it holds. @param {string} text */
function span(text) {
  const plain = text.replace(/\n/g, '⏎').replace(/\t/g, ' ');
  const fence = '`'.repeat(Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return fence.length > 1 ? `${fence} ${plain} ${fence}` : `${fence}${plain}${fence}`;
}

/** A text in a cell of a table. @param {string} text */
const cell = (text) => span(text.replaceAll('|', '¦'));

/** @param {readonly string[]} lines */
const list = (lines) => lines.map((line) => `- ${line}`).join('\n');

/** @param {SourceRule} rule */
function sourceSection({ name, says, matches, nonMatches }) {
  const found = matches.map(
    ([language, text, entries]) => `${language}: ${span(text)} is ${entries.map(span).join(', ')}`,
  );
  const silent = nonMatches.map(([language, text]) => `${language}: ${span(text)}`);
  return `### ${name}\n\n${says}\n\nRecognised:\n\n${list(found)}\n\nNot recognised:\n\n${list(silent)}\n`;
}

/** @param {Rule} rule */
function ruleSection({ name, says, matches, nonMatches }) {
  const found = matches.map(([text, entry]) => `${span(text)} is ${span(entry)}`);
  return `### ${name}\n\n${says}\n\nRecognised:\n\n${list(found)}\n\nNot recognised:\n\n${list(nonMatches.map(span))}\n`;
}

/**
 * The page with all rules of recognition.
 * @param {{ formats: readonly Format[], signs: readonly Sign[], enough: { medium: number, high: number }, json: readonly Rule[], phrases: readonly Rule[], source: readonly SourceRule[] }} rules
 */
export function recognitionPage({ formats, signs, enough, json, phrases, source }) {
  const formatSections = formats.map(
    ({ name, matches, nonMatches }) =>
      `### ${name}\n\nRecognised:\n\n${list(matches.map(span))}\n\nNot recognised:\n\n${list(nonMatches.map(span))}\n`,
  );
  const rows = signs.map(
    ({ name, points, seen, notSeen }) =>
      `| ${name} | ${points > 0 ? '+' : ''}${points} | ${cell(seen)} | ${cell(notSeen)} |`,
  );
  return [
    '# What is recognised, and what is not',
    'This page is generated from the rules and their tests by `npm run generate`. Every line on it is a test.',
    'A number alone is never an error. A place counts when something beside it says so; the rules below are what may say so. What fits several entries is explained by the most specific one: code, then problem type, message, title, status.',
    '## JSON, and data printed into logs\n',
    ...json.map(ruleSection),
    '## Lines of logs\n',
    'Beside these formats: a status with its reason phrase (`429 Too Many Requests`, `Forbidden (403)`), texts that an API prints, with the code before or after them (`187 - Status is a duplicate.`, `(226)`), vendors’ codes that are words, addresses of problem types, and retry headers beside an error. A status alone on its line belongs to the code on the next.\n',
    ...phrases.map(ruleSection),
    ...formatSections,
    '### Numbers that are weighed\n',
    `Any other number from 400 to 599 in a line that is worth reading is weighed: what stands before and after it, how it is set off, and what the line speaks of. Of the signs that say the same only the strongest counts; all that speak against it count. ${enough.medium} points make a finding of medium confidence, ${enough.high} of high confidence; without a sign right beside the number there is none. The number that a line is about is in guillemets.\n`,
    ['| sign | points | seen | not seen |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    '## Source\n',
    ...source.map(sourceSection),
  ]
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n');
}
