import type { Node } from '@vscode/tree-sitter-wasm';
import { ofAnswerCall } from './answerCalls';
import { decorated, ofCases, ofParameter, ofRow } from './cases';
import { isCodeOfThing } from './codesOfThings';
import { ofComparison, ofStubbed } from './expectations';
import { ofErrorCall, ofTrailing, speaksOfAnswer } from './errorCalls';
import { enumOf, ofOwnFunction, ownClassOf, superclassOf, typeGiven } from './functions';
import { part } from './grammar';
import { ofMatcher, ofMockedCall, ofReturned } from './mocks';
import { ofMapCall } from './mapCalls';
import { isOfGrape, isRailsTable } from './maps';
import { isOwnCase, ownCaseOf } from './ownCases';
import {
  isComparison,
  isConversion,
  isExpectation,
  isLookup,
  isRangeTest,
  isStatusCall,
  isStatusMethod,
  isStub,
  isTestOfThrown,
} from './callNames';
import {
  hasOwnStatus,
  isErrorClass,
  isNamedAfterStatus,
  isOptionOfStatuses,
  isOther,
  isTestOfRetries,
  isTestOfStatus,
  plain,
  whatIsNamed,
} from './names';
import { isOrder } from './operators';
import { found, type Meaning, on, type Place, type Step } from './place';
import type { SourceFile } from './sourceFile';
import { type Holding, holdingOfName } from './holding';
import { holdingOf, isMadeFromStatus } from './values';

const status: Holding = { what: 'status', weight: 0.93, name: 'status' };
const statusTypes = /^(?:http)?(?:status|statuscode|statuses|statuscodes)$/;

/** An argument of a call: what it is told by the function, the other arguments, and the object of the method. */
export function ofArgument(file: SourceFile, call: Node, place: Place): Step {
  const { name, object, node } = file.callee(call);
  const args = file.args(call);
  const index = args.findIndex((arg) => arg.startIndex <= place.node.startIndex && place.node.endIndex <= arg.endIndex);
  const others = args.filter((_, at) => at !== index);
  if (place.role === 'key') {
    if (name === 'failure' && !object && isOfGrape(file, place)) {
      return found({ ...status, weight: 0.8, name }, 'argument of', place);
    }
    const compared = isComparison(name)
      ? ofComparison(file, call, object, others, { ...place, role: 'value', isListed: true })
      : undefined;
    return (
      compared ??
      ofMapArgument(file, call, place, others) ??
      ofNamingArgument(file, name, args, index, place) ??
      ofCases(file, call, name, index, place)
    );
  }
  // Rails: `rescue_responses.merge!('Missing' => :not_found)`
  if (place.role === 'entry' && isRailsTable(file, name, object)) {
    return found(status, 'entry of', place);
  }
  if (place.role === 'entry') {
    return ofCases(file, call, name, index, place) ?? (isConversion(name) ? on(place, call) : undefined);
  }
  if (whatIsNamed(name) === 'vendor-code') {
    return found(holdingOfName(name), 'argument of', place);
  }
  const objectName = object ? file.lastName(object) : '';
  const mocked = ofMockedCall(file, name, object, others, place);
  if (mocked) {
    return mocked;
  }
  const returned = ofReturned(file, call, name, place);
  if (returned) {
    return returned;
  }
  // gomega: `BeNumerically(">=", 500)`
  const isOrdered = others.some((other) => file.shape(other)?.is === 'string' && isOrder(file.contentOf(other)));
  const ranged = isRangeTest(name) || isOrdered ? { ...place, isRanged: true } : place;
  // quicktest: `c.Assert(rec.Code, qt.Equals, 413)`
  const isChecked = /^(?:assert|check)$/i.test(name) && others.some((other) => isComparison(file.lastName(other)));
  if (isComparison(name) || isChecked) {
    const compared = ofComparison(file, call, object, others, ranged);
    if (compared) {
      return compared;
    }
  }
  // `toThrow('404')`, `assertRaisesRegex(Gone, '404')`
  if (place.isText && !place.isListed && isTestOfThrown(name)) {
    return found({ what: 'text', weight: 0.7, name: 'error' }, 'compared with', place);
  }
  const matched = ofMatcher(file, call, name, place);
  if (matched) {
    return matched;
  }
  // `new Foo(404)` is a call of `Foo`, and so is `Foo::new(404)` or `Foo.of(404)`.
  const maker = /^(?:new|of|valueof|fromu16|fromstatuscode|fromvalue|fromcode|forvalue|create|resolve|make|from)$/.test(
    plain(name),
  )
    ? objectName
    : '';
  if (statusTypes.test(plain(maker)) || statusTypes.test(plain(name))) {
    return found(status, 'argument of', place);
  }
  // A string with a number is a body, not a status, unless the call is named after the status.
  const isDirect = (!place.isListed && !place.isText) || /status/i.test(name);
  // The servers of other protocols reply, too.
  const isReply = name === 'reply' && !file.subject.speaksHttp;
  // A function of the program's own says what it is given: `Answering(int rows)`.
  const isOwn = /^answering/i.test(name) && file.functionsAnywhere(name).length > 0;
  if (
    isDirect &&
    !isReply &&
    !isOwn &&
    !(/^set_?status$/i.test(name) && hasOwnStatus(objectName)) &&
    (isStatusCall(name, object !== null) || isStatusCall(maker) || isStatusMethod(objectName, name))
  ) {
    return found({ ...status, name: maker || name }, 'argument of', place);
  }
  // `isCodeInRange("403", response.status)`: a test that the program names after what it tests.
  if (index >= 0 && args.length === 2 && /^(?:is|has|matches|in).*(?:code|status)/i.test(name)) {
    const tested = holdingOf(file, others[0]);
    if (tested?.what === 'status') {
      return found(tested, 'compared with', place);
    }
  }
  // `except is_client_error_code(['404', '403'])`: a test of what was caught.
  if (index === 0 && /^(?:is|has)\w*(?:error|status|http)_?codes?$/i.test(name) && file.subject.speaksHttp) {
    return found({ ...status, weight: 0.8, name }, 'argument of', place);
  }
  const stubbed = object && isStub(name) ? found(ofStubbed(file, object), 'answer of', place) : undefined;
  if (stubbed) {
    return stubbed;
  }
  // Laravel: `Http::fakeSequence()->push(['error' => 'busy'], 429)`, each answer of a sequence
  if (name === 'push' && index === 1 && object && !place.isListed && isOfSequence(file, object)) {
    return found({ ...status, name: 'sequence' }, 'answer of', place);
  }
  // PHP: `header('…', true, 404)`
  if (name === 'header' && index === 2) {
    return found({ ...status, name }, 'argument of', place);
  }
  // supertest: `request(app).get('/').expect(404)`; a mock of mockito expects so many calls.
  if (
    name === 'expect' &&
    object &&
    !place.isListed &&
    !beginsWith(file, object, (c) => file.callee(c).name === 'mock')
  ) {
    return found({ ...status, name }, 'argument of', place);
  }
  const superclass = superclassOf(file, call, name);
  const made =
    superclass ??
    enumOf(file, call) ??
    ownClassOf(file, call, maker || name) ??
    (maker || name || typeGiven(file, call));
  const own = ofOwnFunction(file, made, index, place);
  if (own) {
    return isConstantOfEnum(call) && 'uses' in own && !own.otherwise ? { ...own, ...namedAfter(name) } : own;
  }
  // `GoneResult(…) : base(410)` of a class that is made from a status.
  if (isDirect && superclass !== undefined && isStatusCall(superclass)) {
    return found({ ...status, name: made }, 'argument of', place);
  }
  const named = ofNamingArgument(file, name, args, index, place) ?? ofCases(file, call, name, index, place);
  if (named) {
    return named;
  }
  const row = ofRow(file, call, index, place);
  if (row) {
    return row;
  }
  if (isDirect && isErrorClass(made) && !withoutError.test(made) && !isLog(objectName) && file.subject.speaksHttp) {
    return found({ ...status, weight: 0.8, name: made }, 'argument of', place);
  }
  // `ApiError::Http(404)`: a kind of error that is made from a status.
  const isOfError = isErrorClass(objectName) || (/^[A-Z]\w*Kind$/.test(objectName) && /^http/i.test(name));
  if (
    isDirect &&
    isOfError &&
    file.subject.speaksHttp &&
    (ofResponses.test(name) || isMadeFromStatus(file, objectName, name))
  ) {
    return found({ ...status, weight: 0.8, name: `${objectName} ${name}` }, 'argument of', place);
  }
  const ownCase = isDirect ? ownCaseOf(file, name, { ...place, indexes: [index] }) : undefined;
  if (ownCase) {
    return ownCase;
  }
  // `.failure(.http(404))`: the same where the type is left out.
  const isCase = node !== null && file.shape(node)?.is === 'symbol';
  if (
    isDirect &&
    isCase &&
    /^(?:http|status|server(?:error)?$|clienterror$|custom$)/i.test(name) &&
    file.subject.speaksHttp
  ) {
    return found({ ...status, weight: 0.8, name }, 'argument of', place);
  }
  // `DuneResult.Failed(502, "moving")`, `ReefError.unexpected(418)`: outcomes of a client that another file defines.
  const isOutcome =
    /(?:Result|Outcome|Response|Reply|Answer)$/.test(objectName) &&
    /^(?:fail|err|http|refus|reject|deni)/i.test(name) &&
    args.length > 1;
  const isUnexpected =
    isErrorClass(objectName) &&
    !ofParsers.test(objectName) &&
    /^(?:unexpected|unacceptable|refused|rejected)$/i.test(name);
  if (isDirect && index === 0 && (isOutcome || isUnexpected) && file.subject.speaksHttp && !isOwnCase(file, name)) {
    return found({ ...status, weight: 0.7, name: `${objectName} ${name}` }, 'argument of', place);
  }
  // `throw new IncompleteObject(404, 'gone')`: what is thrown with a status and a text.
  if (isDirect && index === 0 && args.length > 1 && file.subject.speaksHttp && isThrown(file, call)) {
    return found({ ...status, weight: 0.7, name: made }, 'thrown with', place);
  }
  // `WithRetryCodes(429, 503)`, `retry_on(&[502, 504])`
  if (!place.isText && isOptionOfStatuses(name) && file.subject.speaksHttp) {
    return found({ ...status, weight: 0.8, name }, 'argument of', place);
  }
  // `isRetryable(503)`
  if (isDirect && index === 0 && (isTestOfRetries(name) || isTestOfStatus(name)) && file.subject.speaksHttp) {
    return found({ ...status, weight: 0.8, name }, 'argument of', place);
  }
  // `checkCode(t, rec, 404)`
  const isOfCode = /^(?:assert|check|expect|require|verify|want)\w*_?code$/i.test(name) && !isOther(name);
  if (isDirect && isOfCode && speaksOfAnswer(file, others, false)) {
    return found({ ...status, weight: 0.8, name }, 'argument of', place);
  }
  // `describeStatus(404)`
  const isOfStatus = isNamedAfterStatus(name) && !hasOwnStatus(objectName);
  if (isDirect && index === 0 && args.length === 1 && isOfStatus && file.subject.speaksHttp) {
    return found({ ...status, weight: 0.7, name }, 'argument of', place);
  }
  // `fetchMock.get('/x', 403)`
  const isMocked =
    /^fetch_?mock$/i.test(objectName) &&
    /^(?:get|post|put|patch|delete|head|any|all|mock|once|route|\w+Once)$/.test(name);
  if (isDirect && index === 1 && isMocked) {
    return found({ ...status, name: 'a route' }, 'answer of', place);
  }
  // `server.returns(502)`, `HTTPURLResponse.make(404)`
  const isAnswering =
    /^(?:returns?|responds?|answers?|fails?|replies)(?:With|_with|Next|_next|Once|_once)?$/.test(name) &&
    /(?:server|api|backend|upstream|endpoint)$/i.test(objectName);
  if (
    isDirect &&
    index === 0 &&
    (isAnswering || (maker !== '' && /^HTTPURLResponse$/.test(maker))) &&
    file.subject.speaksHttp
  ) {
    return found({ ...status, weight: 0.75, name }, 'answer of', place);
  }
  // `.mock("http://host/sails", "no wind", 503, 1000)`: the first number beside an address.
  const isFirst = args.findIndex((arg) => /^\d+$/.test(file.textOf(arg, 6))) === index;
  if (isDirect && index > 0 && isFirst && stubsAnswer.test(name) && args.some((arg) => isAddress(file, arg))) {
    return found({ ...status, weight: 0.75, name: 'a route' }, 'answer of', place);
  }
  // `response.newBuilder().code(502)`, `Response.Builder().code(502)` of OkHttp
  if (isDirect && name === 'code' && args.length === 1 && object && isOfBuilder(file, object)) {
    return found({ ...status, weight: 0.85, name }, 'argument of', place);
  }
  // `colorOfStatusCode(404)`, `HttpStatusCodes.isRedirect(404)`
  const isOfStatuses = /^(?:Http|HTTP)?Status(?:Codes?)?$/.test(objectName);
  if (
    isDirect &&
    index === 0 &&
    (/status_?code|http_?status|(?:return|respond|repl|answer|send|fail)\w*error_?code$/i.test(name) || isOfStatuses)
  ) {
    return found({ ...status, weight: 0.8, name }, 'argument of', place);
  }
  // `throw error(404, 'gone')` of servers that answer with what is thrown.
  if (isDirect && !object && index === 0 && name === 'error' && file.subject.speaksHttp) {
    return found({ ...status, weight: 0.7, name }, 'argument of', place);
  }
  // Grape: `failure [[403, 'Forbidden']]`
  if (name === 'failure' && !object && isOfGrape(file, place)) {
    return found({ ...status, weight: 0.8, name }, 'argument of', place);
  }
  // Sinatra: `error 502, 503 do`, Bottle: `@error(404)`
  if (name === 'error' && !object && ((file.says(sinatra) && part(call, 'block')) || (decorated(call) && isDirect))) {
    return found({ ...status, weight: 0.8, name }, 'argument of', place);
  }
  const ofAnswer = ofAnswerCall(file, { name: maker || name, object: objectName, args, index }, place);
  if (ofAnswer) {
    return ofAnswer;
  }
  const ofError = ofErrorCall(file, maker || name, maker ? null : object, others, place);
  if (ofError) {
    return ofError;
  }
  const trailing = ofTrailing(file, call, made, index, place);
  if (trailing) {
    return trailing;
  }
  // `NOT_FOUND(404)`: a constant that is named after its status.
  if (isConstantOfEnum(call) && isDirect) {
    return { meaning: namedAfter(name).otherwise };
  }
  // `expect([401, 403]).toContain(status)`: what the method is given tells.
  if (isExpectation(name) && index === 0 && !place.isText) {
    return on(place, call);
  }
  // `Map.of(404, 'gone')`, `entry(404, 'gone')`
  if (
    (/^(?:map|immutablemap)$/.test(plain(objectName)) && /^(?:of|entry)$/.test(plain(name))) ||
    plain(name) === 'entry'
  ) {
    const key = index % 2 === 0 ? null : args[index - 1];
    return on(
      place,
      call,
      key ? { role: 'entry', isListed: true, key: file.lastName(key) } : { role: 'key', isListed: true },
    );
  }
  const mapped = ofMapCall(file, call, { name, object, args, index }, place);
  if (mapped) {
    return mapped;
  }
  // `{ gone: 404 }.get(kind, 500)`: what stands in for what the map does not have.
  if (index === 1 && object && /^(?:get|getordefault|fetch|pop|dig)$/.test(plain(name))) {
    return on(place, call);
  }
  // Python: `status in range(500, 600)`, whose end is not in it
  if (name === 'range' && !object && args.length === 2 && (index === 0 || place.node.text.endsWith('00'))) {
    return on(place, call, { isListed: true, isRanged: true });
  }
  const isJoined = place.isListed && /^(?:concat|plus|merge|append)$/.test(name);
  return isConversion(name) || isConversion(maker) || isJoined
    ? on(place, call, { isListed: place.isListed || args.length > 1 })
    : undefined;
}

/** Functions that do something about an error, and are given how long or how often: `retryOnError(load, 500)`. */
const withoutError = /^(?:log|print|show|display|track|count|report|clear|dismiss|hide|wait|retry|sleep|max|on)[A-Z_]/;
/** Cases of an error that come from a response. */
const ofResponses =
  /^(?:http|status|server|client|response|from_?(?:str|response|http)|(?:invalid|bad|unexpected|unacceptable|failed|wrong)_?(?:http)?_?(?:response|status|code))/i;
/** Whether an object prints what it is given: `slog.Error("slow", "ms", 500)`. */
function isLog(object: string): boolean {
  return /log(?:ger)?$|^(?:zap|sugar|t|tb|console)$/i.test(object);
}

/** Functions that a test tells which answer a request to an address gets. */
const stubsAnswer = /^(?:mock|stub|fake|enqueue|intercept|given|prepare)(?:[A-Z_]\w*)?$/;

function isAddress(file: SourceFile, node: Node): boolean {
  const text = file.textOf(node, 80).replace(/^value\s*=\s*/, '');
  return /^@?["'`](?:https?:\/\/|\/[\w{])/.test(text);
}

const ofParsers = /Pars|Syntax|Token|Lex|Decod|Encod|Format|Read|Compil|Schema/;
const sinatra = /\b[Ss]inatra\b/;

/** Whether what a call makes is thrown or raised. */
function isThrown(file: SourceFile, call: Node): boolean {
  return /\b(?:throw|raise)\s+(?:new\s+)?$/.test(file.text.slice(Math.max(0, call.startIndex - 16), call.startIndex));
}

function isConstantOfEnum(call: Node): boolean {
  return /^enum_(?:constant|entry)$/.test(call.type);
}

/** What the name of an enumeration's constant says, where nothing else does. */
function namedAfter(name: string): { readonly otherwise: Meaning } {
  return { otherwise: { what: 'phrase', weight: 0.8, evidence: `named ${name}`, name } };
}

/** How many calls of a chain are followed. */
const longestChain = 20;

/** Whether a chain of calls begins with a sequence of answers. */
function isOfSequence(file: SourceFile, object: Node): boolean {
  return beginsWith(file, object, (call) => /sequence$/i.test(file.callee(call).name));
}

/** Whether a chain of calls makes an answer of OkHttp. */
function isOfBuilder(file: SourceFile, object: Node): boolean {
  const builder = /^(?:new\s+)?(?:\w+\.)*(?:(?:Mock)?Response\.Builder\(|\w*[rR]esp\w*(?:\(\))?\.newBuilder\()/;
  return beginsWith(file, object, (call) => builder.test(file.textOf(call, 80)));
}

function beginsWith(file: SourceFile, object: Node, isFirst: (call: Node) => boolean): boolean {
  let of: Node | null = object;
  for (let count = 0; of && file.shape(of)?.is === 'call' && count < longestChain; count++) {
    if (isFirst(of)) {
      return true;
    }
    of = file.callee(of).object;
  }
  return false;
}

/** A map with the literal as a key is an argument: `Object.freeze({…})`, `new Map([…])`, `array_key_exists(code, $map)`. */
function ofMapArgument(file: SourceFile, call: Node, place: Place, others: readonly Node[]): Step {
  const { name } = file.callee(call);
  if (isLookup(name)) {
    for (const other of others) {
      const step = found(holdingOf(file, other), 'key looked up by', place);
      if (step) {
        return step;
      }
    }
  }
  return isConversion(name) ? on(place, call) : undefined;
}

/** Whether the test below a decorator has the code of a thing as its parameter of this name. */
function isForCodeOfThing(file: SourceFile, argument: Node, name: string): boolean {
  const call = argument.parent?.parent;
  const test = call ? decorated(call) : undefined;
  const binding = file.bindings(name).find(({ kind, value }) => kind === 'parameter' && value?.id === test?.id);
  return binding !== undefined && isCodeOfThing(file, binding);
}

/** An argument whose name is another argument: `put("status", 404)`, `parametrize("status", [404])`. */
function ofNamingArgument(file: SourceFile, name: string, args: readonly Node[], index: number, place: Place): Step {
  const before = args[index - 1];
  if (!before || !['string', 'symbol', 'list'].includes(file.shape(before)?.is ?? '')) {
    return undefined;
  }
  let names = file.contentOf(before).replace(/^:/, '');
  if (name === 'parametrize') {
    const all = names.match(/[A-Za-z_]\w*/g) ?? [];
    // In a list of tuples the place in the tuple tells which parameter it is.
    names = (place.indexes.length > 1 ? all[place.indexes[0] ?? 0] : all.length === 1 ? all[0] : undefined) ?? '';
    if (/^codes?$/.test(names) && isForCodeOfThing(file, before, names)) {
      return undefined;
    }
  } else if (place.isListed || /\s/.test(names)) {
    return undefined;
  }
  const holding = holdingOfName(
    names
      .split(/[.[\]'"$/]+/)
      .filter(Boolean)
      .at(-1) ?? '',
  );
  if (holding && holding.what !== 'text' && holding.what !== 'word') {
    return found(holding, `argument of ${name}:`, place);
  }
  // PHP: `define('HTTP_405', 405)`
  return name === 'define' && index === 1
    ? { meaning: { what: 'phrase', weight: 0.8, evidence: `named ${names}`, name: names } }
    : undefined;
}

/** The literal, or the list or map with it, is the object of a method: `[404].includes(status)`, `TEXT.get(status)`. */
export function ofMethod(file: SourceFile, call: Node, place: Place): Step {
  const { name } = file.callee(call);
  const args = file.args(call);
  const shape = file.grammar.nodes.get(call.type);
  const block = shape?.is === 'call' ? part(call, shape.block) : null;
  const inner = block && file.shape(block)?.is === 'wrap' ? block.namedChild(0) : block;
  const callback = [...args, inner].find((node) => node && file.shape(node)?.is === 'function');
  // Swift: `samples.enumerated().forEach { index, code in … }`
  if (name === 'enumerated' && place.role === 'value' && args.length === 0) {
    return on(place, call, { isListed: true, indexes: [1, 0] });
  }
  // `{ 404 => Missing }.each do |status, error|`: the first parameter is the key.
  const isKey = place.role === 'key' && /^(?:each(?:_pair)?|forEach|map|flat_map)$/.test(name);
  if (callback && (isKey || place.role === 'value')) {
    const column = place.role === 'value' && place.indexes.length > 1 ? (place.indexes[0] ?? 0) : 0;
    return ofParameter(file, callback, column, place, isKey ? 'key of' : 'item of');
  }
  if (place.role === 'key' && /^(?:items|entries|iter|into_iter)$/.test(name) && args.length === 0) {
    return on(place, call);
  }
  if (place.role === 'key' && /^(?:keys|keySet)$/.test(name)) {
    return on(place, call, { role: 'value', isListed: true });
  }
  if (place.role === 'entry') {
    return isLookup(name) || isConversion(name)
      ? on(place, call, { role: isLookup(name) ? 'value' : 'entry' })
      : undefined;
  }
  if (place.role === 'key' ? isLookup(name) : isComparison(name)) {
    const ranged = isRangeTest(name) ? { ...place, isRanged: true } : place;
    for (const arg of args) {
      const step = found(holdingOf(file, arg), place.role === 'key' ? 'key looked up by' : 'compared with', ranged);
      if (step) {
        return step;
      }
    }
  }
  const isJoined = place.isListed && /^(?:concat|plus|merge)$/.test(name);
  return (isConversion(name) && args.length === 0) || isJoined ? on(place, call) : undefined;
}
