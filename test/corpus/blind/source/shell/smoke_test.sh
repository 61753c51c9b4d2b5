#!/usr/bin/env bash
set -uo pipefail

BASE=${BASE:-http://localhost:5000}
failed=0
declare -A EXPECTED=(
  [/orders/500]=404
  [/admin]=401
)

status_of() {
  curl -s -o /tmp/body -w '%{http_code}' -X "$1" "$BASE$2" "${@:3}"
}

expect_status() {
  local want=$1 got=$2
  if [[ $got != "$want" ]]; then
    echo "FAIL: wanted $want, got $got"
    failed=$((failed + 1))
  fi
}

expect_status 200 "$(status_of GET /)"
expect_status 405 "$(status_of DELETE /)"
expect_status 413 "$(status_of POST /orders --data-binary @big.bin)"
expect_status 422 "$(status_of POST /orders -d '{"count":500}')"

for path in "${!EXPECTED[@]}"; do
  expect_status "${EXPECTED[$path]}" "$(status_of GET "$path")"
done

http_code=$(status_of GET /orders)
if [[ $http_code =~ ^(502|503|504)$ ]]; then
  echo "the proxy is not ready"
  exit 2
fi
[[ $http_code -ne 500 ]] || failed=$((failed + 1))
[[ $(wc -c </tmp/body) -lt 500 ]] || echo "a long list"
exit $((failed > 0))
