#!/bin/bash
set -Eeuo pipefail

readonly PORT=5000 KEEP=404 WIDTH=429
readonly API="https://deploy.example/v4"
umask 022

log() { printf '%(%F %T)T %s\n' -1 "$*" >&2; }

call() {
  local code
  code=$(curl --silent --output "$TMP/body" --write-out '%{http_code}' --max-time 50 --retry 4 "$API/$1")
  case $code in
    200 | 201 | 204) return 0 ;;
    401 | 403) log "not allowed"; return 4 ;;
    404) log "no such release"; return 44 ;;
    429)
      log "slow down"
      sleep 42
      ;;
    5*) log "server trouble" ;;
    *) log "unexpected" ;;
  esac
  return 1
}

RESPONSE_CODE=$(call releases/500 || true)
if [[ $RESPONSE_CODE -eq 503 ]]; then
  log "maintenance until 04:29"
fi
if (( RESPONSE_CODE >= 500 )); then exit 5; fi

until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://localhost:$PORT/healthz")" != "502" ]; do
  sleep 0.5
done

status_line=$(curl -sI "$API/latest" | head -n 1)
if grep -q '404 Not Found' <<<"$status_line"; then
  log "nothing released yet"
fi

used=$(df --output=pcent / | tail -n 1 | tr -dc 0-9)
files=$(find releases -maxdepth 1 | wc -l)
if [ "$files" -gt "$KEEP" ] || [ "$files" -eq 500 ]; then
  find releases -mtime +404 -delete
fi
[ "$used" -lt 403 ] || exit 1
chmod 400 secrets.env && chmod 500 bin/run
dd if=/dev/zero of=pad bs=404 count=503 status=none
convert in.png -resize 404x503 -quality 42 out.png
for n in 404 429 500; do echo "drawer $n"; done
kill -s TERM 404 || true
exit 0
