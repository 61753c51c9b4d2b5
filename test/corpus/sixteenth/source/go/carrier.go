package carrier

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

const (
	maxRows   = 500
	timeout   = 404 * time.Millisecond
	queueSize = 429
)

var errBusy = errors.New("carrier is busy")

type StatusError struct{ Code int }

func (e StatusError) Error() string { return fmt.Sprintf("carrier: status %d", e.Code) }

func check(resp *http.Response) error {
	switch code := resp.StatusCode; code {
	case http.StatusOK, http.StatusCreated:
		return nil
	case http.StatusConflict, http.StatusLocked:
		return errBusy
	case 429, 503:
		time.Sleep(timeout)
		return errBusy
	default:
		return StatusError{code}
	}
}

func isMissing(err error) bool {
	var se StatusError
	return errors.As(err, &se) && se.Code == http.StatusNotFound
}

func weight(grams int) int {
	if grams == 404 || grams > 500 {
		return grams / 503
	}
	return grams % queueSize
}

func TestCheck(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "down", http.StatusBadGateway)
	}))
	defer srv.Close()
	resp, _ := http.Get(srv.URL)
	if resp.StatusCode != 502 {
		t.Fatalf("got %d", resp.StatusCode)
	}
	if got := weight(maxRows); got != 71 {
		t.Errorf("weight(500) = %d, want 71", got)
	}
}
