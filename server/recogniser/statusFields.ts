import { field, type Scalar, type Structure, type Value } from './dump';
import { isWellKnown } from './wellKnownStatuses';

/** Which fields of an object hold a status, by their names and by the request that the object is about. */

/** Names of an HTTP status that mean nothing else: `statusCode`, `http_status`, `upstream_status`, `EdgeResponseStatus`. */
const certainStatusKey =
  /^(?:[a-z]*(?:api|http)|x|http|protocol|response|resp|res|upstream|backend|origin|original|server|client|downstream|edge|elb|target|sc|proxy|reply|last|final|actual|observed|received|remote|api|webhook|hook|delivery|callback|expected|expect|want|wanted|default)*(?:status|statuscode|httpcode|httpresponse|responsecode|respcode|resultcode|resultsignature)(?:sent|returned|received)?$/;

/** The same with its words in other orders, and in other languages: `code_http`, `HTTPErrorCode`, `errorStatus`, `codigoEstado`. */
const otherStatusKey =
  /^(?:api|http|response|resp|res|error|err|server|client|upstream|last)*(?:(?:code|codigo|codice|kode|kod)d?[eiou]?(?:http|status|estado|statut|etat|stato|resposta|respuesta|reponse|risposta)|http(?:error|err|response|resp|res|result|return|failure|exception)?(?:status|code|codigo|codes|number|no|num)(?:code)?|http(?:error|err)|(?:status|estado|statut|stato)(?:code)?http|(?:error|err|failure|exception|fault|bad|failed)status(?:code)?|statuscode(?:value|int|num|number)|statuskode?)$/;
/** Names of a status that other things have, too. */
const anyStatusKey =
  /^(?:status|estado|estatus|statut|stato|durum|status(?:no|nr|num|number|value)|[a-z]{2,24}statuscode)$/;
const inOtherAlphabets =
  /^(?:http)?(?:状态码?|狀態碼?|响应码|код_?(?:ответа|статуса)|статус|ステータス(?:コード)?|상태_?코드)$/;

/** Whether a field of this name, in lower case and without accents, holds a status: most have nothing else in it. */
export function isStatusKey(key: string): boolean {
  const letters = key.replace(/[^a-z]/g, '');
  return (
    certainStatusKey.test(letters) ||
    otherStatusKey.test(letters) ||
    anyStatusKey.test(letters) ||
    inOtherAlphabets.test(key)
  );
}

/** Whether a field of such a name may well be the state of something else. */
export function isAnyStatusKey(key: string): boolean {
  const letters = key.replace(/[^a-z]/g, '');
  return anyStatusKey.test(letters) && (letters === 'status' || !certainStatusKey.test(letters));
}

/** Short names of a status, where the object tells the request that it answers. */
const shortKeys = new Set([
  's',
  'sc',
  'st',
  'rc',
  'ret',
  'res',
  'resp',
  'rsp',
  'result',
  'reply',
  'answer',
  'outcome',
  'got',
  'code',
  'response',
  'resultcode',
]);
/** Whether a field of this name, in lower case, may hold a status. */
export function isShortStatusKey(key: string): boolean {
  return shortKeys.has(key) || isActual(key) || key === 'http';
}

/** What tells of a request, but for its method and its address. */
const answerFields = [
  'ms', 'took', 'took_ms', 'tookms', 'duration', 'duration_ms', 'durationms', 'latency', 'latency_ms', 'latencyms', 'elapsed', 'elapsed_ms',
  'rt', 'time_ms', 'timems', 'up', 'ok', 'down', 'attempt', 'attempts', 'tries', 'try', 'bytes', 'headers', 'body', 'ip', 'ua', 'want', 'expected',
  'handler',
]; // prettier-ignore
const methodValue = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i;
const addressValue = /^(?:https?:\/\/|\/[a-z\d])/i;
/** A request in one text: `GET /orders`. */
const requestValue = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:https?:\/\/|\/)/;
/** Protocols that are counted, or have ports, beside each other. */
const protocols = ['https', 'tcp', 'udp', 'ftp', 'ssh', 'grpc', 'ws', 'wss'];

/** Whether an object says which request it is about, so that a short name in it may be that of a status. */
export function isStatusOfRequest(of: Structure, key: string): boolean {
  const texts = of.fields.flatMap(({ value }) => (value.type === 'scalar' ? [value.text] : []));
  // What an alert is about has no address, but says so.
  if (field(of, 'alertname') !== undefined || texts.some((text) => requestValue.test(text))) {
    return true;
  }
  const hasAddress = texts.some((text) => addressValue.test(text));
  // One letter may be anything beside an address alone.
  return (
    hasAddress &&
    (texts.some((text) => methodValue.test(text)) || (key.length > 1 && field(of, ...answerFields) !== undefined))
  );
}

/** Names of lists in which each object is about an address that was asked. */
const ofChecks =
  /^(?:(?:health_?)?checks?|probes?|monitors?|(?:broken_?|dead_?)?links?|pings?|uptime|crawl(?:ed)?|webhooks?)$/;

/**
 * Whether a short name in an object with an address is that of what the address answered: by its own name (`response`), or
 * by that of the list, which is one of checks.
 */
export function isAnswerOfAddress(key: string, list: string, of: Structure): boolean {
  return (ofChecks.test(list) || /^(?:response|resp|rsp|reply)$/.test(key)) && hasAddress(of);
}

/** Whether `http` is the name of an answer: `{ "http": 503, "reply": null }`; not of a port or a count. */
export function isHttpAnswer(key: string, of: Structure): boolean {
  return key === 'http' && field(of, ...protocols) === undefined;
}

/** Whether an object has the address of a request. */
export function hasAddress(of: Structure): boolean {
  return of.fields.some(({ value }) => value.type === 'scalar' && addressValue.test(value.text));
}

/** What an answer has, and nothing else. */
const ofAnswer = /^(?:status|status_?code|code|ok|body|headers|text|reason|url|ms|time)$/;

/** Whether an object is an answer with its body: `{ "code": 503, "body": "" }`. */
export function isWithBody(of: Structure, { text }: Scalar): boolean {
  const body = field(of, 'body')?.value;
  return (
    body !== undefined &&
    isWellKnown(text) &&
    (of.fields.every(({ key }) => ofAnswer.test(key.toLowerCase())) || (body.type === 'structure' && saysWhy(body)))
  );
}

/** Whether the body of an answer says what went wrong. */
function saysWhy(body: Structure): boolean {
  return field(body, 'reason', 'error', 'errors', 'message', 'detail') !== undefined;
}

/** Whether a text is a page, a document or data, as the body of an answer is. */
export function isBody(text: string): boolean {
  return /^\s{0,20}(?:<(?:!doctype|html|head|body|h1|\?xml)\b|\{\s{0,20}\\{0,2}["'])/i.test(text);
}

const nothing = new Set(['', 'null', 'none', 'nil', 'undefined', 'false', '0', 'ok', 'success', '-']);

/** Whether a value says anything: an `error` that is null, false or empty is none. */
export function isSaid(value: Value): boolean {
  return value.type === 'scalar'
    ? !nothing.has(value.text.toLowerCase())
    : value.fields.length + value.items.length > 0;
}

/** Names of what came, beside those of what was expected. */
const actuals = new Set(['actual', 'got', 'received', 'observed']);

/** Whether a field of this name, in lower case, may say what came instead of a success. */
export function isActual(key: string): boolean {
  return actuals.has(key);
}

/** Whether an object says that a success was expected: `{ "expected": 200, "actual": 401 }`. */
export function expectsSuccess(of: Structure): boolean {
  const expected = field(of, 'expected', 'want', 'wanted', 'expect')?.value;
  const target = isAboutStatus(of) ? field(of, 'target', 'value', 'threshold')?.value : undefined;
  return [expected, target].some((value) => value?.type === 'scalar' && /^2\d\d$/.test(value.text));
}

/** Whether a check says that it is one of a status: `{ "source": "STATUS_CODE", "target": 200, "actual": 503 }`. */
function isAboutStatus(of: Structure): boolean {
  const subject = field(of, 'source', 'type', 'property', 'check', 'assertion', 'kind')?.value;
  return subject?.type === 'scalar' && isStatusKey(subject.text.toLowerCase());
}

/** Most items of a list that are asked for the numbers in one of their fields. */
const mostRecords = 200;
/** For each list, and each name, whether its items have statuses there. */
const columns = new WeakMap<Structure, Map<string, boolean>>();

/**
 * Whether the objects of a list have statuses under a name: all are numbers of statuses, and some of them of successes.
 * Under a name that says less (`code`), one of them must come twice, too: numbers of things do not.
 */
export function isColumnOfStatuses(list: Structure, key: string): boolean {
  const known = columns.get(list) ?? new Map<string, boolean>();
  columns.set(list, known);
  let judged = known.get(key);
  if (judged === undefined) {
    const numbers = list.items.slice(0, mostRecords).flatMap((item) => {
      const value = item.type === 'structure' ? field(item, key)?.value : undefined;
      return value?.type === 'scalar' ? [value.text] : [];
    });
    judged =
      numbers.every((text) => ofAnswers.test(text)) &&
      numbers.some((text) => ofSuccess.test(text)) &&
      (isStatusKey(key) ||
        new Set(numbers).size < numbers.length ||
        list.items.every((item) => item.type === 'structure' && hasAddress(item)));
    known.set(key, judged);
  }
  return judged;
}

/** Numbers that servers answer with. */
const ofAnswers = /^(?:20[0-8]|30[1-8]|4(?:0\d|1[0-8]|2[0-9]|31|51|99)|5(?:0\d|1[01]|2\d|30))$/;
const ofSuccess = /^20[0-6]$/;

/** Whether a text is a number that servers answer with. */
export function isNumberOfAnswer(text: string): boolean {
  return ofAnswers.test(text);
}

/** Most fields of a pair, which may have a type, too. */
const longestPair = 4;

/** Fields of an object that is nothing but a value with its type. */
const typedValues = new Set([
  ...['stringvalue', 'numbervalue', 'integervalue', 'intvalue', 'doublevalue', 'n', 's'],
  ...['$numberint', '$numberlong', '$numberdouble'],
]);
/** Those whose value is a number, though it may be written as a text. */
const ofNumber = /^(?:n|\$?number.*|int(?:eger)?value|doublevalue)$/;

/** How an object names a value that it only explains: `{ "codeValue": "503", "shortName": "503" }`. */
const namesOfValue = new Set(['codevalue', 'value']);
const namesBeside = new Set([
  'shortname',
  'longname',
  'name',
  'text',
  'phrase',
  'reasonphrase',
  'description',
  'label',
]);

function isOfNamedValue({ key }: { readonly key: string }): boolean {
  return namesOfValue.has(key.toLowerCase()) || namesBeside.has(key.toLowerCase());
}

/** The value of a field, also where a service writes its type with it: `{ "stringValue": "503", "dataType": "Number" }`. */
export function scalarOf(value: Value): Scalar | undefined {
  if (value.type === 'scalar') {
    return value;
  }
  const [first] = value.fields;
  const type = first?.key.toLowerCase() ?? '';
  if (first?.value.type !== 'scalar') {
    return undefined;
  }
  if (namesOfValue.has(type) && value.items.length === 0 && value.fields.every(isOfNamedValue)) {
    return first.value;
  }
  if (value.fields.length > 2 || !typedValues.has(type)) {
    return undefined;
  }
  return ofNumber.test(type) ? { ...first.value, quoted: false } : first.value;
}

/** Whether a name says of a value in a pair that it is the status of an answer. */
function namesStatus(name: string): boolean {
  return /^:status$|http|status_?code/i.test(name) && isStatusKey(name.toLowerCase());
}

/** Whether one of the pairs in a list has the address, the path or the method of a request. */
function isListOfRequest({ items }: Structure): boolean {
  return items.some(
    (item) =>
      item.type === 'structure' &&
      item.fields.length <= longestPair &&
      item.fields.some(
        ({ value }) => value.type === 'scalar' && (addressValue.test(value.text) || methodValue.test(value.text)),
      ),
  );
}

/** The columns of a table by the names of its object's fields. */
const columnLists = ['columns', 'fields', 'headers', 'header', 'cols'];

/** The status in a row of a table: `{ "columns": ["path", "status"], "rows": [["/a", 503]] }`. */
export function statusOfRow({ items }: Structure, table: Structure): Scalar | undefined {
  const columns = field(table, ...columnLists)?.value;
  if (columns?.type !== 'structure' || columns.items.length !== items.length) {
    return undefined;
  }
  const at = columns.items.findIndex((column) => column.type === 'scalar' && isStatusKey(column.text.toLowerCase()));
  const value = items[at];
  const isOfRequest = items.some(
    (item) => item.type === 'scalar' && (addressValue.test(item.text) || methodValue.test(item.text)),
  );
  return isOfRequest && value?.type === 'scalar' && /^[45]\d\d$/.test(value.text) ? value : undefined;
}

/**
 * The status of a pair of a name and a value: `{ "key": "http.status_code", "value": { "intValue": "500" } }`, `["http.status_code", "500"]`.
 * @param list what the pair is an item of: a name such as `Status` counts beside the address of a request
 */
export function statusOfPair(of: Structure, list?: Structure): Scalar | undefined {
  const [first, second] = of.items;
  if (first?.type === 'scalar' && first.quoted && of.items.length === 2 && of.fields.length === 0) {
    return second?.type === 'scalar' && namesStatus(first.text) && /^[45]\d\d$/.test(second.text) ? second : undefined;
  }
  const named = (...names: string[]) => of.fields.find(({ key }) => names.includes(key.toLowerCase()))?.value;
  // A report has more beside what it shows.
  const value =
    of.fields.length <= longestPair ? named('value', 'displayvalue', 'vint64', 'vstr') : named('displayvalue');
  const name = value && named('key', 'name', 'id', 'field');
  const isPlain = (text: string) =>
    /^(?:http )?status(?: code)?$/i.test(text) && list !== undefined && isListOfRequest(list);
  if (name?.type !== 'scalar' || !(namesStatus(name.text) || isPlain(name.text))) {
    return undefined;
  }
  const inner = value?.type === 'structure' ? value.fields[0]?.value : value;
  return inner?.type === 'scalar' && /^[45]\d\d$/.test(inner.text) ? inner : undefined;
}
