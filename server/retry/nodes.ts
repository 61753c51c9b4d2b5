import type { Node } from '@vscode/tree-sitter-wasm';
import type { Syntax } from './syntaxTable';

/** The node and everything around it, from the inside out. */
export function* outward(node: Node): Generator<Node> {
  for (let at: Node | null = node; at; at = at.parent) {
    yield at;
  }
}

/** Named children without comments. */
export function children(node: Node | null | undefined): Node[] {
  return node
    ? node.namedChildren.filter((child): child is Node => child !== null && !child.type.endsWith('comment'))
    : [];
}

/** Nodes of the given types inside a node, itself included, in the order of the text. */
export function nodesOfType(node: Node, types: string | readonly string[]): Node[] {
  return node.descendantsOfType([types].flat()).filter((found): found is Node => found !== null);
}

/** The child that a grammar's field names. */
export function field(node: Node | null | undefined, name: string): Node | undefined {
  return node?.childForFieldName(name) ?? undefined;
}

/** Whether `outer` covers `inner`. */
export function covers(outer: Node, inner: Node): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}

/** The value of a string without substitutions, escapes left as they are; undefined for any other node. */
export function plainString(node: Node | null | undefined): string | undefined {
  if (!node || !['string', 'template_string'].includes(node.type)) {
    return undefined;
  }
  const parts = children(node);
  if (parts.some((part) => ['template_substitution', 'interpolation'].includes(part.type))) {
    return undefined;
  }
  return parts
    .filter((part) => ['string_fragment', 'string_content', 'escape_sequence'].includes(part.type))
    .map((part) => part.text)
    .join('');
}

/** The text of a callee or a receiver without line breaks, blanks and `?.`. */
export function dottedName(node: Node | undefined): string {
  return node ? node.text.replace(/\s+/g, '').replaceAll('?.', '.').replaceAll('!', '') : '';
}

/** The name after the last dot. */
export function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

/** The functions around a node from the inside out, and the file at last. */
export function scopesOf(node: Node, { functions }: Syntax): Node[] {
  return [...outward(node)].filter((outer) => outer.parent === null || functions.has(outer.type));
}
