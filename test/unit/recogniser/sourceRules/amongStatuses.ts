import type { SourceRule } from './sourceRule';

export const amongStatuses: SourceRule = {
  name: 'among the statuses of a program',
  says: 'A number that everybody knows as a status, in a program that handles statuses, where the names around it can be those of an answer.',
  matches: [
    [
      'javascript',
      'fetch(pier);\nif (answer.statusCode === 200) go();\nconst swallowed = [404, 410];\nconst RETRIABLE_HTTP = Object.freeze([425, 503]);\nserve({ acceptable: [400, 404] });',
      ['http/404', 'http/410', 'http/425', 'http/503', 'http/400', 'http/404'],
    ],
    [
      'javascript',
      "fetch(pier);\nif (answer.statusCode === 200) go();\nresolve([409]);\ncallback(null, 404);\nsettle(event.type === 'error' ? 404 : 200);",
      ['http/409', 'http/404', 'http/404'],
    ],
    [
      'python',
      'import requests\nok = r.status_code\ndef answer(boat):\n    if boat is None:\n        return 404\n    if boat.tied:\n        return 409\n    return 200\nif ret in [400, 404, 409]:\n    stop()\nraise fault(410)\nif list(errors.keys()) != [404]:\n    stop()\npier.return_value = (403, {})',
      ['http/404', 'http/409', 'http/400', 'http/404', 'http/409', 'http/410', 'http/404', 'http/403'],
    ],
    ['go', 'package a\nimport "net/http"\nfunc t() { _ = http.StatusOK; assert.Equal(t, 404, errc) }', ['http/404']],
    [
      'java',
      'class A { int f(HttpServletResponse r) { assertTrue(line.contains("404")); return SC_ACCEPTED; } }',
      ['http/404'],
    ],
    ['javascript', "http.createServer((req, res) => { res.statusCode = 200; res.end('404'); });", ['http/404']],
    [
      'ruby',
      "require 'net/http'\nraise fault_error_class.new('No such berth', '404', '') unless answer.status_code == 200",
      ['http/404'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc t() { _ = http.StatusOK; assert.Contains(t, buffer.String(), "404"); t.Fatalf("not the BerthError 410, got %q", err) }',
      ['http/404', 'http/410'],
    ],
    [
      'python',
      'import requests\nif code >= 500 or code in (401, 403):\n    stop(r.status_code)',
      ['http/500', 'http/401', 'http/403'],
    ],
    [
      'javascript',
      "fetch(pier);\nif (answer.status === 500) stop();\nrequest.reject(404, 'No berth.');\noptions.ignore.push(429);",
      ['http/500', 'http/404', 'http/429'],
    ],
    [
      'python',
      'import requests\nif r.status_code == 200:\n    pass\nmost = again((None, 503, None))\nresult = 404 if away else 0',
      ['http/404'],
    ],
    [
      'javascript',
      "fetch(pier);\nif (answer.statusCode) switch (rawError[field]) { case 'lost': return 1; case 422: return 2; }",
      ['http/422'],
    ],
    ['go', 'package a\nfunc t() { r := httptest.NewRecorder(); t.Errorf("Did not get a 503.") }', ['http/503']],
    ['python', 'import requests\nself.get(url, expect_error=400)', ['http/400']],
    [
      'go',
      'package a\nimport "net/http"\nfunc t() { if r.Code != http.StatusGone { t.Fatal("viewer is 403"); t.Run("called for a 404", f) } }',
      ['http/410', 'http/403', 'http/404'],
    ],
    [
      'ruby',
      "require 'faraday'\nit 'handles 404' do\n  expect(answer.status_code).to eq 200\nend\nit('waits when busy with 503') { f }",
      ['http/404', 'http/503'],
    ],
    [
      'rust',
      'use hyper::StatusCode;\nfn f(n: u16) -> bool { (400..=499).contains(&n) || 600 > n && n >= 500 }',
      ['http/400', 'http/500'],
    ],
    [
      'kotlin',
      'import okhttp3.Response\nval clientErrors = 400 until 500\nfun f(r: Response) = r.code == 404',
      ['http/400', 'http/500', 'http/404'],
    ],
  ],
  nonMatches: [
    ['python', 'import requests\nif r.status_code == 200:\n    order.status = 404\n'],
    [
      'javascript',
      "fetch(pier);\nif (answer.statusCode === 200) go();\nconst piers = [404, 410];\nconst decks = Object.freeze([401, 403]);\nresolve(boat, 404);\nconst wide = isWide ? 504 : 320;\nif (address.code === '404') row();",
    ],
    [
      'python',
      'import requests\nok = r.status_code\ndef crates(boat):\n    if boat is None:\n        return 404\n    return boat.crates\ndef dues():\n    return 429\nraise SystemExit(404)\nif list(boats.keys()) != [404]:\n    stop()',
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc t() { _ = http.StatusOK; t.Fatalf("want %d layers", 404) }\nfunc dues(n int) int { if n > 3 { return 429 }; return n * 88 }',
    ],
    ['javascript', 'fetch(pier);\nif (answer.statusCode) switch (boats[0]) { case 422: moor(); }'],
    [
      'javascript',
      "fetch(pier);\nif (answer.status === 200) go();\nconst boats = 404;\ncrew.set('berths', 409);\npaint(401);\nboat.rows = 503;",
    ],
    [
      'python',
      'import requests\nif r.status_code == 200:\n    pass\nassert len(boats) == 404\nrow = [231, 390, 404, 630]',
    ],
    [
      'python',
      'import requests\nif r.status_code == 200:\n    pass\nBUOY = 403\nBELL = 404\nSTONE = 405\nsleep(503)\nprint("404 boats", "line 404", "exit 404", "of 404", "10.404")',
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc t() { _ = http.StatusOK; check(t, boat.Length, 404); say("page 404 of 503", "room 401", "up to 404 boats") }',
    ],
    [
      'rust',
      'use hyper::StatusCode;\nfn f(n: u16) -> bool { for i in 400..500 { row(i) } (400..500).contains(&page.width()) }',
    ],
    [
      'swift',
      'let wanted = response.statusCode\nfunc f() { switch width { case 400..<500: lay()\ndefault: break }\nfor row in 400..<500 { lay(row) } }',
    ],
    ['rust', 'use hyper::StatusCode;\nfn f(n: u16) -> bool { (400..480).contains(&n) || delay > 500 && delay < 599 }'],
    [
      'javascript',
      "http.createServer((req, res) => { res.statusCode = 200; boats.end('404'); names.includes('404'); });",
    ],
    ['ruby', "require 'net/http'\nanswer.status_code == 200\nBoat.new('Dune', '404', '')"],
    ['go', 'package a\nfunc t() { assert.Equal(t, 404, c); t.Fatal("viewer is 403") }'],
  ],
};
