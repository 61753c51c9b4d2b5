#!/usr/bin/env bash
# Sends the faxes of the queue over SIP, and mails what could not be sent.

QUEUE=/var/spool/fax
RATE=9600
HEIGHT=431
declare -i tried=0 sent=0

send_fax() {
  local number=$1 file=$2 reply
  reply=$(sipfax --to "sip:$number@pbx.example.org:5060" --rate "$RATE" --file "$file" 2>&1 | awk '/^SIP\/2.0/ {print $2}')
  case $reply in
    200) return 0 ;;
    404 | 484 | 604) echo "no such number: $number"; return 2 ;;
    480) echo "nobody home"; return 1 ;;
    486 | 600) echo "busy"; return 1 ;;
    488) echo "the other side takes no fax"; return 2 ;;
    500 | 503) echo "the exchange is down"; return 1 ;;
    *) echo "SIP reply $reply"; return 1 ;;
  esac
}

mail_back() {
  local address=$1 file=$2 reply
  exec 3<>/dev/tcp/localhost/25
  read -r reply <&3
  printf 'HELO fax\r\nMAIL FROM:<fax@example.org>\r\nRCPT TO:<%s>\r\n' "$address" >&3
  for _ in 1 2 3; do read -r reply <&3; done
  case ${reply%% *} in
    250) ;;
    421 | 450 | 451) return 75 ;;
    550 | 553) echo "no mailbox $address"; return 67 ;;
    5??) return 69 ;;
  esac
  printf 'DATA\r\nSubject: fax %s\r\n\r\n.\r\nQUIT\r\n' "$file" >&3
}

for job in "$QUEUE"/*.job; do
  . "$job"
  tried+=1
  tiff2pdf -w 500 -h "$HEIGHT" -o "${job%.job}.pdf" "$FILE"
  if send_fax "$NUMBER" "$FILE"; then
    sent+=1
    rm "$job"
  elif [ $? -eq 2 ]; then
    mail_back "$OWNER" "$FILE"
    code=$?
    [ "$code" -eq 75 ] && sleep 500
  fi
done

echo "$sent of $tried sent, page height $HEIGHT"
[ "$tried" -gt 400 ] && echo "more than 400 in the queue"
exit 0
