/**
 * How programs print a status or a code into a line of text, as data. Each rule has lines that must match and lines
 * that must not; all are tests. The named groups say what a number is: `status` an HTTP status, `code` a vendor's code.
 */
export interface PrintFormat {
  readonly name: string;
  readonly pattern: RegExp;
  /** How sure the format alone makes it, see `Candidate.weight`. */
  readonly weight: number;
  readonly matches: readonly string[];
  readonly nonMatches: readonly string[];
}

const method = '(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT|TRACE|PROPFIND)';

export const printFormats: readonly PrintFormat[] = [
  {
    name: 'access log',
    pattern: new RegExp(`"${method} [^"\\n]{0,2000}"[ ,]+(?<status>[1-9]\\d\\d)(?=[ ,]|$)`, 'dg'),
    weight: 0.97,
    matches: [
      '203.0.113.7 - - [21/Nov/2026:02:11:09 +0000] "GET /a?b=500 HTTP/1.1" 503 512 "-" "curl/8.5"',
      'INFO:     127.0.0.1:51034 - "POST /items HTTP/1.1" 422 Unprocessable Entity',
    ],
    nonMatches: ['title "GET things done" chapter 404a', 'fetched "GET /x" in 503ms'],
  },
  {
    name: 'request line with duration',
    pattern: new RegExp(
      `\\b${method} +[^\\s"]{1,2000} +(?:HTTP/\\d(?:\\.\\d)? +)?(?:→|->|=>|-|:)? *(?<status>[1-9]\\d\\d)(?= +(?:in +)?[\\d.]+ *(?:ms|µs|us|s)\\b| *$| +-| +\\()`,
      'dg',
    ),
    weight: 0.95,
    matches: ['GET /api/users 404 12.318 ms - 120', 'POST /v1/posts 429 in 31ms', 'DELETE /a -> 409 (3 ms)'],
    nonMatches: ['GET /orders/503 200 8 ms', 'PUT /bucket 404812 bytes'],
  },
  {
    name: 'HTTP version and status',
    pattern: /\bHTTP\/\d(?:\.\d)?"?[ \t]+"?(?<status>[1-9]\d\d)(?![\d.])/dg,
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
      /(?<![\w/])(?:HTTP|http)(?:S)?(?:[ _-]?(?:error|status|code|response|Error|Status|Code|Response|ERROR)){0,3}(?: (?:was|is|of|code))?[ \t]*[:=#(-]{0,2}[ \t]*(?<status>[1-9]\d\d)(?![\d.,:]\d|\d|[a-zA-Z%])/dg,
    weight: 0.95,
    matches: [
      'urllib.error.HTTPError: HTTP Error 404: Not Found',
      'Cannot get rules (HTTP 403): {"title":"x"}',
      'Stream encountered HTTP error: 403',
      'HTTP error 403: Forbidden - {',
      'failed with HTTP status code 500',
      'upstream said http 502',
    ],
    nonMatches: [
      'listening on http :443 and 8080',
      'HTTP 4044 is no status',
      'loaded HTTP 503ms late',
      'http 200.5 kb',
    ],
  },
  {
    name: 'status word',
    pattern:
      /(?<![\w-])(?<!exit |exited with |process |order |job |task |marital )(?:status|Status|STATUS)(?:[ _-]?(?:code|Code|CODE))?(?: (?:was|is|of|returned|received))?["']?[ \t]*[:=]?[ \t]*["'(]?(?<status>[1-9]\d\d)(?![\d%]|[.,:]\d|[a-zA-Z])/dg,
    weight: 0.92,
    matches: [
      'AxiosError: Request failed with status code 404',
      'returned status 400, {"errors":[]}',
      'Unexpected status: 502',
      'responded with a status of 503',
      'X API error 403 status 403: {',
      'response status=429',
    ],
    nonMatches: ['exit status 137', 'exited with status 500', 'status 4290 of 5000', 'status: 404ms', 'substatus 403'],
  },
  {
    name: 'request failed with code',
    pattern:
      /\b(?:[Ff]ailed|[Rr]esponded|[Rr]eturned|[Aa]nswered|[Rr]eplied|[Rr]ejected|[Gg]ot|[Rr]eceived|[Ee]rrored)(?: (?:a|an|with|by|HTTP|the|server|error|response|back|status|code|call\w*)){1,5}[ \t]*[:=(]?[ \t]*(?<status>[45]\d\d)(?![\d%]|[.,:]\d|[a-zA-Z])/dg,
    weight: 0.92,
    matches: [
      'ApiResponseError: Request failed with code 402',
      'Twitter API returned a 429 (Too Many Requests), Rate limit exceeded',
      'Request returned an error: 403 {"title":"Forbidden"}',
      'Server responded with 503',
    ],
    nonMatches: ['returned a 500ms sample', 'failed after 503 tries', 'failed with error 5032'],
  },
  {
    name: 'tunnel refused',
    pattern: /\bCONNECT tunnel failed, response (?<status>[45]\d\d)\b/dg,
    weight: 0.97,
    matches: ['curl: (56) CONNECT tunnel failed, response 407'],
    nonMatches: ['tunnel failed, response 407 bytes'],
  },
  {
    name: 'error and a number',
    pattern:
      /(?<![\w-])(?:[Ee]rror|ERROR|StatusCodeError|[Ee]xception|TwitterError|APIError|ApiError)(?: code)?[ \t]*[:#(]?[ \t]*\(?(?<status>[45]\d\d)\)?(?=[ \t]*[:{([-]|[ \t]*$|[ \t]+status\b|[ \t]+[A-Z][a-z]+)/dgm,
    weight: 0.85,
    matches: [
      'RuntimeError: Error 403: {',
      'StatusCodeError: 429 - {"errors":[]}',
      'API error 503',
      'API error 403 status 403: {',
    ],
    nonMatches: ['error 404 of 500 processed', 'ERROR 512 bytes', 'Error: 500 items missing', 'errors: 450/900'],
  },
  {
    name: 'client or server error',
    pattern: /(?<![\d.])(?<status>[45]\d\d) (?:Client|Server) Error\b/dg,
    weight: 0.97,
    matches: ['requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://a.example/'],
    nonMatches: ['1503 Server Errors', '503 server processes'],
  },
  {
    name: 'status before a body',
    pattern:
      /(?:^|[\s#:(>-])(?<status>[45]\d\d)\)?:?[ \t]*-?[ \t]*(?=\{\s*\\*["'](?:errors?|title|detail|type|message|status|code|account_id|client_id)\b)/dgm,
    weight: 0.9,
    matches: [
      'x-rate-limit-limit 100 #403 {"detail":"no","type":"about:blank"}',
      '[error] 400 {"errors":[{"code":366}]}',
    ],
    nonMatches: ['took 503 {"items":[]}', 'id=1403 {"title":"x"}'],
  },
  {
    name: 'Twitter code',
    pattern: /\(Twitter code (?<code>\d{1,4})\)/dg,
    weight: 0.95,
    matches: ['Request failed with code 403 - Status is a duplicate. (Twitter code 187)'],
    nonMatches: ['(code 187)', '(Twitter code name)'],
  },
  {
    name: 'TwitterException',
    pattern: /\bTwitterException\{[^\n]{0,1500}?\bcode=(?<code>\d{1,4})\b/dg,
    weight: 0.95,
    matches: ['TwitterException{exceptionCode=[abc-def], statusCode=403, message=Locked, code=326, retryAfter=-1}'],
    nonMatches: ['SomeException{statusCode=403, code=326}'],
  },
];
