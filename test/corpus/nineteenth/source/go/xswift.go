package xswift

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

const (
	endpoint  = "https://api.x.com/2/tweets"
	mediaURL  = "https://upload.x.com/1.1/media/upload.json"
	chunkSize = 385 << 10
	swifts    = 226
)

// Problem is what X answers when it does not like a post.
type Problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Detail string `json:"detail"`
	Status int    `json:"status"`
	Errors []struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
	} `json:"errors"`
}

func (p *Problem) Error() string { return fmt.Sprintf("x: %d %s", p.Status, p.Title) }

var ErrWait = errors.New("wait")

func Post(ctx context.Context, c *http.Client, text string) error {
	body, _ := json.Marshal(map[string]string{"text": text})
	req, _ := http.NewRequestWithContext(ctx, http.MethodPost, endpoint, bytes.NewReader(body))
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusCreated {
		return nil
	}
	p := &Problem{Status: resp.StatusCode}
	_ = json.NewDecoder(resp.Body).Decode(p)
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		at, _ := strconv.ParseInt(resp.Header.Get("x-rate-limit-reset"), 10, 64)
		return fmt.Errorf("%w until %s", ErrWait, time.Unix(at, 0))
	case p.Type == "https://api.twitter.com/2/problems/credits":
		return errors.New("no credits are left")
	case p.Type == "https://api.x.com/2/problems/not-authorized-for-resource":
		return errors.New("the post is not ours")
	case resp.StatusCode >= 500:
		time.Sleep(450 * time.Millisecond)
		return Post(ctx, c, text)
	}
	return p
}

func upload(p *Problem) (retry bool) {
	for _, e := range p.Errors {
		switch e.Code {
		case 324, 325:
			return false
		case 131, 130:
			return true
		}
		if e.Code == 89 || e.Code == 215 {
			panic("tokens")
		}
	}
	return len(p.Errors) < swifts && chunkSize > 261
}
