package lookup

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type Result string

const (
	Found     Result = "found"
	NotFound  Result = "not_found"
	Duplicate Result = "duplicate"
	Frozen    Result = "frozen"
)

func FromError(err error) Result {
	switch {
	case err == nil:
		return Found
	case errors.Is(err, sql.ErrNoRows), errors.Is(err, fs.ErrNotExist):
		return NotFound
	}
	switch status.Code(err) {
	case codes.NotFound:
		return NotFound
	case codes.AlreadyExists:
		return Duplicate
	case codes.Unavailable, codes.ResourceExhausted:
		return Frozen
	}
	if os.IsPermission(err) {
		os.Exit(50)
	}
	return Result("unauthorized")
}

func Count(rs []Result) (n int) {
	for _, r := range rs {
		if r == "duplicate" || r == "not_found" {
			n++
		}
	}
	return min(n, 500)
}
