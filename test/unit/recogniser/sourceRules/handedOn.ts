import type { SourceRule } from './sourceRule';

export const handedOn: SourceRule = {
  name: 'error that is handed on',
  says: 'A number before the text of an error in what a call makes, where that is sent, rejected or thrown.',
  matches: [
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
      'typescript',
      'it("gives up on an SMTP reply", () => {});\nconst send = async () => {\n  throw Object.assign(new Error("refused"), { statusCode: 550 });\n};',
    ],
    ['javascript', "if (isWide) return resolve(buildRow(422, 'BOAT'))\nnext(tie(409, err.message))"],
    ['javascript', 'reject(buildErrObject(422, boats))\nkeep(makeErrObject(409, err.message))'],
    ['javascript', "async function board(req, res) {\n  res.json(pageOf(500, boats));\n  log(WRAP(403, 'crates'));\n}"],
    ['javascript', 'exports.sink = async (req, res) => {\n  res.json({ room: 400, zipCode: 404, deck: 503 });\n};'],
  ],
};
