#!/bin/sh
# used as a container health check

HOST=${HOST:-localhost}
PORT=${PORT:-5000}
WAIT=50

code=$(curl -s -o /dev/null -w "%{http_code}" "http://$HOST:$PORT/health")
rc=$?

if [ "$rc" -ne 0 ]; then
  echo "curl left with $rc"
  exit 1
fi

if [ "$code" = "503" ]; then
  echo "warming up"
  sleep "$WAIT"
  exit 0
elif [ "$code" -eq 429 ]; then
  exit 0
elif [ "$code" -ge 500 ]; then
  echo "unhealthy: $code"
  exit 1
elif [ "404" = "$code" ]; then
  echo "old version without /health"
  exit 0
fi

size=$(du -sm /var/log | cut -f1)
[ "$size" -gt 500 ] && echo "logs take $size MB"
exit 0
