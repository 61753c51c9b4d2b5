import type { SourceRule } from './sourceRule';

export const answersByStatus: SourceRule = {
  name: 'what answers by its status',
  says:
    'A key behind which a function answers a request, or the type of an answer stands; the page of an error; a value that ' +
    'a schema gives a status.',
  matches: [
    [
      'javascript',
      `pages['404'] = (res, next) => next(res);\nmodule.exports = { 500: function (err, req, res) {} };`,
      ['http/404', 'http/500'],
    ],
    [
      'typescript',
      `export type MoorBoatErrors = { 401: BoatProblem; 409: BoatProblem };\ninterface Paths { responses: { 404: { content: unknown } } }`,
      ['http/401', 'http/409', 'http/404'],
    ],
    ['javascript', `app.use((req, res) => res.render('404', { boat }));`, ['http/404']],
    ['javascript', `fetch(pier);\nconst options = { statusCode: { type: 'integer', default: 503 } };`, ['http/503']],
    ['javascript', `app.get('/boats', (request, reply) => { return { error: 500 } });`, ['http/500']],
    ['typescript', `throw new SignInError(response.status as 400 | 401, body);`, ['http/400', 'http/401']],
  ],
  nonMatches: [
    [
      'javascript',
      `rooms['404'] = (guest, next) => next(guest);\nmodule.exports = { 500: function (width, height) {} };`,
    ],
    [
      'typescript',
      `export type RoomKeys = { 401: Room; 409: Room };\ninterface Sizes { responses: { 404: number; small: string } }`,
    ],
    [
      'javascript',
      `fetch(pier);\nconst options = { width: { type: 'integer', default: 503 } };\nscene.render('404', {});`,
    ],
    ['javascript', `fetch(pier);\nreport({ error: 500, success: 404 });\nconst totals = { error: 500 };`],
    ['typescript', `fetch(pier);\nconst size = width as 400 | 404;\n`],
  ],
};
