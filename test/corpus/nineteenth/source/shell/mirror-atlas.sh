#!/usr/bin/env bash
# Mirrors the plates of the atlas, at most 500 of them.
set -euo pipefail

readonly BASE=${ATLAS_URL:-https://atlas.example.org:4443}
readonly MAX_PLATES=500
readonly PAUSE=0.45
readonly RETRY_ON="429 502 503 504"

log() { printf '%(%F %T)T %s\n' -1 "$*" >&2; }

fetch() {
  local plate=$1 out=$2 try code
  for try in 1 2 3 4; do
    code=$(curl -sS -o "$out" -w '%{http_code}' --max-time 40 "$BASE/plates/$plate") || code=000
    case $code in
      2??) return 0 ;;
      404 | 410)
        log "plate $plate is missing"
        rm -f "$out"
        return 4
        ;;
      401|403)
        log "the key is not good"
        exit 77
        ;;
      416) return 0 ;;
      429) sleep 50 ;;
      5*) sleep "$try" ;;
      000) log "no connection to port 443" ;;
      *) log "plate $plate: unexpected $code" ;;
    esac
    if [[ " $RETRY_ON " != *" $code "* ]]; then
      return 1
    fi
  done
  return 1
}

check_quota() {
  local response status body
  response=$(curl -s -w '\n%{http_code}' -H "X-Key: $ATLAS_KEY" "$BASE/quota")
  status=${response##*$'\n'}
  body=${response%$'\n'*}
  if [ "$status" -eq 402 ]; then
    log "the quota is used up: $body"
    exit 69
  elif (( status >= 500 )); then
    log "no quota known, going on"
  elif [[ $status == 404 ]]; then
    log "old server without quota"
  fi
}

check_quota
missing=0
for ((plate = 400; plate < 400 + MAX_PLATES; plate++)); do
  [ -s "plates/$plate.tif" ] && continue
  fetch "$plate" "plates/$plate.tif" || missing=$((missing + 1))
  sleep "$PAUSE"
done

[ "$missing" -lt 50 ] || exit 64
convert "plates/404.tif" -resize 500x422 cover.png
log "done, $missing missing"
