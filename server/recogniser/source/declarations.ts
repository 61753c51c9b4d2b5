import type { Node } from '@vscode/tree-sitter-wasm';
import { type Grammar, part } from './grammar';
import { SyntaxView } from './syntaxView';

/** A stretch of a document. Stretches follow each other without a gap. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** It is no declaration: imports, constants, statements that run when the file is loaded. */
  readonly isShared: boolean;
}

/** Declarations that have to do with each other, with all that is shared, in the order of the text. */
export interface Group {
  readonly stretches: readonly Stretch[];
  /** Whether what is shared calls these declarations, so that its own mistakes are to be found here. */
  readonly ownsShared: boolean;
}

/** What a top-level node is, by its text. */
interface Unit {
  readonly type: string;
  readonly is: 'declaration' | 'shared' | 'note';
  readonly words: ReadonlySet<string>;
  /** Names of the functions and classes in it. */
  readonly declares: readonly string[];
}

/** Nodes that only hold a declaration, as their last child. */
const holders = /^(?:export_statement|decorated_definition)$/;
const bindings = /^(?:lexical|variable)_declaration$/;
/** What is written before a declaration and belongs to it. */
const note = /comment|^attribute(?:_item|_list)$/;
/** Lists of what a file exports: they name its functions, and call none. */
const exportList = /^(?:export\s*\{|(?:module\.)?exports\b|__all__\b)/;
/** Every class has these, and nobody calls them by name. */
const makers = /^(?:constructor|__\w+__|__construct|initialize|init|new)$/;
/** All groups together are at most this many times as long as their document. */
const mostLengths = 3;

/** Cuts the versions of a document into declarations, and puts those together that name each other. */
export class Declarations {
  /** What the last version consists of. */
  #units: ReadonlyMap<string, Unit> = new Map();

  /**
   * The groups of a text. The same for the same text, whatever was there before.
   * @param linking names that put all into one group that has them, whatever they stand for
   */
  groupsOf(text: string, root: Node, grammar: Grammar, linking: ReadonlySet<string>): Group[] {
    const view = new SyntaxView(text, root, grammar);
    const units = new Map<string, Unit>();
    const parts: { readonly unit: Unit; readonly start: number; readonly end: number }[] = [];
    const nodes = root.namedChildren.filter((node) => node !== null);
    let start = 0;
    nodes.forEach((node, index) => {
      const own = text.slice(node.startIndex, nodes[index + 1]?.startIndex ?? text.length);
      const known = units.get(own) ?? this.#units.get(own);
      const unit = known?.type === node.type ? known : unitOf(view, node, own);
      units.set(own, unit);
      if (unit.is !== 'note' || index === nodes.length - 1) {
        const end = nodes[index + 1]?.startIndex ?? text.length;
        parts.push({ unit, start, end });
        start = end;
      }
    });
    this.#units = units;
    return grouped(parts, text.length, linking);
  }
}

function unitOf(view: SyntaxView, node: Node, text: string): Unit {
  const { type } = node;
  const is = note.test(type) ? 'note' : isDeclaration(view, node) ? 'declaration' : 'shared';
  const isSilent = is === 'note' || exportList.test(text);
  const words = new Set(isSilent ? [] : text.match(/[A-Za-z_]\w*/g));
  const types = [...view.grammar.nodes].flatMap(([name, shape]) =>
    shape.is === 'function' || shape.is === 'class' ? [name] : [],
  );
  const declares =
    is === 'declaration'
      ? node.descendantsOfType(types).flatMap((owner) => {
          const name = owner ? nameOf(view, owner) : '';
          return name === '' || makers.test(name) ? [] : [name];
        })
      : [];
  return { type, is, words, declares };
}

function isDeclaration(view: SyntaxView, node: Node): boolean {
  let at: Node | null = node;
  for (let level = 0; at && level < 4; level++) {
    const shape = view.shape(at);
    if (shape?.is === 'function' || shape?.is === 'class') {
      return true;
    }
    const isHolder: boolean = holders.test(at.type) || (bindings.test(at.type) && at.namedChildCount === 1);
    at = shape?.is === 'bind' ? part(at, shape.value) : isHolder ? at.namedChild(at.namedChildCount - 1) : null;
  }
  return false;
}

function nameOf(view: SyntaxView, owner: Node): string {
  const shape = view.shape(owner);
  return shape?.is === 'class' ? view.lastName(part(owner, shape.name)) : view.nameOfFunction(owner);
}

interface Part extends Omit<Stretch, 'isShared'> {
  readonly unit: Unit;
}

/** Puts the declarations together of which one names what another declares, directly or by way of others. */
function grouped(parts: readonly Part[], length: number, linking: ReadonlySet<string>): Group[] {
  const stretches = parts.map(({ unit, start, end }) => ({ start, end, isShared: unit.is !== 'declaration' }));
  const declarers = new Map<string, number>();
  // What is shared counts as one, behind the last.
  const shared = parts.length;
  const roots = Array.from({ length: parts.length + 1 }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (roots[root] !== root) {
      root = roots[root] = roots[roots[root] ?? root] ?? root;
    }
    return root;
  };
  const join = (a: number, b: number) => {
    roots[rootOf(a)] = rootOf(b);
  };
  const members = parts.map(({ unit }, index) => (unit.is === 'declaration' ? index : shared));
  const declare = (name: string, member: number) => {
    const declarer = declarers.get(name);
    if (declarer === undefined) {
      declarers.set(name, member);
    } else {
      join(member, declarer);
    }
  };
  parts.forEach(({ unit: { declares } }, index) => declares.forEach((name) => declare(name, members[index] ?? shared)));
  parts.forEach(({ unit }, index) => {
    for (const word of unit.words) {
      if (linking.has(word) || declarers.has(word)) {
        declare(word, members[index] ?? shared);
      }
    }
  });
  const sharedLength = stretches.reduce((sum, { isShared, start, end }) => sum + (isShared ? end - start : 0), 0);
  const most = Math.max(1, Math.floor(((mostLengths - 1) * length) / Math.max(1, sharedLength)));
  // The first is that of what is shared. Where there are too many, several are read as one.
  const numbers = new Map([[rootOf(shared), 0]]);
  const groupOf = stretches.map(({ isShared }, index) => {
    const root = rootOf(isShared ? shared : index);
    const number = numbers.get(root) ?? numbers.size % most;
    numbers.set(root, number);
    return number;
  });
  const groups = Array.from({ length: Math.min(most, numbers.size) }, (): Stretch[] => []);
  stretches.forEach((stretch, index) => {
    const own = groups[groupOf[index] ?? 0];
    for (const group of stretch.isShared || !own ? groups : [own]) {
      group.push(stretch);
    }
  });
  return groups.map((own, number) => ({ stretches: own, ownsShared: number === 0 }));
}
