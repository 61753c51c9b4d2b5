import type { SourceRule } from './sourceRule';

export const ownThings: SourceRule = {
  name: 'status of a thing',
  says: "Not the status, code or number of a task, a row or a database, nor constants of the program's own that are called like statuses.",
  matches: [
    [
      'javascript',
      "app.put('/crew', (req, res) => {\n  if (kind === 'INVITE') res.status(403).json({});\n});",
      ['http/403'],
    ],
    ['javascript', "const version = '5.1.0';\napp.get('/x', (req, res) => res.status(404).end());", ['http/404']],
    [
      'javascript',
      "const camera = settings.RTSP_URL;\napp.get('/x', (req, res) => res.status(404).end());",
      ['http/404'],
    ],
    ['javascript', 'fetch(u).catch((erreur) => { if (erreur?.code === 401) stop(); });', ['http/401']],
    [
      'javascript',
      'const boats = (code) => { switch (statusCode) { case 404: return 1; case 409: return 2; } };',
      ['http/404', 'http/409'],
    ],
    [
      'csharp',
      'class A { String F(Int32 Code) => Code switch { >= 500 => "HTTP 5", >= 400 => "HTTP 4", _ => "2" }; }',
      ['http/500', 'http/400'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nconst (\n\tErrorCodeLost = 404\n\tErrorCodeBusy = 429\n\tErrorCodeOwn = 481\n\tErrorCodeOther = 482\n)',
      ['http/404', 'http/429'],
    ],
    [
      'typescript',
      "import status from 'http-status';\nimport { codes } from './http-codes';\nif (answer.status === status.CONFLICT || answer.status === codes.GONE) stop();",
      ['http/409', 'http/410'],
    ],
    [
      'typescript',
      'const STATUSES = { LOCKED: 423 };\nif (response.status === STATUSES.LOCKED) stop();',
      ['http/423', 'http/423'],
    ],
    [
      'java',
      'import java.net.http.*;\nclass A { boolean f() { return answer.getStatus() == 404 || reply.getCode() == 503; } }',
      ['http/404', 'http/503'],
    ],
    [
      'php',
      "<?php\n// https://a.example\nif ($fault->getCode() === 409) stop();\nthrow new ApiError('x', 503);",
      ['http/409', 'http/503'],
    ],
    ['javascript', 'fetch(u);\njob(pier).catch((error) => { if (error.code === 409) stop(); });', ['http/409']],
  ],
  nonMatches: [
    ['python', "import requests\nbusy = smtplib.SMTPResponseException(421, b'later')"],
    ['javascript', 'const boats = (code) => { switch (statusCode) { case 404: return 1; case 486: return 2; } };'],
    [
      'rust',
      'fn f() { let a = build_response(&c, 503, "Service Unavailable"); send_sip_to(a, "503 Service Unavailable"); }',
    ],
    [
      'csharp',
      'class A { String F(Int32 Code) => Code switch { >= 500 => "5.0.0", >= 400 => "4.0.0", _ => "2.0.0" }; }',
    ],
    [
      'javascript',
      "const Client = require('../lib/ftp').Client;\nit('throws', () => check({ reply: '500 Error', result: new FakeError({ code: 500, message: '500 Error' }) }));",
    ],
    [
      'go',
      'package a\nimport "net/http"\nvar ok = r.StatusCode == 200\nconst (\n\tErrorCodeNoDeck = 104\n\tErrorCodeNoMast = 105\n\tErrorCodeNoKeel = 209\n\tErrorCodeNoBuoy = 400\n\tErrorCodeNoTide = 401\n)',
    ],
    [
      'typescript',
      "fetch(u);\nconst status = { LOCKED: 'l', GONE: 'g' };\nif (boat.state === status.LOCKED || boat.state === status.GONE) stop();",
    ],
    ['typescript', "fetch(u);\nimport { constants } from './boats';\nif (action.type === constants.CONFLICT) stop();"],
    [
      'java',
      'import java.net.http.*;\nclass A { enum Status { GONE, TIED }\n boolean f(Boat b) { return b.state() == Status.GONE; } }',
    ],
    [
      'java',
      'import java.net.http.*;\nclass A { boolean f() { return order.getStatus() == 404 || product.getCode() == 503 || resultSet.getInt("code") == 409; } }',
    ],
    [
      'java',
      'import java.net.http.*;\nclass A { void f() { job.setStatus(404); throw new ParseException("x", 404); } Object g() { return new SQLException("x", "y", 500); } }',
    ],
    ['javascript', 'fetch(u);\nif (err.number === 547 || err.number === 500 || codeCount > 500) stop();'],
    [
      'php',
      "<?php\n// https://a.example\nDB::table('boats')->where('status', 500)->orWhere('boats.code', 404)->get();",
    ],
  ],
};
