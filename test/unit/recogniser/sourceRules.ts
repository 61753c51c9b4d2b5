/** A rule of recognition in source, by example. The documentation lists them. */
export interface SourceRule {
  readonly name: string;
  /** What counts, in one sentence. */
  readonly says: string;
  /** Language id, a text, and the entries that must be found in it, in order. */
  readonly matches: readonly (readonly [language: string, text: string, entries: readonly string[]])[];
  readonly nonMatches: readonly (readonly [language: string, text: string])[];
}

const x = "import { TwitterApi } from 'twitter-api-v2';\n";

export const sourceRules: readonly SourceRule[] = [
  {
    name: 'comparison',
    says: 'A literal compared with something that is named like a status or an error’s code, in either order.',
    matches: [
      ['typescript', 'if (res.status === 429) retry();', ['http/429']],
      ['javascript', 'if (404 == error.response.statusCode) {}', ['http/404']],
      ['python', 'if resp.status_code == 503:\n    pass\n', ['http/503']],
      ['go', 'package a\nfunc f(r *R) { if r.StatusCode == 502 { return } }', ['http/502']],
      [
        'go',
        'package a\nimport "net/http/httptest"\nfunc f(t *T) { if got, want := rec.Code, 404; got != want { t.Fatal(got) } }',
        ['http/404'],
      ],
      ['rust', 'fn f(r: R) { if r.status() == 429 { retry(); } }', ['http/429']],
      ['go', 'package a\nfunc f(r *R) bool { return r.StatusCode >= 500 && r.StatusCode <= 599 }', ['http/500']],
      ['shellscript', `if grep -q '404 Not Found' <<<"$status_line"; then exit 1; fi`, ['http/404']],
      ['kotlin', 'fun f(r: Response) = if (r.code == 429 || 503 == r.code()) retry() else r', ['http/429', 'http/503']],
      ['kotlin', 'fun t() { response.status.value shouldBe 404 }', ['http/404']],
      [
        'swift',
        'func f() { if response.response?.statusCode == 429 || 503 == http.statusCode && ready { retry() } }',
        ['http/429', 'http/503'],
      ],
      [
        'swift',
        'import Alamofire\nfunc f() { if error._code == 404 || (error as NSError).code == 410 { stop() } }',
        ['http/404', 'http/410'],
      ],
      [
        'swift',
        'let isDown = (500...599).contains(http.statusCode) || 400..<500 ~= http.statusCode',
        ['http/500', 'http/400', 'http/500'],
      ],
      ['swift', 'func test() { XCTAssertEqual(response.status, 404) }', ['http/404']],
      [
        'python',
        'from twython import TwythonError\ntry:\n    go()\nexcept TwythonError as e:\n    if e.error_code == 404:\n        pass\n',
        ['http/404'],
      ],
      ['php', '<?php if ($response->getStatusCode() === 404) { return; }', ['http/404']],
      ['ruby', 'retry_later if response.code == 429', ['http/429']],
      [
        'shellscript',
        'code=$(curl -s -o /dev/null -w "%{http_code}" "$u")\nif [ "$code" -eq 503 ]; then exit 1; fi',
        ['http/503'],
      ],
    ],
    nonMatches: [
      ['typescript', 'if (items.length === 429) stop();'],
      ['javascript', 'setTimeout(poll, 500);'],
      ['python', 'width = 404\nport = 503\n'],
      ['go', 'package a\nfunc f(t *T) { if got, want := len(rows), 404; got != want { t.Fatal(got) } }'],
      ['go', 'package a\nvar sizes = [429]int{}'],
      ['kotlin', 'val big = items.size == 429 || width in 400 until 500 || p.amount == 404'],
      ['swift', 'let url = "https://a.example"\nlet wide = width == 404 || view.frame.width == 500 && port == 503'],
      [
        'swift',
        'let url = "https://a.example"\nfunc f() { XCTAssertEqual(rows.count, 404); let isBig = 400...500 ~= size }',
      ],
      ['python', 'if e.error_code == 404:\n    pass\n'],
      ['shellscript', 'if [ "$?" -eq 429 ]; then exit 1; fi'],
    ],
  },
  {
    name: 'switch and match',
    says: 'The cases of a switch or match on such a name.',
    matches: [
      [
        'typescript',
        'switch (response.status) { case 401: login(); break; case 429: wait(); }',
        ['http/401', 'http/429'],
      ],
      ['python', 'match resp.status_code:\n    case 404 | 410:\n        pass\n', ['http/404', 'http/410']],
      [
        'kotlin',
        'fun f() = when (val c = response.code) { 401, 403 -> login(); in 500..599 -> retry(); else -> c }',
        ['http/401', 'http/403', 'http/500'],
      ],
      [
        'swift',
        'func f() { switch http.statusCode { case 401: login()\ncase 429, 503: wait()\ncase 400..<500: stop()\ncase let code where code == 501: stop()\ndefault: break } }',
        ['http/401', 'http/429', 'http/503', 'http/400', 'http/500', 'http/501'],
      ],
      [
        'swift',
        'import Vapor\nfunc f() { switch response.status { case .unauthorized, .forbidden: login()\ndefault: break } }',
        ['http/401', 'http/403'],
      ],
      [
        'swift',
        'let url = "https://a.example"\nfunc f() { switch error { case .http(404): stop()\ndefault: break } }',
        ['http/404'],
      ],
      ['java', 'class A { void f() { switch (response.statusCode()) { case 503: retry(); } } }', ['http/503']],
    ],
    nonMatches: [
      ['typescript', 'switch (event.keyCode) { case 404: break; }'],
      ['kotlin', 'fun f(columns: Int) = when (columns) { 404 -> 1; else -> 500 }'],
      ['swift', 'func f() { switch columns { case 404: a()\ncase 500..<600: b()\ndefault: break } }'],
      [
        'swift',
        'import Vapor\nenum Door { case locked, gone }\nfunc f() { switch status { case .locked, .gone: open()\ndefault: break } }',
      ],
      ['python', 'match weather_id:\n    case 500 | 501:\n        pass\n'],
    ],
  },
  {
    name: 'list',
    says: 'The items of a list or set that holds statuses by its name or by its use.',
    matches: [
      ['typescript', 'if ([429, 503].includes(res.status)) retry();', ['http/429', 'http/503']],
      ['python', 'Retry(total=3, status_forcelist=[429, 502])\n', ['http/429', 'http/502']],
      ['kotlin', 'fun f(e: HttpException) = e.code() in setOf(429, 503)', ['http/429', 'http/503']],
      ['swift', 'let again = [429, 503].contains(http.statusCode)', ['http/429', 'http/503']],
      ['shellscript', 'wget --retry-on-http-error=429,503 "$url"', ['http/429', 'http/503']],
      ['python', 'run(["wget", "--retry-on-http-error=429", url])\n', ['http/429']],
      ['javascript', "const retryStatusCodes = '429,503';", ['http/429', 'http/503']],
      ['swift', 'let retryableStatusCodes: Set<Int> = [429, 503]', ['http/429', 'http/503']],
      ['csharp', 'class HttpRetry { static readonly int[] Retryable = { 429, 503 }; }', ['http/429', 'http/503']],
      ['typescript', 'const RETRYABLE_STATUSES = new Set([408, 429]);', ['http/408', 'http/429']],
    ],
    nonMatches: [
      ['typescript', 'const api = axios; const retryDelays = [400, 500];'],
      ['typescript', 'const sizes = [400, 429, 500];'],
      ['kotlin', 'val shelves = listOf(404, 503)\nval isWide = width in setOf(404)'],
      ['shellscript', 'wget --limit-rate=500 --tries=429 "$url"\nmake --ports=404,503'],
      ['swift', 'let shelves: Set<Int> = [404, 503]\nlet isWide = [404, 500].contains(width)'],
      ['python', 'if n in (404, 503):\n    pass\n'],
    ],
  },
  {
    name: 'map keyed by status',
    says: 'The keys of a map that is named for statuses, errors or messages, when all keys are statuses.',
    matches: [
      ['javascript', "const statusMessages = { 404: 'gone', 503: 'busy' };", ['http/404', 'http/503']],
      ['python', 'import requests\nhandlers[500] = retry\nerror_handlers[404] = skip\n', ['http/500', 'http/404']],
      ['javascript', 'const api = axios; const handlers = { 404: skip, 503: retry };', ['http/404', 'http/503']],
      ['kotlin', 'val statusMessages = mapOf(404 to "gone", 503 to "busy")', ['http/404', 'http/503']],
      ['swift', 'let statusMessages: [Int: String] = [404: "gone", 503: "busy"]', ['http/404', 'http/503']],
      ['swift', 'let url = "https://a.example"\nlet text = hints[404] ?? "?"', ['http/404']],
    ],
    nonMatches: [
      ['javascript', "const rooms = { 404: 'lab', 503: 'hall' };"],
      ['javascript', 'const api = axios; keyHandlers[404] = skip; rows[500] = row;'],
      ['python', 'handlers[500] = redo\n'],
      ['kotlin', 'val rooms = mapOf(404 to "lab", 503 to "hall")'],
      ['swift', 'let rooms: [Int: String] = [404: "lab", 503: "hall"]\nlet room = rooms[404] ?? "?"'],
    ],
  },
  {
    name: 'named constant',
    says: 'The names that HTTP libraries and client libraries give a status.',
    matches: [
      ['python', 'from http import HTTPStatus\nif code == HTTPStatus.TOO_MANY_REQUESTS:\n    pass\n', ['http/429']],
      ['go', 'package a\nfunc f(w W) { w.WriteHeader(http.StatusServiceUnavailable) }', ['http/503']],
      ['csharp', 'class A { bool F(R r) => r.StatusCode == HttpStatusCode.TooManyRequests; }', ['http/429']],
      ['kotlin', 'fun f(s: HttpStatusCode) = s == HttpStatusCode.TooManyRequests', ['http/429']],
      ['swift', 'let again = status == HTTPResponseStatus.tooManyRequests', ['http/429']],
      [
        'swift',
        'import Vapor\nfunc f() throws { if response.status == .tooManyRequests { throw Abort(.notFound) } }',
        ['http/429', 'http/404'],
      ],
      [
        'swift',
        'let url = "https://a.example"\nenum Fault: Int { case gone = 410, notFound = 404 }',
        ['http/410', 'http/404'],
      ],
      [
        'kotlin',
        'val gone = e.code() == HttpURLConnection.HTTP_GONE || s == HttpStatus.NOT_FOUND',
        ['http/410', 'http/404'],
      ],
      [
        'kotlin',
        'import io.ktor.http.HttpStatusCode.Companion.NotFound\nsuspend fun f() { call.respond(NotFound) }',
        ['http/404'],
      ],
      [
        'typescript',
        "import { ReasonPhrases } from 'http-status-codes';\nres.end(ReasonPhrases.INTERNAL_SERVER_ERROR);",
        ['http/500'],
      ],
      [
        'go',
        'package a\nimport "net/http"\nconst statusUnprocessable = 422\nconst statusUnavailable = 503',
        ['http/422', 'http/503'],
      ],
      ['rust', 'fn f(s: StatusCode) -> bool { s == StatusCode::NOT_FOUND }', ['http/404']],
      ['python', 'import tweepy\ntry:\n    go()\nexcept tweepy.TooManyRequests:\n    pass\n', ['http/429']],
    ],
    nonMatches: [
      ['python', 'class TaskStatus:\n    NOT_FOUND = 4\nx = TaskStatus.NOT_FOUND\n'],
      ['kotlin', 'fun f(k: Kind) = k == Kind.NOT_FOUND'],
      ['swift', 'import Vapor\nlet isShut = door.state == .locked || result == .notFound || Kind.conflict == kind'],
      ['typescript', 'if (lookup === LookupResult.NotFound) stop();'],
      ['typescript', 'const api = axios; const statusPoll = 500; const statusWidth = 404; const unprocessable = 422;'],
    ],
  },
  {
    name: 'call that takes a status',
    says: 'The argument of a call that answers, throws or mocks a status.',
    matches: [
      ['javascript', 'res.status(404).json({});', ['http/404']],
      ['python', 'raise HTTPException(status_code=403)\n', ['http/403']],
      ['typescript', 'throw new HttpError(429);', ['http/429']],
      ['typescript', "import { http } from './http';\nthrow error(403, 'no');", ['http/403']],
      ['rust', 'use reqwest;\nfn f() -> R { Err(ApiError::Http(404)) }', ['http/404']],
      ['kotlin', 'val teapot = HttpStatusCode.fromValue(418)', ['http/418']],
      ['kotlin', 'class Gone(message: String) : HttpException(410, message)', ['http/410']],
      [
        'swift',
        'let a = HTTPURLResponse(url: url, statusCode: 503, httpVersion: nil, headerFields: nil)\nfunc f(_ code: Int = 404) { done(.failure(.http(500))) }',
        ['http/503', 'http/404', 'http/500'],
      ],
      [
        'swift',
        'extension Fault { var statusCode: Int { switch self { case .gone: return 410\ndefault: return 500 } } }',
        ['http/410', 'http/500'],
      ],
      ['swift', 'let e = NSError(domain: "com.example.http", code: 404, userInfo: nil)', ['http/404']],
      [
        'kotlin',
        'fun f(code: Int = 500) = Reply(status = 404)\nval api = "https://example.com"',
        ['http/500', 'http/404'],
      ],
      ['csharp', 'class A { void F() { answer.Put("status", 404); } }', ['http/404']],
    ],
    nonMatches: [
      ['javascript', 'canvas.fill(404);'],
      ['javascript', 'fetch(url); console.error(404); error(code, 500);'],
      ['rust', 'use reqwest;\nfn f() -> R { Err(ParseError::Line(404)) }'],
      ['typescript', 'chunk(rows, 500);'],
      ['kotlin', 'val pool = Pool(500)\nfun load(limit: Int = 500) = chunked(404)'],
      [
        'swift',
        'let url = "https://a.example"\nfunc f() { view.frame(width: 404, height: 500); exit(404); usleep(500); connect(port: 503) }\nlet c = UIColor(red: 404, green: 429, blue: 500, alpha: 1)',
      ],
      [
        'swift',
        'import Vapor\nlet e = NSError(domain: NSCocoaErrorDomain, code: 500)\nfunc f() { queue.asyncAfter(deadline: .now() + 500) { go() } }',
      ],
    ],
  },
  {
    name: 'vendor code',
    says: 'A vendor’s code compared with an error’s code in a file that is about the vendor; a vendor’s word as a string.',
    matches: [
      ['typescript', `${x}if (e.hasErrorCode(187)) return;`, ['x-api-v1.1/187']],
      ['typescript', `${x}if (problem.detail?.includes('duplicate content')) skip();`, ['x-api-v2/duplicate-content']],
      ['python', 'import tweepy\nif "duplicate content" in str(error):\n    pass\n', ['x-api-v2/duplicate-content']],
      ['python', 'import tweepy\nif 88 in e.api_codes:\n    pass\n', ['x-api-v1.1/88']],
      ['typescript', `${x}if (e.data?.title === 'ConnectionException') wait();`, ['x-api-v2/streaming-connection']],
      [
        'typescript',
        `${x}if (e.data?.connection_issue === 'TooManyConnections') wait();`,
        ['x-api-v2/streaming-connection'],
      ],
      [
        'kotlin',
        'import twitter4j.TwitterException\nfun f(e: TwitterException) = e.errorCode == 187',
        ['x-api-v1.1/187'],
      ],
      ['typescript', "if (body.error === 'x_write_unconfirmed') check();", ['xquik/x_write_unconfirmed']],
      [
        'typescript',
        "if (problem.type === 'https://api.x.com/2/problems/usage-capped') stop();",
        ['x-api-v2/usage-capped'],
      ],
    ],
    nonMatches: [
      ['typescript', 'if (row.code === 187) skip();'],
      ['typescript', `${x}if (page.title === 'Forbidden' || row.issue === 'Monthly') stop();`],
      ['typescript', "if (e.title === 'ConnectionException') stop();"],
      ['typescript', "if (problem.detail?.includes('duplicate content')) skip();"],
      ['typescript', `${x}const message = 'duplicate content'; if (page.body.includes('duplicate content')) skip();`],
      [
        'typescript',
        `${x}if (error.message.includes('not allowed') || error.message.includes('try again later') || error.message.includes('create a Tweet')) skip();`,
      ],
      ['python', 'if user_id == 88:\n    pass\n'],
      ['typescript', "if (state === 'frozen' || kind === 'duplicate') thaw();"],
      ['python', 'BASE = "https://xquik.com/api/v1"\nSTATES = ["frozen", "not_found"]\nif state == "frozen": thaw()'],
    ],
  },
];
