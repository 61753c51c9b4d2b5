import type { Node } from '@vscode/tree-sitter-wasm';
import { type Grammar, part, type Shape } from './grammar';
import { plain } from './names';

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
}

/** Occurrences of one name that are looked at. */
const mostOccurrences = 48;
/** Levels that a climb through the tree goes up; deeper nesting is no program. */
const mostLevels = 64;

const namePattern = /[A-Za-z_]\w*/g;
const httpWords =
  /https?:|\bhttp|HTTP|Http|status_?code|[rR]esponse|\b[rR]equest|\baxios|\bfetch\b|\bapi\b|\bAPI\b|Api[A-Z]|curl|\bREST\b|\burllib|\bretry/;
const grpcWords = /\bgrpc\b|\btonic::|\bGrpc\.|\bio\.grpc\b|\bgrpc-js\b/;

/** The children of these are one value when there is only one of them. */
const listLike: ReadonlySet<Shape['is']> = new Set(['binary', 'pair', 'choice']);
const single: Shape = { is: 'wrap', value: 0 };

/** A parsed text with what the rules ask about its names. Everything is found on demand, and every look is bounded. */
export class SourceFile {
  readonly #shapes = new Map<number, Shape | undefined>();
  readonly #bindings = new Map<string, readonly Binding[]>();
  #occurrences: Map<string, number[]> | undefined;
  #speaksHttp: boolean | undefined;
  #speaksGrpc: boolean | undefined;

  constructor(
    readonly text: string,
    readonly root: Node,
    readonly grammar: Grammar,
  ) {}

  /** Whether the text is about HTTP at all: only then is a bare `code` the code of an answer. */
  get speaksHttp(): boolean {
    return (this.#speaksHttp ??= httpWords.test(this.text));
  }

  /** Whether the text uses gRPC, whose codes are named like the statuses of HTTP. */
  get speaksGrpc(): boolean {
    return (this.#speaksGrpc ??= grpcWords.test(this.text));
  }

  /** The shape of a node. What may hold several children but holds one stands for that one. */
  shape(node: Node): Shape | undefined {
    const shape = this.grammar.nodes.get(node.type);
    if (!shape || !(listLike.has(shape.is) || this.grammar.single?.has(node.type))) {
      return shape;
    }
    if (!this.#shapes.has(node.id)) {
      this.#shapes.set(node.id, node.namedChildCount === 1 ? single : shape);
    }
    return this.#shapes.get(node.id);
  }

  /** Whether a node is this part of its parent. */
  isPart(parent: Node, which: string | number | undefined, node: Node): boolean {
    return which !== undefined && part(parent, which)?.id === node.id;
  }

  /** The nearest node around that has one of these shapes. */
  around(node: Node, wanted: readonly Shape['is'][], levels = mostLevels): Node | undefined {
    let parent = node.parent;
    for (let level = 0; parent && level < levels; level++) {
      const shape = this.shape(parent);
      if (shape && wanted.includes(shape.is)) {
        return parent;
      }
      parent = parent.parent;
    }
    return undefined;
  }

  /** The name that a node with the shape `name` has, without a sigil. */
  nameOf(node: Node): string {
    return node.text.slice(0, 100).replace(/^[$@:#]+|[:?]$/g, '');
  }

  /** What a string literal holds, without its quotes. */
  contentOf(node: Node): string {
    return node.text.slice(0, 300).replace(/^[A-Za-z@$]{0,3}(["'`/]+)([^]*?)\1?$/, '$2');
  }

  /** The last name of an expression: `error.response?.status` gives `status`. */
  lastName(node: Node | null | undefined): string {
    for (let level = 0; node && level < 32; level++) {
      const shape: Shape | undefined = this.shape(node);
      switch (shape?.is) {
        case 'name':
          return this.nameOf(node);
        case 'member':
          node = part(node, shape.name);
          break;
        case 'call':
          node = part(node, shape.callee);
          break;
        case 'wrap':
        case 'index':
          node = shape.is === 'wrap' ? (part(node, shape.value) ?? node.namedChild(0)) : part(node, shape.object);
          break;
        case 'string':
          return this.contentOf(node);
        default:
          return node.type === 'type_literal' ? (/(\w+)\]?$/.exec(node.text)?.[1] ?? '') : '';
      }
    }
    return '';
  }

  /** The function that is called, and the object whose method it is. */
  callee(call: Node): { name: string; object: Node | null; node: Node | null } {
    const shape = this.grammar.nodes.get(call.type);
    if (shape?.is !== 'call') {
      return { name: '', object: null, node: null };
    }
    const callee = part(call, shape.callee);
    let object = part(call, shape.object);
    const inner = callee && this.shape(callee);
    if (callee && inner?.is === 'member') {
      object = part(callee, inner.object);
    }
    return { name: this.lastName(callee), object, node: callee };
  }

  /** The arguments of a call, at most as many as matter. */
  args(call: Node): Node[] {
    const shape = this.grammar.nodes.get(call.type);
    let list = shape?.is === 'call' ? part(call, shape.arguments || undefined) : null;
    const inner = list && this.shape(list);
    if (list && inner?.is === 'wrap') {
      list = list.namedChild(0);
    }
    return list && list.namedChildCount <= 40 ? list.namedChildren.filter((node) => node !== null) : [];
  }

  /** The names of a function's parameters; of a class, those of its constructor. */
  parameters(functionOrClass: Node): Node[] {
    const shape = this.shape(functionOrClass);
    const which = shape?.is === 'function' || shape?.is === 'class' ? shape.parameters : undefined;
    const list = part(functionOrClass, which || undefined) ?? functionOrClass.childForFieldName('parameter');
    if (!list) {
      const maker = shape?.is === 'class' ? this.#makerOf(functionOrClass) : undefined;
      return maker ? this.parameters(maker) : [];
    }
    if (this.shape(list)?.is === 'name') {
      return [list];
    }
    const items = list.namedChildCount > 40 ? [] : list.namedChildren;
    const inner = items.length === 1 && items[0]?.type === 'parameter_list' ? items[0].namedChildren : items;
    return inner.flatMap((item) => (item ? this.#parameterNames(item) : []));
  }

  #parameterNames(item: Node): Node[] {
    const shape = this.shape(item);
    if (shape?.is === 'name') {
      return [item];
    }
    if (shape?.is !== 'parameter') {
      return [];
    }
    // Go declares several parameters of one type at once.
    const several = shape.name === 'name' ? item.childrenForFieldName('name') : [];
    return (several.length > 1 ? several : [part(item, shape.name)]).filter((name) => name !== null);
  }

  #makerOf(classNode: Node): Node | undefined {
    const body = classNode.childForFieldName('body');
    const name = this.lastName(classNode.childForFieldName('name'));
    return (body?.namedChildCount ?? 0) > 60
      ? undefined
      : (body?.namedChildren.find((member) => {
          const shape = member && this.shape(member);
          const own = member && shape?.is === 'function' ? this.lastName(part(member, shape.name)) : '';
          return own !== '' && (own === name || /^(?:constructor|__init__|__construct|initialize)$/.test(own));
        }) ?? undefined);
  }

  /** The functions and classes of this name. */
  functions(name: string): Binding[] {
    return this.bindings(name).flatMap((binding) => {
      if (binding.kind === 'function') {
        return [binding];
      }
      const value = binding.kind === 'value' ? binding.value : null;
      return value && this.shape(value)?.is === 'function' ? [binding] : [];
    });
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
    let best: Binding | undefined;
    for (const binding of this.bindings(this.nameOf(node))) {
      const { scope } = binding;
      if (scope.startIndex > node.startIndex || scope.endIndex < node.endIndex || binding.kind === 'function') {
        continue;
      }
      const bestSize = best ? best.scope.endIndex - best.scope.startIndex : Infinity;
      const size = scope.endIndex - scope.startIndex;
      // Of several in one scope the last one before the place counts.
      if (size < bestSize || (size === bestSize && binding.name.startIndex <= node.startIndex)) {
        best = binding;
      }
    }
    return best;
  }

  /** Other places where a bound name is used. */
  uses({ name, scope }: Binding): Node[] {
    return this.occurrences(this.nameOf(name)).filter(
      (node) =>
        node.id !== name.id &&
        node.startIndex >= scope.startIndex &&
        node.endIndex <= scope.endIndex &&
        (this.#isMemberName(node) ? this.#isOwnMember(node, name) : this.bindingOf(node)?.name.id === name.id),
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

  /** The nodes of a name's occurrences. */
  occurrences(name: string): Node[] {
    this.#occurrences ??= this.#index();
    return (this.#occurrences.get(name) ?? []).flatMap((offset) => {
      const node = this.root.descendantForIndex(offset, offset + name.length - 1);
      return node && this.shape(node)?.is === 'name' && this.nameOf(node) === name ? [node] : [];
    });
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
    for (let level = 0; parent && level < 24; level++) {
      const shape = this.shape(parent);
      switch (shape?.is) {
        case 'wrap':
          break;
        case 'pattern':
          isTakenApart = true;
          if (parent.type === 'pair_pattern') {
            const key = parent.childForFieldName('key');
            if (!key || key.id === node.id) {
              return undefined;
            }
            property = this.lastName(key);
          }
          break;
        case 'list':
          isTakenApart = true;
          break;
        case 'bind':
          return this.isPart(parent, shape.name, node)
            ? this.#binding('value', name, isTakenApart ? null : part(parent, shape.value), property)
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
        default:
          return undefined;
      }
      node = parent;
      parent = node.parent;
    }
    return undefined;
  }

  #binding(kind: Binding['kind'], name: Node, value: Node | null, property?: string): Binding {
    const from = kind === 'function' && value ? value : name;
    // A shell's variables are known everywhere.
    const scope = this.grammar.needsOrigin ? undefined : this.around(from, ['function']);
    return { kind, name, value, index: 0, scope: scope ?? this.root, ...(property !== undefined && { property }) };
  }

  #parameter(name: Node, owner: Node | null, property?: string): Binding {
    const index = owner ? this.parameters(owner).findIndex((node) => node.id === name.id) : -1;
    const scope = owner ?? this.root;
    return { kind: 'parameter', name, value: owner, index, scope, ...(property !== undefined && { property }) };
  }

  /** Whether a type's name is that of a status in an HTTP library. */
  isStatusType(node: Node | null): boolean {
    return (
      node !== null &&
      /^(?:int)?(?:http)?(?:status(?:code)?|httpstatus|httpstatuscode)$/.test(plain(this.#typeName(node)))
    );
  }

  #typeName(node: Node): string {
    return /(\w+)[\]?>)]*$/.exec(node.text.slice(0, 100))?.[1] ?? '';
  }
}
