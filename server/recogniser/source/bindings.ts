import type { Node } from '@vscode/tree-sitter-wasm';
import { part, type Part, type Shape } from './grammar';
import { ofKeys } from './maps';
import { isStatusCall } from './calls/callNames';
import { ofProvided } from './cases';
import {
  holdsStatuses,
  isCodesOfAccounts,
  isListOfRetries,
  isMapOfHandlers,
  isMapOfStatuses,
  isMeasure,
  isOther,
  isTable,
  whatIsNamed,
} from './names';
import { found, type Meaning, on, type Place, type Step } from './place';
import type { Binding, SourceFile } from './sourceFile';
import { type Holding, holdingOfName } from './holding';
import { isAmongOwnCodes } from './ownConstants';
import { goesThroughStatuses } from './onlyStatuses';
import { holdingOf } from './values';

/** How much of an enumeration is looked at, in UTF-16 units. */
const longestEnumeration = 8_000;
/** Fields of a type that are looked at. */
const mostFields = 40;

/**
 * A name is given the literal: `status = 404`, `RETRY_CODES = [88]`, `enum HttpStatus { NotFound = 404 }`. The name
 * tells, or the group it belongs to, or its uses, or that it is the reason phrase: `NOT_FOUND = 404`.
 * Not: names of other things (`keyCode = 88`), and names that say nothing and are never used beside a status.
 */
export function ofBinding(
  file: SourceFile,
  bind: Node,
  shape: Extract<Shape, { is: 'bind' | 'parameter' }>,
  all: Place,
): Step {
  const whole = nameGiven(bind, shape, all.node);
  const item = whole && itemOf(file, whole, all);
  const target = item ?? whole;
  const name = file.lastName(target);
  const given = item ? { ...all, isListed: false, indexes: all.indexes.slice(0, -1) } : all;
  // `MAX_SERVER_ERROR = 599` is a bound.
  const shapeOfTarget = target ? file.shape(target) : undefined;
  const member = target && shapeOfTarget?.is === 'index' ? file.lastName(part(target, shapeOfTarget.index)) : name;
  const place = /^(?:max|last|upper)/i.test(member) ? { ...given, isRanged: true } : given;
  const isOfAccounts = place.role === 'key' && place.keys === 'codes' && isCodesOfAccounts(name);
  // `AUTH_CODES = [32, 89]`: the codes of a vendor, or those of a thing: its uses tell.
  if (target && place.role === 'value' && place.isListed && isCodesOfAccounts(name)) {
    const listed = bindingIn(file, name, target);
    return (
      listed && {
        uses: listed,
        place: { ...place, node: listed.name },
        otherwise: { what: 'vendor-code', weight: 0.5, evidence: `value of ${name} in a list`, name },
      }
    );
  }
  if (!target || (isOther(name) && !isOfAccounts)) {
    return undefined;
  }
  if (place.role === 'value' && !place.isListed && whatIsNamed(name) !== 'status' && isAmongOwnCodes(file, bind)) {
    return undefined;
  }
  const binding = bindingIn(file, name, target);
  const uses = binding && { uses: binding, place: { ...place, node: binding.name } };
  if (place.role === 'key') {
    const isHandlers = isMapOfHandlers(name) && place.keys === 'statuses' && file.subject.speaksHttp;
    return isMapOfStatuses(name) || isHandlers || isOfAccounts
      ? ofKeys(name, place)
      : (ofProvided(file, name, place, false) ?? uses);
  }
  if (place.role === 'entry') {
    if (isMeasure(place.key ?? '')) {
      return undefined;
    }
    return place.isNested ? uses : (found(tableOf(name), 'entry of', place) ?? ofPhrase(place.key ?? '', uses));
  }
  // Rails: `rescue_responses['Missing'] = :not_found`
  if (name === 'rescue_responses') {
    return found(tableOf(name), 'entry of', place);
  }
  // C#: `["gone"] = 410` in an initializer is an entry of a table.
  if (target.type === 'element_binding_expression' && bind.parent && name !== '' && !holdingOfName(name)) {
    return on(place, bind.parent, { role: 'entry', isListed: true, key: name });
  }
  const isPlain = ['name', 'wrap'].includes(file.shape(file.bare(target) ?? target)?.is ?? '');
  const isKey = target.type === 'element_binding_expression';
  const holding = isPlain || isKey ? holdingOfName(name) : holdingOf(file, target);
  // A number is no word and no text of an error: `INTERNAL_SERVER_ERROR = 500`.
  const fits = holding && holding.what !== 'text' && (holding.what !== 'word' || place.isText);
  // In a shell `status` is mostly that of a process.
  if (fits && isOfOwnThing(file, bind, shape, holding)) {
    return undefined;
  }
  if (fits && !(file.grammar.needsOrigin && !/http|response|retry|codes?$/i.test(name))) {
    return found(holding, 'value of', place);
  }
  // Nor does a process end with a number from 400 on.
  if (fits && holding.what === 'status' && file.subject.speaksHttp) {
    return found({ ...holding, weight: 0.8 }, 'value of', place);
  }
  return (
    ofGroup(file, bind, target, place) ?? ofProvided(file, name, place, false) ?? ofPhrase(name, uses, place, file)
  );
}

/**
 * `code := routes[route]`: what a table of the program gives is no answer of a server. `class Weather: code = 63`: nor is
 * the code of a thing.
 */
function isOfOwnThing(
  file: SourceFile,
  bind: Node,
  shape: Extract<Shape, { is: 'bind' | 'parameter' }>,
  holding: Holding,
): boolean {
  if (holding.what !== 'code' || !/^codes?$/i.test(holding.name)) {
    return false;
  }
  const value = part(bind, shape.value);
  const given = value?.namedChildCount === 1 && file.shape(value)?.is !== 'index' ? value.namedChild(0) : value;
  if (given && file.isOfOwnTable(given)) {
    return true;
  }
  if (bind.type === 'jsx_attribute') {
    // `<ErrorPage code="404" />`, but not `<Product code="404" />`.
    return !ofErrors.test(file.lastName(bind.parent?.childForFieldName('name')));
  }
  const around = file.around(bind, ['class', 'function']);
  const isOfObject = around && /^(?:this|self|@|\$this)\b/.test(file.textOf(bind, 8));
  const owner = isOfObject && file.shape(around)?.is === 'function' ? file.around(around, ['class']) : around;
  const outer = owner && file.shape(owner);
  const head = owner && outer?.is === 'class' ? file.textOf(owner, longestHead).split(/[{\n]/)[0] : undefined;
  return head !== undefined && !ofErrors.test(head);
}

/** What of a class is read to tell what it is about, in UTF-16 units. */
const longestHead = 200;
const ofErrors =
  /err|exception|problem|retr(?:y|ies)|response|reply|answer|result|status|code|fault|fail|http|api|refus|limit|denied|conflict|forbidden|unauthor|notfound|gone|invalid|page|oops|alert|duplicate|mock|stub|fake|test|twitter|tweet/i;

/** The name of a value. Where a node gives several names a value each (`case gone = 410, busy = 503`), the one before. */
function nameGiven(bind: Node, shape: Extract<Shape, { is: 'bind' | 'parameter' }>, value: Node): Node | null {
  const isSeveral = typeof shape.value === 'string' && bind.childrenForFieldName(shape.value).length > 1;
  return isSeveral ? value.previousNamedSibling : part(bind, shape.name);
}

/** The binding whose name is this or in this. */
function bindingIn(file: SourceFile, name: string, target: Node): Binding | undefined {
  return file.bindings(name).find((b) => b.name.startIndex >= target.startIndex && b.name.endIndex <= target.endIndex);
}

export function tableOf(name: string): Holding | undefined {
  return holdsStatuses(name) || name === 'rescue_responses'
    ? { what: 'status', weight: 0.93, name }
    : isTable(name)
      ? holdingOfName(name)
      : undefined;
}

/** Where nothing else speaks: a constant may be named like the status it is. */
function ofPhrase(
  name: string,
  uses: Extract<Step, { uses: Binding }> | undefined,
  place?: Place,
  file?: SourceFile,
): Step {
  const isRetried = place?.isListed && file?.subject.speaksHttp && isListOfRetries(name);
  const phrase: Meaning = isRetried
    ? { what: 'status', weight: 0.8, evidence: `value of ${name} in a list`, name }
    : { what: 'phrase', weight: 0.8, evidence: `named ${name}`, name };
  return uses ? { ...uses, otherwise: phrase } : { meaning: phrase };
}

/** `status, message = 404, "gone"`: the name at the same place of the other list. */
function itemOf(file: SourceFile, target: Node, place: Place): Node | null {
  const is = file.shape(target)?.is;
  const isSeveral = place.isListed && (is === 'list' || is === 'pattern');
  return isSeveral ? target.namedChild(place.indexes.at(-1) ?? 0) : null;
}

/** The enumeration or class whose member the literal is; compiled, `Status[Status["Gone"] = 410] = "Gone"`. */
function ofGroup(file: SourceFile, bind: Node, target: Node, place: Place): Step {
  const index = file.shape(target);
  const compiled = index?.is === 'index' ? part(target, index.object) : null;
  const owner = compiled ? file.around(bind, ['function']) : file.around(bind, ['class', 'function'], 4);
  const shape = owner && file.shape(owner);
  const named = compiled ?? (owner && shape?.is === 'class' ? part(owner, shape.name) : null);
  const name = named ? file.lastName(named) : '';
  if (holdsStatuses(name) && !(owner && isOfSurvey(file, owner, name))) {
    return found({ what: 'status', weight: 0.93, name }, 'member of', place);
  }
  const holding = holdingOfName(name);
  if (owner === undefined || (holding?.what !== 'code' && holding?.what !== 'vendor-code')) {
    return undefined;
  }
  // Of codes that are numbered otherwise only a vendor's are known.
  const weight = file.once('statusMembers', owner, () => hasStatusMembers(owner)) ? holding.weight : 0.4;
  return found({ ...holding, weight }, 'member of', place);
}

/** `enum ResponseCode { NeverAsked = 400 }`: answers of people are coded, too. One of a server has a member named after it. */
function isOfSurvey(file: SourceFile, owner: Node, name: string): boolean {
  return (
    /^response_?codes?$/i.test(name) &&
    !file.once('isNamedAfter', owner, () => namesOfStatuses.test(owner.text.slice(0, longestEnumeration)))
  );
}

const namesOfStatuses =
  /\bok\b|success|not_?found|unauthori[sz]ed|forbidden|conflict|bad_?request|\bgone\b|too_?many|rate_?limit|server_?error|unavailable|teapot|not_?modified|redirect|unprocessable/i;

/** Whether all numbers of an enumeration look like statuses. */
function hasStatusMembers(owner: Node): boolean {
  return [...owner.text.slice(0, longestEnumeration).matchAll(/=\s*(\d+)\b/g)].every(([, number]) => {
    const value = Number(number);
    return value >= 100 && value < 600;
  });
}

/** `for status in [429, 503]`: the variable's name tells, or its uses. */
export function ofLoop(file: SourceFile, loop: Node, shape: Extract<Shape, { is: 'loop' }>, place: Place): Step {
  const written = part(loop, shape.variable);
  const variable = file.bare(written);
  const is = variable && file.shape(variable)?.is;
  // Of `for _, code := range codes` the last name is the item; that of a key is the first: `for code, text := range texts`.
  // A row is taken apart by place: `for (path, status, again) in rows`.
  const isOfGo = variable?.parent?.type === 'range_clause';
  const column = place.role === 'value' && place.indexes.length > 1 && !isOfGo ? (place.indexes[0] ?? -1) : -1;
  const at = place.role === 'key' ? 0 : column;
  // Swift: `for (status, expected) in cases`
  const isTuple = written?.type === 'pattern' && written.namedChildCount > 1;
  const item = isTuple
    ? file.bare(part(written, at))
    : variable && (is === 'list' || is === 'pattern')
      ? part(variable, at)
      : variable;
  const name = item ? file.lastName(item) : '';
  const holding = holdingOfName(name);
  if (holding?.what === 'status') {
    return found(holding, 'value of', place);
  }
  const binding = item ? bindingIn(file, name, item) : undefined;
  if (!binding) {
    return undefined;
  }
  // Of `for _, tc := range tests { … tc.want }` the item is a struct with the literal in a field.
  const isOfField = place.role === 'entry' && isReadByField(file, binding);
  const role = isOfField ? place.role : 'value';
  const step = { uses: binding, place: { ...place, node: binding.name, role, isListed: false } } as const;
  // A key is what it is named.
  if (place.keys === 'statuses' && holding?.what === 'code' && !file.grammar.needsOrigin) {
    return { ...step, otherwise: { ...holding, evidence: `key given to ${name}` } };
  }
  // `for code in 502 503; do`: nothing else that is called a code is numbered so.
  const isOfStatuses =
    role === 'value' &&
    holding?.what === 'code' &&
    file.subject.speaksHttp &&
    goesThroughStatuses(file, loop, shape.list);
  return isOfStatuses
    ? { ...step, otherwise: { what: 'status', weight: 0.65, evidence: `given to ${name} with other statuses`, name } }
    : step;
}

/** Whether a name is used for its members: `tc.want`. */
function isReadByField(file: SourceFile, binding: Binding): boolean {
  return file.uses(binding).some((use) => {
    const shape = use.parent && file.shape(use.parent);
    return use.parent !== null && shape?.is === 'member' && file.isPart(use.parent, shape.object, use);
  });
}

/** `HTTPError{404, "gone"}`: a value of a type that is made from a status, or whose field at that place holds one. */
export function ofTyped(file: SourceFile, value: Node, typePart: Part, place: Place): Step {
  const type = part(value, typePart);
  // Of `map[string]Reply{"gone": {410, "gone"}}` the row is the value of an entry.
  const isRow =
    place.role === 'value' || (place.role === 'entry' && type?.type === 'map_type' && place.indexes.length > 0);
  // `Error::UnexpectedStatus { expected: 200, got: 404 }`
  if (
    type &&
    place.role === 'entry' &&
    compared.test(place.key ?? '') &&
    (whatIsNamed(file.lastName(type)) === 'status' || errorOfStatus.test(file.lastName(type)))
  ) {
    return found({ what: 'status', weight: 0.9, name: file.lastName(type) }, 'part of', { ...place, isListed: false });
  }
  // Go: `map[error]int{ErrGone: 410}`
  if (type?.type === 'map_type' && place.role === 'entry' && /^map\[error\]u?int\d*$/.test(file.textOf(type, 20))) {
    return found(
      file.subject.speaksHttp ? { what: 'status', weight: 0.8, name: 'error' } : undefined,
      'entry of',
      place,
    );
  }
  if (!type || !isRow || place.isText) {
    return on(place, value);
  }
  const name = file.lastName(type);
  const single = { ...place, isListed: false };
  if (place.indexes.length === 1 && isStatusCall(name)) {
    return found({ what: 'status', weight: 0.93, name }, 'part of', single);
  }
  const field = fieldsOf(file, type)[place.indexes[0] ?? -1];
  const holding = field === undefined ? undefined : holdingOfName(field);
  if (holding && holding.what !== 'text' && holding.what !== 'word') {
    return found(holding, 'value of', single);
  }
  // What a field of another name is tells what is done with it.
  return on(place, value, field === undefined ? {} : { role: 'entry', key: field });
}

const compared = /^(?:expected|actual|got|found|received|want(?:ed)?)$/i;
/** `InvalidStatusError`, `ErrUnexpectedResponseCode` */
const errorOfStatus =
  /^(?:Err\w*|Unexpected|Invalid|Bad|Wrong)(?:Http|HTTP)?(?:Status|Response|StatusCode|ResponseCode)(?:Code)?(?:Err(?:or)?|Exception)?$/;

/** Names of the fields of a struct type, written out or declared in the same file; of the items of a list type. */
function fieldsOf(file: SourceFile, type: Node): string[] {
  const element = type.childForFieldName('element') ?? type.childForFieldName('value') ?? type;
  const name = file.lastName(element);
  const declared = name === '' ? undefined : file.functions(name)[0]?.value;
  const struct = element.type === 'struct_type' ? element : declared?.childForFieldName('type');
  const fields = struct?.type === 'struct_type' ? struct.namedChild(0) : null;
  if (!fields || fields.namedChildCount > mostFields) {
    return [];
  }
  return fields.namedChildren.flatMap((field) => (field?.childrenForFieldName('name') ?? []).map((n) => n?.text ?? ''));
}
