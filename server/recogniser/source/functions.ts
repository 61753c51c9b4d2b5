import type { Node } from '@vscode/tree-sitter-wasm';
import { ofBinding } from './bindings';
import { ofNamedColumns, ofParameter, ofProvided } from './cases';
import { holdingOfName } from './holding';
import { isOther, whatIsNamed } from './names';
import { found, on, type Place, type Step } from './place';
import { isReturnedStatus } from './returnedStatuses';
import type { SourceFile } from './sourceFile';

const pythonServers = /\b(?:flask|quart|sanic|connexion|jsonify|restful|bottle|restx)\b/i;
/** What servers of any kind say. */
const servers = /\b(?:request|req|route|router|handler|endpoint|headers|http)\b|@\w+\.(?:get|post|put|delete|patch)\b/;
const rackServers = /\b(?:sinatra|rack|Sinatra|Rack)\b/;
/** What of a function is read for the type of its result, in UTF-16 units. */
const longestHead = 300;
/** A function that gives a status: `func create(req: Request) async throws -> HTTPStatus`. */
const givesStatus = /(?:->|\)\s*:)\s*(?:\w+\.)*(?:HTTP|Http)(?:Response)?Status(?:Code)?\??[\s:=]*$/;
/** `fn http(&self) -> u16`, `fun http(): Int`, `int http()` */
const givesNumber = /(?:->|\)\s*:)\s*(?:u16|i32|u32|[UI]nt\w*|int)[\s:=]*$|\bint\s+\w+\s*\([^()]*\)\s*$/;

/**
 * What a function gives back is what it is named after: `statusFor(error) { return 404 }`. In Python's small servers
 * the second of two results is the status.
 */
export function ofReturn(file: SourceFile, owner: Node | undefined, place: Place, isYield = false): Step {
  const shape = owner && file.shape(owner);
  if (place.role === 'value' && place.indexes.at(-1) === 1 && !place.isText && isBody(file, place.node.namedChild(0))) {
    return found({ what: 'status', weight: 0.8, name: 'an answer' }, 'status of', { ...place, isListed: false });
  }
  if (place.role === 'value' && place.indexes.at(-1) === 1 && !place.isText && isBesideMessage(file, place.node)) {
    return found({ what: 'status', weight: 0.75, name: 'an answer' }, 'status of', { ...place, isListed: false });
  }
  if (!owner || shape?.is !== 'function') {
    return undefined;
  }
  if (place.role === 'value' && (place.indexes.at(-1) ?? 0) > 0 && file.says(pythonServers)) {
    const holding = { what: 'status', weight: 0.93, name: 'an answer' } as const;
    return found(holding, 'status of', { ...place, isListed: false });
  }
  // `return {}, body, 500`: the headers, the body and the status of an answer.
  const [first, , last] = place.node.namedChildCount === 3 ? place.node.namedChildren : [];
  if (
    last &&
    place.indexes.at(-1) === 2 &&
    /^(?:\{|\w*headers?$)/i.test(first?.text ?? '') &&
    file.subject.speaksHttp
  ) {
    return found({ what: 'status', weight: 0.8, name: 'an answer' }, 'status of', { ...place, isListed: false });
  }
  const [answer] = place.indexes.slice(-1);
  const call = file.around(owner, ['call'], 3);
  // RSpec: `allow(answer).to receive(:status) { 404 }`
  if (call && file.callee(call).name === 'receive' && !place.isListed) {
    const [method] = file.args(call);
    return found(method && holdingOfName(file.contentOf(method).replace(/^:/, '')), 'answer of', place);
  }
  // `mock.onPost(url).reply(() => [409, body])`, and of Rack `return [422, body]`
  if (answer === 0 && !place.isText && file.subject.speaksHttp) {
    const isReply = call !== undefined && /^reply(?:Once)?$/.test(file.callee(call).name);
    const isOfRack = /^return\s*\[/.test(file.textOf(place.node.parent ?? place.node, 20)) && file.says(rackServers);
    if (isReply || isOfRack) {
      return found({ what: 'status', weight: 0.8, name: 'an answer' }, 'status of', { ...place, isListed: false });
    }
  }
  // Python: `retry_on: set[int] = field(default_factory=lambda: {429, 503})`
  const given = owner.parent && file.shape(owner.parent)?.is === 'pair' ? owner.parent : undefined;
  if (given && call && file.textOf(given, 20).startsWith('default_factory')) {
    return on(place, call);
  }
  const start = file.textOf(owner, longestHead);
  // A closure of Swift has its head inside of its braces.
  const head = (start.startsWith('{') ? start.slice(1).split(/\bin\b|\n/) : start.split(/[{\n]/))[0] ?? '';
  if (givesStatus.test(head) || (givesNumber.test(head) && /^(?:as_?|to_?)?http$/i.test(file.nameOfFunction(owner)))) {
    return found({ what: 'status', weight: 0.9, name: 'status' }, 'result of', place);
  }
  const columns = ofNamedColumns(file, owner, place);
  if (columns) {
    return columns;
  }
  const name = file.nameOfFunction(owner);
  if (isOther(name)) {
    return undefined;
  }
  const words = name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  if (
    whatIsNamed(name) === 'status' ||
    /(?:^|_)(?:status(?:_code)?|http_code)(?:_(?:for|of|from|to|by)\w*)?$/.test(words)
  ) {
    return found({ what: 'status', weight: 0.93, name }, 'result of', place);
  }
  if (whatIsNamed(name) === 'code') {
    return found({ what: 'code', weight: 0.9, name }, 'result of', place);
  }
  if (!isYield && isReturnedStatus(file, owner, place)) {
    return found({ what: 'status', weight: 0.7, name: 'a result' }, 'given as', { ...place, isListed: false });
  }
  // Swift: `static var gone: Int { 410 }` is a constant in another form.
  const property = owner.type === 'computed_property' ? owner.parent : null;
  const bind = property && file.shape(property);
  return (
    ofProvided(file, name, place, isYield) ??
    (property && bind?.is === 'bind' ? ofBinding(file, property, bind, { ...place, node: owner }) : undefined)
  );
}

/** What a function answers with that failed, by its name or its words: `errors.DENIED`, `"Invalid name"`. */
const ofFailure =
  /(?:^|[^a-z])(?:err(?:or)?s?|exc(?:eption)?|message|msg)(?![a-z])|fail|invalid|denied|missing|not[ _]?found|forbidden|unauthori[sz]ed|\bbad /i;
/** Two results of which the second is a status: `return text, 200`, `return body, reply.status`, or that of two errors. */
const givesStatuses =
  /\breturn\b[^\n]{1,120},\s?([45]\d\d)\b[^]{0,600}?\breturn\b[^\n]{1,120},\s?(?!\1)[45]\d\d\b|\breturn\b[^\n]{1,120},\s?(?:20[0-4]\b|[\w.]{0,40}\bstatus(?:_?code)?\b)/;

/** Whether results are a message of a failure and a status: `return errors.DENIED, 403`, where others are an answer and its. */
function isBesideMessage(file: SourceFile, results: Node): boolean {
  const isOfFailure = ofFailure.test(file.textOf(results.namedChild(0) ?? results, longestBody));
  return isOfFailure && (file.says(givesStatuses) || (file.subject.speaksHttp && file.says(servers)));
}

/** What a function of a server answers with, as it begins: `{'error': 'gone'}`, `jsonify(…)`. */
const body =
  /^(?:\{\s*["'](?:error|errors|message|msg|detail|details|status|success|ok|code|reason|title)["']\s*:|(?:jsonify|render_template(?:_string)?|make_response|json\.dumps)\()/;
const longestBody = 60;

function isBody(file: SourceFile, first: Node | null): boolean {
  return first !== null && body.test(file.textOf(first, longestBody));
}

/** A function of the same file: the name of its parameter tells, or what it does with the parameter. */
export function ofOwnFunction(file: SourceFile, name: string, index: number, place: Place): Step {
  for (const own of name === '' ? [] : file.functions(name).slice(0, 4)) {
    if (!own.value) {
      continue;
    }
    const step = ofParameter(file, own.value, index, place, `argument of ${name}:`);
    if (step) {
      return step;
    }
  }
  return undefined;
}

/** The class that `super(message, 404)` makes, in the words of each language. */
export function superclassOf(file: SourceFile, call: Node, name: string): string | undefined {
  const isSuper = /^(?:super|__init__|__construct)$/.test(name) || /^(?:super|:\s*base)\b/.test(file.textOf(call, 20));
  return isSuper ? baseOf(file, call) : undefined;
}

/** The class that the class around a node extends. */
export function baseOf(file: SourceFile, node: Node): string | undefined {
  const owner = file.around(node, ['class']);
  const found =
    /^class\s+[\w:]+\s+<\s+([\w:]+)|^[^{]*?\bextends\s+\\?([\w.]+)|^\s*class\s+\w+\(([\w.]+)|^[^{:]*?\bclass\s+\w+[^{:]*:\s*([\w.]+)|^class\s+[\w:]+\s*<\s*([\w:]+)/.exec(
      owner ? file.textOf(owner, longestHead) : '',
    );
  return found?.slice(1).find(Boolean)?.split(/[.:]+/).at(-1);
}

/** The class that makes one of itself: `new self('gone', 404)`, `cls('gone', 404)`, and of Ruby `new('gone', 404)`. */
export function ownClassOf(file: SourceFile, call: Node, name: string): string | undefined {
  const owner = /^(?:self|static|cls|new)$/i.test(name) ? file.around(call, ['class']) : undefined;
  return owner && file.lastName(owner.childForFieldName('name'));
}

/** The enumeration whose constructor the arguments of a constant go to: `NOT_FOUND(404, "gone")`. */
export function enumOf(file: SourceFile, constant: Node): string | undefined {
  const owner = /^enum_(?:constant|entry)$/.test(constant.type) ? file.around(constant, ['class'], 4) : undefined;
  return owner && file.lastName(owner.childForFieldName('name'));
}

/** The type of what `new(404, "gone")` of C# makes: that of the name that is given it, or of the result. */
export function typeGiven(file: SourceFile, call: Node): string {
  if (call.type !== 'implicit_object_creation_expression') {
    return '';
  }
  let node = call.parent;
  for (let level = 0; node && level < mostLevels; level++) {
    const type = node.childForFieldName('type') ?? node.childForFieldName('returns');
    if (type) {
      return file.lastName(type);
    }
    node = /^(?:argument|arguments|argument_list|block)$/.test(node.type) ? null : node.parent;
  }
  return '';
}

/** Levels between what is made and the declaration with its type. */
const mostLevels = 6;
