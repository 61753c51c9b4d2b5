import type { Node } from '@vscode/tree-sitter-wasm';
import { ofArgument, ofKeyOf, ofMethod } from './calls';
import { part, type Shape } from './grammar';
import { holdsStatuses, isMapOfStatuses, isStatusCall, isTable, isOther, whatIsNamed } from './names';
import { found, type Meaning, on, type Place, type Step } from './place';
import type { Binding, SourceFile } from './sourceFile';
import { type Holding, holdingOf, holdingOfName } from './values';
import { ofCommand, ofToken } from './words';

const equality =
  /^(?:={1,3}|!={1,2}|<>|<=>|=~|in|not\s+in|!in|is|is\s+not|eq|ne|-[ic]?(?:eq|ne|in|notin|contains|notcontains|match|like))$/i;
const order = /^(?:[<>]=?|-[ic]?[gl][te])$/i;
const fallback = /^(?:\?\?|\|\||or|\?:|-or)$/i;

/** How far up from a literal the rules go. PowerShell has a node for each level of precedence. */
const mostLevels = 90;
/** How often a name's uses are followed: from a literal to its constant, from an argument to its parameter. */
const mostHops = 3;
/** Climbs for one text: what a person wrote needs far fewer. */
const mostClimbs = 200_000;
/** Keys of a map that are looked at to tell whether all of them are statuses. */
const mostKeys = 40;

const status: Holding = { what: 'status', weight: 0.93, name: 'status' };

/**
 * Tells what a literal stands for by its place in the syntax. From the literal the rules go up through whatever only
 * holds it (lists, casts, parentheses, ternaries) to what says something: a comparison, a switch, a name that it is
 * given to, a call it is passed to. Where a name says nothing, the uses of that name decide.
 */
export class Contexts {
  readonly #ofUses = new Map<string, Meaning | undefined>();
  readonly #statusMaps = new Map<number, boolean>();
  #climbs = 0;

  constructor(private readonly file: SourceFile) {}

  /** Undefined when nothing says what the literal is. */
  meaningOf(literal: Node): Meaning | undefined {
    const isText = this.file.shape(literal)?.is === 'string';
    const place: Place = { node: literal, role: 'value', isText, isListed: false, isRanged: false, indexes: [] };
    return this.#climb(place, mostHops) ?? this.#namedByValue(literal);
  }

  /** `404: 'Not Found'`: a key whose value names it. */
  #namedByValue(literal: Node): Meaning | undefined {
    const pair = literal.parent;
    const shape = pair && this.file.shape(pair);
    const value =
      pair && shape?.is === 'pair' && this.file.isPart(pair, shape.key, literal) ? part(pair, shape.value) : null;
    const name = value && this.file.shape(value)?.is === 'string' ? this.file.contentOf(value) : '';
    return name === '' ? undefined : { what: 'phrase', weight: 0.9, evidence: `beside ${name}`, name };
  }

  #climb(start: Place, hops: number): Meaning | undefined {
    let place = start;
    if (++this.#climbs > mostClimbs) {
      return undefined;
    }
    for (let level = 0; level < mostLevels; level++) {
      const { parent } = place.node;
      const shape = parent && this.file.shape(parent);
      if (!parent || !shape) {
        return undefined;
      }
      const step = this.#step(place, parent, shape);
      if (!step) {
        return undefined;
      }
      if ('meaning' in step) {
        return step.meaning;
      }
      if ('uses' in step) {
        const key = `${step.uses.name.id.toString()} ${step.place.role} ${step.place.key ?? ''} ${hops.toString()}`;
        if (!this.#ofUses.has(key)) {
          // A name whose uses lead back to it says nothing.
          this.#ofUses.set(key, undefined);
          this.#ofUses.set(key, this.#usesOf(step.uses.name, step.place, hops));
        }
        const meaning = this.#ofUses.get(key);
        return meaning
          ? { ...meaning, weight: step.place.isRanged ? Math.min(meaning.weight, 0.7) : meaning.weight }
          : step.otherwise;
      }
      place = step.place;
    }
    return undefined;
  }

  #usesOf(name: Node, place: Place, hops: number): Meaning | undefined {
    if (hops <= 0) {
      return undefined;
    }
    const binding = this.file.bindings(this.file.nameOf(name)).find((b) => b.name.id === name.id);
    for (const node of binding ? this.file.uses(binding) : []) {
      const { parent } = node;
      const shape = parent && this.file.shape(parent);
      // `self.CODES`: the member is the use.
      const isMember = parent && shape?.is === 'member' && !this.file.isPart(parent, shape.object, node);
      const meaning = this.#climb({ ...place, node: isMember ? parent : node }, hops - 1);
      if (meaning && meaning.what !== 'phrase' && (meaning.what !== 'text' || place.isText)) {
        return meaning;
      }
    }
    return undefined;
  }

  #step(place: Place, parent: Node, shape: Shape): Step {
    const { file } = this;
    const { node } = place;
    switch (shape.is) {
      case 'wrap':
        return shape.type !== undefined && file.isStatusType(part(parent, shape.type))
          ? found(status, 'cast to', place)
          : this.#ofTyped(place, parent, shape.type);
      case 'choice':
        return file.isPart(parent, shape.test, node) ? undefined : on(place, parent);
      case 'block':
        return this.#ofBlock(place, parent);
      case 'list':
        return this.#ofList(place, parent);
      case 'range':
        return on(place, parent, { isRanged: true });
      case 'binary':
        return this.#ofBinary(place, parent);
      case 'test':
        return file.isPart(parent, shape.value, node)
          ? undefined
          : found(holdingOf(file, part(parent, shape.value)), 'compared with', place);
      case 'bind':
      case 'parameter':
        return file.isPart(parent, shape.name, node)
          ? this.#ofTarget(place, parent)
          : this.#ofBinding(place, parent, shape);
      case 'pair':
        return this.#ofPair(place, parent, shape.key);
      case 'index':
        return this.#ofIndex(place, parent, shape.object);
      case 'member':
        return this.#ofMember(place, parent, shape.object);
      case 'call':
        // An object of a method, where a language has no node for the member; or what a pattern takes apart.
        return file.isPart(parent, shape.object, node)
          ? ofMethod(file, parent, place)
          : file.isPart(parent, shape.callee, node)
            ? undefined
            : this.#ofConstructor(place, parent, shape.callee);
      case 'arguments':
        return parent.parent
          ? (ofArgument(file, this.#callOf(parent), place) ?? this.#ofAnnotation(place, parent))
          : undefined;
      case 'arm':
        return file.isPart(parent, shape.value, node) ? on(place, parent) : this.#ofArm(place, parent);
      case 'switch':
        return file.isPart(parent, shape.subject, node) ? undefined : on(place, parent);
      case 'return':
        return this.#ofReturn(place, file.around(parent, ['function']));
      case 'function':
        return this.#ofReturn(place, parent);
      case 'loop':
        return file.isPart(parent, shape.list, node) ? this.#ofLoop(place, part(parent, shape.variable)) : undefined;
      case 'command':
        return ofCommand(file, parent, place);
      case 'tokens':
        return ofToken(file, parent, place);
      default:
        return undefined;
    }
  }

  #callOf(args: Node): Node {
    let call = args.parent ?? args;
    while (call.parent && this.file.grammar.nodes.get(call.type)?.is === 'wrap') {
      call = call.parent;
    }
    return call;
  }

  /** The last of a block is its value, where blocks have values. */
  #ofBlock(place: Place, block: Node): Step {
    const shape = block.parent && this.file.shape(block.parent);
    const isMap = place.role !== 'value';
    if (
      isMap ||
      (shape &&
        ['choice', 'block', 'function', 'arm', 'switch', 'wrap'].includes(shape.is) &&
        part(block, -1)?.id === place.node.id)
    ) {
      return on(place, block);
    }
    return undefined;
  }

  #ofList(place: Place, list: Node): Step {
    const size = list.namedChildCount;
    const index = size <= mostKeys ? list.namedChildren.findIndex((item) => item?.id === place.node.id) : 0;
    const indexes = [...place.indexes, index];
    // `[[404, 'gone'], …]`: the first of each two is a key.
    const outer = list.parent && this.file.shape(list.parent)?.is;
    if (size === 2 && index === 0 && !place.isListed && (outer === 'list' || outer === 'arguments')) {
      const value = part(list, 1);
      if (value && this.file.shape(value)?.is !== 'number' && place.role === 'value') {
        return on(place, list, { role: 'key', isListed: false, indexes });
      }
    }
    return on(place, list, { isListed: true, indexes });
  }

  #ofBinary(place: Place, binary: Node): Step {
    const { file } = this;
    const operands =
      binary.namedChildCount > 6
        ? []
        : (binary.namedChildren.filter((c) => c !== null && !/^(?:comparison|test)_operator$/.test(c.type)) as Node[]);
    const index = operands.findIndex((operand) => operand.id === place.node.id);
    for (const other of [operands[index - 1], operands[index + 1]]) {
      if (!other) {
        continue;
      }
      const [left, right] = other.startIndex < place.node.startIndex ? [other, place.node] : [place.node, other];
      const operator = file.text.slice(left.endIndex, right.startIndex).trim();
      const isOrder = order.test(operator);
      if (isOrder || equality.test(operator)) {
        const step = found(holdingOf(file, other), 'compared with', { ...place, isRanged: place.isRanged || isOrder });
        if (step) {
          return step;
        }
      } else if (fallback.test(operator)) {
        const holding = holdingOf(file, other);
        return holding?.what === 'status' ? found(holding, 'default of', place) : on(place, binary);
      } else if (/^(?:&&|and|-and)$/i.test(operator) && right.id === place.node.id) {
        return on(place, binary);
      }
    }
    return undefined;
  }

  /** On the left of an assignment: `[404] = "gone"` in an initializer sets a key. */
  #ofTarget(place: Place, bind: Node): Step {
    return place.isListed && bind.parent ? on(place, bind.parent, { role: 'key' }) : undefined;
  }

  #ofBinding(place: Place, bind: Node, shape: Extract<Shape, { is: 'bind' | 'parameter' }>): Step {
    const { file } = this;
    const target = part(bind, shape.name);
    const name = file.lastName(target);
    if (!target || isOther(name)) {
      return undefined;
    }
    const isPlain = ['name', 'wrap'].includes(file.shape(target)?.is ?? '');
    const binding = file
      .bindings(name)
      .find((b) => b.name.startIndex >= target.startIndex && b.name.endIndex <= target.endIndex);
    const uses = binding && { uses: binding, place: { ...place, node: binding.name } };
    if (place.role === 'key') {
      return isMapOfStatuses(name) ? ofKeys(name, place) : uses;
    }
    if (place.role === 'entry') {
      const table = holdsStatuses(name) ? { ...status, name } : isTable(name) ? holdingOfName(name) : undefined;
      return table ? found(table, 'entry of', place) : this.#ofPhrase(place.key ?? '', uses);
    }
    const holding = this.#ofItem(place, target) ?? (isPlain ? holdingOfName(name) : holdingOf(file, target));
    // A number is no word and no text of an error: `INTERNAL_SERVER_ERROR = 500`.
    const fits = holding && holding.what !== 'text' && (holding.what !== 'word' || place.isText);
    if (fits && !(file.grammar.needsOrigin && !/http|response|code$/i.test(name))) {
      return found(holding, 'value of', place);
    }
    return this.#ofGroup(place, bind) ?? this.#ofPhrase(name, uses);
  }

  /** Where nothing else speaks: a constant may be named like the status it is. */
  #ofPhrase(name: string, uses: Extract<Step, { uses: Binding }> | undefined): Step {
    const phrase: Meaning = { what: 'phrase', weight: 0.8, evidence: `named ${name}`, name };
    return uses ? { ...uses, otherwise: phrase } : { meaning: phrase };
  }

  /** `status, message = 404, "gone"`: the name at the same place of the other list. */
  #ofItem(place: Place, target: Node): Holding | undefined {
    const is = this.file.shape(target)?.is;
    const item =
      place.isListed && (is === 'list' || is === 'pattern') ? target.namedChild(place.indexes.at(-1) ?? 0) : null;
    return item ? holdingOfName(this.file.lastName(item)) : undefined;
  }

  /** The enumeration or class whose member the literal is: `enum HttpStatus { NotFound = 404 }`. */
  #ofGroup(place: Place, bind: Node): Step {
    const owner = this.file.around(bind, ['class', 'function'], 4);
    const shape = owner && this.file.shape(owner);
    const name = owner && shape?.is === 'class' ? this.file.lastName(part(owner, shape.name)) : '';
    const what = whatIsNamed(name);
    if (holdsStatuses(name)) {
      return found({ ...status, name }, 'member of', place);
    }
    return what === 'code' || what === 'vendor-code' ? found(holdingOfName(name), 'member of', place) : undefined;
  }

  #ofPair(place: Place, pair: Node, keyPart: string | number): Step {
    const { file } = this;
    const key = part(pair, keyPart);
    if (!key) {
      return on(place, pair);
    }
    const map = pair.parent;
    if (key.id === place.node.id) {
      return map
        ? on(place, map, {
            role: 'key',
            isListed: true,
            indexes: [],
            key: this.#hasStatusKeys(map) ? 'status' : 'code',
          })
        : undefined;
    }
    const name = file.lastName(key);
    const holding = holdingOfName(name);
    if (holding && holding.what !== 'text' && (holding.what !== 'word' || place.isText) && place.role === 'value') {
      return holding.what === 'code' && this.#isInErrors(pair)
        ? found({ what: 'vendor-code', weight: 0.75, name: 'code in errors' }, 'value of', place)
        : found(holding, 'value of', place);
    }
    if (place.role === 'key') {
      return isMapOfStatuses(name) ? ofKeys(name, place) : undefined;
    }
    if (!map || isOther(name) || place.role === 'entry') {
      return undefined;
    }
    // A named argument says all there is to say.
    return file.shape(map)?.is === 'arguments'
      ? this.#ofAnnotation(place, map)
      : on(place, map, { role: 'entry', isListed: true, key: name });
  }

  /** `errors: [{ code: 88 }]`, in an object or a dictionary. */
  #isInErrors(pair: Node): boolean {
    const outer = this.file.around(pair, ['pair'], 5);
    const shape = outer && this.file.shape(outer);
    return outer !== undefined && shape?.is === 'pair' && /^errors$/i.test(this.file.lastName(part(outer, shape.key)));
  }

  /** Whether all keys of a map look like statuses, so that a name may make them that. */
  #hasStatusKeys(map: Node): boolean {
    let answer = this.#statusMaps.get(map.id);
    if (answer === undefined) {
      const keys =
        map.namedChildCount > mostKeys * 2
          ? []
          : map.namedChildren.flatMap((pair) => {
              const shape = pair && this.file.shape(pair);
              const key = pair && shape?.is === 'pair' ? part(pair, shape.key) : null;
              return key ? [key.text] : [];
            });
      answer =
        keys.length > 0 && keys.every((key) => /^\[?['"]?[1-5]\d\d['"]?\]?$|^\W*[A-Za-z]\w*(?:\.|::)\w/.test(key));
      this.#statusMaps.set(map.id, answer);
    }
    return answer;
  }

  #ofIndex(place: Place, index: Node, object: string | number): Step {
    const { file } = this;
    const isObject = file.isPart(index, object, place.node);
    if (isObject && place.role === 'key') {
      const shape = file.shape(index);
      return shape?.is === 'index'
        ? found(holdingOf(file, part(index, shape.index)), 'key looked up by', place)
        : undefined;
    }
    if (isObject) {
      return place.role === 'entry' ? on(place, index, { role: 'value' }) : undefined;
    }
    // `MESSAGES[404]`
    const map = part(index, object);
    const shape = file.shape(index);
    return map && place.role === 'value' && shape?.is === 'index' && file.isPart(index, shape.index, place.node)
      ? ofKeyOf(file, map, place)
      : undefined;
  }

  #ofMember(place: Place, member: Node, object: string | number): Step {
    const { file } = this;
    if (!file.isPart(member, object, place.node)) {
      return undefined;
    }
    const call = member.parent;
    const shape = call && file.grammar.nodes.get(call.type);
    if (call && shape?.is === 'call' && file.isPart(call, shape.callee, member)) {
      return ofMethod(file, call, place);
    }
    return place.role === 'entry' && file.lastName(member) === place.key
      ? on(place, member, { role: 'value' })
      : undefined;
  }

  /** `HttpError::Status(404, _)`, `Some(404)`: a pattern that takes a value apart. */
  #ofConstructor(place: Place, pattern: Node, callee: string | number): Step {
    // A collection with its first items: `new HashSet<int> { 404 }`.
    if (pattern.childForFieldName('initializer')?.id === place.node.id) {
      return on(place, pattern);
    }
    const name = this.file.lastName(part(pattern, callee));
    if (/^(?:Some|Ok|Err)$/.test(name)) {
      return on(place, pattern);
    }
    return whatIsNamed(name) === 'status' ? found({ ...status, name }, 'part of', place) : undefined;
  }

  #ofArm(place: Place, arm: Node): Step {
    const found_ = this.file.around(arm, ['switch'], 5);
    const shape = found_ && this.file.shape(found_);
    return found_ && shape?.is === 'switch'
      ? found(holdingOf(this.file, part(found_, shape.subject)), 'switched on', place)
      : undefined;
  }

  #ofLoop(place: Place, variable: Node | null): Step {
    const { file } = this;
    const is = variable && file.shape(variable)?.is;
    // Of `for _, code := range codes` the last name is the item.
    const item = variable && (is === 'list' || is === 'pattern') ? part(variable, -1) : variable;
    const name = item ? file.lastName(item) : '';
    const binding =
      item && file.bindings(name).find((b) => b.name.startIndex >= item.startIndex && b.name.endIndex <= item.endIndex);
    const holding = holdingOfName(name);
    if (holding?.what === 'status') {
      return found(holding, 'value of', place);
    }
    return binding ? { uses: binding, place: { ...place, node: binding.name } } : undefined;
  }

  /** `HTTPError{404, "gone"}`: a value of a type that is made from a status, or whose field at that place holds one. */
  #ofTyped(place: Place, parent: Node, typePart: string | number | undefined): Step {
    const type = part(parent, typePart);
    if (!type || place.role !== 'value' || place.isText) {
      return on(place, parent);
    }
    const name = this.file.lastName(type);
    if (place.indexes.length === 1 && isStatusCall(name)) {
      return found({ ...status, name }, 'part of', { ...place, isListed: false });
    }
    const field = this.#fieldsOf(type)[place.indexes[0] ?? -1];
    const holding = field === undefined ? undefined : holdingOfName(field);
    return holding ? found(holding, 'value of', { ...place, isListed: false }) : on(place, parent);
  }

  /** Names of the fields of a struct type, written out or declared in the same file; of the items of a list type. */
  #fieldsOf(type: Node): string[] {
    const element = type.childForFieldName('element') ?? type;
    const name = this.file.lastName(element);
    const declared = name === '' ? undefined : this.file.functions(name)[0]?.value;
    const struct = element.type === 'struct_type' ? element : declared?.childForFieldName('type');
    const fields = struct?.type === 'struct_type' ? struct.namedChild(0) : null;
    if (!fields || fields.namedChildCount > mostKeys) {
      return [];
    }
    return fields.namedChildren.flatMap((field) =>
      (field?.childrenForFieldName('name') ?? []).map((n) => n?.text ?? ''),
    );
  }

  /** What a function gives back is what it is named after. */
  #ofReturn(place: Place, owner: Node | undefined): Step {
    const { file } = this;
    const shape = owner && file.shape(owner);
    if (!owner || shape?.is !== 'function') {
      return undefined;
    }
    // Flask: `return jsonify(error), 404`
    if (
      (place.indexes.at(-1) ?? 0) > 0 &&
      /\b(?:flask|quart|sanic|connexion|jsonify|restful|bottle|restx)\b/i.test(file.text)
    ) {
      return found({ ...status, name: 'an answer' }, 'status of', { ...place, isListed: false });
    }
    const { parent } = owner;
    const outer = parent && file.shape(parent);
    const named =
      part(owner, shape.name) ??
      (parent && outer?.is === 'bind' ? part(parent, outer.name) : null) ??
      (parent && outer?.is === 'pair' ? part(parent, outer.key) : null);
    const name = file.lastName(named);
    const words = name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
    const isStatus =
      whatIsNamed(name) === 'status' || /(?:^|_)(?:http_)?status(?:_code)?(?:_(?:for|of|from|to|by)\w*)?$/.test(words);
    if (isOther(name) || (!isStatus && whatIsNamed(name) !== 'code')) {
      return undefined;
    }
    return found(isStatus ? { ...status, name } : { what: 'code', weight: 0.9, name }, 'result of', place);
  }

  /** Values that an annotation gives to a test's parameters: `[InlineData(404, 1)]`, `@ValueSource(ints = {404})`. */
  #ofAnnotation(place: Place, args: Node): Step {
    const { file } = this;
    const call = args.parent;
    if (
      !call ||
      !/^(?:attribute|annotation)$/.test(call.type) ||
      !/^(?:InlineData|TestCase|DataRow|ValueSource|Values)$/.test(file.callee(call).name)
    ) {
      return undefined;
    }
    const owner = file.around(call, ['function'], 4);
    const index = place.isListed
      ? 0
      : args.namedChildren.findIndex(
          (arg) => arg && arg.startIndex <= place.node.startIndex && place.node.endIndex <= arg.endIndex,
        );
    const parameter = owner && file.parameters(owner)[index];
    return parameter ? found(holdingOf(file, parameter), 'value of', place) : undefined;
  }
}

/** Keys of a map that is named after statuses or errors: statuses if all of them look like it, else codes of a vendor. */
function ofKeys(name: string, place: Place): Step {
  return place.key === 'code'
    ? found({ what: 'vendor-code', weight: 0.75, name }, 'key of', place)
    : found({ ...status, name }, 'key of', place);
}
