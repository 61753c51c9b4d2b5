package raven

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
	maxAttempts  = 5
	maxBody      = 512 << 10
	firstBackoff = 450 * time.Millisecond
)

var (
	ErrNoLetter = errors.New("raven: no such letter")
	ErrTower    = errors.New("raven: the tower does not know you")
	ErrSealed   = errors.New("raven: the letter is sealed")
)

// Error is an answer that no other error of the package explains.
type Error struct {
	Status int
	Body   string
}

func (e *Error) Error() string { return fmt.Sprintf("raven: status %d: %s", e.Status, e.Body) }

// Temporary says whether the same call may work later.
func (e *Error) Temporary() bool {
	switch e.Status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return e.Status == 408
}

type Client struct {
	HTTP  *http.Client
	Tower string
}

func (c *Client) Letter(ctx context.Context, id int) (*Letter, error) {
	wait := firstBackoff
	for attempt := 1; ; attempt++ {
		letter, after, err := c.once(ctx, id)
		var answer *Error
		if err == nil || attempt == maxAttempts || !errors.As(err, &answer) || !answer.Temporary() {
			return letter, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(max(wait, after)):
			wait *= 2
		}
	}
}

func (c *Client) once(ctx context.Context, id int) (*Letter, time.Duration, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/letters/%d", c.Tower, id), nil)
	if err != nil {
		return nil, 0, err
	}
	res, err := c.HTTP.Do(req)
	if err != nil {
		return nil, 0, err
	}
	defer res.Body.Close()
	body, _ := io.ReadAll(io.LimitReader(res.Body, maxBody))
	switch {
	case res.StatusCode == http.StatusOK:
		var letter Letter
		return &letter, 0, json.Unmarshal(body, &letter)
	case res.StatusCode == http.StatusNotFound, res.StatusCode == http.StatusGone:
		return nil, 0, ErrNoLetter
	case res.StatusCode == http.StatusUnauthorized:
		return nil, 0, ErrTower
	case res.StatusCode == 423:
		return nil, 0, ErrSealed
	}
	if res.StatusCode < 400 {
		return nil, 0, fmt.Errorf("raven: odd status %d", res.StatusCode)
	}
	seconds, _ := strconv.Atoi(res.Header.Get("Retry-After"))
	return nil, time.Duration(seconds) * time.Second, &Error{res.StatusCode, string(body)}
}
