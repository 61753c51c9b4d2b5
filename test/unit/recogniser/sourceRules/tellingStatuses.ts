import { room, type SourceRule } from './sourceRule';

export const tellingStatuses: SourceRule = {
  name: 'statuses that tell of their program',
  says: 'In a text without any word of the web: two known statuses that the same code is compared with or an arm is for, where something fails or is tried again; what programs try again after, in one list; a status on a line with its phrase.',
  matches: [
    [
      'typescriptreact',
      `const text = (status: number) => {\n  switch (status) {\n    case 404: return "Steg nicht gefunden.";\n    case 429: return "Zu viele Anfragen.";\n  }\n};\n${room}`,
      ['http/404', 'http/429'],
    ],
    [
      'javascript',
      `const AGAIN = [/timed out/i, /\\b(429|500|502|503)\\b/, /socket/i];\n${room}`,
      ['http/429', 'http/500', 'http/502', 'http/503'],
    ],
    [
      'shellscript',
      `if [[ "$status" == "503" ]]; then\n  ring\nfi\nif [[ "$status" =~ ^2 ]]; then\n  moor\nfi\n${room}`,
      ['http/503'],
    ],
    [
      'php',
      `    '404' => [\n        'title' => 'Page introuvable',\n    ],\n    '503' => [\n        'title' => 'Service indisponible',\n${room}`,
      ['http/404', 'http/503'],
    ],
    ['typescriptreact', `const A = () => <ErrorPanel status={500} text="Entrée" />;\n${room}`, ['http/500']],
    [
      'javascript',
      `boatsApi.get().then(show).catch((err) => {\n  switch (err.message) {\n    case '404':\n      log('x');\n  }\n});\n${room}`,
      ['http/404'],
    ],
    ['go', `package a\nfunc f() { c.JSON(409, gin.H{"a": 1}) }\n${room}`, ['http/409']],
    [
      'rust',
      `fn f() { match response.code { 410 => gone(), 429 => slow(), _ => () } }\n${room}`,
      ['http/410', 'http/429'],
    ],
    ['shellscript', `case "$pier_status" in\n  ''|000|502|503) ring ;;\nesac\n${room}`, ['http/502', 'http/503']],
    [
      'shellscript',
      `if [[ "$status" == "000" ]]; then\n  ring\nelif [[ "$status" -ge 500 ]]; then\n  ring\nfi\n${room}`,
      ['http/500'],
    ],
    ['ruby', `post '/x'\nexpect(response.status).to eq(422)\n${room}`, ['http/422']],
    [
      'php',
      `<?php\nclass A {\n  private const ERROR_TEXTS = [\n    401 => 'a',\n    403 => 'b',\n    429 => 'c',\n  ];\n}\n${room}`,
      ['http/401', 'http/403', 'http/429'],
    ],
    ['php', `<?php\nout(['error' => $said], 429);\n${room}`, ['http/429']],
    [
      'typescriptreact',
      `export const Page = ({ errorCode, title }) => (errorCode === 404 ? <A /> : <B grave={errorCode === 500} />);\n${room}`,
      ['http/404', 'http/500'],
    ],
    [
      'shellscript',
      `RC="$(put_code "$A")"\nif [ "$RC" = "401" ] || [ "$RC" = "403" ]; then\n  fail "x"\nfi\n${room}`,
      ['http/401', 'http/403'],
    ],
    ['go', `package a\nfunc f() { if w.Code != 409 { t.Fatalf("taken") } }\n${room}`, ['http/409']],
    ['ruby', `get '/boats' do\n  halt 422, { 'a' => 'b' }, text if gone\nend\n${room}`, ['http/422']],
    ['typescriptreact', `const again = problem && problem.status !== 402;\n${room}`, ['http/402']],
    [
      'python',
      `if code == 401:\n    renew()\nelif code in (500, 502):\n    pass\nelif code == 409:\n    raise Taken(code)\n${room}`,
      ['http/401', 'http/500', 'http/502', 'http/409'],
    ],
    [
      'php',
      `<?php\nif ($code === 401 || $code === 403) {\n  throw new Barred($code);\n}\n${room}`,
      ['http/401', 'http/403'],
    ],
    [
      'go',
      `package a\nfunc (e *Fault) Soon() bool { return e.Code == 429 || e.Code >= 500 }\n${room}`,
      ['http/429', 'http/500'],
    ],
    [
      'java',
      `class A { void f() { try { g(); } catch (Fault e) {\n  if (e.getCode() == 404) { return; }\n  if (e.getCode() >= 500) { pause(); } } } }\n${room}`,
      ['http/404', 'http/500'],
    ],
    [
      'rust',
      `fn f(code: u16) -> R {\n  match code {\n    404 => Err(Gone),\n    429 | 503 => { sleep(w); again() }\n    _ => Ok(()),\n  }\n}\n${room}`,
      ['http/404', 'http/429', 'http/503'],
    ],
    [
      'typescript',
      `const codes = [429, 502, 503, 504];\nif (codes.includes(out.code)) wait();\n${room}`,
      ['http/429', 'http/502', 'http/503', 'http/504'],
    ],
    [
      'typescriptreact',
      `export const Oops = ({ code }) => (code === 404 ? <p>Page not found</p> : null);\n${room}`,
      ['http/404'],
    ],
    [
      'javascript',
      `const go = () => {\n  if (!id) return respond(400, { message: 'no pier' });\n};\n${room}`,
      ['http/400'],
    ],
    [
      'typescript',
      `it('x', () => {\n  expect(next).toHaveBeenCalledWith(expect.objectContaining({ status: 403 }));\n});\n${room}`,
      ['http/403'],
    ],
    ['shellscript', `if [ "$STATUS" -ge 500 ]; then\n  ring\nfi\n${room}`, ['http/500']],
  ],
  nonMatches: [
    [
      'typescriptreact',
      `const text = (status: number) => {\n  switch (status) {\n    case 404: return "Steg im Westen.";\n    case 429: return "Zu viele Boote.";\n  }\n};\n${room}`,
    ],
    ['javascript', `const BERTHS = [/long/i, /\\b(429|500|731)\\b/, /wide/i];\n${room}`],
    ['shellscript', `if [[ "$berth" == "503" ]]; then\n  ring\nfi\nif [[ "$berth" =~ ^2 ]]; then\n  moor\nfi\n${room}`],
    // FTP
    [
      'python',
      `def moor(session, line):\n    if not self.run_ftp_command(session, line):\n        session.send_response(421, "Service not available")\n${room}`,
    ],
    [
      'php',
      `    '404' => [\n        'length' => 'vingt pieds',\n    ],\n    '503' => [\n        'length' => 'dix pieds',\n${room}`,
    ],
    [
      'javascript',
      `function boats(code) {\n  if (code === 404) paint('429 crates, 401 in the catalogue in all');\n}\n${room}`,
    ],
    ['python', `code = 404\ncode = 409\nauthor = find(code)\n${room}`],
    ['python', `code = 404\ncode = 409\nraise Sunk(code)\n${room}`],
    ['javascript', `function statusOf(boat) {\n  return boat.code === 404 ? 'left' : 'right';\n}\n${room}`],
    ['python', `if code == 401:\n    author.paint()\nelif code == 409:\n    author.blink(code)\n${room}`],
    ['typescriptreact', `const A = () => <Berth status={500} text="Entrée" />;\n${room}`],
    ['go', `package a\nfunc f() { c.Paint(409, deck.H{"a": 1}) }\n${room}`],
    ['rust', `fn f() { match berth.code { 410 => gone(), 429 => slow(), _ => () } }\n${room}`],
    ['shellscript', `case "$berths" in\n  ''|111|502|503) ring ;;\nesac\n${room}`],
    [
      'php',
      `<?php\nclass A {\n  private const BOAT_TEXTS = [\n    401 => 'a',\n    403 => 'b',\n    429 => 'c',\n  ];\n}\n${room}`,
    ],
    ['php', `<?php\nout(['boat' => $said], 429);\n${room}`],
    ['typescriptreact', `const wave = e.errorCode === 404 ? 'high' : 'low';\n${room}`],
    ['shellscript', `if [ "$BERTH" = "401" ] || [ "$BERTH" = "403" ]; then\n  fail "x"\nfi\n${room}`],
    ['go', `package a\nfunc f() { if zip.Code != 409 { t.Fatalf("taken 409, got %d", zip.Code) } }\n${room}`],
    ['python', `if code == 401:\n    paint()\nelif code == 409:\n    lamp.blink(code)\n${room}`],
    ['python', `if code == 401:\n    raise Taken(code)\n${room}`],
    ['python', `if code == 401:\n    pass\nelif status == 409:\n    raise Taken(code)\n${room}`],
    ['typescript', `const unlock = () => {\n  if (code === '422' || code === '409') setError(undefined);\n};\n${room}`],
    ['go', `package a\nfunc (b *Boat) Late() bool { return b.Code == 429 || b.Code >= 500 }\n${room}`],
    [
      'rust',
      `fn f(code: u16) -> R {\n  match code {\n    404 => paint(),\n    429 | 503 => { ring(); }\n    _ => (),\n  }\n}\n${room}`,
    ],
    ['typescript', `const codes = [428, 502, 503, 505];\nif (codes.includes(out.code)) wait();\n${room}`],
    ['typescriptreact', `export const Lot = ({ code }) => (code === 404 ? <p>Lamp found</p> : null);\n${room}`],
    ['shellscript', `if [ "$BERTHS" -ge 500 ]; then\n  ring\nfi\n${room}`],
  ],
};
