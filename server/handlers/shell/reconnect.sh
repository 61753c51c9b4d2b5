#!/bin/sh

# curl_with_reconnect ARGUMENT...
# Runs curl for a stream of lines, and again when the stream drops, ends or falls silent, after the wait that the server
# asks for, else after min(16, drop delay * n) + random(0, jitter) seconds after a drop, and after
# min(cap, base delay * 2^n) + random(0, jitter) after a refusal. Lines are printed whole, as they come; one that is torn
# is left out. After each connection an empty line is printed, which ends all when nobody reads any more. Where no
# new connection helps (4xx, a usage cap) and at the limits the exit code is that of curl, or 22 after an answer of the
# server, which standard error shows. Its settings are variables:
#   RECONNECT_SILENCE     a connection without a line for so long, not even an empty one, is dead (30)
#   RECONNECT_RETRIES     how many connections in a row may fail or end before one is healthy (10)
#   RECONNECT_HEALTHY     how long a healthy connection lasts (60)
#   RECONNECT_TOTAL_TIME  limit of the time without a healthy connection (1800)
#   RECONNECT_MAX_WAIT    when the server asks for a longer wait, the stream ends (900)
#   RECONNECT_DROP_DELAY (0.25), RECONNECT_BASE_DELAY (5), RECONNECT_CAP (320), RECONNECT_JITTER (1)
curl_with_reconnect() (
	work=$(mktemp -d) || exit
	trap 'rm -rf "$work"' EXIT
	trap 'exit 130' INT TERM
	failures=0
	since=0
	while :; do
		: >"$work/headers"
		: >"$work/body"
		opened=$(date +%s)
		watched_curl "$work" "$@" | stream_lines "$work" || exit
		now=$(date +%s)
		if awk "BEGIN { exit !($now - $opened >= ${RECONNECT_HEALTHY:-60}) }"; then
			failures=0
		fi
		[ "$failures" -gt 0 ] || since=$now
		echo || exit
		delay=$(reconnect_delay "$work" "$failures" $((now - since)))
		[ -n "$delay" ] || break
		failures=$((failures + 1))
		sleep "$delay"
	done
	status=$(stream_status "$work")
	if [ "${status:-0}" -ge 400 ]; then
		printf 'No stream: HTTP %s\n' "$status" >&2
		cat "$work/body" >&2
		exit 22
	fi
	code=$(cat "$work/code")
	# A stream that only ended is not done.
	[ "$code" != 0 ] || code=18
	exit "$code"
)

# watched_curl FOLDER ARGUMENT...
# Runs curl until no line has come for too long. Its exit code is a file of the folder afterwards.
watched_curl() (
	folder=$1
	shift
	curl --no-buffer "$@" --dump-header "$folder/headers" &
	running=$!
	(
		while sleep "${RECONNECT_SILENCE:-30}" && rm "$folder/alive"; do :; done
		kill "$running"
	) >/dev/null 2>&1 &
	watching=$!
	code=0
	wait "$running" 2>/dev/null || code=$?
	echo "$code" >"$folder/code"
	kill "$watching" 2>/dev/null
)

# stream_lines FOLDER
# Prints the whole lines of a stream as they come. What a refusal says is a file of the folder afterwards.
stream_lines() {
	status=
	more=true
	while "$more"; do
		IFS= read -r line || more=false
		[ -n "$status" ] || status=$(stream_status "$1")
		: >"$1/alive"
		case $status-$more in
		[45]??-*) printf '%s\n' "$line" >>"$1/body" ;;
		*-true) printf '%s\n' "$line" || return ;;
		esac
	done
}

# stream_status FOLDER
# Prints the status of the answer; nothing when there was none.
stream_status() {
	# Redirects and interim responses have one of their own.
	sed -n 's/^HTTP\/[0-9.]* \([0-9]*\).*/\1/p' "$1/headers" | tail -n 1
}

# reconnect_delay FOLDER FAILURES TIME
# Prints the seconds to wait before the next connection, or nothing when there is none.
reconnect_delay() {
	awk -v code="$(cat "$1/code")" -v failures="$2" -v time="$3" -v now="$(date +%s)" \
		-v seed="$(od -An -N3 -tu4 /dev/urandom)" -v retries="${RECONNECT_RETRIES:-10}" \
		-v total="${RECONNECT_TOTAL_TIME:-1800}" -v max_wait="${RECONNECT_MAX_WAIT:-900}" \
		-v drop="${RECONNECT_DROP_DELAY:-0.25}" -v base="${RECONNECT_BASE_DELAY:-5}" \
		-v cap="${RECONNECT_CAP:-320}" -v jitter="${RECONNECT_JITTER:-1}" '
		# Seconds since 1970 of "Sun, 06 Nov 1994 08:49:37 GMT"; 0 when it is no date.
		function epoch(date, part, month, year) {
			if (split(date, part, /[ :]/) != 8) return 0
			month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", part[3]) + 2) / 3
			year = part[4] - (month < 3)
			month += month < 3 ? 12 : 0
			return 86400 * (365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * month - 457) / 5) \
				+ part[2] - 719469) + 3600 * part[5] + 60 * part[6] + part[7]
		}
		FILENAME == ARGV[1] {
			sub(/\r$/, "")
			# Redirects and interim responses have headers of their own.
			if (/^HTTP\//) { split("", header); status = $2 }
			colon = index($0, ":")
			value = substr($0, colon + 1)
			gsub(/^ +| +$/, "", value)
			if (colon) header[tolower(substr($0, 1, colon - 1))] = value
			next
		}
		length(body) < 65536 { body = body $0 }
		END {
			refused = status >= 400
			# Waiting does not help: most 4xx, caps of a day or a month.
			if (refused && status < 500 && status !~ /^(408|425|429)$/) exit
			if (refused && tolower(body) ~ /usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota/) exit
			# The end, resolving, connecting, a part only, timeout, empty reply, sending, receiving, HTTP/2; killed.
			if (!refused && code !~ /^(0|6|7|16|18|28|52|55|56|92|143)$/) exit
			asked = refused ? header["retry-after"] : ""
			# With too many connections open no limit is used up: the old one is gone in a moment.
			if (refused && asked == "" && status == 429 && body !~ /TooManyConnections/) {
				# X says in these headers which of its limits is used up.
				limit = "x-rate-limit"
				if (header["x-user-limit-24hour-remaining"] == "0") limit = "x-user-limit-24hour"
				if (header["x-app-limit-24hour-remaining"] == "0") limit = "x-app-limit-24hour"
				asked = header[limit "-reset"]
				if (asked == "") asked = header["ratelimit-reset"]
			}
			if (refused && asked == "" && match(body, /"retryAfter": *[0-9]+/)) {
				asked = substr(body, RSTART + 13, RLENGTH - 13) + 0
			}
			# A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
			server = epoch(header["date"])
			wait = asked ~ /^[0-9]+(\.[0-9]+)?$/ ? asked + 0 : epoch(asked)
			if (wait > 1000000000) wait -= server ? server : now
			if (wait < 0) wait = 0
			if (wait > 1000000000) wait = 1000000000
			delay = refused ? base * 2 ^ failures : drop * failures
			limit = refused ? cap : 16
			if (delay > limit) delay = limit
			if (wait) delay = wait
			srand(seed)
			delay += rand() * jitter
			if (wait > max_wait) {
				moment = sprintf("%d", now + wait)
				# GNU and BSD write this differently.
				("date -u -d @" moment " +%FT%TZ 2>/dev/null || date -u -r " moment " +%FT%TZ") | getline moment
				printf "No stream: the server asks to wait until %s\n", moment >"/dev/stderr"
				exit
			}
			if (failures >= retries || time + delay > total) exit
			cause = refused ? "HTTP " status : code == 143 ? "no line for too long" : "curl ended with " code
			printf "Reconnect %d in %.1f s: %s\n", failures + 1, delay, cause >"/dev/stderr"
			printf "%.3f\n", delay
		}' "$1/headers" "$1/body"
}
