import type { Node } from '@vscode/tree-sitter-wasm';
import { type Grammar, part, type Part, parts, type Shape } from './grammar';
import { plain } from './names';

/** Levels that a climb through the tree goes up; deeper nesting is no program. */
const mostLevels = 64;
/** Arguments and parameters of one function that are looked at. */
const mostArguments = 40;
/** How much of a class is looked at for its annotations, in UTF-16 units. */
const longestAnnotations = 400;
/** Members of one class that are looked at for its constructor. */
const mostMembers = 60;

/** The children of these are one value when there is only one of them. */
const listLike: ReadonlySet<Shape['is']> = new Set(['binary', 'pair', 'choice']);
const single: Shape = { is: 'wrap', value: 0 };
const last: Shape = { is: 'wrap', value: -1 };
const word: Shape = { is: 'string' };
const symbol: Shape = { is: 'symbol' };
const holder: Shape = { is: 'call', callee: 0, arguments: '' };
const subscript: Shape = { is: 'index', object: 0, index: -1 };
/** What a word between two operands makes of them: `404 to "gone"`, `400 until 500`. Any other may be a test. */
const infixShapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['to', { is: 'pair', key: 0, value: -1 }],
  ['until', { is: 'range', before: 'until' }],
  ['downTo', { is: 'range' }],
]);

/** The function that a call calls: its last name, the object whose method it is, and the node that names it. */
interface Callee {
  readonly name: string;
  readonly object: Node | null;
  readonly node: Node | null;
}

/** A syntax tree as the shapes of its language's table. */
export class SyntaxView {
  readonly #shapes = new Map<number, Shape | undefined>();
  /** Many rules ask for the same one. */
  readonly #callees = new Map<number, Callee>();

  constructor(
    readonly text: string,
    readonly root: Node,
    readonly grammar: Grammar,
  ) {}

  /** The beginning of a node's text. */
  textOf(node: Node, length: number): string {
    return this.text.slice(node.startIndex, Math.min(node.endIndex, node.startIndex + length));
  }

  /** The shape of a node. What may hold several children but holds one stands for that one. */
  shape(node: Node): Shape | undefined {
    const shape = this.grammar.nodes.get(node.type);
    if (shape?.is === 'infix') {
      return infixShapes.get(node.namedChild(1)?.text ?? '') ?? shape;
    }
    if (shape?.is === 'prefixed') {
      return this.text[node.startIndex] !== '.' ? last : node.namedChildCount === 1 ? symbol : holder;
    }
    if (shape?.is === 'word') {
      return node.namedChildCount > 0 ? single : word;
    }
    if (shape && this.grammar.subscripts?.has(node.type)) {
      const list = shape.is === 'call' ? node.namedChild(node.namedChildCount - 1) : node;
      return list && this.text[list.startIndex] === '[' ? (shape.is === 'call' ? subscript : single) : shape;
    }
    if (!shape || !(listLike.has(shape.is) || this.grammar.single?.has(node.type))) {
      return shape;
    }
    if (!this.#shapes.has(node.id)) {
      this.#shapes.set(node.id, node.namedChildCount === 1 ? single : shape);
    }
    return this.#shapes.get(node.id);
  }

  /** Whether a node is this part of its parent. */
  isPart(parent: Node, which: Part | undefined, node: Node): boolean {
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
    return this.textOf(node, 100)
      .replace(/^[$@:#.]+|[:?]$/g, '')
      .replace(/^(?:script|global|local|private|using):(?!:)/i, '');
  }

  /** What a string literal holds, without its quotes. */
  contentOf(node: Node): string {
    return this.textOf(node, 300).replace(/^[A-Za-z@$]{0,3}(["'`]+|\/)([^]*?)\1?$/, '$2');
  }

  /** The last name of an expression: `error.response?.status` gives `status`. */
  lastName(node: Node | null | undefined): string {
    for (let level = 0; node && level < 32; level++) {
      const shape: Shape | undefined = this.shape(node);
      switch (shape?.is) {
        case 'name':
        case 'symbol':
          // Ruby's grammar takes a key at the beginning of a piece for a call whose argument has a key without a name.
          if (node.type === 'hash_key_symbol' && node.startIndex === node.endIndex) {
            node = node.parent?.parent?.parent;
            break;
          }
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
        case 'list':
          // C#: `body?["code"]`
          node = node.type === 'element_binding_expression' ? node.namedChild(0) : null;
          break;
        default:
          return node.type === 'type_literal' ? (/(\w+)\]?$/.exec(node.text)?.[1] ?? '') : '';
      }
    }
    return '';
  }

  /** What a node stands for, without what only holds it. */
  bare(node: Node | null): Node | null {
    for (let level = 0; node && level < 8; level++) {
      const shape = this.shape(node);
      const inner = shape?.is === 'wrap' ? part(node, shape.value) : null;
      if (!inner) {
        break;
      }
      node = inner;
    }
    return node;
  }

  /** The name of a function, or of what it is given to. */
  nameOfFunction(owner: Node): string {
    const shape = this.shape(owner);
    const { parent } = owner;
    const outer = parent && this.shape(parent);
    // C#: `int Status { get { return 404; } }`
    const holder = owner.type === 'accessor_declaration' ? parent?.parent : null;
    const named =
      holder?.childForFieldName('name') ??
      (shape?.is === 'function' ? part(owner, shape.name) : null) ??
      (parent && outer?.is === 'bind' ? part(parent, outer.name) : null) ??
      (parent && outer?.is === 'pair' ? part(parent, outer.key) : null);
    return this.lastName(named);
  }

  /** The function that is called, and the object whose method it is. */
  callee(call: Node): Callee {
    let callee = this.#callees.get(call.id);
    if (!callee) {
      callee = this.#calleeOf(call);
      this.#callees.set(call.id, callee);
    }
    return callee;
  }

  #calleeOf(call: Node): Callee {
    const shape = this.grammar.nodes.get(call.type);
    if (shape?.is !== 'call' && shape?.is !== 'command') {
      return { name: '', object: null, node: null };
    }
    const callee = calledIn(part(call, shape.callee));
    let object = shape.is === 'call' ? part(call, shape.object) : null;
    const inner = callee && this.shape(callee);
    if (callee && inner?.is === 'member') {
      object = part(callee, inner.object);
    }
    const name = this.lastName(callee);
    // What a compiler of JavaScript makes of a default import: `http_errors_1.default(404)`.
    const imported = name === 'default' && object ? /^(\w+)_\d$/.exec(this.lastName(object))?.[1] : undefined;
    return imported === undefined ? { name, object, node: callee } : { name: imported, object: null, node: callee };
  }

  /** The arguments of a call, at most as many as matter. */
  args(call: Node): Node[] {
    const shape = this.grammar.nodes.get(call.type);
    if (shape?.is === 'command') {
      const words = parts(call, shape.arguments).filter(({ type }) => type !== 'command_argument_sep');
      return words.slice(0, mostArguments);
    }
    let list = shape?.is === 'call' ? part(call, shape.arguments || undefined) : null;
    const inner = list && this.shape(list);
    if (list && inner?.is === 'wrap') {
      list = list.namedChild(0);
    }
    // A closure that follows the name is no list of arguments.
    return list && list.namedChildCount <= mostArguments && this.shape(list)?.is !== 'function'
      ? list.namedChildren.flatMap((node) => (node ? [this.#valueOf(node)] : []))
      : [];
  }

  /** Some grammars make a node of every argument, whether it is named or not. */
  #valueOf(argument: Node): Node {
    const isLone = this.grammar.nodes.get(argument.type)?.is === 'pair' && argument.namedChildCount === 1;
    return (isLone ? argument.namedChild(0) : null) ?? argument;
  }

  /** The names of a function's parameters; of a class, those of its constructor. */
  parameters(functionOrClass: Node): Node[] {
    const shape = this.shape(functionOrClass);
    const which = shape?.is === 'function' || shape?.is === 'class' ? shape.parameters : undefined;
    const list = part(functionOrClass, which || undefined) ?? functionOrClass.childForFieldName('parameter');
    if (!list) {
      const maker = shape?.is === 'class' ? this.#makerOf(functionOrClass) : undefined;
      return maker ? this.parameters(maker) : shape?.is === 'class' ? this.#fieldsGiven(functionOrClass) : [];
    }
    if (this.shape(list)?.is === 'name') {
      return [list];
    }
    if (this.shape(list)?.is === 'parameter') {
      const beside = functionOrClass.namedChildCount > mostArguments ? [] : functionOrClass.namedChildren;
      return beside.flatMap((item) => (item?.type === list.type ? this.#parameterNames(item) : []));
    }
    const items = list.namedChildCount > mostArguments ? [] : list.namedChildren;
    const inner = items.find((item) => item && this.shape(item)?.is === 'parameters')?.namedChildren ?? items;
    return inner.flatMap((item) => (item ? this.#parameterNames(item) : []));
  }

  #parameterNames(item: Node): Node[] {
    const shape = this.shape(item);
    if (shape?.is === 'name') {
      // In some grammars the default stands beside its parameter.
      return item.previousSibling?.type === '=' ? [] : [item];
    }
    if (shape?.is === 'wrap') {
      const name = this.bare(item);
      return name && this.shape(name)?.is === 'name' ? [name] : [];
    }
    if (shape?.is === 'bind') {
      return [part(item, shape.name)].filter((name) => name !== null);
    }
    if (shape?.is !== 'parameter') {
      return [];
    }
    // Go declares several parameters of one type at once.
    const several = shape.name === 'name' ? item.childrenForFieldName('name') : [];
    return (several.length > 1 ? several : [this.bare(part(item, shape.name))]).filter((name) => name !== null);
  }

  #makerOf(classNode: Node): Node | undefined {
    const body = classNode.childForFieldName('body');
    const name = this.lastName(classNode.childForFieldName('name'));
    return (body?.namedChildCount ?? 0) > mostMembers
      ? undefined
      : (body?.namedChildren.find((member) => {
          const shape = member && this.shape(member);
          const own = member && shape?.is === 'function' ? this.lastName(part(member, shape.name)) : '';
          return own !== '' && (own === name || /^(?:constructor|__init__|__construct|initialize)$/.test(own));
        }) ?? undefined);
  }

  /** Java: the fields that a constructor is given which an annotation stands for, in their order. */
  #fieldsGiven(classNode: Node): Node[] {
    const body = classNode.childForFieldName('body');
    const isMade = /@(?:All|Required)ArgsConstructor\b|@Value\b/.test(this.textOf(classNode, longestAnnotations));
    const inner = body?.namedChildren.find((member) => member?.type === 'enum_body_declarations') ?? body;
    const members = !isMade || !inner || inner.namedChildCount > mostMembers ? [] : inner.namedChildren;
    return members.flatMap((member) => {
      const field = member?.type === 'field_declaration' ? member.childForFieldName('declarator') : null;
      const isGiven = field && !field.childForFieldName('value') && !/\bstatic\b/.test(this.textOf(member as Node, 60));
      return isGiven ? [field.childForFieldName('name')].filter((name) => name !== null) : [];
    });
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

/** What is called as it is written: compilers of JavaScript write `(0, errors.create)(404)`, so that it has no object. */
function calledIn(callee: Node | null): Node | null {
  const sequence = callee?.type === 'parenthesized_expression' ? callee.namedChild(0) : null;
  return sequence?.type === 'sequence_expression' ? sequence.lastNamedChild : callee;
}
