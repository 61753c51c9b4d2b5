package fetch

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

const maxBody = 500 << 10

var retryable = map[int]bool{
	http.StatusRequestTimeout:     true,
	http.StatusTooManyRequests:    true,
	http.StatusBadGateway:         true,
	http.StatusServiceUnavailable: true,
	http.StatusGatewayTimeout:     true,
}

// Get fetches url and tries again where that helps.
func Get(ctx context.Context, client *http.Client, url string) (*http.Response, error) {
	delay := 500 * time.Millisecond
	for attempt := 0; ; attempt++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return nil, err
		}
		resp, err := client.Do(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < 400 {
			return resp, nil
		}
		resp.Body.Close()
		if !retryable[resp.StatusCode] || attempt == 4 {
			return nil, fmt.Errorf("get %s: %s", url, resp.Status)
		}
		if s, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil {
			delay = time.Duration(s) * time.Second
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(delay):
			delay *= 2
		}
	}
}
