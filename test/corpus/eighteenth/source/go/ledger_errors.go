package ledger

import (
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"time"

	"github.com/go-sql-driver/mysql"
	"github.com/jackc/pgx/v5/pgconn"
)

const (
	pool       = 50
	batch      = 500
	retryAfter = 404 * time.Millisecond
)

// kind says what to do with an error of the database.
func kind(err error) string {
	var my *mysql.MySQLError
	if errors.As(err, &my) {
		switch my.Number {
		case 1062:
			return "double"
		case 1205, 1213:
			return "again"
		case 1044, 1045:
			return "stop"
		}
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		switch pg.Code {
		case "23505":
			return "double"
		case "40001", "40P01":
			return "again"
		case "53300":
			return "busy"
		}
	}
	if errors.Is(err, sql.ErrNoRows) {
		return "none"
	}
	return "unknown"
}

func export(day string) int {
	cmd := exec.Command("ledger-export", "--rows", "500", "--day", day)
	if err := cmd.Run(); err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			switch exit.ExitCode() {
			case 64:
				return 2
			case 99, 130:
				return 1
			}
		}
		os.Exit(3)
	}
	return 0
}

func account(number int) string {
	switch {
	case number == 400:
		return "rent"
	case number == 404:
		return "post"
	case number >= 500:
		return "wages"
	case number > 429 && number < 451:
		return "tax"
	}
	return "other"
}

func pages(rows int) int {
	time.Sleep(retryAfter)
	return (rows + batch - 1) / batch * pool
}
