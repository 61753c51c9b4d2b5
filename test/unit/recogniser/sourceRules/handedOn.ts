import type { SourceRule } from './sourceRule';

export const handedOn: SourceRule = {
  name: 'error that is handed on',
  says: 'A number before the text of an error in what a call makes, where that is sent, rejected or thrown.',
  matches: [
    ['javascript', 'const lose = (message) => {\n  return reject(buildErrObject(404, message))\n}', ['http/404']],
    [
      'javascript',
      'class Sunk extends Harbour.Exception {\n  constructor(boat) {\n    super(410, `The boat ${boat} is gone`);\n  }\n}',
      ['http/410'],
    ],
    [
      'javascript',
      `class PierError extends Error {\n  constructor(message, cause) {\n    super(message);\n    this.cause = cause;\n  }\n}\nclass Denied extends PierError {\n  constructor(message) {\n    super('may not board', message);\n    this.status = 403;\n  }\n}\n${'// Boats lie at the pier.\n'.repeat(30)}`,
      ['http/403'],
    ],
    [
      'typescript',
      'it("gives up on an SMTP reply", () => {});\nconst send = async () => {\n  throw Object.assign(new Error("refused"), { statusCode: 422 });\n};',
      ['http/422'],
    ],
    [
      'javascript',
      'const save = (boat) => new Promise((resolve, reject) => {\n  Boat.create(boat, (err, item) => {\n    if (err) {\n      reject(makeErrObject(422, err.message))\n    }\n    resolve(item)\n  })\n})',
      ['http/422'],
    ],
    ['javascript', "if (!boat.isTied) return resolve(buildErrObject(409, 'BOAT_ADRIFT'))", ['http/409']],
    [
      'javascript',
      "async function board(req, res) {\n  res.json(WRAP(403, 'Only the crew may board'));\n}",
      ['http/403'],
    ],
    [
      'javascript',
      "exports.sink = async (req, res) => {\n  res.json({\n    code: 400,\n    message: 'No such boat',\n  });\n};",
      ['http/400'],
    ],
  ],
  nonMatches: [
    [
      'javascript',
      'class Torn extends ParseException {\n  constructor(row) {\n    super(410, `The row ${row} is torn`);\n  }\n}\nclass Deck extends Board {\n  constructor() {\n    super(410, "planks");\n  }\n}',
    ],
    [
      'javascript',
      `class Boat extends Vessel {\n  constructor(crew) {\n    super(crew);\n    this.crew = crew;\n  }\n}\nclass Ferry extends Boat {\n  constructor(crew) {\n    super(crew);\n    this.status = 403;\n  }\n}\n${'// Boats lie at the pier.\n'.repeat(30)}`,
    ],
    [
      'typescript',
      'it("gives up on an SMTP reply", () => {});\nconst send = async () => {\n  throw Object.assign(new Error("refused"), { statusCode: 550 });\n};',
    ],
    ['javascript', "if (isWide) return resolve(buildRow(422, 'BOAT'))\nnext(tie(409, err.message))"],
    ['javascript', 'reject(buildErrObject(422, boats))\nkeep(makeErrObject(409, err.message))'],
    ['javascript', "async function board(req, res) {\n  res.json(pageOf(500, boats));\n  log(WRAP(403, 'crates'));\n}"],
    ['javascript', 'exports.sink = async (req, res) => {\n  res.json({ room: 400, zipCode: 404, deck: 503 });\n};'],
  ],
};
