import { before, type Sign } from './sign';

/** Errors and exceptions before a number, as clients and languages write them. */
export const errorsBefore: readonly Sign[] = [
  before(
    'an error in brackets before it',
    4,
    String.raw`\b(?:error|failed|failure)\](?: ?\[\w{1,20}\]){0,2} ?\[`,
    '[request error] [unhandled] [«502»] upstream closed',
    '[request errors] [«502»]',
    'i',
  ),
  before(
    'an error of HTTP before it',
    6,
    String.raw`\{:?(?:http|bad_status|unexpected_status|http_status)\w{0,20}, ?`,
    'reason {:http_error, «422»}',
    'reason {:error, «422»}',
  ),
  before(
    'what was asked before it',
    3,
    String.raw`\b(?:operation|request|call|response|reply|fetch|upload|download|query|login|api)\)? ?[(\[]`,
    'when calling the UploadPart operation («503»)',
    'the operations («503»)',
    'i',
    String.raw`(?=\d{3}[)\]])`,
  ),
  before(
    'an error of a client or service before it',
    5,
    String.raw`\b\w{0,60}(?:HTTP|Http|Api|API|Request|Response|Client|Service|Server|Upload|Download|Storage|Status|Transport|Fetch|Rest|Web|Auth|RateLimit|Network|Twitter|Provider|Webhook|Remote|Upstream|Payment|Mail)\w{0,40}(?:Error|Exception|Fault)(?:[$.]\w{1,40})?\)?(?:: ?| ?[(\[]| (?=\d{3}(?:[,.;:)\]]|\s*$| (?:on|for|from|at|when|while|after|during|in)\b)))["'(\[]{0,3}`,
    'ServiceException: «401» Anonymous caller',
    'KeyError: «401»',
  ),
  before(
    'an error before it',
    2,
    String.raw`(?:Error|Exception|error|ERROR)[)\]]?[:=]? ?["'(\[]{0,3}`,
    'SynapseError: «404»: gone',
    'errors «404»',
  ),
  before(
    'an error of a library before it',
    5,
    String.raw`\b(?:exceptions?|errors?)(?:\.|::)[A-Z]\w{2,60}: ["'(\[]{0,2}`,
    'exceptions.DeadlineExceeded: «504» Deadline',
    'exceptions: «504»',
  ),
  before(
    'a class of HTTP before it',
    5,
    String.raw`\b(?:HTTP[A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20}){0,6}|[A-Z_]{0,20}HTTP_[A-Z_]{3,40})[ :(]{1,2}`,
    'Net::HTTPTooManyRequests «429» while',
    'HTTPD «429» while',
  ),
  before(
    'an exception that no language has itself before it',
    4,
    String.raw`(?<!\w)(?!(?:Value|Key|Index|Type|Assertion|Runtime|Range|Syntax|Attribute|Name|OS|IO|ZeroDivision|Arithmetic|NullPointer|Illegal\w*|\w*OutOfBounds|Overflow|NumberFormat|Parse\w*|Lookup|Memory|Import|Eval|Argument\w*|Format|Stop\w*|Unicode\w*|Parser|Validation|Math|Date\w*|Timeout)(?:Error|Exception))(?:[A-Z][a-z]+){2,6}(?:Error|Exception): ["'(\[]{0,2}`,
    'AccessDeniedException: «403» it has no access',
    'ValueError: «500» it',
  ),
  before(
    'the field of an error before it',
    4,
    String.raw`(?:(?:Error|Exception|Status|Response) ?[{(] ?(?:status|code|status_code): ?|Status\((?:\w{1,20}=[^,()\n]{0,40}, ){0,3}code=)`,
    'Some(ServerError { code: «422» })',
    'Error { line: «422» }',
  ),
  before(
    'the code of an element of XML',
    4,
    String.raw`<(?:\w{1,20}:)?(?:error|fault|failure)\b[^>\n]{0,200} code="`,
    '<error type="cancel" code="«404»">',
    '<item code="«404»">',
    'i',
  ),
];
