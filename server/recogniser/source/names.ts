/**
 * Names in programs that tell what a value is. A language's spelling does not matter: `status_code`, `statusCode` and
 * `$StatusCode` are one name.
 */

/**
 * What a value is: an HTTP status; an error's code, of HTTP or of a vendor; a code that only vendors give; a word that
 * names an error; the text of an error.
 */
export type What = 'status' | 'code' | 'vendor-code' | 'word' | 'text';

/** Things that have a code or a status of their own, which is no answer of a server. */
const otherThings =
  'exit|return|key|char|calling|dial(?:l?ing)?|charcode|keycode|scan|area|zip|postal|post|country|currency|lang|language|locale|colou?r|(?<!rec)order|task|job|' +
  'process|proc|sub|member|marital|build|ship|shipping|delivery|device|battery|child|wait|product|item|payment|account|' +
  'ticket|booking|project|workflow|game|player|(?<!a)sync|loan|stock|sort|(?<!st)op|bar|qr|(?<!re)source|byte|promo|coupon|discount|invite|' +
  'verification|verify|pin|otp|auth|authorization|grant|signal|close|airport|airline|station|city|state|region|unicode|' +
  'termination|(?<!axi)os|(?<!end)point|codepoint|iso|sku|class|dial|phone|branch|bank|swift|tax|vat|icd|mcc|hs|morse|ascii|(?<!err(?:or)?)event|weather|ret|midi|' +
  'employment|job|poll|print|printer|pipeline|run|(?<!la)test|deploy|deployment|publish|approval|review|subscription|plan|gear|' +
  '(?:mta|e?smtp|s?ftp|nntp|imap|sip|irc|ldap)(?:err(?:or)?|exc(?:eption)?|reply|response)?';
const otherName = new RegExp(`(?:^|[a-z])?(?:${otherThings})(?:codes?|status(?:es)?|statuscodes?)$`);
/** Values that look like codes at a glance: `charCodeAt(0)`, `keyCode`, `errno`, `which`. */
const otherValue =
  /^(?:code(?:points?|pages?|units?|words?|len(?:gth)?|size|base|blocks?|paths?|gen|version)|charcodeat|codepointat|keycode|charcode|which|keyvalue|errno|errnum|ord|hashcode|gethashcode|encode|decode|unicode|barcode|opcode|returncode|exitcode|exitstatus|exitvalue|waitfor|getkeycode|lastexitcode|fromcharcode|readystate|length|count|size|width|height|port|line|column|row|index|id|pid|main|system|run|exec|spawn)$/;

/** Things whose status is one of their own: that of an order, not that of what it answers. */
const withStatus =
  /^(?:order|player|booking|ticket|payment|account|product|project|loan|stock|delivery|device|battery|subscription|plan|employee|member|game|poll|print(?:er)?|room|part|article|tile|seat|customer|supplier|warehouse|vehicle|flight|train|course|student|school|plant|animal|lamp|door|shipment|invoice|bed|crop|item|job|task|process|proc|worker|contract)s?$/;

/** Things whose code is one of their own, while their status may be that of what they were answered. */
const withCode =
  /^(?:row|record|resultset|cursor|countr(?:y|ie)|nation|species|language|currenc(?:y|ie)|airport|categor(?:y|ie)|segment|count(?:y|ie)|region|cit(?:y|ie)|symptom|diagnos(?:i|e)s|disease|address(?:es)?|coupon|voucher|promotion|office|gate|tariff|plate|chapter|lesson|department|dept|branch|unit|symbol|glyph|animal|colou?r|material|station|zone)s?$/;

const statusName =
  /^(?:[a-z]*(?:http|https|response|resp|res|reply|upstream|rsp)(?:status|code)s?|[a-z0-9]*status(?:code|es|codes|codevalue|value|int|number|hint)?s?(?:mock|spy|stub|fn)?)$/;
/** Lists of statuses that retry settings and clients name without the word status. */
const statusList =
  /^(?:status)?forcelist$|^(?:non)?retr(?:y(?:able|on|ed)?|iable)(?:transient|server)?(?:http)?(?:error)?(?:status(?:es|codes?)?|codes?|errors|httpcodes)$|^retryon$|^(?:handle)?httpstatuslist$|^(?:transient|terminal|fatal|permanent|safe|unretryable|nonretryable|acceptable|allowed|expected|valid|failure)(?:http)?(?:status)?codes$/;
/** `STATUS_OF`, `statusByError`, `STATUS_CODES_TO_RETRY`: a table that gives statuses, or a list for what is done with them. */
const statusTable =
  /^(?:[a-z]*(?:to)?)?(?:(?:http)?status(?:code)?|httpcode)s?(?:of|for|by|map|mapping|table|from|per)[a-z]*$|^[a-z]+status(?:code)?to[a-z]+$|^[a-z]*(?:statuses|(?:status|http|error)codes|https?errors)(?:to|that|which|on)[a-z]+$/;
const codeName =
  /^(?:http|response|resp|res|error|err|ok|allowed|accepted|api|x|twitter|vendor|problem|last|expected|actual|inner|fault|failure|ex|exception|s|r|raw|status|ignored?|known|fatal|stop|dead|retry|transient|permanent|human|notfound|gone|bad|skip|blocked|limit|ratelimit|duplicate|locked|auth(?=codes$)|server|client|want|got|final|my|the|new|old)*codes?(?:num|number|value|int|str|string)?$/;
/** `ACCOUNT_LOCKED_ERROR_CODES`: whatever it is that failed, but not a database or a program. */
const codeOfFailure =
  /^(?!.*(?:sql|db|database|smtp|ftp|exit|win32?|socket|ssl|os|system|driver|serial|can|bus)err)[a-z0-9]+errorcodes?$/;
const vendorCodeName =
  /^(?:apicodes?|twittercodes?|xcodes?|haserrorcode|[a-z]*twitter[a-z0-9]*errors?(?:codes?)?\d?|apierrorcodes?)$/;
/** `SERVER_ERROR_START`, `minClientError`: where a class of statuses begins. */
const classBound =
  /^(?:(?:min|first|lowest|start)(?:http)?(?:client|server)errors?|(?:http)?(?:client|server)errors?(?:range)?(?:min|start|begin|from|first|lower(?:bound)?)|(?:http)?(?:client|server)errors?range|http(?:client|server)error)(?:status|code)?$/;
/** `CODE_DUPLICATE`, `codeLocked`, `ERR_CODE_X`: constants that begin with what they are. */
const codeConstant =
  /^(?:[A-Z]+_)?(?:ERR(?:OR)?_)?CODE_[A-Z]|^(?:[eE]rr|[eE]rror|[aA]pi|[tT]witter)?[cC]ode(?!Count|Len|Size|Limit|Max|Min|Index|Width|Height|Delay|Timeout|Total|Rate)[A-Z]/;
const wordName =
  /^(?:[a-z]*(?:error|err|type|reason|slug|problem|errors|issue)|kind|errorname|errortype|errorkind|errorid|errorkey)$/;
const textName =
  /^(?:e|ex|exc|err|error|exception|reason|[a-z]*(?:message|msg|detail|details|stderr|errortext|errstr|errmsg|errorstring|description|title|errorbody|status(?:text|line)|reasonphrase|exception|error|httpresponseheaders?))$/;

/** What a list of statuses or codes is named behind its items: `StatusCodesDefault`, `errorCodeSet`. */
const collectionEnd =
  /(?<=codes?|statuses)(?:defaults?|list|sets?|array|arr|collection|seq|sequence|tuple|vec|slice|enumerable|range)$/;

/** What a map of such values is named behind them: `keyCodeMap`. */
const mapEnd = /(?<=codes?)(?:map|mapping|table|names?|lookup|dict)$/;

/** Whether the status of something with this name is not that of an answer: `order.status = 404`. */
export function hasOwnStatus(name: string): boolean {
  return withStatus.test(plain(name));
}

/** Whether the code of something with this name is not that of an answer: `row["code"] == 404`. */
export function hasOwnCode(name: string): boolean {
  return hasOwnStatus(name) || withCode.test(plain(name));
}

export function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

/** Whether a value of this name is certainly something else than a status or an error's code: `keyCode`. */
export function isOther(name: string): boolean {
  const text = plain(name).replace(mapEnd, '');
  return otherName.test(text) || otherValue.test(text);
}

/** What a value of this name is. `getStatusCode` is named like `statusCode`, and a list like its items. */
export function whatIsNamed(written: string): What | undefined {
  const name = written.replace(/^(?:get|Get|fetch|read|to|as)_?(?=[A-Z_a-z])(?=[A-Z_]|[a-z]*_)/, '').replace(/^_+/, '');
  const text = plain(name).replace(collectionEnd, '');
  if (text === '' || isOther(name)) {
    return undefined;
  }
  if (vendorCodeName.test(text)) {
    return 'vendor-code';
  }
  if (statusName.test(text) || statusList.test(text) || statusTable.test(text) || classBound.test(text)) {
    return 'status';
  }
  if (codeName.test(text) || isCodeConstant(name) || codeOfFailure.test(text)) {
    return 'code';
  }
  return !text.endsWith('stderr') && wordName.test(text) ? 'word' : textName.test(text) ? 'text' : undefined;
}

/** `CODE_DUPLICATE`; not `COUNTRY_CODE_X`, and not `CODE_MAX_LENGTH`. */
function isCodeConstant(name: string): boolean {
  return codeConstant.test(name) && !measured.test(name) && !isOther(/^(?:[A-Z]+_)?CODE(?=_)/.exec(name)?.[0] ?? '');
}

const measured = /_(?:MAX|MIN|LEN|LENGTH|SIZE|COUNT|WIDTH|BYTES|BITS|DIGITS|CHARS|REGEX|PATTERN|PREFIX)(?:_|$)/;

/** Whether something of this name has the status of an answer, and not of a door or an account. */
export function isStatusName(name: string): boolean {
  return /^(?:expected|actual|http|response|resp|res|last)?(?:http)?(?:response)?status(?:code)?$|^(?:abort|httperror|httpexception|httpresponse|response|status)$/.test(
    plain(name),
  );
}

/** Whether a value of this name is an error's text or word. */
export function isErrorText(name: string): boolean {
  const text = plain(name);
  return textName.test(text) || wordName.test(text);
}

/** What errors are called in other languages. */
export const otherErrors = 'erreur|fehler|erro|errore|excepcion|fout';

const ofError = new RegExp(
  `^(?:e|ex|exc|reason)$|(?:err|error|exception|exc|${otherErrors})(?:msg|message|text|str|string|details?)?$`,
);

/** Whether a value of this name is an error or what it says, and not the words of anybody: `exc`, `errorMessage`. */
export function isOfError(name: string): boolean {
  return ofError.test(plain(name));
}

/** Whether a value of this name is a table whose entries are statuses or codes: `STATUS_OF`, `ERROR_CODES`. */
export function isTable(name: string): boolean {
  const text = plain(name);
  return (
    !isOther(name) &&
    (statusTable.test(text) ||
      /(?:codes|statuses|to(?:http)?status(?:code)?|tohttp(?:code)?|(?:err|errors?|http|response|reason|exception)status(?:code)?)$/.test(
        text,
      ))
  );
}

/** Whether a list of this name tells what is tried again, or failed, if its items look like statuses: `RETRYABLE`, `HTTP_ERRORS`. */
export function isListOfRetries(name: string): boolean {
  return /^(?:(?:is|should|donot|do|dont|never|always|only|non|un|no|not)*retr(?:y|yable|iable|yon)|transient|fatal|permanent|terminal|temporary|(?:un|non)?recoverable|(?:[a-z]*http|retr(?:y|yable|iable)|transient|fatal|permanent|temporary|ignored?|expected|accepted|allowed|handled|known|skip(?:ped)?|soft|hard)(?:error|failure)s)$/.test(
    plain(name),
  );
}

/** Whether a function of this name tries again by itself, and is told how often or how long: `retry(500)`. */
export function isRetry(name: string): boolean {
  return /^retr(?:y|ies)$/.test(plain(name));
}

/** Whether a function of this name tells by a status what is tried again: `isRetryable`, `should_retry`. */
export function isTestOfRetries(name: string): boolean {
  return /^(?:is|should|can|must|may|do|does|will|shall|not|http|api)*(?:retr(?:y|yable|iable|ies)|transient|temporary|throttled|ratelimited)(?:status|code|error|failure|on|for|if|http)*$/.test(
    plain(name),
  );
}

/** Whether a function of this name tells what kind of answer a status is: `isServerError`, `is_unauthorized`. */
export function isTestOfStatus(name: string): boolean {
  return /^is(?:an?)?(?:http|api)?(?:[45]xx|(?:client|server|http)(?:err(?:or)?|failure|status)|(?:retryable|transient|error|failure)(?:http)?(?:status|code)|unauthori[sz]ed|forbidden|notfound|conflict|badrequest|methodnotallowed|badgateway|serviceunavailable|gatewaytimeout|toomanyrequests|rate(?:limit(?:ed)?|limiterror))(?:code|status|response)?$/.test(
    plain(name),
  );
}

/** Whether a function of this name has to do with a status: `statusText`, `describe_status`. */
export function isNamedAfterStatus(name: string): boolean {
  return (
    /(?:^|_)status(?=_|$)|^[sS]tatus(?=[A-Z])|(?<=[a-z])Status(?=[A-Z]|$)/.test(name) &&
    !/status_?(?:bar|icon|led|light|panel|interval|delay|timeout|period|count)/i.test(name) &&
    !isOther(name)
  );
}

/** Whether a function of this name sets which statuses something is done for: `WithRetryCodes`, `retry_on`, `OnStatus`. */
export function isOptionOfStatuses(name: string): boolean {
  const option = /^(?:with|set|add|on|for|use)_?(?=[A-Z_a-z])/i.exec(name)?.[0] ?? '';
  const rest = plain(name.slice(option.length));
  return (
    statusList.test(rest) ||
    (option !== '' && /^(?:http)?status(?:es|codes?)?$/.test(rest) && !/^(?:set|add)/i.test(option))
  );
}

/** Whether a map of this name has statuses as keys, if its keys look like statuses. */
export function isMapOfStatuses(name: string): boolean {
  return (
    !isOther(name) &&
    /status|http|error|err(?:s|$)|retr(?:y|ies)|messages?|reasons?|responses?|codes?(?:text|map|names?)?$|hints?|problems?|exceptions?|^exc(?:map|mapping|classes|types)$/.test(
      plain(name),
    )
  );
}

/** Whether a map of this name may be one of an API's codes about accounts and posts, if its keys are such codes. */
export function isCodesOfAccounts(name: string): boolean {
  return /^(?:account|auth|authorization|user|tweet|post|media|list|dm|app)codes$/.test(plain(name));
}

/** Whether a map of this name has what answers an error, which is mostly kept by its status: `handlers[404] = …`. */
export function isMapOfHandlers(name: string): boolean {
  return /^(?:app|custom|default|err|error|exception|fault|http|request|response|status)?handlers?$/.test(plain(name));
}

/** Whether an option of a command takes statuses: `--retry-on-http-error`. */
export function isStatusOption(name: string): boolean {
  return whatIsNamed(name) === 'status' || /^(?:[a-z]+on)?http(?:status|error|code)s?$/.test(plain(name));
}

/** Whether an entry of this name says how many or how much: `status = { total: 500 }`. */
export function isMeasure(name: string): boolean {
  return /^(?:total|count|size|len|length|limit|offset|page|max|min|remaining|progress|elapsed|duration|time|timeout|uptime|width|height|port|pid|id|age|delay|interval)$/.test(
    plain(name),
  );
}

/** Whether an enumeration or class of this name holds HTTP statuses. */
export function holdsStatuses(name: string): boolean {
  const text = plain(name);
  return /http|statuscode|^status(?:es|codes?)?$|responsecode|^sc$/.test(text) && !isOther(name);
}

/** Whether a call makes an error of a text: `errors.New`, `fmt.Errorf`, `anyhow!`, `new ApiError`. */
export function isErrorMaker(name: string, object: string): boolean {
  return (
    isErrorClass(name) ||
    /^(?:Errorf|anyhow|bail|eyre)!?$/.test(name) ||
    (object === 'errors' && /^(?:New|errors)$/.test(name))
  );
}

/** Whether a class of this name is an error: `AppError`, `OrderException`. */
export function isErrorClass(name: string): boolean {
  return (
    (/(?:Error(?:Info|Dto|DTO|Body|Payload)?|Exception|Problem|Refused|Failure)$/.test(name) ||
      /^(?:[A-Z]\w*)?(?:Error|Exception)With(?!Timeout|Delay|Line|Position|Location)[A-Z][a-z]+$/.test(name)) &&
    !/(?:Range|Type|Index|Key|Value|Timeout|OutOfMemory)Error$/.test(name)
  );
}
