#!/usr/bin/env bash
# Posts one poem of the queue to X, and moves it to the folder it belongs to.
set -euo pipefail

QUEUE=${QUEUE:-/var/spool/poems}
API=https://api.x.com/2/tweets
LIMIT=280
NAP=90

: "${X_TOKEN:?set X_TOKEN}"

poem=$(find "$QUEUE/new" -name '*.txt' | sort | head -n 1)
[[ -n $poem ]] || exit 0

text=$(head -c "$LIMIT" "$poem")
answer=$(mktemp)
headers=$(mktemp)
trap 'rm -f "$answer" "$headers"' EXIT

for try in 1 2 3 4 5; do
  status=$(jq -n --arg text "$text" '{text: $text}' |
    curl -sS -m 45 -o "$answer" -D "$headers" -w '%{http_code}' \
      -H "Authorization: Bearer $X_TOKEN" -H 'Content-Type: application/json' -d @- "$API")

  case $status in
    201)
      mv "$poem" "$QUEUE/sent/"
      exit 0
      ;;
    401)
      echo "relay-poems: get a new token" >&2
      exit 77
      ;;
    403)
      if grep -q 'duplicate content' "$answer"; then
        mv "$poem" "$QUEUE/double/"
        exit 0
      fi
      mv "$poem" "$QUEUE/refused/"
      jq -r .detail "$answer" >&2
      exit 1
      ;;
    429)
      reset=$(awk -F': ' 'tolower($1) == "x-rate-limit-reset" { print $2 + 0 }' "$headers")
      wait=$((reset - $(date +%s)))
      sleep $((wait > NAP ? wait : NAP))
      ;;
    500 | 502 | 503 | 504)
      sleep $((try * 32))
      ;;
    000)
      sleep 50
      ;;
    *)
      echo "relay-poems: unexpected answer $status" >&2
      exit 1
      ;;
  esac
done

echo "relay-poems: still nothing after $try tries" >&2
exit 75
