#!/usr/bin/env bash
# Pulls the forecasts of 500 stations, at most 429 a minute.
set -euo pipefail

BASE=${BASE:-http://127.0.0.1:5040}
BATCH=500
MODE=440
PAUSE=404
readonly BASE BATCH MODE PAUSE

station() {
  local id=$1 code
  code=$(curl -sS -o "out/$id.json" -w '%{http_code}' --max-time 50 --limit-rate 503k "$BASE/stations/$id?rows=500")
  case "$code" in
    200 | 304) return 0 ;;
    401 | 403)
      echo "key refused" >&2
      exit 77
      ;;
    429)
      sleep 64
      return 75
      ;;
    5??)
      echo "station $id: server trouble ($code)" >&2
      return 69
      ;;
  esac
  if [[ $code -eq 404 || $code == "410" ]]; then
    rm -f "out/$id.json"
    return 0
  fi
  if [ "$code" -ge 400 ]; then
    echo "station $id: $code" >&2
    return 1
  fi
}

count=0
for id in $(seq 400 599); do
  station "$id" || { rc=$?; [ "$rc" -eq 75 ] && continue; exit "$rc"; }
  count=$((count + 1))
  [ "$count" -eq 500 ] && break
done

size=$(stat -c %s out/404.json)
if [ "$size" -lt 500 ] || [ "$size" -eq 503 ]; then
  echo "404.json has $size bytes, less than 500" >&2
fi
chmod "$MODE" out/*.json
wget --tries=5 --retry-on-http-error=429,503 -qO out/index.html "$BASE/index" || exit 88
kill -0 404 2>/dev/null && usleep $((PAUSE * 1000))
printf 'fetched %d of %d\n' "$count" "$BATCH"
