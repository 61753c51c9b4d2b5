package backoff

import (
	"context"
	"io"
	"log"
	"math"
	"math/rand"
	"strconv"
	"strings"
	"time"

	"github.com/go-resty/resty/v2"
)

// restyBackoff executes a request of resty with retries.
type restyBackoff struct {
	req *resty.Request
	// idempotent says that repeating does no harm, whatever the method is. Without it only GET, HEAD, OPTIONS, TRACE,
	// PUT, DELETE and requests with an Idempotency-Key are repeated.
	idempotent bool
	retries    int           // after the first attempt
	timeout    time.Duration // of one attempt; 0 leaves it to the client
	totalTime  time.Duration // of all attempts and waits together
	maxWait    time.Duration // when the server asks for a longer wait, the request fails at once
	baseDelay  time.Duration // when it asks for none, the wait is min(cap, baseDelay * 2^n) + random(0, jitter)
	cap        time.Duration
	jitter     time.Duration
	onRetry    func(attempt, status int, delay time.Duration) // the status is 0 when there was no response
}

// withRestyBackoff lets a request retry 408, 425, 429, 5xx, timeouts and network errors, after the wait that the server
// asks for. The last response or error is passed on as it came. The context of the request ends its waits. Settings are
// changed by functions: withRestyBackoff(req, func(b *restyBackoff) { b.retries = 5 }).
func withRestyBackoff(req *resty.Request, settings ...func(*restyBackoff)) *restyBackoff {
	b := &restyBackoff{
		req:       req,
		retries:   3,
		timeout:   30 * time.Second,
		totalTime: 2 * time.Minute,
		maxWait:   time.Minute,
		baseDelay: time.Second,
		cap:       30 * time.Second,
		jitter:    time.Second,
		onRetry: func(attempt, status int, delay time.Duration) {
			reason := "no response"
			if status > 0 {
				reason = strconv.Itoa(status)
			}
			log.Printf("Retry %d in %v: %s", attempt, delay.Round(time.Millisecond), reason)
		},
	}
	for _, set := range settings {
		set(b)
	}
	return b
}

// Execute sends the request until it succeeds or fails for good.
func (b *restyBackoff) Execute(method, url string) (*resty.Response, error) {
	ctx := b.req.Context()
	defer b.req.SetContext(ctx)
	deadline := time.Now().Add(b.totalTime)
	for retry := 0; ; retry++ {
		res, err := b.attempt(ctx, method, url, deadline)
		transient, status, wait := readRestyFailure(res, err)
		if !transient || !b.mayRepeat(method) || retry >= b.retries || ctx.Err() != nil {
			return res, err
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
			return res, err
		}
		b.onRetry(retry+1, status, delay)
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(delay):
		}
	}
}

// attempt sends the request once. resty has read the body of the response when the time limit ends.
func (b *restyBackoff) attempt(ctx context.Context, method, url string, deadline time.Time) (*resty.Response, error) {
	if limit := time.Now().Add(b.timeout); b.timeout > 0 && limit.Before(deadline) {
		deadline = limit
	}
	once, cancel := context.WithDeadline(ctx, deadline)
	defer cancel()
	return b.req.SetContext(once).Execute(method, url)
}

// mayRepeat tells whether the request, which was sent, can be sent again, and whether that does no harm.
func (b *restyBackoff) mayRepeat(method string) bool {
	sent := b.req.RawRequest
	if _, isReader := b.req.Body.(io.Reader); isReader || sent == nil {
		return false
	}
	if strings.HasPrefix(sent.Header.Get("Content-Type"), "multipart/") {
		return false
	}
	switch method {
	case "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE":
		return true
	}
	return b.idempotent || sent.Header.Get("Idempotency-Key") != ""
}

// readRestyFailure tells whether a failure may pass, its status, and the wait that the server asks for.
func readRestyFailure(res *resty.Response, err error) (transient bool, status int, wait time.Duration) {
	if err != nil {
		transient, status, wait = readFailure(nil, err)
	}
	if transient || res == nil || res.RawResponse == nil {
		return transient, status, wait
	}
	return readFailure(readResty(res), nil)
}
