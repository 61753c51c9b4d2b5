import { describe, it } from 'vitest';
import { expectMarks } from './marks';

// Reports about the web in which tests have numbers of other things, with what is found in guillemets.

describe('numbers of other things in reports about the web are not found', () => {
  it.each([
    `
 RUN  v2.0.0 /srv/shop

 ✓ shop api > «404» for an unknown crate 3ms
 ✓ shop api > lists 500 crates a page 3ms
 ✓ shop api > crate 404 stays 2ms
 ✓ shop api > waits until 429 is over 2ms
 × shop api > has a total of 503 5ms
   → expected 502 to be 503 // Object.is equality
 × shop api > loads version 502 of the list 5ms
   → expected 501 to be 502 // Object.is equality
 × shop api > GET /crates/9 is a «404» 5ms
   → expected 200 to be «404»

 FAIL  shop.test.ts > shop api > has a total of 503
AssertionError: expected 502 to be 503 // Object.is equality

- Expected
+ Received

- 503
+ 502

 FAIL  shop.test.ts > shop api > loads version 502 of the list
AssertionError: expected 501 to be 502 // Object.is equality

- 502
+ 501
`,
    `
=================================== FAILURES ===================================
______________________________ test_user_has_403_points ______________________________

    def test_user_has_403_points(client):
        user = client.get("/users/7").json()
>       assert user["points"] == 403
E       assert 401 == 403

tests/test_users.py:14: AssertionError
______________________________ test_timeout_504_ms ______________________________

>       assert client.timeout == 504
E       assert 500 == 504
E        +  where 500 = <Client>.timeout

tests/test_client.py:20: AssertionError
______________________________ test_locked_user ______________________________

>       assert client.get("/users/8").status_code == «423»
E       assert «403» == «423»
E        +  where «403» = <Response [«403»]>.status_code

tests/test_users.py:31: AssertionError
______________________________ test_first_id ______________________________

>       assert client.post("/users").json()["id"] == 409
E       assert 410 == 409

tests/test_users.py:40: AssertionError
=========================== short test summary info ============================
FAILED tests/test_users.py::test_user_has_403_points - assert 401 == 403
FAILED tests/test_client.py::test_timeout_504_ms - assert 500 == 504
FAILED tests/test_users.py::test_locked_user - assert «403» == «423»
FAILED tests/test_users.py::test_first_id - assert 410 == 409
`,
    `
=== RUN   TestRouter
=== RUN   TestRouter/unknown_path_is_«404»
    router_test.go:22: status = «500», want «404»
=== RUN   TestRouter/worker_503
    router_test.go:30: worker 503 did not stop
=== RUN   TestRouter/batch_of_429
    router_test.go:41: len = 428, want 429
=== RUN   TestRouter/bytes
    router_test.go:50: wrote 404 bytes, want 503
    router_test.go:51: n = 404; want 503
--- FAIL: TestRouter (0.00s)
    --- FAIL: TestRouter/unknown_path_is_«404» (0.00s)
    --- FAIL: TestRouter/worker_503 (0.00s)
    --- FAIL: TestRouter/batch_of_429 (0.00s)
    --- FAIL: TestRouter/bytes (0.00s)
`,
    `
  Failed Shop.Tests.ApiTests.Gives«404»ForUnknown [12 ms]
  Error Message:
   Assert.Equal() Failure: Values differ
Expected: «404»
Actual:   200
  Stack Trace:
     at Shop.Tests.ApiTests.Gives404ForUnknown() in /w/ApiTests.cs:line 404
  Failed Shop.Tests.StockTests.CountsPallets [3 ms]
  Error Message:
   Assert.Equal() Failure: Values differ
Expected: 502
Actual:   503
  Stack Trace:
     at Shop.Tests.StockTests.CountsPallets() in /w/StockTests.cs:line 502
  Failed Shop.Tests.StockTests.Shelf404IsFull [3 ms]
  Error Message:
   Assert.Equal() Failure: Values differ
Expected: 404
Actual:   403
`,
    `
PierTest > boat 404 moors PASSED
PierTest > needs 500 crates PASSED
PierTest > port is 502 FAILED
    org.opentest4j.AssertionFailedError: expected: <502> but was: <503>
        at PierTest.port(PierTest.java:404)
PierApiTest > closed pier is 503 FAILED
    java.lang.AssertionError: Status expected:<«503»> but was:<200>
        at PierApiTest.closed(PierApiTest.java:44)
`,
    `
Failures:
1) Warenkorb zeigt 404 Artikel
  Message:
    Expected 403 to be 404.
  Stack:
        at <Jasmine>
2) Warenkorb Dienst antwortet mit «503»
  Message:
    Expected $.status = «500» to equal «503».
3) Warenkorb nimmt Gutschein 429 an
  Message:
    Expected 428 to equal 429.
3 specs, 3 failures
`,
    `
 ✓ 物流接口 > 订单 404 已发货 2ms
 ✓ 物流接口 > 有 500 个订单 2ms
 × 物流接口 > 不存在时返回 «404» 4ms
   → expected 500 to be «404»
 × 物流接口 > 房间 503 的温度 4ms
   → expected 502 to be 503

 FAIL  a.test.ts > 物流接口 > 不存在时返回 «404»
AssertionError: expected «500» to be «404» // Object.is equality
     3|   const res = await fetch('/order/9');
     4|   expect(res.status).toBe(«404»);
`,
    `
TAP version 14
# Subtest: proxy
    # Subtest: reads 404 lines
    ok 1 - reads 404 lines
    # Subtest: uses slot 503
    not ok 2 - uses slot 503
      ---
      error: |-
        Expected values to be strictly equal:

        502 !== 503
      code: 'ERR_ASSERTION'
      expected: 503
      actual: 502
      ...
    # Subtest: answers «502» when down
    not ok 3 - answers «502» when down
      ---
      error: |-
        Expected values to be strictly equal:

        «500» !== «502»
      expected: «502»
      actual: «500»
      ...
    1..3
`,
    `
Run options: --seed 7

  1) Failure:
ApiTest#test_unknown_is_404 [t/api.rb:7]:
Expected: «404»
  Actual: 200

  2) Failure:
ApiTest#test_pages [t/api.rb:17]:
Expected: 404
  Actual: 405

  3) Failure:
ApiTest#test_table_of_404_rows [t/api.rb:27]:
Expected 404 to be > 405.

3 runs, 3 assertions, 3 failures, 0 errors, 0 skips
`,
    `
 FAIL  tests/cart.spec.js
  cart
    ✓ answers «401» without a login (4 ms)
    ✓ adds item 404 (2 ms)
    ✓ ships to gate 503 (2 ms)
    ✓ the cart has 500 (2 ms)
    ✓ Raum 403 ist frei (2 ms)
    ✕ reads temperature 429 (2 ms)
    ✕ computes the checksum (2 ms)

  ● cart › reads temperature 429

    Expected: 429
    Received: 428

    > 14 |     expect(sensor.read()).toBe(429);

  ● cart › computes the checksum

    expect(received).toEqual(expected) // deep equality

    - Expected
    + Received

      Array [
    -   404,
    +   405,
      ]

    > 24 |     expect(hash(cart)).toEqual([404]);
`,
    `
1) CartTest::testPrice
Failed asserting that 401 is identical to 402.

2) CartTest::testLogin
Failed asserting that «500» is identical to «401».
expected status code «401»
`,
    `
F.
======================================================================
FAIL: test_weights (tests.CargoTest.test_weights)
-----------------------------------------------------------------
`,
    `
Traceback (most recent call last):
  File "/w/tests.py", line 404, in test_weights
    self.assertEqual(cargo.weights(), [404, 503])
AssertionError: Lists differ: [404, 502] != [404, 503]

First differing element 1:
502
503

- [404, 502]
?         ^

+ [404, 503]
?         ^

======================================================================
FAIL: test_api_down (tests.CargoTest.test_api_down)
-----------------------------------------------------------------
`,
    `
    self.assertEqual(r.status_code, «503»)
AssertionError: «500» != «503»
`,
  ])('%s', expectMarks);
});
