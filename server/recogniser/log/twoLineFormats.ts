import { wellKnownStatuses as known } from '../wellKnownStatuses';
import type { PrintFormat } from './printFormat';

// Every repetition has an upper bound, as in `formats.ts`.

/** What was found instead of what was expected. */
const lowerLine = /(?:received|actual|got|but was)\b[^\n]{0,12}(?:: {1,10}| is )["<(]?(?:int ?\()?[45]\d\d\W{0,12}$/i;

/** What a shell answers to a line that asks for a status: `=> 401`, `Out[4]: 401`, `$4 ==> 401`. */
const answerOfShell =
  /(?<![^\n])(?:=> |Out\[\d{1,4}\]: |\$\d{1,4} ==> |res\d{1,4}: Int = |int\()?["']?[45]\d\d["')]?\s{0,4}$/;

/** Formats of two lines. What the lower one must hold is in `needs`. */
export const twoLineFormats: readonly PrintFormat[] = [
  {
    name: 'expectation of a success on the line above',
    pattern:
      /(?:^|[ \t|:\]])(?:[Ee]xpected|[Ww]ant)(?: value| status| code)?[ \t]{0,3}: {1,10}["<(]?(?:int ?\()?2\d\d[">)]?\s{0,10}\n[^\n]{0,80}?(?:[Rr]eceived|[Aa]ctual|[Gg]ot|[Bb]ut was)(?: value| status| code)?[ \t]{0,3}: {1,10}["<(]?(?:int ?\()?(?<status>[45]\d\d)(?=[">)]?\s{0,10}$)/dg,
    weight: 0.92,
    needs: lowerLine,
    matches: [
      '    Expected: 200\n    Received: 504',
      'Expected: <201>\nActual: <422>',
      '08:12:44   expected: 200\n08:12:44   actual  : 503',
    ],
    nonMatches: ['    Expected: 404\n    Received: 504', 'Expected: 200\nReceived: 500 rows', 'Received: 504'],
  },
  {
    name: 'a status named on the line above',
    pattern:
      /\b(?:[Ss]tatus [Cc]ode|HTTP [Ss]tatus|response code)\b[^\n\d]{0,20}\n[^\n]{0,40}\b(?:[Rr]eceived|[Aa]ctual|[Gg]ot): {1,10}(?<status>[45]\d\d)(?=\s{0,10}$)/dg,
    weight: 0.92,
    needs: lowerLine,
    matches: ['- Undocumented HTTP status code\n    Received: 507'],
    nonMatches: ['- Undocumented HTTP status\n    Received: 507 rows', 'status codes\nReceived: 507'],
  },
  {
    name: 'an expected status below the name of it',
    pattern:
      /\b(?:[Ss]tatus|HTTP|[Rr]esponse) [Cc]ode\b[^\n]{0,60}\n[^\n]{0,60}\bexpected [1-5]\d\d,? (?:but )?(?:was|got|received|found) (?<status>[45]\d\d)(?=[.,;)]?\s{0,10}$)/dg,
    weight: 0.92,
    needs: /\bexpected [1-5]\d\d,? (?:but )?(?:was|got|received|found) [45]\d\d[.,;)]?\s{0,10}$/,
    matches: ['2. answers with status code 201\n   expected 201 but got 502'],
    nonMatches: ['2. counts rows\n   expected 201 but got 502', 'status code 201\n   expected 201 but got 502 rows'],
  },
  {
    name: 'a sentence that goes on below the words status code',
    pattern:
      /\b(?:(?:an?|the|with|HTTP|returned|unexpected|response|invalid) status code|(?:HTTP|response|error) (?:status|code))[ \t]{0,4}\n(?:of|[ \t|\u2502\u2551*#>]{0,20}(?:was|is)) (?<status>[45]\d\d)(?=[.,;:)]?\s{0,4}$|[,.:;]? (?:and|but|was|is|for|from|while|when|with|which|in|on|at|to|so|returned|received|because) )/dg,
    weight: 0.92,
    needs: /(?<![^\n])(?:of|[ \t|\u2502\u2551*#>]{0,20}(?:was|is)) [45]\d\d(?=[.,;:)]?\s{0,4}$|[,.:;]? [a-z])/,
    matches: [
      'the pier answered with a status code\nof 404 and its door was closed',
      'the server returned status code\n  is 503',
      '\u2502 it failed because of the HTTP status\n\u2502 was 429.',
    ],
    nonMatches: [
      'the pier was built of a stone\nof 404 and more',
      'the rows have status codes\nof 404 and more',
      'it has a status code\nof 404 pages',
      'a zip code\nof 404',
    ],
  },
  {
    name: 'a status below the words that name it',
    pattern:
      /\b(?:HTTP (?:status|error|code)|(?:status|response|error)[ -]code|(?:server )?(?:returned|responded|answered|replied|failed)(?: with)?(?: an?)?(?: (?:HTTP|error|status|code)){1,3}):?[ \t]{0,4}[\u2502\u2551|]?[ \t]{0,4}\r?\n[ \t|\u2502\u2551*#>]{0,20}\(?(?<status>[45]\d\d)(?=\)?(?: [A-Z][A-Za-z]{2,20}\b|[.,;:]? (?:and|but|from|for|while|when)\b|[.,;:]?\s{0,4}$))/dg,
    weight: 0.9,
    needs: /(?<![^\n])[ \t|\u2502\u2551*#>]{0,20}\(?[45]\d\d(?:\)|[.,;:])?(?:[ \t]|\s{0,4}$)/,
    matches: [
      'the pier answered with HTTP status\n404 and nothing else',
      'The remote server returned an error:\n(503) Server Unavailable.',
      'Request failed with status code\n429',
    ],
    nonMatches: [
      'the boat returned\n404 rows',
      'the pier is built of stone\n404 Boats',
      'it has a status\n503',
      'the status code\n404 pages',
    ],
  },
  {
    name: 'what curl was told to write',
    pattern:
      /\bcurl\b[^\n]{0,300}%\{(?:http|response)_code\}[^\n]{0,300}\n(?:\+{1,3} [A-Za-z_]\w{0,30}=["']?)?(?<status>[45]\d\d)(?=["'%]?\s{0,4}$)/dg,
    weight: 0.92,
    needs: /(?<![^\n])(?:\+{1,3} [A-Za-z_]\w{0,30}=["']?)?[45]\d\d["'%]?\s{0,4}$/,
    matches: [
      '$ curl -s -o /dev/null -w "%{http_code}" https://a.example/b\n404',
      "++ curl -w '%{http_code}' a.example/b\n+ pier=404",
    ],
    nonMatches: [
      "++ curl -w '%{http_code}' a.example/b\n+ pier=404 boats",
      '$ curl -w "%{size_download}" https://a.example/b\n404',
      'curl -w "%{http_code}" a\n404 rows',
    ],
  },
  {
    name: 'answer of a shell',
    pattern:
      /(?<![\w.])[\w$!@][^\n]{0,200}(?:\.(?:status|status_?code|http_?status)|[Rr]es(?:p(?:onse)?)?\.code)(?:\(\)|\.value|\.to_i|\.as_u16\(\))?\)?;?[ \t]{0,4}\n(?:=> |Out\[\d{1,4}\]: |\$\d{1,4} ==> |res\d{1,4}: Int = |int\()?["']?(?<status>[45]\d\d)(?=["')]?\s{0,4}$)/dgi,
    weight: 0.92,
    needs: answerOfShell,
    matches: [
      'irb(main):014> Faraday.get("https://api.x.com/2/usage/tweets").status\n=> 401',
      '>>> r.status_code\n503',
      'In [4]: resp.status_code\nOut[4]: 429',
      'jshell> response.statusCode()\n$4 ==> 404',
      'irb(main):005> $!.http_response.code\n=> "429"',
    ],
    nonMatches: [
      'irb(main):026> user.statuses_count\n=> 429',
      '>>> len(rows)\n404',
      'irb(main):011> $!.code\n=> 403 rows',
      '>>> r.status_code\n404 rows',
      '>>> order.code\n503',
    ],
  },
  {
    name: 'Tweetinvi, its status below the code',
    pattern:
      /\bDetails ?: [^\n]{1,300}\(\d{1,4}\)[ \t]{0,4}\r?\n[^\n]{0,40}?\bCode ?: (?<status>[45]\d\d)(?=\s{0,4}$)/dg,
    weight: 0.92,
    needs: /\bCode ?: [45]\d\d\s{0,4}$/,
    matches: ['Details : Rate limit exceeded (88)\nCode : 429'],
    nonMatches: ['Details : four rooms (88)\nCode : 429 rows', 'Details : rooms\nCode : 404'],
  },
  {
    name: "a status in a dump of PHP's, its name on the line above",
    pattern:
      /\["?(?:http_?|response_?)?(?:status|status_?code|http_?code|response_?code)"?(?::"?[\w\\]{1,80}"?(?::\w{1,20})?)?\]\s?=>[ \t]{0,4}\r?\n[ \t]{0,40}(?:int\(|string\(3\) ")(?<status>[45]\d\d)(?=["')]\s{0,4}$)/dgi,
    weight: 0.92,
    needs: /(?<![^\n])[ \t]{0,40}(?:int\(|string\(3\) ")[45]\d\d["')]\s{0,4}$/,
    matches: [
      '  ["status_code"]=>\n  int(429)',
      '["http_code"]=>\n    int(503)',
      '["status"]=>\n  string(3) "404"',
      '["status":"ApiError":private]=>\n  int(404)',
    ],
    nonMatches: ['  ["width"]=>\n  int(429)', '["status"]=>\n  int(429), 4'],
  },
  {
    name: 'code of an exception of PHP, its name on the line above',
    pattern: new RegExp(
      `\\["code":protected\\]\\s?=>[ \\t]{0,4}\\r?\\n[ \\t]{0,40}int\\((?<status>${known})\\)(?=\\s{0,4}$)`,
      'dg',
    ),
    weight: 0.9,
    needs: /(?<![^\n])[ \t]{0,40}int\([45]\d\d\)\s{0,4}$/,
    matches: ['  ["code":protected]=>\n  int(404)'],
    nonMatches: ['  ["width":protected]=>\n  int(404)', '  ["code":protected]=>\n  int(500)', '["code"]=>\n int(404)'],
  },
  {
    name: 'code that ends what an error of Node.js prints, below its stack',
    pattern: new RegExp(
      `\\n? {4,12}at [^\\n]{1,300}\\{[ \\t]{0,4}\\r?\\n {2,8}(?:\\[?code\\]?): (?<status>${known}),?(?=\\s{0,4}$)`,
      'dg',
    ),
    weight: 0.9,
    needs: /(?<![^\n]) {2,8}\[?code\]?: [45]\d\d,?\s{0,4}$/,
    matches: ['    at pier (boat.js:4:12) {\n  code: 404', '    at async Boat.go (b.mjs:1:2) {\n  code: 429,'],
    nonMatches: ['    at pier (boat.js:4:12) {\n  rows: 404', '  at 4 {\n  code: 500', 'a {\n  code: 404'],
  },
  {
    name: 'an error on the line above, its status below it',
    pattern:
      /(?:Error|Exception)\b[^\n]{0,300}\n[ \t]{1,20}["']?(?:status|status_?code|http_?status|http_?code)["']?: (?<status>[45]\d\d),?(?=[ \t]{0,4}\r?$)/dgi,
    weight: 0.9,
    needs: /(?<![^\n])[ \t]{1,20}["']?(?:http_?)?(?:status|code|status_?code)["']?: [45]\d\d,?\s{0,4}$/i,
    matches: ['JSONHTTPError: Unprocessable Entity\n  status: 422', 'an ApiException: no\n    status_code: 503'],
    nonMatches: ['JSONHTTPError: no\n  pages: 422', 'a line\n  status: 422', 'ApiError: no\n  status: 422 rows'],
  },
  {
    name: 'left side of an assertion',
    pattern: /(?:^|[ \t|])left: `?2\d\d`?[,\s]{0,10}\n[^\n]{0,40}\bright: `?(?<status>[45]\d\d)(?=`?\s{0,10}$)/dg,
    weight: 0.92,
    needs: /\bright: `?[45]\d\d`?\s{0,10}$/,
    matches: ['  left: 200\n right: 500', 'test x ... left: `201`,\n right: `422`'],
    nonMatches: ['  left: 404\n right: 500', '  left: 200\n right: 500 px', 'margin-left: 200px\n right: 500'],
  },
  {
    name: 'difference of an assertion',
    pattern:
      /(?:^|\n)(?:\u001b?\[\d{1,3}m){0,3}[ \t]{0,12}- 2\d\d(?:\u001b?\[\d{1,3}m){0,3}\s{0,4}\n(?:\u001b?\[\d{1,3}m){0,3}\s{0,20}\+ (?<status>[45]\d\d)\s{0,12}$/dg,
    weight: 0.92,
    needs: /(?<![^\n])\s{0,20}\+ [45]\d\d\s{0,12}$/,
    matches: ['- 200\n+ 503', '    - 201\n    + 422'],
    nonMatches: ['-200\n+503', '- 404\n+ 503', '- 200 rows\n+ 503 rows', '- 200\n+ 5030'],
  },
  {
    name: 'Hurl',
    pattern: /\| HTTP\S{0,4} 2\d\d\s{0,10}\n[^\n]{0,80}\^ actual value is <(?<status>[45]\d\d)>/dg,
    weight: 0.95,
    needs: lowerLine,
    matches: ['42 | HTTP 200\n   |      ^^^ actual value is <503>'],
    nonMatches: [
      '42 | HTTP 404\n   |      ^^^ actual value is <503>',
      '42 | rows 200\n   |   ^^^ actual value is <503>',
    ],
  },
];

/** Formats of two lines whose upper line has the status. What the upper one must hold is in `needs`. */
export const formatsWithLineBelow: readonly PrintFormat[] = [
  {
    name: 'left side of an assertion, its status',
    pattern: /(?:^|[ \t|])left: `?(?<status>[45]\d\d)`?[,\s]{0,10}\n[^\n]{0,40}\bright: `?2\d\d`?\s{0,10}$/dgm,
    weight: 0.92,
    needs: /(?:^|[ \t|])left: `?[45]\d\d`?,?\s{0,10}$/,
    matches: ['  left: 500\n right: 200', ' left: `404`,\n right: `200`'],
    nonMatches: ['  left: 500\n right: 404', '  left: 500px\n right: 200', 'margin-left: 500\n right: 200'],
  },
  {
    name: 'what came instead of what was expected on the line below',
    pattern:
      /(?:^|[ \t|:\]])(?:[Rr]eceived|[Aa]ctual|[Gg]ot)(?: value| status| code)?[ \t]{0,3}: {1,10}["<(]?(?<status>[45]\d\d)[">)]?[ \t]{0,4}\r?\n[^\n]{0,60}?(?:[Ee]xpected|[Ww]ant(?:ed)?)(?: value| status| code)?[ \t]{0,3}: {1,10}["<(]?2\d\d[">)]?\s{0,10}$/dgm,
    weight: 0.92,
    needs: /\b(?:[Rr]eceived|[Aa]ctual|[Gg]ot)(?: value| status| code)?[ \t]{0,3}: {1,10}["<(]?[45]\d\d[">)]?\s{0,4}$/,
    matches: ['Actual: 500\nExpected: 200', '  got:  404\n  want: 201'],
    nonMatches: ['Actual: 500\nExpected: 404', 'Actual: 500 ms\nExpected: 200', 'got: 404\nwant: 201 rows'],
  },
  {
    name: 'status as the last property of a dump',
    pattern: /^[ \t]{1,20}(?:status|statusCode): (?<status>[45]\d\d)[ \t]{0,4}\r?\n[ \t]{0,20}[}\]]/dgm,
    weight: 0.92,
    needs: /^[ \t]{1,20}(?:status|statusCode): [45]\d\d\s{0,4}$/,
    matches: ['  status: 429\n}', '    statusCode: 503\n  },'],
    nonMatches: ['  status: 429\n  pages: 3', 'status: 404\n}', '  pages: 404\n}'],
  },
  {
    name: 'status as the code of printed data, with what an error or an answer has on the line below',
    pattern:
      /^[ \t]{0,40}["']?code["']?: (?<status>[45]\d\d),[ \t]{0,4}\r?\n[ \t]{0,40}["']?(?:message|msg|errors?|err|status|reason|details?|_?headers|rateLimit(?:Error)?|isError|data|body|request|response|config|stack|error_description)["']?: ?["'{[\w\x60]/dgm,
    weight: 0.85,
    needs: /^[ \t]{0,40}["']?code["']?: [45]\d\d,\s{0,4}$/,
    matches: [
      '  code: 429,\n  rateLimit: { limit: 50, remaining: 0 },',
      '    "code": 404,\n    "message": "no such order"',
    ],
    nonMatches: ['  code: 404,\n  price: 12', '  code: 429, rows\n  message: "a"', 'code: 404\nmessage: a'],
  },
  {
    name: 'code with its reason on the line below',
    pattern:
      /^[ \t]{0,40}["'[]?(?:[Ee]rror[ _]?)?[Cc]ode["'\]]?[ \t]{0,12}(?:[:=]|=>)[ \t]{0,4}["']?(?<status>[45]\d\d)["']?[ \t]{0,4}\r?\n[ \t]{0,40}(?:["'[]?(?:[Rr]eason|(?:[Ee]rror|[Ee]rr|[Dd]etails?|[Ss]tatus[ _]?[Tt]ext)(?:[ _]?(?:[Mm]essage|[Mm]sg|[Dd]escription))?)["'\]]?[ \t]{0,12}(?:[:=]|=>)[ \t]{0,4}["'{[\w]|["'[]?(?:[Ee]rror[ _]?)?(?:[Mm]essage|[Mm]sg)["'\]]?[ \t]{0,12}(?:[:=]|=>)[ \t]{0,4}["'{[A-Z])/dgm,
    weight: 0.85,
    needs:
      /^[ \t]{0,40}["'[]?(?:[Ee]rror[ _]?)?[Cc]ode["'\]]?[ \t]{0,12}(?:[:=]|=>)[ \t]{0,4}["']?[45]\d\d["']?\s{0,4}$/,
    matches: [
      'code: 403\nreason: Forbidden',
      'code      : 404\nmessage   : No such order',
      '    [code] => 401\n    [message] => No such key',
      'Error Code: 503\nError Message: busy',
    ],
    nonMatches: [
      'code: 403\nname: widget',
      'zip code: 403\nreason: moved',
      'code: 403 rows\nreason: moved',
      'code: 403\nmessage: a',
    ],
  },
  {
    name: 'Tweetinvi, its status',
    pattern: /\bCode ?: (?<status>[45]\d\d)[ \t]{0,4}\r?\n[^\n]{0,60}?\b[Dd]escription ?: /dgm,
    weight: 0.92,
    needs: /\bCode ?: [45]\d\d\s{0,4}$/,
    matches: ['[WRN] Code : 429\nError documentation description : Too many'],
    nonMatches: ['[WRN] Code : 429\nError 4', 'Code : 429 rows\nError documentation description : Too many'],
  },
  {
    name: 'answer that a description of the API has not',
    pattern:
      /\b[Rr]eceived: {1,10}(?<status>[45]\d\d)[ \t]{0,4}\r?\n[^\n]{0,60}?\b[Dd]ocumented: {1,10}(?:[1-5](?:\d\d|XX)(?:, )?){1,40}/dg,
    weight: 0.92,
    needs: /\b[Rr]eceived: {1,10}[45]\d\d\s{0,4}$/,
    matches: ['    Received: 500\n    Documented: 201, 400, 422'],
    nonMatches: ['    Received: 500\n    Documented: rows', '    Received: 500 rows\n    Documented: 201'],
  },
  {
    name: 'exception of a generated client, its reason on the line below',
    pattern: /(?:^|[\s|:>\]])\((?<status>[45]\d\d)\)[ \t]{0,4}\r?\n[^\n]{0,120}?(?:^|[\s|:>\]-])Reason: (?=[A-Z])/dgm,
    weight: 0.92,
    needs: /(?:^|[\s|:>\]])\([45]\d\d\)\s{0,4}$/,
    matches: [
      '(409)\nReason: Conflict',
      'INFO - [base] (404)\nINFO - [base] Reason: Not Found',
      'ApiException: (422)\nReason: Unprocessable Entity',
    ],
    nonMatches: ['(409)\nreason', 'step (404)\nof 500 Reason:', 'part(404)\nReason: A'],
  },
];
