import type { Node } from '@vscode/tree-sitter-wasm';
import type { OffsetRange } from '../../../shared/finding';
import { type Grammar, part } from './grammar';
import { SyntaxView } from './syntaxView';
import { Subject } from './subject';

/** A place that gives a name its meaning. */
export interface Binding {
  readonly kind: 'value' | 'parameter' | 'loop' | 'function';
  /** The node of the name itself. */
  readonly name: Node;
  /** The value; the list that a loop goes through; the function or class; the function of a parameter. */
  readonly value: Node | null;
  /** The name of the property that the value is taken from, where a pattern renames it: `{ code: c }`. */
  readonly property?: string;
  /** The place of a parameter in its list. */
  readonly index: number;
  /** The node in which the name is known. */
  readonly scope: Node;
  /** Where that begins and ends: a node asks the parser's memory each time. */
  readonly from: number;
  readonly to: number;
}

/** Statements of Swift in which a pattern stands beside the name of its case: `if case .http(let code) = error`. */
const ofCases = /^(?:if|guard|while|for)_statement$/;

/** Occurrences of one name that are known, and those in the scope of one binding that are looked at. */
const mostOccurrences = 2_000;
const mostUses = 48;
/** A letter and three quotes: what a string may begin with. */
const longestOpening = 4;
const namePattern = /[A-Za-z_]\w*/g;
/** What is asked of the document that a text is a part of. */
export interface Whole {
  /** Whether a pattern or a literal is in the text of the document. */
  readonly says: (sign: RegExp | string) => boolean;
  /** Is told the names whose uses matter wherever in the document they are. */
  readonly asksForUses: (name: string) => void;
}

/** A parsed text with what the rules ask about its names. Everything is found on demand, and every look is bounded. */
export class SourceFile extends SyntaxView {
  /** @param isOfSystem whether the document names the system of a catalog */
  constructor(
    text: string,
    root: Node,
    grammar: Grammar,
    private readonly whole: Whole,
    isOfSystem = false,
  ) {
    super(text, root, grammar);
    this.subject = new Subject(whole, isOfSystem);
  }

  /** What the document is about. */
  readonly subject: Subject;

  readonly #bindings = new Map<string, readonly Binding[]>();
  readonly #answers = new Map<string, boolean>();
  #occurrences: Map<string, number[]> | undefined;

  /** See {@link Whole.says}. */
  says(sign: RegExp | string): boolean {
    return this.whole.says(sign);
  }

  /** The functions and classes of this name. */
  functions(name: string): Binding[] {
    return this.bindings(name).flatMap((binding) => {
      if (binding.kind === 'function') {
        return [binding];
      }
      // Go writes a single value as a list, too: `check := func(code int) { … }`.
      const value = binding.kind === 'value' ? this.bare(binding.value) : null;
      return value && this.shape(value)?.is === 'function' ? [{ ...binding, value }] : [];
    });
  }

  /** The same, to be read with all that has the name. */
  functionsAnywhere(name: string): Binding[] {
    const found = this.functions(name);
    if (found.length > 0) {
      this.whole.asksForUses(name);
    }
    return found;
  }

  /** The places that bind a name. */
  bindings(name: string): readonly Binding[] {
    let found = this.#bindings.get(name);
    if (!found) {
      // What is looked up while it is being found is not known yet.
      this.#bindings.set(name, []);
      found = this.occurrences(name).flatMap((node) => this.#bindingAt(node) ?? []);
      this.#bindings.set(name, found);
    }
    return found;
  }

  /** The binding that an occurrence of a name refers to: the innermost one that is known there. */
  bindingOf(node: Node): Binding | undefined {
    const { startIndex, endIndex } = node;
    let best: Binding | undefined;
    for (const binding of this.bindings(this.nameOf(node))) {
      const { from, to, kind } = binding;
      if (from > startIndex || to < endIndex || kind === 'function') {
        continue;
      }
      const bestSize = best ? best.to - best.from : Infinity;
      // Of several in one scope the last one before the place counts.
      if (to - from < bestSize || (to - from === bestSize && binding.name.startIndex <= startIndex)) {
        best = binding;
      }
    }
    return best;
  }

  /** Whether an expression reads a table that the text writes out, by a name: `routes[route]`. */
  isOfOwnTable(expression: Node): boolean {
    const shape = this.shape(expression);
    const table = shape?.is === 'index' ? part(expression, shape.object) : null;
    const index = table && shape?.is === 'index' ? this.bare(part(expression, shape.index)) : null;
    if (!table || !index || this.shape(index)?.is !== 'name' || this.shape(table)?.is !== 'name') {
      return false;
    }
    const value = this.bindingOf(table)?.value;
    return (
      value !== null && value !== undefined && /^[^("']{0,60}[{[][^{[]{0,80}(?::|=>) ?\d/.test(this.textOf(value, 200))
    );
  }

  /** The comment that an offset lies in, or the string that documents what it stands in. */
  commentAt(offset: number): OffsetRange | undefined {
    let node: Node | null = this.root.descendantForIndex(offset, offset);
    for (let level = 0; node && level < 4; level++) {
      const is = this.shape(node)?.is;
      if (is === 'comment' || (is === 'string' && this.#isDocumentation(node))) {
        return { start: node.startIndex, end: node.endIndex };
      }
      node = node.parent;
    }
    return undefined;
  }

  /** Not: a text with values in it, and in a piece of a program the parts of a text, which stand one below the other. */
  #isDocumentation(node: Node): boolean {
    const opening = this.textOf(node, longestOpening);
    return (
      this.grammar.documents?.has(node.parent?.type ?? '') === true &&
      !/^[rRbB]?[fF]/.test(opening) &&
      (!this.root.hasError || /^\w?(?:"""|''')/.test(opening) || this.#isOpenedLater(node))
    );
  }

  /** Whether a text is that of a piece which begins inside of it. */
  #isOpenedLater({ endIndex }: Node): boolean {
    return /^(?:"""|''')/.test(this.text.slice(endIndex - 3, endIndex));
  }

  /** Other places where a bound name is used. */
  uses({ name, scope }: Binding): Node[] {
    if (!scope.parent) {
      this.whole.asksForUses(this.nameOf(name));
    }
    return this.#occurrencesIn(this.nameOf(name), scope).filter(
      (node) =>
        node.id !== name.id &&
        !this.#isLabel(node) &&
        (this.#isMemberName(node) ? this.#isOwnMember(node, name) : this.bindingOf(node)?.name.id === name.id),
    );
  }

  /** Whether a name is that of a property or a parameter, not a value: `{ gone: 1 }`, `fail(gone=1)`. */
  #isLabel(node: Node): boolean {
    const { parent } = node;
    const shape = parent && this.shape(parent);
    return (
      parent !== null &&
      shape?.is === 'pair' &&
      shape.hasLabel === true &&
      this.isPart(parent, shape.key, node) &&
      !this.isPart(parent, shape.value, node)
    );
  }

  #isMemberName(node: Node): boolean {
    const parent = node.parent && this.shape(node.parent)?.is === 'wrap' ? node.parent.parent : node.parent;
    const shape = parent && this.shape(parent);
    return shape?.is === 'member' && parent !== null && !this.isPart(parent, shape.object, node);
  }

  /** Whether a member is one of the class in which the name is bound: `self.CODES`, `Client::CODES`. */
  #isOwnMember(node: Node, name: Node): boolean {
    const member = this.around(node, ['member'], 2);
    const shape = member && this.shape(member);
    const object =
      member && shape?.is === 'member'
        ? this.lastName(part(member, shape.object)) || part(member, shape.object)?.text
        : '';
    const owner = this.around(name, ['class']);
    const ownerShape = owner && this.shape(owner);
    return (
      /^(?:this|self|static|cls|Self)$/.test(object ?? '') ||
      (owner !== undefined && ownerShape?.is === 'class' && this.lastName(part(owner, ownerShape.name)) === object)
    );
  }

  /** The same, wherever in the document they are. */
  occurrencesAnywhere(name: string): Node[] {
    this.whole.asksForUses(name);
    return this.occurrences(name);
  }

  /** The nodes of a name's occurrences. */
  occurrences(name: string): Node[] {
    return this.#offsetsOf(name).flatMap((offset) => this.#nameAt(offset, name) ?? []);
  }

  /** The first occurrences of a name in a scope. */
  #occurrencesIn(name: string, scope: Node): Node[] {
    return this.#offsetsOf(name)
      .filter((offset) => offset >= scope.startIndex && offset < scope.endIndex)
      .slice(0, mostUses)
      .flatMap((offset) => this.#nameAt(offset, name) ?? []);
  }

  #offsetsOf(name: string): readonly number[] {
    this.#occurrences ??= this.#index();
    const [first = ''] = this.grammar.hyphens ? name.split('-') : [name];
    const offsets = this.#occurrences.get(first) ?? [];
    return first === name ? offsets : offsets.filter((offset) => this.text.startsWith(name, offset));
  }

  #nameAt(offset: number, name: string): Node | undefined {
    const node = this.root.descendantForIndex(offset, offset + name.length - 1);
    const isName = node && (this.shape(node)?.is === 'name' || this.#isNameOfFunction(node));
    return isName && this.nameOf(node) === name ? node : undefined;
  }

  /** In a shell the name of a function is a word like any other. */
  #isNameOfFunction(node: Node): boolean {
    const shape = this.grammar.bareWords && node.parent ? this.shape(node.parent) : undefined;
    return shape?.is === 'function' && node.parent !== null && this.isPart(node.parent, shape.name, node);
  }

  #index(): Map<string, number[]> {
    const index = new Map<string, number[]>();
    for (const { 0: name, index: offset } of this.text.matchAll(namePattern)) {
      const offsets = index.get(name);
      if (!offsets) {
        index.set(name, [offset]);
      } else if (offsets.length < mostOccurrences) {
        offsets.push(offset);
      }
    }
    return index;
  }

  #bindingAt(name: Node): Binding | undefined {
    let node = name;
    let parent = node.parent;
    let property: string | undefined;
    let isTakenApart = false;
    let at = -1;
    for (let level = 0; parent && level < 24; level++) {
      const shape = this.shape(parent);
      switch (shape?.is) {
        case 'wrap':
          property ??= this.#caseAround(node, parent);
          break;
        case 'member':
          // Python: a name alone is a dotted name in a pattern.
          if (parent.namedChildCount > 1) {
            return undefined;
          }
          break;
        case 'pattern':
          isTakenApart = true;
          if (parent.type === 'pair_pattern') {
            const key = parent.childForFieldName('key');
            if (!key || key.id === node.id) {
              return undefined;
            }
            // Of `{ response: { status: s } }` the innermost names the value.
            property ??= this.lastName(key);
          }
          break;
        case 'list':
          isTakenApart = true;
          at = parent.namedChildren.findIndex((item) => item?.id === node.id);
          break;
        case 'call': {
          // Rust takes a value apart: `Some(s) if s == 404`, `Error::Status(code, _)`.
          const part = /pattern$/.test(parent.type) ? this.lastName(parent) : '';
          if (part === '' || this.isPart(parent, shape.callee, node)) {
            return undefined;
          }
          isTakenApart = !/^(?:Some|Ok|Err)$/.test(part);
          property ??= isTakenApart ? part : undefined;
          break;
        }
        case 'test':
          return this.isPart(parent, shape.pattern, node)
            ? this.#binding('value', name, this.#given(part(parent, shape.value), isTakenApart, at), property)
            : undefined;
        case 'bind':
          return this.isPart(parent, shape.name, node)
            ? this.#binding('value', name, this.#given(part(parent, shape.value), isTakenApart, at), property)
            : undefined;
        case 'parameter':
        case 'parameters': {
          if (shape.is === 'parameter' && !this.isPart(parent, shape.name, node)) {
            return undefined;
          }
          const owner = this.around(parent, ['function', 'class'], 4) ?? null;
          return this.#parameter(name, owner, property ?? (isTakenApart ? this.nameOf(name) : undefined));
        }
        case 'loop':
          return this.isPart(parent, shape.variable, node)
            ? this.#binding('loop', name, part(parent, shape.list), property)
            : undefined;
        case 'function':
          return this.isPart(parent, shape.name, node)
            ? this.#binding('function', name, parent)
            : shape.body !== undefined && !this.isPart(parent, shape.body, node)
              ? this.#parameter(name, parent)
              : undefined;
        case 'class':
          return this.isPart(parent, shape.name, node) ? this.#binding('function', name, parent) : undefined;
        case 'arm':
          return this.isPart(parent, shape.value, node) ? undefined : this.#subject(name, parent, property);
        default:
          // Swift: `if let status = response?.statusCode`.
          if (node.previousNamedSibling?.type === 'value_binding_pattern') {
            return this.#binding('value', name, node.nextNamedSibling);
          }
          property ??= this.#caseAround(node, parent);
          return property === undefined || !this.grammar.members
            ? undefined
            : this.#binding('value', name, null, property);
      }
      node = parent;
      parent = node.parent;
    }
    return undefined;
  }

  /** Swift: what a pattern takes apart, or the label before its part: `case .http(let code)`, `.http(status: let s)`. */
  #caseAround(pattern: Node, parent: Node): string | undefined {
    let before = this.grammar.members && pattern.type === 'pattern' ? pattern.previousNamedSibling : null;
    while (before?.type === 'pattern') {
      before = before.previousNamedSibling;
    }
    const isCase = parent.type === 'pattern' || ofCases.test(parent.type);
    return isCase && before?.type === 'simple_identifier' ? before.text : undefined;
  }

  /** The value of a name; of one among several (`got, want := rec.Code, 404`) what stands at its place. */
  #given(value: Node | null, isTakenApart: boolean, at: number): Node | null {
    if (!isTakenApart) {
      return value;
    }
    const isSeveral = value !== null && at >= 0 && this.shape(value)?.is === 'list';
    return isSeveral ? value.namedChild(at) : null;
  }

  #binding(kind: Binding['kind'], name: Node, value: Node | null, property?: string): Binding {
    const from = kind === 'function' && value ? value : name;
    // A shell's variables are known everywhere.
    const scope = this.grammar.needsOrigin ? undefined : this.around(from, ['function']);
    return inScope(scope ?? this.root, kind, name, value, property);
  }

  /** `code if code == 429 => …`: the pattern of an arm names what the switch is about. A capital is a constant. */
  #subject(name: Node, arm: Node, property?: string): Binding | undefined {
    const owner = /^[a-z_]/.test(this.nameOf(name)) ? this.around(arm, ['switch'], 5) : undefined;
    const shape = owner && this.shape(owner);
    return owner && shape?.is === 'switch'
      ? inScope(arm, 'value', name, part(owner, shape.subject), property)
      : property !== undefined
        ? inScope(arm, 'value', name, null, property)
        : undefined;
  }

  #parameter(name: Node, owner: Node | null, property?: string): Binding {
    const index = owner ? this.parameters(owner).findIndex((node) => node.id === name.id) : -1;
    return { ...inScope(owner ?? this.root, 'parameter', name, owner, property), index };
  }

  /** An answer about a node that is worked out once. */
  once(question: string, node: Node, answer: () => boolean): boolean {
    const key = `${question} ${node.id.toString()}`;
    const known = this.#answers.get(key) ?? answer();
    this.#answers.set(key, known);
    return known;
  }
}

function inScope(scope: Node, kind: Binding['kind'], name: Node, value: Node | null, property?: string): Binding {
  const { startIndex: from, endIndex: to } = scope;
  return { kind, name, value, index: 0, scope, from, to, ...(property !== undefined && { property }) };
}
