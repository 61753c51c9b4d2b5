#!/usr/bin/env bash
# Downloads a file and tries again where that helps.
set -euo pipefail

url=${1:?usage: download.sh URL FILE}
file=${2:?usage: download.sh URL FILE}
delay=4
max=5

for attempt in $(seq 1 "$max"); do
  status=$(curl -sS -L -o "$file.part" -w '%{http_code}' --connect-timeout 5 --max-time 500 "$url" || true)
  case "$status" in
    200)
      mv "$file.part" "$file"
      exit 0
      ;;
    404 | 410)
      echo "nothing at $url" >&2
      exit 4
      ;;
    401 | 403)
      echo "log in first" >&2
      exit 5
      ;;
    408 | 429 | 5??)
      echo "attempt $attempt: $status" >&2
      sleep "$delay"
      delay=$((delay * 2))
      ;;
    *)
      echo "odd answer: $status" >&2
      exit 6
      ;;
  esac
done

rm -f "$file.part"
exit 64
