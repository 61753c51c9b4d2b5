import type { SourceRule } from './sourceRule';

export const errorText: SourceRule = {
  name: 'text of an error',
  says: 'A status that is looked for in what an error says, or that a test expects an error to say.',
  matches: [
    [
      'javascript',
      "const axios = require('axios');\nif (lost) throw new Error(address + ' 404');\nthrow new Error('503 ' + address);",
      ['http/404', 'http/503'],
    ],
    [
      'typescript',
      "import axios from 'axios';\nif (error.message.startsWith('403' + ':') || /\\b429\\b/.test(error.message)) stop();",
      ['http/403', 'http/429'],
    ],
    ['python', 'import http.server\nself.assertEqual(request._error, 404)\n', ['http/404']],
    [
      'csharp',
      'class A { void F() { if (twitterService.Response.Error.Message == "Rate limit exceeded") Wait(); } }',
      ['x-api-v1.1/88'],
    ],
    [
      'python',
      'fetch.side_effect = HTTPError("429 Client Error: slow")\nsend.side_effect = HTTPError("503 Server Error: off")\n',
      ['http/429', 'http/503'],
    ],
    ['typescript', "import axios from 'axios';\nload().catch((err) => { if (err === 404) leave(); });", ['http/404']],
    ['typescript', "import axios from 'axios';\nif (gone) throw 410;\nreject(403);", ['http/410', 'http/403']],
    ['typescript', "if (String(err).includes('410') || /404/.test(err.message)) skip();", ['http/410', 'http/404']],
    [
      'typescript',
      "const msg = String(error?.message || error).toLowerCase();\nif (msg.includes('429')) wait();",
      ['http/429'],
    ],
    ['typescript', "answers.some((a) => a.status === 'rejected' && String(a.reason).includes('503'));", ['http/503']],
    ['python', "try:\n    go()\nexcept Exception as e:\n    if '429' in str(e):\n        wait()", ['http/429']],
    [
      'python',
      "def is_busy(exc):\n    text = repr(exc).lower()\n    return any(code in str(exc) for code in ('502', '504'))",
      ['http/502', 'http/504'],
    ],
    [
      'python',
      "import pytest\nwith pytest.raises(Oops, match='404') as info:\n    go()\nassert '410' in str(info.value)",
      ['http/404', 'http/410'],
    ],
    ['python', "import requests\nself.assertRaisesRegex(Oops, '503', go)", ['http/503']],
    ['typescript', "import axios from 'axios';\nawait expect(go()).rejects.toThrow('404');", ['http/404']],
    ['javascript', 'const api = fetch; expect(() => go()).toThrowError(/429/);', ['http/429']],
    ['typescript', 'assert.deepEqual([full.status, full.ok], [429, false]);', ['http/429']],
    [
      'typescript',
      'if (/\\b429\\b/.test(err.message) || err.message.match(/\\s503\\s/)) wait();',
      ['http/429', 'http/503'],
    ],
    ['python', "import re\nif re.search(r'\\b429\\b', str(exc)):\n    wait()", ['http/429']],
    ['ruby', "require 'net/http'\nagain if e.message.match?(/\\b504\\b/)", ['http/504']],
    [
      'java',
      'import java.net.http.*;\nclass A { boolean f(Exception e) { return e.getMessage().matches(".*\\\\b429\\\\b.*") || e.getMessage().matches(".*502.*"); } }',
      ['http/429', 'http/502'],
    ],
    ['python', 'import requests\nassert str(exc) == "Oh no:\\n503 Service Unavailable"', ['http/503']],
  ],
  nonMatches: [
    ['javascript', "const axios = require('axios');\ndraw(boat + ' 404');\nrow('503 ' + boat);"],
    [
      'typescript',
      "import axios from 'axios';\nif (plate.startsWith('403' + ':') || /\\b429\\b/.test(plate)) stop();\nconst page = '404' + ending;",
    ],
    ['python', 'import http.server\nself.assertEqual(request._rows, 404)\n'],
    ['csharp', 'class A { void F() { twitterService.Title = "Rate limit exceeded"; } }'],
    ['python', 'print("429 Client Errors were counted")\nprint("404 Server Error pages")\n'],
    ['typescript', "import axios from 'axios';\nif (count === 404) leave();\nresolve(403);"],
    ['typescript', "if (title.includes('404') || /500/.test(song.name)) play();"],
    ['typescript', "const msg = chat.read();\nif (msg.includes('404')) reply();"],
    ['python', "if '429' in str(plate):\n    wait()"],
    ['typescript', 'assert.deepEqual([full.length, full.ok], [429, false]);'],
    ['typescript', 'if (/\\b429\\b/.test(plate.text) || song.title.match(/\\s503\\s/)) play();'],
    ['python', "import re\nif re.search(r'\\b429\\b', plate):\n    wait()\nprint('Seats:\\n404 in all')"],
    [
      'java',
      'class A { boolean f(Boat b) { return b.name().matches(".*\\\\b429\\\\b.*") || b.name().matches(".*502.*"); } }',
    ],
    ['csharp', 'class A { string path = "D:\\\\web\\\\b404\\\\n503"; }'],
  ],
};
