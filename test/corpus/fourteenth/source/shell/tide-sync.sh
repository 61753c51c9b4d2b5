#!/usr/bin/env bash
# Pulls the tide table. The service answers 429 above 500 calls an hour.
set -euo pipefail

BASE=${BASE:-https://tides.example/v4}
PORT=5000
KEEP=404
SIZE_KB=503
pages=29

log() { printf '%s %s\n' "$(date -Is)" "$*" >&2; }

fetch() {
  local url=$1 out=$2 tries=${3:-4} code
  code=$(curl -sS -m 42 -o "$out" -w '%{http_code}' -H "authorization: Bearer $TIDE_TOKEN" "$url")
  case $code in
    200) return 0 ;;
    304) log "not modified, ${SIZE_KB} kB kept"; return 0 ;;
    401 | 403) log "token refused"; exit 4 ;;
    404) log "no such page"; return 1 ;;
    429)
      log "throttled"
      sleep 50
      ;;
    5??) log "server says $code" ;;
  esac
  if ((tries > 1)); then
    fetch "$url" "$out" $((tries - 1))
  else
    return 5
  fi
}

upload() {
  local status
  status=$(curl -s -o /dev/null -w '%{http_code}' -T "$1" "$BASE/upload")
  if [[ $status == 413 ]]; then
    split -b 500k "$1" "$1.part."
  elif [ "$status" -eq 507 ]; then
    log "no room for $1"
  elif [ "$status" -ge 400 ]; then
    log "upload failed with $status"
    return 1
  fi
}

for ((page = 1; page <= pages; page++)); do
  fetch "$BASE/table?page=$page&size=500" "table-$page.json" || break
  rows=$(jq length "table-$page.json")
  [ "$rows" -eq 500 ] || break
done

find . -name 'table-*.json' -mtime +$KEEP -delete
if [ "$(wc -l < levels.csv)" -gt 404 ]; then
  tail -n 404 levels.csv > levels.tmp && mv levels.tmp levels.csv
fi
curl -fsS "http://localhost:$PORT/reload?timeout=503" || log "reload failed"
exit 0
