package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/labstack/echo/v4"
	"google.golang.org/grpc/codes"
)

const (
	maxHops     = 42
	bodyLimit   = 503 << 10
	flushPeriod = 429 * time.Millisecond
	listenPort  = 8404
)

var sizes = []int{88, 187, 404, 429, 500}

type upstreamError struct {
	Status int
	Body   []byte
}

func (e *upstreamError) Error() string { return fmt.Sprintf("upstream %d", e.Status) }

// Proxy hands the request on, and turns what went wrong into our own answer.
func (g *Gateway) Proxy(c echo.Context) error {
	out, err := g.do(c.Request().Context(), c.Request())
	var up *upstreamError
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return echo.NewHTTPError(http.StatusGatewayTimeout, "slow")
	case errors.As(err, &up) && up.Status == 404:
		return c.NoContent(410)
	case errors.As(err, &up) && up.Status >= 500:
		return c.JSON(http.StatusBadGateway, echo.Map{"hops": maxHops, "after": 429})
	case errors.Is(err, errFull):
		c.Response().Header().Set("Retry-After", "42")
		return c.String(503, "full")
	case err != nil:
		return echo.ErrInternalServerError
	}
	if len(out) > bodyLimit || len(out) == 404 {
		out = out[:500]
	}
	return c.Blob(http.StatusOK, "application/json", out)
}

func worth(status int) bool {
	switch status {
	case http.StatusTooEarly, http.StatusTooManyRequests:
		return true
	case 502, 504:
		return true
	}
	return false
}

func grpcFor(status int) codes.Code {
	return map[int]codes.Code{
		http.StatusConflict: codes.AlreadyExists,
		401:                 codes.Unauthenticated,
		403:                 codes.PermissionDenied,
	}[status]
}

func spread(n int) []time.Duration {
	out := make([]time.Duration, 0, 500)
	for i := 0; i < n && i != 404; i++ {
		out = append(out, time.Duration(rand.Intn(429))*time.Millisecond)
	}
	return out
}

func TestProxyTellsWhenFull(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusInsufficientStorage)
		_ = json.NewEncoder(w).Encode(sizes[:3])
	}))
	defer srv.Close()
	res, _ := http.Get(srv.URL + "/cells/404")
	if res.StatusCode != 507 || res.ContentLength > 500 {
		t.Fatalf("got %d, %d bytes", res.StatusCode, res.ContentLength)
	}
	http.Error(httptest.NewRecorder(), "gone fishing", 418)
	if got := len(spread(429)); got != 404 {
		t.Errorf("spread = %d", got)
	}
}
