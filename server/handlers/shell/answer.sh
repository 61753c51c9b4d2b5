#!/bin/sh

# curl_answer FOLDER ARGUMENT...
# Runs curl. Its output, and the headers and the body of the answer, are files of the folder afterwards.
curl_answer() (
	folder=$1
	shift
	body=$folder/output
	previous=
	for argument; do
		case $previous in --output | -o | -[!-]*o) body=$argument ;; esac
		previous=$argument
	done
	: >"$folder/headers"
	: >"$folder/body"
	code=0
	curl "$@" --dump-header "$folder/headers" >"$folder/output" || code=$?
	if [ -r "$body" ]; then
		cat "$body" >"$folder/body"
	fi
	exit "$code"
)

# http_status FOLDER
# Prints the status of the answer; nothing when there was none.
http_status() {
	# Redirects and interim responses have one of their own.
	sed -n 's/^HTTP\/[0-9.]* \([0-9]*\).*/\1/p' "$1/headers" | tail -n 1
}

# failed_with CODE FOLDER
# Whether the answer is a failure that has this code, which may be a status.
failed_with() (
	status=$(http_status "$2")
	[ "${status:-0}" -ge 400 ] || exit 1
	case $1 in
	*[!0-9]*) tr -cs '[:alnum:]_.-' '\n' <"$2/body" | grep -xF -e "$1" >/dev/null ;;
	"$status") ;;
	*) tr -d ' \t\r\n' <"$2/body" | grep -E "\"code\":\"?$1([^0-9]|\$)" >/dev/null ;;
	esac
)
