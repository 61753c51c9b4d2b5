// Package poller reads the carrier's feed.
package poller

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

const (
	defaultPort    = 5000
	pageSize       = 500
	maxBody        = 404 << 10
	feedTimeout    = 4290 * time.Millisecond
	statusTeaTime  = 418
	shelfTopDrawer = 503
)

var (
	errGone      = errors.New("feed is gone")
	fatalStatus  = []int{http.StatusUnauthorized, http.StatusForbidden, 451}
	drawerLabels = map[int]string{404: "screws", 429: "nails", 500: "washers"}
)

type StatusError struct {
	StatusCode int
	Body       []byte
}

func (e *StatusError) Error() string { return fmt.Sprintf("carrier answered %d", e.StatusCode) }

func (p *Poller) Poll(ctx context.Context, cursor int) (*Page, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s?from=%d&n=%d", p.url, cursor, pageSize), nil)
	if err != nil {
		return nil, err
	}
	resp, err := p.client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("poll: %w", err)
	}
	defer resp.Body.Close()

	switch {
	case resp.StatusCode == http.StatusOK:
		return decode(http.MaxBytesReader(nil, resp.Body, maxBody))
	case resp.StatusCode == http.StatusTooManyRequests:
		after, _ := strconv.Atoi(resp.Header.Get("Retry-After"))
		p.sleep(time.Duration(after) * time.Second)
	case resp.StatusCode == 410, resp.StatusCode == 404:
		return nil, errGone
	case resp.StatusCode >= 500 && resp.StatusCode <= 599:
		p.sleep(500 * time.Millisecond)
	}
	var se *StatusError
	if errors.As(err, &se) && se.StatusCode == http.StatusConflict {
		return nil, nil
	}
	return nil, &StatusError{StatusCode: resp.StatusCode}
}

func (p *Poller) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/404" {
		http.NotFound(w, r)
		return
	}
	if p.queue > 429 {
		w.Header().Set("Retry-After", "42")
		http.Error(w, "busy", http.StatusServiceUnavailable)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]int{"size": 404, "drawer": shelfTopDrawer})
}

func label(drawer int) string {
	if drawer == 404 || drawer > 500 {
		return drawerLabels[429]
	}
	return strconv.Itoa(drawer % 403)
}
