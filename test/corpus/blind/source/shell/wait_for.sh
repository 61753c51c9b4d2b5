#!/bin/bash
# waits until a service does not answer 502 or 503 any more
url="$1"
tries="${2:-50}"

RETRY_STATUSES="502 503 504"

retryable() {
  for s in $RETRY_STATUSES; do
    [ "$1" = "$s" ] && return 0
  done
  return 1
}

for i in $(seq "$tries"); do
  STATUS_CODE=$(wget --server-response --spider --timeout=5 "$url" 2>&1 | awk '/HTTP\//{print $2}' | tail -1)
  if [ -z "$STATUS_CODE" ] || retryable "$STATUS_CODE"; then
    sleep 0.5
    continue
  fi
  if test "$STATUS_CODE" -eq 401 -o "$STATUS_CODE" -eq 404; then
    echo "up, but wrong address or key"
    exit 3
  fi
  if [[ "$STATUS_CODE" -ge 400 && "$STATUS_CODE" -lt 500 ]]; then
    exit 4
  fi
  echo "up after $i tries"
  exit 0
done
exit 50
