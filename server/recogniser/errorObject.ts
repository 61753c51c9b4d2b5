import { type Field, field, type Scalar, type Structure, type Value } from './dump';
import { type Knowledge, separateWords } from './knowledge';
import { isForeignNameOfError, isNameOfErrorText, plainName, tellsOfFailure } from './failureTexts';
import { isActual, isSaid, isStatusKey } from './statusFields';
import { isWellKnown } from './wellKnownStatuses';

/** What tells that an object of printed data is an error, or is about a request: its name and what else is in it. */

/** Whether a line's own fields are read: `status=429 path=/x`. They need more around them than a bracketed object. */
export type Scope = 'object' | 'line';

/** A structure with its surroundings. */
export interface Node {
  readonly structure: Structure;
  /** Name of the field that it is the value of, in lower case; of the list, for an item. */
  readonly key: string;
  readonly scope: Scope;
  readonly parent: Node | undefined;
}

/** Fields whose object is an error, or an answer. */
const errorParents = new Set([
  'error', 'errors', 'response', 'res', 'err', 'exception', 'extensions', 'http', 'disconnect', 'fault', 'requestcontext',
  'httprequest', 'httpresponse', 'answer', 'reply', 'innererror', 'inner_error', 'failure', 'lasterror', 'last_error',
  'errordetails', 'error_details', 'errorinfo', 'error_info', 'errordata', 'error_data', 'cause', 'reason', 'failures',
]); // prettier-ignore
/** Names of an answer that say which one it is: `last_response`, `apiReply`. */
const namedAnswer =
  /^(?:last|latest|previous|final|api|http|server|error|upstream|backend|gateway|raw|original)_?(?:response|reply|answer)$/;
/** Whether the object in a field of this name, in lower case, is an error or an answer. */
export function isErrorParent(key: string): boolean {
  return errorParents.has(key) || namedAnswer.test(key);
}

/** What an error has beside its status or code. */
const errorCompanions = [
  'error', 'errors', 'err', 'message', 'msg', 'statustext', 'status_text', 'error_description', 'exception', 'stack', 'error_message', 'errormessage', 'error_code', 'fault', 'reason', 'errortype', 'error_type', 'errordetail', 'error_detail', 'error_msg', 'errormsg',
  'errormessages', 'error_messages', 'errorcode', 'errcode', 'err_code', 'errorid', 'error_id', 'odata.error', 'return_msg', 'returnmsg', 'ret_msg', 'retmsg',
]; // prettier-ignore
/** What a log record of a request has beside the status. */
const requestCompanions = [
  'method', 'path', 'url', 'uri', 'request', 'req', 'request_id', 'requestid', 'endpoint', 'route', 'level', 'severity', 'headers',
  'duration', 'duration_ms', 'latency', 'latency_ms', 'elapsed', 'elapsed_ms', 'responsetime', 'response_time', 'bytes', 'user_agent',
  'remote_addr', 'remote_ip', 'client_ip', 'host', 'request_uri', 'data', 'body', 'response', 'config', 'ratelimit', 'upstream', 'service', 'requestmethod',
  'requesturl', 'content_length', 'contentlength', 'href', 'pathname', 'svc', 'ms', 'took', 'took_ms', 'rt', 'ip', 'clientip', 'remoteip', 'ua', 'useragent', 'referer',
  'referrer', 'trace_id', 'traceid', 'span_id', 'spanid', 'correlation_id', 'correlationid', 'verb', 'vhost', 'querystring', 'query_string', 'api', 'operation', 'responsetext',
  'responsejson', 'responsebody', 'response_body', 'response_text', 'responsedata', 'response_data', 'responseheaders', 'response_headers', 'json', 
  'operationname', 'resultdescription', 'content-type', 'set-cookie', 'mimetype', 'transfersize', 'bodyfilename', 'jsonbody', 'bodypatterns',
]; // prettier-ignore

/** Names that only a record of a request has: `request_verb`, `client_port`, `http.method`, `responseSize`, `cs-method`. */
const ofRequest =
  /^(?:cs?|sc?)-(?:ip|port|bytes|method|uri-stem|host|sitename|computername|substatus|win32-status|content-type|content-len)$|^\/?(?:https?|req|request|resp|response|client|remote|upstream|origin|elb)[_./-]?(?:method|verb|urls?|uri|path|host|ip|addr|address|port|bytes|time|size|duration|flags|headers|body)$|^x-(?:[a-z\d]{2,20}-){1,4}[a-z\d]{2,20}$/;

/** Whether an object is a log record of a request. */
export function isOfRequest(of: Structure): boolean {
  return (
    requestCompanions.some((name) => field(of, name)) || of.fields.some(({ key }) => ofRequest.test(key.toLowerCase()))
  );
}

/** Fields in which a log record has what its text is about. */
const ofRecord = new Set([
  'args',
  'arguments',
  'params',
  'meta',
  'metadata',
  'extra',
  'context',
  'fields',
  'attributes',
  'details',
]);
const ofFailedRequest = /\b(?:https?|api|request|response|fetch|call)\b[^"]{0,60}\b(?:err\w{0,12}|fail\w{0,6}|reject\w{0,4}|denied)|\b(?:err\w{0,12}|fail\w{0,6}|reject\w{0,4})\b[^"]{0,60}\b(?:https?|api|request|response|fetch|call)\b/i; // prettier-ignore

/** Whether an object is what a log record is about whose text tells of a request that failed: `{ "message": "HTTP error", "args": [{ "status": 404 }] }`. */
export function isOfRecord({ key, parent }: Node): boolean {
  const record = parent?.key === key ? parent.parent?.structure : parent?.structure;
  const text = record && ofRecord.has(key) ? field(record, 'message', 'msg')?.value : undefined;
  return text?.type === 'scalar' && ofFailedRequest.test(text.text.slice(0, 300));
}

/** Fields that say whether all went well. */
const outcomes = new Set([
  'ok', 'success', 'succeeded', 'successful', 'passed', 'pass', 'result', 'authenticated', 'authorized', 'found', 'reachable', 'healthy',
]); // prettier-ignore
/** Fields that say of a failure. */
const failures = new Set([
  'iserror', 'is_error', 'failed', 'haserror', 'has_error', 'down', 'timeout', 'timedout', 'timed_out', 'throttled', 'ratelimited', 'rate_limited',
]); // prettier-ignore
/** Fields that say how bad something is, or how it ended. */
const states = new Set([
  'level', 'severity', 'loglevel', 'levelname', 'log_level', '@level', '@l', 'lvl', 'priority', 'status', 'state', 'outcome', 'result', 'conclusion',
  'event', 'event_type', 'event_action', 'impact', 'alerttype', 'alert_type', 'color',
]); // prettier-ignore
const failing =
  /^(?:e|err|error|fail|failed|failure|failing|fatal|crit|critical|warn|warning|broken|timedout|timed_out|rejected|crashed|aborted|danger)$/i;
const alarming =
  /^(?:alert|alerting|firing|resolved|down|unhealthy|offline|outage|trigger|triggered|(?:incident|alert)[._]\w{1,20}|major|investigating|identified)$/i;
/** What says of its object by its type that it is an error. */
const errorType = /^(?:error|exception|failure)$/i;

/** What an object says of trouble: that something went wrong, or that an alarm was raised. */
type Trouble = 'failure' | 'alarm';

function troubleOf(of: Structure): Trouble | undefined {
  let found: Trouble | undefined;
  for (const { key, value } of of.fields) {
    if (value.type !== 'scalar') {
      continue;
    }
    const name = key.toLowerCase();
    const isState = value.quoted && (states.has(name) || /_(?:state|status|color)$/.test(name));
    if (isState && alarming.test(value.text)) {
      return 'alarm';
    }
    if (
      (isState && failing.test(value.text)) ||
      (name === 'type' && errorType.test(value.text)) ||
      (outcomes.has(name) && (value.text === 'false' || (value.text === '0' && name === 'ok'))) ||
      (failures.has(name) && value.text === 'true')
    ) {
      found = 'failure';
    }
  }
  return found;
}

/** Whether an object says of itself that it failed, or that an alarm was raised. */
export function isFailure(of: Structure): boolean {
  return troubleOf(of) !== undefined;
}

/** How far up an object is asked whether it tells of trouble: `{ isError, content: [{ text }] }`. */
const furthestTrouble = 4;

/**
 * Whether an object, or one that it lies in, says that something went wrong: `isError: true`, `ok: false`,
 * `level: "error"`, `status: "firing"`.
 * @param isAlarm whether it must be an alarm: the title of a test that failed says what was tested
 */
export function isOfTrouble(node: Node, isAlarm = false): boolean {
  let of: Node | undefined = node;
  for (let above = 0; of?.scope === 'object' && above < furthestTrouble; above++) {
    const trouble = troubleOf(of.structure);
    if (trouble === 'alarm' || (trouble === 'failure' && !isAlarm)) {
      return true;
    }
    of = of.parent;
  }
  return false;
}

/** Names of what a rule asks of an answer, or puts in its place. */
const conditions = new Set([
  'customerrorresponses', 'custom_error_response', 'custom_error_responses', 'error_pages', 'errorpages', 'applies_when', 'applieswhen', 'when', 'if', 'condition', 'conditions', 'criteria',
]); // prettier-ignore
/** Fields of what is to be answered, and how often. */
const ofPlan = ['percentage', 'probability', 'abort_percent', 'response_page_path', 'responsepagepath'];
/** How far up an object is asked whether it is part of a condition. */
const furthestCondition = 3;

/**
 * Whether an object is about an answer that may come, and is none: the error of a description of an API
 * (`{ "type": "structure", "error": { "httpStatusCode": 404 }, "exception": true }`), the condition of a rule, a fault that
 * is to be injected (`{ "http_status": 503, "percentage": 10 }`).
 */
export function isDescribed(node: Node): boolean {
  const described = node.key === 'error' ? node.parent?.structure : node.structure;
  const flag = described && field(described, 'exception')?.value;
  if (flag?.type === 'scalar' && flag.text === 'true' && !flag.quoted) {
    return true;
  }
  if (field(node.structure, ...ofPlan)) {
    return true;
  }
  let of: Node | undefined = node;
  for (let above = 0; of && above < furthestCondition; above++, of = of.parent) {
    if (conditions.has(of.key)) {
      return true;
    }
  }
  return false;
}

/** Whether a field has a text about an error: `errorSummary`, `error_title`; not a count of them. */
function isTextOfError({ key, value }: Field): boolean {
  return (
    /^(?:err(?:or)?|exception)[A-Z_]/.test(key) &&
    value.type === 'scalar' &&
    value.quoted &&
    /[a-z]{3}/i.test(value.text)
  );
}

/** Whether a field has, by its name, the text of an error: `developerMessage`, `mensaje`. */
function isNamedText({ key, value }: Field): boolean {
  return isSaid(value) && !(value.type === 'scalar' && !value.quoted) && isNameOfErrorText(plainName(key));
}

/** Fields of texts that may be about anything: what they say decides. */
const ofProse =
  /(?:^|[_.-])(?:text|desc|description|descripcion|descricao|beschreibung|info|information|summary|body|note|data|result|resultado|response|respuesta|resposta|reply|content|payload|output|answer|comment|hint|explanation|problem|title|titulo|titre|motivo|raison|grund|more_?info)$/;
/** Whether a field has a text about something that went wrong: `"description": "the order was not found"`. */
function isTextOfFailure({ key, value }: Field): boolean {
  return value.type === 'scalar' && value.quoted && ofProse.test(plainName(key)) && tellsOfFailure(value.text);
}
/** Fields with the word that an API has for what went wrong. */
const ofWord = /^(?:code|(?:err|error|status|result|problem|reason)_?code|type|kind|reason|slug|key)$/;
/** Whether a field has such a word: `"code": "length_required"`, `"type": "RequestTooLarge"`. */
function isWordOfFailure({ key, value }: Field): boolean {
  return (
    value.type === 'scalar' &&
    value.quoted &&
    ofWord.test(key.toLowerCase()) &&
    /^[A-Za-z][\w.:-]{3,80}$/.test(value.text) &&
    tellsOfFailure(separateWords(value.text.replace(/([a-z\d])([A-Z])/g, '$1 $2')))
  );
}
/** Most fields of an object in which such a text says of a bare code what it is. */
const mostOfShort = 4;

/** Words, as those of a reason phrase: no name, no address. */
const plainWords = /^[\w' -]+$/;
/** Whether an object holds the body of an answer with an error: `{ "code": 403, "body": { "error": … } }`. */
function hasErrorInside(of: Structure): boolean {
  const body = field(of, 'body', 'result', 'payload', 'answer', 'reply', 'response')?.value;
  const inner = body?.type === 'structure' && body.items.length > 0 ? body.items[0] : body;
  return inner?.type === 'structure' && field(inner, ...errorInside) !== undefined;
}

const errorInside = ['error', 'errors', 'errorcode', 'error_code', 'errormessage', 'error_message', 'fault', 'message'];

/** Names of the text of a status. */
const ofStatus = /^status_?text$/;

/** Whether what a device says of its status has nothing of an answer's: `{ "status": 429, "statusText": "paper low" }`. */
function isOtherText(value: Value): boolean {
  return value.type === 'scalar' && /^[a-z]/.test(value.text) && !ofAnswer.test(value.text);
}

/** What the texts of statuses have. */
const ofAnswer =
  /err|fail|den[iy]|forbid|limit|found|avail|time|valid|bad|auth|exceed|reject|request|server|gateway|conflict|gone|large|many|http|api/i;

/** What the names of errors end with: `notFound`, `ERR_NO_CRATE`, `tokenExpired`. */
const nameOfError =
  /^err(?:or)?_|(?:err(?:or)?|exception|failure|failed|invalid|denied|not_?found|unauthori[sz]ed|forbidden|missing|expired|unavailable|time_?out|exceeded|too_?many|mismatch|not_?allowed|conflict)(?:_?(?:error|exception|response))?$/;
/** Whether the name of an object, in lower case, is that of an error, or of a status by its phrase. */
function isNameOfError(key: string, digits: string, knowledge: Knowledge): boolean {
  return key.length > 4 && (nameOfError.test(key) || knowledge.isReasonPhrase(digits, key));
}

/** Objects in which an answer has what is about itself. */
const aboutAnswers = new Set([
  'meta', 'metadata', 'header', 'head', 'envelope', 'responseinfo', 'responsestatus', 'response_status', 'responseheader', 'response_info', 'apistatus',
]); // prettier-ignore
/** What stands beside such an object. */
const besideAnswer = ['data', 'response', 'result', 'results', 'error', 'errors', 'body', 'payload', 'pagination'];

/** Most fields of an object that are looked at for what they say. */
export const mostNearby = 100;

/** Whether another field of an object than the one of a name, in lower case, has the reason phrase of a status. */
export function hasPhrase(
  { structure }: Pick<Node, 'structure'>,
  digits: string,
  key: string,
  knowledge: Knowledge,
): boolean {
  return structure.fields
    .slice(0, mostNearby)
    .some(
      (f) =>
        f.key.toLowerCase() !== key &&
        f.value.type === 'scalar' &&
        plainWords.test(f.value.text) &&
        knowledge.isReasonPhrase(digits, f.value.text),
    );
}

/** Names of what was expected, beside what came. */
const wanted = ['want', 'wanted', 'expect', 'expected'];

/** Whether the neighbours of a status or code are those of an error. A title alone may be anything's. */
export function isError(
  { structure, key: parentKey, parent }: Node,
  digits: string,
  key: string,
  knowledge: Knowledge,
): boolean {
  const text = (name: string) => {
    const value = field(structure, name)?.value;
    return value?.type === 'scalar' ? value.text : '';
  };
  const isCompanion = (name: string) => {
    const value = name === key ? undefined : field(structure, name)?.value;
    return value !== undefined && isSaid(value) && !(ofStatus.test(name) && isOtherText(value));
  };
  // Each of very many statuses of one object asks this.
  const nearby = structure.fields.slice(0, mostNearby);
  return (
    errorCompanions.some(isCompanion) ||
    nearby.some((f) => isForeignNameOfError(plainName(f.key)) && isSaid(f.value)) ||
    nearby.some((f) => f.key.toLowerCase() !== key && (isTextOfError(f) || isNamedText(f))) ||
    ((isStatusKey(key) || structure.fields.length <= mostOfShort) && nearby.some(isTextOfFailure)) ||
    (isStatusKey(key) && nearby.some(isWordOfFailure)) ||
    /^err|errorcode$/.test(key) ||
    /^ERR_|(?:Error|Exception)$/.test(key === 'code' ? text('name') : text('code') || text('name')) ||
    ['ok', 'success'].some((name) => text(name) === 'false') ||
    isErrorParent(parentKey) ||
    (parentKey === 'attributes' && parent !== undefined && errorParents.has(parent.key)) ||
    isNameOfError(parentKey, digits, knowledge) ||
    (aboutAnswers.has(parentKey) && parent !== undefined && field(parent.structure, ...besideAnswer) !== undefined) ||
    (isStatusKey(key) && troubleOf(structure) === 'failure') ||
    hasErrorInside(structure) ||
    // A step of a test: `{ "request": { … }, "expect": { "status": 428 } }`.
    (/^expect(?:ed|ation)?$/.test(parentKey) &&
      parent !== undefined &&
      field(parent.structure, 'request') !== undefined) ||
    // What an error carries: `error: { code, data: { status } }`.
    (parentKey === 'data' &&
      parent !== undefined &&
      (errorParents.has(parent.key) ||
        (field(parent.structure, 'code') && field(parent.structure, 'message')) !== undefined)) ||
    /^(?:https?:|about:blank|urn:|tag:)/.test(text('type')) ||
    hasPhrase({ structure }, digits, key, knowledge) ||
    // `{ "want": { "status": 200 }, "got": { "status": 500 } }`
    (isActual(parentKey) && parent !== undefined && field(parent.structure, ...wanted) !== undefined) ||
    // A problem document needs neither type nor title.
    (key === 'status' && text('detail').includes(' ')) ||
    (key === 'status' && text('title') !== '' && (text('detail') !== '' || /error|problem|fault/i.test(text('type'))))
  );
}

/** Names of what was answered, or none. */
const namesOfAnswer = /^(?:|body|payload|response|resp|res|reply|answer|got|received|json)$/;

/** Whether an object is an answer, or has no name, and has nothing but a status, or a status and a code: `{ "status": 404 }`. */
export function isNothingElse({ structure, key, scope, parent }: Node, { text, quoted }: Scalar): boolean {
  return (
    namesOfAnswer.test(key) &&
    scope === 'object' &&
    parent?.parent === undefined &&
    !quoted &&
    isWellKnown(text) &&
    structure.items.length === 0 &&
    structure.fields.every(({ key: name }) => /^(?:status|code)$/i.test(name))
  );
}
