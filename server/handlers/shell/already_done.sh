#!/bin/sh

# curl_accepting_done CODE ARGUMENT...
# Runs curl. When the server says by the code that an earlier attempt has done it already, the exit code is 0, and
# --write-out prints 200 as the status. All else is as it came.
curl_accepting_done() (
	work=$(mktemp -d) || exit
	trap 'rm -rf "$work"' EXIT
	trap 'exit 130' INT TERM
	wanted=$1
	shift
	# The status is marked where it is printed.
	mark=$(printf '\001')
	for argument; do
		shift
		case $argument in *%\{http_code\}* | *%\{response_code\}*)
			argument=$(printf '%s' "$argument" | sed "s/%{[a-z]*_code}/$mark&$mark/g")
			;;
		esac
		set -- "$@" "$argument"
	done
	code=0
	curl_answer "$work" "$@" || code=$?
	status='\1'
	if failed_with "$wanted" "$work"; then
		printf 'Code %s: it is done already\n' "$wanted" >&2
		status=200
		code=0
	fi
	LC_ALL=C sed "s/$mark\([0-9]*\)$mark/$status/g" "$work/output"
	exit "$code"
)
