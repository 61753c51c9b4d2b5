#!/bin/sh
# Waits until the mill is up after a deployment, then checks its doors. The
# proxy answers 502 or 503 for a while.
set -u

HOST=${1:-http://localhost:4040}
MAX=450
STEP=5

say() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*"; }

code() {
  curl -k -s -o /dev/null --max-time 10 -w '%{http_code}' "$@" || true
}

waited=0
while :; do
  got=$(code "$HOST/health")
  [ "$got" = 200 ] && break
  if [ "$got" = 404 ]; then
    say "this is not the mill"
    exit 2
  fi
  if [ "$got" -ne 502 ] && [ "$got" -ne 503 ] && [ "$got" -ne 0 ]; then
    say "odd answer: $got"
    exit 3
  fi
  if [ "$waited" -ge "$MAX" ]; then
    say "not up after $MAX seconds"
    exit 1
  fi
  sleep "$STEP"
  waited=$((waited + STEP))
done
say "up after $waited seconds"

failed=0
expect() {
  want=$1
  shift
  got=$(code "$@")
  if [ "$got" != "$want" ]; then
    say "want $want, got $got: $*"
    failed=$((failed + 1))
  fi
}

expect 200 "$HOST/sacks?limit=500"
expect 401 "$HOST/admin"
expect 403 -H "Authorization: Bearer $GUEST" "$HOST/admin"
expect 404 "$HOST/sacks/99999"
expect 405 -X DELETE "$HOST/sacks"
expect 413 --data-binary "@big-64m.bin" "$HOST/sacks"
expect 415 -X POST -H 'Content-Type: text/plain' -d x "$HOST/sacks"
expect 304 -H 'If-None-Match: "453"' "$HOST/prices"

i=0
while [ "$i" -lt 50 ]; do
  got=$(code "$HOST/prices")
  i=$((i + 1))
done
if [ "$got" -ne 429 ]; then
  say "the limit does not work: $got and no 429 after $i calls"
  failed=$((failed + 1))
fi

[ "$failed" -eq 0 ] || exit 1
say "all doors are right"
