#!/bin/sh

# curl_with_verification FIND ARGUMENT...
# Runs curl. When nobody knows whether the write happened (no answer, 5xx, x_write_unconfirmed), the command FIND looks
# for it, VERIFICATION_SETTLE (2) seconds later: when it finds it, its output takes the place of that of curl, and only
# when it fails does curl run once more. As long as FIND is empty nothing is repeated. All else is as it came.
curl_with_verification() (
	work=$(mktemp -d) || exit
	trap 'rm -rf "$work"' EXIT
	trap 'exit 130' INT TERM
	find=$1
	shift
	code=0
	curl_answer "$work" "$@" || code=$?
	status=$(http_status "$work")
	unsure=
	case ${status:-none}-$code in
	# Timeout, empty reply, sending, receiving.
	5??-* | none-28 | none-52 | none-55 | none-56) unsure=true ;;
	202-* | 4??-*)
		if grep -E 'x_write_(ambiguous|unconfirmed)' "$work/body" >/dev/null; then
			unsure=true
		fi
		;;
	esac
	if [ -n "$unsure" ]; then
		printf '%s: nobody knows whether the write happened\n' "HTTP ${status:-without an answer}" >&2
	fi
	if [ -n "$unsure" ] && [ -n "$find" ]; then
		sleep "${VERIFICATION_SETTLE:-2}"
		if "$find" >"$work/found"; then
			cat "$work/found"
			exit
		fi
		code=0
		curl_answer "$work" "$@" || code=$?
	fi
	cat "$work/output"
	exit "$code"
)
