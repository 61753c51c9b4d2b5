#!/usr/bin/env bash
# Writes the archive to the next tape and keeps the list of tapes.
set -euo pipefail

DRIVE=/dev/nst0
LIST=/var/lib/tapes/list
BLOCK=512
RESERVE_GB=64
CAPACITY_GB=400
SLOTS=32

declare -A SHELF=(
  [1]=cellar
  [2]=cellar
  [50]=vault
  [64]=vault
  [99]=bank
)

shelf() {
  case $1 in
    [3-9] | [1-4][0-9]) echo cellar ;;
    5[1-9] | 6[0-3]) echo vault ;;
    [78]?) echo bank ;;
    *) echo "${SHELF[$1]:-desk}" ;;
  esac
}

next_tape() {
  local last
  last=$(tail -n 1 "$LIST" | cut -f 1)
  if [[ $last -ge 99 ]]; then
    echo 1
  else
    echo $((last + 1))
  fi
}

size_gb() {
  local kb
  kb=$(du -sk --exclude='*.tmp' "$1" | cut -f 1)
  echo $((kb / 1024 / 1024))
}

folder=${1:?folder}
size=$(size_gb "$folder")
if [[ $size -gt $((CAPACITY_GB - RESERVE_GB)) ]]; then
  echo "rotate-tapes: $folder has $size GB, $((size - CAPACITY_GB + RESERVE_GB)) too many" >&2
  exit 65
fi

tape=$(next_tape)
slot=$((tape % SLOTS + 1))
mtx -f /dev/sg3 load "$slot" 0
mt -f "$DRIVE" setblk $((BLOCK * 1024))
mt -f "$DRIVE" rewind

if tar -cf "$DRIVE" -b $((BLOCK * 2)) --exclude='*.tmp' -C "$folder" .; then
  printf '%s\t%s\t%s\t%s\n' "$tape" "$(date +%F)" "$size" "$(shelf "$tape")" >>"$LIST"
else
  rc=$?
  mtx -f /dev/sg3 unload "$slot" 0
  [[ $rc -eq 64 ]] && echo "rotate-tapes: the drive wants cleaning" >&2
  exit "$rc"
fi

mtx -f /dev/sg3 unload "$slot" 0
if [[ $(wc -l <"$LIST") -gt 453 ]]; then
  sed -i '1,53d' "$LIST"
fi
echo "tape $tape goes to the $(shelf "$tape")"
