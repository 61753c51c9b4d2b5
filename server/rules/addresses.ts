import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from '../recogniser/source/grammar';
import type { Program } from './program';

/** Longest text of a request or of a value that is read, in UTF-16 units. */
const longest = 2_000;
/** An address is made of others, which are made of others. */
const mostSteps = 3;

/**
 * A request as it is written, with the texts that the names in it stand for in their places: of
 * `fetch(`${BASE}/tweets`)` it is `fetch("https://api.x.com/2/tweets")` where the file says what `BASE` is.
 */
export function writtenOut(program: Program, node: Node, steps = mostSteps): string {
  const { startIndex } = node;
  const text = node.text.slice(0, longest);
  let written = '';
  let end = 0;
  for (const name of steps > 0 ? node.descendantsOfType(program.nameTypes) : []) {
    const value = name && textOf(program, name, steps - 1);
    const place = value === undefined ? undefined : name && placeOf(program, name, node);
    if (!place || place.startIndex - startIndex < end || place.endIndex - startIndex > text.length) {
      continue;
    }
    const quoted = place.isInText ? value?.replace(/^["'`]|["'`]$/g, '') : value;
    written += text.slice(end, place.startIndex - startIndex) + (quoted ?? '');
    end = place.endIndex - startIndex;
  }
  return `${written}${text.slice(end)}`.replace(/["'`]\s*[+.]\s*["'`]/g, '');
}

/** The text that a name stands for, in quotes. Undefined where it is not certain, or no text. */
function textOf(program: Program, name: Node, steps: number): string | undefined {
  const value = isOwnField(program, name) ? fieldValue(program, name) : program.valueOf(name);
  if (!value || value.text.length > longest) {
    return undefined;
  }
  const written = writtenOut(program, value, steps);
  return /^\w{0,2}["'`]/.test(written) ? `"${written.replace(/^\w{0,2}["'`]|["'`]$/g, '')}"` : undefined;
}

/** What a name takes the place of: a member, or what a text holds its value in. */
function placeOf(
  program: Program,
  name: Node,
  outer: Node,
): { startIndex: number; endIndex: number; isInText: boolean } | undefined {
  let node = name;
  for (let { parent } = node; parent; { parent } = node) {
    const is = program.file.shape(parent)?.is;
    if (is === 'string') {
      return { startIndex: node.startIndex, endIndex: node.endIndex, isInText: true };
    }
    if (is === 'pair' && parent.namedChild(0)?.id === node.id) {
      return undefined;
    }
    if (parent.id === outer.id) {
      break;
    }
    if (is !== 'member' && !/interpolation|substitution|element|format_expression/.test(parent.type)) {
      break;
    }
    node = parent;
  }
  return { startIndex: node.startIndex, endIndex: node.endIndex, isInText: false };
}

/** `base` in `this.base` */
function isOwnField(program: Program, name: Node): boolean {
  const member = program.file.around(name, ['member'], 2);
  const shape = member && program.file.shape(member);
  const object = member && shape?.is === 'member' ? part(member, shape.object) : null;
  return object ? object.id !== name.id && program.language.own.test(object.text) : false;
}

/** The value of the only field of a name. */
function fieldValue(program: Program, name: Node): Node | undefined {
  const values = program.file
    .bindings(program.file.nameOf(name))
    .flatMap(({ kind, value }) => (kind === 'value' ? [value] : []));
  return values.length === 1 ? (values[0] ?? undefined) : undefined;
}
