import { describe, it } from 'vitest';
import { expectMarks } from './marks';

// Each report as its tool prints it, with what is found in guillemets.

describe('what the reports of several runners say of statuses is found', () => {
  it.each([
    `
--- FAIL: TestPier (0.00s)
    pier_test.go:41: 
        	Error Trace:	/w/pier_test.go:41
        	Error:      	Not equal: 
        	            	expected: &pier.StatusError{Code:«522», URL:"/berth"}
        	            	actual  : &pier.StatusError{Code:«521», URL:"/berth"}
        	            	- Code: (int) «522»,
        	            	+ Code: (int) «521»,
        	Test:       	TestPier
--- FAIL: TestGate (0.00s)
    gate_test.go:20: no pass: want «403» Forbidden, have «401»
`,
    `
There were 2 failures:
1) gateIsForbidden«403»(GateTest)
java.lang.AssertionError: no pass expected:<«403»> but was:<«401»>
	at org.junit.Assert.fail(Assert.java:89)
	at GateTest.gateIsForbidden403(GateTest.java:13)
2) everyCode(GateTest)
java.lang.AssertionError: expected:<[«400», «404», «503»]> but was:<[«400», «404», «500»]>
	at org.junit.Assert.fail(Assert.java:89)
	at GateTest.everyCode(GateTest.java:17)
3) closedIs«501»(GateTest)
java.lang.AssertionError: expected:<«501»> but was:<«500»>
	at org.junit.Assert.fail(Assert.java:89)
`,
    `
not ok 1 GET /piers without a pass gives «403»
# (in test file pier.bats, line 10)
#   \`[ "$output" = "«403»" ]' failed
not ok 2 old piers are «404» or «410»
# (in test file pier.bats, line 18)
#   \`[[ $(code /v1/old) =~ ^(«404»|«410»)$ ]]' failed
`,
    `
 pier api  • ✘ ✘   (1 / 3)

   FAIL  pier api  "a full pier gives «409»"
    Expected values to be deeply equal:  (equal)

        ··{
        Actual:
        --··"status":·«503»,
        Expected:
        ++··"status":·«409»,
        ····"detail":·"full"
        ··}
`,
    `
ok 1 - a full pier is a «409»
#   Failed test 'no pass gives «401»'
#   at t/pier.t line 12.
#          got: '«403»'
#     expected: '«401»'
#   Failed test 'server is down'
#   at t/pier.t line 16.
#          $got->{code} = '«500»'
#     $expected->{code} = '«503»'
not ok 2 - no pass gives «401»
not ok 3 - server is down
# response of GET /pier has status «401»
`,
    `
=================================== FAILURES ===================================
______________________________ test_moor[exc0-«409»] ______________________________

exc = Full(), status = <HTTPStatus.«CONFLICT»: «409»>

>       assert status_of(exc) is status
E       assert <HTTPStatus.«SERVICE_UNAVAILABLE»: «503»> is <HTTPStatus.«CONFLICT»: «409»>

test_pier.py:12: AssertionError
____________________________ test_«410»_unsubscribes ____________________________

    def test_«410»_unsubscribes():
>       assert call(lambda: Answer(«410»)) is False
E       assert True is False
E        +  where True = <Response [«410»]>.ok

test_pier.py:22: AssertionError
`,
    `
Run options: --seed 7

  1) Failure:
PierTest#test_only_5xx [t/pier.rb:11]:
Expected «500»..«504» to include «530».

  2) Failure:
PierTest#test_full_is_conflict_«409» [t/pier.rb:7]:
Expected: «409»
  Actual: «500»

  3) Failure:
PierTest#test_body [t/pier.rb:9]:
Expected: {"status"=>«525», "kind"=>"tls"}
  Actual: {"status"=>«526», "kind"=>"tls"}
`,
    `
1) PierTest::testZuVieleBooteGibt«409»
Failed asserting that two arrays are identical.
--- Expected
+++ Actual
@@ @@
 Array &0 (
-    'kod' => «409»
+    'kod' => «400»
     'error' => 'full'
 )

2) PierTest::testNoPass
Failed asserting that «422» is equal to expected exception code «400».
`,
    `
  1) statusOf
       FullError -> «409»:

      AssertionError: expected «400» to deeply equal «409»

  2) statusOf
       all errors:

       {
      -  "AuthError": «403»
      +  "AuthError": «401»
         "FullError": «409»
         "NotFoundError": «404»
      -  "ServerError": «500»
       }
      at Context.<anonymous> (pier.js:7:51)
`,
    `
pier api
  ✔ no pass is no «500»
  ✔ a teapot on the pier («418»)
  ✘ moors at night

  #   Failed test 'closed for the winter: «410»'
  #   at t/pier.t line 7.
  #     Structures begin differing at:
  #          $got->[0] = '«404»'
  #     $expected->[0] = '«410»'
  response status «404»
`,
    `
__________________________ test_whole_answer __________________________

>       assert moor(1) == {"kode": 403, "text": "full"}
E       AssertionError: assert {'kode': «402»} == {'kode': «403», 'text': 'full'}
E         
E         Differing items:
E         {'kode': «402»} != {'kode': «403»}
E         - 'kode': «403»,
E         + 'kode': «402»,

test_pier.py:9: AssertionError
`,
    `
/w/test_pier.py:28: AssertionError: assert «503» == <HTTPStatus.«BAD_GATEWAY»: «502»>
/w/test_pier.py:31: AssertionError: assert 3 == 4
FAILED test_pier.py::test_down - AssertionError: assert «503» == <HTTPStatus.«BAD_GATEWAY»: «502»>
`,
  ])('%s', expectMarks);
});

describe('what reports about the web say of other things is not', () => {
  it.each([
    `
 FAIL  src/api/orders.test.ts
  orders api
    ✓ responds with «404» for an unknown order (12 ms)
    ✓ keeps order 404 in the list (3 ms)
    ✓ splits 500 items over pages (3 ms)
    ✓ limits a page to 500 (2 ms)
    ✓ order 429 is shipped (2 ms)
    ✓ parses room 503 (2 ms)
    ✕ sums the prices to 502 (2 ms)
    ✕ moves seat 404 to row 12 (2 ms)
    ✕ returns «503» while the stock is down (4 ms)

  ● orders api › sums the prices to 502

    expect(received).toBe(expected) // Object.is equality

    Expected: 502
    Received: 404

      20 |   it('sums the prices to 502', () => {
    > 21 |     expect(sum([400, 102])).toBe(502);
         |                             ^
      22 |   });

  ● orders api › moves seat 404 to row 12

    expect(received).toBe(expected) // Object.is equality

    Expected: 404
    Received: 403

      30 |     const seat = await api.move(404, 12);
    > 31 |     expect(seat.number).toBe(404);

  ● orders api › returns «503» while the stock is down

    expect(received).toBe(expected) // Object.is equality

    Expected: «503»
    Received: «500»

      40 |     const res = await request(app).get('/orders/9');
    > 41 |     expect(res.status).toBe(«503»);

Tests:       3 failed, 6 passed, 9 total
`,
    `
============================= test session starts ==============================
collected 6 items

tests/test_geo.py::test_altitude_404 PASSED                              [ 16%]
tests/test_geo.py::test_route_503_is_open PASSED                         [ 33%]
tests/test_geo.py::test_grid[404-500] FAILED                             [ 50%]
tests/test_geo.py::test_zip_returns_«404»_when_missing FAILED                  [ 66%]

=================================== FAILURES ===================================
____________________________ test_grid[404-500] _____________________________

width = 404, height = 500

>       assert Grid(width, height).cells == 404
E       assert 500 == 404
E        +  where 500 = Grid(404, 500).cells

tests/test_geo.py:12: AssertionError
________________________ test_zip_returns_«404»_when_missing _________________________

>       assert client.get("/zip/99999").status_code == «404»
E       assert 200 == «404»
E        +  where 200 = <Response [200 OK]>.status_code
`,
    `
--- FAIL: TestServer (0.00s)
    --- FAIL: TestServer/port_503 (0.00s)
        server_test.go:20: got port 503, want 404
    --- FAIL: TestServer/keeps_404_connections (0.00s)
        server_test.go:31: connections = 403, want 404
    --- FAIL: TestServer/closed_gives_«503» (0.00s)
        server_test.go:41: GET /: got status «500», want «503»
    --- PASS: TestServer/pool_of_500 (0.00s)
FAIL
`,
    `
Failures:

  1) Fleet API boats weighs 429 tons
     Failure/Error: expect(boat.tons).to eq 429

       expected: 429
            got: 430

       (compared using ==)
     # ./spec/fleet_spec.rb:14:in \`block (3 levels) in <top (required)>'

  2) Fleet API GET /boats/9 answers «404»
     Failure/Error: expect(response).to have_http_status(«404»)
       expected the response to have status code «404» but it was «500»

  3) Fleet API picks captain 401
     Failure/Error: expect(fleet.captain).to eq 401

       expected: 401
            got: 404

3 examples, 3 failures

Failed examples:

rspec ./spec/fleet_spec.rb:12 # Fleet API boats weighs 429 tons
rspec ./spec/fleet_spec.rb:22 # Fleet API GET /boats/9 answers «404»
rspec ./spec/fleet_spec.rb:32 # Fleet API picks captain 401
`,
    `
running 5 tests
test http::status_«404»_is_not_found ... ok
test parse::line_404 ... ok
test parse::column_503 ... FAILED
test http::retries_«503» ... FAILED
test parse::takes_500 ... ok

failures:

---- parse::column_503 stdout ----

thread 'parse::column_503' panicked at src/parse.rs:50:9:
assertion \`left == right\` failed
  left: 502
 right: 503
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace

---- http::retries_«503» stdout ----

thread 'http::retries_«503»' panicked at src/http.rs:44:9:
assertion \`left == right\` failed: status «503» is retried
  left: false
 right: true
`,
    `
TAP version 13
# server
ok 1 answers «404» without a pier
not ok 2 uses 503 buckets
  ---
    operator: equal
    expected: 503
    actual:   502
  ...
not ok 3 hash of the url
  ---
    operator: equal
    expected: 451
    actual:   423
  ...
ok 4 page 404 of 500
ok 5 route 66 has 404 km
ok 6 ends at mile 404
ok 7 is 404 characters long
ok 8 stops after 429
ok 9 starts at 500

1..9
# tests 9
# pass  7
# fail  2
`,
    `
 ✓ src/money.test.ts (6 tests) 9ms
 × src/fees.test.ts > fees > charges 402 for an express crate 4ms
   → expected 401 to be 402 // Object.is equality
 × src/fees.test.ts > api client > maps «402» to PaymentRequired 4ms
   → expected 'Unknown' to be 'PaymentRequired' // Object.is equality

 FAIL  src/fees.test.ts > fees > charges 402 for an express crate
AssertionError: expected 401 to be 402 // Object.is equality

- Expected
+ Received

- 402
+ 401

 ❯ src/fees.test.ts:12:20
     10|   it('charges 402 for an express crate', () => {
     11|     const fee = express(crate);
     12|     expect(fee).toBe(402);
       |                 ^
     13|   });
`,
    `
1) BoatTest::testBerth404
Failed asserting that 403 is identical to 404.

/app/tests/BoatTest.php:12

2) ApiTest::testUnknownBoatGives«404»
Failed asserting that 200 is identical to «404».

/app/tests/ApiTest.php:30

FAILURES!
Tests: 12, Assertions: 20, Failures: 2.
`,
    `
[ERROR] Failures: 
[ERROR]   RoomTest.room404HasTwoBeds:20 expected: <404> but was: <403>
[ERROR]   ApiTest.closedIs«503»:31 expected: <«503»> but was: <«500»>
[INFO] 
[ERROR] Tests run: 12, Failures: 2, Errors: 0, Skipped: 0
`,
    `
├─ JUnit Jupiter ✔
│  ├─ RoomTest ✔
│  │  ├─ room 404 is free ✔
│  │  ├─ 404 rooms fit ✔
│  │  └─ moves to room 503 ✘ expected: <503> but was: <502>
│  └─ RoomApiTest ✔
│     ├─ status is «404» for an unknown room ✔
│     └─ GET /rooms gives «503» ✘ expected: <«503»> but was: <«500»>
`,
  ])('%s', expectMarks);
});
