import type { SourceRule } from './sourceRule';

export const ownTypes: SourceRule = {
  name: 'value of a type of the program',
  says:
    'What is made without naming its type again, a raw value of an own type of statuses, what an accessor gives back, and ' +
    'a case of an error that is made from a status elsewhere.',
  matches: [
    [
      'ruby',
      "require 'rack'\nclass PierError < StandardError\n  def initialize(status, error)\n    @status = status\n  end\nend\nclass Full < PierError\n  def initialize(error = :full)\n    super 409, error\n  end\nend",
      ['http/409'],
    ],
    [
      'csharp',
      'record ApiError(int StatusCode, string Message) { static readonly ApiError Missing = new(404, "gone"); static ApiError Busy => new(503, "busy"); }',
      ['http/404', 'http/503'],
    ],
    ['csharp', 'class F : HttpFailure { public override int StatusCode { get { return 412; } } }', ['http/412']],
    [
      'csharp',
      'class A { string u = "https://a.example"; bool IsLoginError(int code) => code is 401 or 403 or 407 or 451; }',
      ['http/401', 'http/403', 'http/407', 'http/451'],
    ],
    [
      'swift',
      'struct HTTPStatus { let rawValue: Int\nstatic let gone = HTTPStatus(rawValue: 410)\nstatic let limit = Self(rawValue: 429) }',
      ['http/410', 'http/429'],
    ],
    [
      'swift',
      'import Alamofire\nenum Fault: Error { case server(Int) }\nfunc f() { throw Fault.server(response.statusCode) }\nfunc g(_ e: Fault) { switch e { case .server(503): wait()\ndefault: stop() } }',
      ['http/503'],
    ],
    ['swift', 'import Vapor\nroutes.get("x") { request -> HTTPStatus in return .forbidden }', ['http/403']],
    [
      'swift',
      'import Foundation\n// HTTP\nlet samples = [199, 300, 410]\nsamples.enumerated().forEach { index, code in client.complete(withStatusCode: code, at: index) }',
      ['http/410'],
    ],
    [
      'java',
      'class K { String u = "https://a.example"; static final int SERVER_ERROR_START = 500; R f() { return new ResponseResult(404, "nope"); } }',
      ['http/500', 'http/404'],
    ],
    [
      'csharp',
      'class A { void F() { http.X(); SendErrorsAsync(409); var h = new FakeHandler(503, "busy"); } string u = "https://a.example"; }',
      ['http/409', 'http/503'],
    ],
    ['kotlin', 'import okhttp3.*\nprivate val RETRYABLE_CODES = intArrayOf(408, 503)', ['http/408', 'http/503']],
    [
      'csharp',
      'class A { string u = "https://a.example"; static int Map(Exception e) => e switch { MissingException => 404, TwiceException => 409, _ => 500 }; }',
      ['http/404', 'http/409', 'http/500'],
    ],
    [
      'java',
      'class A { static final Map<Class<?>, Integer> STATUS_BY_TYPE = Map.of(Missing.class, 404, Twice.class, 409); R f() { return ServerResponse.badRequest().build(); } }',
      ['http/404', 'http/409', 'http/400'],
    ],
    [
      'swift',
      'import XCTest\nlet cases: [(Int, ClientError)] = [(401, .login), (410, .left)]\nfor (status, expected) in cases { check(status, expected) }\nXCTAssertGreaterThanOrEqual(response.statusCode, 500)',
      ['http/401', 'http/410', 'http/500'],
    ],
    ['java', 'import twitter4j.*;\nclass A { static final int DUPLICATE_STATUS = 187; }', ['x-api-v1.1/187']],
  ],
  nonMatches: [
    [
      'ruby',
      "require 'rack'\nclass PierSize < Size\n  def initialize(width, error)\n    @width = width\n  end\nend\nclass Full < PierSize\n  def initialize(error = :full)\n    super 409, error\n  end\nend",
    ],
    [
      'csharp',
      'class A { string u = "https://a.example"; static int Width(Shape s) => s switch { Round => 404, Square => 409, _ => 500 }; }',
    ],
    [
      'java',
      'class A { static final Map<Class<?>, Integer> WIDTH_BY_TYPE = Map.of(Lamp.class, 404, Chair.class, 409); String u = "https://a.example"; }',
    ],
    [
      'swift',
      'import XCTest\nlet cases: [(Int, Shelf)] = [(401, .top), (410, .low)]\nfor (width, expected) in cases { check(width, expected) }\nXCTAssertGreaterThanOrEqual(shelf.width, 500)',
    ],
    [
      'csharp',
      'record Lamp(int Shelf, string Name) { static readonly Lamp Tall = new(404, "tall"); string u = "https://a.example"; }',
    ],
    ['csharp', 'class F { string u = "https://a.example"; public int Width { get { return 412; } } }'],
    [
      'swift',
      'struct Shelf { let rawValue: Int\nstatic let top = Shelf(rawValue: 410)\nstatic let low = Self(rawValue: 429) }',
    ],
    [
      'swift',
      'import Alamofire\nenum Move { case go(Int) }\nfunc g(_ m: Move) { switch m { case .go(503): wait()\ndefault: stop() } }',
    ],
    ['swift', 'let widths = [199, 300, 410]\nwidths.enumerated().forEach { index, width in resize(width, at: index) }'],
    [
      'java',
      'class K { String u = "https://a.example"; static final int PAGE_START = 500; R f() { return new QueryResult(404, "rows"); } }',
    ],
  ],
};
