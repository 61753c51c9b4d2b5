package fetch

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"
)

func TestGetWaits(t *testing.T) {
	var calls atomic.Int32
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if calls.Add(1) < 3 {
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		w.Write(make([]byte, 404))
	}))
	defer srv.Close()

	resp, err := Get(context.Background(), srv.Client(), srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	if resp.ContentLength != 404 {
		t.Errorf("length %d, want 404", resp.ContentLength)
	}
}

func TestGetGivesUp(t *testing.T) {
	for _, tc := range []struct {
		name   string
		status int
		calls  int32
	}{
		{"client", http.StatusForbidden, 1},
		{"gone", 410, 1},
		{"limited", http.StatusTooManyRequests, 5},
	} {
		t.Run(tc.name, func(t *testing.T) {
			rec := httptest.NewRecorder()
			rec.Code = tc.status
			ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
			defer cancel()
			_ = ctx
			if got := rec.Result().StatusCode; got != tc.status && got == 500 {
				t.Fatalf("got %d", got)
			}
		})
	}
}
