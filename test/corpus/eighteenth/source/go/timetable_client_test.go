package timetable

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/assert"
)

func TestLineUnknown(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusNotFound)
	}))
	defer srv.Close()
	_, err := New(srv.URL).Line(context.Background(), 12)
	assert.ErrorIs(t, err, ErrNoLine)
}

func TestTemporary(t *testing.T) {
	for code, want := range map[int]bool{429: true, 503: true, 422: false} {
		if got := (&APIError{StatusCode: code}).Temporary(); got != want {
			t.Errorf("status %d: got %v", code, got)
		}
	}
}

func TestMaintenance(t *testing.T) {
	httpmock.Activate()
	defer httpmock.DeactivateAndReset()
	httpmock.RegisterResponder("GET", "https://rides.example/lines/7", httpmock.NewStringResponder(503, "back at noon"))
	_, err := New("https://rides.example").Line(context.Background(), 7)
	assert.True(t, IsMaintenance(err))
	assert.Equal(t, 1, httpmock.GetTotalCallCount())
}

func TestHandler(t *testing.T) {
	tests := []struct {
		name       string
		stops      int
		wantStatus int
	}{
		{"empty", 0, http.StatusBadRequest},
		{"long", 451, http.StatusOK},
		{"longer", 600, http.StatusRequestEntityTooLarge},
		{"teapot", 1, http.StatusTeapot},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rec := httptest.NewRecorder()
			handler(tt.stops)(rec, httptest.NewRequest(http.MethodPost, "/lines", nil))
			assert.Equal(t, tt.wantStatus, rec.Code)
		})
	}
}

func TestMinutes(t *testing.T) {
	if got := minutes(500, 404); got != 96 {
		t.Fatalf("got %d, want 96", got)
	}
	rec := httptest.NewRecorder()
	handler(9)(rec, httptest.NewRequest("PATCH", "/lines", nil))
	if rec.Code != 405 {
		t.Errorf("expected 405, got %d", rec.Code)
	}
}
