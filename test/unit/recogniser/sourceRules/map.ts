import type { SourceRule } from './sourceRule';

export const map: SourceRule = {
  name: 'map keyed by status',
  says: 'The keys of a map that is named for statuses, errors or messages, when all keys are statuses; of any map, when they are those that answers have.',
  matches: [
    ['typescript', "const a = fetch;\nexplain(error.status, leave, { 422: 'BERTH_TAKEN' });", ['http/422']],
    ['typescript', "fetch(u);\nconst pages = { 404: path.join(dir, '404.html'), default: page };", ['http/404']],
    [
      'java',
      `import java.net.http.*;\nclass A { static final Map<Integer, String> HINTS = new HashMap<>() {{ put(404, "look again"); put(429, "wait"); }}; }`,
      ['http/404', 'http/429'],
    ],
    [
      'java',
      `import java.net.http.*;\nclass A { static { ERROR_TEXT.put(401, "log in"); ERROR_STATUS.put("slow", 418); } }`,
      ['http/401', 'http/418'],
    ],
    [
      'csharp',
      `using System.Net.Http;\nclass A { static readonly Dictionary<int, (string, bool)> Notes = new() { [88] = ("Rate limit exceeded", true) }; }`,
      ['x-api-v1.1/88'],
    ],
    [
      'csharp',
      'class A { static readonly Dictionary<string, int> map = new() { ["gone"] = 410, ["slow"] = 429 };\n int StatusOf(string word) => map[word];\n string u = "https://a.example"; }',
      ['http/410', 'http/429'],
    ],
    [
      'csharp',
      'var texts = new Dictionary<HttpStatusCode, string> { [HttpStatusCode.Conflict] = "twice" };',
      ['http/409'],
    ],
    ['csharp', 'await response.WriteAsJsonAsync(new { code = 500, message = "x" });', ['http/500']],
    ['javascript', "const statusMessages = { 404: 'gone', 503: 'busy' };", ['http/404', 'http/503']],
    ['python', 'import requests\nhandlers[500] = retry\nerror_handlers[404] = skip\n', ['http/500', 'http/404']],
    ['javascript', 'const api = axios; const handlers = { 404: skip, 503: retry };', ['http/404', 'http/503']],
    ['kotlin', 'val statusMessages = mapOf(404 to "gone", 503 to "busy")', ['http/404', 'http/503']],
    ['swift', 'let statusMessages: [Int: String] = [404: "gone", 503: "busy"]', ['http/404', 'http/503']],
    ['swift', 'let url = "https://a.example"\nlet text = hints[404] ?? "?"', ['http/404']],
    [
      'typescript',
      "import axios from 'axios';\nconst HINTS = { 400: 'look again', 401: 'log in', 404: 'gone', 429: 'slower' };",
      ['http/400', 'http/401', 'http/404', 'http/429'],
    ],
    [
      'python',
      'import requests\nWORDS = {401: "log in", 404: "gone", 500: "our fault", 503: "later"}\n',
      ['http/401', 'http/404', 'http/500', 'http/503'],
    ],
    [
      'shellscript',
      'declare -A TEXT=(\n  [401]="refused"\n  [404]=gone\n)\nstatus=$(curl -s -o a -w "%{http_code}" "$URL")\necho "${TEXT[$status]}"',
      ['http/401', 'http/404'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc f() { for code, want := range map[int]bool{429: true, 422: false} { check(&APIError{StatusCode: code}, want) } }',
      ['http/429', 'http/422'],
    ],
    [
      'ruby',
      '{ 400 => Bad, 403 => Forbidden }.each do |status, error|\n  stub_request(:get, url).to_return(status: status)\nend',
      ['http/400', 'http/403'],
    ],
    [
      'swift',
      'import Foundation\nlet url = URL(string: "https://a.example")\nStub.answers = [(status: 503, headers: [:], body: "")]',
      ['http/503'],
    ],
    [
      'javascript',
      "const _e = 'httpError', _q = 'queryError';\nconst Slow = { [_q]: ['Slow', 429], [_e]: 503 };\nfetch(pier);",
      ['http/429', 'http/503'],
    ],
    ['javascript', "const key = 'statusCode';\nsend({ [key]: 418 });", ['http/418']],
  ],
  nonMatches: [
    ['typescript', "const a = fetch;\nexplain(error.pier, leave, { 422: 'BERTH_TAKEN' });"],
    ['typescript', "fetch(u);\nconst pages = { 404: path.join(dir, '404.png'), 500: path.join(dir, '1500.html') };"],
    [
      'php',
      "<?php\n$http = new Client();\n$columns += [207 => 'mast', 211 => 'keel', 225 => 'sail', 400 => 'pier', 401 => 'berth', 402 => 'lamp', 408 => 'rope'];",
    ],
    [
      'java',
      `import java.net.http.*;\nclass A { static final Map<Integer, String> ROOMS = new HashMap<>() {{ put(404, "north"); put(429, "south"); }}; }`,
    ],
    ['java', `import java.net.http.*;\nclass A { static { ROOM_OF.put("ida", 401); shelves.put("slow", 418); } }`],
    [
      'csharp',
      `using System.Net.Http;\nclass A { static readonly Dictionary<int, (string, bool)> Notes = new() { [88] = ("Eighty-eight", true) }; }`,
    ],
    ['csharp', 'await response.WriteAsJsonAsync(new { id = 404, code = 500, name = "Lamp" });'],
    ['javascript', "const api = axios;\nconst LANDS = [{ code: 404, name: 'Kenya' }, { code: 400, label: 'Jordan' }];"],
    ['swift', 'import Foundation\nlet url = URL(string: "https://a.example")\nlet rows = [(width: 503, name: "a")]'],
    [
      'ruby',
      "{ 400 => 'gray', 403 => 'red' }.each do |shade, name|\n  stub_request(:get, url).to_return(body: shade)\nend",
    ],
    ['shellscript', 'declare -A ROOM=(\n  [401]="blue"\n  [404]=red\n)\ncurl -s "$URL"\necho "${ROOM[$1]}"'],
    ['javascript', 'fetch(u);\nexport default { country_calling_codes: { 420: ["CZ"], 421: ["SK"], 500: ["FK"] } };'],
    ['typescript', "import axios from 'axios';\nconst ROOMS = { 401: 'lab', 403: 'hall', 404: 'bar', 502: 'attic' };"],
    [
      'typescript',
      "import axios from 'axios';\nconst LINES = { 400: 'port', 401: 'zoo', 402: 'inn', 403: 'spa', 404: 'sea' };",
    ],
    [
      'typescript',
      "import axios from 'axios';\nconst SIZES = { 400: 's', 404: 'm', 429: 'l', 480: 'xl', 503: 'xxl' };",
    ],
    ['typescript', "import axios from 'axios';\nconst WEIGHTS = { 400: 'book', 500: 'medium', 600: 'bold' };"],
    ['javascript', "const rooms = { 404: 'lab', 503: 'hall' };"],
    ['javascript', 'const api = axios; keyHandlers[404] = skip; rows[500] = row;'],
    ['python', 'handlers[500] = redo\n'],
    ['kotlin', 'val rooms = mapOf(404 to "lab", 503 to "hall")'],
    ['swift', 'let rooms: [Int: String] = [404: "lab", 503: "hall"]\nlet room = rooms[404] ?? "?"'],
    ['javascript', "const _w = 'width';\nfetch(pier);\ndraw({ [_w]: 404, marginError: [400, 404] });"],
    ['javascript', "// for twitter\nvar keyCodeMap = { 13: 'enter', 38: 'up' };"],
  ],
};
