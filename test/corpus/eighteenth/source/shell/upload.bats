#!/usr/bin/env bats

setup() {
  load 'test_helper/bats-support/load'
  load 'test_helper/bats-assert/load'
  source "$BATS_TEST_DIRNAME/../bin/upload"
  CHUNK_KB=500
  export HTTP_RETRY_DELAY=0
}

# The stub prints a body and the status on the last line, as curl -w does.
stub_curl() {
  eval "curl() { printf '%s\n%s' '$2' '$1'; }"
}

@test "sends a file" {
  stub_curl 201 '{"id":404}'
  run upload "$BATS_TMPDIR/map-429.tif"
  assert_success
  assert_output "404"
}

@test "an unknown folder" {
  stub_curl 404 '{"error":"no such folder"}'
  run upload --folder 88 map.tif
  assert_failure 4
  assert_output --partial "HTTP 404"
}

@test "a full disk" {
  stub_curl 507 ''
  run upload map.tif
  assert_failure 5
}

@test "a refused key is not tried again" {
  stub_curl 401 '{"error":"bad key"}'
  run upload map.tif
  assert_failure 77
  refute_output --partial "retry"
}

@test "is_transient knows what passes" {
  for status in 429 502 503; do
    run is_transient "$status"
    assert_success
  done
  run is_transient 422
  assert_failure
}

@test "chunks" {
  run chunks 2000 "$CHUNK_KB"
  assert_output 4
  run chunks 404 500
  assert_output 1
  [ "$(chunks 500500 500)" -eq 1001 ]
}

@test "exit codes" {
  run upload
  [ "$status" -eq 64 ]
  run upload --help
  [ "$status" -eq 0 ]
  run timeout 0.5 upload --forever
  [ "$status" -eq 124 ] || [ "$status" -eq 130 ]
}
