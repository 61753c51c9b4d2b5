import { describe, expect, it } from 'vitest';
import { reported } from '../../../server/findings';
import { testDocument, testService } from '../support';

/** What is found in a log, in guillemets. */
async function withMarks(text: string): Promise<string> {
  const { findings } = await testService().recognise(testDocument('log', text));
  let marked = text;
  for (const { range } of reported(findings).reverse()) {
    marked = `${marked.slice(0, range.start)}«${marked.slice(range.start, range.end)}»${marked.slice(range.end)}`;
  }
  return marked;
}

async function expectMarks(marked: string): Promise<void> {
  expect(await withMarks(marked.replace(/[«»]/g, ''))).toBe(marked);
}

describe('the title of a test speaks of a status', () => {
  it.each([
    '  ✕ rejects a wrong pass with «403» (9 ms)',
    '  ✕ handles «503» errors (2 ms)',
    '  ✕ fails on «500» (2 ms)',
    'not ok 5 - «503» is retried',
    '    --- FAIL: TestPier/«404»_not_found (0.00s)',
    '    --- FAIL: TestPier/answers_«503»_when_sunk (0.00s)',
    'tests/test_pier.py::test_returns_«404»_when_missing FAILED',
    'PierTest > answers «404» for a missing pier() FAILED',
    '  ● pier service › answers «404» when the pier is gone',
    '   × client > throws on «429» 6ms',
    ' FAIL  test/pier.test.ts > client > throws on «429»',
    '  1) returns «410» for a sunk boat',
    '  1) pier\n       rejects a wrong pass with «403»:',
    '  1) pier\n       at night\n         handles a crash with «503»:',
    'not ok 3 - gives «429»',
    'not ok 7 - a second pier is a «409»',
    '  2) test sunk piers give «404» (PierTest)',
    '  rejects old maps with «409» (FAILED - 2)',
    '--- FAIL: TestPier/returns_«404» (0.00s)',
    'test api::missing_returns_«404» ... FAILED',
    'tests/test_pier.py::test_status[«404»] PASSED                    [ 28%]',
    '______________________ test_retry_on_status[«503»] ______________________',
    '  1) Pier refuses a second boat with «409»',
    'FAILED test_pier.py::test_status[/pier/1-«409»] - AssertionError',
    '______________________ test_answers[/pier/1-«404»] ______________________',
    '--- FAIL: TestPier/gone_is_«410» (0.00s)',
    'FAIL: test_missing_returns_«404» (tests.PierTest.missing)',
    '[ERROR] example.PierTest.retriesOn«503»() -- Time elapsed: 0.021 s <<< FAILURE!',
    '  Failed Pier.Tests.Get_Missing_Returns«404» [21 ms]',
    '  Failed ShowPier(status: «404») [2 ms]',
    "Test Case '-[PierTests testMissingReturns«404»]' failed (0.003 seconds).",
    'rspec ./spec/piers_spec.rb:30 # Piers rejects strangers with «403»',
    'Missing Pier Returns «404»                              | FAIL |',
    "   16 |   it('retries on «503»', async () => {",
    '  ✘  3 [chromium] › tests/pier.spec.ts:12:5 › shows an error on «503» (1.2s)',
  ])('%s', expectMarks);
});

describe('the title of a test that passed says plainly that it is a status', () => {
  it.each([
    ' ✔ sunk boat gives «404»',
    '✔ missing pier returns «404» (32.5ms)',
    '  ✓ should respond with a «409» (2 ms)',
    '  ✓ backs off on «429» (2 ms)',
    '  ✓ answers with «503» for a closed pier (2 ms)',
    '  √ status is «410»',
    '  ✓ «404» not found for a sunk boat',
    'ok 3 - returns «404» without a pier',
    '# Subtest: throws on «503»',
    '=== RUN   TestPier/«404»_not_found',
    '=== RUN   TestPier/retry_on_«429»',
    '    --- PASS: TestPier/retry_on_«429» (0.00s)',
    '--- PASS: TestPier/returns_«404» (0.00s)',
    'PASSED tests/test_pier.py::test_«404»',
    'tests/test_pier.py::test_«404» PASSED                    [ 28%]',
    'tests/test_pier.py::test_returns_«404» PASSED                    [ 28%]',
    'PierTest > returns«404»ForUnknownPier() PASSED',
    'test api::missing_returns_«404» ... ok',
    'test_«404» (tests.PierTest) ... ok',
  ])('%s', expectMarks);
});

describe('the title of a test that passed is silent', () => {
  it.each([
    '  ✔ lists 404 boats',
    '  ✓ maps 403 to a text (4 ms)',
    '  ✓ retries after 429 planks',
    '  ✓ works with 404 (2 ms)',
    '  ✓ returns 404 boats (2 ms)',
    '  ✓ sends 503 crates on 404 boats',
    '  ✓ shows the 404 page (2 ms)',
    '✔ 404 files were written',
    'ok 404 - returns',
    'ok 4 port 502 # skip no boat on 502',
    '  ✓ the device is on 502 (2 ms)',
    'ok 12 - weighs 503 not more',
    '=== RUN   TestBoats/404_boats',
    '--- PASS: TestBoats/with_404_boats (0.00s)',
    'tests/test_boats.py::test_404_boats PASSED',
    'PASSED tests/test_boats.py::test_boats_404',
    '  ○ skipped maps a 409 to Conflict',
    'ok 5 - 503 is retried',
    '# Subtest: 503 is retried',
  ])('%s', expectMarks);
});

describe('the title of a test speaks of other numbers', () => {
  it.each([
    '  ✕ shows 404 boats on 500 piers (3 ms)',
    '  ✕ draws at 500 (3 ms)',
    '  ✕ port 503 is open',
    '  ✕ takes 404 ms',
    '  ✕ renders 500 rows (2 ms)',
    '  ✕ shows the 404 page (2 ms)',
    '  ✖ 404 problems (403 errors, 1 warning)',
    '  1) 404 boats',
    '  503) counts planks',
    '  1) boats\n       loads 404 boats:',
    '  2) boats\n\n       answers to 404:',
    'not ok 404 moors',
    'not ok 503 - a pier',
    '--- FAIL: TestPier/429_boats (0.00s)',
    '--- FAIL: TestPage/page_404_of_500 (0.01s)',
    '--- FAIL: TestBoats/is_404_boats_long (0.01s)',
    'test boats::weighs_500_kilos ... FAILED',
    'test boats::takes_404 ... FAILED',
    'tests/test_boats.py::test_rows[404] PASSED [ 57%]',
    'tests/test_boats.py::test_exit_status[404] PASSED [ 57%]',
    'tests/test_boats.py::test_posts_status[429] PASSED [ 57%]',
    'tests/test_boats.py::test_planks[404-500] PASSED [ 12%]',
    '  Failed Show(rows: 404) [2 ms]',
    'Counts 404 Boats                                        | FAIL |',
    '  ✕ converts 404 to CDIV',
    '1) on 404',
    '  3. Prices as 429 show again',
    'FAILED to lift 404 stones with 503 ropes',
    "   it 'is for 404 of them'",
    '  ✕ 0.4291 kg is 429 g (1 ms)',
    "    > 6 |   it('half a mile is 503 m', () => {",
    '--- FAIL: TestRoman/with_404 (0.00s)',
  ])('%s', expectMarks);
});

describe('the numbers that a failed test compared are statuses', () => {
  it.each([
    '  1) pier\n       rejects a wrong pass with «403»:\n\n      AssertionError: expected «401» to equal «403»',
    '✖ sunk boat gives «410» (3ms)\n  AssertionError [ERR_ASSERTION]: expected «410» but got «404»\n\n  «404» !== «410»',
    'FAILED tests/test_pier.py::test_status[«503»] - assert «503» == «502»',
    'FAIL: test_login (tests.LoginTest)\n    response = self.client.get("/pier")\nAssertionError: «401» != «403» : no pass',
    '--- FAIL: TestLogin (0.00s)\n        expected: «403»\n        actual  : «401»\n    Messages:   wrong status code',
    'PierApiTest > shows FAILED\n    Expected: is <«410»>\n         but: was <«404»>',
    ' 2.  AssertionError  no 5xx\n                     expected «500» to be below «500»',
    '  2) GET /pier\n       is sunk:\n\n      AssertionError: expected «404» to equal «503»\n      + expected - actual\n\n      -«404»\n      +«503»\n',
    ' ✘ Conflict\n   │\n   │ Failed asserting that «412» matches expected «409».',
    '  Failed Pier.ApiTests.Shows [2 ms]\n   Assert.AreEqual failed. Expected:<«503»>. Actual:<«500»>.',
  ])('%s', expectMarks);
});

describe('the numbers that a failed test compared are others', () => {
  it.each([
    '  1) boats\n       counts planks:\n\n      AssertionError: expected 404 to equal 403',
    '  1) boats\n       counts planks:\n\n      AssertionError: expected 404 to equal 403\n      + expected - actual\n\n      -404\n      +403\n',
    'FAILED tests/test_boats.py::test_planks[500] - assert 503 == 502',
    'FAIL: test_planks (tests.BoatTest)\n    self.assertEqual(count(planks), 404)\nAssertionError: 410 != 404',
    '--- FAIL: TestPlanks (0.00s)\n        expected: 403\n        actual  : 401\n    Test:       TestPlanks',
    '  ● roman numbers › converts 404 to CDIV\n\n    Expected: 404\n    Received: 403',
    '  Failed RomanTests.Reads(number: 404) [2 ms]\n  Expected: 404\n  But was:  403',
    'AssertionError: Response status expected [«404»] but found [«500»]\nAssertionError: expected [404] but found [500]\n\tat BoatTest.sums(BoatTest.java:12)',
    'BoatTest > planks FAILED\n    Expected: is <410>\n         but: was <404>',
    '  Failed Pier.BoatTests.Planks [2 ms]\n   Assert.AreEqual failed. Expected:<404>. Actual:<500>.',
    '✖ counts 500 planks (2.1ms)\n  AssertionError [ERR_ASSERTION]: 451 == 500\n      at Test.run (/w/api.test.js:4:46)\n      at async Test.run (node:internal/test_runner/test:797:9) {\n    actual: 451,\n    expected: 500,\n    operator: 1\n  }',
    '---- boats::planks stdout ----\nassertion `left == right` failed\n  left: 500\n right: 404',
  ])('%s', expectMarks);
});

/** A report about the web, with something else in it. */
const inReport = (rest: string) =>
  `FAILURES\n__________ test_pier_is_closed __________\n\n>       assert client.get("/piers/7").status_code == «503»\nE       assert «404» == «503»\nE        +  where «404» = <Response [«404»]>.status_code\n\ntest_piers.py:9: AssertionError\n${rest}`;

describe('a number is a status where the report of tests around it tells', () => {
  it.each([
    inReport(
      "__________ test_ferry[«404»-gone] __________\n\n    def test_ferry(n, kind):\n>       assert kindOf(«404») == kind\nE       AssertionError: assert 'gone' == 'lost'\n",
    ),
    inReport('__________ test_amarre_devuelve_«503» __________\n\nanswers = iter([«503», «503»])\n'),
    inReport('FAILED test_piers.py::test_ponte_da_«503» - assert False'),
    inReport('test_piers.py::test_pont_donne_«503» FAILED                     [ 50%]'),
    [
      'Anlegestelle',
      '  ohne Ausweis kommt «401» (FAILED - 1)',
      '  gesperrte Boote bekommen «403» (FAILED - 2)',
      '',
      'Failures:',
      '',
      '  1) Anlegestelle ohne Ausweis kommt «401»',
      '     Failure/Error: expect(moor.status).to eq «401»',
      '',
      '       expected: «401»',
      '            got: «403»',
    ].join('\n'),
    [
      '    ✕ lets «500» through (3 ms)',
      '    ✕ waits for the ferry (3 ms)',
      '',
      '  ● pier › lets «500» through',
      '',
      '    expect(received).toEqual(expected)',
      '',
      '      Object {',
      '    -   "status": «503»,',
      '    +   "status": «500»,',
      '      }',
      '',
      "    > 6 |   expect(await answersOf('/pier')).toEqual({ status: «503» });",
    ].join('\n'),
    [
      'running 2 tests',
      'test pier::moors ... ok',
      'test pier::refuses ... FAILED',
      '',
      '---- pier::refuses stdout ----',
      "thread 'pier::refuses' panicked at src/pier.rs:40:9:",
      'assertion failed: status.is_server_error()',
      '  left: Upstream(«503»)',
      ' right: Upstream(«502»)',
      'note: the request was answered with HTTP «503»',
    ].join('\n'),
    [
      'not ok 1 - a crate without papers is a «422»',
      "#   Failed test 'a crate without papers is a «422»'",
      '#   at t/crates.t line 12.',
      "#          got: '«500»'",
      "#     expected: '«422»'",
      '# Response: HTTP/1.1 «500» Internal Server Error',
    ].join('\n'),
    // Titles of tests that passed, and names in other languages
    [
      '  ✔ «401» before the pass is shown',
      '  ✔ an empty crate gives «400»',
      '  ✔ a sunk boat → «410» (3 ms)',
      '  ✔ pot is full («423»)',
      '  ✔ berth 404 is free',
      '  ✔ lifts 450 lira of crates',
      '  ✘ Geschlossener Pier ergibt «503»',
      '  1) Geschlossener Pier ergibt «503»',
      '     response status «503», want «404»',
    ].join('\n'),
    [
      '=== RUN   TestPier',
      '=== RUN   TestPier/sunk_boat_is_a_«410»',
      '    pier_test.go:9: GET /pier: got status «404» (Not Found), want «410»',
      '=== RUN   TestPier/429_kg_crates',
      '--- FAIL: TestPier (0.00s)',
      '    --- FAIL: TestPier/sunk_boat_is_a_«410» (0.00s)',
      '    --- PASS: TestPier/429_kg_crates (0.00s)',
    ].join('\n'),
    [
      '╷',
      '└─ JUnit Jupiter ✔',
      '   └─ PierTest ✔',
      '      ├─ «409» ends it: true ✔',
      '      └─ tries again on «503» ✘ «503» should come twice ==> expected: <true> but was: <false>',
      '',
      'Failures (1):',
      '  JUnit Jupiter:PierTest:tries again on «503»',
      "    MethodSource [className = 'PierTest', methodName = 'again']",
      '    => org.opentest4j.AssertionFailedError: «503» should come twice ==> expected: <true> but was: <false>',
      '       org.junit.jupiter.api.AssertionFailureBuilder.build(AssertionFailureBuilder.java:151)',
      '       PierTest.again(PierTest.java:20)',
      'Caused by: PierException: HTTP «503» from the pier, status «409»',
    ].join('\n'),
    [
      '  ✔ «503» gelince yeniden denenir',
      '  ✘ batık tekne «410» döner',
      '',
      '  batık tekne «410» döner',
      '',
      '  Difference (- actual, + expected):',
      '',
      '  -   durum: «404»,',
      '  +   durum: «410»,',
      "      mesaj: 'İskele sunucu hatası',",
    ].join('\n'),
    [
      '__________ test_moored __________',
      '',
      'E       assert <HTTPStatus.«CONFLICT»: «409»> == «423»',
      'E        +  where <HTTPStatus.«CONFLICT»: «409»> = status_of(Moored())',
      'FAILED test_piers.py::test_moored - assert <HTTPStatus.«CONFLICT»: «409»> == «423»',
    ].join('\n'),
  ])('%s', expectMarks);
});

describe('a number is none of a report around it', () => {
  it.each([
    // Of what is counted, of a time, of another failure, and in a report about something else
    inReport('FAILED test_boats.py::test_takes_429_minutes - assert 430 == 429'),
    inReport('__________ test_boats __________\n\n>       assert len(boats) == 404\nE       assert 503 == 404\n'),
    inReport('__________ test_total __________\n\nE       assert 503 == 404\n'),
    inReport('__________ test_load __________\n\n>       sleep(503)\nE       TimeoutError: took 503 ms\n'),
    inReport('2026-03-01 10:00:00 INFO crate 503 was lifted'),
    inReport('__________ test_moors_at_pier_7 __________\n\nE       AssertionError: gave up on barge 409\n'),
    inReport(
      '__________ test_air __________\n\n>       assert client.get("/air").json()["co2"] < 415\nE       assert 417 < 415\n',
    ),
    inReport('__________ test_fee __________\n\nE       AssertionError: $ 503 of 404 EUR\n'),
    inReport('FAILED test_boats.py::test_sails - sails with 429 crates on board'),
    [
      '    ✕ lets «503» through the pier gate (3 ms)',
      '    ✕ sails with 429 crates on board (2 ms)',
      '',
      '  ● pier › lets «503» through the pier gate',
      '',
      '    AxiosError: Request failed with status code «503»',
    ].join('\n'),
    [
      '    ✕ answers «404» for a missing crate (3 ms)',
      '    ✕ sums to 503 (1 ms)',
      '    ✕ fits a box of 500 x 404 (1 ms)',
      '',
      '  ● pier api › sums to 503',
      '',
      '    Expected: 503',
      '    Received: 500',
      '',
      '    > 33 |     expect(total).toBe(503);',
    ].join('\n'),
    '  1) POST /piers\n       takes boats:\n\n      AssertionError: expected response to have status code «422» but got «400»\n\n  2) POST /piers\n       gives back the number:\n\n      AssertionError: expected 411 to equal 412\n      + expected - actual\n\n      -411\n      +412\n',
    '  1) GET /piers\n       «503» while the ferry is away\n  2) GET /piers\n       waits for boat XK 505\n\n      AssertionError: expected response to have status code «503» but got «500»\n',
    '  ● pier api › charges 429 cents for 3 crates\n\n    Expected: 429\n    Received: 430',
    [
      '    ✕ has berths at 404, 429 and 503 (3 ms)',
      '    ✕ waits for the ferry (3 ms)',
      '',
      '  ● pier › has berths at 404, 429 and 503',
      '',
      '    Expected: 404',
      '    Received: 503',
      '',
      '    > 6 |   expect(berths).toEqual([404, 429, 503]);',
    ].join('\n'),
    [
      'Failures:',
      '1) Reservas del puerto pone la barca en la sala 417',
      '  Message:',
      '    sala de la barca: Expected 415 to be 417.',
      '2) Reservas del puerto responde «409»',
      '  Message:',
      '    Expected $.estado = «400» to equal «409».',
    ].join('\n'),
    ['  ✓ moors', '  ✓ maps 403 to a flag', '  ✓ keeps 429 in the list', 'Tests: 404 passed, 503 total'].join('\n'),
  ])('%s', expectMarks);
});
