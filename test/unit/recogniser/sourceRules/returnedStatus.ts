import type { SourceRule } from './sourceRule';

export const returnedStatus: SourceRule = {
  name: 'status that a function gives back',
  says: 'A status among the results of a function: beside an error or nothing, as one of two ways whose other is a success, or where all its other results at this place are statuses.',
  matches: [
    [
      'go',
      'package a\nimport "net/http"\nfunc toHTTP(err error) int {\n\tswitch status.Code(err) {\n\tcase codes.NotFound:\n\t\treturn 404\n\tcase codes.Unavailable:\n\t\treturn 503\n\t}\n\treturn 500\n}',
      ['http/404', 'http/503', 'http/500'],
    ],
    [
      'java',
      'import java.net.http.*;\nclass A { int handleExceptions(Exception e) { if (e instanceof B) { return 400; } return 500; } }',
      ['http/400', 'http/500'],
    ],
    [
      'kotlin',
      'enum class Fault(val http: Int) { LOST(404), BUSY(429) }\nval u = "https://a.example"',
      ['http/404', 'http/429'],
    ],
    [
      'rust',
      'use reqwest;\nimpl Fault { fn http(&self) -> u16 { match self { Self::Lost => 404, Self::Busy => 429 } } }',
      ['http/404', 'http/429'],
    ],
    [
      'csharp',
      'using System.Net.Http;\nclass A { int Map(Exception e) => e switch { KeyNotFoundException => 404, ArgumentException => 400, UnauthorizedAccessException => StatusCodes.Status401Unauthorized, _ => 500 }; }',
      ['http/404', 'http/400', 'http/401', 'http/500'],
    ],
    [
      'go',
      'package a\nvar pier = "https://a.example"\nfunc find(id string) (*Boat, int) {\n\tif id == "" {\n\t\treturn nil, 404\n\t}\n\tif locked(id) {\n\t\treturn nil, 423\n\t}\n\treturn &Boat{}, 200\n}',
      ['http/404', 'http/423'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc moor(r *http.Request) (int, error) {\n\tif err := tie(r); err != nil {\n\t\treturn 400, err\n\t}\n\treturn 500, fmt.Errorf("mooring: %w", err)\n}',
      ['http/400', 'http/500'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc answerOf(err error) int {\n\tswitch {\n\tcase errors.Is(err, errLost):\n\t\treturn 410\n\tcase errors.Is(err, errBusy):\n\t\treturn 429\n\t}\n\treturn 500\n}',
      ['http/410', 'http/429', 'http/500'],
    ],
    [
      'java',
      'import jakarta.ws.rs.GET;\nclass A { @GET int moor() { return isTied ? 200 : 500; } // http\n}',
      ['http/500'],
    ],
    [
      'kotlin',
      'import okhttp3.*\nfun check(b: Boat): Int {\n    if (b.isLost) return 404\n    if (b.isLate) return 408\n    return 200\n}',
      ['http/404', 'http/408'],
    ],
    [
      'csharp',
      'using System.Net.Http;\nclass A { int Check(Boat b) { if (b.Lost) { return 404; } return 204; } }',
      ['http/404'],
    ],
  ],
  nonMatches: [
    [
      'go',
      'package a\nimport "net/http"\nfunc lamp(err error) int {\n\tswitch colour(err) {\n\tcase codes.Red:\n\t\treturn 404\n\tcase codes.Blue:\n\t\treturn 503\n\t}\n\treturn 500\n}',
    ],
    [
      'java',
      'import java.net.http.*;\nclass A { int widthOf(Exception e) { if (e instanceof B) { return 400; } return 500; } }',
    ],
    [
      'kotlin',
      'enum class Pier(val rows: Int, val http: String) { LOST(404, "a"), WIDE(403, "b") }\nval u = "https://a.example"',
    ],
    [
      'rust',
      'use reqwest;\nimpl Pier { fn http(&self) -> &str { "404" }\n fn rows(&self) -> u16 { match self { Self::Lost => 404, Self::Busy => 429 } } }',
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc tariff(length float64) int {\n\tswitch {\n\tcase length > 50.4:\n\t\treturn 503\n\tcase length > 17:\n\t\treturn 429\n\t}\n\treturn 404\n}',
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc maxWidth() (int, error) {\n\treturn 404, err\n}\nfunc berths() (int, *Boat) {\n\treturn 404, boat\n}',
    ],
    ['go', 'package a\nfunc find(id string) (*Boat, int) {\n\treturn nil, 404\n}'],
    ['java', 'class A { // http\n int moor() { return isWide ? 200 : 500; }\n}'],
    ['kotlin', 'import okhttp3.*\nfun deckWidth(b: Boat): Int {\n    if (b.isLong) return 404\n    return 200\n}'],
    [
      'csharp',
      'using System.Net.Http;\nclass A { int Length(Boat b) { if (b.Long) { return 404; } return 204; } int Crew(Boat b) { if (b.Big) return 409; return 12; } }',
    ],
  ],
};
