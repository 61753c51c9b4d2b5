#!/usr/bin/env bash
set -euo pipefail

KEEP=50
MIN_FREE_MB=500
BLOCK=$((64 * 1024))
PORT=5432

free=$(df -m /backup | awk 'NR==2 {print $4}')
if [ "$free" -lt "$MIN_FREE_MB" ] || [ "$free" -eq 404 ]; then
  echo "only $free MB left" >&2
  exit 34
fi

pg_dump -p "$PORT" shop | dd bs=$BLOCK of="/backup/shop-$(date +%F).sql" status=none

count=$(find /backup -name '*.sql' | wc -l)
while [ "$count" -gt "$KEEP" ]; do
  oldest=$(ls -tr /backup/*.sql | head -1)
  rm -- "$oldest"
  count=$((count - 1))
done

size=$(stat -c %s "/backup/shop-$(date +%F).sql")
if [[ $size -ge 400 && $size -lt 500 ]]; then
  echo "that is suspiciously small"
  exit 63
fi

sleep 0.5
split -b 500M --numeric-suffixes=404 /backup/all.tar /backup/all.tar.
logger -p local0.info "backup of $size bytes, $count kept"
exit 0
