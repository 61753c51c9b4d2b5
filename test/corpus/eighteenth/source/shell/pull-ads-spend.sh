#!/bin/sh
# Pulls the spend of the fair's campaigns with twurl.
set -eu

ACCOUNT=18ce54d4x5t
DAYS=32
LIMIT=500
OUT=${OUT:-/var/lib/fair/spend-453.json}
attempt=0

pull() {
  twurl -H ads-api.x.com "/12/stats/accounts/$ACCOUNT?entity=CAMPAIGN&count=$LIMIT&days=$DAYS" >"$OUT"
  code=$(jq -r '.errors[0].code // empty' "$OUT")
  case "$code" in
    "") return 0 ;;
    TOO_MANY_REQUESTS | OVER_CAPACITY)
      attempt=$((attempt + 1))
      [ "$attempt" -le 6 ] || exit 75
      sleep $((attempt * 60))
      pull
      ;;
    REQUEST_TOO_COMPLEX)
      LIMIT=$((LIMIT / 2))
      pull
      ;;
    UNAUTHORIZED_ACCESS)
      echo "run twurl authorize again" >&2
      exit 77
      ;;
    *)
      echo "ads: $code" >&2
      exit 1
      ;;
  esac
}

# twurl prints v1.1 codes as numbers for the timeline of the account
announce() {
  answer=$(twurl -X POST /1.1/statuses/update.json -d "status=$1")
  number=$(printf '%s' "$answer" | jq -r '.errors[0].code // 0')
  if [ "$number" -eq 187 ]; then
    return 0
  elif [ "$number" = 261 ] || [ "$number" = 220 ]; then
    echo "the app may only read" >&2
    exit 78
  fi
}

if grep -q '"code":"CAMPAIGN_NOT_FOUND"' "$OUT" 2>/dev/null; then
  rm "$OUT"
fi

pull
total=$(jq '[.data[].spend_micros] | add / 1000000 | floor' "$OUT")
[ "$total" -lt 500 ] || announce "The fair has spent $total of 599 this month"
head -c 404 "$OUT"
