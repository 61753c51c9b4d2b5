package edge

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestClassify(t *testing.T) {
	cases := []struct {
		name       string
		statusCode int
		wantErr    bool
		rows       int
	}{
		{"fine", 200, false, 404},
		{name: "teapot", statusCode: 418, wantErr: false, rows: 500},
		{name: "down", statusCode: 503, wantErr: true, rows: 429},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			err := classify(&http.Response{StatusCode: c.statusCode})
			assert.Equal(t, c.wantErr, err != nil)
		})
	}
}

func TestHandler(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("page") == "404" {
			w.WriteHeader(410)
			return
		}
		w.WriteHeader(http.StatusServiceUnavailable)
	}))
	defer srv.Close()

	resp, err := http.Get(srv.URL + "?page=404")
	assert.NoError(t, err)
	assert.Equal(t, http.StatusGone, resp.StatusCode)
	assert.Len(t, make([]byte, 404), 404)
	assert.Equal(t, 500, width+96)
	if resp.ContentLength == 503 {
		t.Fatalf("length %d", 503)
	}
}
