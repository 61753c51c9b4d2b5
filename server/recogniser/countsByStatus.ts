import { candidate, type Candidate } from './candidate';
import { type Field, field, type Scalar, type Structure } from './dump';
import type { Node } from './errorObject';
import type { Knowledge } from './knowledge';
import { isColumnOfStatuses, isNumberOfAnswer } from './statusFields';
import { isWellKnown } from './wellKnownStatuses';

/** Reads how often each status was answered, as tests of load sum it up. */

/**
 * Names of what has statuses as its keys: `errorCodes`, `status_codes`, `statusCodeDistribution`, `RetCodes`, `codes`,
 * `http_errors`, `statusCounts`, `errors_by_status`.
 */
const ofCounts =
  /^(?:(?:(?:http|error|err|response|resp|ret|return)[_-]?)*(?:status[_-]?)?codes?(?:[_-]?(?:counts?|stats|distribution|histogram|breakdown|map|summary))?|https?[_-]?errors|(?:https?[_-]?)?status[_-]?counts?|(?:errors|requests|counts?)?[_-]?by[_-]?(?:https?[_-]?)?status(?:[_-]?code)?)$/;
/** Names of statuses and errors in several languages, under which others count by line or by id. */
const ofErrors =
  /^(?:(?:http|api)[ _-]?)?(?:status(?:es)?|errors?|errs|failures?|failed|fails|rejected|refused|hata(?:lar)?|fehler|fehlschläge|error(?:es|i)|fall(?:os|as|idos)|err(?:os|eurs)|falhas|[ée]checs|fallimenti|fout(?:en)?|fejl|feil|fel|virhe(?:et)?|bł[eę]dy|bledy|chyby|hibák|erori|kesalahan|galat|gagal|lỗi|ошибк[иа]|помилки|σφάλματα|错误|錯誤|失败|失敗|エラー|오류|에러|실패)(?:[ _-]?(?:by|per|nach|por|par|per|na|по)[ _-]?(?:status|statut|estado|stato|статусу|code|codes|código|codice|kod))?$/;
const fewestOfErrors = 2;

/** Whether the keys of a map of errors are statuses, most of which everybody knows, and each has how often it came. */
function areErrorsCounted(fields: readonly Field[], key: string): boolean {
  return (
    fields.length >= fewestOfErrors &&
    ofErrors.test(key) &&
    fields.every((f) => isOfError.test(f.key) && isCount(f)) &&
    fields.some((f) => isWellKnown(f.key)) &&
    !isRun(fields)
  );
}

/** Whether keys are numbers one after the other, as those of rows are. */
function isRun(fields: readonly Field[]): boolean {
  const numbers = fields.map((f) => Number(f.key));
  return numbers.length >= shortestRun && Math.max(...numbers) - Math.min(...numbers) < numbers.length;
}

const shortestRun = 4;
/** Those that are answered. */
const isOfError = /^(?:20[0-6]|30[1-8]|40[0-9]|41[0-8]|42[1-689]|431|451|499|50[0-8]|511|52[0-7]|530)$/;

/** A counter of one status by its name: `http.codes.503`, `response_status_count/429`. */
const counter = /\b(?:https?|response|resp)[._]?(?:status|codes?)(?:[._](?:codes?|count))?[./]([45]\d\d)$/;

/**
 * The statuses of errors that a map counts: `{ "errorCodes": { "503": 516, "504": 1484 } }`. Each is an error of its own;
 * one that never came is none.
 */
export function countsByStatus(node: Node, knowledge: Knowledge): Candidate[] {
  const {
    structure: { fields, items },
    key,
  } = node;
  const counted = countedStatus(node);
  if (counted && Number(counted.text) >= 400 && fields.some((f) => countNames.test(f.key) && isCount(f))) {
    return candidate(counted.range, 'status', knowledge.status(counted.text), 0.92, 'how often it was answered');
  }
  const isMap =
    items.length === 0 &&
    ((fields.length > 0 && ofCounts.test(key) && fields.every((f) => /^[1-5]\d\d$/.test(f.key))) ||
      areErrorsCounted(fields, key));
  return fields.flatMap((f) => {
    const digits = isMap ? f.key : counter.exec(f.key)?.[1];
    if (digits === undefined || Number(digits) < 400 || !isCount(f)) {
      return [];
    }
    // A key between quotes ends before the second one.
    const start = f.keyRange.start + f.key.length - digits.length + (isQuoted(f) ? 1 : 0);
    const range = { start, end: start + digits.length };
    return candidate(range, 'status', knowledge.status(digits), 0.92, 'how often it was answered');
  });
}

/** Fields in which a list that counts has what it counts, and how often that came. */
const countedNames = ['code', 'key', 'value', 'name', '_id'];
const statusNames = ['status', 'statuscode', 'status_code'];
const countNames = /^(?:count|total|n|hits|doc_count|requests|num|amount)$/i;
/** Most items of a list that counts. */
const mostCounted = 60;

/** What an item of a list that counts is about, where it is the number of a status. */
function numberOf(of: Structure, names: readonly string[]): Scalar | undefined {
  const value = field(of, ...names)?.value;
  return value?.type === 'scalar' && isNumberOfAnswer(value.text) ? value : undefined;
}

/** The status that an item of a list of counts is about: `"statusCodes": [{ "code": 404, "count": 3 }]`. */
function countedStatus({ structure, key, parent }: Node): Scalar | undefined {
  const name = key === 'buckets' ? parent?.parent?.key : key;
  if (parent?.key !== key || !ofCounts.test(name ?? '') || parent.structure.items.length > mostCounted) {
    return undefined;
  }
  // A field that is called a status is one by itself where one of the answers is a success.
  const names = statusNames.some((status) => field(structure, status) && isColumnOfStatuses(parent.structure, status))
    ? countedNames
    : [...countedNames, ...statusNames];
  const isOfAnswers = parent.structure.items.every(
    (item) => item.type === 'structure' && numberOf(item, names) !== undefined,
  );
  return isOfAnswers ? numberOf(structure, names) : undefined;
}

/** Whether the range of a key takes in its quotes. */
function isQuoted({ key, keyRange }: Field): boolean {
  return keyRange.end - keyRange.start >= key.length + 2;
}

/** Whether a value is a number above zero, or an object with one. */
function isCount({ value }: Field): boolean {
  if (value.type === 'scalar') {
    return !value.quoted && /^[1-9]\d{0,11}$/.test(value.text);
  }
  const count = value.fields.find(({ key }) => /^(?:count|total|n)$/i.test(key));
  return value.items.length === 0 && count?.value.type === 'scalar' && isCount(count);
}
