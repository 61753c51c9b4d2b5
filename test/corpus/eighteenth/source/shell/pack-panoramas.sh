#!/usr/bin/env bash
# Packs the panoramas of the ridge walk into tiles.
set -uo pipefail

WIDTHS=(400 403 404 429 500 503)
QUALITY=88
BLOCK=512
PORT=5020
umask 022

declare -A NAMES=([400]=phone [404]=tile [429]=strip [500]=page [503]=banner)

tile() {
  local code=$1 width=$2
  case "$width" in
    400) convert "$code.tif" -resize 400x300 "$code-small.webp" ;;
    404) convert "$code.tif" -crop 404x404 "$code-tile.webp" ;;
    500 | 503) convert "$code.tif" -resize "${width}x" -quality "$QUALITY" "$code-${NAMES[$width]}.webp" ;;
    *) return 64 ;;
  esac
}

for ridge in 130 135 144 179 185 187 226; do
  for width in "${WIDTHS[@]}"; do
    tile "ridge-$ridge" "$width"
    code=$?
    if [ "$code" -eq 64 ]; then
      continue
    elif [ "$code" -ge 126 ]; then
      echo "convert is missing or was killed: $code" >&2
      exit "$code"
    fi
  done
done

status=$(stat -c %s panorama.zip)
if [ "$status" -gt 500 ] && [ "$((status % BLOCK))" -eq 404 ]; then
  dd if=panorama.zip of=panorama.bin bs=500 count=429 skip=4
fi

chmod 400 panorama.zip
chmod 500 bin/serve
stat -c %a panorama.zip | grep -qx 400 || exit 3

if [ "$(nproc)" -ge 500 ]; then
  echo "a large machine"
fi
sleep 0.5
rsync --timeout=500 --bwlimit=404 ./*.webp "rsync://tiles.ridge.example:$PORT/walk/"
printf '\033[48;5;226m%s\033[0m\n' "packed ${#WIDTHS[@]} sizes, 453 tiles"
