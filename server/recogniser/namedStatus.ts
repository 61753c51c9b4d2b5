import type { Entry } from '../../shared/catalog/catalog';
import { candidate, type Candidate } from './candidate';
import { field, type Scalar, type Structure } from './dump';
import { isError, isErrorParent, isOfRequest, isOfTrouble, type Node } from './errorObject';
import { isNameOfErrorText, plainName } from './failureTexts';
import type { FieldName } from './fieldNames';
import type { Knowledge } from './knowledge';
import { distinctPhrases } from './distinctPhrases';
import { hasAddress, isSaid } from './statusFields';

/** Reads a status that the object of an error gives by its name alone. */

/** Names of statuses that are the states of other things, too: `LOCKED`, `Conflict`. */
const oneWord = /^[A-Za-z]+[.!]?$/;
const oneWordOfAnswers = /^(?:unauthorized|unauthenticated|forbidden|not_?found)\.?$/i;
/** The names of fields for the answer to a request, and for nothing else. */
const ofHttp = /http|code|response|resultsignature/;
/** Fields in which a body without a number says what went wrong. */
const saying = new Set(['error', 'errors', 'message', 'msg', 'detail', 'reason', 'error_message', 'hydra:description']);
/** What such a body has beside it, and what no record of a thing has. */
const beside = new Set([
  ...saying, 'details', 'description', 'error_description', 'reason', 'errors', 'hint', 'timestamp', 'path', 'requestid', 'request_id', 'traceid', 'trace_id',
  'success', 'ok', 'status', 'retry_after', 'retryafter', 'documentation_url', 'data', 'result', 'type', 'instance',
  'code', 'errorcode', 'error_code', 'name', 'exception', 'file', 'line', 'trace', 'stack', 'stacktrace', 'debug', 'class', 'classname', '@context', '@type', '@id', 'hydra:title',
]); // prettier-ignore
/** Those that say nothing in the body of an error. */
const ofResult = new Set(['success', 'ok', 'data', 'result']);

/** What the value of a field says that is a status by its name or its reason phrase. */
export function statusByName(node: Node, name: FieldName, value: Scalar, knowledge: Knowledge): Candidate[] {
  const { key } = name;
  const { text, range } = value;
  const isObject = node.scope === 'object';
  if (isOfRemoteCall(node.structure, text)) {
    return [];
  }
  const result = namedInBody(node, name, value, knowledge);
  if (isObject && value.quoted && name.isNaming && (key !== 'name' || isNameOfFailure(node.structure, text))) {
    result.push(...candidate(range, 'title', namedByCode(node, key, text, knowledge), 0.55, `${key} ${text}`));
  }
  const isOfFailure = key === 'error' && isObject && isOfTrouble(node) && hasAddress(node.structure);
  if (name.isPhrase || isOfFailure) {
    const isSure = isOfFailure || (isObject && isTextOfStatus(node, key, text, knowledge));
    result.push(...candidate(range, 'title', errorsNamed(text, knowledge), isSure ? 0.7 : 0.3, 'reason phrase'));
  }
  return result;
}

/**
 * Whether a text is what JSON-RPC calls an error with a code of its own, and tells no number:
 * `{ "code": -32603, "message": "Internal server error" }`. Which digits it has is not asked: a line of a log may be read with
 * others in their place.
 */
export function isOfRemoteCall(of: Structure, text: string): boolean {
  const code = field(of, 'code')?.value;
  return code?.type === 'scalar' && /^-\d{5}$/.test(code.text) && !/\d/.test(text);
}

function errorsNamed(text: string, knowledge: Knowledge): readonly Entry[] {
  return knowledge.statusConstant(text).filter((entry) => Number(entry.value) >= 400);
}

/** A status by its name of two words or more, as services give it as a code: `TooManyRequests`, `BAD_GATEWAY`. */
const nameOfStatus = /^(?:[A-Z][a-z]+(?:[A-Z][a-z]+){1,4}|[A-Z]+(?:_[A-Z]+){1,4})$/;
/** The same in small letters, as the code of what is called an error. */
const smallName = /^[a-z]+(?:_[a-z]+){1,4}$/;
/** Those of one word that are no states of other things. Small letters are those of anybody's own codes. */
const oneWordAsCode = /^(?:UNAUTHORIZED|FORBIDDEN|TOOMANYREQUESTS)$/;
/** The same where an error has them: elsewhere they are anything's. */
const oneWordOfError = /^(?:Unauthorized|Unauthenticated|Forbidden|Conflict)$/;
/** What the names of classes end with. */
const ofClass = /(?<=[a-z])(?:Error|Exception)$|_(?:ERROR|EXCEPTION)$/;
/** A rate limit, by the name that many services give to the same error. */
const ofRateLimit = /^(?:RATE_?LIMIT(?:ED|_?EXCEEDED|_?REACHED)|RateLimit(?:ed|Exceeded|Reached))$/;

/** Whether the name of an object is that of its error: `{ "name": "UNPROCESSABLE_ENTITY", "message": …, "debug_id": … }`. */
function isNameOfFailure(of: Structure, name: string): boolean {
  return isExplained(of) && (/_/.test(name) ? field(of, ...ofReport) !== undefined : ofClass.test(name));
}

/** What the report of an error has, and no other thing with a name and a message. */
const ofReport = ['debug_id', 'details', 'stack', 'code', 'trace_id', 'request_id', 'requestid', 'timestamp', 'path'];

/** The status that the code or the type of an error names, where no number says it. */
function namedByCode(node: Node, key: string, text: string, knowledge: Knowledge): readonly Entry[] {
  const { structure } = node;
  const isOfError = isExplained(structure) || isErrorParent(node.key) || isOfTrouble(node);
  // Whatever failed below a field of GraphQL has the same code.
  if (!isOfError || hasNumber(structure) || node.key === 'extensions') {
    return [];
  }
  if (smallName.test(text) && isErrorParent(node.key)) {
    return errorsNamed(text, knowledge).filter(({ value }) => distinctPhrases.has(value));
  }
  if (!nameOfStatus.test(text)) {
    const isCode = oneWordAsCode.test(text) || (oneWordOfError.test(text) && isErrorParent(node.key));
    return isCode && key.endsWith('code') ? errorsNamed(text, knowledge) : [];
  }
  const name = text.replace(ofClass, '');
  if (ofRateLimit.test(name)) {
    return knowledge.status('429');
  }
  const named = errorsNamed(text, knowledge);
  const entries = named.length > 0 ? named : errorsNamed(name, knowledge);
  // In capitals, and as the name of a class, they are anybody's.
  return entries.filter(({ value }) => (/[a-z]/.test(text) && key !== 'name') || distinctPhrases.has(value));
}

/** Whether a text is that of the status of an answer: of two words at least, beside an error or a request. */
function isTextOfStatus(node: Node, key: string, text: string, knowledge: Knowledge): boolean {
  return (
    /^status_?text$/.test(key) &&
    !oneWord.test(text) &&
    !hasNumber(node.structure) &&
    (isError(node, '', key, knowledge) || isOfRequest(node.structure))
  );
}

/** Whether an object has the text of an error. */
function isExplained(of: Structure): boolean {
  const message = field(of, 'message', 'msg', 'detail', 'cause')?.value;
  return message?.type === 'scalar' ? message.text.includes(' ') : message !== undefined;
}

/**
 * A status by its name in the object of an error that has no number for it: `{ "httpStatus": "BAD_GATEWAY", "message": … }`,
 * `{ "error": "Too Many Requests" }`, `{ "message": "Too many requests from this address" }`.
 */
function namedInBody(node: Node, name: FieldName, value: Scalar, knowledge: Knowledge): Candidate[] {
  const isSaying = saying.has(name.key) || (name.key === 'title' && isErrorParent(node.key));
  if (node.scope !== 'object' || !value.quoted || !(name.isStatus || isSaying)) {
    return [];
  }
  const named = errorsNamed(value.text, knowledge);
  const entries = named.length > 0 || name.isStatus ? named : errorsAtBeginning(value.text, knowledge);
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
  const isAnswer = /^errors?$/.test(name.key) || !oneWord.test(value.text) || oneWordOfAnswers.test(value.text);
  const isOfError =
    isBody(node.structure) ||
    (name.key === 'title' && isErrorParent(node.key)) ||
    (named.length === 0 && (isErrorParent(node.key) || isOfTrouble(node)));
  return candidate(value.range, 'title', isAnswer && !isWord && isOfError ? entries : [], 0.6, evidence);
}

/** Most words of a reason phrase. */
const longestPhrase = 5;
/** What says of a rate limit that it is reached, in the words of many services. */
const atLimit =
  /^(?:api )?(?:rate limit (?:is |has been |was )?exceeded|too many attempts|you (?:are being|have been) rate[ -]limited)\b/i;

/** What frameworks say of a request that does not tell whose it is. */
const unknownUser = /^Unauthenticated\.$/;

/** The statuses with whose reason phrase, of several words, a text begins; the rest says more: `Too many requests from this address`. */
function errorsAtBeginning(text: string, knowledge: Knowledge): readonly Entry[] {
  if (atLimit.test(text)) {
    return knowledge.status('429');
  }
  if (unknownUser.test(text)) {
    return knowledge.status('401');
  }
  const [words = ''] = /^[A-Z][a-z]+(?: [A-Za-z]+){1,5}/.exec(text) ?? [];
  const beginning = words.split(' ').slice(0, longestPhrase);
  for (let length = beginning.length; length > 1; length--) {
    const entries = errorsNamed(beginning.slice(0, length).join(' '), knowledge);
    if (entries.length > 0) {
      return entries.filter(({ value }) => distinctPhrases.has(value));
    }
  }
  return [];
}

/** Whether an object has a number from 400 to 599, or one that it calls a status, which says better what the status is. */
function hasNumber({ fields }: Structure): boolean {
  return fields.some(
    ({ key, value }) =>
      value.type === 'scalar' &&
      (/^[45]\d\d\b/.test(value.text) || (/status/i.test(key) && /^\d{3}$/.test(value.text))),
  );
}

/** Whether an object is nothing but the body of an error. */
function isBody({ fields }: Structure): boolean {
  return fields.every(({ key, value }) => {
    const name = key.toLowerCase();
    return (beside.has(name) || isNameOfErrorText(plainName(key))) && !(ofResult.has(name) && isSaid(value));
  });
}
