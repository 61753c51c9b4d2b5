#!/bin/sh

# curl_with_renewal RENEW SEND
# Runs SEND, a function that hands its arguments to curl. When the server answers 401, runs RENEW, and then SEND once
# more, which has to read the credentials anew. Output and exit code are those of the last attempt.
curl_with_renewal() (
	work=$(mktemp -d) || exit
	trap 'rm -rf "$work"' EXIT
	trap 'exit 130' INT TERM
	: >"$work/headers"
	code=0
	"$2" --dump-header "$work/headers" >"$work/output" || code=$?
	status=$(sed -n 's/^HTTP\/[0-9.]* \([0-9]*\).*/\1/p' "$work/headers" | tail -n 1)
	if [ "$status" = 401 ]; then
		echo 'HTTP 401: renewing the credentials' >&2
		"$1" >&2 || exit
		code=0
		"$2" >"$work/output" || code=$?
	fi
	cat "$work/output"
	exit "$code"
)
