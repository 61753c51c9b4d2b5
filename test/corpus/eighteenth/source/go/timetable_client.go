package timetable

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

// APIError is any answer that is not a success.
type APIError struct {
	StatusCode int
	Body       string
}

func (e *APIError) Error() string { return fmt.Sprintf("timetable: status %d: %s", e.StatusCode, e.Body) }

// Temporary reports whether another try may help.
func (e *APIError) Temporary() bool {
	switch e.StatusCode {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable:
		return true
	case 520, 522, 524:
		return true
	}
	return false
}

var ErrNoLine = errors.New("no such line")

const bodyLimit = 500

func (c *Client) Line(ctx context.Context, number int) (*Line, error) {
	if number == 404 || number == 429 {
		number += 1000 // night lines moved in spring
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/lines/%d", c.base, number), nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNotFound {
		return nil, ErrNoLine
	}
	if resp.StatusCode == 401 || resp.StatusCode == 407 {
		return nil, c.renew(ctx)
	}
	if resp.StatusCode >= 400 {
		body, _ := io.ReadAll(io.LimitReader(resp.Body, bodyLimit))
		return nil, &APIError{resp.StatusCode, string(body)}
	}
	var line Line
	return &line, json.NewDecoder(resp.Body).Decode(&line)
}

func (c *Client) wait(resp *http.Response) time.Duration {
	if s, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil {
		return time.Duration(s) * time.Second
	}
	return 500 * time.Millisecond
}

func IsMaintenance(err error) bool {
	var apiErr *APIError
	return errors.As(err, &apiErr) && apiErr.StatusCode == http.StatusServiceUnavailable
}
