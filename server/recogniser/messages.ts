import type { Entry } from '../../shared/catalog/catalog';
import type { OffsetRange } from '../../shared/finding';

/** A text of a catalog met in a document. */
export interface MessageMatch {
  readonly range: OffsetRange;
  readonly entries: readonly Entry[];
  /** Number of words of the catalog's text, without its varying parts; few where everybody's words are all it has. */
  readonly words: number;
  /** Whether the text is a title (a short name) in the catalog, not a message. */
  readonly isTitle: boolean;
}

interface Word {
  readonly text: string;
  readonly range: OffsetRange;
}

interface Node {
  readonly next: Map<string, Node>;
  /** Where a varying part begins: one to `maxVariableWords` words, or whatever stands in quotes or brackets. */
  variable?: Node;
  messages: Entry[];
  titles: Entry[];
  words: number;
  isEverybodys: boolean;
  /** The text goes on with a part that varies. */
  isOpen: boolean;
  /** What must follow a text that others print as well, with the punctuation of the API. */
  following: RegExp | undefined;
}

/**
 * Words of which the texts of any API consist: `Invalid or expired token`, `The given URL is invalid`. A text with no other
 * word is a vendor's only where something else speaks of the vendor, as it is with texts of as few words.
 */
const everybodys = new Set(
  (
    'a already an are authorization available been created credentials credits download enough expired failed for found from ' +
    'given has header id incorrect invalid is login longer many media missing must no not operation or parameter parameters ' +
    'password post query required resource resources source temporary the this timeout to token too try again please unable ' +
    'upstream url user valid verify was your failure'
  ).split(' '),
);
const fewest = 3;

/** A text with two parts that vary and no more words than this is one that other programs print, too. */
const fewWords = 4;
/** Longest run of words that a varying part of a message stands for. */
const maxVariableWords = 8;
/** Longest value in quotes or brackets, in UTF-16 units. It may as well be empty. */
const longestValue = 400;
/** What opens a value, right behind the word before it, and what closes it. */
const opening = /[\s:=]{0,3}\\{0,3}(["'`[({])/y;
const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/**
 * An escape for a line end or tab inside a quoted string separates words; apostrophes do too, in texts and catalogs
 * alike, and the underscores in which people set what they quote. */
const wordPattern = /\\[nrt]|[\p{L}\p{N}](?:[\p{L}\p{N}_]*[\p{L}\p{N}])?|<[\p{L}\p{N}_ -]+>/gu;

function words(whole: string, from: number, to: number): Word[] {
  const result: Word[] = [];
  // Nothing after the end may be read: the next word can be far away, and many parts of one text are asked for.
  const text = whole.slice(0, to);
  wordPattern.lastIndex = from;
  for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
    const word = match[0];
    if (word.startsWith('\\')) {
      continue;
    }
    if (word.startsWith('<')) {
      wordPattern.lastIndex = match.index + 1;
      continue;
    }
    result.push({ text: word.toLowerCase(), range: { start: match.index, end: match.index + word.length } });
  }
  return result;
}

/** The words of a catalog's text; undefined where a part varies. */
function patternWords(text: string): (string | undefined)[] {
  return [...text.matchAll(wordPattern)].map(([word]) => (word.startsWith('<') ? undefined : word.toLowerCase()));
}

/**
 * The end of a text that varies, with its punctuation, if without it the text says too little: of
 * `Could not find <resource> with <parameter>: [<value>]` the brackets tell it from what a package manager prints.
 */
function followingOf(text: string, pattern: readonly (string | undefined)[]): RegExp | undefined {
  const fixed = pattern.filter((word) => word !== undefined);
  const lastWord = fixed.at(-1) ?? '';
  const rest = text.slice(text.toLowerCase().lastIndexOf(lastWord) + lastWord.length);
  const isLoose = fixed.length <= fewWords && pattern.filter((word) => word === undefined).length >= 2;
  if (!isLoose || !/[^\s\w<>]/.test(rest.replace(/<[^>]*>\.?$/, ''))) {
    return undefined;
  }
  const parts = rest.replace(/[^>]*$/, '').split(/(<[^>]*>)/);
  const source = parts.map((part) =>
    part.startsWith('<')
      ? `[^\\n]{0,${longestValue}}?`
      : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'),
  );
  return new RegExp(source.join(''), 'iy');
}

/**
 * Finds the texts that APIs print, in any case, with any punctuation and quotes between the words.
 * A trie over words: the cost of a text is about one map look-up a word.
 */
export class MessageMatcher {
  readonly #root: Node = newNode();

  /** @param isWanted leaves out texts that say nothing */
  constructor(
    entries: readonly Entry[],
    private readonly isWanted: (text: string) => boolean = () => true,
  ) {
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) {
      // What is printed for a variant of a problem type is printed for the problem type.
      const base = entry.kind === 'problem-type' ? byId.get(entry.id.replace(/#.*/, '')) : undefined;
      for (const message of entry.messages ?? []) {
        this.#add(message, entry, 'messages');
        if (base) {
          this.#add(message, base, 'messages');
        }
      }
      if (entry.kind === 'message') {
        for (const text of [entry.value, ...(entry.aliases ?? [])]) {
          this.#add(text, entry, 'messages');
        }
      }
      // The reason phrases of HTTP are found beside their number, see the print formats.
      if (entry.kind !== 'status' && entry.kind !== 'header') {
        for (const title of entry.titles ?? []) {
          this.#add(title, entry, 'titles');
        }
      }
    }
  }

  /** The longest match at each place of `text` between two offsets, in order and without overlaps. */
  find(text: string, from = 0, to = text.length): MessageMatch[] {
    const stream = words(text, from, to);
    const result: MessageMatch[] = [];
    for (let index = 0; index < stream.length; index++) {
      const first = stream[index];
      if (!first || !this.#root.next.has(first.text)) {
        continue;
      }
      const match = longest(this.#root, text, stream, index);
      if (match) {
        result.push(match.found);
        index = match.last;
      }
    }
    return result;
  }

  #add(text: string, entry: Entry, list: 'messages' | 'titles'): void {
    let node = this.#root;
    let count = 0;
    const pattern = patternWords(text);
    // A part that varies at either end decides nothing; at the end it still belongs to the text.
    const isOpen = pattern.at(-1) === undefined;
    while (pattern.length > 0 && pattern.at(-1) === undefined) {
      pattern.pop();
    }
    while (pattern.length > 0 && pattern[0] === undefined) {
      pattern.shift();
    }
    if (pattern.length === 0 || !this.isWanted(text)) {
      return;
    }
    for (const word of pattern) {
      if (word === undefined) {
        node = node.variable ??= newNode();
        continue;
      }
      count++;
      let next = node.next.get(word);
      if (!next) {
        next = newNode();
        node.next.set(word, next);
      }
      node = next;
    }
    node.words = count;
    node.isEverybodys = pattern.every((word) => word !== undefined && everybodys.has(word));
    node.isOpen ||= isOpen;
    node.following = isOpen ? followingOf(text, patternWords(text)) : undefined;
    if (!node[list].includes(entry)) {
      node[list].push(entry);
    }
  }
}

function newNode(): Node {
  return {
    next: new Map(),
    messages: [],
    titles: [],
    words: 0,
    isEverybodys: false,
    isOpen: false,
    following: undefined,
  };
}

function isFollowed({ following }: Node, text: string, last: Word | undefined): boolean {
  if (following && last) {
    following.lastIndex = last.range.end;
    return following.test(text);
  }
  return true;
}

/**
 * Which words may be the first behind a value, the likeliest first.
 * @param index of the word with which the value begins, unless it is empty
 */
function* wordsBehindValue(text: string, stream: readonly Word[], index: number): Generator<number> {
  const from = stream[index - 1]?.range.end ?? 0;
  opening.lastIndex = from;
  const [opened, mark = ''] = opening.exec(text) ?? [];
  if (opened !== undefined) {
    const value = from + opened.length;
    const end = text.slice(value, value + longestValue).indexOf(closing[mark] ?? mark);
    let behind = index;
    while (end >= 0 && (stream[behind]?.range.start ?? Infinity) < value + end) {
      behind++;
    }
    if (end >= 0) {
      yield behind;
    }
  }
  for (let skipped = 1; skipped <= maxVariableWords && index + skipped < stream.length; skipped++) {
    yield index + skipped;
  }
}

function longest(
  root: Node,
  text: string,
  stream: readonly Word[],
  start: number,
): { found: MessageMatch; last: number } | undefined {
  let best: { node: Node; last: number } | undefined;
  const walk = (node: Node, index: number): void => {
    if (node.words > 0 && (!best || index - 1 > best.last) && isFollowed(node, text, stream[index - 1])) {
      best = { node, last: index - 1 };
    }
    const word = stream[index];
    if (!word) {
      return;
    }
    const next = node.next.get(word.text);
    if (next) {
      walk(next, index + 1);
    }
    if (node.variable) {
      for (const after of wordsBehindValue(text, stream, index)) {
        const following = node.variable.next.get(stream[after]?.text ?? '');
        const reached = best;
        if (following) {
          walk(following, after + 1);
        }
        // The value may have the word that follows it in itself.
        if (best !== reached) {
          break;
        }
      }
    }
  };
  walk(root, start);
  const first = stream[start];
  const last = best && stream[best.last];
  if (!best || !first || !last) {
    return undefined;
  }
  const { node } = best;
  const isTitle = node.messages.length === 0;
  const following = stream[best.last + 1];
  const isVariable = node.isOpen && following && following.range.start - last.range.end <= 2;
  const end = isVariable ? following.range.end : last.range.end;
  // The value in brackets that an API prints behind it is its own: `User has been suspended: [name].`
  opening.lastIndex = last.range.end;
  const hasValue = node.isOpen && opening.test(text);
  return {
    found: {
      range: { start: first.range.start, end },
      entries: isTitle ? node.titles : [...node.messages, ...node.titles.filter((e) => !node.messages.includes(e))],
      words: node.isEverybodys && !hasValue ? Math.min(node.words, fewest) : node.words,
      isTitle,
    },
    last: best.last,
  };
}
