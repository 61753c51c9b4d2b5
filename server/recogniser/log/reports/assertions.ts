import type { PrintFormat } from '../printFormat';
import { wellKnownStatuses } from '../../wellKnownStatuses';

// How test tools print that one number was expected and another one came. Two numbers alone may be those of any
// calculation: what is printed around them must speak of HTTP. Every repetition has an upper bound, as in `formats.ts`.

/** A status that a test may expect. */
const expected = String.raw`["'\x60<(\[]{0,2}(?:int ?\()?(?:10[0-3]|20[0-8]|226|30[0-8]|4[0-5]\d|5[01]\d)(?!\d)["'\x60>)\]]{0,2}`;
/** One or several of them: `200 or 404`. */
const anyExpected = String.raw`${expected}(?:(?:,? or |, ?|/)${expected}){0,4}`;
/** What came instead. */
const actual = String.raw`["'\x60<(\[]{0,2}(?:int ?\()?(?:(?<status>[45]\d\d)|[123]\d\d)(?!\d)["'\x60>)\]]{0,2}`;
/** What may follow the last number, which counts nothing. */
const over = String.raw`(?=[.,;:]?\s{0,30}(?:$|\n|//|\(|\||"|[:-] ))`;
/** What stands between what a number is and the number. */
const named = String.raw`(?: value|(?: HTTP| response)? status(?: code)?| code)?(?:[ \t]{0,12}:[ \t]{0,30}| ?= ?| {1,10})(?:is )?`;
/** What a status is called, behind it. */
const phrase = String.raw`(?: \(?[A-Z][A-Za-z'-]{1,20}(?: [A-Z][a-z'-]{1,20}){0,4}\)?)?`;

const wanting = `(?:[Ee]xpected|EXPECTED|[Ww]ant(?:ed)?|[Ss]hould be)`;
const coming = `(?:[Rr]eceived|[Aa]ctual(?:ly)?|[Gg]ot|[Hh]ave|[Bb]ut was|[Bb]ut: was|was|found)`;

/** One of two lines of which the one says what was expected, and the other what came. */
const ofTwoLines =
  /(?:expected|want|received|actual|got|have|but|left|right)\b[^\n]{0,20}: {0,30}(?:is )?\S{0,6}\d\d\d|\bbut:? was[ :]{1,3}\S{0,3}\d\d\d/i;

/** A line of what differs that has nothing but a number. */
export const ofDifference = /^[ \t]{0,20}[-+] ?[1-5]\d\d[ \t]{0,4}\r?$/;

export const assertionFormats: readonly PrintFormat[] = [
  {
    name: 'comparison that failed',
    pattern: new RegExp(
      String.raw`(?:^|\n|\bassert |^\[(?:error|info)\] |(?:[Ee]rror|\]|[Ss]tatus|failed): )[ \t]{0,12}${actual} (?:[!=]==?|(?:is|was) not equal to|d(?:oes|id) not equal) ${expected}${over}`,
      'dg',
    ),
    weight: 0.92,
    needs: /\d\d\d["'`>)\]]{0,2} (?:[!=]==?|(?:is|was) not equal to|d(?:oes|id) not equal) ["'`>([]{0,2}\d\d\d/,
    matches: [
      'AssertionError: 404 != 201',
      'E       assert 500 == 404',
      'AssertionError [ERR_ASSERTION]: 503 == 410',
      'AssertionError: 401 != 403 : no pass',
      '[error]   500 did not equal 404 (PierApiSpec.scala:31)',
      '500 !== 409',
      'error: -[ApiTests testCreate] : XCTAssertEqual failed: ("500") is not equal to ("201")',
    ],
    nonMatches: [
      'AssertionError: 404 != 2010',
      'assert 500 == 404 rows',
      'if status_a 500 == 404',
      'assert 500 == 612',
    ],
  },
  {
    name: 'comparison with a class that failed',
    pattern: new RegExp(
      String.raw`(?:\bassert |[Ee]rror: )(?<status>${wellKnownStatuses})(?: <=? (?<bound>[345]00|[34]99)| (?:not )?in [[({][1-5]\d\d(?:, ?[1-5]\d\d){0,8},?[\])}])${over}`,
      'dg',
    ),
    weight: 0.92,
    needs: /\d\d\d (?:<=? [345]|(?:not )?in [[({])/,
    matches: ['E       assert 502 < 500', 'AssertionError: 404 in (200, 201)', 'AssertionError: assert 429 < 400'],
    nonMatches: [
      'E       assert 502 < 600',
      'E       assert 512 < 500',
      'assert 502 < 500 rows',
      'if 404 < 500',
      'assert 404 in (7, 12)',
    ],
  },
  {
    name: 'expectation of a number',
    pattern: new RegExp(
      String.raw`\b[Ee]xpected ${actual} to (?:(?:be|strictly|deeply|loosely) ){0,2}(?:(?:equal|eql|eq|match|below|under|above|less than|greater than|at most|at least|one of|in)(?: to)? )?(?:\[[^\n\]]{1,60}\]|${expected})${over}`,
      'dg',
    ),
    weight: 0.92,
    needs: /\b[Ee]xpected \S{0,6}\d\d\d\S{0,3} to /,
    matches: [
      'AssertionError: expected 500 to be 409 // Object.is equality',
      'AssertionError: expected 422 to equal 201',
      'Expected 503 to be 404.',
      'expected 500 to be below 500',
      'expected 503 to be one of [ 200, 201 ]',
    ],
    nonMatches: ['expected 500 to equal 20', 'expected 500 to be in the list', 'expected 500 to equal 404 rows'],
  },
  {
    name: 'what PHPUnit asserts',
    pattern: new RegExp(
      String.raw`\bthat ${actual} (?:matches expected|is identical to|is equal to|equals) ${expected}${over}`,
      'dg',
    ),
    weight: 0.92,
    needs: /\bthat \S{0,3}\d\d\d\S{0,3} (?:matches|is|equals) /,
    matches: ['Failed asserting that 500 matches expected 404.', 'Failed asserting that 500 is identical to 409.'],
    nonMatches: ['Failed asserting that 500 is greater than 404.', 'Failed asserting that 500 matches expected 612.'],
  },
  {
    name: 'expected number and what came instead',
    pattern: new RegExp(
      String.raw`\b${wanting}${named}${anyExpected}${phrase}[,;.]?[ \t]{1,4}(?:but )?(?:it )?${coming}${named}${actual}${over}`,
      'dg',
    ),
    weight: 0.92,
    needs: /(?:received|actual(?:ly)?|got|have|was|found)\b[^\n]{0,12}\d\d\d/i,
    matches: [
      'no pass: want 403 Forbidden, have 401',
      'AssertionFailedError: expected: <409> but was: <500>',
      'expected 201 but was 403',
      'expected:<404> but was:<503>',
      'want 404, got 503',
      'expected 200 or 404 but got 500',
      'expected: 201, actual: 422',
      'Assert.AreEqual failed. Expected:<404>. Actual:<500>.',
      'Expected status code <404> but was <500>.',
      'Expected response status code [404] but received 500.',
    ],
    nonMatches: [
      'expected: 612 but was: 500',
      'expected 404 but was 503 rows',
      'expected 200 or 612 but got 500',
      'want 404, got 5030',
    ],
  },
  {
    name: 'what came and the expected number',
    pattern: new RegExp(
      String.raw`\b(?:[Rr]eceived|[Aa]ctual|[Gg]ot|[Hh]ave|[Ss]tatus(?:[ _]?[Cc]ode)?|[Rr]esponse code|(?<![.\w])Code|(?:w|rr|rec)\.Code)${named}${actual}${phrase}[,;]?[ \t]{1,4}\(?(?:but )?(?:${wanting}|instead of|rather than)${named}${anyExpected}${over}`,
      'dg',
    ),
    weight: 0.92,
    needs: /(?:received|actual|got|have|status|code)\b[^\n]{0,12}\d\d\d[^\n]{0,40}(?:want|expect|instead|rather)/i,
    matches: [
      'piers_test.go:41: GET /piers: got status 405 (Method Not Allowed), want 404',
      'users_test.go:18: got 503, want 404',
      'got: 500; expected: 409',
      'got 500 instead of 204',
      'got 500, expected 201, 404',
      'piers_test.go:22: status = 500, want 404',
      'piers_test.go:23: w.Code = 500, want 404',
    ],
    nonMatches: ['got 503, want 612', 'got 503 of 404', 'got 503, want 404 rows'],
  },
  {
    name: 'expected number on the line above',
    pattern: new RegExp(
      String.raw`(?:^|[\n \t|:\]])${wanting}${named}${expected}[ \t,]{0,30}\r?\n[^\n]{0,80}?(?<!\w)${coming}${named}${actual}${over}`,
      'dg',
    ),
    weight: 0.92,
    needs: ofTwoLines,
    matches: [
      '       expected: 409\n            got: 500',
      '    Expected: 404\n    Received: 503',
      'Values differ\nExpected: 201\nActual:   503',
      '  Expected: 404\n  But was:  500',
      '        expected: 409\n        actual  : 500',
    ],
    nonMatches: [
      'Expected: 404\nReceived: 500 rows',
      'Expected: 612\nReceived: 500',
      'Expected: 404\n\nReceived: 500',
      'Received: 504',
    ],
  },
  {
    name: 'expected number on the line below',
    pattern: new RegExp(
      String.raw`(?:^|[\n \t|:\]])(?:[Rr]eceived|[Aa]ctual|[Gg]ot|[Hh]ave|left)${named}${actual}[ \t,]{0,30}\r?\n[^\n]{0,80}?(?<!\w)(?:${wanting}|right)${named}${expected}${over}`,
      'dg',
    ),
    weight: 0.92,
    needs: ofTwoLines,
    matches: ['     got: 500\n    want: 404', '  Actual: 503\n  Expected: 404', '     left:  500\n     right: 404'],
    nonMatches: ['got: 500\nwant: 404 rows', 'got: 500px\nwant: 404', 'got: 500\nwant: 612'],
  },
  {
    name: 'expected status of an answer, and what came instead',
    pattern: new RegExp(
      String.raw`\b(?:[Ee]xpected|[Ww]ant(?:ed)?)\b[^\n\d]{1,60}?\b[sS]tatus(?:[ _]?[cC]ode)?["']?(?: of| equal to| to (?:be|equal|eq))?:? ?${anyExpected}[,;]?[ \t]{1,4}(?:but )?(?:it )?${coming}(?: an?)?:? ${actual}`,
      'dg',
    ),
    weight: 0.92,
    needs: /status(?:[ _]?code)?["']?[^\n\d]{0,14}\d\d\d[^\n]{0,12}(?:received|actual(?:ly)?|got|have|was|found)\b/i,
    matches: [
      'expected the response to have status code 201 but it was 500',
      "expected { Object (status, body) } to have property 'status' of 404, but got 500",
      '** (RuntimeError) expected response with status 404, got: 500, with body:',
    ],
    nonMatches: ['expected a boat whose statue has 404, got 500', 'expected the status of pier 404, got 500 rows more'],
  },
  {
    name: 'what differs, in two lines',
    pattern: new RegExp(
      String.raw`(?:^|\n)[ \t]{0,20}- ?${actual}[ \t]{0,4}\r?\n[ \t]{0,20}\+ ?${expected}[ \t]{0,4}(?=\r?\n|$)`,
      'dg',
    ),
    weight: 0.6,
    needs: ofDifference,
    matches: ['      -409\n      +503', '- 404\n+ 200'],
    nonMatches: ['      -409\n      +612', '-409 boats\n+503 boats', '  409\n+ 503'],
  },
  {
    name: 'Gomega',
    pattern: new RegExp(
      String.raw`<int>: ${actual}[ \t]{0,10}\r?\n[ \t]{0,20}to (?:equal|be ==)[ \t]{0,10}\r?\n[ \t]{0,20}<int>: ${expected}${over}`,
      'dg',
    ),
    weight: 0.92,
    needs: /<int>: [45]\d\d/,
    matches: ['      <int>: 500\n  to equal\n      <int>: 201'],
    nonMatches: ['      <int>: 500\n  to be >\n      <int>: 201', '      <int>: 500\n  to equal\n      <int>: 612'],
  },
];
