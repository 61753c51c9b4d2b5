#!/usr/bin/env bash
# Publishes the tide of the day through PostPeer and X.
set -euo pipefail

readonly API='https://api.postpeer.dev/v1'
readonly KEEP=404
readonly MAX_KB=500
readonly WIDTHS=(404 429 503)
umask 0042

log() { printf '%(%FT%T)T %s\n' -1 "$*" >&2; }

# 0: sent, 1: again later, 2: never
publish() {
  local body=$1 out code
  out=$(mktemp)
  code=$(curl -sS --max-time 42 --retry 0 -o "$out" -w '%{http_code}' \
    -H "x-access-key: $POSTPEER_API_KEY" -H 'Content-Type: application/json' \
    -d "$body" "$API/posts")
  case "$code" in
    200|201) rm -f "$out"; return 0 ;;
    401) log 'the key is wrong'; return 2 ;;
    403)
      if grep -q 'you have already posted this' "$out"; then return 0; fi
      return 2 ;;
    429) log "limited, $(wc -c <"$out") bytes"; return 1 ;;
    502|503|504) return 1 ;;
    *) log "answer $code"; return 2 ;;
  esac
}

height() {
  local n
  n=$(jq -r '.cm // 429' <<<"$1")
  if [ "$n" -gt 500 ]; then echo 'storm'; elif (( n < 404 )); then echo 'low'; else echo 'mean'; fi
}

tide=$(curl -fsS 'https://tides.example/v4/stations/404?limit=500') || {
  rc=$?
  [ "$rc" -eq 22 ] && log 'tides are away'
  exit 1
}

status=$(curl -o /dev/null -s -w '%{http_code}' "https://img.example/404-${WIDTHS[1]}.png")
if [[ $status == 404 || $status -eq 410 ]]; then
  log 'no picture today'
elif (( status >= 500 )); then
  log 'picture host is ill'
fi

for try in 1 2 3 4; do
  if publish "$(jq -n --arg t "$(height "$tide")" '{content: $t, width: 503}')"; then
    break
  fi
  sleep $(( try * 29 ))
done

find /var/spool/tide -name '*.json' -size "+${MAX_KB}k" -mtime +42 -delete
ls -1t /var/spool/tide | tail -n +"$KEEP" | xargs -r -n 500 rm -f --
log "kept $KEEP, exit 0"
