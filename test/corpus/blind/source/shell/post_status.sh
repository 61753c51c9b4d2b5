#!/usr/bin/env bash
# Posts a line to X. Needs twurl.
set -u

TEXT=${1:0:280}
API=https://api.twitter.com/1.1/statuses/update.json

answer=$(twurl -H api.twitter.com -d "status=$TEXT" /1.1/statuses/update.json)
error_code=$(jq -r '.errors[0].code // empty' <<<"$answer")

if [[ -z $error_code ]]; then
  jq -r .id_str <<<"$answer"
  exit 0
fi

case $error_code in
  187)
    # said before, that is fine
    exit 0
    ;;
  88 | 185)
    echo "limit, try later" >&2
    exit 75
    ;;
  32 | 89 | 215)
    echo "new tokens, please" >&2
    exit 77
    ;;
esac

if [[ $error_code == 326 || $error_code == 64 ]]; then
  mail -s "bot stopped" me@example.org <<<"$answer"
  exit 78
fi

if (( error_code == 130 || error_code == 131 )); then
  sleep 50
  exec "$0" "$TEXT"
fi
echo "$API: $answer" >&2
exit 1
