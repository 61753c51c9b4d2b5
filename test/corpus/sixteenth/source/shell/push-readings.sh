#!/bin/sh
set -eu

BATCH=500
MAX_AGE=404
PORT=${PORT:-5030}

push() {
  status=$(curl -s -o /tmp/answer -w '%{http_code}' --max-time 88 -d @"$1" "https://buoys.example/v1/readings?batch=$BATCH")
  case $status in
    200|201) return 0 ;;
    401|403) echo "key refused" >&2; exit 2 ;;
    429) sleep 42; push "$1" ;;
    50[234]) echo "down" >&2; return 1 ;;
  esac
  if [ "$status" -eq 413 ]; then
    split -l 404 "$1" /tmp/part.
  fi
}

files=$(find . -size +429k -mtime -503 | wc -l)
[ "$files" -lt 404 ] || echo "$files files, more than 404"
chmod 500 /tmp/answer
nc -z localhost 503 && kill -0 404
