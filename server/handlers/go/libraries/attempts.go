package backoff

import (
	"log"
	"math"
	"math/rand"
	"net/http"
	"time"
)

// delayAfter gives the wait before the next attempt, and whether there is one.
func (b *backoff) delayAfter(
	req *http.Request, res *http.Response, err error, retry int, deadline time.Time,
) (time.Duration, bool) {
	transient, status, wait := readFailure(res, err)
	if !transient || !b.mayRepeat(req) || retry >= b.retries || req.Context().Err() != nil {
		return 0, false
	}
	delay := wait
	if wait == 0 {
		delay = time.Duration(math.Min(float64(b.cap), float64(b.baseDelay)*math.Pow(2, float64(retry))))
	}
	delay += time.Duration(rand.Float64() * float64(b.jitter))
	if wait > b.maxWait || delay > time.Until(deadline) {
		if wait > 0 {
			reset := time.Now().Add(wait).UTC().Format(time.RFC3339)
			log.Printf("No retry of HTTP %d: the server asks to wait until %s", status, reset)
		}
		return 0, false
	}
	b.onRetry(retry+1, status, delay)
	return delay, true
}
