import type { Node } from '@vscode/tree-sitter-wasm';
import { isMemberOfAnswers } from './answersByStatus';
import { ofBinding, ofLoop, ofTyped } from './bindings';
import { ofArgument } from './calls/arguments';
import { ofMethod } from './calls/methods';
import { givenByArms, ofArm, saidByArm } from './arms';
import { ofBinary, ofChoice, ofInfix } from './comparisons';
import { ofAnnotation, ofTable } from './cases';
import { ownCaseOf } from './ownCases';
import { ofReturn } from './functions';
import { part, type Part, type Shape } from './grammar';
import { isBehindRange } from './operators';
import { isConversion } from './calls/callNames';
import { namedByValue, ofIndex, ofMap, ofPair } from './maps';
import { found, type Meaning, on, type Place, type Step } from './place';
import { isOfRequestRow } from './requestRows';
import type { SourceFile } from './sourceFile';
import { type Holding, holdingOfName } from './holding';
import { holdingOf, isCaseOfStatus } from './values';
import { ofUnfinished } from './unfinished';
import { ofToken } from './tokens';
import { ofCommand } from './words';

/** How far up from a literal the rules go. PowerShell has a node for each level of precedence. */
const mostLevels = 90;
/** How often a name's uses are followed: from a literal to its constant, from an argument to its parameter. */
const mostHops = 3;
/** Climbs for one text: what a person wrote needs far fewer. */
const mostClimbs = 60_000;
/** Items of a list whose place in it is told. */
const mostItems = 40;

const status: Holding = { what: 'status', weight: 0.93, name: 'status' };

/**
 * Tells what a literal stands for by its place in the syntax. From the literal the rules go up through whatever only
 * holds it (lists, casts, parentheses, ternaries) to what says something: a comparison, a switch, a name that it is
 * given to, a call it is passed to. Where a name says nothing, the uses of that name decide.
 */
export class Contexts {
  readonly #ofUses = new Map<string, Meaning | undefined>();
  #climbs = 0;

  constructor(private readonly file: SourceFile) {}

  /** Whether the text holds more literals than are looked at. */
  get isExhausted(): boolean {
    return this.#climbs > mostClimbs;
  }

  /** Undefined when nothing says what the literal is. */
  meaningOf(literal: Node): Meaning | undefined {
    const isText = this.file.shape(literal)?.is === 'string';
    const place: Place = { node: literal, role: 'value', isText, isListed: false, isRanged: false, indexes: [] };
    return (
      this.#climb(place, mostHops) ??
      namedByValue(this.file, literal) ??
      givenByArms(this.file, literal) ??
      saidByArm(this.file, literal)
    );
  }

  #climb(start: Place, hops: number): Meaning | undefined {
    let place = start;
    if (++this.#climbs > mostClimbs) {
      return undefined;
    }
    for (let level = 0; level < mostLevels; level++) {
      const { parent } = place.node;
      const shape = parent && this.file.shape(parent);
      if (!parent) {
        return undefined;
      }
      const step = shape ? this.#step(place, parent, shape) : this.#ofStatement(place, parent);
      if (!step) {
        return undefined;
      }
      if ('meaning' in step) {
        return step.meaning;
      }
      if ('uses' in step) {
        const { role, key: ofKey = '', keys = '', indexes } = step.place;
        const column = indexes.length > 1 ? (indexes[0] ?? 0) : -1;
        const key = [step.uses.name.id, role, ofKey, keys, column, hops].join(' ');
        if (!this.#ofUses.has(key)) {
          // A name whose uses lead back to it says nothing.
          this.#ofUses.set(key, undefined);
          this.#ofUses.set(key, this.#usesOf(step.uses.name, step.place, hops));
        }
        const meaning = this.#ofUses.get(key);
        return meaning
          ? step.place.isRanged
            ? { ...meaning, weight: Math.min(meaning.weight, 0.7), isRanged: true }
            : meaning
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

  /** `throw 404;`, or what has no end yet. */
  #ofStatement(place: Place, parent: Node): Step {
    return parent.type === 'throw_statement' && !place.isText && this.file.subject.isAboutWeb
      ? found({ ...status, weight: 0.75, name: 'throw' }, 'thrown with', place)
      : ofUnfinished(this.file, parent, place);
  }

  #step(place: Place, parent: Node, shape: Shape): Step {
    const { file } = this;
    const { node } = place;
    switch (shape.is) {
      case 'string':
        if (parent.type === 'template_string' && parent.parent?.type === 'call_expression') {
          return ofTable(file, parent, place);
        }
        // Of a shell's array: `[404]="gone"`.
        if (file.grammar.bareWords && keyOfArray.test(file.textOf(parent, 8)) && part(parent, 1)?.id === node.id) {
          return on(place, parent, { role: 'key', keys: 'statuses' });
        }
        // `"$code"`: a string that is only what it holds.
        return parent.namedChildCount === 1 &&
          parent.endIndex - parent.startIndex <= node.endIndex - node.startIndex + 2
          ? on(place, parent)
          : undefined;
      case 'wrap':
        return this.#ofWrap(place, parent, shape.type);
      case 'choice':
        return file.isPart(parent, shape.test, node) ? undefined : ofChoice(file, parent, shape.test, place);
      case 'block':
        return this.#ofBlock(place, parent);
      case 'list':
        return this.#ofList(place, parent);
      case 'range':
        return isBehindRange(file, parent, node)
          ? undefined
          : on(place, rangeTest(file, parent, node) ?? parent, { isRanged: true });
      case 'binary':
        return ofBinary(file, parent, place);
      case 'infix':
        return ofInfix(file, parent, place);
      case 'test':
        return file.isPart(parent, shape.value, node)
          ? undefined
          : found(holdingOf(file, part(parent, shape.value)), 'compared with', place);
      case 'bind':
      case 'parameter':
        return file.isPart(parent, shape.name, node)
          ? this.#ofTarget(place, parent)
          : ofBinding(file, parent, shape, place);
      case 'pair':
        return ofPair(file, parent, shape.key, place);
      case 'map':
        return ofMap(file, parent, place);
      case 'index':
        return ofIndex(file, parent, place);
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
        // Ruby: `return 404`
        if (parent.parent && file.shape(parent.parent)?.is === 'return') {
          return on(place, parent);
        }
        return parent.parent
          ? (ofArgument(file, this.#callOf(parent), place) ?? ofAnnotation(file, parent, place))
          : undefined;
      case 'arm':
        return file.isPart(parent, shape.value, node) ? on(place, parent) : ofArm(file, parent, place);
      case 'switch':
        return file.isPart(parent, shape.subject, node) ? undefined : on(place, parent);
      case 'parameters':
        return this.#ofDefault(place);
      case 'return':
        return ofReturn(file, file.around(parent, ['function']), place, parent.type.startsWith('yield'));
      case 'function':
        return this.#ofDefault(place) ?? ofReturn(file, parent, place);
      case 'loop':
        return this.#isListed(parent, shape.list, node) ? ofLoop(file, parent, shape, place) : undefined;
      case 'command':
        return ofCommand(file, parent, place);
      case 'tokens':
        return ofToken(file, parent, place);
      default:
        return undefined;
    }
  }

  /** Whether a loop goes through a node: the list, or one of the words of a shell. */
  #isListed(loop: Node, list: Part, node: Node): boolean {
    return (
      this.file.isPart(loop, list, node) ||
      (typeof list === 'string' && loop.childrenForFieldName(list).some((word) => word?.id === node.id))
    );
  }

  #ofWrap(place: Place, wrap: Node, type: Part | undefined): Step {
    const { file } = this;
    if (type !== undefined) {
      const given = part(wrap, type);
      // Of `[]Status{{Width: 404}}` the number is a field of a status of another kind.
      const isCast = place.role !== 'entry' || given?.type === 'map_type';
      return isCast && file.isStatusType(given) ? found(status, 'cast to', place) : ofTyped(file, wrap, type, place);
    }
    // `response.status as 400 | 401`
    if (/^(?:as|satisfies)_expression$/.test(wrap.type) && wrap.namedChild(0)?.id !== place.node.id) {
      return found(holdingOf(file, wrap.namedChild(0)), 'cast of', place);
    }
    // Swift writes a case's name before what it holds: `case .http(404) = error`.
    const before = file.grammar.members && wrap.type === 'pattern' ? wrap.previousNamedSibling : null;
    return (before ? this.#ofCase(file.lastName(before), place) : undefined) ?? on(place, wrap);
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
    // `32 or 64 or 89`: each holds the one before.
    if (list.type === 'or_pattern' || list.type === 'and_pattern') {
      return on(place, list, { isListed: true });
    }
    const size = list.namedChildCount;
    // Swift: `(status: 404, body: "")`, C#: `new { status = 404, body = "" }`
    const isOfLabels = /^(?:tuple_expression|anonymous_object_creation_expression)$/.test(list.type);
    const label = isOfLabels ? place.node.previousNamedSibling : null;
    if (
      label &&
      place.role === 'value' &&
      /^\s*[:=]\s*$/.test(this.file.text.slice(label.endIndex, place.node.startIndex))
    ) {
      return this.#ofLabelled(place, list, label.text);
    }
    const index = size <= mostItems ? list.namedChildren.findIndex((item) => item?.id === place.node.id) : 0;
    const indexes = [...place.indexes, index];
    // `fail([400, 404, '4XX'])`: a class of statuses among them.
    if (
      size > 1 &&
      size <= mostItems &&
      !place.isText &&
      list.namedChildren.some((item) => item !== null && isClass.test(item.text))
    ) {
      return found({ ...status, weight: 0.85, name: 'statuses' }, 'listed with', { ...place, isListed: false });
    }
    // `[[404, 'gone'], …]`: the first of each two is a key.
    const outer = list.parent && this.file.shape(list.parent)?.is;
    const isReturned = list.parent?.parent ? this.file.shape(list.parent.parent)?.is === 'return' : false;
    if (size === 2 && index === 0 && !place.isListed && (outer === 'list' || (outer === 'arguments' && !isReturned))) {
      const value = part(list, 1);
      const isStatus = value && /^["']?[1-5]\d\d["']?$/.test(this.file.textOf(value, 8));
      if (value && !isStatus && this.file.shape(value)?.is !== 'number' && place.role === 'value') {
        return on(place, list, { role: 'key', isListed: false, indexes, keys: 'statuses' });
      }
    }
    // `[':status', '404']`: a header of HTTP/2, as a name and its value.
    if (size === 2 && index === 1 && statusHeader.test(this.file.textOf(part(list, 0) ?? list, longestHeaders))) {
      return found({ ...status, weight: 0.85, name: ':status' }, 'value of', place);
    }
    // `[404, { 'content-type': 'text/plain' }, ['gone']]`: the status, the headers and the body of an answer.
    if (size === 3 && index === 0 && !place.isText) {
      const headers = this.file.textOf(part(list, 1) ?? list, longestHeaders);
      // Python: `return 400, [], b""`
      const isPlain = noHeaders.test(headers) && /^b["']/.test(this.file.textOf(part(list, 2) ?? list, 2));
      if (this.file.subject.speaksHttp ? isPlain || headersOfAnswer.test(headers) : typeOfContent.test(headers)) {
        return found({ ...status, weight: 0.85, name: 'an answer' }, 'status of', place);
      }
    }
    // `(None, 409, {'retry-after': '3'})`
    if (
      size === 3 &&
      index === 1 &&
      !place.isText &&
      this.file.subject.speaksHttp &&
      headerOfAnswer.test(this.file.textOf(part(list, 2) ?? list, longestHeaders))
    ) {
      return found({ ...status, weight: 0.8, name: 'an answer' }, 'status of', { ...place, isListed: false });
    }
    if (place.role === 'value' && !place.isText && size > 2 && isOfRequestRow(this.file, list, place.node)) {
      return found({ ...status, weight: 0.8, name: 'a request' }, 'answer of', place);
    }
    // `[[429, 429], [500, 599]]`: the second of each two is a bound.
    const isBound = size === 2 && index === 1 && outer === 'list';
    return on(place, list, { isListed: true, indexes, ...(isBound ? { isRanged: true } : {}) });
  }

  /** A value beside its name: the code of an error has what that says beside it. */
  #ofLabelled(place: Place, list: Node, label: string): Step {
    const holding = holdingOfName(label);
    const isCode = holding?.what === 'code' && /^code$/i.test(label);
    return isCode &&
      !/\b(?:message|msg|error|detail|description|title|reason)\b/i.test(this.file.textOf(list, longestObject))
      ? undefined
      : found(holding, 'value of', place);
  }

  /** A default that stands beside its parameter: `code: Int = 404`. */
  #ofDefault(place: Place): Step {
    const before = place.node.previousNamedSibling;
    const shape = before && this.file.shape(before);
    return before && shape?.is === 'parameter' && place.node.previousSibling?.type === '='
      ? ofBinding(this.file, before, shape, place)
      : undefined;
  }

  /** On the left of an assignment: `[404] = "gone"` in an initializer sets a key. */
  #ofTarget(place: Place, bind: Node): Step {
    // Rust: `let Some(429) = response.status() else { … }`
    if (place.node.type.endsWith('_pattern')) {
      return found(holdingOf(this.file, bind.childForFieldName('value')), 'compared with', place);
    }
    if (isMemberOfAnswers(this.file, bind)) {
      return found({ ...status, weight: 0.85, name: 'the type of answers' }, 'key of', place);
    }
    return place.isListed && bind.parent ? on(place, bind.parent, { role: 'key', keys: 'statuses' }) : undefined;
  }

  #ofMember(place: Place, member: Node, object: Part): Step {
    const { file } = this;
    if (!file.isPart(member, object, place.node)) {
      return undefined;
    }
    const call = member.parent;
    const shape = call && file.grammar.nodes.get(call.type);
    if (call && shape?.is === 'call' && file.isPart(call, shape.callee, member)) {
      return ofMethod(file, call, place);
    }
    const name = file.lastName(member);
    if (place.role === 'entry') {
      // `tc.args.status`: the field of a struct in a struct.
      const isInner = place.isNested === true && member.parent !== null && file.shape(member.parent)?.is === 'member';
      return name === place.key ? on(place, member, { role: 'value' }) : isInner ? on(place, member) : undefined;
    }
    // `expect([401, 403]).not.toContain(status)`
    return isConversion(name) ? on(place, member) : undefined;
  }

  /** `HttpError::Status(404, _)`, `Some(404)`: a pattern that takes a value apart. */
  #ofConstructor(place: Place, pattern: Node, callee: Part): Step {
    // A collection with its first items: `new HashSet<int> { 404 }`.
    if (
      pattern.childForFieldName('initializer')?.id === place.node.id ||
      place.node.type === 'initializer_expression'
    ) {
      return on(place, pattern);
    }
    const type = part(pattern, callee);
    const name = this.file.lastName(type);
    if (/^(?:Some|some|Ok|Err)$/.test(name)) {
      return on(place, pattern);
    }
    const shape = type && this.file.shape(type);
    const owner = type && shape?.is === 'member' ? this.file.lastName(part(type, shape.object)) : '';
    return this.#ofCase(name, place, owner);
  }

  /** What a case of an error holds: `Error::Status(404)`, `.http(404)`. */
  #ofCase(name: string, place: Place, owner = ''): Step {
    const own = place.isText ? undefined : ownCaseOf(this.file, name, place);
    return own ?? (isCaseOfStatus(this.file, owner, name) ? found({ ...status, name }, 'part of', place) : undefined);
  }
}

/** Headers as a variable, or as a map of which one shows: a name with a hyphen. */
const headersOfAnswer =
  /^(?:(?:\w+\.)*\w*headers?$|\{\s*\}|\{.*?(?:['"]?[A-Za-z]+-[A-Za-z-]+['"]|\b[A-Z_]*(?:CONTENT_TYPE|HEADER)\b|\bHeaders?\b[\w:.]*)\s*(?:=>|:))/is;
const noHeaders = /^(?:\[\s*\]|\(\s*\)|None)$/;
/** How specifications write all statuses of a class. */
const isClass = /^["'][1-5]XX["']$/i;
/** The name of the status in HTTP/2, as it is written or by the constant for it. */
const statusHeader = /^b?["']:status["']$|^(?:\w+(?:\.|::))*[A-Z_]*STATUS$/;
/** A map that begins with a header, by the name that only one of HTTP has. */
const headerOfAnswer =
  /^\{\s*['"](?:retry-after|content-type|location|etag|cache-control|www-authenticate|x-[a-z-]+)['"]\s*:/i;
/** The header that leaves no doubt, in a map. */
const typeOfContent = /^\{.*['"]content-type['"]\s*(?:=>|:)/is;
/** How much of a map is read for the name of a header, in UTF-16 units. */
const longestHeaders = 120;
/** How much of an object is read for the names of its other fields. */
const longestObject = 400;
const keyOfArray = /^\[\d{3}\]=/;

/** Of `400..<500 ~= status` the upper bound, where the test is read as a part of the range. */
function rangeTest(file: SourceFile, range: Node, bound: Node): Node | undefined {
  const end = range.namedChild(1);
  return end && end.id !== bound.id && file.shape(end)?.is === 'binary' ? (end.namedChild(0) ?? undefined) : undefined;
}
