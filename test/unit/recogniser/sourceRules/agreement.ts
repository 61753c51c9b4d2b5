import type { SourceRule } from './sourceRule';

export const agreement: SourceRule = {
  name: 'words that agree',
  says: 'A number whose place says nothing, where the words of its line, other statuses at the same place or the title of its test do.',
  matches: [
    [
      'typescriptreact',
      'import { useRouteError } from "react-router-dom";\nexport const Gone = ({ error }) => {\n  if (error.status === 404) {\n    return (\n      <Result\n        status="404"\n        title="404"\n      />\n    );\n  }\n  return <Boats title="503" />;\n};',
      ['http/404', 'http/404', 'http/404'],
    ],
    [
      'swift',
      'import Foundation\nif answer.statusCode == 401 {\n    let pier = renew()\n    guard pier.open else {\n        throw NSError(domain: "Pier", code: 401, userInfo: [:])\n    }\n}',
      ['http/401', 'http/401'],
    ],
    [
      'swift',
      'import Foundation\nif answer.statusCode == 404 {\n    done(.failure(NSError(domain: "Pier", code: 404, userInfo: [:])))\n}',
      ['http/404', 'http/404'],
    ],
    [
      'swift',
      'import Foundation\nif answer.statusCode == 404 {\n    done(.failure(NSError(domain: "Pier", code: 503, width: 404)))\n}',
      ['http/404'],
    ],
    [
      'ruby',
      "require 'rack'\nif access == '404'\n  render_not_found\nelsif access == '403'\n  turn_away\nend",
      ['http/404', 'http/404', 'http/403'],
    ],
    [
      'javascript',
      "const http = 1;\nexports.E = define({ BROKEN: { code: 500, message: 'Broken' }, LOST: { code: 404, message: 'Not Found' }, SHUT: { code: 403, message: 'Forbidden' } });",
      ['http/500', 'http/404', 'http/403'],
    ],
    [
      'javascript',
      `fetch(pier);\nit('422', () => { answer.status(422); });\nit('413', () => { answer.lift(413); });`,
      ['http/422', 'http/422'],
    ],
    [
      'csharp',
      `using System.Net.Http;\nclass A { ApiProblem F(int code) => code switch { 401 => new(401, "log in"), 429 => new(429, "wait"), _ => new(500, "other") }; }`,
      ['http/401', 'http/401', 'http/429', 'http/429', 'http/500'],
    ],
    ['python', 'import requests\nSTATUS_RATE_LIMIT = 429', ['http/429']],
    [
      'python',
      'r = api.get()\ndef a(code):\n    if handle_error(429, code):\n        return "slow down: rate limited"',
      ['http/429'],
    ],
    ['python', 'def text(e):\n    return f"Bad Request (400): {e} of the api"', ['http/400']],
    ['python', 'def test_403_is_a_permission_error(self):\n    result = _parse_response(403, "{}")', ['http/403']],
    [
      'typescript',
      "it('waits when a 429 has no reset', () => {\n  expect(classify({ n: 429 }, response)).toBe('slow');\n});",
      ['http/429'],
    ],
    [
      'kotlin',
      'fun text(response: Int) = when (response) {\n  400 -> "Bad request"\n  401 -> "Try again"\n  403 -> "Forbidden"\n  else -> ""\n}',
      ['http/400', 'http/401', 'http/403'],
    ],
    [
      'swift',
      'enum NetworkError: Int {\n  case unreachable = 0\n  case unauthorized = 401\n  case forbidden = 403\n  case held = 409\n}',
      ['http/401', 'http/403', 'http/409'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc mapError(err error) (int, string) {\n\tif gone(err) { return 404, "not found" }\n\tif twice(err) { return 409, "duplicate" }\n\treturn 500, "else"\n}',
      ['http/404', 'http/409', 'http/500'],
    ],
    ['rust', 'use reqwest;\nfn t() { assert_eq!(classify(429), Kind::RateLimited); }', ['http/429']],
    ['go', 'package a\nimport "net/http"\nfunc t() { fake.answers = []int{503, 502, 200} }', ['http/503', 'http/502']],
    [
      'swift',
      'let url = "https://a.example"\nlet cases = [(429, Fault.rateLimited), (500, Fault.down(status: 500))]',
      ['http/429', 'http/500'],
    ],
  ],
  nonMatches: [
    ['ruby', "require 'rack'\nif berth == '404'\n  render_piers\nelsif berth == '403'\n  turn_away\nend"],
    [
      'javascript',
      "const http = 1;\nexports.BOATS = define({ SLOOP: { code: 410, label: 'Tall' }, BRIG: { code: 404, label: 'Wide' }, YAWL: { code: 503, label: 'Low' } });",
    ],
    [
      'csharp',
      `using System.Net.Http;\nclass A { Room F(string name) => name switch { "a" => new(401, "north"), "b" => new(429, "south"), _ => new(500, "east") }; }`,
    ],
    ['python', 'import requests\nROOMS_RATE_LIMIT = 429'],
    ['python', 'def a(n):\n    if handle_error(429, n):\n        return "slow down: rate of rooms"'],
    ['python', 'def test_403_rows_are_read(self):\n    result = _parse_response(403, "{}")'],
    ['typescript', "it('shows not found', () => {\n  fetch('/a'); setTimeout(() => show('Not Found'), 404);\n});"],
    ['typescript', "it('is wide', () => {\n  expect(classify({ n: 429 }, response)).toBe('slow');\n});"],
    ['kotlin', 'fun text(rooms: Int) = when (rooms) {\n  400 -> "Good request"\n  401 -> "Try again"\n  else -> ""\n}'],
    [
      'go',
      'package a\nimport "net/http"\nfunc mapSize(n int) (int, string) {\n\tif n > 3 { return 410, "wide" }\n\treturn 429, "tall"\n}\nvar widths = []int{200, 400, 500}\nvar sizes = []int{200, 404, 640}',
    ],
    ['rust', 'use reqwest;\nfn t() { assert_eq!(classify(429), Size::Tall); }'],
  ],
};
