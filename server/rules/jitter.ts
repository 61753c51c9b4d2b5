import type { Node } from '@vscode/tree-sitter-wasm';
import type { Program } from './program';
import type { RuleFix } from './rule';
import type { Sleep } from './waits';

/** The length of a wait with a random part, as it is written. Undefined where that takes more than an expression. */
export type Jitter = (length: string, sleep: string, program: Program) => string | undefined;

/** Makes a wait last up to twice as long, or up to a second longer, at random. */
export function addJitter(program: Program, { node, length }: Sleep): RuleFix | undefined {
  const place = valueIn(program, length);
  const newText = program.language.jitter?.(place.text, program.text.slice(node.startIndex, place.startIndex), program);
  return newText === undefined
    ? undefined
    : { title: 'Add a random part', edits: [{ range: { start: place.startIndex, end: place.endIndex }, newText }] };
}

/** The value of an argument with a name. */
function valueIn(program: Program, length: Node): Node {
  const shape = program.file.shape(length);
  const value = shape?.is === 'pair' || shape?.is === 'wrap' ? length.namedChild(length.namedChildCount - 1) : null;
  return value && /argument/.test(length.type) ? value : length;
}

/** A factor that fits a wait in any unit. */
export function factor(random: string): Jitter {
  return (length) => `${/^[\w$.]+$|^[\w$. *]+$/.test(length) ? length : `(${length})`} * (1 + ${random})`;
}

/** A sum, where the unit is known. */
export function plus(random: string, when = /^/): Jitter {
  return (length, sleep) =>
    when.test(sleep) && !/[?:]|\|\||&&/.test(length)
      ? `${/<<|>>|[&|^]|\bsh[lr]\b/.test(length) ? `(${length})` : length} + ${random}`
      : undefined;
}

/** The first of several that fits. */
export function firstJitter(...jitters: readonly Jitter[]): Jitter {
  return (length, sleep, program) =>
    jitters.map((jitter) => jitter(length, sleep, program)).find((written) => written !== undefined);
}
