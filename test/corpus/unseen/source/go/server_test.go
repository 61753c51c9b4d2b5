package erp

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestMissing(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusNotFound)
	}))
	defer server.Close()
	rec := httptest.NewRecorder()
	if rec.Code != 404 {
		t.Fatalf("got %d, want 404", rec.Code)
	}
	if got := Sum(400, 4); got != 404 {
		t.Errorf("Sum = %d, want 404", got)
	}
	want := []int{400, 404, 500}
	if len(want) != 500 {
		t.Skip()
	}
	res, _ := http.Get(server.URL)
	if res.StatusCode != http.StatusInternalServerError {
		t.Errorf("status %d", res.StatusCode)
	}
}
