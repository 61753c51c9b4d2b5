import { method, type PrintFormat } from './printFormat';

/** How single products print a status: servers, proxies, clouds, tools. */
export const productFormats: readonly PrintFormat[] = [
  {
    name: 'Vault',
    pattern: /(?:^|\s)Code: (?<status>[45]\d\d)\. Errors:/dg,
    weight: 0.97,
    matches: ['Code: 403. Errors:', 'URL: PUT https://a.example/v1/auth Code: 400. Errors:'],
    nonMatches: ['Code: 403. Error', 'Code: 403, Errors: 4'],
  },
  {
    name: 'Wget',
    pattern: /\bawaiting response\.\.\. (?<status>[45]\d\d)(?!\S)/dg,
    weight: 0.97,
    matches: ['HTTP request sent, awaiting response... 404 File not found', 'awaiting response... 503'],
    nonMatches: ['awaiting response... 4040', 'awaiting the response of 404'],
  },
  {
    name: 'error of Wget',
    pattern: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d ERROR (?<status>[45]\d\d): (?=\S[^\n]{0,100}\.\s{0,4}$)/dgm,
    weight: 0.95,
    matches: ['2026-05-04 10:20:30 ERROR 523: (no description).'],
    nonMatches: ['2026-05-04 10:20:30 ERROR 523: boats', '2026-05-04 10:20:30 ERRORS 523: boats.'],
  },
  {
    name: 'npm',
    pattern: /\bnpm (?:ERR!|error) code E(?<status>[45]\d\d)\b/dg,
    weight: 0.97,
    matches: ['npm error code E404', 'npm ERR! code E503'],
    nonMatches: ['npm error code E4040', 'npm error code ELIFECYCLE 404'],
  },
  {
    // What the ingress of Kubernetes answers where no rule fits.
    name: 'default backend',
    pattern: /\bdefault backend - (?<status>404)(?!\d)/dg,
    weight: 0.97,
    matches: ['default backend - 404', 'body: "default backend - 404"'],
    nonMatches: ['default backend - 4040', 'backend - 404'],
  },
  {
    name: 'Karma',
    pattern: /\[web-server\]: (?<status>[45]\d\d): \//dg,
    weight: 0.97,
    matches: ['12 11 2026 10:00:00.1:WARN [web-server]: 404: /base/pier.js'],
    nonMatches: ['[web-server]: 404: rows', '[web-server]: 4040: /base/pier.js'],
  },
  {
    // What a proxy answered to a client of Python that asked it for a tunnel.
    name: 'tunnel of a proxy',
    pattern: /\bTunnel connection failed: (?<status>[45]\d\d)(?!\w)/dg,
    weight: 0.97,
    matches: [
      "OSError('Tunnel connection failed: 407 Proxy Authentication Required')",
      'Tunnel connection failed: 503 [Errno -2]',
    ],
    nonMatches: ['Tunnel connection failed: 5030', 'Tunnel connection 503'],
  },
  {
    name: 'hackney',
    pattern: /\{ok, ?(?<status>[1-9]\d\d), ?\[\{(?:<<)?["']/dg,
    weight: 0.95,
    matches: ['no match of right hand side value {ok,401,[{<<"content-type">>,<<"text/html">>}],#Ref<0.5.4.3>}'],
    nonMatches: ['{ok,404,[{row,1}]}', '{ok,404}'],
  },
  {
    name: 'Feign',
    pattern: /\bstatus (?<status>[45]\d\d) (?:reading|executing) \w[\w$.]{0,100}#\w/dg,
    weight: 0.97,
    matches: ['WARN a.b.StockSync : status 503 reading StockClient#levels(String)'],
    nonMatches: ['status 503 reading the meter #4'],
  },
  {
    name: 'Gatling',
    pattern: /\bstatus\.find\.\w{1,20}\([^()\n]{1,300}\), (?:but actually )?found (?<status>[1-9]\d\d)\b/dg,
    weight: 0.97,
    matches: [
      '> status.find.in(200,201,304), found 503      89 (95.70%)',
      'status.find.is(200), but actually found 404',
    ],
    nonMatches: ['status.find.in(404,503) is used', 'find.in(200), found 503'],
  },
  {
    name: "server of Python's library",
    pattern: /\bcode (?<status>[45]\d\d), message [A-Z]/dg,
    weight: 0.97,
    matches: ["127.0.0.1 - - [23/Nov/2026 09:05:20] code 501, message Unsupported method ('PATCH')"],
    nonMatches: ['code 501, messages 4', 'zip code 501, sent'],
  },
  {
    name: 'Vapor',
    pattern: /\bAbort\.(?<status>[45]\d\d)\b/dg,
    weight: 0.95,
    matches: ['[ WARNING ] Abort.404: Not Found [request-id: 50D1]'],
    nonMatches: ['Abort 404: rows', 'Abort.4045'],
  },
  {
    name: 'Zeek',
    pattern: new RegExp(`\\t${method}\\t[^\\n]{1,2000}?\\t(?<status>[1-9]\\d\\d)\\t[A-Z][A-Za-z' -]{1,40}\\t`, 'dg'),
    weight: 0.97,
    matches: ['10.4.0.8\t80\t1\tGET\ta.example\t/b\t-\t1.1\tcurl/8\t-\t0\t404\t404\tNot Found\t-\t-\t(empty)'],
    nonMatches: ['GET\ta.example\t404\tNot Found\t-', '\tGET\ta.example\t404\t-\t-'],
  },
  {
    name: 'Bunny',
    pattern: /^(?:HIT|MISS|BYPASS|EXPIRED|STALE|UPDATING|REVALIDATED|-)\|(?<status>[1-9]\d\d)\|\d{10,13}\|/dg,
    weight: 0.97,
    matches: ['MISS|416|1795170170130|144|500404|203.0.113.59|-|https://a.example/v.mp4|UK|VLC/3.0|c2|GB'],
    nonMatches: ['MISS|416|4|1795170170130', 'LIST|416|1795170170130|'],
  },
  {
    name: 'trace of MinIO',
    pattern: /\[(?<status>[1-9]\d\d) [A-Z][A-Za-z ]{1,40}\] (?:s3|admin|internal|storage)\.\w/dg,
    weight: 0.95,
    matches: ['2026-11-20T14:00:06.130 [503 Slow Down] s3.PutObject a.example/raw/b.csv 203.0.113.53 10.05s'],
    nonMatches: ['[503 Slow Down] put', '[503 rows] s3.PutObject'],
  },
  {
    name: 'response code for a method',
    pattern: /\b[Rr]esponse code (?:for|from|of|to) [^\s:]{1,60}: (?<status>[45]\d\d)\b/dg,
    weight: 0.95,
    matches: ['java.io.IOException: Unexpected response code for CONNECT: 407'],
    nonMatches: ['response code for 12 of: 407', 'postal code for Graz: 407'],
  },
  {
    name: 'Verdaccio',
    pattern: /\bhttp {1,4}(?:<--|---) (?<status>[1-9]\d\d), (?:user|req): /dg,
    weight: 0.95,
    matches: [" http --- 404, req: 'GET https://registry.example/a' (streaming)"],
    nonMatches: [' http --- 404, rows: 4', ' info --- 404, req: none'],
  },
  {
    name: 'tries of a script',
    pattern:
      /^(?:try|attempt|retry|probe) #?\d{1,3}(?:\/\d{1,3}| of \d{1,3})?(?: (?:after|in) [\d.]{1,8} ?m?s)?: (?<status>[45]\d\d)\s{0,3}$/dgi,
    weight: 0.6,
    matches: ['try 1: 502', 'Attempt 2/5: 503', 'attempt #2: 429', 'Retry 1 after 2s: 503'],
    nonMatches: ['try 1: 502 rows', 'round 1: 502'],
  },
  {
    name: 'LWP',
    pattern:
      /(?<![\w.#-])(?<status>500) (?:Can't connect to [\w.-]{1,100}:\d|Can't verify SSL|[Rr]ead timeout(?: at |[.!]?\s{0,4}$)|Server closed connection without sending|Status read failed|Line too long \(limit)/dg,
    weight: 0.92,
    matches: [
      "500 Can't connect to a.example:443 (certificate verify failed)",
      'Error: 500 read timeout at /srv/fetch.pl line 12.',
      '500 Server closed connection without sending any data back',
      '500 Status read failed: Connection reset by peer',
    ],
    nonMatches: [
      "worker-500 Can't connect to a.example:443",
      "500 Can't connect to the printer",
      '500 read timeouts',
      '500 Status read',
    ],
  },
  {
    name: 'HTTP.sys',
    pattern:
      /\bHTTP\/\d(?:\.\d)? \S{1,20} \S{1,2000} (?:(?:-|\d{1,9}) )?(?<status>[45]\d\d) (?:-|\d{1,9}) [A-Z][\w/]{2,40} \S{1,80}\s{0,2}$/dg,
    weight: 0.95,
    matches: [
      '2026-05-04 06:00:01 192.0.2.7 41200 192.0.2.1 443 HTTP/2.0 GET /stock?x=1 21 503 2 QueueFull StockPool',
      '2026-05-04 06:00:02 192.0.2.7 41201 192.0.2.1 80 HTTP/1.1 DEBUG / - 501 - N/I -',
      '2026-05-04 06:00:03 192.0.2.7 41202 192.0.2.1 80 HTTP/1.1 POST /stock 411 - LengthRequired -',
    ],
    nonMatches: [
      '2026-05-04 06:00:04 192.0.2.7 41203 192.0.2.1 443 HTTP/2.0 GET /stock 503 - 2 Connection_Dropped StockPool',
      '2026-05-04 06:00:05 192.0.2.7 404 192.0.2.1 443 - - - - - - Timer_EntityBody -',
    ],
  },
  {
    name: 'Vault',
    pattern: /^[ *\t]{0,20}Code: (?<status>[45]\d\d)\. Errors:/dg,
    weight: 0.95,
    matches: ['Code: 403. Errors:'],
    nonMatches: ['Code: 404. Rows:', 'Area Code: 503. Errors: 4'],
  },
  {
    name: 'Polly',
    pattern: /\bResult: '(?<status>[45]\d\d)', Handled: /dg,
    weight: 0.95,
    matches: ["Execution attempt. Source: 'a//Retry', Result: '503', Handled: 'True', Attempt: '0'"],
    nonMatches: ["Result: '503 rows'", "Result: '503', Count: '4'"],
  },
  {
    name: 'reply of Qt',
    pattern: /\bQNetworkReply::\w{1,60} [^\n]{0,2000}?\bQVariant\(int, ?(?<status>[45]\d\d)\)/dg,
    weight: 0.95,
    matches: [
      'QNetworkReply::ContentNotFoundError "Error transferring https://a.example/b - server replied: Not Found" QVariant(int, 404)',
    ],
    nonMatches: ['QVariant(int, 404)', 'QNetworkReply::NoError "" QVariant(int, 200)'],
  },
  {
    name: 'problem of ACME',
    pattern: /(?<![\w.])(?<status>[45]\d\d) urn:ietf:params:acme:error:/dg,
    weight: 0.97,
    matches: ['"error"="429 urn:ietf:params:acme:error:rateLimited: too many registrations"'],
    nonMatches: ['urn:ietf:params:acme:error:503', 'order 404 of urn:ietf:params:acme:order'],
  },
  {
    name: 'nginx, what its debugging tells',
    pattern: /\bhttp (?:finalize request|special response|upstream request): (?<status>[45]\d\d), "/dg,
    weight: 0.95,
    matches: ['[debug] 43#0: *10 http finalize request: 504, "/a?" a:1, c:1'],
    nonMatches: ['[debug] 43#0: *10 http cleanup request: 504, "/a?"', 'http finalize request: 504 ms'],
  },
  {
    name: 'ASP.NET Core 2',
    pattern: /\bRequest finished in [\d.]{1,20} ?ms (?<status>[45]\d\d)(?= |$)/dg,
    weight: 0.97,
    matches: ['Request finished in 79.8693ms 500 application/json', 'Request finished in 31.18ms 404'],
    nonMatches: ['Request finished in 500.4040ms 200 application/json', 'Request finished in 429ms'],
  },
  {
    name: 'Feign',
    pattern: /\[(?<status>[45]\d\d)(?: [^\]\n]{0,80})?\] during \[[A-Z]{3,7}\] to(?= \[|\s{0,4}$)/dg,
    weight: 0.97,
    matches: ['FeignException$NotFound: [404] during [GET] to [https://a.example/b] [Jira#issue(String)]'],
    nonMatches: ['[404] during [March]', 'row [503] during [GET] of [500]'],
  },
  {
    name: 'error of the Ruby SDK of X Ads',
    pattern: /<TwitterAds::\w{1,60}(?::0x[0-9a-f]{1,20})? [^>\n]{0,200}?\bcode=(?<status>[45]\d\d)\b/dg,
    weight: 0.95,
    matches: [
      '<TwitterAds::ServiceUnavailable object_id=516 code=503 details=nil>',
      '#<TwitterAds::BadRequest:0x404500 code=400 details=[]>',
    ],
    nonMatches: ['<TwitterAds::Account:0x404 id="503">', '<Sensor code=503>'],
  },
  {
    name: 'variant of Rust that holds a status, each on its own line',
    pattern:
      /\b(?:[Ee]rr(?:or)?|[Ff]ailed)\b[^\n]{0,120}\b[A-Z]\w{1,40}\([ \t]{0,4}\r?\n[ \t]{1,20}(?<status>[45]\d\d),[ \t]{0,4}\r?\n[ \t]{0,20}\)/dg,
    weight: 0.92,
    matches: ['Error posting to the forum: Client(\n    429,\n)'],
    nonMatches: [
      'Error posting: Client(\n    429 rows,\n)',
      'sizes: Vec(\n    429,\n)',
      'Error: Sizes(\n    429,\n    404,\n)',
    ],
  },
  {
    name: 'Rails, without the reason phrase',
    pattern:
      /(?<=(?:^|[\]|:>-] {1,4}|\brequest ))[Cc]ompleted (?<status>[1-9]\d\d) in \d{1,9}(?:\.\d{1,9})?(?:ms|µs)\b/dg,
    weight: 0.95,
    matches: [
      'Completed 500 in 95ms',
      '[web ] Completed 404 in 18.42ms (ActiveRecord: 0.0ms)',
      '[info] request completed 502 in 9ms',
    ],
    nonMatches: ['a run completed 500 in 4.308 seconds', 'Completed 500 in 12 ms', 'Completed 5000 in 95ms'],
  },
  {
    name: 'CloudFront',
    pattern: new RegExp(`\\t${method}\\t[^\\t\\n]{1,300}\\t[^\\t\\n]{1,2000}\\t(?<status>[1-9]\\d\\d)(?=\\t)`, 'dg'),
    weight: 0.97,
    matches: [
      '2026-07-02\t22:24:02\tFRA50-C1\t500\t192.0.2.201\tGET\td1.cloudfront.net\t/img/gone.webp\t403\t-\tMozilla/5.0',
    ],
    nonMatches: ['GET\t404\tof\t500\t-', '\tGET\td1.cloudfront.net\t/a\t4040\t-'],
  },
  {
    name: 'Nginx Proxy Manager',
    pattern: new RegExp(
      `\\] (?:\\S{1,20} )?(?:(?:\\d{3}|-) )?(?<status>[1-9]\\d\\d) - ${method} https? \\S{1,300} "`,
      'dg',
    ),
    weight: 0.97,
    matches: [
      '[24/Jan/2026:16:51:02 +0000] - 404 404 - GET http a.example "/old" [Client 192.0.2.4] [Length 500]',
      '[24/Jan/2026:13:40:19 +0000] 444 - GET https a.example "/.env" [Client 192.0.2.4] [Length 0]',
    ],
    nonMatches: ['[main] - 404 - GET ready', '[24/Jan/2026:13:40:19 +0000] 4044 - GET https a.example "/"'],
  },
  {
    name: 'duration in parentheses before a status',
    pattern: new RegExp(
      `\\b${method} [^\\s"]{1,2000} \\([\\d.]{1,12} ?(?:ms|µs|us|s)\\):? (?<status>[1-9]\\d\\d)(?=\\s{0,10}$| \\[)`,
      'dg',
    ),
    weight: 0.97,
    matches: ['http: GET /admin (5 ms) 404', 'handlers.go:160] GET /api/v1/a: (1.2ms) 503 [kubectl/v1.6 192.0.2.4:5]'],
    nonMatches: ['GET /a (5 ms) 404 rows', 'GET /a (500 of 5) 404'],
  },
  {
    name: 'log of the client of JAX-RS',
    pattern: /^[ \t]{0,8}\d{1,9} < (?<status>[1-9]\d\d)\s{0,4}$/dg,
    weight: 0.92,
    matches: ['12 < 404'],
    nonMatches: ['12 < 404 rows', 'if 12 < 404'],
  },
  {
    name: 'Rocket',
    pattern: /\bResponding with registered \([^()\n]{1,60}\) \S{1,300} (?<status>[45]\d\d) catcher\b/dg,
    weight: 0.97,
    matches: ['   >> Responding with registered (not_found) / 404 catcher.'],
    nonMatches: ['Responding with 404 catchers', 'registered (cart) /503 catcher'],
  },
  {
    name: 'Wfuzz',
    pattern: /^\d{6,9}: {1,10}(?:C=)?(?<status>[1-9]\d\d) {1,20}\d{1,12} L\b/dg,
    weight: 0.97,
    matches: ['000000404:   403        7 L      12 W       500 Ch      "admin"'],
    nonMatches: ['000000404:   4030       7 L', '000000404:   403        7 W'],
  },
  {
    name: 'limits of X before a status',
    pattern: /\bx-app-limit-24hour-remaining \S{1,20} #(?<status>[45]\d\d)\b/dg,
    weight: 0.95,
    matches: ['x-rate-limit-limit 404 + x-app-limit-24hour-remaining 0 #429'],
    nonMatches: ['x-app-limit-24hour-remaining 429', 'ticket #429'],
  },
  {
    name: 'element of XML named a status',
    pattern:
      /<(?:\w{1,20}:)?(?:Data Name="sc-status"|(?:[Hh][Tt][Tt][Pp][_-]?)(?:[Ss]tatus[_-]?)?[Cc]ode|[Hh][Tt][Tt][Pp][_-]?[Ss]tatus|(?:[Hh][Tt][Tt][Pp])?[Ss]tatus[_-]?[Cc]ode|[Rr]esponse[_-]?[Cc]ode)>\s{0,4}(?<status>[1-9]\d\d)\s{0,4}</dg,
    weight: 0.92,
    matches: [
      '<StatusCode>404</StatusCode>',
      '<ns2:httpCode>503</ns2:httpCode>',
      '    <Data Name="sc-status">500</Data>',
      '<http_status>502</http_status>',
    ],
    nonMatches: [
      '<status>503</status>',
      '<StatusCode>4044</StatusCode>',
      '<zipCode>503</zipCode>',
      '<Data Name="s-port">443</Data>',
    ],
  },
  {
    name: 'Octokit',
    pattern:
      /(?<=\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) \S{1,300} - )(?<status>[1-9]\d\d)(?= with id \S{1,60} in \d{1,9}ms\b)/dg,
    weight: 0.95,
    matches: ['GET /piers/7 - 404 with id 8F2A in 23ms', '[api] PATCH /boats - 422 with id UNKNOWN in 3ms'],
    nonMatches: ['GET /piers - 404 with id 8F2A in 23 boats', 'pier /7 - 404 with id 8F2A in 23ms'],
  },
  {
    name: 'Phoenix',
    pattern: /\bSent (?<status>[1-9]\d\d) in \d{1,9}(?:ms|µs|s)\b/dg,
    weight: 0.95,
    matches: ['08:01:15.429 request_id=F5 [info] Sent 404 in 25ms', 'Sent 500 in 812µs'],
    nonMatches: ['Sent 404 in all', 'Sent 500 mails in 25ms'],
  },
  {
    name: 'response of the Azure SDK',
    pattern: /\bRESPONSE (?<status>[45]\d\d): /dg,
    weight: 0.92,
    matches: ['RESPONSE 404: 404 The specified blob does not exist.'],
    nonMatches: ['RESPONSE 404 ms: slow', 'RESPONSES 500: all'],
  },
  {
    name: 'load test',
    pattern: /(?:\[(?<status>[45]\d\d)\][ \t]{1,20}\d{1,12} responses?\b)/dg,
    weight: 0.95,
    matches: ['  [429]\t404 responses'],
    nonMatches: ['[429] of 500 responses', '[4290]\t404 responses'],
  },
  {
    name: 'counter of a load test',
    pattern: /\bhttp\.codes\.(?<status>[45]\d\d)\b/dg,
    weight: 0.92,
    matches: ['http.codes.404: ............................ 429'],
    nonMatches: ['http.codes.4040: 1', 'http.response_time.p500: 404'],
  },
  {
    name: 'Fortio',
    pattern: /^[ \t]{0,8}Code {1,4}(?<status>[45]\d\d) : \d{1,12} \(\d{1,3}(?:\.\d{1,4})? %\)/dg,
    weight: 0.95,
    matches: ['Code 503 : 12 (4.4 %)'],
    nonMatches: ['Code 503 : 12 rows', 'Zip Code 503 : 12 (4.4 %)'],
  },
  {
    name: 'statistics of Scrapy',
    pattern:
      /\b(?:response_(?:ignored_)?status_count|reason_count)\/(?<status>[45]\d\d)(?: [A-Z][A-Za-z' -]{1,40})?["'](?=: ?[1-9])/dg,
    weight: 0.95,
    matches: [
      " 'downloader/response_status_count/429': 12,",
      "'httperror/response_ignored_status_count/404': 500,",
      "'retry/reason_count/503 Service Unavailable': 3}",
    ],
    nonMatches: [
      "'downloader/response_status_count/429': 0",
      "'downloader/response_count/404': 429",
      "'retry/reason_count/503 rows': 3",
    ],
  },
  {
    name: 'serve',
    pattern: /(?:\d{1,3}(?:\.\d{1,3}){3}|::\w{0,4}) Returned (?<status>[1-9]\d\d) in \d{1,9} ms(?=\s{0,4}$)/dg,
    weight: 0.95,
    matches: [' HTTP  21/11/2026 10:00:04 ::1 Returned 404 in 3 ms', 'INFO 203.0.113.4 Returned 500 in 503 ms'],
    nonMatches: ['the scan Returned 404 in 3 ms', '203.0.113.4 Returned 404 in all'],
  },
  {
    name: 'twscrape',
    pattern: /: (?<status>[45]\d\d) - -?\d{1,6}\/-?\d{1,6} - (?=[(A-Z])/dg,
    weight: 0.9,
    matches: ['Session expired or banned: 401 - 0/50 - (32) no', 'Rate limited: 429 - 0/500 - OK'],
    nonMatches: ['404 - 0/50 - rows', 'x-404 - 0/50 - OK'],
  },
  {
    name: 'properties of an error of Node.js, below its stack',
    pattern:
      /\b(?:at [^\n]{1,300}:\d{1,7}\)?|\w{0,40}Error: [^\n]{1,300}) \{[ \t]{0,4}\r?\n(?:[ \t]{1,20}[\w'"[\]]{1,40}: [^\n]{0,300}\n){0,8}[ \t]{1,20}(?:status|statusCode|httpStatus|httpCode|code): (?<status>[45]\d\d),?[ \t]{0,4}\r?(?=\n)/dg,
    weight: 0.9,
    matches: [
      'TextHTTPError: Forbidden\n    at get (a.js:5:3) {\n  status: 403\n}',
      "    at get (a.js:5:3) {\n  name: 'ApiError',\n  code: 503\n}",
      'HttpError: No {\n  status: 404,\n  a: 1\n}',
    ],
    nonMatches: [
      '    at get (a.js:5:3) {\n  pages: 403\n}',
      'we met at noon {\n  status: 403\n}',
      'sizes {\n  status: 403\n}',
    ],
  },
  {
    name: 'statuses in the plural',
    pattern:
      /\b(?:get(?:s|ting)?|got|see(?:s|ing|n)?|saw|receiv(?:es?|ed|ing)|return(?:s|ed|ing)?|throw(?:s|ing)?|threw|gives?|giving|gave|hit(?:s|ting)?|caus(?:es?|ed|ing)|serv(?:es?|ed|ing)|spew(?:s|ing)?|many|lots? of|tons? of|bunch of|couple of|number of|flood of|wave of|full of|few|some|only|just|nothing but|mostly|all|more|constant(?:ly)?|intermittent|random|occasional|sporadic|frequent|repeated|consecutive|spurious|HTTP|upstream|(?:page|endpoint|server|api|site|url|link|request|it|call|service|route|app|backend|method)(?: (?:still|now|always|just|sometimes|also|only|then|randomly|constantly))?) [\x60"']?(?<status>[45]\d\d)[\x60"']{0,2}s(?![\w-])(?! (?:ago|timeout|delay|wait|left|remaining|of|to|later|old|pause)\b| (?!errors|responses|requests|always|sometimes|as|is|has|was|this|across|vs|plus|versus)[a-z]{2,20}s\b)/dgi,
    weight: 0.85,
    matches: [
      'getting a lot of 429s today',
      'The API keeps returning 503s',
      "some 403's on posting",
      'intermittent `504`s',
    ],
    nonMatches: [
      'done in 429s',
      'got 500s timeout',
      'waited some 429s ago',
      'the late 500s',
      'a few 404sx',
      'many 500s bills',
    ],
  },
  {
    name: 'what PHP serialises',
    pattern: /"(?:http_?|response_?)(?:status(?:_?code)?|code)";i:(?<status>[1-9]\d\d)(?=;)/dgi,
    weight: 0.92,
    matches: ['a:2:{s:9:"http_code";i:404;}', 's:13:"response_code";i:503;'],
    nonMatches: ['s:5:"pages";i:404;', 's:9:"http_code";i:4040;'],
  },
  {
    name: 'the first of two statuses',
    pattern:
      /(?<![\w.#/-])(?<!\b(?:between|from) )(?<status>[45]\d\d)(?= (?:and|or|&) [45]\d\d (?:HTTP )?(?:errors?|responses?|status(?:es)?|codes?)\b)/dg,
    weight: 0.85,
    matches: ['sporadic 502 and 504 responses from it'],
    nonMatches: ['rows 502 and 504 of it', 'between 400 and 500 responses'],
  },
  {
    name: 'the second of two statuses',
    pattern:
      /(?<=(?<!\b(?:between|from) )(?<![\w.#/-])[45]\d\d (?:and|or|&) )(?<status>[45]\d\d)(?= (?:HTTP )?(?:errors?|responses?|status(?:es)?|codes?)\b)/dg,
    weight: 0.85,
    matches: ['sporadic 502 or 504 errors from it'],
    nonMatches: ['rows 502 and 504 of it', 'between 400 and 500 responses'],
  },
  {
    name: 'a status in a dump of PHP, on one line',
    pattern:
      /\["?(?:http_?|response_?)?(?:status|status_?code|http_?code|response_?code)"?\]\s?=> ?(?:int\(|string\(3\) ")(?<status>[45]\d\d)(?=["')])/dgi,
    weight: 0.92,
    matches: ['["status"]=> int(500)', '["http_code"]=> string(3) "404"'],
    nonMatches: ['["width"]=> int(500)', '["status"]=> int(5000)'],
  },
  {
    name: 'modem that answers AT commands',
    pattern: /(?:^|[\s"':>])\+(?:HTTPACTION|QHTTP(?:GET|POST|PUT)): ?\d,(?<status>[1-9]\d\d)(?=,\d|[\s"'\\]|$)/dgm,
    weight: 0.97,
    matches: ['+HTTPACTION: 0,404,153', 'rx: +QHTTPGET: 0,503', '+QHTTPPOST: 0,401,12'],
    nonMatches: ['+HTTPACTION: 0,200,404', '+CMGS: 0,404,153', '+HTTPREAD: 404'],
  },
  {
    // The lower half of such a result is the status.
    name: 'result of a Windows function, and the status it stands for',
    pattern:
      /\b0x8019[0-9a-fA-F]{4}\)?[:,]? {1,3}[-:]? {0,2}(?:[A-Z][A-Za-z]{1,20} ){0,3}\(?(?<status>[45]\d\d)(?=[).,;]|\s|$)/dg,
    weight: 0.95,
    matches: ['failed for http://a.example/b.cab: error 0x80190194 (404)', '0x801901f7 : 503'],
    nonMatches: ['0x80070194 (404)', '0x80190194 4040'],
  },
];
