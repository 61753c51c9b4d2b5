package backoff

import (
	"errors"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
)

// RoundTrip sends a request until it succeeds or fails for good. The package backoff repeats; what it does not know is
// added: which failures may pass, the wait that the server asks for, and the limits.
func (b *backoff) RoundTrip(req *http.Request) (res *http.Response, err error) {
	deadline := time.Now().Add(b.totalTime)
	wait := new(nextWait)
	again := errors.New("asks for another attempt")
	attempt := func() error {
		res, err = b.attempt(req, wait.retry, deadline)
		delay, repeats := b.delayAfter(req, res, err, wait.retry, deadline)
		if !repeats {
			return nil
		}
		if res != nil {
			res.Body.Close()
		}
		wait.delay = delay
		wait.retry++
		return again
	}
	if cancelled := backoff.Retry(attempt, backoff.WithContext(wait, req.Context())); cancelled != nil {
		return nil, cancelled
	}
	return res, err
}

// nextWait tells the package backoff the wait that the last attempt led to.
type nextWait struct {
	retry int
	delay time.Duration
}

// NextBackOff gives the wait.
func (w *nextWait) NextBackOff() time.Duration { return w.delay }

// Reset is called before the first attempt.
func (w *nextWait) Reset() {}
