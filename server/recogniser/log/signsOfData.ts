import { after, before, type Sign } from './sign';

/** Names of a status in printed data: `status`, `httpStatus`, `response_code`. Not of an order's or a process's. */
const statusName =
  '(?:(?:[hH]ttp|HTTP|[rR]esp(?:onse)?|[uU]pstream|[bB]ackend|[sS]erver|[aA]pi|[eE]rror|[lL]ast|[fF]inal)_?){0,2}(?:[sS]tatus(?:_?[cC]ode)?|(?<=http_?|resp_?|response_?)[cC]ode)';

/** Printed data of which a line has only a part, pages of servers, and what stands beside either. */
export const ofData: readonly Sign[] = [
  before(
    'a field of printed data, alone on its line',
    6,
    String.raw`^[ \t]{0,40}(?:["']|:|\[["']?)${statusName}["'\]]{0,2}[ \t]{0,4}(?::|=>|=)[ \t]{0,2}["']?`,
    '    "status": «429»,',
    '    "status": «429» rows,',
    '',
    String.raw`(?=[45]\d\d["']?[,;]?\s{0,10}$)`,
  ),
  before(
    'a status and the end of a statement',
    6,
    String.raw`^[ \t]{0,40}${statusName}[ \t]{0,4}[:=][ \t]{0,2}["']?`,
    'status: «500»;',
    'status: «500»; rows',
    '',
    String.raw`(?=[45]\d\d["']?[,;]\s{0,10}$)`,
  ),
  before(
    'data that was returned before it',
    6,
    String.raw`\b(?:return(?:s|ed|ing)?|repl(?:y|ies|ied)|respon(?:ds|ded|se|ding)|answer(?:s|ed)?|g(?:et|ets|ot|ives?|ave)|getting|receiv(?:es?|ed|ing)|with|throws?)(?: is| was| me| back| with| only| just| an?)?:? \{ ?["']?${statusName}["']? ?: ?["']?`,
    'It returns {"status":«429»} now',
    'It resets {"status":«429»} now',
    '',
    String.raw`(?=[45]\d\d["']? ?[,}])`,
  ),
  before(
    'data of an error before it, and nothing behind it',
    6,
    String.raw`\{[^\n]{0,100}["']?(?:error|errors|code|message|detail)["']?: ?["'\[{]{1,3}[^\n]{0,300}(?:unauth|forbid|den[iy]|invalid|not.?found|limit|unavailable|fail|error|expired|conflict|timeout|missing|too many|bad )[^\n]{0,300}\} \(?`,
    'influx: {"code":"unauthorized"} «401»',
    'influx: {"rows":"all"} «401»',
    '',
    String.raw`(?=[45]\d\d\)?\s{0,10}$)`,
  ),
  before(
    'the heading of a page before it',
    6,
    String.raw`(?<!\bline )<(?:h\d|title|b|center|strong)\b[^>\n]{0,100}>\s{0,8}(?:(?:HTTP|Http) )?(?:(?:[Ee]rror|ERROR|[Ss]tatus)(?: [Cc]ode)?:? )?`,
    '<H1>«403» ERROR</H1>',
    'in <b>a.php</b> on line <b>«403»</b>',
    'i',
    String.raw`(?=[45]\d\d(?:</|(?::| [-\u2013\u2014|])? ["'(]?(?!(?:[A-Z][a-z]+ )?[A-Za-z]+s\b)[A-Z][A-Za-z]))`,
  ),
  after(
    'a page or a document after it',
    6,
    String.raw`["')\]]{0,2}[:,]? ["'(\x60]{0,2}<(?:\?xml|!DOCTYPE|html)\b`,
    'Message: («423»): <?xml version="1.0"?>',
    'Message: («423»): <b>no</b>',
    'i',
  ),
  after(
    'an error in braces after it',
    5,
    String.raw` \{ ?(?:error|message|errors|detail|reason|code): ?["'\w]`,
    '«401» {error: invalid_token}',
    '«401» {rows: none}',
  ),
];
