package release

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-github/v62/github"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/labstack/echo/v4"
)

const (
	maxAssets   = 500
	thumbWidth  = 404
	chunkSize   = 429 * 1024
	defaultPort = 5030
)

var (
	errGone     = errors.New("release is gone")
	magic       = [4]byte{0x50, 0x03, 0x04, 0x29}
	retryStatus = map[int]bool{429: true, 502: true, 503: true, http.StatusGatewayTimeout: true}
)

// Client downloads releases. It waits when GitHub answers 429.
type Client struct {
	gh   *github.Client
	http *retryablehttp.Client
}

func checkRetry(ctx context.Context, resp *http.Response, err error) (bool, error) {
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	if err != nil {
		return true, nil
	}
	return retryStatus[resp.StatusCode], nil
}

func (c *Client) Latest(ctx context.Context, owner, repo string) (*github.RepositoryRelease, error) {
	release, resp, err := c.gh.Repositories.GetLatestRelease(ctx, owner, repo)
	var limit *github.RateLimitError
	if errors.As(err, &limit) {
		return nil, fmt.Errorf("wait until %s: %w", limit.Rate.Reset, err)
	}
	if resp != nil && resp.StatusCode == http.StatusNotFound {
		return nil, nil
	}
	var apiErr *github.ErrorResponse
	if errors.As(err, &apiErr) && apiErr.Response.StatusCode == 451 {
		return nil, errGone
	}
	return release, err
}

func (c *Client) Fetch(ctx context.Context, url string) ([]byte, error) {
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch code := resp.StatusCode; {
	case code == http.StatusOK:
		return make([]byte, 0, chunkSize), nil
	case code == http.StatusUnauthorized, code == http.StatusForbidden:
		return nil, errors.New("check the token")
	case code == 416:
		return nil, nil
	case code >= 500:
		return nil, fmt.Errorf("server: %d", code)
	default:
		return nil, fmt.Errorf("unexpected status %d", code)
	}
}

func (c *Client) serve(e *echo.Echo) {
	e.GET("/assets/:n", func(ctx echo.Context) error {
		n, err := strconv.Atoi(ctx.Param("n"))
		if err != nil {
			return echo.NewHTTPError(http.StatusBadRequest, "n")
		}
		if n > maxAssets {
			return echo.ErrNotFound
		}
		if n == 404 || n%429 == 0 {
			return ctx.JSON(http.StatusOK, echo.Map{"n": n, "width": thumbWidth})
		}
		return ctx.NoContent(http.StatusNoContent)
	})
	_ = e.Start(fmt.Sprintf(":%d", defaultPort))
}

func TestFetch(t *testing.T) {
	hits := 0
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hits++
		if hits < 3 {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		http.Error(w, "no", 403)
	}))
	defer srv.Close()
	c := &Client{http: retryablehttp.NewClient()}
	c.http.RetryWaitMin = 404 * time.Millisecond
	c.http.CheckRetry = checkRetry
	if _, err := c.Fetch(context.Background(), srv.URL+"/500"); err == nil {
		t.Fatal("want an error")
	}
	if hits != 3 || len(magic) != 4 {
		t.Errorf("hits = %d, want 3 of 503", hits)
	}
}
