import type { SourceRule } from './sourceRule';

export const printedBody: SourceRule = {
  name: 'body in a text',
  says: 'An error in data that a string holds, or several that are joined, in a file that speaks HTTP: read like JSON.',
  matches: [
    [
      'rust',
      'fn f() { s.with_status(410).with_body(r#"{"error":{"message":"no such pier","code":404}}"#); }',
      ['http/410', 'http/404'],
    ],
    [
      'java',
      'import java.net.http.*;\nclass A { static final String BODY = "{" + "\\"error\\":{" + "\\"code\\":403,"\n    + "\\"message\\":\\"The harbour is closed\\"" + "}}"; }',
      ['http/403'],
    ],
    [
      'python',
      'import requests\nBODY = """\n{\n  "error": {\n    "code": 401,\n    "message": "No pass for this pier"\n  }\n}\n"""\n',
      ['http/401'],
    ],
    [
      'python',
      'import requests\nBODY = (\'{"error": {"code": 404, \'\n        \'"message": "no such boat"}}\')\n',
      ['http/404'],
    ],
    [
      'php',
      '<?php\n$http = new Client();\n$body = \'{"error":{"code":409,\' .\n  \'"message":"berth taken"}}\';',
      ['http/409'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nvar body = `{\n  "status": 410,\n  "title": "Gone",\n  "detail": "the boat was sold"\n}`',
      ['http/410', 'http/410'],
    ],
    [
      'ruby',
      'require \'net/http\'\nBODY = \'{"error": {"code": 429, \' \\\n  \'"message": "too many boats"}}\'',
      ['http/429'],
    ],
    [
      'javascript',
      'const server = http.createServer();\nserver.once = [\'{"error": {"code": 400, \', \'"message": "bad boat"}}\'];',
      ['http/400'],
    ],
  ],
  nonMatches: [
    ['rust', 'fn f() { s.with_crate(4).with_body(r#"{"error":{"message":"gone","code":404}}"#); }'],
    ['java', 'class A { static final String BOX = "{" + "\\"code\\":403," + "\\"name\\":\\"oak\\"" + "}"; }'],
    [
      'python',
      'import requests\nBOX = """\n{\n  "crate": {\n    "code": 401,\n    "width": 404,\n    "name": "oak"\n  }\n}\n"""\n',
    ],
    ['go', 'package a\nimport "net/http"\nvar size = `{\n  "width": 410,\n  "height": 500\n}`'],
    ['javascript', 'const server = http.createServer();\nconst lamp = \'{"status": 410, "colour": "red"}\';'],
  ],
};
