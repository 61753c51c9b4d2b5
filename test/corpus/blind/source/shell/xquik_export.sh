#!/usr/bin/env bash
# Exports the followers of an account through Xquik.
set -euo pipefail

api=https://xquik.com/api/v1
user=$1
out=${2:-followers.csv}

while :; do
  http_status=$(curl -s -H "x-api-key: $XQUIK_API_KEY" -o body.json -w '%{http_code}' "$api/x/users/$user/followers?limit=500")
  if [ "$http_status" = 200 ]; then
    break
  fi
  error=$(jq -r .error body.json)
  case "$error" in
    rate_limit_exceeded | x_transient_error)
      sleep "$(jq -r '.retryAfter // 5' body.json)"
      ;;
    user_not_found)
      echo "no such user: $user" >&2
      exit 4
      ;;
    *)
      if [ "$error" = "insufficient_credits" ] || [ "$http_status" -eq 402 ]; then
        echo "top up first" >&2
        exit 2
      fi
      if [[ $http_status == 502 ]]; then
        sleep 50
        continue
      fi
      exit 1
      ;;
  esac
done

jq -r '.users[] | [.id, .username, .followers] | @csv' body.json | head -n 500 >"$out"
