import { method } from './printFormat';

/**
 * What speaks for or against a number in a line of text being the status of an error, as data.
 *
 * Of each group only the strongest sign for it counts, as signs of one group say the same thing; all signs against it
 * count. `weighing.ts` adds them up.
 */
export interface Sign {
  /** What is seen, as evidence says it. */
  readonly name: string;
  /** Where it is seen: ending right before the number, beginning right after it, or anywhere in the line. */
  readonly place: 'before' | 'after' | 'line';
  readonly group: Group;
  /** How much it says. Below zero it speaks against a status. */
  readonly points: number;
  readonly pattern: RegExp;
  /** A line whose number in guillemets has the sign, and one whose number has not. */
  readonly seen: string;
  readonly notSeen: string;
}

/**
 * What a sign is about: the words beside the number, how it is set off, its name in words, the request on the line, what
 * the line speaks of, and whether it speaks of trouble.
 */
export type Group = 'before' | 'after' | 'form' | 'phrase' | 'request' | 'subject' | 'trouble';

/** Points that make a number the status of an error, and those that leave no doubt. */
export const enough = { medium: 6, high: 7 } as const;

/** Services of the web that no catalog is about, and servers, by their names. */
export const otherServices =
  'cloudflare|cloudfront|akamai|fastly|nginx|envoy|haproxy|varnish|traefik|caddy|apache|github|gitlab|bitbucket|stripe|shopify|slack|telegram|discord|openai|anthropic|gemini|twilio|sendgrid|mailgun|salesforce|hubspot|zendesk|jira|reddit|youtube|facebook|instagram|linkedin|tiktok|mastodon|bluesky|spotify|paypal|elasticsearch|opensearch|influx\w*|vault|consul|jenkins|artifactory|nexus|npm|pypi|docker ?hub|lambda|firebase|supabase|netlify|vercel|heroku|azure|gcs|bigquery|dropbox|notion|airtable|algolia|mapbox|googleapis?|google|ldap|smtp|imap|mysql|postgres\\w*|redis|mongo\\w*';

/** Between a name and its number. */
const gap = String.raw`(?:["'\])]{0,2}[ \t]{0,8}(?:[:=]>?|[-=]>|[:=] ?(?:received|got|returned|actual)[ :]{1,3}|(?:(?:is|was|of|returned|received|invalid|unexpected|unacceptable)[ :]{1,3}){1,3})?[ \t]{0,8}["'\x60(\[<{]{0,3})`;
/** An address up to what encloses it. */
const address = String.raw`https?://[^\s"'<>]{1,500}`;
/** Words that stand between a verb and the status that it is about. */
const fillers = String.raw`(?: (?:back|with|by|an?|the|HTTP|http|code|status|error|response|server|unexpected|unsuccessful|as|us|only|just|another|again|non-2xx|non-200)){0,5}`;

function before(
  name: string,
  points: number,
  source: string,
  seen: string,
  notSeen: string,
  flags = '',
  next = '',
): Sign {
  // A look behind reads from the number back, so it costs no more than what it passes over.
  return {
    name,
    place: 'before',
    group: 'before',
    points,
    pattern: new RegExp(`(?<=${source})${next}`, `y${flags}`),
    seen,
    notSeen,
  };
}

function after(name: string, points: number, source: string, seen: string, notSeen: string, flags = ''): Sign {
  return { name, place: 'after', group: 'after', points, pattern: new RegExp(source, `y${flags}`), seen, notSeen };
}

function ofLine(
  group: Exclude<Group, 'before' | 'after'>,
  name: string,
  points: number,
  source: string,
  seen: string,
  notSeen: string,
  flags = '',
): Sign {
  return { name, place: 'line', group, points, pattern: new RegExp(source, flags), seen, notSeen };
}

/** Nothing but a status is called so. */
const namesOfStatus: readonly Sign[] = [
  before(
    'named a status of HTTP',
    6,
    String.raw`(?:\b|_)(?:HTTPS?[ _-]?(?:status|error|code|response)(?:[ _-]?(?:code|error|response|status))?|(?:resp|beresp|response|upstream|backend|origin|edge)[ _-]?status(?:[ _-]?code)?)${gap}`,
    'gave up: HTTP status code «503»',
    'HTTP status page «503»',
    'i',
  ),
  before(
    'a status that was not expected',
    6,
    String.raw`\b(?:(?:unexpected|unsuccessful|bad|invalid|wrong|last|final)[ _-]status(?:[ _-]code)?|non-?2(?:xx|\d\d)(?: (?:HTTP|status|response|code|answer|reply|returned|received)){1,3})${gap}`,
    'non-200 response: «500»',
    'bad statue «500»',
    'i',
  ),
  before(
    'made of a status',
    5,
    String.raw`\b[A-Za-z]{0,40}Status(?:Code)?\((?:code: ?)?`,
    'Error: BadStatus(«503»)',
    'statuses(«503»)',
  ),
  before(
    'HTTP before it',
    5,
    String.raw`\bHTTPS?(?:/\d(?:\.\d)?)?["']?[ \t:=#(_]{0,4}["'(\[]?`,
    'got HTTP«429», waiting',
    'HTTPD «429»',
  ),
  before('http before it', 4, String.raw`\bhttp[ \t:=-]{1,4}["'(\[]?`, 'upstream said http «502»', 'httpd «502»'),
  before(
    'named a status code',
    5,
    String.raw`(?<![a-z])(?:status[ ,_-]{0,2}code|(?:response|reply|answer|result)[ _-]?(?:code|status)|server response)${gap}`,
    "Got response code '«503»' contacting the server",
    'process status «503»',
    'i',
  ),
  before(
    'named a status',
    4,
    String.raw`(?<![A-Za-z])(?:status|STATUS|Status|[a-z]{1,20}Status)${gap}`,
    'error: AccessDenied status «403»',
    'statuses «403»',
  ),
];

const wordsBefore: readonly Sign[] = [
  before(
    'named an error code',
    3,
    String.raw`\berr(?:or)?[ _-]?code${gap}`,
    'Error code "«403» Forbidden" received',
    'coder «403»',
    'i',
  ),
  before(
    'named a code',
    2,
    String.raw`(?:\b|(?<!zip|exit|area|post|dial|country|product|currency|language)_)code${gap}`,
    'Access denied with code «403» (phase 2)',
    'coder «403»',
    'i',
  ),
  before(
    'an answer or a failure before it',
    3,
    String.raw`\b(?:return(?:ed|s|ing)?|got|gets?|receiv(?:ed|es|ing)|gave|gives|sa(?:id|ys|w)|sen(?:t|ds|ding)|wrote|writes|threw|throws|hit|fail(?:ed|s|ing|ure)?|reject(?:ed|s|ing|ion)?|refus(?:ed|es|al)|den(?:ied|ies)|block(?:ed|s)?|errored|throttled|unexpected|error)${fillers}(?:[ \t]{1,8}|:[ \t]{0,8})["'\x60(\[<{]{0,3}`,
    'token endpoint said «401», refreshing',
    'saw it at «401»',
    'i',
  ),
  before(
    'what failed before it',
    3,
    String.raw`\b(?:fail|unable|could not|couldn't|cannot|can't|error|reject|refus|throttl|limited|denied)[a-z]{0,6} [^\n:;]{1,80}: ["'(\[]{0,2}`,
    'Failed to retrieve metadata: «503»',
    'Failed to retrieve metadata; «503»',
    'i',
  ),
  before(
    'a path before it',
    3,
    String.raw`(?:^|[\s"'=])/[a-zA-Z][\w./?&=%-]{1,300}["']?[:,]? [(\["']{1,2}`,
    'Failed to load url /src/a.ts («404»)',
    'in /src/a.ts at («404»)',
  ),
  before(
    'an answer before it',
    5,
    String.raw`\b(?:respond(?:ed|s|ing)?|repl(?:ied|ies|ying)|answer(?:ed|s|ing)?)${fillers}(?:[ \t]{1,8}|:[ \t]{0,8})["'\x60(\[<{]{0,3}`,
    'Server responded with «503»',
    'answer to «503»',
    'i',
  ),
  before(
    'an answer before it, in another language',
    4,
    String.raw`(?:antworte\w{1,3}|meldete?|lieferte?|respondeu|retornou|devolveu|respondi\u00f3|devolvi\u00f3|devuelve|retorn\u00f3|r\u00e9pondu?|renvoy\u00e9|renvoie|retourn\u00e9|risposto|restituito|\u0432\u0435\u0440\u043d\u0443\u043b[\u0430\u043e\u0438]?|\u043e\u0442\u0432\u0435\u0442\u0438\u043b[\u0430\u043e\u0438]?|zur\u00fcckgegeben:?|zwr\u00f3ci\u0142|antwoordde|svarade|\u8fd4\u56de|\u5fdc\u7b54|\u54cd\u5e94)\S{0,6}(?: (?:mit|com|con|avec|met|med|un|una|um|uma|ein|einem|einen|le|el|o|c\u00f3digo|code|status|statuscode|estado|statut|erro|error|erreur|fehler|HTTP|\u0441\u0442\u0430\u0442\u0443\u0441\S{0,2}|\u043a\u043e\u0434\S{0,2})){0,4}[ :]{1,3}`,
    'o gateway respondeu «502» ao pedido',
    'o gateway responde «502» ao pedido',
    'i',
  ),
  before(
    'named a status in another language',
    5,
    String.raw`(?:\u0441\u0442\u0430\u0442\u0443\u0441(?:-\u043a\u043e\u0434)?|\u043a\u043e\u0434 \u043e\u0442\u0432\u0435\u0442\u0430|c\u00f3digo de (?:status|estado|resposta|respuesta)|code (?:de statut|d'\u00e9tat|retour)|statuscode|antwortcode|\u72b6\u6001\u7801|\u30b9\u30c6\u30fc\u30bf\u30b9(?:\u30b3\u30fc\u30c9)?|\u5fdc\u7b54\u30b3\u30fc\u30c9|\uc0c1\ud0dc \ucf54\ub4dc)(?: ?[:=\uff1a]| HTTP|HTTP)? ?`,
    'Server: código de estado «502»',
    'código postal «502»',
    'i',
  ),
  before(
    'how a request ended before it',
    6,
    String.raw`\b(?:end(?:ed|s)|finish(?:ed|es)|result(?:ed|s)|c(?:ame|omes) back|terminated)(?: up)? (?:in|with|as)(?: (?:an?|HTTP|http|status|code|error))* `,
    'Request to /api/a ended in «500»',
    'Request to /api/a ended after «500»',
    'i',
  ),
  before(
    'what failed before it',
    3,
    String.raw`\b(?:abort|fail|reject|refus|denied|block|broke|dropp|declin|expir|cancel)[a-z]{0,6} ?[(\[]`,
    'Upload aborted («413»)',
    'Upload aborts at («413»)',
    'i',
  ),
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
    String.raw`\b\w{0,60}(?:HTTP|Http|Api|API|Request|Response|Client|Service|Server|Upload|Download|Storage|Status|Transport|Fetch|Rest|Web|Auth|RateLimit|Network|Twitter|Provider|Webhook|Remote|Upstream|Payment|Mail)\w{0,40}(?:Error|Exception|Fault)(?:[$.]\w{1,40})?\)?(?:: ?| ?[(\[])["'(\[]{0,3}`,
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
    String.raw`(?:Error|Exception|Status|Response) ?[{(] ?(?:status|code|status_code): ?`,
    'Some(ServerError { code: «422» })',
    'Error { line: «422» }',
  ),
  before(
    'an arrow before it',
    3,
    String.raw`(?:[-=]{1,2}>|[→⇒←]|<-{1,2}|^[ \t]{0,8}<=)[ \t]{0,4}["'(\[]?`,
    'request 8a4 -> «500» in 12ms',
    'a > «500»',
  ),
  before(
    'an address before it',
    4,
    String.raw`${address}["'>)\]]{0,3}[:,;|-]?[ \t]{1,8}["'(\[|-]{0,2}[ ]?`,
    'Link broken: https://a.example/b («404»)',
    'https://a.example/b and «404»',
  ),
  before(
    'a request before it',
    5,
    String.raw`\b${method}["'\]]?[ \t|,]{1,8}["']?(?:/|https?:|\S{1,80}/)[^\s|,]{0,500}["'\]]?[:,]?[ \t|,]{1,8}["'(\[]?`,
    'GET /a «404» ok 12',
    'GET ready for «404»',
  ),
  before(
    'a method before it',
    4,
    String.raw`\b${method}["'\]]?[ \t|]{1,10}["'(\[]?`,
    'POST «500» /api/orders',
    'POSTED «500» /api',
  ),
  before(
    'a code in parentheses',
    3,
    String.raw`\((?:error |status )?code[ :=]{1,3}`,
    'secrets is forbidden (code «403»)',
    'code («403»)',
  ),
  before(
    'a request line before it',
    4,
    String.raw`\b${method}\b[^\n]{1,300}HTTP/\d(?:\.\d)?["']?(?:[ \t|]{1,4}(?:"[^"\n]{0,300}"|-|[^\s\d"][^\s"]{0,100})){0,3}[ \t|]{1,4}`,
    'a.example GET - "/" HTTP/1.1 "Mozilla/5.0" «403» 2831 0.000',
    'GET / HTTP/1.1 200 «403»',
  ),
  before(
    'a response before it',
    3,
    String.raw`\bresp(?:onse)?(?: |=|<)["'<(\[]{0,2}`,
    'tunnel failed, response «407»',
    'Response: «425»',
    'i',
  ),
  before(
    'named after what answers',
    2,
    String.raw`\b(?:API|server|upstream|backend|endpoint|gateway|proxy|webhook|response|service|origin): ["'(\[]?`,
    'Slack API: «429» ratelimited',
    'API keys: «429»',
    'i',
  ),
  before(
    'what was found instead before it',
    3,
    String.raw`\bactual(?:ly)?(?: value| status| response)?(?: (?:is|was|returned|got))?[ :=]{1,4}["'<(\[]{0,2}`,
    'actual value is <«404»>',
    'actual values <«404»>',
    'i',
  ),
  before(
    'where a success was expected',
    6,
    String.raw`(?:\b(?:expect|assert|want|should|require|is\(|match|find)[^\n]{0,80}(?:(?<![\w.])2(?:\d\d|xx)|success\w{0,4})(?: ?"?OK"?)?[>"')\]]{0,3},? ?(?:but|and|got|instead|,)?(?: (?:it|actually|was|got|found|received|returned|is|of|instead|status|code)){0,4}:? ?["'<(\[]?)`,
    'Expected status code <200> but was <«404»>.',
    'expected 2000 but was «404»',
    'i',
  ),
];

const wordsAfter: readonly Sign[] = [
  after(
    'client or server error',
    6,
    String.raw` (?:Client|Server) Error\b`,
    '«404» Client Error for x',
    '«404» servers',
    'i',
  ),
  after(
    'a request after it',
    5,
    String.raw`["'\])]{0,2}[:,]?[ \t|]{1,8}(?:[\d.]{1,12}(?:ms|µs|s)[ \t|]{1,20}){0,2}["'<\[(]{0,2}${method}["'\])]{0,2}[ \t|,]{1,8}["']?(?:/|https?:)`,
    '<= «409» PUT /v1/items/4 (12 ms)',
    '«409» PUT requests',
  ),
  after(
    'an address after it',
    4,
    String.raw`["'\])>]{0,2}[ \t:|-]{1,6}["'<(]?https?://`,
    '[«404»] https://a.example/b',
    '«404» at https://a.example',
  ),
  after(
    'who answered it after it',
    3,
    String.raw`[)\]"']{0,2} (?:from|for|on|at|while|when|by)(?: url:?)? ["'\x60(]?(?:https?://|/[\w.-]|${method} )`,
    'wrote «404» for /favicon.ico',
    '«404» for all',
  ),
  after(
    'a path after it',
    3,
    String.raw`[)\]"']{0,2}[ \t]{1,8}/[a-zA-Z][\w-]`,
    '[ERROR «502» /index.php]',
    '«502» / b',
  ),
  after(
    'what asked for it after it',
    3,
    String.raw`[)\]]? when (?:calling|requesting|fetching|connecting)\b`,
    'An error occurred («404») when calling it',
    '«404» when called',
  ),
  after(
    'who answered it after it',
    2,
    String.raw`[)\]"']{0,2} from (?:the )?(?:upstream|server|backend|origin|service|remote|endpoint|proxy|gateway|\w{0,40} ?API)\b`,
    'Received «429» from upstream, waiting',
    '«429» from here',
    'i',
  ),
  after(
    'who gets it after it',
    2,
    String.raw` to (?:(?:the )?(?:client|caller|browser|user)\b|(?:\d{1,3}\.){3}\d)`,
    'returning «413» to 10.0.0.4',
    '«413» to all',
  ),
  after(
    'called a response',
    4,
    String.raw` (?:HTTP |Unknown )?(?:(?:error|status) )?(?:response|status code|status|reply)\b`,
    'received «403» HTTP response',
    '«403» responses',
    'i',
  ),
  after('called HTTP', 5, String.raw` ?\(HTTP\)`, 'Fehler «403» (HTTP)', 'Fehler «403» (HTTPS)'),
  after(
    'for whom it is after it',
    1,
    String.raw` for (?:the )?(?:project|topic|user|job|order|item|page|task|key|id|account|channel|device|token)\b`,
    'FCM replied «401» for project a-17',
    'FCM replied «401» for projects',
  ),
  after('called an error', 2, String.raw` error\b`, 'a «502» error from it', '«502» errors', 'i'),
  after(
    'words of a limit or a refusal after it',
    3,
    String.raw`["']?[:,)\]]{0,2} ["'(\[]?(?:rate.?limit|too many|throttl|forbidden|unauthor|not found|unavailable|denied|bad gateway|overloaded)`,
    'API: «429» ratelimited',
    '«429» rates',
    'i',
  ),
  after(
    'the name of an error after it',
    2,
    String.raw`["']?[:,]? [(\["']?(?:=> )?(?:\w{1,40}::)?[A-Z]\w{0,40}(?:Denied|Error|Exception|NotFound|Forbidden|Unavailable|Invalid\w*|NoSuch\w+|Failure|Fault|Unauthorized)\b`,
    '«404» => Net::HTTPNotFound for it',
    '«404» Errors',
  ),
  after(
    'the name of an error after it',
    2,
    String.raw` (?:NoSuch|Invalid|AccessDenied|Backend Error|Not[A-Z])\w*`,
    '«404» NoSuchKey 297',
    '«404» Notes',
  ),
  after(
    'what is done about it after it',
    2,
    String.raw`["')\]]{0,2}[,;.:)] (?:re-?tr(?:y|ies)|will|sleep|wait|back(?:ing)? ?off|refresh|giv|skip|abort|mark|try|fall|reconnect|renew|login|logging|check)`,
    'backend returned «503»; marking it down',
    '«503», done',
    'i',
  ),
  after(
    'the body of an error after it',
    4,
    String.raw`["')\]]{0,2}[ ,:-]{0,4}\\{0,3}[{][\s\\]{0,4}["'](?:errors?|title|detail|type|message|status|code)\b`,
    '[error] «400» {"errors":[]}',
    '«400» {"items":[]}',
  ),
  after(
    'a body after it',
    3,
    String.raw`["')\]]{0,2}[ ,:-]{1,4}\\{0,3}[{](?:[\s\\]{0,4}["']|\s{0,4}$)`,
    'error="[«400»] {\\"error\\":1}"',
    '«400» {}',
  ),
  after(
    'a duration or size after it',
    2,
    String.raw`["')\]]{0,2}[ \t|]{1,8}(?:(?:in|after) )?[(\[]?\d[\d.,]{0,12} ?(?:ms|µs|us|s|B|kB|KB|MB|bytes)\b`,
    'GET /a {} «404» (12ms)',
    '«404» 12',
  ),
  after(
    'compared with a success after it',
    6,
    String.raw`["'>]? ?(?:===?|!==?|(?:to|is|not|does not|doesn't) (?:equals?|be|eql|have been|identical|identical to|match(?:es)?(?: expected)?)|is not|in [(\[]|,? ?[-;(]? ?(?:but )?(?:want(?:ed)?|expected|expecting|instead of|rather than|should (?:be|have been|equal))[ :]{0,2}) ?["'<(\[]?2\d\d\b(?![.,:]\d|[\w%])`,
    'assert «500» == 200',
    'assert «500» == 2000',
  ),
  after(
    'a colon and a text after it',
    1,
    String.raw`["')\]]{0,2}: ?["'A-Za-z(\[]`,
    'failed («422»): name is required',
    '«422», name',
  ),
  after('a sentence after it', 1, String.raw`\.? [A-Z][a-z]{0,20} [\w\x60]`, '«429» You exceeded it', '«429» you'),
  after('a dash and a text after it', 1, String.raw`["')\]]{0,2} [-–—|] ["'A-Za-z(\[]`, '«404» - gone', '«404»-gone'),
  after('a comma after it', 1, String.raw`["')\]]{0,2}[,;] [a-z]`, 'got «404», done', '«404» done'),
  after('the last of its line', 1, String.raw`["'\])>}]{0,4}[.,;]?\s{0,20}$`, 'sending «408»', '«408» to all'),
];

const ofForm: readonly Sign[] = [
  before('in brackets', 1, String.raw`[(\[<]`, 'x («404»)', 'x «404»'),
  before('in a column', 1, String.raw`\|[ \t]{0,8}`, '| «404» |', 'x «404»'),
].map((sign): Sign => ({ ...sign, group: 'form' }));

const ofLines: readonly Sign[] = [
  ofLine(
    'request',
    'a request on the line',
    3,
    String.raw`\b${method}\b["'\]]?[ \t|,]{1,8}[^\n]{0,40}?(?:/|https?:)`,
    '«404» GET /a',
    '«404» GETS',
  ),
  ofLine(
    'request',
    'an address on the line',
    2,
    String.raw`\b(?:https?|wss?|s3|gs):/\\?/`,
    'x «404» https://a.example',
    '«404» a.example',
  ),
  ofLine(
    'request',
    'a path on the line',
    1,
    String.raw`(?:^|[\s"'=(])/[a-zA-Z][\w-]*(?:[/\s"'?]|$)`,
    'x «404» /a',
    '«404» and/or',
  ),
  ofLine(
    'subject',
    'a part of the program that speaks HTTP',
    3,
    String.raw`\[HTTPS?(?:[ _-]\w{1,20}|client|request|server)?\]|\b${method}\.\.\.`,
    '[HTTP-Client] code: «503»',
    '[HTTPD] code: «503»',
    'i',
  ),
  ofLine(
    'request',
    'a path by its name on the line',
    4,
    String.raw`\b(?:handler|path|route|uri|url|endpoint)=["']?/`,
    'code=«503» handler=/cart',
    'code=«503» handlers=/cart',
  ),
  ofLine(
    'request',
    'a host on the line',
    2,
    String.raw`(?<![\w@/.-])(?!java\.)[a-z][a-z0-9-]{1,40}(?:\.[a-z][a-z0-9-]{1,40}){0,4}\.(?:com|net|org|io|dev|app|ai|co|eu|de|fr|uk|us|cloud|local|internal|example|test)(?![\w.-])`,
    'partner.example gave a «520»',
    'partner.examples gave a «520»',
    'i',
  ),
  ofLine(
    'subject',
    'a client of HTTP on the line',
    2,
    String.raw`\b(?:faraday|axios|okhttp|retrofit|httpx|guzzle|feign|reqwest|httparty|urllib3?|aiohttp|resttemplate|webclient|undici|node-fetch|alamofire|volley|ktor|dio|libcurl|typhoeus|excon|resty|hackney|tesla|finch|ureq|isahc|requests)\b`,
    'faraday: Status «403»',
    'faradays: Status «403»',
    'i',
  ),
  ofLine(
    'subject',
    'words of the web on the line, in other languages',
    2,
    String.raw`(?:servidor|serveur|\u0441\u0435\u0440\u0432\u0435\u0440|pedido|solicitud|requ\u00eate|anfrage|schnittstelle|abruf|respuesta|resposta|r\u00e9ponse|\u30b5\u30fc\u30d0|\u670d\u52a1\u5668|\u8bf7\u6c42|\uc11c\ubc84)`,
    'el servidor: «502»',
    'el servicio: «502»',
    'i',
  ),
  ofLine(
    'subject',
    'a service of the web on the line',
    2,
    String.raw`\b(?:twitter|xquik|postpeer|${otherServices})\b`,
    'Cloudflare returned «522»',
    'cloudy returned «522»',
    'i',
  ),
  ofLine(
    'subject',
    'words of the web on the line',
    2,
    String.raw`\b(?:[A-Za-z]{0,20}https?\w{0,20}|\w{0,20}apis?|requests?|requesting|responses?|respon(?:ds|ded)|endpoints?|upstream|webhooks?|backend|gateway|proxy|origin|server|urls?|uri|fetch(?:ed|ing)?|download(?:ed|ing)?|upload(?:ed|ing)?|log-?in|auth\w{0,20}|oauth2?|tokens?|client|graphql|sdk|s3|curl|wget|buckets?|feed|callback|relay|publish(?:ed|ing)?|deliver(?:y|ed|ing)|sync(?:ed|ing)?|remote|tunnel|scrape[dr]?|mirror|ingest(?:er|ing)?|registry|cdn|crawl(?:ed|er|ing)?|links?|health ?checks?|probe|web|site|acme|call(?:ed|ing)?)\b`,
    'backend returned «503»',
    'device returned «503»',
    'i',
  ),
  ofLine(
    'trouble',
    'an outage on the line',
    2,
    String.raw`\b(?:down|unhealthy|unreachable|outage|offline|critical|firing|alert(?:ing)?)\b`,
    'Site is down, code «504»',
    'Site is done, code «504»',
    'i',
  ),
  ofLine(
    'subject',
    'classes of statuses on the line',
    3,
    String.raw`(?<!\d)[45]xx\b|non-2xx`,
    'rate of 5xx above 4 %, code «504»',
    'a 5xxl shirt, code «504»',
    'i',
  ),
  ofLine(
    'trouble',
    'words of trouble on the line',
    1,
    String.raw`fail|error|exception|retr(?:y|ie)|reject|refus|denied|unexpected|limit|back(?:ing)? ?off|broken|unavailable|warn|abort|could not|couldn't|cannot|unable|forbid|unauthor|time(?:d )?-?out|throttl|assert|expect|g(?:ave|iving) up|insufficient|abandon|dropp|unhealthy|trying (?:once more|again)|\berro\b|fehler|erreur|falha|fallo|\u00e9chec|\u043e\u0448\u0438\u0431\u043a|\u30a8\u30e9\u30fc|\u5931\u8d25`,
    'failed: «500»',
    'done: «500»',
    'i',
  ),
];

/** Names of counts, sizes, times, places and things that are numbered. */
const numbered = [
  'pid|tid|uid|gid|port|thread|process|worker|node|shard|partition|replica|broker|slot|session|connection|conn|stream|channel',
  'line|ln|row|col|column|page|chapter|section|table|figure|item|index|idx|offset|position|pos|record|entry|element|key',
  'user|customer|account|member|order|invoice|ticket|issue|bug|pr|job|task|batch|chunk|block|step|stage|epoch|iter|iteration|round|phase|level',
  'build|version|release|revision|rev|commit|migration|patch|rule|test|case|attempt|try|retry|retries|run|cron|request|req|message|msg|packet|frame|event',
  'size|length|len|count|total|sum|limit|max|min|avg|mean|median|remaining|left|used|free|active|idle|pending|queued|depth|width|height|weight|score|rate|rps|qps|lag|queue|pool|heap|memory|mem|cpu|disk|budget|burst|capacity|threshold|quota|hits?|miss(?:es)?|bytes',
  'took|elapsed|latency|duration|delay|timeout|interval|age|ttl|uptime|wait|time|year|month|day|may|room|gate|flight|seat|floor|bus|platform|area code|zip|unit|sensor|printer|device|machine|gpu|core|bit|volume|vol|track|issue|no|nr|num|number|id|\\w{1,40}[_-]id',
  'exit(?:ed)?|signal|errno|exit[ _-]?(?:code|status)|exit(?:ed)? with(?: (?:code|status))?|return(?:ed)? value|retcode|rc|depth|errors|warnings|failures|passed|failed jobs|tests?|p\\d\\d|sent|bound|loss|api version',
].join('|');

/** Words after a number that do not say what is counted. */
const notCounted =
  '(?:errors|responses|was|is|has|does|always|status|https|this|as|sends|returns|says|means|occurs|appears|comes|keeps|across|versus|his|its|from|for|on|at|while|when|by|to|and|or|but|not|in|with|after|before|because|since|then|so|if|error|response|client|server|code|back|too|rate|instead|during|trying|retrying|will)';

const against: readonly Sign[] = [
  after(
    'a unit after it',
    -12,
    String.raw`[ -]?(?:ms|msec|µs|us|ns|s|secs?|seconds?|min|mins|minutes?|h|hours?|days?|weeks?|[kKMGT]i?[bB]?|B|bytes?|bits?|bps|px|pt|em|rem|vh|vw|mm|cm|km|kg|mg|Hz|[kMG]Hz|hPa|mV|V|W|C|F|USD|EUR|GBP|dpi|fps|rpm|rps|qps|x|th|nd|rd|st)\b(?![/:-])|^ ?[%°€$£]`,
    'took «500» ms',
    '«500» more',
  ),
  after('a sign of a unit after it', -12, String.raw` ?[%°€$£+]`, '«500»% more', '«500» more'),
  after(
    'things are counted',
    -9,
    String.raw` (?!${notCounted}\b)(?:[a-z]{2,20}[- ](?!${notCounted}\b))?[a-z]{2,20}[^s\W]s\b`,
    'returned «404» rows',
    '«404» was seen',
  ),
  after(
    'things are counted',
    -4,
    String.raw` (?:errors|responses|failures|requests)\b`,
    'found «404» errors',
    '«404» error',
  ),
  after(
    'things are counted',
    -9,
    String.raw` (?:items?|data|people|left|open|closed|free|used|active|idle|pending|done|passed|failed(?! to\b)|total|queued|more|less|other|new|old|times|lines?|in total|unique|joined|left|started|online|offline|connected|disconnected|crashed|completed|accepted|finished|deployed|expired|blocked|killed|opened|logged|shipped|rejected|merged|routes?|is up|is down|is online|is ready|is idle)\b`,
    'order «404» rejected',
    '«404» rejection',
  ),
  after(
    'things are counted',
    -9,
    String.raw` (?:since (?:start\w{0,2}|boot|launch|midnight|\w{2,6}day)\b|so far|today|yesterday|this (?:hour|day|week|month|run)|last (?:hour|day|week|month|run)|per )`,
    'throttled: «429» since start',
    'throttled: «429» sincerely',
    'i',
  ),
  after(
    'a part of a whole',
    -12,
    String.raw`[ ]?(?:of|out of|/|\.\.+|x|×|[-–]|[-=]>|→) ?\[?\d| to \d{1,6}(?![\d.:])(?! (?:requests|calls|clients|callers|users|hosts|of)\b)|[/x×-]\w|\.\.`,
    '«404» of 500 done',
    '«404» off',
  ),
  after('one of a list', -8, String.raw`, ?[1-5]\d\d\b(?!["'])`, 'HTTP status [«429», 503]', '«429», 5030'),
  before('one of a list', -8, String.raw`(?<![\w.])[1-5]\d\d, ?`, 'HTTP status [429, «503»]', '1429, «503»'),
  after('the name of a file', -12, String.raw`\.[a-z]{1,5}\d?\b`, 'wrote «404».html', 'wrote «404». done'),
  after('a place in a file', -12, String.raw`[:,]\d`, 'a.ts(«404»,5)', 'a «404»: 5'),
  before(
    'the name of something counted, measured or numbered before it',
    -10,
    String.raw`(?<![A-Za-z/.-])(?:${numbered})s?["']?(?:=>|[ \t]{0,4}(?:[:=]|is|was|#)?[ \t]{0,4})["'#]{0,2}`,
    'worker «404» crashed',
    'workshop «404»',
    'i',
  ),
  before(
    'the value of another name',
    -6,
    String.raw`\w(?<!status|code|http|error|err|response|resp|reason|result)=["']?`,
    'state=«503» (https://a.example)',
    'status=«503»',
    'i',
  ),
  before(
    'one of several counts',
    -5,
    String.raw`(?<![\w-])(?!\w*(?:status|code|http|resp(?:onse)?|err(?:or)?|result|received|got|actual)[:=])[a-z_]{2,24}[:=] ?`,
    'ok: 12, throttled: «429», failed: 3',
    'throttled: «429», failed',
    'i',
    String.raw`(?:(?=\d{3}[,;|]? {1,4}[a-z_ ]{2,24}[:=] ?\d)|(?<=\d[,;|]? {1,4}[a-z_ ]{2,24}[:=] ?)(?=\d{3}))`,
  ),
  before(
    'a thing that is numbered before it',
    -10,
    String.raw`(?<![a-z/.-])(?:host|peer|gateway|server|client|route)s?[ #]{1,3}`,
    'server «500» is up',
    'server: «500»',
    'i',
  ),
  before('an id before it', -10, String.raw`[a-z]I[Dd][:= ]{1,3}["']?`, 'orderId=«404»', 'grid «404»'),
  before(
    'part of a time, a number or a name',
    -20,
    String.raw`\d[.,:/]|[\w*]\.|[@$€£#~^&+%\\/-]|(?<![\d:])\d{1,4} ?[-–] ?|\dx`,
    'at 08:12:44,«404» it',
    'at 08 «404»',
  ),
  before(
    'a host or a place before it',
    -12,
    String.raw`(?<=[\w)\]])(?<!status|code|http|error|err|response|failed|reason):(?!\d{3} ${method} )`,
    'a.example:«404»',
    'status:«404»',
    'i',
  ),
  before(
    'the process of a record',
    -12,
    String.raw`^[^\n]{0,20}\d:\d\d(?::\d\d)?\S{0,12} [\w./-]{1,40}\[`,
    '05:03:01.000Z daemon[«500»] PUT /a',
    '05:03:01 PUT /a [«500»]',
  ),
  before('the process of a record', -12, String.raw`[a-z]\[(?=\d{3}\]: )`, 'caddy[«404»]: it', 'caddy [«404»]: it'),
  after('the process of a record', -12, String.raw` --- \[|#\d`, 'ERROR «429» --- [main]', 'ERROR «429» - [main]'),
  before(
    'a part of a whole',
    -12,
    String.raw`\d(?: ?/ ?| of | out of | to | and |\.\.+| ?[×] ?)\[?|(?<![\w/.-])\d{1,6} ?(?:[-=]>|→) ?`,
    '3 of «404»',
    '3 off «404»',
  ),
  before(
    'a word before amounts and times',
    -4,
    String.raw`\b(?:in|after|for|at|by|of|from|to|over|than|least|most|about|around|every|within|until|between|per|up to|under|below|above|max|only|exceeds?|exceeded|took|index|and|or)(?<!(?:status|code|response) of)[ \t]{1,4}`,
    'gave up after «500»',
    'therein, «500»',
    'i',
  ),
  before(
    'the place in a file before it',
    -12,
    String.raw`\b(?:line|row|col(?:umn)?|at|in) \S{0,100}\.\w{1,5}[:(]|["'],? line |\.[a-z]{1,5}\d?[:(]`,
    'at a.ts(«404»)',
    'at b, «404»',
    'i',
  ),
  before(
    'another status before it',
    -9,
    String.raw`(?:(?<![\w.:/=-])|(?<=[A-Z]/))([1-5]\d\d)(?: [A-Z][a-z]\w{0,20})?["']?(?:[ \t|,]{1,8}|[ \t|]{1,8}[^\sa-z]{1,40}[ \t|]{1,8})["']?`,
    'GET /a 200 «404»',
    'npm ERR! 404 «404» Not Found',
    '',
    String.raw`(?!\1)`,
  ),
  after(
    'a row of a table',
    -6,
    String.raw`[ \t]{4,}(?<=^[ \t]{1,20}\d{3}[ \t]{4,20})`,
    '   «404»     GET /items',
    'GET «404»     /items',
  ),
  ofLine(
    'subject',
    'another protocol on the line',
    -7,
    String.raw`\b(?:smtpd?|sip|ftp|irc|amqp|modbus|mqtt|ldap|nntp|pop3|imap|postfix|rtsp|coap|snmp|sql ?error|mysql|ora-\d|sqlstate|errno|windows error|winerror)\b|SIP/2|(?<!\d)[45]\d\d[ -]\d\.\d{1,3}\.\d{1,3}\b|NICK|PRIVMSG|classId=`,
    'smtp: server replied «421»',
    'simple: server replied «421»',
    'i',
  ),
];

export const signs: readonly Sign[] = [
  ...namesOfStatus,
  ...wordsBefore,
  ...wordsAfter,
  ...ofForm,
  ...ofLines,
  ...against,
];
