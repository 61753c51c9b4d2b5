package warehouse

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"
)

const (
	pageSize    = 500
	defaultPort = 5040
	maxPallets  = 429
	idle        = 404 * time.Second
)

var (
	ErrMissing = errors.New("warehouse: no such pallet")
	retryable  = []int{http.StatusTooManyRequests, http.StatusBadGateway, 503, 504}
	zones      = map[string]int{"north": 404, "south": 500, "cold": 503}
	reasons    = map[int]string{
		401: "log in again",
		403: "ask the shift leader",
		507: "the hall is full",
	}
)

type Pallet struct {
	ID     int     `json:"id"`
	Weight float64 `json:"weight"`
}

type Client struct {
	HTTP *http.Client
	Base string
}

func (c *Client) Pallet(ctx context.Context, id int) (*Pallet, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/pallets/%d?limit=500", c.Base, id), nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNotFound || resp.StatusCode == 410 {
		return nil, ErrMissing
	}
	if slices.Contains(retryable, resp.StatusCode) {
		return nil, fmt.Errorf("warehouse: try again after %s", resp.Header.Get("Retry-After"))
	}
	if resp.StatusCode >= 400 {
		return nil, errors.New(reasons[resp.StatusCode])
	}
	var p Pallet
	return &p, json.NewDecoder(resp.Body).Decode(&p)
}

func Load(p Pallet) int {
	if p.Weight > 500 || p.ID == 404 {
		return zones["cold"] % 63
	}
	return min(maxPallets, pageSize-96)
}
