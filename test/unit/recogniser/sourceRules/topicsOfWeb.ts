import { room, type SourceRule } from './sourceRule';

export const topicsOfWeb: SourceRule = {
  name: 'topics of the web',
  says: 'In a text without any word that is one of the web alone: four topics that programs of the web have, such as users, sessions, tokens and bodies, make a `status` and a `code` those of an answer.',
  matches: [
    [
      'typescript',
      `export default async function handler(req, res) {\n  const survey = await db.survey.find(req.query.id);\n  if (!survey) return res.status(404).json({ boat: 1 });\n}\n${room}`,
      ['http/404'],
    ],
    // A form that is posted, and the mail that is sent for it
    [
      'javascript',
      `import nodemailer from 'nodemailer';\nexport default async function handler(req, res) {\n  if (req.method !== 'POST') return res.status(405).json({ boat: 1 });\n  res.status(502).json({ boat: 2 });\n}\n${room}`,
      ['http/405', 'http/502'],
    ],
    [
      'typescript',
      `import { NextResponse } from 'next/server';\nimport nodemailer from 'nodemailer';\nexport const POST = () => NextResponse.json({ boat: 1 }, { status: 400 });\n${room}`,
      ['http/400'],
    ],
    [
      'python',
      `import smtplib\nfrom flask import jsonify\n@app.route('/boats')\ndef moor():\n    return jsonify(boat=1), 502\n${room}`,
      ['http/502'],
    ],
    ['typescript', `const boat = new Response('taken', { status: 409 });\n${room}`, ['http/409']],
    [
      'php',
      `<?php\n$user = Auth::user();\nif (!$user->session) {\n  return answer()->json(['boat' => 1], 404);\n}\n$user->password = null; $email = 1;\n${room}`,
      ['http/404'],
    ],
    [
      'java',
      `class A {\n  void f(Session session, User user) {\n    if (code == 409) { throw new Taken(user.getEmail(), session.token()); }\n  }\n}\n${room}`,
      ['http/409'],
    ],
    ['python', `def login(user, password):\n    if e.code == 401:\n        renew_session(user)\n${room}`, ['http/401']],
    ['php', `<?php\nabort(403, 'Seul le gardien ouvre ce port.');\n${room}`, ['http/403']],
    [
      'javascript',
      `const hint = 'Ask whoever runs SMTP at the pier.';\nif (error?.status === 422 || there) { ring(fetch); }\n${room}`,
      ['http/422'],
    ],
    // Of an error that is made with one, or asked for it, not even a topic is needed.
    ['javascript', `throw createError(415, 'no such crate', { crate })\n${room}`, ['http/415']],
    ['php', `<?php\nif (in_array($e->getCode(), [403, 401])) {\n  ring();\n}\n${room}`, ['http/403', 'http/401']],
  ],
  nonMatches: [
    [
      'python',
      `import smtplib\ndef moor(code):\n    if code == 421:\n        raise Refused(code)\n    return 502\n${room}`,
    ],
    ['typescript', `const boat = new Responder('taken', { status: 409 });\n${room}`],
    ['php', `<?php\nabort($crane, 403);\n${room}`],
    [
      'go',
      `package a\nfunc f(responseCode int) { if responseCode >= 500 && responseCode < 600 { switch responseCode { case 550: bounce() } } }\n${room}`,
    ],
    ['javascript', `throw createError(500, 'no such crate', { crate })\n${room}`],
    ['javascript', `throw createCrate(415, 'no such crate', { crate })\n${room}`],
    ['php', `<?php\nif (in_array($hike->getCode(), [403, 401])) {\n  ring();\n}\n${room}`],
    ['kotlin', `class TileError(val code: Int) : Exception()\nfun f() { throw TileError(429) }\n${room}`],
    // Three of them
    ['python', `def login(user, password):\n    if crate.code == 401:\n        renew(user)\n${room}`],
    ['python', `def enter(user, password):\n    if e.code == 411:\n        renew_session(user)\n${room}`],
    // Parts of other words are none
    [
      'java',
      `class A {\n  void f(Bodywork w, Posture p, Clientele c, Userland u) {\n    if (code == 409) { throw new Taken(w, p, c, u); }\n  }\n}\n${room}`,
    ],
    // Servers of other protocols have users, passwords and sessions, too.
    [
      'go',
      `package a\nfunc f(session *Session, user *User, client Client) {\n  session.Reply(530, "Say USER and PASS first.")\n  server.timeout(user.password)\n}\n${room}`,
    ],
    [
      'typescript',
      `const user = account.password;\nawait client.post(email, server.session);\nif (err.code === 'EAUTH' || err.responseCode === 535 || err.responseCode === 530) {\n  retryLater(user);\n}\n${room}`,
    ],
  ],
};
