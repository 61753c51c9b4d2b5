import type { Node } from '@vscode/tree-sitter-wasm';
import type { SyntaxView } from './syntaxView';

/**
 * A top-level node; of a class that is long, what stands before its members, each member, and what closes it. What is
 * left of a text without some of its members is such a text again.
 */
export interface Piece {
  /** Where its text begins: members with the blanks before them on their line. It goes up to the next piece. */
  readonly start: number;
  /** The node itself, or the one whose class it opens or closes. */
  readonly node: Node;
  readonly role: 'whole' | 'head' | 'tail';
  /** What tells it from another of the same text. */
  readonly type: string;
  /** How many classes it is a member of. */
  readonly depth: number;
}

/** Nodes that only hold a declaration, as their last child. */
export const holders = /^(?:export_statement|decorated_definition)$/;
/** What has members like a class. */
const likeClass =
  /^(?:impl_item|mod_item|trait_item|namespace_declaration|internal_module|abstract_class_declaration)$/;
const bodies = /body|block|declaration_list/;
const mostDepth = 8;

/** The class that a node is or only holds. */
export function classIn(view: SyntaxView, node: Node): Node | undefined {
  for (let at: Node | null = node, level = 0; at && level < 3; level++) {
    if (view.shape(at)?.is === 'class' || likeClass.test(at.type)) {
      return at;
    }
    at = holders.test(at.type) ? at.namedChild(at.namedChildCount - 1) : null;
  }
  return undefined;
}

/**
 * The pieces that begin from one offset up to another, with the first that begins there or behind.
 * @param longest a class that is as long is cut, in UTF-16 units
 */
export function piecesBetween(view: SyntaxView, from: number, to: number, longest: number): Piece[] {
  const pieces: Piece[] = [];
  const isDone = () => pieces.length > 0 && (pieces.at(-1)?.start ?? 0) >= to;
  const add = (piece: Piece) => {
    if (piece.start >= from && !isDone()) {
      // What has no text was put in by the parser.
      if (pieces.at(-1)?.start === piece.start) {
        pieces.pop();
      }
      pieces.push(piece);
    }
  };
  const goThrough = (parent: Node, depth: number) => {
    const first = from <= parent.startIndex ? parent.firstNamedChild : parent.firstNamedChildForIndex(from);
    for (let node = first; node && !isDone(); node = node.nextNamedSibling) {
      const start = depth === 0 ? node.startIndex : startOnLine(view.text, node.startIndex);
      const body = depth < mostDepth && node.endIndex - node.startIndex >= longest ? bodyIn(view, node) : undefined;
      if (!body) {
        add({ start, node, role: 'whole', type: `${depth} ${node.type}`, depth });
        continue;
      }
      add({ start, node, role: 'head', type: `${depth} head of ${node.type}`, depth });
      goThrough(body, depth + 1);
      const end = closing(view, node, body);
      if (end !== undefined) {
        add({ start: startOnLine(view.text, end), node, role: 'tail', type: `${depth} tail of ${node.type}`, depth });
      }
    }
  };
  goThrough(view.root, 0);
  return pieces;
}

/** The members of a class, where it has some. */
function bodyIn(view: SyntaxView, node: Node): Node | undefined {
  const owner = classIn(view, node);
  const last = owner?.namedChild(owner.namedChildCount - 1);
  const body = owner?.childForFieldName('body') ?? (last && bodies.test(last.type) ? last : undefined);
  return body && body.namedChildCount > 1 ? body : undefined;
}

/** Where what closes a class begins. */
function closing(view: SyntaxView, node: Node, body: Node): number | undefined {
  const last = body.namedChild(body.namedChildCount - 1);
  const tokens = [
    body.child(body.childCount - 1),
    ...[classIn(view, node)].map((owner) => owner?.child(owner.childCount - 1)),
  ];
  return tokens.find(
    (token) =>
      token && !token.isNamed && token.endIndex > token.startIndex && token.startIndex >= (last?.endIndex ?? 0),
  )?.startIndex;
}

/** The offset, or the start of its line where only blanks are between. */
function startOnLine(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') {
    start--;
  }
  return start === 0 || text[start - 1] === '\n' ? start : offset;
}
