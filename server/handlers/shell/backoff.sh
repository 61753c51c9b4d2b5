#!/bin/sh

# curl_with_backoff ARGUMENT...
# Runs curl until it succeeds or fails for good; output and exit code are those of the last attempt. Retries 408, 425,
# 429, 5xx, timeouts and network errors, after the wait that the server asks for, else after
# min(cap, base delay * 2^n) + random(0, jitter) seconds. Its settings are variables:
#   BACKOFF_IDEMPOTENT=true  repeating does no harm (GET, PUT, DELETE, or an idempotency key); else no retries
#   BACKOFF_RETRIES          after the first attempt (3)
#   BACKOFF_TIMEOUT          limit of one attempt without --max-time (30)
#   BACKOFF_TOTAL_TIME       limit of all attempts and waits (120)
#   BACKOFF_MAX_WAIT         when the server asks for a longer wait, the call fails at once (60)
#   BACKOFF_BASE_DELAY (1), BACKOFF_CAP (30), BACKOFF_JITTER (1)
curl_with_backoff() (
	work=$(mktemp -d) || exit
	trap 'rm -rf "$work"' EXIT
	trap 'exit 130' INT TERM
	body=$work/output
	previous=
	for argument; do
		case $previous in --output | -o | -[!-]*o) body=$argument ;; esac
		previous=$argument
	done
	deadline=$(($(date +%s) + ${BACKOFF_TOTAL_TIME:-120}))
	retry=0
	while :; do
		: >"$work/headers"
		code=0
		curl --max-time "${BACKOFF_TIMEOUT:-30}" "$@" --dump-header "$work/headers" >"$work/output" || code=$?
		delay=
		if [ "${BACKOFF_IDEMPOTENT:-}" = true ] && [ "$retry" -lt "${BACKOFF_RETRIES:-3}" ]; then
			delay=$(backoff_delay "$code" "$retry" $((deadline - $(date +%s))) "$work/headers" "$body")
		fi
		[ -n "$delay" ] || break
		retry=$((retry + 1))
		sleep "$delay"
	done
	cat "$work/output"
	exit "$code"
)

# backoff_delay CODE RETRY REST HEADERS BODY
# Prints the seconds to wait before a retry, or nothing when there is none.
backoff_delay() {
	# A body that is not there tells nothing.
	[ -r "$5" ] || set -- "$1" "$2" "$3" "$4" /dev/null
	awk -v code="$1" -v retry="$2" -v rest="$3" -v now="$(date +%s)" -v seed="$(od -An -N3 -tu4 /dev/urandom)" \
		-v max_wait="${BACKOFF_MAX_WAIT:-60}" -v base="${BACKOFF_BASE_DELAY:-1}" -v cap="${BACKOFF_CAP:-30}" \
		-v jitter="${BACKOFF_JITTER:-1}" '
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
			# Resolving, connecting, timeout, empty reply, sending, receiving.
			transient = status ? status >= 500 || status ~ /^(408|425|429)$/ : code ~ /^(6|7|28|52|55|56)$/
			# Waiting does not help: caps, all connections in use, a write that may have happened.
			final = "usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota|toomanyconnections|"
			final = final "x_write_(ambiguous|unconfirmed)"
			if (!transient || tolower(body) ~ final) exit
			asked = header["retry-after"]
			if (asked == "" && status == 429) {
				# X says in these headers which of its limits is used up; on a 5xx they tell nothing about the failure.
				limit = "x-rate-limit"
				if (header["x-user-limit-24hour-remaining"] == "0") limit = "x-user-limit-24hour"
				if (header["x-app-limit-24hour-remaining"] == "0") limit = "x-app-limit-24hour"
				asked = header[limit "-reset"]
				if (asked == "") asked = header["ratelimit-reset"]
			}
			if (asked == "" && match(body, /"retryAfter": *[0-9]+/)) {
				asked = substr(body, RSTART + 13, RLENGTH - 13) + 0
			}
			# A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
			server = epoch(header["date"])
			wait = asked ~ /^[0-9]+(\.[0-9]+)?$/ ? asked + 0 : epoch(asked)
			if (wait > 1000000000) wait -= server ? server : now
			if (wait < 0) wait = 0
			if (wait > 1000000000) wait = 1000000000
			delay = base * 2 ^ retry
			if (delay > cap) delay = cap
			if (wait) delay = wait
			srand(seed)
			delay += rand() * jitter
			if (wait > max_wait || delay > rest) {
				if (!wait) exit
				moment = sprintf("%d", now + wait)
				# GNU and BSD write this differently.
				("date -u -d @" moment " +%FT%TZ 2>/dev/null || date -u -r " moment " +%FT%TZ") | getline moment
				printf "No retry of HTTP %s: the server asks to wait until %s\n", status, moment >"/dev/stderr"
				exit
			}
			printf "Retry %d in %.1f s: %s\n", retry + 1, delay, status ? status : "no response" >"/dev/stderr"
			printf "%.3f\n", delay
		}' "$4" "$5"
}
