#!/bin/bash
# Runs the still: heats, waits, and rings the bell. Codes of the controller:
#   400 idle, 401 heating, 404 no probe, 500 boiled dry
set -u

TTY=/dev/ttyUSB0
TARGET=450
DELAY=500
WIDTH=404

declare -A state=([400]=idle [401]=heating [404]="no probe" [429]="too fast" [500]="boiled dry" [503]="no water")
alarms=(404 500 503)

ask() {
  local code
  echo "S" >"$TTY"
  read -r -t 5 code <"$TTY"
  echo "${code:-400}"
}

beep() {
  for hz in 440 466 494 523; do
    play -qn synth 0.4 sine "$hz"
  done
}

heat() {
  local temp=$1
  if [ "$temp" -gt 500 ]; then
    echo "not above 500 degrees" >&2
    return 64
  fi
  echo "H$temp" >"$TTY"
}

heat "$TARGET" || exit $?
while :; do
  status=$(ask)
  case $status in
    400) break ;;
    401) ;;
    404) echo "put the probe in"; beep ;;
    429) echo "H$((TARGET - 50))" >"$TTY" ;;
    500 | 503) echo "${state[$status]}"; echo "H0" >"$TTY"; exit 75 ;;
    *) echo "strange code $status" ;;
  esac
  for a in "${alarms[@]}"; do
    if [ "$status" -eq "$a" ]; then logger -p local4.err "still: ${state[$a]}"; fi
  done
  sleep "0.$DELAY"
done

error=$?
chmod 440 still.log
chown 500:502 still.log
gnuplot -e "set term png size $WIDTH,500; plot 'still.log'"
[ "$error" -ne 0 ] && exit 403
tar -cf - still.log | split -b 512k
