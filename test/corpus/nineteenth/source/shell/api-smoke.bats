#!/usr/bin/env bats

setup() {
  load 'test_helper/bats-support/load'
  load 'test_helper/bats-assert/load'
  API=${API:-http://localhost:4040}
  LIMIT=500
}

http() {
  curl -s -o "$BATS_TEST_TMPDIR/body" -w '%{http_code}' "$@"
}

@test "lists gardens" {
  run http "$API/gardens?limit=$LIMIT"
  assert_output 200
  run jq length "$BATS_TEST_TMPDIR/body"
  assert_output 404
}

@test "unknown garden" {
  run http "$API/gardens/599"
  assert_output 404
  run jq -r .title "$BATS_TEST_TMPDIR/body"
  assert_output "Not Found"
}

@test "no key" {
  run http -X DELETE "$API/gardens/422"
  [ "$status" -eq 0 ]
  [ "$output" -eq 401 ]
}

@test "wrong method" {
  run http -X PATCH "$API/gardens"
  [ "$output" = "405" ]
}

@test "too large" {
  head -c 500000 /dev/zero >"$BATS_TEST_TMPDIR/big"
  run http --data-binary "@$BATS_TEST_TMPDIR/big" "$API/gardens"
  assert_equal "$output" 413
}

@test "twice" {
  http -d '{"name":"rosery","plots":450}' "$API/gardens"
  run http -d '{"name":"rosery","plots":450}' "$API/gardens"
  refute_output 500
  assert_output --partial 409
}

@test "command line ends with 64 for wrong options" {
  run gardens --port 502 --wrong
  assert_failure 64
  assert_line --index 0 "usage: gardens [--port 443]"
}

@test "head" {
  run curl -sI "$API/old"
  assert_line --partial "HTTP/1.1 410 Gone"
}
