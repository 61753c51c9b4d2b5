import { assertionFormats } from './reports/assertions';
import { method, type PrintFormat } from './printFormat';
import { libraryFormats } from './libraryFormats';
import { productFormats } from './productFormats';
import { quotedCode } from './reports/quotedCode';
import { formatsWithLineBelow, twoLineFormats } from './twoLineFormats';

export type { PrintFormat } from './printFormat';

// Every repetition has an upper bound: a pattern that begins at many places of a line must not read the rest of the
// line at each of them.

/** Words of a line that is about requests. */
const aboutRequests =
  /https?|\b(?:status[ _-]?code|urls?|uri|requests?|responses?|api|fail\w*|fetch\w*|GET|POST|PUT|PATCH|DELETE|path|method|webhook|upstream|endpoint|returned|responded|got|unexpected|server|client|error|err)\b|Exception|Error|[Ss]tatusCode|BadStatus|resp(?:onse)?_?status|level=["']?warn|\bre-?connect/i;

/** What clients of other protocols than HTTP ask for, whose servers keep logs of the same format. */
const otherCommands =
  '(?:USER|PASS|ACCT|CWD|CDUP|MKD|RMD|DELE|STOR|STOU|RETR|APPE|LIST|NLST|MLSD|MLST|RNFR|RNTO|SIZE|MDTM|PORT|PASV|EPRT|EPSV|TYPE|SITE|FEAT|AUTH|QUIT|HELO|EHLO|MAIL|RCPT|DATA|RSET|VRFY|NOOP)';

export const printFormats: readonly PrintFormat[] = [
  {
    name: 'access log',
    pattern: new RegExp(
      `(?:"(?:${method}|WebSocket) [^"\\n]{0,2000}"[ ,]+|\\] "(?!${otherCommands} )[^"\\n]{0,2000}" (?=\\d{3} (?:\\d|-)))(?<status>[1-9]\\d\\d)(?=[ ,]|$)`,
      'dg',
    ),
    weight: 0.97,
    matches: [
      '203.0.113.7 - - [21/Nov/2026:02:11:09 +0000] "GET /a?b=500 HTTP/1.1" 503 512 "-" "curl/8.5"',
      'INFO:     127.0.0.1:51034 - "POST /items HTTP/1.1" 422 Unprocessable Entity',
      'INFO:     10.0.0.9:0 - "WebSocket /live" 403',
      '198.51.100.4 - - [21/Nov/2026:02:11:09 +0000] "\\x16\\x03\\x01" 400 150 "-" "-"',
    ],
    nonMatches: [
      'title "GET things done" chapter 404a',
      'fetched "GET /x" in 503ms',
      '192.0.2.50 UNKNOWN backup [28/Nov/2026:02:00:30 +0100] "STOR shelf-500.tar.gz" 426 40429',
      '192.0.2.50 - backup [28/Nov/2026:02:00:31 +0100] "RETR a.zip" 550 -',
    ],
  },
  {
    name: 'request line with duration',
    pattern: new RegExp(
      `\\b${method} {1,20}[^\\s"]{1,2000} {1,20}(?:HTTP/\\d(?:\\.\\d)? {1,20})?(?:→|->|=>|-|:)? {0,20}(?<status>[1-9]\\d\\d)(?= {1,20}(?:in {1,20})?[\\d.]{1,20} {0,20}(?:ms|µs|us|s)\\b| {0,20}$| {1,20}-| {1,20}\\(| {1,20}[a-zA-Z][\\w-]{0,40}[:=])`,
      'dg',
    ),
    weight: 0.95,
    matches: [
      'GET /api/users 404 12.318 ms - 120',
      'POST /v1/posts 429 in 31ms',
      'DELETE /a -> 409 (3 ms)',
      'GET https://api.x.com/2/users/me 429 x-rate-limit-reset: 1795219200',
    ],
    nonMatches: ['GET /orders/503 200 8 ms', 'PUT /bucket 404812 bytes'],
  },
  {
    name: 'HTTP version and status',
    pattern: /\bHTTP\/\d(?:\.\d)?"?[ \t]{1,20}"?(?<status>[1-9]\d\d)(?![\d.])/dg,
    weight: 0.97,
    matches: [
      '< HTTP/1.1 429 Too Many Requests',
      'HTTP/2 503',
      'INFO httpx HTTP Request: GET https://a.example/b "HTTP/1.1 404 Not Found"',
    ],
    nonMatches: ['upgrade to HTTP/2 5000 times', 'HTTP/1.1 pipeline of 503'],
  },
  {
    name: 'HTTP and a number',
    pattern:
      /(?<![\w/]|\bservice[\\"': ]{1,8})(?:HTTP|http|Http)(?:S)?(?:[ _-]?(?:error|status|code|response|Error|Status|Code|Response|ERROR)){0,3}(?: (?:was|is|of|code))?(?:[:=#]|[/-](?=[45]\d\d(?:[.,;:!)\]"']{1,3}(?:\s|$)|\s{0,4}$| [A-Z]| (?:error|response|from|on|for)\b))|[ \t]{0,20}(?:\(|\[(?=\d{3}\]))| -)?[ \t]{0,20}(?<status>[1-9]\d\d)(?![\d.,:]\d|\d|[a-zA-Z%])/dg,
    weight: 0.95,
    matches: [
      'urllib.error.HTTPError: HTTP Error 404: Not Found',
      'Cannot get rules (HTTP 403): {"title":"x"}',
      'Stream encountered HTTP error: 403',
      'HTTP error 403: Forbidden - {',
      'failed with HTTP status code 500',
      'upstream said http 502',
      'job 4 ended: HTTP-404',
      'gave HTTP/503',
      'DioError [DioErrorType.response]: Http status error [500]',
      '<HttpError 403 when requesting https://a.example/v4 returned "no">',
    ],
    nonMatches: [
      '{\\"service\\":\\"http_status:404\\"}',
      'service: http_status:404',
      'listening on http :443 and 8080',
      'HTTP 4044 is no status',
      'parts: HTTP-500 valve kit',
      'at http-503.example, HTTP/404.html',
      'loaded HTTP 503ms late',
      'retried HTTP status [429, 503]',
      'http 200.5 kb',
    ],
  },
  {
    name: 'status word',
    pattern:
      /(?<![\w-])(?<!exit |exited with |process |order |job |task |marital |\w:)(?:status|STATUS|(?:[A-Z][a-z]{1,30}){0,3}Status)(?:[ _-]?(?:code|Code|CODE))?(?: (?:was|is|of|returned|received|unexpected|unacceptable|invalid)){0,2}["']?[ \t]{0,20}[:=]?[ \t]{0,20}["'(]?(?:(?:Optional|Some)\()?(?<status>[1-9]\d\d)(?![\d%]|[.,:]\d|[a-zA-Z])/dg,
    weight: 0.92,
    needs: aboutRequests,
    unless: /\b(?:SIPS?|SyncML)\b/,
    matches: [
      'AxiosError: Request failed with status code 404',
      'returned status 400, {"errors":[]}',
      'Unexpected status: 502',
      'responded with a status of 503',
      'X API error 403 status 403: {',
      'response status=429',
      'Error: BadStatus(503)',
      'Response status code was unacceptable: 429.',
      '-   RespStatus     503',
      'loglevel=WARN status=422 user=ana',
      'RECONNECTING\tstatus=502 attempt=2',
      'response status: Optional(404)',
    ],
    nonMatches: [
      'exit status 137',
      'exited with status 500',
      'status 4290 of 5000',
      'status: 404ms',
      'substatus 403',
      'status=404 sensor=lux',
      'WHERE status = 404',
      'SIP registration failed, status=404',
      'SyncML error, status 404',
    ],
  },
  {
    name: '.NET HTTP client and server',
    pattern:
      /\b(?:HTTP (?:request|response headers?) after [\d.]{1,20} ?ms|Request finished HTTP\/\S{1,20} [A-Z]{1,20} [^\n]{0,2000}?) - (?<status>[1-9]\d\d)(?= |$)/dg,
    weight: 0.95,
    matches: [
      '[10:15:06 INF] Received HTTP response headers after 187.0429ms - 503',
      'Request finished HTTP/1.1 POST http://localhost:5003/api application/json 503 - 413 0 - 4.0412ms',
    ],
    nonMatches: ['Sending HTTP request GET https://a.example/503', 'HTTP request after 503ms'],
  },
  {
    name: 'raw response of httpcore',
    pattern: /b'HTTP\/\d(?:\.\d)?', (?<status>[1-9]\d\d)\b/dg,
    weight: 0.97,
    matches: ["receive_response_headers.complete return_value=(b'HTTP/1.1', 503, b'Service Unavailable', [])"],
    nonMatches: ["(b'HTTP/1.1', b'503')"],
  },
  {
    name: 'load balancer of AWS',
    pattern:
      /(?<=\S )[\d.]{1,40}:\d{1,5} (?:[\d.]{1,40}:\d{1,5}|-) (?:-1|[\d.]{1,20}) (?:-1|[\d.]{1,20}) (?:-1|[\d.]{1,20}) (?<status>[1-9]\d\d) (?:\d{1,3}|-) \d{1,20} \d{1,20} "/dg,
    weight: 0.97,
    matches: [
      'https 2024-03-21T23:05:02.429500Z app/web/50dc 192.0.2.41:2818 10.0.0.1:80 0.000 0.187 0.000 502 502 404 1403 "POST https://a.example:443/ HTTP/1.1"',
    ],
    nonMatches: ['app/web 192.0.2.41:2818 503'],
  },
  {
    name: 'HAProxy',
    pattern:
      /(?<=\S \S{1,300}\/\S{1,300} (?:[\w.:-]{1,300} )?|^)(?:-?\d{1,12}\/ {0,6}){4}\+?\d{1,12} (?<status>[1-9]\d\d) \+?\d{1,20} (?=\S{1,200} \S{1,200} [A-Za-z-]{4} )/dg,
    weight: 0.97,
    matches: [
      'haproxy[1438]: 10.0.1.2:33319 [06/Feb/2024:12:14:15.001] http-in api/<NOSRV> 0/-1/-1/-1/0 503 217 - - SC-- 12/12/0/0/0 0/0 "GET / HTTP/1.1"',
      '18311/   0/-1/-1/18312 503 212 - - SC-- 3/3/0/0/+3 0/0 "GET /a HTTP/1.1"',
      'haproxy[99]: -:4711 [06/Feb/2024:12:14:15.001] www~ api/n1 api.example.com 0/0/1/9/10 404 217 - - ---- 1/1/0/0/0 0/0 "GET /a HTTP/1.1"',
    ],
    nonMatches: [
      'api/x 0/1/2 503 217 ',
      '18311/   0/-1/-1/18312 503 212 rows',
      '3/4/5/6/7 503 212 a b cd e',
      'map x y 3/4/5/6/7 404 217 - - ---- 1/1',
    ],
  },
  {
    name: 'status of a dump, each property on its own line',
    pattern: /(?:^|[Z\]|:]) {1,200}(?:status|statusCode): (?<status>[1-9]\d\d),[ \t]{0,20}\r?$/dg,
    weight: 0.92,
    matches: ['  status: 403,', '2026-05-28T09:53:18.628Z   statusCode: 502,'],
    nonMatches: ['  status: 403', '  exitStatus: 500,'],
  },
  {
    name: 'status of a dump, each property in a record of its own',
    pattern:
      /(?:"(?:log|message|msg|MESSAGE|textPayload|line)": ?"(?: {2,80}|(?:\\t){1,20})|^\S{20,40} std(?:out|err) [FP] {2,80})(?:status|statusCode): (?<status>[45]\d\d),?(?:\\r)?(?:\\n)?(?="|[ \t]{0,4}\r?$)/dg,
    weight: 0.92,
    matches: [
      '{"log":"    status: 401,\\n","stream":"stderr","time":"2026-11-28T04:04:00.500Z"}',
      '{"log":"  statusCode: 503\\n","stream":"stdout"}',
      '2026-11-28T04:04:00.500123456Z stderr F     status: 429,',
    ],
    nonMatches: [
      '{"log":"status: 401 rows\\n","stream":"stderr"}',
      '{"log":"    exitStatus: 401,\\n"}',
      '{"log":"    status: 401 of 500,\\n"}',
      '2026-11-28T04:04:00.500123456Z stderr F     pages: 429,',
    ],
  },
  {
    name: 'status of JSON under a time',
    pattern:
      /^\[?\d{4}-\d\d-\d\d[T ][\d:.,]{5,20}(?:Z|[+-]\d\d:?\d\d)?\]?[ \t]{2,20}"(?:status|statusCode|status_code|httpStatus|http_status)": ?"?(?<status>[45]\d\d)"?,?[ \t]{0,20}\r?$/dg,
    weight: 0.92,
    matches: ['[2026-11-28T09:17:41.929Z]   "status": "500",', '2026-11-28 09:17:41.929     "statusCode": 503'],
    nonMatches: [
      '[2026-11-28T09:17:41.929Z]   "duration": "429"',
      '[2026-11-28T09:17:41.929Z] "status": 500 rows',
      '  "status": 500,',
      '[2026-11-28T09:17:41.929Z]   "exitStatus": 500',
    ],
  },
  {
    name: 'error of Step Functions',
    pattern: /\bStates\.Http\.StatusCode\.(?<status>[45]\d\d)(?![\w.])/dg,
    weight: 0.95,
    matches: ['"error": "States.Http.StatusCode.429"', 'Error: States.Http.StatusCode.503, Cause: busy'],
    nonMatches: ['States.Http.StatusCode.5030', 'i18n.StatusCode.404.title', 'see StatusCode.404'],
  },
  {
    name: 'Gin',
    pattern: /\[GIN\][^|\n]{0,200}\|\s{0,20}(?<status>[1-9]\d\d)\s{0,20}\|/dg,
    weight: 0.97,
    matches: ['[GIN] 2026/10/01 - 10:18:42 | 404 |       1.548µs |       127.0.0.1 | GET      "/"'],
    nonMatches: ['[GIN-debug] Listening on :503', 'a | 404 | b'],
  },
  {
    name: 'IIS (W3C)',
    pattern: new RegExp(
      `\\b${method} \\S{1,2000} \\S{1,2000} \\d{1,20} \\S{1,200} \\S{1,2000} \\S{1,2000} (?:\\S{1,2000} ){0,4}?(?<status>[1-9]\\d\\d)(?: \\d{1,20}){3,5}\\s{0,20}$`,
      'dg',
    ),
    weight: 0.97,
    matches: [
      '2026-03-23 10:04:06 10.0.0.4 GET /api/values - 443 - 10.0.0.29 Mozilla/5.0 - 401 2 5 503',
      '2026-03-23 10:04:06 WEB1 POST /cart id=4 443 - 10.0.0.29 Mozilla/5.0 - a.example 500 0 0 1210 404 31',
      '2026-03-23 10:04:06 W3SVC1 WEB1 10.0.0.4 POST /cart id=4 443 - 10.0.0.29 HTTP/1.1 Mozilla/5.0 - - a.example 500 0 64 1210 404 31',
    ],
    nonMatches: ['GET /a - 443 401 2 5'],
  },
  {
    name: 'urllib3 retries',
    pattern: /\btoo many (?<status>[45]\d\d) error responses\b/dg,
    weight: 0.97,
    matches: [
      "MaxRetryError: Max retries exceeded with url: /a (Caused by ResponseError('too many 503 error responses'))",
    ],
    nonMatches: ['too many 503 responses'],
  },
  {
    name: 'code of a dump, each property on its own line',
    // A success of HTTP is no code of an error, although a vendor may have one of that number.
    pattern: /(?:^|[\]|]:? )[ \t]{1,200}code: (?<code>(?!20[0-6]\b)\d{1,4}),?[ \t]{0,20}\r?$/dg,
    weight: 0.45,
    matches: ['2026-11-21T02:15:04.2+00:00 app[worker.1]:   code: 453,', '  code: 187'],
    nonMatches: ['exit code: 32', 'code: 88 of 90', '      code: 200'],
  },
  {
    name: 'status before a body',
    pattern:
      /(?:^|[\s#:(>-])(?<!\b(?:want|wanted|expected|expecting) )(?<status>[45]\d\d)\)?:?[ \t]{0,20}-?[ \t]{0,20}(?=\{\s{0,80}\\{0,20}["'](?:errors?|title|detail|type|message|status|code|reason|msg|fault|error_\w{1,30}|account_id|client_id)\b|\{\s?["'](?:ok|success)["']\s?:\s?false\b)/dgm,
    weight: 0.9,
    matches: [
      'x-rate-limit-limit 100 #403 {"detail":"no","type":"about:blank"}',
      '[error] 400 {"errors":[{"code":366}]}',
      'push to phone: 410 - {"reason":"Unregistered"}',
      '503 {"ok":false}',
    ],
    nonMatches: [
      'took 503 {"items":[]}',
      '503 {"ok":true}',
      'id=1403 {"title":"x"}',
      'got status 503, want 400: {"error":"no"}',
    ],
  },
  {
    name: 'Twitter code',
    pattern: /(?:\(|, )Twitter code:? (?<code>\d{1,4})\)/dg,
    weight: 0.95,
    matches: [
      'Request failed with code 403 - Status is a duplicate. (Twitter code 187)',
      'AuthenticationError: Forbidden. (HTTP status: 403, Twitter code: 200)',
    ],
    nonMatches: ['(code 187)', '(Twitter code name)'],
  },
  {
    name: 'net/http of Go, its page for an unknown path',
    pattern: /(?<![\w.])(?<status>404) page not found\b/dg,
    weight: 0.92,
    matches: ['404 page not found', '{"error":"404 page not found"}'],
    nonMatches: ['404 pages found', 'page 1404 page not found'],
  },
  {
    name: 'number and name of a status in brackets',
    pattern:
      /\b(?:[Ff]ailed|[Rr]ejected|[Rr]efused|[Ee]rror|ERROR|[Ee]xception):? \[(?<status>[45]\d\d):(?:\k<status>|[A-Z][A-Za-z]{3,40})\](?= (?:\[[A-Z]{3,7}\]|at|for|from|on) |[.,;]?\s{0,4}$)/dg,
    weight: 0.92,
    needs: /https?|request|response|api|upload|download|fetch/i,
    matches: [
      'HTTP request failed: [522:522] [GET] at [https://a.example/b]',
      'Upload rejected [503:ServiceUnavailable]',
    ],
    nonMatches: [
      'request failed: [522:523] [GET] at [https://a.example/b]',
      'matched a request [522:522]',
      'slice of requests failed: [404:404] rows',
      'lookup failed [404:404]',
    ],
  },
  ...productFormats,
  ...quotedCode,
  ...libraryFormats,
  {
    name: 'response of requests',
    pattern: /<Response \[(?<status>[45]\d\d)\]>/dg,
    weight: 0.97,
    matches: ['E        +  where 500 = <Response [500]>.status_code'],
    nonMatches: ['<Response [4040]>', 'Response [500] rows'],
  },
  {
    name: 'Squid',
    pattern: /\b(?:(?:TCP|UDP|NONE|ERR)_[A-Z_]{1,40}|NONE)\/(?<status>[1-9]\d\d) (?=\d)/dg,
    weight: 0.97,
    matches: [
      '1773475202.429   5004 10.0.0.9 TCP_MISS/503 404 GET http://a.example/ - HIER_DIRECT/10.0.0.4 text/html',
      '1773475202.429      5 10.0.0.9 NONE/405 404 CONNECT error:method-not-allowed - HIER_NONE/- text/html',
    ],
    nonMatches: ['TCP_MISS/5030 404', 'TCP_MISS/503ms', 'tcp/503 404'],
  },
  {
    name: 'status line of an SDK',
    pattern: /^Status: (?<status>[45]\d\d) \([A-Z][A-Za-z']{1,40} [A-Za-z ,']{2,200}\.?\)\s{0,20}$/dg,
    weight: 0.92,
    matches: ['Status: 404 (The specified blob does not exist.)'],
    nonMatches: ['Status: 404 (of 500)', 'Status: 404 (Open) rooms'],
  },
  {
    name: 'counts of a load test by status',
    pattern: /(?<=\[code:count\][^\n]{0,300}[ \t])(?<status>[45]\d\d)(?=:\d)/dg,
    weight: 0.95,
    matches: ['Status Codes  [code:count]                      200:500  429:12'],
    nonMatches: ['Status Codes  [code:count]                      200:404', 'at 404:12'],
  },
  {
    name: 'twitter4j',
    pattern:
      /(?:\bTwitterException: |\bReason ?: |(?:^|\b[VDIWEF]\/[\w.:-]{1,40} ?\( {0,4}\d{1,7}\): |\b[VDIWEF] [\w.:-]{1,40} ?: |\btwitter4j\.\w{1,40}: )(?=\d{3}:(?:Authentication|Returned|Something|The (?:request|URI|Twitter)|Twitter) ))(?<status>[45]\d\d):(?=[A-Z])/dg,
    weight: 0.95,
    matches: [
      'twitter4j.TwitterException: 429:Returned in API v1.1 when a request cannot be served',
      '420:Returned by the Search and Trends API when you are being rate limited.',
      '04-16 11:10:09.868: W/System.err(31837): 401:Authentication credentials were missing or incorrect.',
      '16/09/22 10:47:36 INFO twitter4j.TwitterStreamImpl: 401:Authentication credentials were missing or incorrect.',
    ],
    nonMatches: [
      'TwitterException: 429 of 500',
      'Reason : 403:12',
      '404:Rooms are full',
      'row 503:Returned by the shop',
      'W/System.err(31837): 401:rooms',
      'twitter4j.TwitterStreamImpl: 401:rooms',
    ],
  },
  {
    name: 'twitter4j, its code',
    pattern: /^code - (?<code>\d{2,4})\s{0,10}$/dg,
    weight: 0.6,
    matches: ['code - 385'],
    nonMatches: ['exit code - 385', 'code - 385 rows'],
  },
  {
    name: 'Tweetinvi',
    pattern: /\bTwitter Description : [^\n]{1,300}\((?<code>\d{2,4})\)(?=\s{0,10}$)/dg,
    weight: 0.95,
    matches: ['      Error Twitter Description : The account is locked for now (326)'],
    nonMatches: ['Description : locked (326)', 'Twitter Description : locked (326) rows'],
  },
  {
    name: 'pseudo header of HTTP/2',
    pattern: /(?<!\w):status['"]?(?:, ?|: ?| => |=|: \[| )['"]?(?<status>[1-9]\d\d)(?!\d)/dg,
    weight: 0.95,
    matches: ["':status', '502'", ':status: 404', '":status" => "503"', '[h2] :status 503'],
    nonMatches: ["':status', '5020'", ':statuses: 404', 'GET limit:status: 500'],
  },
  {
    name: 'TwitterException',
    pattern: /\bTwitterException\{[^\n]{0,1500}?\bcode=(?<code>\d{1,4})\b/dg,
    weight: 0.95,
    matches: ['TwitterException{exceptionCode=[abc-def], statusCode=403, message=Locked, code=326, retryAfter=-1}'],
    nonMatches: ['SomeException{statusCode=403, code=326}'],
  },
];

/** The formats for which the lines around a line matter. */
export const formatsOfLines: readonly PrintFormat[] = [...twoLineFormats, ...formatsWithLineBelow, ...assertionFormats];
