import type { Node } from '@vscode/tree-sitter-wasm';
import type { OffsetRange } from '../../../shared/finding';
import type { Candidate } from '../candidate';
import { buildStructure } from '../dump';
import { nestedTokens } from '../log/dumpTokens';
import { recogniseStructure } from '../structures';
import { stringAt } from './literalNodes';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/** Bodies of answers that a program has as text: in a test that says what a server answers, in a server that answers. */

/** Where a text begins that may be data, or what is written line by line behind its name: `"{`, `<<~BODY`. */
const opening = /(?:["'`]|<<[~-]?["']?\w{1,40}["']?[^\n]{0,80}\n)(?:\s|\\n){0,80}[{[]/g;
/** What is in every text with such data, also where the data is joined from several. */
const anyKey = /["'][\w-]{1,60}\\{0,3}["']\s*:/;
/** A key of such data. */
const key = /[{,]\s*\\{0,3}["'][\w-]{1,60}\\{0,3}["']\s*:/;
/** Longer texts are no bodies of errors, in UTF-16 units. */
const longestBody = 8_000;
/** How many texts may be joined. */
const mostJoined = 60;

/** The errors in data that strings hold: `'{"error": {"code": 403}}'`, also joined from several. */
export function* printedBodyCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  if (!file.subject.speaksHttp || !anyKey.test(file.text)) {
    return;
  }
  let end = 0;
  for (const match of file.text.matchAll(opening)) {
    const node = match.index >= end ? stringAt(file, match.index + match[0].length - 1) : undefined;
    const joined = node && joinedWith(file, node);
    if (!joined || joined.end - joined.start > longestBody) {
      continue;
    }
    const body = bodyOf(file, joined);
    end = joined.end;
    if (key.test(body)) {
      const root = buildStructure(nestedTokens(body, 0, body.length), 0, body.length);
      for (const { candidates } of recogniseStructure(body, root, knowledge, 'object')) {
        yield candidates.map((c) => ({ ...c, range: moved(c.range, joined.start) }));
      }
    }
  }
}

function moved({ start, end }: OffsetRange, by: number): OffsetRange {
  return { start: start + by, end: end + by };
}

/** What is written from the quote of the first text on, with everything that is joined to it. */
interface Joined extends OffsetRange {
  readonly texts: readonly Node[];
}

/** A string with those that are joined to it behind it: `"{" + "\"code\": 403}"`. */
function joinedWith(file: SourceFile, first: Node): Joined {
  let whole = first;
  for (let { parent } = first; parent && isJoin(file, parent) && parent.startIndex === first.startIndex;) {
    whole = parent;
    ({ parent } = parent);
  }
  const texts = whole.id === first.id ? [first] : leavesOf(file, whole);
  return { start: first.startIndex, end: whole.endIndex, texts };
}

function isJoin(file: SourceFile, node: Node): boolean {
  return (
    /^(?:concatenated_string|chained_string)$/.test(node.type) ||
    (file.shape(node)?.is === 'binary' &&
      /^[+.]$/.test(node.childForFieldName('operator')?.text ?? node.child(1)?.text ?? ''))
  );
}

function leavesOf(file: SourceFile, whole: Node): Node[] {
  const leaves: Node[] = [];
  const open = [whole];
  for (let node = open.pop(); node && leaves.length < mostJoined; node = open.pop()) {
    if (isJoin(file, node)) {
      open.push(...node.namedChildren.filter((child) => child !== null).reverse());
    } else {
      leaves.push(node);
    }
  }
  return leaves;
}

/** The text of joined strings, of the length that they have in the document: what parts them is blank. */
function bodyOf(file: SourceFile, { start, end, texts }: Joined): string {
  let body = '';
  for (const text of texts) {
    const content = file.text.slice(text.startIndex, text.endIndex);
    const inner = file.shape(text)?.is === 'string' ? withoutQuotes(content) : blank(content);
    body += ' '.repeat(Math.max(0, text.startIndex - start - body.length)) + inner;
  }
  return body.padEnd(end - start);
}

/** The words of a string, with blanks instead of its quotes: a quote before the last may be one of the words. */
function withoutQuotes(text: string): string {
  const [opening = '', quote = ''] = quotes.exec(text) ?? [];
  const hashes = /#*$/.exec(text)?.[0].length ?? 0;
  const end = Math.max(opening.length, text.length - quote.length - hashes);
  return blank(opening) + text.slice(opening.length, end) + blank(text.slice(end));
}

const quotes = /^[A-Za-z@$]{0,3}#*("""|'''|["'`])/;

function blank(text: string): string {
  return ' '.repeat(text.length);
}
