#!/usr/bin/env bash
# Smoke test of the shop. Fails on the first answer that is not expected.
set -uo pipefail

BASE=${1:-http://localhost:5000}
LIMIT=500
FAILED=0

expect() { # expect STATUS PATH
  local want=$1 path=$2 got
  got=$(curl -s -o /dev/null -w '%{http_code}' --max-time 29 "$BASE$path")
  if [ "$got" != "$want" ]; then
    echo "FAIL $path: wanted $want, got $got"
    FAILED=$((FAILED + 1))
  fi
}

expect 200 "/orders?limit=$LIMIT"
expect 404 /orders/none
expect 401 /admin

http_status=$(curl -s -o /tmp/out -w '%{http_code}' "$BASE/orders/404")
[[ $http_status == 200 ]] || echo "order 404 is missing"

for attempt in 1 2 3 4; do
  status=$(curl -s -o /dev/null -w '%{http_code}' "$BASE/slow")
  case "$status" in
    429 | 503)
      sleep $((attempt * 42)) ;;
    410) exit 0 ;;
    2*) break ;;
  esac
done

if [ "$status" -ge 500 ]; then
  logger -t smoke "slow is down"
elif [ "$status" = 403 ]; then
  logger -t smoke "no access"
fi

response=$(curl -si "$BASE/gone")
case $response in
  *" 410 "*) echo "gone as it should be" ;;
esac
echo "$response" | grep -qE '^HTTP/[0-9.]+ 502' && exit 5

rows=$(wc -l </tmp/out)
if ((rows == 404 || rows > 503)); then
  head -c 429 /tmp/out
fi
timeout 42 nc -z localhost 503 || true
pg_restore -j 4 --section=data dump-404.bin
ulimit -n 5030
printf '%05d\n' 404 429 500
awk '$3 == 404 { n++ } END { print n + 0 }' /tmp/sizes
test "$(stat -c %s /tmp/out)" -lt 500 && chmod 440 /tmp/out
gh api repos/acme/web/releases/404 2>&1 | grep -q 'HTTP 404' && echo "not released"
exit $((FAILED > 0))
