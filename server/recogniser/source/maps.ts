import type { Node } from '@vscode/tree-sitter-wasm';
import { answersRequest, isGivenWithStatus, namesItself } from './answersByStatus';
import { ofAnnotation, ofListedCases, ofOwnParameter } from './cases';
import { isStatusCall, isTestOfThrown } from './calls/callNames';
import { part, type Part } from './grammar';
import {
  holdsStatuses,
  isListOfRetries,
  isMapOfHandlers,
  isMapOfStatuses,
  isOther,
  isStatusOption,
  plain,
} from './names';
import { found, type Meaning, on, type Place, type Step } from './place';
import type { SourceFile } from './sourceFile';
import { type Holding, holdingOfName } from './holding';
import { holdingOf } from './values';

/** How much of the options of a request is read for their names, in UTF-16 units. */
const longestOptions = 600;

const matchesStatus = /\b[mM]atcher["']?\s*(?:=>|[:=])\s*(?:["']status["']|(?:\w+\.)?Status\w*Match\b)/;

/** Keys of a map that are looked at to tell whether all of them are statuses. */
const mostKeys = 80;

const statusKey = /^\[?['"]?[1-5]\d\d['"]?\]?$|^\W*[A-Za-z]\w*(?:\.|::)\w/;

/** The meaning of a key of a map with this name: a status if all keys look like one, else a code of a vendor. */
export function ofKeys(name: string, place: Place): Step {
  const holding: Holding =
    place.keys === 'codes'
      ? { what: 'vendor-code', weight: 0.75, name }
      : { what: 'status', weight: isMapOfHandlers(name) ? 0.75 : 0.93, name };
  return found(holding, 'key of', place);
}

/**
 * `{ status: 404 }`, `code=88`: what the key is named. `{ 404: 'gone' }`: a key, if the map is named or used like one of
 * statuses. `{ gone: 404 }`: an entry of a table, if that is named or used so.
 */
export function ofPair(file: SourceFile, pair: Node, keyPart: Part, place: Place): Step {
  const key = part(pair, keyPart);
  if (!key) {
    return on(place, pair);
  }
  // Of `mapOf(404 to "gone")` each pair is an argument.
  const isArgument = pair.parent !== null && file.shape(pair.parent)?.is === 'wrap';
  const item = isArgument ? pair.parent : pair;
  const map = item.parent;
  const next = isArgument ? item : map;
  if (key.id === place.node.id) {
    if (map && (isMapByItself(file, map) || namesPage(file, pair, place.node))) {
      return ofStatuses(place);
    }
    const shape = file.shape(pair);
    if (shape?.is === 'pair' && answersRequest(file, part(pair, shape.value))) {
      return found({ what: 'status', weight: 0.8, name: 'what answers' }, 'key of', place);
    }
    const keys = map && hasStatusKeys(file, map) ? 'statuses' : 'codes';
    if (map && keys === 'statuses' && isGivenWithStatus(file, map)) {
      return ofStatuses(place);
    }
    return next ? on(place, next, { role: 'key', isListed: true, indexes: [], keys }) : undefined;
  }
  // What OpenAPI's generators write: `const GoneStatusEnum = { NUMBER_410: 410 }`
  if (map && place.role === 'value' && namesItself(file, map, file.lastName(key), place.node)) {
    return found({ what: 'status', weight: 0.85, name: 'an enumeration of statuses' }, 'member of', place);
  }
  // Excon: `{ :expects => [200, 404], :method => 'GET' }`
  if (
    file.lastName(key) === 'expects' &&
    map &&
    /[{,]\s*["':]?(?:method|path)\b/.test(file.textOf(map, longestOptions))
  ) {
    return found({ what: 'status', weight: 0.85, name: 'expects' }, 'value of', place);
  }
  // Waiters of AWS: `{ "expected" => 404, "matcher" => "status", "state" => "success" }`
  if (/^[eE]xpected$/.test(file.lastName(key)) && map && matchesStatus.test(file.textOf(map, longestOptions))) {
    return found({ what: 'status', weight: 0.85, name: 'expected' }, 'value of', place);
  }
  const entry = isOfOtherDomain(map, pair) ? undefined : ofEntry(file, pair, key, place);
  // `{ "gone": { want: 404 } }`: a map of maps, or a struct in a struct.
  if (!entry && place.role === 'entry' && next && file.shape(map ?? pair)?.is === 'list') {
    return on(place, next, { isNested: true });
  }
  if (entry || place.role !== 'value' || !map || !next || isOther(file.lastName(key))) {
    return entry;
  }
  // `yield 'gone' => [404, Gone::class]`: the key of what is given back names the case.
  if (file.shape(map)?.is === 'return') {
    return on(place, pair);
  }
  // A named argument says all there is to say.
  return file.shape(map)?.is === 'arguments' && !isArgument
    ? ofNamed(file, map, file.lastName(key), place)
    : on(place, next, { role: 'entry', isListed: true, key: file.lastName(key) });
}

/** A named argument: of an annotation, a list of cases, a function of the same file, or Rails' table. */
function ofNamed(file: SourceFile, args: Node, key: string, place: Place): Step {
  const known = ofAnnotation(file, args, place) ?? ofListedCases(file, args, key, place);
  let call = args.parent;
  while (call && file.shape(call)?.is === 'wrap') {
    call = call.parent;
  }
  if (known || !call) {
    return known;
  }
  const { name, object } = file.callee(call);
  // `pytest.raises(Gone, match='404')`
  if (key === 'match' && place.isText && isTestOfThrown(name)) {
    return found({ what: 'text', weight: 0.7, name: 'error' }, 'compared with', place);
  }
  // `type(answer).status_code = PropertyMock(return_value=415)`
  if (key === 'return_value' && name === 'PropertyMock') {
    return on(place, call);
  }
  // `option("--retry-on-status", default=[429, 503])`
  const option = key === 'default' ? file.args(call).map((arg) => /^["']--([\w-]+)/.exec(arg.text)?.[1] ?? '') : [];
  if (option.some((given) => given !== '' && isStatusOption(given))) {
    return found({ what: 'status', weight: 0.85, name: 'an option' }, 'value of', place);
  }
  // `client.get(url, expect=404)`, Excon: `request(expects: [200, 404])`
  if (
    /^expect(?:ed|s)?$/.test(key) &&
    /^(?:simulate|do|make|send|api|http|json|test|client)*(?:get|post|put|patch|delete|request|fetch)/.test(plain(name))
  ) {
    return found({ what: 'status', weight: 0.8, name: key }, 'value of', place);
  }
  // Python: `MockResponse(rc=404)`
  if (/^(?:rc|sc|http|code)$/.test(key) && /resp(?:onse)?$/.test(plain(name)) && file.subject.speaksHttp) {
    return found({ what: 'status', weight: 0.75, name }, 'argument of', place);
  }
  // Swift: `HTTPStatus(rawValue: 404)`, and `Self(rawValue: 404)` in it
  if (/^(?:rawValue|code|value|integerLiteral)$/.test(key) && file.grammar.members && place.role === 'value') {
    // The codes of URLError are negative.
    const isOfUrls = name === 'Code' && object !== null && file.lastName(object) === 'URLError';
    const type = name === 'Self' ? file.lastName(file.around(call, ['class'])?.childForFieldName('name')) : name;
    if (holdsStatuses(type) || isOfUrls) {
      return found({ what: 'status', weight: 0.93, name: type }, 'argument of', place);
    }
  }
  return isRailsTable(file, name, object)
    ? found({ what: 'status', weight: 0.93, name: 'rescue_responses' }, 'entry of', place)
    : (ofOwnParameter(file, name, key, place) ??
        (file.grammar.members && /^(?:with|for|from|of|by|on)$/.test(key) && isStatusCall(name, object !== null)
          ? found({ what: 'status', weight: 0.85, name }, 'argument of', place)
          : undefined));
}

/** `rescue_responses.merge!('Missing' => :not_found)` of Rails. */
export function isRailsTable(file: SourceFile, method: string, object: Node | null): boolean {
  return /^(?:merge!?|update)$/.test(method) && object !== null && file.lastName(object) === 'rescue_responses';
}

/** `NSError(domain: NSCocoaErrorDomain, code: 512)`: a code of a system, unless the domain is one of HTTP. */
function isOfOtherDomain(map: Node | null, pair: Node): boolean {
  const domain = pair.previousNamedSibling?.text.slice(0, 200) ?? '';
  return map !== null && /^domain\s*:/.test(domain) && !/http|api|server|network|status|response/i.test(domain);
}

/** The same where a map has its keys and values side by side: `[404: "gone"]`. */
export function ofMap(file: SourceFile, map: Node, place: Place): Step {
  const key = keysOf(map).findLast((item) => item.startIndex <= place.node.startIndex);
  if (!key) {
    return undefined;
  }
  if (key.id === place.node.id) {
    if (isMapByItself(file, map)) {
      return ofStatuses(place);
    }
    const keys = hasStatusKeys(file, map) ? 'statuses' : 'codes';
    return on(place, map, { role: 'key', isListed: true, indexes: [], keys });
  }
  const name = file.lastName(key);
  const entry = ofEntry(file, map, key, place);
  return entry || place.role !== 'value' || isOther(name)
    ? entry
    : on(place, map, { role: 'entry', isListed: true, key: name });
}

/** The keys of a map without a node for each pair. */
function keysOf(map: Node): Node[] {
  return map.childrenForFieldName('key').filter((key) => key !== null);
}

/** A value that its key names. */
function ofEntry(file: SourceFile, pair: Node, key: Node, place: Place): Step {
  const name = nameOfKey(file, key);
  if (name === 'failure' && isOfGrape(file, place)) {
    return found({ what: 'status', weight: 0.8, name }, 'value of', place);
  }
  if (place.role === 'key') {
    return isMapOfStatuses(name) ? ofKeys(name, place) : undefined;
  }
  // `response: 404` of a specification or a mock
  const isAnswer = plain(name) === 'response' && !place.isText && file.subject.speaksHttp;
  // `doNotRetry: [400, 401]`
  const isRetried = place.isListed && isListOfRetries(name) && file.subject.speaksHttp;
  // `{ ignore: [404] }` of the clients of Elasticsearch
  const isIgnored = name === 'ignore' && !place.isText && file.says(/elastic|opensearch/i);
  // `{ httpError: 404 }`, `{ queryError: ['Gone', 404] }`
  const isOfError = !place.isText && file.subject.speaksHttp && isErrorAsNumber(file, name, place);
  const holding: Holding | undefined =
    isAnswer || isRetried || isIgnored || isOfError ? { what: 'status', weight: 0.7, name } : holdingOfName(name);
  if (holding?.what === 'code' && /^code$/i.test(name) && isInRecord(file, pair)) {
    return undefined;
  }
  if (holding && isInQuery(file, pair)) {
    return undefined;
  }
  // `statusCode: { type: 'integer', default: 500 }`
  if (holding?.what === 'status' && place.role === 'entry' && ofSchema.test(place.key ?? '')) {
    return found({ ...holding, weight: 0.7 }, 'value of', place);
  }
  if (name === 'error' && place.role === 'value' && !place.isText && !place.isListed && isOnlyError(file, pair)) {
    return found({ what: 'status', weight: 0.6, name }, 'value of', place);
  }
  if (holding && holding.what !== 'text' && (holding.what !== 'word' || place.isText) && place.role === 'value') {
    return holding.what === 'code' && isInErrors(file, pair)
      ? found({ what: 'vendor-code', weight: 0.75, name: 'code in errors' }, 'value of', place)
      : found(holding, 'value of', place);
  }
  return undefined;
}

/** The name of a key, also of one that a constant holds: of `[_code]` where `_code = 'code'`. */
function nameOfKey(file: SourceFile, key: Node): string {
  const bare = file.bare(key);
  const isComputed = bare !== null && bare.id !== key.id && file.shape(bare)?.is === 'name';
  const given = isComputed ? file.bindingOf(bare)?.value : undefined;
  return given && file.shape(given)?.is === 'string' ? file.contentOf(given) : file.lastName(key);
}

/** Whether a number that is called an error is its status: alone and of HTTP, or behind the name of the error. */
function isErrorAsNumber(file: SourceFile, name: string, place: Place): boolean {
  if (!place.isListed) {
    return plain(name) === 'httperror';
  }
  const first = /Error$/.test(name) && place.indexes.length === 1 && place.indexes[0] === 1 && part(place.node, 0);
  return first ? place.node.namedChildCount === 2 && file.shape(first)?.is === 'string' : false;
}

/** What a schema says of a value that it describes. */
const ofSchema = /^(?:default|defaultValue|const|enum|example)$/;

/** `return { error: 500 }`: an answer that is nothing but its error. */
function isOnlyError(file: SourceFile, pair: Node): boolean {
  const outer = pair.parent?.parent;
  const is = outer && file.shape(outer)?.is;
  return (
    pair.parent?.namedChildCount === 1 &&
    file.subject.speaksHttp &&
    (is === 'return' || (is === 'arguments' && /^(?:json|send|reject|resolve)$/.test(nameOfCall(file, outer?.parent))))
  );
}

function nameOfCall(file: SourceFile, call: Node | null | undefined): string {
  return call ? file.callee(call).name : '';
}

const grape = /\bGrape::|\bgrape\b/;

/** Whether the literal is the first of a row of what an endpoint of Grape answers when it fails. */
export function isOfGrape(file: SourceFile, place: Place): boolean {
  return place.indexes.length > 1 && place.indexes[0] === 0 && file.says(grape);
}

/** `get(url, params={"status": 404})`: what a request asks for is no answer. */
function isInQuery(file: SourceFile, pair: Node): boolean {
  const outer = file.around(pair, ['pair', 'function'], 4);
  const shape = outer && file.shape(outer);
  return (
    outer !== undefined &&
    shape?.is === 'pair' &&
    /^(?:params|query|querystring|searchparams|queryparams)$/.test(plain(file.lastName(part(outer, shape.key))))
  );
}

/** What only a record of a thing has beside its code, and what an error has. */
const ofThings =
  /^(?:id|sku|weight|price|width|height|qty|quantity|capital|population|iso\w*|symbol|currency|lat|lng|lon|zip|city|region|country)$/i;
const ofErrors =
  /^(?:message|msg|err\w*|status\w*|details?|reason|description|type|text|body|data|headers|cause|title)$/i;

/** `Slot { id: 404, weight: 500, code: 429 }`: the code of a thing, by the keys beside it. */
function isInRecord(file: SourceFile, pair: Node): boolean {
  const { parent } = pair;
  return (
    parent !== null &&
    file.once('isInRecord', parent, () => {
      const items = parent.namedChildCount > mostKeys ? [] : parent.namedChildren;
      const names = items.map((item) => keyOf(file, item));
      return isOfRecord(names) || (hasName(file, items) && !names.some((name) => ofErrors.test(name)));
    })
  );
}

/** Whether a record gives a thing its name: `{ code: 404, name: 'Kenya' }`, not `{ code: 404, name: 'NotFound' }`. */
function hasName(file: SourceFile, items: readonly (Node | null)[]): boolean {
  return items.some((item) => {
    const shape = item && file.shape(item);
    const value = item && shape?.is === 'pair' && nameOfThing.test(keyOf(file, item)) ? part(item, shape.value) : null;
    return value !== null && file.shape(value)?.is === 'string' && !ofTrouble.test(file.contentOf(value));
  });
}

const nameOfThing = /^(?:name|label|displayName|display_name|full_?name)$/;
/** Words of the names of errors and statuses. */
const ofTrouble =
  /err|exc|fail|fault|invalid|denied|not|bad|too|many|limit|exceed|un[a-z]+(?:ed|able|known)|forbid|conflict|gone|server|gateway|request|timeout|auth|payment|require|teapot|locked|unavailable/i;

/** Whether names of fields are those of a record of a thing, and none is that of an error. */
export function isOfRecord(names: readonly string[]): boolean {
  return names.some((name) => ofThings.test(name)) && !names.some((name) => ofErrors.test(name));
}

function keyOf(file: SourceFile, item: Node | null): string {
  const shape = item && file.shape(item);
  return item && shape?.is === 'pair' ? file.lastName(part(item, shape.key)) : '';
}

/** `errors: [{ code: 88 }]`, in an object or a dictionary. */
function isInErrors(file: SourceFile, pair: Node): boolean {
  const outer = file.around(pair, ['pair'], 5);
  const shape = outer && file.shape(outer);
  return outer !== undefined && shape?.is === 'pair' && /^errors$/i.test(file.lastName(part(outer, shape.key)));
}

/** Whether all keys of a map look like statuses, so that a name may make them that. */
function hasStatusKeys(file: SourceFile, map: Node): boolean {
  return file.once('statusKeys', map, () => {
    const keys = keyTextsOf(file, map);
    return keys.length > 0 && keys.every((key) => statusKey.test(key));
  });
}

/**
 * Whether the keys of a map are statuses whatever it is called: all of them are, and so many as only answers have. The
 * numbers of rooms and lines follow each other, and no room is called 400 or 500.
 */
function isMapByItself(file: SourceFile, map: Node): boolean {
  return (
    file.subject.speaksHttp &&
    file.once('mapByItself', map, () => {
      const keys = keyTextsOf(file, map).map((key) => Number(/^\[?['"]?(\d{3})['"]?\]?$/.exec(key)?.[1]));
      const errors = keys.filter((key) => key > 400 && key % 100 > 0);
      const isRow = keys.every((key, index) => index === 0 || key === (keys[index - 1] ?? 0) + 1);
      const isOfMany = errors.length >= 3 && keys.some((key) => key === 400 || key === 500) && !isRow;
      // `{ 200: found, 404: missing }`: what came of each, a success among them.
      const isOfOutcomes =
        keys.includes(200) && errors.length > 0 && keys.every((key) => key === 200 || isWellKnown(key));
      return (isOfMany || isOfOutcomes || (errors.length > 0 && file.says(propertyOfDav))) && keys.every(isRegistered);
    })
  );
}

/** How programs write the name of a property of WebDAV, which they sort by the status that each has. */
const propertyOfDav = '{DAV:}';

/** Whether a text sorts what it has under this name by its status: `found[200] = …` beside `found[404] = …`. */
function isSortedByStatus(file: SourceFile, name: string, key: Node): boolean {
  const status = Number(/^["']?([45]\d\d)["']?$/.exec(key.text)?.[1]);
  const isError = isRegistered(status) && status % 100 > 0;
  return (
    isError &&
    /^\w{2,40}$/.test(name) &&
    file.subject.speaksHttp &&
    (file.says(propertyOfDav) ||
      file.says(
        new RegExp(`\\b${name}(?:\\[["']?200["']?\\]|\\s*=\\s*(?:array\\(|[[{])\\s*["']?200["']?\\s*(?:=>|:))`),
      ))
  );
}

/** `404: path.join(pages, '404.html')`: a key with the page that is named after it. */
function namesPage(file: SourceFile, pair: Node, key: Node): boolean {
  const number = /^["']?([45]\d\d)["']?$/.exec(key.text)?.[1];
  return (
    number !== undefined &&
    new RegExp(`(?<!\\w)${number}\\.(?:html?|php|ejs|pug|hbs|twig|erb|liquid|njk)\\b`).test(
      file.textOf(pair, longestOptions).slice(key.text.length),
    )
  );
}

function ofStatuses(place: Place): Step {
  return found({ what: 'status', weight: 0.85, name: 'statuses only' }, 'key of a map of', place);
}

/** Statuses by which everybody knows an error, while weather and lamps are numbered in hundreds. */
function isWellKnown(key: number): boolean {
  return /^(?:40[134]|409|410|42[249]|50[234])$/.test(key.toString());
}

/** Statuses that registries know, and Cloudflare's; every other number makes a map one of something else. */
export function isRegistered(key: number): boolean {
  const [class_, rest] = [Math.floor(key / 100), key % 100];
  if (class_ === 2 && rest > 8 && rest < 26) {
    return false;
  }
  const last = [0, 3, 26, 8, 51, 30][class_];
  return last !== undefined && class_ > 0 && rest <= last;
}

/** The keys of a map as they are written; none of a map that is too long to be one of statuses. */
function keyTextsOf(file: SourceFile, map: Node): string[] {
  if (file.shape(map)?.is === 'map') {
    return map.namedChildCount <= 2 * mostKeys ? keysOf(map).map((key) => key.text) : [];
  }
  const pairs = map.namedChildCount > mostKeys ? [] : map.namedChildren;
  return pairs.flatMap((item) => {
    const pair = item && file.shape(item)?.is === 'wrap' ? item.namedChild(0) : item;
    const shape = pair && file.shape(pair);
    const key = pair && shape?.is === 'pair' ? part(pair, shape.key) : null;
    return key ? [key.text] : [];
  });
}

/** The keys of the map that a literal is a key of, as they are written; none where it is no key. */
export function keysBeside(file: SourceFile, literal: Node): readonly string[] {
  const { parent } = literal;
  const shape = parent && file.shape(parent);
  const isKey = parent && shape?.is === 'pair' && file.isPart(parent, shape.key, literal);
  const map = isKey ? parent.parent : shape?.is === 'map' ? parent : null;
  return map ? keyTextsOf(file, map) : [];
}

/** `404: 'Not Found'`: a key whose value names it. */
export function namedByValue(file: SourceFile, literal: Node): Meaning | undefined {
  const pair = literal.parent;
  const shape = pair && file.shape(pair);
  const value =
    pair && shape?.is === 'pair' && file.isPart(pair, shape.key, literal)
      ? part(pair, shape.value)
      : shape?.is === 'map'
        ? literal.nextNamedSibling
        : null;
  const name = value && file.shape(value)?.is === 'string' ? file.contentOf(value) : '';
  return name === '' ? undefined : { what: 'phrase', weight: 0.9, evidence: `beside ${name}`, name };
}

/** A map with the literal is read by an index (`TEXT[status]`), or the literal is the index (`TEXT[404]`). */
export function ofIndex(file: SourceFile, node: Node, place: Place): Step {
  const shape = file.shape(node);
  if (shape?.is !== 'index') {
    return undefined;
  }
  if (!file.isPart(node, shape.object, place.node)) {
    const map = part(node, shape.object);
    // Ruby's `Set[429, 503]`
    // Of Swift's `![410, 451].contains(status)` the parser makes an index into `!`.
    if (map && /^(?:SortedSet|Set|Array|!)$/.test(map.text)) {
      return on(place, node, { isListed: true });
    }
    // protocol-http: `Response[404]`, `Protocol::HTTP::Response[500, headers, body]`
    if (map && place.role === 'value' && !place.isText && /^(?:\w+::)*Response$/.test(map.text)) {
      return found({ what: 'status', weight: 0.8, name: 'Response' }, 'argument of', place);
    }
    const isIndex = place.role === 'value' && file.isPart(node, shape.index, place.node);
    const bind = isIndex ? node.parent : null;
    const outer = bind && file.shape(bind);
    if (bind && outer?.is === 'bind' && answersRequest(file, part(bind, outer.value))) {
      return found({ what: 'status', weight: 0.8, name: 'what answers' }, 'key of', place);
    }
    return map && isIndex ? ofKeyOf(file, map, place) : undefined;
  }
  if (place.role === 'key') {
    return found(holdingOf(file, part(node, shape.index)), 'key looked up by', place);
  }
  if (place.role === 'entry') {
    return on(place, node, { role: 'value' });
  }
  // `answers[n]`: one of the items.
  return place.isListed && !place.isText ? on(place, node, { isListed: false, indexes: [] }) : undefined;
}

/** A key that is read from or put into a map: `MESSAGES[404]`, `hints.put(404, …)`. The map's name tells, or its uses. */
export function ofKeyOf(file: SourceFile, map: Node, place: Place): Step {
  const name = file.lastName(map);
  const isSorted = isSortedByStatus(file, name, place.node);
  const isMap =
    isSorted || isMapOfHandlers(name) || (isMapOfStatuses(name) && /s$|text|of|by|map|table|for/i.test(name));
  if (isMap && file.subject.speaksHttp) {
    return ofKeys(name, { ...place, keys: 'statuses' });
  }
  const binding = file.shape(map)?.is === 'name' ? file.bindingOf(map) : undefined;
  return binding && { uses: binding, place: { ...place, node: binding.name, role: 'key', keys: 'statuses' } };
}
