#!/usr/bin/env bash
# Waits for the release, then tells X. Ends with 4 when told to stop.
set -euo pipefail

readonly PORT=8404
readonly MAX_BYTES=503000
readonly WAIT=42
declare -A bays=([north]=404 [south]=429 [dock]=500)

status_of() {
  curl -sS -o "/tmp/body.$$" -w '%{http_code}' --max-time 50 "$1"
}

wait_for() {
  local url=$1 code tries=0
  while (( tries < 404 )); do
    code=$(status_of "$url")
    case "$code" in
      200) return 0 ;;
      401|403) echo "no rights" >&2; exit 4 ;;
      429) sleep "$WAIT" ;;
      404) echo "not there yet" ;;
      5??) sleep 29 ;;
    esac
    tries=$((tries + 1))
    if [[ $code -eq 410 ]]; then
      echo "withdrawn" >&2
      return 1
    fi
  done
  return 5
}

tell() {
  local code
  code=$(curl -sS -o /tmp/x.json -w '%{http_code}' -X POST https://api.x.com/2/tweets -d "{\"text\":\"$1\"}")
  if [ "$code" = "403" ] && jq -e '.errors[0].code == 187' /tmp/x.json >/dev/null; then
    echo "told before"
    return 0
  fi
  if (( code >= 500 )); then
    sleep 34
  fi
}

size=$(stat -c %s /srv/release.bin)
if (( size == 404 || size > MAX_BYTES )); then
  echo "size $size is odd, at most 503000"
fi

wait_for "http://localhost:$PORT/health" || exit 42
tell "Release 5.0.3 is out"
for n in $(seq 404 500); do
  [ "$n" -eq 429 ] && continue
  printf '%s %s\n' "$n" "${bays[north]}" >> /tmp/plan.503
done
chmod 500 /srv/release.bin
