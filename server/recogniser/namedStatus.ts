import type { Entry } from '../../shared/catalog/catalog';
import { candidate, type Candidate } from './candidate';
import { field, type Scalar, type Structure } from './dump';
import { isError, isOfRequest, isOfTrouble, type Node } from './errorObject';
import type { FieldName } from './fieldNames';
import type { Knowledge } from './knowledge';
import { hasAddress, isSaid } from './statusFields';

/** Reads a status that the object of an error gives by its name alone. */

/** Names of statuses that are the states of other things, too: `LOCKED`, `Conflict`. */
const oneWord = /^[A-Za-z]+$/;
const oneWordOfAnswers = /^(?:unauthorized|forbidden|not_?found)$/i;
/** The names of fields for the answer to a request, and for nothing else. */
const ofHttp = /http|code|response/;
/** Fields in which a body without a number says what went wrong. */
const saying = new Set(['error', 'message', 'msg', 'detail']);
/** What such a body has beside it, and what no record of a thing has. */
const beside = new Set([
  ...saying, 'details', 'description', 'error_description', 'reason', 'errors', 'hint', 'timestamp', 'path', 'requestid', 'request_id', 'traceid', 'trace_id',
  'success', 'ok', 'retry_after', 'retryafter', 'documentation_url', 'data', 'result', 'type', 'instance',
]); // prettier-ignore
/** Those that say nothing in the body of an error. */
const ofResult = new Set(['success', 'ok', 'data', 'result']);

/** What the value of a field says that is a status by its name or its reason phrase. */
export function statusByName(node: Node, name: FieldName, value: Scalar, knowledge: Knowledge): Candidate[] {
  const { key } = name;
  const isObject = node.scope === 'object';
  const result = namedInBody(node, name, value, knowledge);
  if (isObject && /^(?:error_?)?code$/.test(key) && nameOfStatus.test(value.text) && isExplained(node.structure)) {
    result.push(...candidate(value.range, 'title', errorsNamed(value, knowledge), 0.55, `${key} ${value.text}`));
  }
  const isOfFailure = key === 'error' && isObject && isOfTrouble(node) && hasAddress(node.structure);
  if (name.isPhrase || isOfFailure) {
    const weight = isOfFailure ? 0.7 : 0.3;
    result.push(...candidate(value.range, 'title', errorsNamed(value, knowledge), weight, 'reason phrase'));
  }
  return result;
}

function errorsNamed({ text }: Scalar, knowledge: Knowledge): readonly Entry[] {
  return knowledge.statusConstant(text).filter((entry) => Number(entry.value) >= 400);
}

/** A status by its name of two words or more, as Azure and others give it as a code: `TooManyRequests`. */
const nameOfStatus = /^[A-Z][a-z]+(?:[A-Z][a-z]+){1,4}$/;

/** Whether an object has the text of an error. */
function isExplained(of: Structure): boolean {
  const message = field(of, 'message', 'msg', 'detail')?.value;
  return message?.type === 'scalar' ? message.text.includes(' ') : message !== undefined;
}

/**
 * A status by its name in the object of an error that has no number for it: `{ "httpStatus": "BAD_GATEWAY", "message": … }`,
 * `{ "error": "Too Many Requests" }`.
 */
function namedInBody(node: Node, name: FieldName, value: Scalar, knowledge: Knowledge): Candidate[] {
  if (node.scope !== 'object' || !value.quoted || !(name.isStatus || saying.has(name.key))) {
    return [];
  }
  const entries = errorsNamed(value, knowledge);
  if (entries.length === 0 || hasNumber(node.structure)) {
    return [];
  }
  const evidence = `${name.key} ${value.text}`;
  if (name.isStatus) {
    const isAnswer = ofHttp.test(name.key) || !oneWord.test(value.text) || oneWordOfAnswers.test(value.text);
    const isOfError = isError(node, entries[0]?.value ?? '', name.key, knowledge) || isOfRequest(node.structure);
    return candidate(value.range, 'title', isAnswer && isOfError ? entries : [], 0.7, evidence);
  }
  // A word in small letters is that of anybody's own codes.
  const isWord = /^[a-z_-]+$/.test(value.text);
  const isAnswer = name.key === 'error' || !oneWord.test(value.text) || oneWordOfAnswers.test(value.text);
  return candidate(value.range, 'title', isAnswer && !isWord && isBody(node.structure) ? entries : [], 0.6, evidence);
}

/** Whether an object has a number from 400 to 599, which says better what the status is. */
function hasNumber({ fields }: Structure): boolean {
  return fields.some(({ value }) => value.type === 'scalar' && /^[45]\d\d\b/.test(value.text));
}

/** Whether an object is nothing but the body of an error. */
function isBody({ fields }: Structure): boolean {
  return fields.every(({ key, value }) => {
    const name = key.toLowerCase();
    return beside.has(name) && !(ofResult.has(name) && isSaid(value));
  });
}
