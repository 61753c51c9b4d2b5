import type { KnownChange } from '../../syntax/textChange';

/** What a sign matches is at most this long, a list of imports say, with what it looks at beside it. UTF-16 units. */
const longestMatch = 4_000;

/** Where a sign was found; undefined when it is nowhere. */
type Found = { readonly start: number; readonly end: number } | undefined;

/** Answers whether a document says something, each question once for each version, and again only around an edit. */
export class Answers {
  /** How many answers have changed so far. As long as none does, what was told to any reader is still so. */
  changes = 0;
  #text = '';
  readonly #found = new Map<RegExp | string, Found>();

  /**
   * Turns to another version, and asks it all that was asked before.
   * @param change what made it of an earlier one
   */
  turnTo(text: string, change: KnownChange | undefined): void {
    if (text === this.#text) {
      return;
    }
    const isEdit = change?.before === this.#text;
    this.#text = text;
    for (const [sign, before] of this.#found) {
      const now = isEdit ? foundAfter(change, text, sign, before) : found(text, sign);
      this.#found.set(sign, now);
      this.changes += Number((now === undefined) !== (before === undefined));
    }
  }

  /** Whether a pattern or a literal is in the text. */
  says(sign: RegExp | string): boolean {
    if (!this.#found.has(sign)) {
      this.#found.set(sign, found(this.#text, sign));
    }
    return this.#found.get(sign) !== undefined;
  }
}

/** Where a sign is in a text that was edited. */
function foundAfter(change: KnownChange, text: string, sign: RegExp | string, before: Found): Found {
  const { start, oldEnd, newEnd } = change;
  if (before && (before.end + longestMatch < start || before.start - longestMatch > oldEnd)) {
    const by = before.start > oldEnd ? newEnd - oldEnd : 0;
    return { start: before.start + by, end: before.end + by };
  }
  if (before || isOfWholeText(sign)) {
    return found(text, sign);
  }
  // What was nowhere can only be where the edit is. Whole lines, as signs may ask for their beginnings and ends.
  const from = text.lastIndexOf('\n', Math.max(0, start - longestMatch)) + 1;
  const to = text.indexOf('\n', newEnd + longestMatch);
  return found(text.slice(from, to < 0 ? undefined : to), sign, from);
}

/** Whether a sign asks for the beginning or the end of the whole text. */
function isOfWholeText(sign: RegExp | string): boolean {
  return (
    typeof sign !== 'string' && !sign.multiline && /[\^$]/.test(sign.source.replace(/\\.|\[(?:\\.|[^\]])*\]/g, ''))
  );
}

function found(text: string, sign: RegExp | string, offset = 0): Found {
  if (typeof sign === 'string') {
    const start = text.indexOf(sign);
    return start < 0 ? undefined : { start: offset + start, end: offset + start + sign.length };
  }
  const match = sign.exec(text);
  return match ? { start: offset + match.index, end: offset + match.index + match[0].length } : undefined;
}
