import type { SourceRule } from './sourceRule';

const client = "import axios from 'axios';\n";

export const answerCall: SourceRule = {
  name: 'call about an answer',
  says: 'A number given to a function that makes or checks an answer, or tells what a status means; what a function is given.',
  matches: [
    [
      'php',
      "<?php\nreturn $this->responseFactory->json([\n    'message' => 'Say the word again.',\n], 423);",
      ['http/423'],
    ],
    ['python', 'from flask_api import status\nassert status.is_client_error(404)\n', ['http/404']],
    [
      'javascript',
      `fetch(pier);\nresults.push(new LinkResult(link, 500, err));\nnewHTTPHead(422);`,
      ['http/500', 'http/422'],
    ],
    [
      'javascript',
      `fetch(pier);\nfunction hasAuthError(printed) {\n  return printed.includes('401');\n}`,
      ['http/401'],
    ],
    [
      'javascript',
      "const axios = require('axios');\nconst a = buildNoBodyResponse(res, 413);\nmocks.queueResponseBody(429, {});\nmatchStatus(404, any);",
      ['http/413', 'http/429', 'http/404'],
    ],
    [
      'javascript',
      "const axios = require('axios');\nif ((0, helm_1.getErrStatus)(e) === 409) x();\nif ((0, http_errors_1.default)(404, 'no pier')) y();",
      ['http/409', 'http/404'],
    ],
    [
      'typescript',
      "import axios from 'axios';\nM.jsonErr([400, 409], errors.Fault);\nM.fail([404, '4XX']);",
      ['http/400', 'http/409', 'http/404'],
    ],
    ['ruby', `json.error do\n  json.code 422\n  json.message 'no such berth'\nend`, ['http/422']],
    [
      'php',
      `<?php\n$lines = get_headers($url);\nif (strpos($lines[0], "404") !== false) { gone(); }\nif (substr($lines[0], 9, 3) == "503") { later(); }`,
      ['http/404', 'http/503'],
    ],
    [
      'php',
      `<?php\npreg_match('/HTTP\\/\\S+ (\\d+)/', $line, $m);\nif ((int) $m[1] === 401) { login(); }`,
      ['http/401'],
    ],
    ['swift', `import Foundation\nlet tooMany = URLError.Code(rawValue: 429)`, ['http/429']],
    ['javascript', `fetchMock.get('/inns', 403).catch(404);`, ['http/403', 'http/404']],
    ['typescript', `${client}if (!ok) throw new Error('401');\nshow(statusToText(500));`, ['http/401', 'http/500']],
    ['typescript', `${client}const Status = z.union([z.literal(200), z.literal(404)]);`, ['http/404']],
    ['typescript', `${client}const s = mockFetch(403, {});\nconst t = _resp(404);`, ['http/403', 'http/404']],
    [
      'typescript',
      `${client}expect(isRetryable(503)).toBe(true);\nshow(getErrorMessage(404));`,
      ['http/503', 'http/404'],
    ],
    ['typescript', `${client}throw json({ error: 'gone' }, 410);`, ['http/410']],
    [
      'python',
      'import requests\ncheck_response(resp, 422)\nexpect_error(client.get("/x"), 404)\n',
      ['http/422', 'http/404'],
    ],
    [
      'python',
      'import requests\nr = FakeResp({"e": 1}, 422)\nclient.post("/x", expect=409)\n',
      ['http/422', 'http/409'],
    ],
    [
      'typescript',
      `${client}const isOut = (s: number) => s === 401 || s === 403;\nif (isOut(e.response.status)) leave();`,
      ['http/401', 'http/403'],
    ],
    ['python', 'import requests\nadd_argument("--retry-on-status", default=[429, 503])\n', ['http/429', 'http/503']],
    [
      'python',
      'import requests\ndef status_of(err):\n    return {"missing": 404}.get(err, 500)\n',
      ['http/404', 'http/500'],
    ],
    [
      'python',
      'def show(id):\n    if id not in boxes:\n        return {"error": "no such box"}, 404\n    return {"message": "wait"}, 429\n',
      ['http/404', 'http/429'],
    ],
    [
      'python',
      '        return jsonify(error="no such box"), 404\n    return render_template("gone.html"), 410\n',
      ['http/404', 'http/410'],
    ],
    ['python', '@error(403)\ndef no(e):\n    return "no"\n', ['http/403']],
    [
      'python',
      'def serve(d, http):\n    if http.status == 200:\n        return http.body, http.status, http()\n    return texts.message_of_storm, 500, http()\n',
      ['http/500'],
    ],
    ['python', '    if not signed:\n        return "Bad signature", 403\n    return "", 204', ['http/403']],
    [
      'python',
      '    except KeyError:\n        return error_body("berth"), 400\n    except Exception:\n        return errors.STORM, 503',
      ['http/400', 'http/503'],
    ],
    ['ruby', `get '/berths' do\n  error 409, 'taken'\nend`, ['http/409']],
    [
      'php',
      '<?php\nuse Harbour\\Psr7\\Response as Psr7Response;\n// https://a.example\nreturn new Psr7Response(403);',
      ['http/403'],
    ],
    ['javascript', 'fetch(pier);\nconst failure = failureOf(err, response, body, [201, 422]);', ['http/422']],
  ],
  nonMatches: [
    ['php', "<?php\nreturn $this->boatFactory->rows([\n    'message' => 'Say the word again.',\n], 423);"],
    ['javascript', `fetch(pier);\nresults.push(new LinkResult(link, 500, last));\nnewHead(422);`],
    ['javascript', `fetch(pier);\nfunction hasBoat(printed) {\n  return printed.includes('401');\n}`],
    [
      'javascript',
      "const axios = require('axios');\nconst a = buildBodyOfRows(res, 413);\nboats.queueBoat(429, {});\nif ((0, helm_1.getRows)(e) === 409) x();",
    ],
    ['typescript', "import axios from 'axios';\nM.json([400, 409], boats);\nboats.fail([404, 'XX']);"],
    ['ruby', `def f\n  error 409, 'oak'\nend`],
    ['ruby', `json.inn do\n  json.code 422\n  json.berths 4\nend`],
    [
      'php',
      `<?php\n$lines = file($path);\nif (strpos($lines[0], "404") !== false) { gone(); }\nif (substr($lines[0], 9, 3) == "503") { later(); }`,
    ],
    ['swift', `import Foundation\nlet room = Room.Code(rawValue: 429)`],
    ['javascript', `rooms.get('/inns').catch(404);`],
    ['python', 'def size(x):\n    return {"width": 4}, 500\n\ndef pair():\n    return first, 404\n'],
    ['typescript', `${client}const row = new Row('401');\nconst Size = z.union([z.literal(200), z.literal(404)]);`],
    ['typescript', `${client}const s = fetchRows(403, {});\nshow(getPageTitle(404));`],
    ['python', 'import requests\ncheck_size(box, 422)\nadd_argument("--limit", default=500)\n'],
    ['typescript', `${client}const isOut = (s: number) => s === 401;\nif (isOut(line.length)) leave();`],
    ['python', 'import requests\nshelf = {"missing": 12}.get(err, 500)\n'],
    ['python', 'import requests\ndef chart(url):\n    return requests.get(url).content, 500, 400\n'],
    ['python', 'def crew():\n    return errors, 500\n'],
    ['python', 'def berth():\n    return "page", 404\ndef crew():\n    return "all", 200\n'],
    ['javascript', 'fetch(pier);\nconst sizes = sizesOf(boat, [201, 422]);\nsetRange(response, [0, 422]);'],
  ],
};
