import { wellKnownStatuses as known } from '../wellKnownStatuses';
import type { PrintFormat } from './printFormat';

/** What a page of few words says of its status, by the status. */
const pages = [
  '[Bb]ad [Rr]equest(?=400)|[Ii]nvalid [Rr]equest(?=400)|(?:^|> ?|: )[Uu]nauthori[sz]ed(?=401)|[Aa]uthentication [Rr]equired(?=401)',
  '[Pp]ayment [Rr]equired(?=402)|(?:^|> ?|: )Forbidden(?=403)|[Aa]ccess [Dd]enied(?=403)|[Pp]ermission [Dd]enied(?=403)',
  '[Nn]ot [Ff]ound(?=404)|[Mm]ethod [Nn]ot [Aa]llowed(?=405)|[Rr]equest [Tt]ime-?[Oo]ut(?=408)|(?:^|> ?|: )Conflict(?=409)',
  '(?:^|> ?|: )Gone(?=410)|(?:[Pp]ayload|[Cc]ontent|[Rr]equest [Ee]ntity) [Tt]oo [Ll]arge(?=413)|[Uu]nsupported [Mm]edia [Tt]ype(?=415)',
  '[Uu]nprocessable (?:[Ee]ntity|[Cc]ontent)(?=422)|[Tt]oo [Mm]any [Rr]equests(?=429)|(?:[Ii]nternal|[Ss]erver|[Ii]nternal [Ss]erver) [Ee]rror(?=500)',
  '[Ss]omething (?:went|goes) wrong(?=500)|[Nn]ot [Ii]mplemented(?=501)|[Bb]ad [Gg]ateway(?=502)|[Ss]ervice (?:[Tt]emporarily )?[Uu]navailable(?=503)',
  '[Gg]ateway [Tt]ime-?[Oo]ut(?=504)',
].join('|'); // prettier-ignore

/** How libraries with which programs call the web print a status. */
export const libraryFormats: readonly PrintFormat[] = [
  {
    name: 'gallery-dl',
    pattern: /'(?<status>[45]\d\d)(?: [A-Za-z' -]{1,60})?' for '?https?:\/\//dg,
    weight: 0.95,
    matches: ["[downloader][warning] '520 unknown' for 'http://a.example/pier.jpg' (1/2)"],
    nonMatches: ["'520 boats' for 'the pier'", "'5200 unknown' for 'http://a.example/'"],
  },
  {
    // Curl and others write what they are told to right behind a page that ends with no line end.
    name: 'page of few words and its status, with nothing between',
    pattern: new RegExp(
      `(?<![\\w-])(?:${pages})(?<status>[45]\\d\\d)(?=\\s{0,4}$|[ \\t](?:https?://|/[\\w?-]|\\d{1,4}[.,]\\d{1,9}(?:s|\\s|$)|(?:GET|POST|PUT|PATCH|DELETE|HEAD)\\b))`,
      'dg',
    ),
    weight: 0.92,
    matches: [
      'Not Found404 http://a.example/b',
      'Internal server error500',
      'Forbidden403 /piers',
      'upstream: Bad Gateway502 0.013',
    ],
    nonMatches: [
      'Not Found404Page of boats',
      'not found405 http://a.example/b',
      'the branch conflict409',
      'Not Found404 boats',
      'pier-error500 /b',
    ],
  },
  {
    name: 'AWS SDK for Ruby',
    pattern: /\[Aws::[\w:]{1,60}::Client (?<status>[45]\d\d) \d/dg,
    weight: 0.97,
    matches: ['INFO -- : [Aws::S3::Client 404 0.19 0 retries] get_object(bucket:"pier") Aws::S3::Errors::NoSuchKey'],
    nonMatches: ['[Aws::S3::Client 404 retries]', '[Boat::Client 404 0.19 0 retries]'],
  },
  {
    name: 'Mechanize',
    pattern: /(?<![\w.])(?<status>[45]\d\d) => Net::HTTP[A-Z]\w{1,40} for /dg,
    weight: 0.97,
    matches: ['502 => Net::HTTPBadGateway for https://a.example/ -- unhandled response'],
    nonMatches: ['502 => Net::Boat for https://a.example/', '502 => Net::HTTPBadGateway'],
  },
  {
    name: 'response and its text in angle brackets',
    pattern: /<[\w.:]{0,40}Response (?<status>[45]\d\d) ['"]/dg,
    weight: 0.97,
    matches: ["<treq.response._Response 404 'text/html' 76 bytes>", '<RestClient::Response 503 "">'],
    nonMatches: ['<Response 404 bytes>', "<Respond 404 'text/html'>"],
  },
  {
    name: 'error of aiohttp',
    pattern: /(?<![\w.])(?<status>[45]\d\d), message=(?:'[^'\n]{0,200}'|"[^"\n]{0,200}"), url=/dg,
    weight: 0.97,
    matches: ["jobs: 500, message='Internal Server Error', url=URL('https://a.example/jobs')"],
    nonMatches: ["jobs: 500, message='late'", "jobs: 2.500, message='late', url=1"],
  },
  {
    // The prefix of Python's logging ends right before the message.
    name: "message of Python's logging",
    pattern: /^(?:WARNING|ERROR|CRITICAL):[\w.]{1,60}:(?<status>[45]\d\d) (?=[A-Z][a-z]+(?<!s)(?: |$))/dgm,
    weight: 0.9,
    matches: ['WARNING:root:429 Too Many Requests', 'ERROR:boats.client:503 Service Unavailable'],
    nonMatches: ['WARNING:root:404 boats left', 'WARNING:root:404 Boats left', 'HOST:a.example:503 Up'],
  },
  {
    name: 'quota of Google',
    pattern: /(?:^|: )(?<status>[45]\d\d) Quota exceeded for quota metric\b/dgm,
    weight: 0.97,
    matches: ["403 Quota exceeded for quota metric 'Reads'", "failed: 429 Quota exceeded for quota metric 'Reads'"],
    nonMatches: ['403 Quota left', '4030 Quota exceeded for quota metric'],
  },
  {
    name: 'status and the class of its error',
    // What was called may stand before it, where the error is none of a language's own.
    pattern: new RegExp(
      String.raw`^(?:(?=\S{2,21} ${known} (?!(?:Range|Type|Syntax|Value|Key|Index|Parse|Assertion)Error)[A-Z]\w{2,60}(?:Error|Exception)(?::|\s{0,4}$))[a-z][\w.-]{1,20} )?(?<status>[45]\d\d) (?=(?:[A-Z][\w.]{0,60}(?:Error|Exception)|[a-z_]{2,40}_(?:error|exception)|[A-Z]\w{1,40}::Errors?::[A-Z]\w{1,40})(?:[\s:(]|$))`,
      'dgm',
    ),
    weight: 0.8,
    matches: [
      '404 BerthInvalidRequestError no_such_berth',
      '400 parsing_exception',
      '409 Harbour::Error::Conflict',
      'moor 403 PierError',
    ],
    nonMatches: [
      '404 Errors were found',
      '400 parsing',
      ' 404 x_error_count 3',
      'took 404 RangeError',
      'moor 403 PierErrors',
    ],
  },
  {
    name: 'status that is told',
    pattern: /(?:^|[^\w-])[Ss]tatus (?:is|was): (?<status>[45]\d\d)(?=[.,;]?\s{0,4}$)/dgm,
    weight: 0.8,
    matches: ['Status is: 402', 'The status was: 503.'],
    nonMatches: ['Status is: 402 rows', 'Statue is: 402'],
  },
  {
    name: 'status and the object it came with, over lines',
    pattern:
      /(?:^|[\s:(-])(?<![\w.] {0,3})(?<status>[45]\d\d)\)?:? \{[ \t]{0,4}\r?\n\s{1,40}["']?(?:errors?|err|title|detail|type|message|msg|status|statusCode|code|reason|fault|success|error_\w{1,30}|__type|name)["']?: ?["'{[\w]/dgm,
    weight: 0.9,
    needs: /[45]\d\d\)?:? \{[ \t]{0,4}\r?$/m,
    matches: ["404 {\n  message: 'no such pier',", "failed: 503 {\n  error: 'busy'"],
    nonMatches: ['404 {\n  rows: 4', 'case 404 {\n  pier: 1', '404 {}', 'pier 404 {\n  message: "a"'],
  },
  {
    name: 'the same status twice, and its text',
    pattern: new RegExp(
      `(?:^|[\\s:>|\\]-] ?)(?<status>${known}|400|500) \\k<status>(?=: ?["'{A-Za-z(]| - ["'{A-Za-z]| [A-Za-z{"'])(?! \\w{1,20}s\\b)`,
      'dgm',
    ),
    weight: 0.9,
    matches: ['401 401: {', '404 404 - "gone"', '429 429 Too many', 'WARN - 503 503: busy'],
    nonMatches: ['404 405: {', '404 404 12', '404 404 rows', '1404 404: a'],
  },
  {
    name: "status of an object as Ruby's inspect prints it",
    pattern: /(?:^|[\s,])@(?:http_)?(?:status|status_code|response_code)=(?<status>[45]\d\d)(?=[,>]|\s{0,4}$)/dgm,
    weight: 0.9,
    matches: [' @status=404>', '#<Boat @reason="no", @status_code=503, @a=1>'],
    nonMatches: [' @status=4040>', ' @size=404>', ' @exit_status=404>'],
  },
  {
    name: "status or code of an object as PHP's print_r prints it",
    pattern: new RegExp(
      `\\[(?:(?:http_?|response_?)?(?:status|status_?code|code|http_?code):[\\w\\\\]{1,80}:private|(?:http_?|response_?)?(?:status|status_?code|code|http_?code):protected)\\] => (?<status>${known})(?=\\s{0,4}$)`,
      'dgim',
    ),
    weight: 0.9,
    matches: ['    [code:protected] => 404', '    [statusCode:Pier\\Error:private] => 503'],
    nonMatches: ['    [size:protected] => 404', '    [code:protected] => 500', '    [code] => 404'],
  },
  {
    name: 'error of an API, its status and its code',
    pattern: new RegExp(
      `\\b\\w{0,40}(?:Api|API|Http|HTTP|Request|Response|Client|Rest|Service|Graph)\\w{0,20}(?:Error|Exception)(?:\\[\\d{1,6}\\])?: [^\\n]{1,200} (?<status>${known}) \\d{4,6}(?=\\s{0,4}$)`,
      'dgm',
    ),
    weight: 0.9,
    matches: ['BoatAPIError[10003]: Unknown Pier 404 10003', 'ApiException: no pier 403 50013'],
    nonMatches: ['RangeError: bad sizes 404 12000', 'BoatAPIError: took 404 12'],
  },
  {
    name: 'libcurl with fail on error',
    pattern: /\brequested URL returned error: (?<status>[45]\d\d)(?!\w)/dg,
    weight: 0.97,
    matches: ['PHP Warning:  curl: The requested URL returned error: 409 (errno 22) in pier.php on line 3'],
    nonMatches: ['the requested row returned error: 409 (errno 22)'],
  },
  {
    name: 'ffuf',
    pattern: /\[Status: (?<status>[45]\d\d), Size: \d{1,9}, Words: \d{1,9}, Lines: \d/dg,
    weight: 0.95,
    matches: ['pier                    [Status: 429, Size: 82, Words: 11, Lines: 1, Duration: 4ms]'],
    nonMatches: ['pier [State: 429, Size: 82, Words: 11, Lines: 1]'],
  },
  {
    name: 'status before the headers of its answer',
    pattern: /(?:^|\s)(?<status>[45]\d\d) (?:Object )?\[?(?:Axios)?Headers\]? ?[({]/dg,
    weight: 0.9,
    matches: ['401 Object [AxiosHeaders] {', "404 Headers { 'retry-after': '7' }"],
    nonMatches: ['401 Object [Boats] {', '404 Headers of'],
  },
  {
    name: 'nothing but a status, logged as an error',
    pattern: new RegExp(
      String.raw`(?:^|[\s[|])(?:ERROR|WARN(?:ING)?|FATAL|SEVERE|CRITICAL)[\])|]?(?:\s{1,4}(?:--|-|:|\||\[[^\]\n]{1,60}\]|[\w.:/-]{1,60}:)){0,6}:?\s{1,4}(?<status>${known})(?=\s{0,4}$)`,
      'dg',
    ),
    weight: 0.6,
    matches: ['E, [2026-11-30T01:08:44.872914 #7] ERROR -- : [Pier] [4f0500aa] 422', '12:00:01 WARN boats: 404'],
    nonMatches: ['12:00:01 INFO boats: 404', '12:00:01 ERROR boats lost 404', '12:00:01 ERROR boats: 460'],
  },
  {
    name: 'Rocket, which page it answers with',
    pattern: /\b(?:registered \(\w{1,40}\) |No )(?<status>[45]\d\d)(?= catcher\b)/dg,
    weight: 0.92,
    matches: [
      '   >> Responding with registered (not_found) 404 catcher.',
      '>> No 500 catcher registered. Using Rocket default.',
    ],
    nonMatches: ['registered (pier) 404 catchers', 'No 500 boats registered'],
  },
  {
    name: "Google's client, before it tries again",
    pattern: /\bbefore retry \d{1,3} of \d{1,3} for request: [A-Z]{3,7} \S{1,500}, after (?<status>[45]\d\d)(?=\s|$)/dg,
    weight: 0.95,
    matches: ['Sleeping 0.41 seconds before retry 1 of 3 for request: GET https://pier.example/v3/boats, after 503'],
    nonMatches: ['Sleeping 0.41 seconds before retry 1 of 3 for boats, after 503'],
  },
  {
    name: "HTTP::Tiny's own status",
    pattern: /(?:^|[\s:])(?<status>599) Internal Exception\b/dg,
    weight: 0.95,
    matches: ["599 Internal Exception Could not connect to 'pier.example:80'"],
    nonMatches: ['599 Internal Exceptions', '599 Internal boats'],
  },
  {
    name: 'WhatWeb',
    pattern: /^https?:\/\/\S{1,300} \[(?<status>[45]\d\d) [A-Z][A-Za-z' -]{2,40}\] [A-Z][\w-]{1,30}\[/dg,
    weight: 0.95,
    matches: ['http://pier.example/ [403 Forbidden] Country[SE], HTTPServer[nginx]'],
    nonMatches: ['http://pier.example/ [403 boats] country[SE]', 'pier [403 Forbidden] Country[SE]'],
  },
  {
    name: 'npm, what it says more of an error',
    pattern: /\bnpm (?:ERR!|error) (?<status>[45]\d\d) (?=[A-Za-z'"])/dg,
    weight: 0.9,
    matches: ['npm error 403 In most cases, you or one of your dependencies are requesting', 'npm ERR! 404 Not Found'],
    nonMatches: ['npm error 4030 In most cases', 'npm error code 403 boats', 'npm ERR! 404'],
  },
  {
    name: 'mitmproxy',
    pattern:
      /\bHTTPS? {1,4}(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) {1,4}\S{1,200} \S{1,300} {1,12}(?<status>[45]\d\d) {1,12}\S{1,60} {1,12}[\d.]{1,9}(?:b|k|m) {1,12}\d{1,9}(?:ms|s)\b/dg,
    weight: 0.95,
    matches: ['12:05:05 HTTPS GET  pier.example /boats/7.txt  429  text/plain  6b  46ms'],
    nonMatches: ['12:05:05 HTTPS GET  pier.example /boats/7.txt  429  boats'],
  },
];
