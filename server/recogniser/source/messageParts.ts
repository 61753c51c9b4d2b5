import { candidate, type Candidate } from '../candidate';
import { isErrorText } from './names';
import type { Reading } from './reading';

/** Several words in quotes. */
const quoted = /(["'`])(?<words>[A-Za-z][A-Za-z']*(?: [A-Za-z'-]+){1,11})\1/g;
/** Shorter texts are everyday words; a text in more messages than these tells none of them. */
const shortest = 12;
const mostEntries = 3;
/** Words of every program's errors: a part tells its message by two others. */
const everyday = new Set(
  (
    'a access account again all already an and any are at authenticate authorized be been by can cannot could create ' +
    'denied do does error exceeded exist failed for found from has have in invalid is it later limit many may missing ' +
    'must no not allowed of on only or permitted please post rate request requests required server sorry status ' +
    'temporarily that the this to too try tweet tweets unable unauthorized unavailable unknown user users valid wait ' +
    'was with wrong you your'
  ).split(' '),
);

/**
 * A part of a known message that is looked for in the text of an error: `problem.detail.includes('duplicate content')`.
 * Only in a file that is about the vendor, and only when few messages have these words.
 */
export function* messagePartCandidates({ file, contexts, knowledge, systems }: Reading): Generator<Candidate[]> {
  if (systems.size <= knowledge.systems.always.size) {
    return;
  }
  for (const match of file.text.matchAll(quoted)) {
    const words = match.groups?.['words'] ?? '';
    const entries =
      words.length < shortest || !isTelling(words)
        ? []
        : knowledge.withMessagePart(words).filter((e) => systems.has(e.catalog.id));
    if (entries.length === 0 || entries.length > mostEntries) {
      continue;
    }
    const start = match.index + 1;
    const node = file.root.descendantForIndex(start, start + words.length - 1);
    const string = node && file.shape(node)?.is === 'string' ? node : node?.parent;
    const isWhole = string && file.shape(string)?.is === 'string' && file.contentOf(string) === words;
    const meaning = isWhole && !file.commentAt(start) ? contexts.meaningOf(string) : undefined;
    // What is set to these words has not been received.
    if (meaning && isErrorText(meaning.name) && meaning.evidence.startsWith('compared with')) {
      yield candidate({ start, end: start + words.length }, 'message', entries, 0.6, meaning.evidence);
    }
  }
}

function isTelling(words: string): boolean {
  return words.split(' ').filter((word) => !everyday.has(word.toLowerCase())).length >= 2;
}
