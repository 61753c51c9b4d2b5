import type { OffsetRange, ServerWait } from '../../shared/finding';
import { isOfRemoteCall, statusByName } from './namedStatus';
import { candidate, type Candidate } from './candidate';
import { numericCode, symbolicCode, systemsOfRecord } from './codeFields';
import { type Field, field, type Scalar, type Structure } from './dump';
import {
  hasPhrase,
  isDescribed,
  isError,
  isErrorParent,
  isNothingElse,
  isOfRequest,
  isOfRecord,
  isOfTrouble,
  mostNearby,
  type Node,
} from './errorObject';
import { isOwnName, type Knowledge } from './knowledge';
import {
  expectsSuccess,
  hasAddress,
  isActual,
  isBody,
  isWithBody,
  isAnswerOfAddress,
  isColumnOfStatuses,
  isAnyStatusKey,
  isHttpAnswer,
  isSaid,
  isStatusOfRequest,
  scalarOf,
  statusOfPair,
  statusOfRow,
} from './statusFields';
import {
  isStatusLine,
  isStatusWithPhrase,
  ofError,
  printedCandidates,
  type Reading,
  type ReadWords,
  surely,
  textCandidates,
} from './texts';
import { waitOfField } from './wait';

/**
 * Recognises errors in printed data: the body of a response, an error object, a log record. Looks at the names of
 * fields and at their neighbours, never at a number alone.
 */

/** Words before the data in a text that are read, in UTF-16 units. */
const longestWords = 200;
/** A status as npm names it. */
const errnoOfStatus = /^E[45]\d\d$/;
/** Lists of codes of an API. */
const codeLists = new Set(['api_codes', 'apicodes', 'error_codes', 'errorcodes', 'err_codes', 'twitter_codes']);
/** Most candidates of one group. No error says so much; a file that is all numbers may. */
export const mostCandidates = 400;

/** What a server says of waiting in the fields of a structure. */
export function waitIn(of: Structure, knowledge: Knowledge): ServerWait | undefined {
  for (const f of of.fields) {
    const own = knowledge.fieldNames.of(f.key).mayWait ? valueOf(f, knowledge) : undefined;
    const wait = own && waitOfField(f.key, own.text);
    if (wait) {
      return wait;
    }
  }
  return undefined;
}

/** The value of a field; that of a header or a status also in a list of its own, as recordings have it: `"Retry-After": ["30"]`. */
function valueOf(f: Field, knowledge: Knowledge): Scalar | undefined {
  const { value } = f;
  if (value.type === 'structure' && value.items.length === 1 && value.fields.length === 0) {
    const [item] = value.items;
    const mayBeInList = knowledge.fieldNames.of(f.key).isStatus || knowledge.header(f.key).length > 0;
    return item?.type === 'scalar' && mayBeInList ? item : undefined;
  }
  return scalarOf(value);
}

/** What the fields of a structure say themselves. */
export function ownCandidates(reading: Reading, node: Node): Candidate[] {
  const all = allCandidates(reading, node);
  const systems = all.some(isAnybodys) ? systemsOfRecord(node, reading.knowledge) : undefined;
  return systems ? all.filter((c) => !isAnybodys(c) || c.entries.some(({ catalog }) => systems.has(catalog.id))) : all;
}

/** Whether a code is a word that many systems have: then it is one of what answered, or none that a catalog knows. */
function isAnybodys({ role, entries }: Candidate): boolean {
  return role === 'code' && entries.every(({ slug, common }) => common || slug.startsWith('oauth-'));
}

function allCandidates({ text, knowledge, readWords }: Reading, node: Node): Candidate[] {
  const result: Candidate[] = [];
  const list = node.parent?.structure;
  const table = node.parent?.parent?.structure;
  const paired =
    statusOfPair(node.structure, list) ??
    (table && node.structure.items.length > 1 ? statusOfRow(node.structure, table) : undefined) ??
    firstOfAnswer(node, knowledge);
  if (paired) {
    result.push(...candidate(paired.range, 'status', knowledge.status(paired.text), 0.95, 'value of a status'));
  }
  result.push(...wordsBefore({ text, knowledge, readWords }, node));
  if (codeLists.has(node.key) || isPrintedList(node.key, knowledge) || isLogEntry(node.structure)) {
    for (const item of node.structure.items) {
      if (item.type === 'scalar' && result.length < mostCandidates) {
        result.push(...itemCandidates(text, node, item, knowledge, readWords));
      }
    }
  }
  for (const f of node.structure.fields) {
    if (result.length >= mostCandidates) {
      return result.slice(0, mostCandidates);
    }
    const value = valueOf(f, knowledge);
    if (value) {
      result.push(...fieldCandidates(text, node, f, value, knowledge, readWords));
    }
  }
  return result.slice(0, mostCandidates);
}

/** Most items of a list that is an answer: its status, its headers, its body. */
const mostOfAnswer = 3;

/**
 * The status with which a list begins that is an answer: `[404, "Not Found"]`, `[422, { "error": … }]`, or that is called an
 * error.
 */
function firstOfAnswer({ structure, key }: Node, knowledge: Knowledge): Scalar | undefined {
  const [first, second] = structure.items;
  if (first?.type !== 'scalar' || second === undefined || structure.items.length > mostOfAnswer) {
    return undefined;
  }
  const isAnswer =
    second.type === 'scalar'
      ? second.quoted &&
        (knowledge.isReasonPhrase(first.text, second.text) ||
          (isErrorParent(key) && / /.test(second.text)) ||
          isBody(second.text))
      : holdsError(structure);
  return isAnswer && structure.fields.length === 0 && /^[45]\d\d$/.test(first.text) ? first : undefined;
}

/** What the words before the data in a text say: `"error": "cannot fetch: 400 Bad Request {\\"error\\": …}"`. */
function wordsBefore({ text, knowledge, readWords }: Reading, node: Node): readonly Candidate[] {
  const { start } = node.structure.range;
  const length = text.slice(start, start + longestWords + 1).search(/[{[]/);
  const isOfLog = node.parent !== undefined && isLogEntry(node.parent.structure);
  const { isText, isProse } = knowledge.fieldNames.of(node.key);
  if (!readWords || node.scope !== 'object' || length <= 0) {
    return [];
  }
  // `"error": "529 {\\"type\\": …"`, `"subtitle": "Response 403 ({\\"error\\": …"`, and a document that begins so
  const status = /(?<![\w.-])[45]\d\d(?=[ :(-]{0,4}$)/.exec(text.slice(start, start + length));
  if (status && ((status.index === 0 && ofError.test(node.key)) || holdsError(node.structure))) {
    const range = { start: start + status.index, end: start + status.index + 3 };
    return candidate(range, 'status', knowledge.status(status[0]), 0.9, 'right before what was answered');
  }
  if (!(isOfLog || isProse || isPrintedList(node.key, knowledge))) {
    return [];
  }
  const words = readWords(start, start + length);
  return isText || isOfLog ? words : words.filter(({ weight }) => weight >= surely);
}

/** Whether one of the values in a structure is the body of an error. */
function holdsError({ fields, items }: Structure): boolean {
  return [...items, ...fields.map(({ value }) => value)].some(
    (value) => value.type === 'structure' && field(value, 'error', 'errors', 'message', 'detail', 'error_description'),
  );
}

/** Whether a list of this name holds what was printed. */
function isPrintedList(name: string, knowledge: Knowledge): boolean {
  const { isText, isPrinted } = knowledge.fieldNames.of(name);
  return isText || isPrinted || name.toLowerCase() === 'text';
}

/** Whether a list is a line of a log with its time, as queries of logs give them: `["1767225600404000000", "level=error …"]`. */
function isLogEntry({ items }: Structure): boolean {
  const [time, line] = items;
  return time?.type === 'scalar' && line?.type === 'scalar' && line.quoted && /^1\d{12,18}$/.test(time.text);
}

/** What an item of a list says by the list's name: a line that was printed, the code of an API. */
function itemCandidates(
  text: string,
  node: Node,
  { text: item, range, quoted }: Scalar,
  knowledge: Knowledge,
  readWords: ReadWords | undefined,
): Candidate[] {
  if (codeLists.has(node.key) && /^\d{2,3}$/.test(item)) {
    const isExplained = node.parent?.structure.fields.some(
      ({ key, value }) => !codeLists.has(key.toLowerCase()) && isPrintedList(key, knowledge) && isSaid(value),
    );
    return isExplained ? candidate(range, 'code', knowledge.code(item), 0.45, `in ${node.key}`) : [];
  }
  return quoted ? printedCandidates(text, range, knowledge, readWords) : [];
}

function fieldCandidates(
  text: string,
  node: Node,
  f: Field,
  value: Scalar,
  knowledge: Knowledge,
  readWords: ReadWords | undefined,
): Candidate[] {
  const name = knowledge.fieldNames.of(f.key);
  const { key } = name;
  const isObject = node.scope === 'object';
  if (name.isSilent && !isStatusLine(value)) {
    return [];
  }
  if (
    isObject &&
    (name.isStatus || name.isShort || name.isCode) &&
    (isDescribed(node) || (!(name.isCode && !name.isShort) && isTable(node.structure, knowledge)))
  ) {
    return [];
  }
  const result: Candidate[] = [];
  if (name.isStatus && statusValue.test(value.text)) {
    result.push(...statusCandidates(text, node, f, value, knowledge));
  } else if (isObject && name.isShort && /^[45]\d\d$/.test(value.text) && isHttpAnswer(key, node.structure)) {
    result.push(...candidate(value.range, 'status', knowledge.status(value.text), 0.9, 'key http'));
  } else if (
    isObject &&
    name.isShort &&
    /^[45]\d\d$/.test(value.text) &&
    (isOfAddress(node, key) || isAnswerOfAddress(key, node.key, node.structure) || isWithBody(node.structure, value))
  ) {
    result.push(
      ...candidate(value.range, 'status', knowledge.status(value.text), 0.9, `key ${f.key} beside a request`),
    );
  } else if (isObject && name.isShort && /^[45]\d\d$/.test(value.text) && hasPhrase(node, value.text, key, knowledge)) {
    result.push(
      ...candidate(value.range, 'status', knowledge.status(value.text), 0.9, `key ${f.key} beside its reason phrase`),
    );
  } else if (
    isObject &&
    name.isShort &&
    key.length > 1 &&
    /^[45]\d\d$/.test(value.text) &&
    node.parent?.key === node.key &&
    isColumnOfStatuses(node.parent.structure, key)
  ) {
    result.push(
      ...candidate(value.range, 'status', knowledge.status(value.text), 0.9, `key ${f.key} in a list of answers`),
    );
  } else if (isObject && name.isShort && isAttempt(node) && /^[45]\d\d$/.test(value.text)) {
    result.push(...candidate(value.range, 'status', knowledge.status(value.text), 0.9, `${f.key} of an attempt`));
  } else if (isObject && isActual(key) && /^[45]\d\d$/.test(value.text) && expectsSuccess(node.structure)) {
    result.push(
      ...candidate(value.range, 'status', knowledge.status(value.text), 0.92, 'where a success was expected'),
    );
  } else if (isObject && key === 'reason' && /^[45]\d\d$/.test(value.text) && field(node.structure, 'message')) {
    result.push(...candidate(value.range, 'status', knowledge.status(value.text), 0.7, 'reason beside a message'));
  } else if (isObject && key === 'error' && isErrorNumber(value, node.structure)) {
    result.push(...candidate(value.range, 'status', knowledge.status(value.text), 0.7, 'key error'));
  } else if (name.isCode && /^\d{1,4}$/.test(value.text)) {
    result.push(...numericCode(node, f, value, knowledge));
  } else if (key === 'code' && errnoOfStatus.test(value.text) && isOfNpm(node, value.text.slice(1), knowledge)) {
    const range = { start: value.range.start + 1, end: value.range.end };
    result.push(...candidate(range, 'status', knowledge.status(value.text.slice(1)), 0.95, `code ${value.text}`));
  } else if (
    (name.isError || (isObject && name.isPrinted && ofError.test(key))) &&
    /^[A-Za-z_][\w-]*$/.test(value.text) &&
    !isStatusCode(text, f)
  ) {
    result.push(...symbolicCode(node, f, value, knowledge));
  }
  if (isObject && typeNames.test(key) && isStatusWithPhrase(value, knowledge)) {
    const range = { start: value.range.start, end: value.range.start + 3 };
    result.push(...candidate(range, 'status', knowledge.status(value.text.slice(0, 3)), 0.92, `key ${f.key}`));
  }
  const named = statusByName(node, name, value, knowledge);
  result.push(...(readWords ? named : named.filter((c) => !isToldBefore(text, node.structure.range.start, c))));
  if (key === 'type' && addressOfType.test(value.text)) {
    result.push(...problemType(node, value, knowledge));
  }
  if (key === 'type' && value.text.startsWith('about:b')) {
    result.push(...candidate(value.range, 'field', knowledge.problemType('about:blank'), 0.3, 'type about:blank'));
  }
  if (value.quoted || node.scope === 'object') {
    const both = { start: f.keyRange.start, end: Math.max(f.keyRange.end, value.range.end) };
    const isApart = f.value.type === 'structure' && text.slice(both.start, both.end).includes('\n');
    const range = isApart ? f.keyRange : both;
    result.push(...fieldCandidate(f, value, knowledge), ...headerCandidate(f.key, value, range, knowledge));
  }
  const header = key === 'value' ? field(node.structure, 'name', 'key')?.value : undefined;
  if (header?.type === 'scalar') {
    // People point at either, where both stand on one line: `{ "name": "Retry-After", "value": "30" }`.
    const both = {
      start: Math.min(header.range.start, value.range.start),
      end: Math.max(header.range.end, value.range.end),
    };
    const range = text.slice(both.start, both.end).includes('\n') ? value.range : both;
    result.push(...headerCandidate(header.text, value, range, knowledge));
  }
  // The texts of a line's own fields are found in the line itself.
  if (knowledge.header(f.key).length > 0) {
    // A header and its value together may be what is printed for a limit: `x-user-limit-24hour-remaining: 0`.
    for (const match of knowledge.messages.find(`${f.key}: ${value.text}`)) {
      const range = { start: f.keyRange.start, end: Math.max(f.keyRange.end, value.range.end) };
      result.push(...candidate(range, 'message', match.entries, 0.92, `${f.key}: ${value.text}`));
    }
  }
  if (isObject && !isOfRemoteCall(node.structure, value.text)) {
    result.push(...textCandidates({ text, knowledge, readWords }, node, name, value));
  }
  return result;
}

/** How much of a log is read before printed data for the number of its status, in UTF-16 units. */
const longestBefore = 400;

/**
 * Whether a log has told the number of a status before the data that names it, or that says it in words. Of data alone on
 * its line the line above tells.
 */
function isToldBefore(text: string, at: number, { entries, weight }: Candidate): boolean {
  // Only what is on its line: a line is read without those above it, too.
  const before = text.slice(Math.max(0, at - longestBefore, text.lastIndexOf('\n', at - 1) + 1), at);
  const isAlone = /^\s*$/.test(before);
  const isTold = entries.some(({ value }) => new RegExp(`(?<![\\w.-])${value}(?!\\w)`).test(before));
  return weight >= 0.5 && (isAlone || isTold);
}

/** Whether an object with a code such as `E404` is about a request, not about a line of code, whose rules have such names too. */
function isOfNpm({ structure, key }: Node, digits: string, knowledge: Knowledge): boolean {
  return (
    (key === 'error' && field(structure, 'line', 'row', 'location') === undefined) ||
    structure.fields.some(
      ({ value }) =>
        value.type === 'scalar' &&
        (/https?:\/\/|\b(?:GET|PUT|POST|DELETE) /.test(value.text.slice(0, longestWords)) ||
          knowledge.beginsWithPhrase(digits, value.text)),
    )
  );
}

/** Whether an object gives several numbers to words that happen to be names of a status: `{ "status": 405, "code": 406 }`. */
function isTable({ fields }: Structure, knowledge: Knowledge): boolean {
  const numbers = new Set<string>();
  // Each of very many statuses of one object asks this.
  for (const { key, value } of fields.slice(0, mostNearby)) {
    if (value.type === 'scalar' && !value.quoted && /^[45]\d\d$/.test(value.text)) {
      const { isStatus, isShort } = knowledge.fieldNames.of(key);
      if (isStatus || isShort) {
        numbers.add(value.text);
      }
    }
  }
  return numbers.size > 2;
}

/** Fields in which some give a status with its phrase: `"type": "429 Too Many Requests"`. */
const typeNames = /^(?:type|kind|class|reason|cause|outcome|result)$/;

/**
 * Whether an error is nothing but its number: `{ "error": 404 }`, `{ "attempt": 1, "error": "429" }`. Beside other numbers
 * one that is no text is one of several counts.
 */
function isErrorNumber({ text, quoted }: Scalar, of: Structure): boolean {
  const isOther = ({ key, value }: Field) =>
    key.toLowerCase() !== 'error' && value.type === 'scalar' && /^\d/.test(value.text) && !ofWait.test(key);
  return /^[45]\d\d$/.test(text) && (quoted || (of.fields.length <= 3 && !of.fields.some(isOther)));
}

const ofWait = /retry|reset|wait/i;

/** Whether a field of a line is a status by its name, not a vendor's code: `status code :not_found (404)`. */
function isStatusCode(text: string, { keyRange }: Field): boolean {
  return /\bstatus $/i.test(text.slice(Math.max(0, keyRange.start - 8), keyRange.start));
}

/** A header with its value: people point at either. */
function headerCandidate(name: string, value: Scalar, range: OffsetRange, knowledge: Knowledge): Candidate[] {
  const wait = waitOfField(name, value.text);
  return candidate(range, 'header', knowledge.header(name), 0.5, `header ${name}`).map((c) => ({
    ...c,
    ...(wait && { wait }),
  }));
}

/** A field whose value decides. A name that is nobody else's says as much as a title. */
function fieldCandidate(f: Field, value: Scalar, knowledge: Knowledge): Candidate[] {
  const isName = isOwnName(value.text);
  const evidence = `field ${f.key}`;
  return candidate(
    value.range,
    isName ? 'title' : 'field',
    knowledge.byField(f.key, value.text),
    isName ? 0.85 : 0.6,
    evidence,
  );
}

/** An address as a type. Programs that make links of addresses leave a bracket before it. */
const addressOfType = /(?<=^[<([]?)https?:[^\s"<>()[\]]*/i;

/**
 * The type of a problem document. One that no catalog has (RFC 9457 lets every API invent its own) is explained by the
 * status beside it, else as a problem document in general.
 */
function problemType({ structure }: Node, value: Scalar, knowledge: Knowledge): Candidate[] {
  const [address = ''] = addressOfType.exec(value.text) ?? [];
  const known = knowledge.problemType(address);
  if (known.length > 0) {
    return candidate(value.range, 'problem-type', known, 0.97, 'problem type');
  }
  const title = field(structure, 'title')?.value;
  const status = field(structure, 'status')?.value;
  if (title?.type !== 'scalar') {
    return [];
  }
  if (status?.type === 'scalar') {
    return candidate(value.range, 'title', knowledge.status(status.text), 0.3, 'problem type that no catalog has');
  }
  const isProblem = field(structure, 'detail', 'instance') !== undefined;
  const general = isProblem ? knowledge.catalogs.get('http/problem-details') : undefined;
  return candidate(
    value.range,
    'problem-type',
    general ? [general] : [],
    0.7,
    'type, title and detail of a problem document',
  );
}

/** Whether an object is about a request to an address, as its other fields say, or about one that failed. */
function isOfAddress(node: Node, key: string): boolean {
  return isStatusOfRequest(node.structure, key) || (hasAddress(node.structure) && isOfTrouble(node));
}

/** Names of lists of requests that were made one after the other. */
const attempts = /^(?:attempts|tries|retries|deliveries|redeliveries|hops)$/;

/** Whether an object is one of the requests that were made one after the other. */
function isAttempt({ key, parent }: Node): boolean {
  return parent?.key === key && attempts.test(key);
}

/** A status as a value: its number, as the first line of an answer has it, or with its phrase. */
const statusValue = /^(HTTP(?:\/\d(?:\.\d)?)?[ _-]?)?([1-9]\d\d)\b([^]*)/;

function statusCandidates(text: string, node: Node, f: Field, value: Scalar, knowledge: Knowledge): Candidate[] {
  const [, before = '', digits = '', after = ''] = statusValue.exec(value.text) ?? [];
  const entries = knowledge.status(digits);
  const rest = after.replace(/^(?:\.0$|[\s:-]*\(?)|\)$/g, '').trim();
  if (rest !== '' && !knowledge.isReasonPhrase(digits, rest)) {
    return [];
  }
  const key = f.key.toLowerCase();
  const certain = !isAnyStatusKey(key) || rest !== '' || before !== '';
  const hasRequest = isOfRequest(node.structure);
  // Of several attempts the request is told once.
  const isOfList =
    isAttempt(node) ||
    (node.parent?.key === node.key && node.parent.parent !== undefined && hasAddress(node.parent.parent.structure));
  const isOfColumn = node.parent?.key === node.key && isColumnOfStatuses(node.parent.structure, key);
  const isOfTrace = key.startsWith('http.') || /^https?:\/\//.test(node.key);
  const supported =
    hasRequest ||
    isOfList ||
    isOfColumn ||
    isOfTrace ||
    isOfRecord(node) ||
    (certain && (hasAddress(node.structure) || isOfTrouble(node))) ||
    isError(node, digits, key, knowledge);
  // In parentheses it is a condition.
  const isAlone = text.startsWith('{', node.structure.range.start) && isNothingElse(node, value);
  // A configuration writes its numbers as texts, too: alone such a text is no answer of a server.
  const isText = value.quoted && f.value.type === 'scalar' && node.scope === 'object';
  const alone = isAlone ? 0.85 : !certain ? 0.3 : isText ? 0.4 : 0.7;
  const weight = supported ? (certain ? 0.97 : 0.95) : alone;
  const start = value.range.start + before.length;
  return candidate(
    { start, end: start + 3 },
    'status',
    entries,
    weight,
    `key ${f.key}${supported ? ' in an error or a request' : ''}`,
  );
}
