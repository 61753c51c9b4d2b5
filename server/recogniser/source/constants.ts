import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import type { Knowledge } from '../knowledge';
import { part } from './grammar';
import { isOwnConstant } from './ownConstants';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/** Names of classes and constants that are not the reason phrase of their status. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['ResourceNotFound', 'NotFound'],
  ['InternalServer', 'InternalServerError'],
  ['ProxyAuth', 'ProxyAuthenticationRequired'],
  ['RateLimit', 'TooManyRequests'],
  ['RateLimited', 'TooManyRequests'],
  ['UnprocessableContent', 'UnprocessableEntity'],
  ['Unprocessable', 'UnprocessableEntity'],
  ['unprocessable', 'UnprocessableEntity'],
  ['Throttled', 'TooManyRequests'],
  ['AccessDenied', 'Forbidden'],
  ['Forbid', 'Forbidden'],
  ['PermissionDenied', 'Forbidden'],
  ['NotAuthenticated', 'Unauthorized'],
  ['NotAuthorized', 'Unauthorized'],
  ['notAuthorized', 'Unauthorized'],
  ['AuthenticationError', 'Unauthorized'],
  ['TwythonAuthError', 'Unauthorized'],
  ['AuthenticationException', 'Unauthorized'],
  ['AuthenticationFailed', 'Unauthorized'],
  ['NotAllowed', 'MethodNotAllowed'],
  ['I_AM_A_TEAPOT', 'ImATeapot'],
  ['IAmATeapot', 'ImATeapot'],
  ['HttpResponseServerError', 'InternalServerError'],
  ['SERVER_ERROR', 'InternalServerError'],
]);
/** What the name of a class has after that of its status. */
const ending = /(?:Http)?(?:Exception|Error)$/;

/** Not those that begin with STATUS, as the results of Windows do. */
const bareConstant = /(?<![\w.:])(?!STATUS_)[A-Z]{2,20}(?:_[A-Z]{2,20}){0,5}\b/g;

/** The statuses of HTTP in Rust, whose gRPC calls its own otherwise. */
const ofRust = /^StatusCode::[A-Z_]+$/;

/** Named constants of HTTP libraries, and classes of errors that stand for one status. */
export function* constantCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  for (const pattern of file.grammar.constants) {
    for (const match of file.text.matchAll(pattern)) {
      const name = match.groups?.['name'];
      const number = match.groups?.['number'];
      const entries = number === undefined ? statusOf(name ?? '', knowledge) : knowledge.status(number);
      if (entries.length === 0) {
        continue;
      }
      const end = match.index + match[0].length;
      // Of `HttpStatus.NOT_FOUND` the name counts, of a type in brackets all of it.
      const start =
        name !== undefined && !match[0].startsWith('[') ? match.index + match[0].lastIndexOf(name) : match.index;
      const isBare = /^(?:status|codes|Status|Code|StatusCode)\b/.test(match[0]);
      if (
        (isBare && file.subject.speaksGrpc && !ofRust.test(match[0])) ||
        /grpc(?:\.|::)$/i.test(file.text.slice(Math.max(0, match.index - 8), match.index))
      ) {
        continue;
      }
      if (isUse(file, start, end) && !isOwnConstant(file, match[0], name ?? '', match.index)) {
        yield candidate({ start, end }, 'status', entries, 0.95, `constant ${match[0]}`);
      }
    }
  }
}

/** `StatusCode as Sc`, `import google.api_core.exceptions as gexc`, `using Sc = System.Net.HttpStatusCode;` */
const aliasPattern =
  /\b(?:StatusCode|HTTPStatus|HttpStatus(?:Code)?|exceptions)\s+as\s+(\w{1,40})|\busing\s+(\w{1,40})\s*=\s*[\w.]{0,100}\bHttpStatusCode\b/g;
/** Most other names that one text gives to types of statuses. */
const mostAliases = 8;

/** Constants of a type, and classes of a module, that the text gives another name. */
export function* aliasedCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  if (!file.subject.speaksHttp) {
    return;
  }
  const aliases = [...file.text.matchAll(aliasPattern)].slice(0, mostAliases).map(([, a, b]) => a ?? b ?? '');
  for (const alias of new Set(aliases)) {
    for (const match of file.text.matchAll(new RegExp(`\\b${alias}(?:\\.|::)([A-Z]\\w{2,60})\\b`, 'g'))) {
      const name = match[1] ?? '';
      const entries = statusOf(name, knowledge);
      const end = match.index + match[0].length;
      if (entries.length > 0 && isUse(file, end - name.length, end)) {
        yield candidate({ start: end - name.length, end }, 'status', entries, 0.95, `constant ${match[0]}`);
      }
    }
  }
}

/** Constants and error classes that are imported by name: `except TooManyRequests`. */
export function* importedCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  const { modules } = file.grammar;
  for (const match of modules ? file.text.matchAll(modules) : []) {
    const isAll = match[1] === '*';
    const names = isAll ? allNames(file.text, /[A-Z]\w*\.\*$/.test(match[0])) : (match[1] ?? '');
    for (const [, name = '', alias] of names.matchAll(/([A-Z]\w+)(?:\s+as\s+(\w+))?/g)) {
      const entries = statusOf(name, knowledge);
      for (const node of entries.length > 0 ? file.occurrences(alias ?? name) : []) {
        if (isUse(file, node.startIndex, node.endIndex)) {
          yield candidate({ start: node.startIndex, end: node.endIndex }, 'status', entries, 0.95, `constant ${name}`);
        }
      }
    }
  }
}

const generatedClient = /\bgo-openapi\/|\bgo-swagger\b|"[\w./-]{0,100}\/client(?:\/\w{1,60})?"/;
const generatedAnswer = /(?<![\w.])[a-z]\w{0,40}\.((?!Err|Is|Has|Status|With)(?:New)?[A-Z][A-Za-z0-9]{2,100})\b/g;

/** Answers of clients that go-swagger generates: types named after an operation and a status, `*pets.GetPetNotFound`. */
export function* generatedCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  if (!file.grammar.generatesAnswers || !file.says(generatedClient)) {
    return;
  }
  for (const { 0: written, 1: name = '', index } of file.text.matchAll(generatedAnswer)) {
    const words = name.match(/[A-Z][a-z0-9]*/g) ?? [];
    const ends = words.map((_, at) => (at > 1 || (at > 0 && words[0] !== 'New') ? words.slice(at).join('') : ''));
    const entries = ends.flatMap((end) => (end === '' ? [] : statusOf(end, knowledge))).slice(0, 1);
    const end = index + written.length;
    if (entries.length > 0 && isUse(file, end - name.length, end)) {
      yield candidate({ start: end - name.length, end }, 'status', entries, 0.9, `type ${name}`);
    }
  }
}

/** All names of a text that are written like constants, or like classes of errors, each once. */
function allNames(text: string, ofConstants: boolean): string {
  return [...new Set(text.match(ofConstants ? /\b[A-Z][A-Z_]{2,60}\b/g : /\b[A-Z]\w{2,60}Exception\b/g))].join(' ');
}

/**
 * Constants without the name of their type, where what they are compared with or switched on is a status:
 * `case NOT_FOUND:`; and those of a package of Go that are used in it, where they are given as a status:
 * `ctx.SetStatusCode(StatusNotFound)`. A name that the file gives a value is not looked at: its value is.
 */
export function* bareCandidates({ file, contexts, knowledge }: Reading): Generator<Candidate[]> {
  if (file.subject.speaksGrpc || !file.subject.speaksHttp) {
    return;
  }
  const { bareStatuses } = file.grammar;
  for (const { 0: name, index } of file.text.matchAll(bareStatuses ?? bareConstant)) {
    const entries = statusOf(name, knowledge);
    const node = entries.length > 0 ? file.root.descendantForIndex(index, index + name.length - 1) : null;
    if (!node || file.shape(node)?.is !== 'name' || file.bindings(name).some((b) => b.kind === 'value')) {
      continue;
    }
    const range = { start: index, end: index + name.length };
    // Of a module that the program imports: `HTTP_NOT_FOUND`.
    if (namedHttp.test(name) && isUse(file, range.start, range.end)) {
      yield candidate(range, 'status', entries, 0.9, `constant ${name}`);
      continue;
    }
    const meaning = contexts.meaningOf(node);
    if (meaning?.what === 'status' && (bareStatuses || /^(?:compared with|switched on)/.test(meaning.evidence))) {
      yield candidate(range, 'status', entries, meaning.weight, meaning.evidence);
    }
  }
}

const namedHttp = /^HTTP_[A-Z]+_[A-Z_]+$|^HTTP_(?:UNAUTHORIZED|FORBIDDEN|CONFLICT|GONE)$/;

/** Entries of the status that a constant names. */
export function statusOf(name: string, knowledge: Knowledge): Entry[] {
  const bare = name.replace(
    /^(?:HTTP_?|SC_|STATUS_?|CODE_|Status|HttpResponse|CLIENT_ERROR_|SERVER_ERROR_)*(?:\d{3}_?)?/,
    '',
  );
  const short = bare.replace(ending, '').replace(/_[45]\d\d$/, '');
  const spellings = new Set(
    [bare, name, short].flatMap((spelling) => [otherNames.get(spelling) ?? spelling, spelling]),
  );
  const found = [...spellings].flatMap((spelling) => knowledge.statusConstant(spelling));
  // The registry calls a number that it keeps free `Unused`, as programs call what they do not use, and nginx one of its
  // own `No Response`, as programs call what never came.
  return bare === 'Unused' || /^no_?response$/i.test(name)
    ? []
    : [...new Set(found)].filter((entry) => Number(entry.value) >= 400);
}

/** How much of the text before a name is looked at for the word that catches it, in UTF-16 units. */
const longestCatch = 120;

/** Whether a name is used here: not in a comment or a string, not imported, not defined. */
export function isUse(file: SourceFile, start: number, end: number): boolean {
  let node: Node | null = file.root.descendantForIndex(start, end - 1);
  // Without its `try`, what Python catches is read as a name with a type.
  const isCaught = /\bexcept\s[\s\w.,(]{0,100}$/.test(file.text.slice(Math.max(0, start - longestCatch), start));
  for (let level = 0; node && level < 8; level++) {
    const shape = file.shape(node);
    if (shape?.is === 'comment' || shape?.is === 'string' || shape?.is === 'import') {
      return false;
    }
    const named = !isCaught && (shape?.is === 'bind' || shape?.is === 'class') ? part(node, shape.name) : null;
    // `[HttpStatusCode.Gone] = "left"` uses a name as a key.
    if (named && file.shape(named)?.is !== 'list' && named.startIndex <= start && end <= named.endIndex) {
      return false;
    }
    node = node.parent;
  }
  return true;
}
