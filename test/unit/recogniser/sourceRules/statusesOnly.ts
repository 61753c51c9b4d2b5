import type { SourceRule } from './sourceRule';

export const statusesOnly: SourceRule = {
  name: 'nothing but statuses',
  says: 'A list, a set or the keys of a map that are all statuses, two of them such that everybody knows, whose name has to do with errors, or says nothing, where three of the keys are such; what a loop goes through and calls codes.',
  matches: [
    [
      'rust',
      'use reqwest;\nfn f() { for code in [500u16, 501, 502, 503] { moor(code); } }',
      ['http/500', 'http/501', 'http/502', 'http/503'],
    ],
    [
      'typescript',
      "import axios from 'axios';\nif (r.status === 409) go();\nconst m = { 401: 'moor', 403: 'barred', 404: 'lost' };",
      ['http/409', 'http/401', 'http/403', 'http/404'],
    ],
    [
      'python',
      'import requests\nif r.status_code == 409: go()\nm = {401: "moor", 403: "barred", 404: "lost"}',
      ['http/409', 'http/401', 'http/403', 'http/404'],
    ],
    [
      'rust',
      'use reqwest;\nfn f() { let retry: HashSet<u16> = [429, 502].into_iter().collect(); }',
      ['http/429', 'http/502'],
    ],
    [
      'java',
      'import java.net.http.HttpResponse;\nclass A { static final List<Integer> IGNORED = Arrays.asList(404, 410); static final Map<Integer, String> TEXTS = Map.of(400, "bad", 401, "barred", 404, "lost"); int f(HttpResponse r) { return r.statusCode(); } }',
      ['http/404', 'http/410', 'http/400', 'http/401', 'http/404'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nvar texts = map[int]string{\n\t400: "bad",\n\t404: "lost",\n\t409: "taken",\n}\nvar skip = []int{404, 410}\nvar x = http.StatusOK',
      ['http/400', 'http/404', 'http/409', 'http/404', 'http/410'],
    ],
    [
      'csharp',
      'using System.Net;\nclass A { static readonly HashSet<int> Known = new HashSet<int> { 408, 409, 503 }; int F(HttpResponseMessage r) => (int)r.StatusCode; }',
      ['http/408', 'http/409', 'http/503'],
    ],
    [
      'shellscript',
      '# Colours what the log of the pier has to say of HTTP\nfor code in 500 502; do\n  line="${line// $code / <$code> }"\ndone\nfor code in "401" "404"; do echo $code; done\n',
      ['http/500', 'http/502', 'http/401', 'http/404'],
    ],
    [
      'powershell',
      'Invoke-RestMethod $Pier\nforeach ($code in @(429, 503)) { Write-Host $code }\nforeach ($code in 400, 401, 403) { Show-Line $code }',
      ['http/429', 'http/503', 'http/400', 'http/401', 'http/403'],
    ],
    [
      'python',
      'import requests\nfor code in (500, 502):\n    show(code)\nshown = {code: colour for code in [400, 404, 409]}\n',
      ['http/500', 'http/502', 'http/400', 'http/404', 'http/409'],
    ],
    ['ruby', "require 'faraday'\nfor code in [400, 401] do\n  show(code)\nend", ['http/400', 'http/401']],
    [
      'go',
      'package a\nimport "net/http"\nfunc f() { for _, code := range []uint16{404, 410} { show(code) } }',
      ['http/404', 'http/410'],
    ],
    [
      'csharp',
      'using System.Net.Http;\nclass A { void F() { foreach (var code in new[] { 404, 500 }) Show(code); } }',
      ['http/404', 'http/500'],
    ],
  ],
  nonMatches: [
    [
      'rust',
      'use reqwest;\nfn f() { for code in [501u16, 502, 503, 504] { moor(code); } for row in [500, 501, 502, 503] { moor(row); } }',
    ],
    ['typescript', "import axios from 'axios';\nconst m = { 401: 'moor', 403: 'barred', 404: 'lost' };"],
    ['python', 'import requests\npiers = {401: "moor", 403: "barred", 404: "lost"}\nm = [401, 403, 404]'],
    [
      'shellscript',
      '# Asks the pier over HTTP\nfor code in 404; do ring $code; done\nfor code in 400 500; do ring $code; done\nfor code in 401 402 403; do ring $code; done\nfor code in 404 977; do ring $code; done\nfor berth in 401 404; do moor $berth; done\nfor zip_code in 401 404; do ring $zip_code; done\n',
    ],
    ['shellscript', '# Rings the boats of the pier\nfor code in 404 410 429; do ring $code; done\n'],
    ['python', 'import requests\nfor code in (40, 404):\n    show(code)\nfor width in (404, 410):\n    show(width)\n'],
    [
      'java',
      'import java.net.http.HttpResponse;\nclass A { static final int[] BERTHS = {404, 410, 429}; static final List<Integer> KNOWN_WIDTHS = List.of(404, 410); static final List<Integer> KNOWN = List.of(404, 910); static final List<Integer> FAILED = List.of(401, 402, 403); int f(HttpResponse r) { return r.statusCode(); } }',
    ],
    [
      'go',
      'package a\nimport "net/http"\nvar skip = []int{400, 500}\nvar allowed = berths(404, 410)\nvar x = http.StatusOK\nvar shelves = map[int]string{404: "oak", 409: "ash"}',
    ],
    ['go', 'package a\nvar skip = []int{404, 410}'],
  ],
};
