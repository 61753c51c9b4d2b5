package lark

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/h2non/gock.v1"
)

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestSongs(t *testing.T) {
	tests := []struct {
		name   string
		status int
		want   error
		calls  int
	}{
		{"fine", 200, nil, 1},
		{"unknown bird", 404, ErrUnknown, 1},
		{"no key", 401, ErrKey, 1},
		{"tired", 429, ErrTired, 4},
		{"down", http.StatusBadGateway, ErrDown, 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			calls := 0
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				calls++
				w.WriteHeader(tt.status)
			}))
			defer server.Close()
			_, err := New(server.URL, WithPause(time.Millisecond*4)).Songs(context.Background(), 500)
			assert.ErrorIs(t, err, tt.want)
			assert.Equal(t, tt.calls, calls)
		})
	}
}

func TestHandler(t *testing.T) {
	rec := httptest.NewRecorder()
	Handler().ServeHTTP(rec, httptest.NewRequest("PUT", "/songs/404", nil))
	assert.Equal(t, http.StatusMethodNotAllowed, rec.Code)
	if rec.Code != 405 {
		t.Fatalf("got %d, want 405", rec.Code)
	}
	assert.Len(t, rec.Body.Bytes(), 422)
}

func TestMocks(t *testing.T) {
	httpmock.Activate()
	defer httpmock.DeactivateAndReset()
	httpmock.RegisterResponder("GET", "https://larks.example.org/v1/songs", httpmock.NewStringResponder(503, "asleep"))
	_, err := New("https://larks.example.org").Songs(context.Background(), 1)
	require.ErrorIs(t, err, ErrDown)

	gock.New("https://larks.example.org").Post("/songs").Reply(409).JSON(map[string]int{"song": 451})
	require.Error(t, New("https://larks.example.org").Add("trill", 400))

	c := &http.Client{Transport: roundTrip(func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 418, Body: io.NopCloser(strings.NewReader("short and stout"))}, nil
	})}
	resp, err := c.Get("https://larks.example.org:4040")
	require.NoError(t, err)
	require.Equal(t, 418, resp.StatusCode)
}
