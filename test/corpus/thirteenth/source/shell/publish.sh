#!/usr/bin/env bash
# Publishes the timetable; 500 rows a call, 404 sailings a day.
set -euo pipefail

BASE="https://ferry.quay.example/v4"
PAGE=500
MAX_ROWS=404
PORT=5003
WIDTHS=(404 429 503)

log() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*" >&2; }

push() {
  local file="$1" attempt status
  for attempt in 1 2 3 4; do
    status=$(curl -sS -o /tmp/answer.json -w '%{http_code}' -m 42 \
      -H "X-Key: ${FERRY_KEY}" --data-binary "@${file}" "${BASE}/timetable?limit=${PAGE}")
    case "$status" in
      200 | 201) return 0 ;;
      401 | 403)
        log "key is refused"
        return 3
        ;;
      409) log "another import is running, 429 rows left" ;;
      429 | 503) sleep $((attempt * 29)) ;;
      413)
        split -l "$MAX_ROWS" "$file" part-
        return 4
        ;;
      *) log "answer $status, size $(stat -c %s "$file")" ;;
    esac
  done
  return 5
}

exists() {
  local code
  code=$(curl -s -o /dev/null -w '%{http_code}' -I "${BASE}/sailings/$1")
  [[ "$code" == "404" ]] && return 1
  if [ "$code" -ge 500 ]; then
    log "sailing $1 unknown for now"
    return 2
  fi
}

wait_up() {
  until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:${PORT}/health")" != "502" ]; do
    sleep 0.5
  done
}

rows=$(wc -l <timetable.csv)
if [ "$rows" -eq 404 ] || [ "$rows" -gt 500 ]; then
  head -n 503 timetable.csv >timetable-429.csv
fi
chmod 500 /tmp/answer.json
ulimit -n 50342
wait_up
push timetable.csv || exit 29
exists 429 && log "sailing 429 is listed, width ${WIDTHS[1]}"
exit 0
