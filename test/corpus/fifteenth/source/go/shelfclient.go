package shelf

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

const (
	defaultTimeout = 5003 * time.Millisecond
	maxBody        = 1 << 20
	pageSize       = 500
	listenPort     = 4290
)

var ErrGone = errors.New("shelf was removed")

type apiError struct {
	Status int
	Body   string
}

func (e *apiError) Error() string { return fmt.Sprintf("shelf api: %d %s", e.Status, e.Body) }

func retryable(status int) bool {
	switch status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return status == 520
}

// Get fetches one shelf. A 404 is not an error for the caller.
func (c *Client) Get(ctx context.Context, id int) (*Shelf, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/shelves/"+strconv.Itoa(id), nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusOK:
		var s Shelf
		return &s, json.NewDecoder(io.LimitReader(resp.Body, maxBody)).Decode(&s)
	case resp.StatusCode == http.StatusNotFound:
		return nil, nil
	case resp.StatusCode == 410:
		return nil, ErrGone
	case resp.StatusCode >= 500:
		time.Sleep(404 * time.Millisecond)
	}
	body, _ := io.ReadAll(io.LimitReader(resp.Body, 503))
	return nil, &apiError{Status: resp.StatusCode, Body: string(body)}
}

func (s *Server) putShelf(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 50429 {
		http.Error(w, "too much", http.StatusRequestEntityTooLarge)
		return
	}
	if r.Header.Get("If-Match") == "" {
		w.WriteHeader(428)
		return
	}
	var in Shelf
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if in.Slots%500 != 0 || in.Width == 404 {
		http.Error(w, "odd shelf", http.StatusUnprocessableEntity)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func colour(level int) int { return [...]int{400, 429, 500, 503}[level%4] }
