import type { SourceRule } from './sourceRule';

export const switches: SourceRule = {
  name: 'switch and match',
  says: 'The cases of a switch or match on such a name, but for one whose numbers are a program’s own.',
  matches: [
    [
      'go',
      'package a\nimport "net/http"\nfunc f(w http.ResponseWriter, mode string) {\n\tswitch mode {\n\tcase "401":\n\t\tw.WriteHeader(401)\n\tcase "503":\n\t\tw.WriteHeader(503)\n\t}\n}',
      ['http/401', 'http/401', 'http/503', 'http/503'],
    ],
    [
      'ruby',
      '    end\n  when 400..599, 304\n    PierJob.retry_in(6.hours, id)\n  else\n    Net::HTTP.get(pier)\n  end\nend\n',
      ['http/400'],
    ],
    [
      'powershell',
      `try { Invoke-RestMethod $uri } catch {\n  $msg = $_.Exception.Message\n  switch -Wildcard ($msg) {\n    "*401*" { Update-Token }\n    '*503*' { Wait-Later }\n  }\n}`,
      ['http/401', 'http/503'],
    ],
    [
      'csharp',
      'class A { void F(HttpContext c, Exception e) { var (status, text) = e switch { SunkException => (404, "gone"), DockedException d => (409, d.Message), _ => (500, "no") }; } }',
      ['http/404', 'http/409', 'http/500'],
    ],
    [
      'kotlin',
      'fun f(call: HttpCall, e: Throwable) { val p = when (e) { is SunkException -> Pair(404, "gone")\n is BusyException -> Pair(429, e.message)\n else -> Pair(500, "no") } }',
      ['http/404', 'http/429', 'http/500'],
    ],
    // Somebody is writing these, or a paste has cut them.
    [
      'kotlin',
      'class Refused(val status: Int) : Exception() {\n    val kind: Kind = when (status) {\n        401 -> Kind.LOGIN\n        50',
      ['http/401'],
    ],
    [
      'typescript',
      'function f(res: Response) {\n  switch (res.status) {\n    case 401:\n      return login();\n    case 429:\n      retu',
      ['http/401', 'http/429'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc f(r *http.Response) error {\n\tswitch r.StatusCode {\n\tcase 429, 503:\n\t\tretu',
      ['http/429', 'http/503'],
    ],
    [
      'rust',
      'fn f(status: u16) -> Kind {\n    match status {\n        404 => Kind::Gone,\n        429 | 503 => Kind::Later,\n        _ =',
      ['http/404', 'http/429', 'http/503'],
    ],
    [
      'csharp',
      'class A { Kind F(int statusCode) { return statusCode switch {\n   404 => Kind.Gone,\n   _ =',
      ['http/404'],
    ],
    ['java', 'class A { void f(int statusCode) {\n  switch (statusCode) {\n    case 404:\n      go', ['http/404']],
    [
      'java',
      'class A { int f(int answer) { switch (answer) { case HttpURLConnection.HTTP_CONFLICT: return 1; case 423: return 2; default: return 0; } } }',
      ['http/409', 'http/423'],
    ],
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
    [
      'java',
      'class A { void f() { switch (response.getStatusCode()) { case NOT_FOUND: stop(); case CONFLICT: skip(); } } }',
      ['http/404', 'http/409'],
    ],
    ['rust', 'fn f(r: R) { match r.status().as_u16() { s if s == 404 => stop(), _ => {} } }', ['http/404']],
    [
      'csharp',
      'class A { void F(R r) { switch (r.StatusCode) { case int c when c >= 500: Retry(); break; } } }',
      ['http/500'],
    ],
    [
      'swift',
      'let url = "https://a.example"\nfunc f() { do { try go() } catch Fault.http(429) { wait() } catch {} }',
      ['http/429'],
    ],
    [
      'shellscript',
      'f() {\n  local id=$1 code\n  code=$(curl -s -w "%{http_code}" "$URL/$id") || code=000\n  case $code in\n    404 | 410) return 4 ;;\n  esac\n}',
      ['http/404', 'http/410'],
    ],
    [
      'csharp',
      'using System.Net.Http;\nclass A { void F(Exception e) { var (status, title) = e switch { TimeoutException => (504, "late"), _ => (500, "x") }; } }',
      ['http/504', 'http/500'],
    ],
    [
      'rust',
      'const HOST: &str = "xquik.com";\nfn f() { match (status, failure.error.as_str()) { (_, "frozen") => stop(), (_, "user_not_found") => none(), _ => go() } }',
      ['xquik/frozen', 'xquik/user_not_found'],
    ],
    [
      'swift',
      'let url = "https://a.example"\nenum Fault: Error { case badStatusCode(Int, String) }\nfunc f(e: Fault) { switch e {\ncase let .badStatusCode(n, text):\n  switch n {\n  case 410: gone()\n  default: show(text) } } }',
      ['http/410'],
    ],
    [
      'swift',
      'let url = "https://a.example"\nfunc f() { if case let .badStatus(n) = fault, n == 409 { skip() }\nif case .http(let n) = fault, n == 503 { again() }\ndo { try go() } catch Fault.status(let n) where n == 404 { leave() } catch {} }',
      ['http/409', 'http/503', 'http/404'],
    ],
    [
      'javascript',
      "const answer = await fetch(pier);\nfunction describe(code) {\n  switch (code) {\n    case 400: return 'no rope';\n    case 404: return 'no quay';\n    case 601: return 'lamp out';\n    case 999: return 'shut';\n  }\n}",
      ['http/400', 'http/404'],
    ],
    [
      'kotlin',
      'import okhttp3.Response\nfun say(r: Response) = when (r.statusCode) { 400 -> "no rope"; 404 -> "no quay"; 601, 602 -> "lamp"; 700 -> "shut"; else -> "" }',
      ['http/400', 'http/404'],
    ],
    [
      'shellscript',
      '# Asks the pier API\ncase "$http_code" in\n  400) exit 40 ;;\n  401) exit 41 ;;\n  500) exit 50 ;;\nesac\n',
      ['http/400', 'http/401', 'http/500'],
    ],
  ],
  nonMatches: [
    [
      'shellscript',
      '# Exits of the pier API\ncase "$code" in\n  20|200) echo "no crane" ;;\n  40|400) echo "no rope" ;;\n  41|401) echo "no quay" ;;\n  50|500) echo "no boat" ;;\nesac\n',
    ],
    [
      'shellscript',
      '# Exits of the pier API\nshort() {\n  local code=$1\n  case "$code" in\n    400) echo 40 ;;\n    401) echo 41 ;;\n    500) echo 50 ;;\n    601) echo 61 ;;\n    602) echo 62 ;;\n    700) echo 70 ;;\n  esac\n}\n',
    ],
    [
      'javascript',
      "const answer = await fetch(pier);\nfunction describe(code) {\n  switch (code) {\n    case 400: return 'no rope';\n    case 404: return 'no quay';\n    case 601: return 'lamp out';\n    case 602: return 'lamp broken';\n    case 700: return 'harbour shut';\n  }\n}",
    ],
    [
      'kotlin',
      'import okhttp3.Response\nfun say(code: Int) = when (code) { 400 -> "no rope"; 404 -> "no quay"; 601, 602 -> "lamp"; 700 -> "shut"; else -> "" }',
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc f(w http.ResponseWriter, berth string) {\n\tswitch berth {\n\tcase "401":\n\t\tw.WriteHeader(200)\n\tcase "503":\n\t\tpaint()\n\t}\n}',
    ],
    ['powershell', `$uri = "https://inn.example"\nswitch -Wildcard ($room) {\n  "*401*" { Open-Door }\n}`],
    [
      'csharp',
      'class A { void F(HttpContext c, Exception e) { var size = e switch { WideException => (404, "wide"), TallException => (1200, "tall"), _ => (500, "no") }; } }',
    ],
    ['kotlin', 'fun f(room: Int) = when (room) {\n    401 -> "lab"\n    404 -> "hall"\n    50'],
    [
      'typescript',
      'fetch(url);\nfunction f(room: number) {\n  switch (room) {\n    case 401:\n      return lab();\n    case 404:\n      retu',
    ],
    ['rust', 'fn f(width: u16) -> Kind {\n    match width {\n        404 => Kind::Slim,\n        _ ='],
    [
      'typescript',
      "fetch(u);\nexport function sprite(code: number) { switch (code) { case 404: return 'door'; default: return 'wall'; } }\nit.each([[500, 'x']])('%i', (tile) => { expect(sprite(tile)).toBe('x'); });",
    ],
    [
      'rust',
      'use reqwest;\npub fn species(code: u16) -> &str { match code { 404 => "otter", 500 => "newt", _ => "none" } }\nfn t() { show(species(429)); }',
    ],
    [
      'ruby',
      "require 'net/http'\ndef icon(code)\n  case code\n  when 500 then 'rain'\n  when 511 then 'sleet'\n  end\nend",
    ],
    [
      'rust',
      'const HOST: &str = "xquik.com";\nfn f() { match (lake, name.as_str()) { (_, "frozen") => skate(), _ => swim() } }',
    ],
    [
      'csharp',
      'using System.Net.Http;\nclass A { void F(E e) { var (width, title) = e switch { Small => (404, "s"), _ => (500, "x") }; } }',
    ],
    [
      'shellscript',
      'f() {\n  local id=$1 rows\n  rows=$(curl -s "$URL/$id") || rows=000\n  case $rows in\n    404 | 410) return 4 ;;\n  esac\n}',
    ],
    [
      'java',
      'import java.net.http.HttpClient;\nclass A { int f(int answer) { switch (answer) { case Sizes.LARGE: return 1; case 423: return 2; default: return 0; } } }',
    ],
    ['typescript', 'switch (event.keyCode) { case 404: break; }'],
    ['kotlin', 'fun f(columns: Int) = when (columns) { 404 -> 1; else -> 500 }'],
    ['java', 'class A { void f() { switch (lookup.outcome()) { case NOT_FOUND: stop(); } } }'],
    [
      'java',
      'import io.grpc.Status;\nclass A { void f() { switch (error.getStatus().getCode()) { case NOT_FOUND: stop(); } } }',
    ],
    ['swift', 'func f() { switch columns { case 404: a()\ncase 500..<600: b()\ndefault: break } }'],
    [
      'swift',
      'import Vapor\nenum Door { case locked, gone }\nfunc f() { switch status { case .locked, .gone: open()\ndefault: break } }',
    ],
    ['python', 'match weather_id:\n    case 500 | 501:\n        pass\n'],
    [
      'swift',
      'let url = "https://a.example"\nfunc f() { switch shape {\ncase let .box(w, h):\n  if w == 404 || h == 410 { fold() }\ncase .circle(let r) where r == 429: roll() }\nif case let .row(n) = shape, n == 410 { fold() } }',
    ],
  ],
};
