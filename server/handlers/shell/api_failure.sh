#!/bin/sh

# curl_or_failure CODE ADVICE ARGUMENT...
# Runs curl. After a failure with the code the exit code is 22, and standard error says when it passes and what helps.
# All else is as it came.
curl_or_failure() (
	work=$(mktemp -d) || exit
	trap 'rm -rf "$work"' EXIT
	trap 'exit 130' INT TERM
	wanted=$1
	advice=$2
	shift 2
	code=0
	curl_answer "$work" "$@" || code=$?
	if failed_with "$wanted" "$work"; then
		code=22
		reset=$(limit_reset "$work")
		printf '%s%s: %s\n' "$wanted" "${reset:+ until $reset}" "$advice" >&2
	fi
	cat "$work/output"
	exit "$code"
)

# limit_reset FOLDER
# Prints when a limit that is used up is renewed; nothing when the server does not say.
limit_reset() {
	awk -v now="$(date +%s)" '
		FILENAME == ARGV[1] {
			sub(/\r$/, "")
			if (/^HTTP\//) split("", header)
			colon = index($0, ":")
			value = substr($0, colon + 1)
			gsub(/^ +| +$/, "", value)
			if (colon) header[tolower(substr($0, 1, colon - 1))] = value
			next
		}
		length(body) < 65536 { body = body $0 }
		END {
			count = split("x-app-limit-24hour x-user-limit-24hour x-rate-limit", limits, " ")
			for (i = 1; i <= count && !moment; i++) {
				if (header[limits[i] "-remaining"] == "0") moment = header[limits[i] "-reset"]
			}
			asked = header["retry-after"]
			if (asked == "" && match(body, /"retryAfter": *[0-9]+/)) {
				asked = substr(body, RSTART + 13, RLENGTH - 13) + 0
			}
			if (!moment && asked ~ /^[0-9]+$/) moment = now + asked
			if (moment) {
				moment = sprintf("%d", moment)
				# GNU and BSD write this differently.
				("date -u -d @" moment " +%FT%TZ 2>/dev/null || date -u -r " moment " +%FT%TZ") | getline asked
			}
			print asked
		}' "$1/headers" "$1/body"
}
