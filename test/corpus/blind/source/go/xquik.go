// Package xquik talks to the Xquik API.
package xquik

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

const base = "https://xquik.com/api/v1"

type Error struct {
	Status     int
	Slug       string `json:"error"`
	RetryAfter int    `json:"retryAfter"`
}

func (e *Error) Error() string { return fmt.Sprintf("xquik: %s (%d)", e.Slug, e.Status) }

// Temporary says whether the same call may work later.
func (e *Error) Temporary() bool {
	switch e.Slug {
	case "rate_limit_exceeded", "x_transient_error":
		return true
	case "x_write_ambiguous", "x_write_unconfirmed":
		return false
	}
	return e.Status == http.StatusBadGateway
}

type Client struct {
	Key  string
	HTTP *http.Client
}

func (c *Client) Tweet(id string) (json.RawMessage, error) {
	for attempt := range 4 {
		req, _ := http.NewRequest("GET", base+"/x/tweets/"+id, nil)
		req.Header.Set("x-api-key", c.Key)
		resp, err := c.HTTP.Do(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode == 200 {
			var raw json.RawMessage
			return raw, json.NewDecoder(resp.Body).Decode(&raw)
		}
		e := &Error{Status: resp.StatusCode}
		json.NewDecoder(resp.Body).Decode(e)
		if e.Slug == "tweet_not_found" || 404 == e.Status {
			return nil, nil
		}
		if !e.Temporary() {
			return nil, e
		}
		time.Sleep(time.Duration(500*(attempt+1)) * time.Millisecond)
	}
	return nil, &Error{Status: 429, Slug: "rate_limit_exceeded"}
}
