import type { OffsetRange } from '../../shared/finding';

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

/** The fields of a structure under one of the names, in any case. */
export function field(of: Structure, ...names: readonly string[]): Field | undefined {
  return of.fields.find((f) => names.includes(f.key.toLowerCase()));
}

/**
 * Builds structures from tokens. Tolerant: what is never closed ends with the text, a bracket that closes
 * nothing is passed over. Does not recurse, so that no nesting is too deep.
 * @returns the outermost structure; what stands outside of any bracket are its own fields and items
 */
export function buildStructure(tokens: Iterable<Token>, start: number, end: number): Structure {
  const root = structure(start, end);
  const stack: { node: Structure; bracket: string; key?: { text: string; range: OffsetRange } }[] = [
    { node: root, bracket: '' },
  ];
  let pending: Scalar | undefined;
  const top = () => stack[stack.length - 1] ?? { node: root, bracket: '' };
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
  for (const token of tokens) {
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
        if (stack.length === 1) {
          delete top().key;
        }
        break;
      case 'open': {
        // A name before a bracket is the name of a type: `ErrorCode { code: 88 }`. Only a key keeps its meaning.
        pending = undefined;
        const node = structure(token.range.start, end);
        add(node);
        stack.push({ node, bracket: closing[token.bracket] ?? '' });
        break;
      }
      case 'close': {
        flush();
        const at = stack.findLastIndex((frame) => frame.bracket === token.bracket);
        for (let depth = stack.length - 1; at > 0 && depth >= at; depth--) {
          const frame = stack.pop();
          if (frame) {
            frame.node.range = { start: frame.node.range.start, end: token.range.end };
          }
        }
        break;
      }
    }
  }
  flush();
  return root;
}
