import type { Check } from '../rule';

const host = /(?<=:\/\/|^|["'`\s(])api\.twitter\.com(?=[/:"'`?\s)]|$)/g;

/** In the text of a test, whose own server answers with what it likes. */
const tests =
  /^\s*(?:import\s+)?"testing"$|\b(?:unittest|pytest|vitest|@jest\/globals|node:test|mocha|chai|rspec|RSpec|PHPUnit|org\.junit|XCTest|Xunit|NUnit)\b|^\s*describe\(\s*["'`]|#\[(?:tokio::)?test\]/m;

/** Names the host that X has replaced, or the status that it no longer answers with. */
export const outdatedReference: Check = function* (program) {
  // Most files do not name it: a look at the text costs less than one at each string.
  const hasHost = program.text.includes('api.twitter.com');
  const strings = [...program.file.grammar.nodes].flatMap(([type, shape]) => (shape.is === 'string' ? [type] : []));
  for (const node of hasHost ? program.root.descendantsOfType([...strings, 'template_string', 'generic_token']) : []) {
    // The identifiers of problems keep the old host, and what a function's documentation shows is no call.
    if (
      !node ||
      node.text.length > 2_000 ||
      node.text.includes('/problems/') ||
      program.file.commentAt(node.startIndex)
    ) {
      continue;
    }
    for (const match of node.text.matchAll(host)) {
      const start = node.startIndex + match.index;
      const range = { start, end: start + match[0].length };
      yield {
        rule: 'outdated-reference',
        range,
        message: 'api.x.com is the host of the X API today; api.twitter.com is its former name.',
        ...program.fix(() => ({ title: 'Replace it by api.x.com', edits: [{ range, newText: 'api.x.com' }] })),
      };
    }
  }
  for (const { entry, finding } of program.errors) {
    if (entry.id === 'http/420' && !program.says(tests)) {
      yield {
        rule: 'outdated-reference',
        range: finding.range,
        message: 'No API answers with 420 any more: a rate limit is 429.',
        entry: entry.id,
      };
    }
  }
};
