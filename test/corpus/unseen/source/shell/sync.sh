#!/usr/bin/env bash
set -euo pipefail
PORT=5000
MAX=500
status=$(curl -s -o /tmp/out -w '%{http_code}' "http://localhost:$PORT/stock/404")
if [ "$status" -eq 404 ]; then
  echo "nothing there"
elif [[ "$status" == "429" || $status == 503 ]]; then
  sleep 0.5
fi
case "$status" in
  401|403) echo "log in" >&2; exit 4 ;;
  2??) echo fine ;;
  5??) echo down ;;
esac
http_code=$(wget --server-response -q "http://localhost:$PORT" 2>&1 | awk '/HTTP\// {print $2}')
[ "$http_code" != "410" ] || exit 0
count=$(wc -l < /tmp/out)
if [ "$count" -gt 500 ] || [ "$count" -eq 404 ]; then head -n 429 /tmp/out; fi
chmod 400 /tmp/out
kill -9 404 2>/dev/null || true
for i in $(seq 400 500); do [ "$i" = 429 ] && break; done
case "$1" in
  404) echo shelf ;;
esac
exit 0
