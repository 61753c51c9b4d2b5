import type { Node } from '@vscode/tree-sitter-wasm';
import { isCodeOfThing } from './codesOfThings';
import { part } from './grammar';
import { isConversion, isExpectation } from './calls/callNames';
import { type Answer, codeOfError, type Holding, holdingOfName, ofName, other, weights } from './holding';
import { isErrorClass, isErrorText, isOfError, isTestOfRetries, isTestOfStatus, plain, whatIsNamed } from './names';
import { isNameOfError, ofRaised, ofText } from './members';
import { givenByNumber, ofCommandLet, ofOutput, printsStatus } from './outputs';
import { isOfCompared, ofFirst } from './partsOfAnswers';
import { ownResults } from './ownResults';
import { isStatic, ofReceiver } from './receivers';
import type { Binding, SourceFile } from './sourceFile';

/** How many values and bindings a look follows. */
const mostSteps = 48;

/**
 * What an expression holds: a status, an error's code, a word or text of an error. Told by the last name of the
 * expression, by what a variable was set to, and by the calls and members that only give a value another form.
 */
export function holdingOf(file: SourceFile, expression: Node | null | undefined): Holding | undefined {
  const answer = look(file, expression, mostSteps);
  return answer === other ? undefined : answer;
}

function look(file: SourceFile, node: Node | null | undefined, steps: number): Answer {
  if (!node || steps <= 0) {
    return undefined;
  }
  const shape = file.shape(node);
  switch (shape?.is) {
    case 'name':
      return ofBinding(file, node, steps);
    case 'wrap':
      if (shape.type !== undefined && file.isStatusType(part(node, shape.type))) {
        return { what: 'status', weight: weights.status, name: 'status' };
      }
      return look(file, part(node, shape.value) ?? node.namedChild(0), steps - 1);
    case 'member':
      return ofMember(file, node, shape.object, shape.name, steps);
    case 'index': {
      const index = file.bare(part(node, shape.index));
      const inner = index && file.shape(index);
      const object = part(node, shape.object);
      return inner?.is === 'string' || inner?.is === 'symbol'
        ? ofText(file, file.contentOf(index as Node).replace(/^:/, ''), node)
        : (look(file, object, steps - 1) ?? (index?.text === '0' ? ofFirst(file, object) : undefined));
    }
    case 'call':
      return ofCall(file, node, steps);
    case 'command':
      return file.grammar.hyphens ? ofCommandLet(file, node) : undefined;
    case 'bind':
      return look(file, part(node, shape.value), steps - 1) ?? look(file, part(node, shape.name), steps - 1);
    case 'block':
      return node.namedChildCount === 1 ? look(file, node.namedChild(0), steps - 1) : undefined;
    case 'binary':
    case 'choice':
      return ofSeveral(file, node, steps);
    case 'string':
      // `"$code"` holds what `$code` holds.
      return node.namedChildCount === 1 ? look(file, expansionIn(node), steps - 1) : undefined;
    default:
      if (/^(?:this|self)_expression$/.test(node.type)) {
        return ofReceiver(file, node);
      }
      // Python: `[answer.status for answer in answers]`
      if (/_comprehension$|^generator_expression$/.test(node.type)) {
        return look(file, node.namedChild(0), steps - 4);
      }
      return node.type === 'command_substitution' || node.type === 'arithmetic_expansion'
        ? ofOutput(node.text.slice(0, 600), file)
        : undefined;
  }
}

function expansionIn(text: Node): Node | null {
  const child = text.namedChild(0);
  return child && /string_literal$/.test(child.type) ? child.namedChild(0) : child;
}

/** `err.status ?? err.code`: the first that says something. */
function ofSeveral(file: SourceFile, node: Node, steps: number): Answer {
  for (const child of node.namedChildCount > 4 ? [] : node.namedChildren) {
    const answer = look(file, child, steps - 8);
    if (answer && answer !== other) {
      return answer;
    }
  }
  return undefined;
}

function ofBinding(file: SourceFile, node: Node, steps: number): Answer {
  const name = file.nameOf(node);
  if (name === '_') {
    // PowerShell: what the switch is about, or the error that is caught.
    const outer = file.around(node, ['switch']);
    const shape = outer && file.shape(outer);
    return outer && shape?.is === 'switch'
      ? look(file, part(outer, shape.subject), steps - 12)
      : isCaught(node)
        ? { what: 'text', weight: weights.text, name: 'error' }
        : undefined;
  }
  if (file.grammar.bareWords && /^[1-9]$/.test(name)) {
    return ofArgumentOfShell(file, node, Number(name), steps);
  }
  // What a script calls so is no object: `http=$(curl -w '%{http_code}' …)`.
  const named = file.grammar.bareWords && /^http$/i.test(name) ? holdingOfName('status') : ofName(name);
  if (named === other) {
    return other;
  }
  const binding = file.bindingOf(node);
  // PowerShell: `Invoke-RestMethod $uri -StatusCodeVariable sc`
  if (file.grammar.hyphens && !binding && file.says(new RegExp(`-StatusCodeVariable\\s+["']?${name}\\b`, 'i'))) {
    return holdingOfName('status');
  }
  // PHP: `preg_match('/HTTP\S+ (\d+)/', $line, $matches)`
  if (
    !binding &&
    groupsOf.test(name) &&
    file.says(new RegExp(`preg_match\\(.{0,60}HTTP.{0,120}\\\\d.{0,120}\\$${name}\\)`))
  ) {
    return holdingOfName('status');
  }
  // How the last command ended.
  if (file.grammar.needsOrigin && /^"?\$\?/.test(binding?.value?.text.slice(0, 4) ?? '')) {
    return other;
  }
  if (named && binding?.kind === 'value' && isCounter(file, name, binding.value)) {
    return other;
  }
  if (name === 'output' && !binding && file.grammar.bareWords) {
    const isOfBats = file.says(/^@test\b/m);
    return printsStatus(file, node) ? holdingOfName('status') : isOfBats ? { ...answerOfShell, name } : undefined;
  }
  if (name === 'it' && !binding) {
    // Kotlin: `status.value.let { it >= 500 }`.
    const lambda = file.around(node, ['function']);
    const call = lambda && file.around(lambda, ['call'], 2);
    return call && look(file, file.callee(call).object, steps - 12);
  }
  const value = binding && (ofValue(file, binding, steps) ?? ofOtherValues(file, name, binding, steps));
  if (named?.what === 'code' && /^codes?$/i.test(name) && !value && binding?.kind === 'value' && binding.value) {
    const given = binding.value.namedChildCount === 1 ? binding.value.namedChild(0) : binding.value;
    if (file.isOfOwnTable(binding.value) || (given && file.isOfOwnTable(given))) {
      return other;
    }
  }
  if (value === other) {
    return other;
  }
  const isBareCode = named?.what === 'code' && /^codes?$/i.test(name) && !value;
  if (isBareCode && binding?.kind === 'parameter' && isCodeOfThing(file, binding)) {
    return other;
  }
  // `local status=$1`: no process ends with a number from 400 on, so what a function is given is that of an answer.
  const isGiven =
    named?.what === 'status' && givenArgument.test(binding?.value?.text.slice(0, 8) ?? '') && file.subject.isAboutWeb;
  const needsOrigin =
    file.grammar.needsOrigin && !isGiven && !/http|response/i.test(name) && !/^(?:error|err|api)_?code$/i.test(name);
  if (needsOrigin && !value) {
    // Whatever it was read from, no process ends with a number from 400 on.
    const mayBeOfAnswer = file.subject.speaksHttp || (!binding && file.subject.isAboutWeb);
    const isOfAnswer = mayBeOfAnswer && (named?.what === 'status' || named?.what === 'code' || isResult.test(name));
    return isOfAnswer ? { what: 'status', weight: 0.8, name } : named?.what === 'word' ? named : undefined;
  }
  // `msg = str(exc)`: whose words they are says more than that they are words.
  if (
    named?.what === 'text' &&
    value &&
    (value.what === 'text' || value.what === 'word') &&
    isSaidByError(value.name)
  ) {
    return { ...named, name: value.name };
  }
  // Of the code of a page nobody says whose it is.
  const own = name === 'errorCode' && !value && named ? { ...named, name: codeOfError } : named;
  // A name that says it is a status is right about it, whatever it was read from.
  return own && (!value || own.what === 'status' || value.what === 'text' || value.what === 'word') ? own : value;
}

function isSaidByError(name: string): boolean {
  return name === 'message' || isOfError(name);
}

/** Whether a node is in what catches an error, and in no block of its own there. */
function isCaught(node: Node): boolean {
  let { parent } = node;
  for (let level = 0; parent && level < mostLevels && !blockOfItsOwn.test(parent.type); level++) {
    if (parent.type === 'catch_clause') {
      return true;
    }
    parent = parent.parent;
  }
  return false;
}

/** Names that scripts give to how something ended. */
const isResult = /^(?:rc|ret|res|result|got|actual)$/i;
/** Names of what a pattern found. */
const groupsOf = /^(?:m|match|matches|matched|out|parts|found)$/;
/** PowerShell has a node for each level of precedence. */
const mostLevels = 60;
const blockOfItsOwn = /^(?:script_block_expression|function_statement)$/;

/** What a command that asks a server printed. */
const answerOfShell: Holding = { what: 'text', weight: weights.text, name: 'output' };

/** What the callers of a function of a shell script give it, or what it is named after: `is_retryable() { [ "$1" = 429 ] }`. */
function ofArgumentOfShell(file: SourceFile, node: Node, index: number, steps: number): Answer {
  for (const given of givenByNumber(file, node, index)) {
    const answer = look(file, given, steps - 12);
    if (answer && answer !== other) {
      return answer;
    }
  }
  const owner = file.around(node, ['function']);
  const isTest = index === 1 && owner && isTestOfRetries(file.nameOfFunction(owner)) && file.subject.speaksHttp;
  return isTest ? { what: 'status', weight: 0.8, name: 'status' } : undefined;
}

const givenArgument = /^"?\$\{?\d/;

/** In a shell a name is often declared before it is given what a command prints, and given a number where that fails. */
function ofOtherValues(file: SourceFile, name: string, binding: Binding, steps: number): Answer {
  const others = file.grammar.needsOrigin ? file.bindings(name).slice(0, mostValues) : [];
  for (const other of others) {
    const answer =
      other.kind === 'value' && other.name.id !== binding.name.id ? ofValue(file, other, steps - 12) : undefined;
    if (answer) {
      return answer;
    }
  }
  return undefined;
}

/** Values of one name of a shell that are looked at. */
const mostValues = 8;

/** `status = 0 … status += 1`: a variable that counts. */
function isCounter(file: SourceFile, name: string, value: Node | null): boolean {
  return (
    value !== null &&
    /^[01]$/.test(value.text) &&
    file.once(`counts: ${name}`, value, () => new RegExp(`(?<!\\w)${name}(?:\\s?[+-]= ?1\\b|\\+\\+)`).test(file.text))
  );
}

function ofValue(file: SourceFile, binding: Binding, steps: number): Answer {
  if (binding.property !== undefined) {
    const { property } = binding;
    return (
      ofName(property) ??
      (isCaseOfStatus(file, '', property) ? { what: 'status', weight: 0.8, name: property } : undefined)
    );
  }
  if (binding.kind === 'value') {
    return look(file, binding.value, steps - 12);
  }
  if (binding.kind === 'loop') {
    const list = look(file, binding.value, steps - 12);
    // `for error in errors`: an item is no text because the list is named like one.
    return list && list !== other && (list.what === 'status' || list.what === 'code' || list.what === 'vendor-code')
      ? list
      : undefined;
  }
  if (binding.kind === 'parameter') {
    // `validateStatus: (s) => s < 400`: a function that is named after what it is given.
    const { parent } = binding.value ?? {};
    const outer = parent && file.shape(parent);
    const key = parent && outer?.is === 'pair' && binding.index === 0 ? file.lastName(part(parent, outer.key)) : '';
    if (whatIsNamed(key) === 'status') {
      return holdingOfName(key);
    }
    const parameter = file.around(binding.name, ['parameter'], 3);
    const shape = parameter && file.shape(parameter);
    if (parameter && shape?.is === 'parameter' && shape.type && file.isStatusType(part(parameter, shape.type))) {
      return { what: 'status', weight: weights.status, name: file.nameOf(binding.name) };
    }
    // Kotlin: `enum class Fault(val http: Int)`
    if (/^http$/i.test(file.nameOf(binding.name)) && parameter && givesNumber.test(parameter.text.slice(0, 80))) {
      return { what: 'status', weight: weights.status, name: 'http' };
    }
    return ofParameterOf(file, binding, outer?.is === 'arguments' ? parent : null, steps);
  }
  return undefined;
}

/** A type of whole numbers, before a name or behind it. */
const givesNumber = /\b(?:[uU]?[iI]nt(?:eger)?(?:16|32|64)?|u16|i32|u32|number|[sS]hort)\b/;

/** Events whose callback is given how a process or a connection ended. */
const endings = /^(?:exit|close|disconnect)$/;

/** Functions that tell something of what they are given: `errorFromStatus(n)`, `CodeFromHTTP(n)`, `statusToText(n)`. */
const isOfStatus =
  /(?:[Ff]rom|[Ff]or|[Bb]y|[Oo]f)_?(?:[Hh][Tt][Tt][Pp])?_?(?:[Ss]tatus|(?<=[Hh][Tt][Tt][Pp]))(?:_?[Cc]ode)?$|^(?:[Hh]ttp_?|HTTP)?[Ss]tatus(?:_?[Cc]ode)?_?[Tt]o(?=_|[A-Z])/;

/** `child.on('exit', (code) => …)` is given the code of a process, `isRetryable(s)` a status. */
function ofParameterOf(
  file: SourceFile,
  { value: owner, index }: Binding,
  args: Node | null | undefined,
  steps: number,
): Answer {
  const event = args?.namedChild(0);
  if (event && file.shape(event)?.is === 'string' && endings.test(file.contentOf(event))) {
    return other;
  }
  // `.onStatus(s -> s.value() == 404, …)`
  const call = index === 0 ? args?.parent : undefined;
  // `codes.filter((code) => code === 429)`: an item of a list.
  const { name: method, object: list } = call ? file.callee(call) : { name: '', object: null };
  if (
    list &&
    /^(?:filter|map|some|every|find\w*|forEach|any|all|none|each|select|reject|count|map_or(?:_else)?|is_(?:some|ok)_and|is_none_or|and_then|flatMap|ifPresent)$/.test(
      method,
    )
  ) {
    const item = look(file, list, steps - 12);
    if (item && item !== other && (item.what === 'status' || item.what === 'code')) {
      return item;
    }
  }
  if (call && /^on\w*Status/.test(file.callee(call).name)) {
    return holdingOfName('status');
  }
  // Python writes the object or the class of a method as its first parameter.
  const isBehindOwn = index === 1 && /^(?:self|cls)$/.test(firstParameter(file, owner));
  const isFirst = index === 0 || isBehindOwn;
  const name = isFirst && owner && file.subject.speaksHttp ? file.nameOfFunction(owner) : '';
  return isTestOfRetries(name) || isTestOfStatus(name) || isOfStatus.test(name)
    ? { what: 'status', weight: 0.8, name: `parameter of ${name}` }
    : file.subject.speaksHttp
      ? ofGiven(file, owner, index, steps)
      : undefined;
}

function firstParameter(file: SourceFile, owner: Node | null): string {
  const [first] = owner ? file.parameters(owner) : [];
  return first ? file.nameOf(first) : '';
}

/** Calls of a function that are looked at for what it is given. */
const mostCalls = 8;
const oneWord = /^\w{1,24}$/;

/** `const isAuth = (s) => s === 401`, where it is given a status: `isAuth(response.status)`. */
function ofGiven(file: SourceFile, owner: Node | null, index: number, steps: number): Answer {
  const name = owner && index >= 0 ? file.nameOfFunction(owner) : '';
  if (name === '' || file.functions(name).length !== 1) {
    return undefined;
  }
  for (const node of file.occurrencesAnywhere(name).slice(0, mostCalls)) {
    const call = file.around(node, ['call'], 3);
    const given = call && file.callee(call).name === name ? file.args(call)[index] : undefined;
    // A bare name may be the parameter itself: it is asked for nothing but what it is called.
    const answer = given && (oneWord.test(given.text) ? ofName(given.text) : look(file, given, steps - 16));
    if (answer && answer !== other && answer.what === 'status') {
      return answer;
    }
  }
  return undefined;
}

function ofMember(
  file: SourceFile,
  node: Node,
  object: number | string,
  nameOf: number | string,
  steps: number,
): Answer {
  const name = file.lastName(part(node, nameOf));
  // `err.number` is that of a database or a script.
  if (name === 'number') {
    return undefined;
  }
  if (isNameOfError(file, node)) {
    return { what: 'word', weight: weights.word, name: 'errorName' };
  }
  // `HTTPStatus.GONE.value`, `status.value__`, `code.Value`: the object in another form.
  const isOfStatus = name === 'code' && /^(?:http)?status$/i.test(file.lastName(part(node, object)));
  if (isOfStatus || isConversion(name) || /^value_*$/i.test(name)) {
    return look(file, part(node, object), steps - 1) ?? ofRaised(file, node, name);
  }
  // `res.status.mock.calls[0][0]`, `status.firstCall.args`: what a mocked function was called with.
  if (partOfMock.test(name)) {
    const mocked = look(file, part(node, object), steps - 1);
    return mocked !== other && mocked?.what === 'status' ? mocked : undefined;
  }
  return isOfCompared(name) ? ofName(file.lastName(part(node, object))) : ofText(file, name, node);
}

const partOfMock = /^(?:mock|calls|args|(?:first|second|third|last)Call|call_args|call_args_list)$/;

/** Places that are looked at for what makes a case of an error. */
const mostMakers = 24;

/**
 * Whether a case of an error is made from a status somewhere: `Fault::Refused(status.as_u16())`.
 * @param owner the name of the error's type
 */
export function isMadeFromStatus(file: SourceFile, owner: string, name: string): boolean {
  return (
    isErrorClass(owner) &&
    file.subject.speaksHttp &&
    file.once(`made from a status: ${name}`, file.root, () =>
      file
        .occurrencesAnywhere(name)
        .slice(0, mostMakers)
        .some((node) => {
          const call = file.around(node, ['call'], 3);
          const [first] = call && file.callee(call).name === name ? file.args(call) : [];
          return holdingOf(file, first)?.what === 'status';
        }),
    )
  );
}

/** Whether a case of an error or an outcome holds a status: `Error::Http(404)`, `.http(404)`. */
export function isCaseOfStatus(file: SourceFile, owner: string, name: string): boolean {
  return (
    whatIsNamed(name) === 'status' ||
    (file.subject.speaksHttp &&
      // Of Swift's own numbers of answers the rest is `custom`.
      ((name === 'custom' && file.grammar.members === true) ||
        /^http(?:status|error|code|failure|response)?$/i.test(name) ||
        isMadeFromStatus(file, owner, name)))
  );
}

function ofCall(file: SourceFile, node: Node, steps: number): Answer {
  const { name, object, node: callee } = file.callee(node);
  const args = file.args(node);
  const first = args[0];
  // `answers.map((answer) => answer.status)`
  const isMapped = /^(?:map|collect|then)$/.test(name) && first && file.shape(first)?.is === 'function';
  const mapped = isMapped ? look(file, part(first, -1), steps - 8) : undefined;
  if (mapped) {
    return mapped;
  }
  if (isExpectation(name) || (isConversion(name) && (first || object))) {
    const isNamed = first && ['string', 'symbol'].includes(file.shape(first)?.is ?? '');
    const inText = isNamed ? ofText(file, file.contentOf(first).replace(/^:/, ''), node) : undefined;
    return (
      inText ??
      look(file, object && !isStatic(file, object) ? object : first, steps - 1) ??
      look(file, first, steps - 1) ??
      (name === 'first' ? ofFirst(file, object) : undefined)
    );
  }
  if (
    /^(?:get|fetch|dig|opt|its|getattr|field|path|pluck|extracting|json)(?:value|int|string|attribute|property|info)?$/.test(
      plain(name),
    )
  ) {
    const key = args.findLast((arg) => ['string', 'symbol'].includes(file.shape(arg)?.is ?? ''));
    if (key) {
      return ofText(file, file.contentOf(key).replace(/^:/, ''), node);
    }
  }
  if (name === 'getCall' && object) {
    return look(file, object, steps - 1);
  }
  // `response.status.split()[0]`: the line of a status begins with it.
  const line = name === 'split' && object ? look(file, object, steps - 1) : undefined;
  if (line !== other && line?.what === 'status') {
    return line;
  }
  // PHP: the first of these is the line with the status.
  if (name === 'get_headers') {
    return { what: 'text', weight: weights.text, name: 'statusLine' };
  }
  // `substr($line, 9, 3)` is the status of such a line.
  if (name === 'substr' && first && !object) {
    const line = look(file, first, steps - 1);
    return line && line !== other && statusLines.test(line.name) && args[1]?.text === '9'
      ? holdingOfName('status')
      : line;
  }
  if (name === 'curl_getinfo') {
    return /HTTP_CODE|RESPONSE_CODE/.test(node.text.slice(0, 120)) ? holdingOfName('status') : other;
  }
  // `connection.getcode()` of urllib.
  if (name === 'getcode' && object) {
    return { what: 'code', weight: weights.code, name };
  }
  if (callee && file.grammar.nodes.get(callee.type)?.is === 'name' && whatIsNamed(name) && args.length > 0) {
    // `Status(…)` makes one, `status_of(x)` gives one; `error(x)` is neither.
    const what = whatIsNamed(name);
    return what === 'status' || (what === 'code' && /codes$/i.test(name)) ? holdingOfName(name) : undefined;
  }
  const answer = ofText(file, name, node);
  const own = answer === undefined ? ownResults(file, name, object).map((given) => look(file, given, steps - 16)) : [];
  const given = own.find((result) => result && result !== other && result.what === 'status');
  return answer !== other && answer?.what === 'text' && !isErrorText(name) ? undefined : (answer ?? given);
}

const statusLines = /^(?:status_?line|http_response_headers?)$/i;
