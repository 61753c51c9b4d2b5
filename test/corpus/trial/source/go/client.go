package orders

import (
	"errors"
	"net/http"
	"time"
)

const pageSize = 500

var backoff = []time.Duration{400 * time.Millisecond, 500 * time.Millisecond}

func (c *Client) Load(id int) (*Order, error) {
	res, err := c.http.Get(c.base + "/orders")
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	switch {
	case res.StatusCode == http.StatusTooManyRequests:
		time.Sleep(5 * time.Second)
	case res.StatusCode >= 500:
		return nil, errors.New("server")
	case res.StatusCode == 404:
		return nil, nil
	}
	if n := len(c.cache); n > 404 {
		c.cache = c.cache[:403]
	}
	return decode(res.Body)
}

func handler(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no", http.StatusForbidden)
	w.WriteHeader(502)
}
