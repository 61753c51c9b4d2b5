#!/bin/sh
# Posts the haiku of the day with the X API v1.1 and v2.

HAIKUS=/var/lib/haiku/326.txt
LOG=/var/log/haiku-453.log
MAX=187

haiku=$(shuf -n 1 "$HAIKUS" | cut -c "1-$MAX")
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

status=$(curl -s -o "$answer" -w '%{http_code}' -X POST https://api.x.com/2/tweets \
  -H "Authorization: Bearer $X_TOKEN" -H 'Content-Type: application/json' \
  -d "$(jq -n --arg t "$haiku" '{text: $t}')")

type=$(jq -r '.type // empty' "$answer")
detail=$(jq -r '.detail // empty' "$answer")

case "$type" in
  */problems/usage-capped) echo "the month is over" >>"$LOG"; exit 64 ;;
  */problems/client-forbidden) echo "the app is not in a project" >>"$LOG"; exit 63 ;;
esac

if [ "$status" = "201" ]; then
  exit 0
elif [ "$status" = "403" ] && echo "$detail" | grep -q 'duplicate content'; then
  exec "$0" "$@"
elif [ "$status" -eq 401 ]; then
  echo "renew the token" >>"$LOG"
elif [ "$status" -eq 429 ]; then
  sleep 900
fi

old=$(curl -s "https://api.twitter.com/1.1/statuses/update.json" --data-urlencode "status=$haiku")
code=$(printf '%s' "$old" | jq -r '.errors[0].code // 0')
case $code in
  0) ;;
  187) echo "said before" ;;
  186) echo "too long" ;;
  326 | 64) echo "locked or suspended" | mail -s "haiku 88" admin@example.org ;;
  261) echo "no write permission"; exit 50 ;;
  88 | 185) sleep 385 ;;
  *) echo "code $code" >>"$LOG" ;;
esac
