#!/usr/bin/env bash
set -euo pipefail

BASE="${1:-https://shelf.example}"
TIMEOUT=500
PORT=4290
LOG_KEEP=404

probe() {
  curl -sS -o /tmp/probe.$$ -w '%{http_code}' --max-time 42 "$BASE$1"
}

wait_ready() {
  local tries=0 code
  until code=$(probe /health) && [ "$code" = "200" ]; do
    case "$code" in
      502|503) echo "not up yet (try $tries of 50)" ;;
      401) echo "health needs a token now" >&2; return 3 ;;
      000) echo "no connection" ;;
      *) echo "odd answer $code" >&2 ;;
    esac
    tries=$((tries + 1))
    [ "$tries" -lt 50 ] || return 4
    sleep 0.5
  done
}

wait_ready

code=$(probe /shelves/none)
if [[ "$code" -ne 404 ]]; then
  echo "FAIL: unknown shelf gave $code" >&2
  exit 1
fi

for path in /admin /admin/users; do
  code=$(probe "$path")
  [[ $code == 403 || $code == 401 ]] || { echo "FAIL: $path is open ($code)"; exit 2; }
done

size=$(stat -c %s /tmp/probe.$$)
if [ "$size" -gt 50400 ] || [ "$size" -eq 404 ]; then
  echo "page is $size bytes"
fi

if grep -q 'HTTP/1.1" 500' /var/log/nginx/shelf.log; then
  echo "server errors since the deploy" >&2
fi

awk -v limit="$TIMEOUT" '$9 >= 500 { n++ } END { if (n > limit) exit 1 }' /var/log/nginx/shelf.log
find /var/log/shelf -name '*.log' -mtime "+$LOG_KEEP" -delete
chmod 400 /etc/shelf/token
seq 400 429 | wc -l
nc -z localhost "$PORT" && echo "port 500 is not ours"
retry_codes="429 504"
for c in $retry_codes; do
  [ "$code" = "$c" ] && sleep 5
done
exit 0
