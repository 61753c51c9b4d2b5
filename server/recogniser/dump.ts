import type { OffsetRange } from '../../shared/finding';
import { atOnce } from './paced';

/** A value printed in a text: JSON, or the way a language prints its data. */
export type Value = Scalar | Structure;

export interface Scalar {
  readonly type: 'scalar';
  /** The text between the quotes, escapes as they are. */
  readonly text: string;
  readonly range: OffsetRange;
  readonly quoted: boolean;
}

/** An object with fields, or a list with items; a printed structure may have both. */
export interface Structure {
  readonly type: 'structure';
  readonly fields: Field[];
  readonly items: Value[];
  range: OffsetRange;
}

export interface Field {
  readonly key: string;
  readonly keyRange: OffsetRange;
  readonly value: Value;
}

/** A token of a printed structure. */
export type Token =
  | { readonly type: 'open' | 'close'; readonly bracket: string; readonly range: OffsetRange }
  | { readonly type: 'scalar'; readonly text: string; readonly range: OffsetRange; readonly quoted: boolean }
  | { readonly type: 'key'; readonly text: string; readonly range: OffsetRange }
  /** `:`, `=` or `=>`: what stands before it is a key. */
  | { readonly type: 'is' }
  /** `,` or `;`: what stands before it is complete. */
  | { readonly type: 'end' }
  /** A line end. Outside of brackets it ends everything; inside, a value may follow its key on the next line. */
  | { readonly type: 'line' };

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

export function structure(start: number, end = start): Structure {
  return { type: 'structure', fields: [], items: [], range: { start, end } };
}

/** The first field of each name. Many names are asked of the same structure, and it may have very many fields. */
const fieldIndexes = new WeakMap<Structure, ReadonlyMap<string, { readonly field: Field; readonly at: number }>>();

/** The first field of a structure under one of the names, in any case. The structure must be complete. */
export function field(of: Structure, ...names: readonly string[]): Field | undefined {
  let index = fieldIndexes.get(of);
  if (!index) {
    // Backwards, so that the first of a name stays.
    index = new Map(of.fields.map((f, at) => [f.key.toLowerCase(), { field: f, at }] as const).reverse());
    fieldIndexes.set(of, index);
  }
  let first: { readonly field: Field; readonly at: number } | undefined;
  for (const name of names) {
    const found = index.get(name);
    if (found && (!first || found.at < first.at)) {
      first = found;
    }
  }
  return first?.field;
}

/**
 * The brackets that are open at a place of a text. It counts them by kind, so that a bracket that closes nothing costs
 * nothing, however many others are open.
 */
export class OpenBrackets<T> {
  readonly #frames: { readonly closing: string; readonly value: T }[] = [];
  readonly #counts = new Map<string, number>();

  get depth(): number {
    return this.#frames.length;
  }

  /** What belongs to the innermost open bracket. */
  get innermost(): T | undefined {
    return this.#frames.at(-1)?.value;
  }

  /** Opens a bracket with something that belongs to it. */
  open(bracket: string, value: T): void {
    const end = closing[bracket] ?? bracket;
    this.#frames.push({ closing: end, value });
    this.#counts.set(end, (this.#counts.get(end) ?? 0) + 1);
  }

  /** Closes the innermost bracket of a kind and all inside of it. Gives what belonged to them, the innermost first. */
  close(bracket: string): T[] {
    const closed: T[] = [];
    while ((this.#counts.get(bracket) ?? 0) > 0) {
      const frame = this.#frames.pop();
      if (!frame) {
        break;
      }
      this.#counts.set(frame.closing, (this.#counts.get(frame.closing) ?? 0) - 1);
      closed.push(frame.value);
      if (frame.closing === bracket) {
        break;
      }
    }
    return closed;
  }

  /** The brackets that would close what is open, the innermost first. */
  missing(): string[] {
    return this.#frames.map((frame) => frame.closing).reverse();
  }
}

/** What is nested deeper counts as a part of the structure at this depth: millions of them do not fit into memory. */
const deepest = 10_000;

const tokensInStep = 1_000;

/** See {@link buildSteps}, in one go. */
export function buildStructure(...args: Parameters<typeof buildSteps>): Structure {
  return atOnce(buildSteps(...args));
}

/** A structure that is being built, with the key that waits for its value. */
interface Frame {
  readonly node: Structure;
  key?: { readonly text: string; readonly range: OffsetRange };
}

/**
 * Builds structures from tokens. Tolerant: what is never closed ends with the text, a bracket that closes
 * nothing is passed over. Does not recurse, so that no nesting is too deep.
 * @param isPart whether the text is cut out of a longer one: a bracket that closes nothing was opened before it
 * @returns the outermost structure; what stands outside of any bracket are its own fields and items
 */
export function* buildSteps(
  tokens: Iterable<Token>,
  start: number,
  end: number,
  isPart = false,
): Generator<void, Structure> {
  let outermost: Frame = { node: structure(start, end) };
  const open = new OpenBrackets<Frame>();
  let pending: Scalar | undefined;
  const top = () => open.innermost ?? outermost;
  const add = (value: Value) => {
    const frame = top();
    if (frame.key) {
      frame.node.fields.push({ key: frame.key.text, keyRange: frame.key.range, value });
      delete frame.key;
    } else {
      frame.node.items.push(value);
    }
  };
  const flush = () => {
    if (pending) {
      add(pending);
      pending = undefined;
    }
  };
  let count = 0;
  for (const token of tokens) {
    if (++count % tokensInStep === 0) {
      yield;
    }
    switch (token.type) {
      case 'scalar':
        flush();
        pending = { type: 'scalar', text: token.text, range: token.range, quoted: token.quoted };
        break;
      case 'key':
        flush();
        top().key = { text: token.text, range: token.range };
        break;
      case 'is':
        if (pending) {
          top().key = { text: pending.text, range: pending.range };
          pending = undefined;
        }
        break;
      case 'end':
        flush();
        delete top().key;
        break;
      case 'line':
        flush();
        if (open.depth === 0) {
          delete top().key;
        }
        break;
      case 'open': {
        // A name before a bracket is the name of a type: `ErrorCode { code: 88 }`. Only a key keeps its meaning.
        pending = undefined;
        if (open.depth >= deepest) {
          open.open(token.bracket, top());
          break;
        }
        const node = structure(token.range.start, end);
        add(node);
        open.open(token.bracket, { node });
        break;
      }
      case 'close': {
        flush();
        if (isPart && open.depth === 0) {
          const node = structure(start, end);
          node.items.push(outermost.node);
          outermost.node.range = { start, end: token.range.end };
          outermost = { node };
        }
        for (const { node } of open.close(token.bracket)) {
          node.range = { start: node.range.start, end: token.range.end };
        }
        break;
      }
    }
  }
  flush();
  return outermost.node;
}
