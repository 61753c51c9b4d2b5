import type { SourceRule } from './sourceRule';

export const partOfAnswer: SourceRule = {
  name: 'part of an answer or of its error',
  says: 'The first of the three parts of an answer of Rack, the first word of a line with a status, the status that an error got.',
  matches: [
    ['typescript', 'export const PierGoneStatusEnum = {\n  NUMBER_410: 410\n} as const;', ['http/410']],
    [
      'ruby',
      "require 'rack'\nreturn later if response[0] == 404\nresult = app.call(env)\nmoor if result.first == 401",
      ['http/404', 'http/401'],
    ],
    ['python', 'import web\nself.assertEqual(response.status.split()[0], "404")\n', ['http/404']],
    [
      'go',
      'package a\nimport "net/http"\nfunc f(err error) { if s, ok := err.(httpStatus); ok && s.Code == 1 { return }\n if httpStatus.Actual == 404 || errCode.Got == 409 { return } }\nvar e = InvalidStatusError{Expected: []int{200}, Got: 410}\nvar u = piers.ErrUnexpectedResponseCode{Method: "GET", Actual: 503}',
      ['http/404', 'http/409', 'http/410', 'http/503'],
    ],
    [
      'go',
      'package a\ntype ByStatus struct {\n\tHTTPNotFound uint64 `json:"404,omitempty"`\n\tConflict uint64 `json:"409"`\n}',
      ['http/404', 'http/409'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nvar w = []Acceptor{{State: Success, Matcher: request.StatusWaiterMatch, Expected: 404}}',
      ['http/404'],
    ],
    [
      'java',
      'import a.http2.Field;\nclass A { Field f = of(":status", "404"); Field of(String n, String v) { return new Field(n.getBytes(), v.getBytes()); } }',
      ['http/404'],
    ],
    ['python', 'import http\nasync def run(self):\n    if self.full:\n        return 413, [], b""\n', ['http/413']],
    [
      'ruby',
      'WAITER = { acceptors: [{ "expected" => 404, "matcher" => "status", "state" => "success" }] }',
      ['http/404'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc label(status int) string {\n\tswitch status {\n\tcase 404:\n\t\treturn "404"\n\t}\n\treturn ""\n}',
      ['http/404', 'http/404'],
    ],
  ],
  nonMatches: [
    ['typescript', 'export const PierWidthEnum = {\n  NUMBER_410: 410\n} as const;'],
    ['typescript', 'export const PierStatusEnum = {\n  NUMBER_410: 404\n} as const;'],
    ['ruby', "require 'rack'\nmoor if boats[0] == 404\nmoor if response[1] == 503\nmoor if widths.first == 401"],
    ['ruby', "require 'net/http'\nmoor if result.first == 401"],
    ['python', 'import web\nself.assertEqual(row.split()[0], "404")\n'],
    [
      'go',
      'package a\nimport "net/http"\nfunc f() { if width.Actual == 404 { return } }\nvar e = InvalidWidthError{Expected: []int{200}, Got: 410}',
    ],
    ['go', 'package a\ntype Shelf struct {\n\tNotFound uint64 `json:"405"`\n\tBoats uint64 `json:"404"`\n}'],
    ['go', 'package a\nimport "net/http"\nvar w = []Acceptor{{Matcher: request.PathWaiterMatch, Expected: 404}}'],
    [
      'java',
      'import a.http2.Field;\nclass A { Field f = of(":width", "404"); Field of(String n, String v) { return new Field(n.getBytes(), v.getBytes()); } }',
    ],
    ['python', 'import http\nasync def run(self):\n    if self.full:\n        return 413, [], self.rows\n'],
    ['ruby', 'WAITER = { acceptors: [{ "expected" => 404, "matcher" => "path", "state" => "success" }] }'],
    [
      'go',
      'package a\nimport "net/http"\nfunc label(width int) string {\n\tswitch width {\n\tcase 404:\n\t\treturn "404"\n\t}\n\treturn ""\n}',
    ],
  ],
};
