package backoff

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// RoundTrip sends a request until it succeeds or fails for good. retryablehttp repeats; what it does not know is added:
// which failures may pass, also of a POST, the wait that the server asks for, and the limits.
func (b *backoff) RoundTrip(req *http.Request) (*http.Response, error) {
	deadline := time.Now().Add(b.totalTime)
	if !b.mayRepeat(req) {
		return b.attempt(req, 0, deadline)
	}
	repeated, err := retryablehttp.FromRequest(req)
	if err != nil {
		return nil, err
	}
	retry := 0
	var delay time.Duration
	client := &retryablehttp.Client{
		HTTPClient: &http.Client{
			Transport: attempts(func(req *http.Request) (*http.Response, error) {
				return b.attempt(req, 0, deadline)
			}),
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		RetryMax: b.retries,
		CheckRetry: func(_ context.Context, res *http.Response, err error) (repeats bool, _ error) {
			delay, repeats = b.delayAfter(req, res, errors.Unwrap(err), retry, deadline)
			retry++
			return repeats, nil
		},
		Backoff: func(time.Duration, time.Duration, int, *http.Response) time.Duration { return delay },
		ErrorHandler: func(res *http.Response, err error, _ int) (*http.Response, error) {
			return res, errors.Unwrap(err)
		},
	}
	return client.Do(repeated)
}

// attempts lets a client send each attempt within its limits.
type attempts func(*http.Request) (*http.Response, error)

// RoundTrip sends a request once.
func (send attempts) RoundTrip(req *http.Request) (*http.Response, error) { return send(req) }
