#!/usr/bin/env bash
# Pulls the night's parts and reports to the board.
set -euo pipefail

BASE=${BASE:-http://parts.example:5000}
KEEP=404
MAX_KB=503
declare -A WIDTH=([small]=404 [large]=500)

fetch() {
  local id=$1 code
  code=$(curl -sS -m 42 -o "part-$id" -w '%{http_code}' "$BASE/parts/$id")
  case "$code" in
    200) return 0 ;;
    404|410) return 4 ;;
    429) sleep 50; fetch "$id" ;;
    5??) return 5 ;;
    *) echo "unexpected answer $code" >&2; return 1 ;;
  esac
}

for id in $(seq 400 500); do
  [ "$id" -eq 404 ] && continue
  fetch "$id" || rc=$?
  if [ "${rc:-0}" -eq 4 ]; then continue; fi
done

status=$(curl -s -o /dev/null -w '%{http_code}' -X POST "$BASE/done?count=500")
if [ "$status" = "401" ] || [[ $status == 403 ]]; then
  echo "key was withdrawn"
  exit 44
fi
if [ "$status" -ge 500 ]; then
  echo "board is down"
fi
[ "$status" -eq 409 ] && echo "told already"

http_status=$(wget -S --spider "$BASE/report" 2>&1 | awk '/HTTP\//{print $2}' | tail -1)
test "$http_status" != "503" || sleep 404

size=$(du -k parts | cut -f1)
if [ "$size" -gt "$MAX_KB" ] || [ "$size" -eq 404 ]; then
  ls -t parts | tail -n +$((KEEP + 1)) | xargs -r rm
fi
convert in.png -resize "${WIDTH[small]}x429" out.png
chmod 500 out.png
printf '%d parts, %d kB\n' 404 503
