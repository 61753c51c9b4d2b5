import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from './grammar';
import { classIn, holders, type Piece } from './pieces';
import type { SyntaxView } from './syntaxView';

/** What a piece of a document is, by its text. */
export interface Unit {
  readonly text: string;
  readonly type: string;
  readonly is: 'declaration' | 'shared' | 'note';
  readonly words: ReadonlySet<string>;
  /** Names of the functions and classes in it; of a member also those of its object that it sets. */
  readonly declares: readonly string[];
}

const bindings = /^(?:lexical|variable)_declaration$/;
/** What is written before a declaration and belongs to it. */
const note = /comment|^attribute(?:_item|_list)$/;
/** Lists of what a file exports: they name its functions, and call none. */
const exportList = /^(?:export\s*\{|(?:module\.)?exports\b|__all__\b)/;
/** Every class has these, and nobody calls them by name. */
const makers = /^(?:constructor|__\w+__|__construct|initialize|init|new)$/;
/** What makes an object sets what all its members read. */
const makerTypes = /constructor|^init_declaration$/;
const ownNames =
  /(?:\b(?:this|self|cls|Self)\.|\$this(?:->|\.)|\b(?:self|static)::\$?|@@?)([A-Za-z_]\w*)\s*(?:\|\||\?\?)?=(?![=~>])/g;

/** @param start of the piece's node in its text, behind what is before the first of all */
export function unitOf(view: SyntaxView, { node, type, role, depth }: Piece, text: string, start: number): Unit {
  const words = (from: number) => {
    const own = text.slice(from);
    const hyphened = view.grammar.hyphens ? own.match(/[A-Za-z_]\w*(?:-\w+)+/g) : null;
    return new Set([...(own.match(/[A-Za-z_]\w*/g) ?? []), ...(hyphened ?? [])]);
  };
  if (role === 'tail') {
    return { text, type, is: 'shared', words: new Set(), declares: [] };
  }
  if (role === 'head') {
    const name = nameOf(view, classIn(view, node) ?? node);
    return { text, type, is: 'shared', words: words(start), declares: name === '' ? [] : [name] };
  }
  const is = note.test(node.type) ? 'note' : isDeclaration(view, node, depth) ? 'declaration' : 'shared';
  const isSilent = is === 'note' || exportList.test(text.slice(start));
  const declares = is === 'declaration' ? declaredIn(view, node) : [];
  const set = depth > 0 && is !== 'note' ? [...text.matchAll(ownNames)].map(([, name = '']) => name) : [];
  return { text, type, is, words: isSilent ? new Set() : words(start), declares: [...declares, ...set] };
}

function declaredIn(view: SyntaxView, node: Node): string[] {
  const types = [...view.grammar.nodes].flatMap(([name, shape]) =>
    shape.is === 'function' || shape.is === 'class' ? [name] : [],
  );
  return node.descendantsOfType(types).flatMap((owner) => {
    const name = owner ? nameOf(view, owner) : '';
    return name === '' || makers.test(name) ? [] : [name];
  });
}

function isDeclaration(view: SyntaxView, node: Node, depth: number): boolean {
  let at: Node | null = node;
  for (let level = 0; at && level < 4; level++) {
    const shape = view.shape(at);
    if (shape?.is === 'function' || shape?.is === 'class') {
      return depth === 0 || !(makerTypes.test(at.type) || makers.test(nameOf(view, at)));
    }
    const isHolder: boolean = holders.test(at.type) || (bindings.test(at.type) && at.namedChildCount === 1);
    at = shape?.is === 'bind' ? part(at, shape.value) : isHolder ? at.namedChild(at.namedChildCount - 1) : null;
  }
  return false;
}

function nameOf(view: SyntaxView, owner: Node): string {
  const shape = view.shape(owner);
  const name = shape?.is === 'class' ? view.lastName(part(owner, shape.name)) : view.nameOfFunction(owner);
  // Around a mistake the parser may know the function and not its name.
  return name === '' ? (written.exec(view.textOf(owner, longestName))?.[1] ?? '') : name;
}

/** How much of a function is read for its name, in UTF-16 units. */
const longestName = 200;
const written = /^(?:[a-z]+ )*(?:fun|func|function|def|fn) +(?:[\w<>?]+\.)*([A-Za-z_]\w*) *\(/;
