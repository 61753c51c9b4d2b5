import type { Check } from '../rule';

const host = /(?<=:\/\/|^|["'`\s(])api\.twitter\.com(?=[/:"'`?\s)]|$)/g;

/** Names the host that X has replaced, or the status that it no longer answers with. */
export const outdatedReference: Check = function* (program) {
  // Most files do not name it: a look at the text costs less than one at each string.
  const hasHost = program.text.includes('api.twitter.com');
  const strings = [...program.file.grammar.nodes].flatMap(([type, shape]) => (shape.is === 'string' ? [type] : []));
  for (const node of hasHost ? program.root.descendantsOfType([...strings, 'template_string', 'generic_token']) : []) {
    // The identifiers of problems keep the old host.
    if (!node || node.text.length > 2_000 || node.text.includes('/problems/')) {
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
    if (entry.id === 'http/420') {
      yield {
        rule: 'outdated-reference',
        range: finding.range,
        message: 'No API answers with 420 any more: a rate limit is 429.',
        entry: entry.id,
      };
    }
  }
};
