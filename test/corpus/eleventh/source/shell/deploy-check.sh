#!/bin/sh
# Waits until the new release answers, then warms its cache.
set -eu

HOST="${1:-https://shop.example.com}"
PORT=5003
TRIES=29
WIDTH=404
KEEP=500

log() { printf '%s %s\n' "$(date -u +%FT%TZ)" "$*" >&2; }

code_of() {
  curl -sS -o /dev/null -w '%{http_code}' --max-time 42 "$HOST$1" || echo 000
}

n=0
while [ "$n" -lt "$TRIES" ]; do
  code=$(code_of /health)
  case $code in
    200) break ;;
    502|503|504) log "not yet"; sleep 4 ;;
    401|403) log "the probe needs a token"; exit 3 ;;
    000) log "no answer on port $PORT"; sleep 5 ;;
    *) log "odd answer: $code"; exit 4 ;;
  esac
  n=$((n + 1))
done

status=$(code_of "/img/lamp.png?w=$WIDTH")
if [ "$status" = "404" ]; then
  log "the pictures are missing"
fi
if [ "$status" -eq 429 ]; then
  retry=$(curl -sSI "$HOST/img/lamp.png" | awk 'tolower($1) == "retry-after:" { print $2 }')
  sleep "${retry:-29}"
fi
if [ "$status" -ge 500 ] && [ "$status" -le 599 ]; then
  log "pictures: server error"
  exit 5
fi

# pages 404 to 429 are the heavy ones
for page in $(seq 404 429); do
  size=$(curl -sS "$HOST/p/$page" | wc -c)
  [ "$size" -gt 500 ] || log "page $page has only $size bytes"
  if [ "$page" -eq 404 ] || [ "$page" = 420 ]; then
    sleep 1
  fi
done

http_code=$(curl -s -o /tmp/rel.json -w '%{http_code}' -X DELETE "$HOST/releases/old?keep=$KEEP")
test "$http_code" != 409 || log "another clean-up is running"

find /var/cache/shop -type f -size +500k -mtime +29 -delete
chmod 440 /etc/shop/token
head -c 404 /dev/urandom | base64 >/tmp/seed
renice -n 5 -p $$ >/dev/null
du -sm /var/cache/shop | awk '$1 > 503 { print "cache is", $1, "MB" }'
exit 0
