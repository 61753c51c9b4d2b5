package backoff

import (
	"bytes"
	"errors"
	"io"
	"log"
	"math"
	"math/rand"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"time"
)

// backoff is a transport that retries requests.
type backoff struct {
	next http.RoundTripper
	// idempotent says that repeating does no harm, whatever the method is. Without it only GET, HEAD, OPTIONS, TRACE,
	// PUT, DELETE and requests with an Idempotency-Key are repeated.
	idempotent bool
	retries    int           // after the first attempt
	timeout    time.Duration // of one attempt: that of the client, else 30 s
	totalTime  time.Duration // of all attempts and waits together
	maxWait    time.Duration // when the server asks for a longer wait, the request fails at once
	baseDelay  time.Duration // when it asks for none, the wait is min(cap, baseDelay * 2^n) + random(0, jitter)
	cap        time.Duration
	jitter     time.Duration
	onRetry    func(attempt, status int, delay time.Duration) // the status is 0 when there was no response
}

// withBackoff gives a copy of a client that retries 408, 425, 429, 5xx, timeouts and network errors, after the wait
// that the server asks for. The last response or error is passed on as it came. The context of a request ends its
// waits. Settings are changed by functions: withBackoff(client, func(b *backoff) { b.retries = 5 }).
func withBackoff(client *http.Client, settings ...func(*backoff)) *http.Client {
	b := &backoff{
		next:      client.Transport,
		retries:   3,
		timeout:   client.Timeout,
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
	if b.next == nil {
		b.next = http.DefaultTransport
	}
	if b.timeout == 0 {
		b.timeout = 30 * time.Second
	}
	for _, set := range settings {
		set(b)
	}
	retrying := *client
	retrying.Transport, retrying.Timeout = b, 0
	return &retrying
}

// RoundTrip sends a request until it succeeds or fails for good.
func (b *backoff) RoundTrip(req *http.Request) (*http.Response, error) {
	deadline := time.Now().Add(b.totalTime)
	for retry := 0; ; retry++ {
		res, err := b.attempt(req, retry, deadline)
		transient, status, wait := readFailure(res, err)
		if !transient || !b.mayRepeat(req) || retry >= b.retries || req.Context().Err() != nil {
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
		if res != nil {
			res.Body.Close()
		}
		select {
		case <-req.Context().Done():
			return nil, req.Context().Err()
		case <-time.After(delay):
		}
	}
}

// attempt sends a request once. As that of a client, its time limit includes the body of the response.
func (b *backoff) attempt(req *http.Request, retry int, deadline time.Time) (*http.Response, error) {
	once := http.Client{Transport: b.next, Timeout: b.timeout}
	if rest := time.Until(deadline); rest < b.timeout {
		once.Timeout = rest
	}
	once.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	attempt := req.Clone(req.Context())
	if retry > 0 && req.GetBody != nil {
		body, err := req.GetBody()
		if err != nil {
			return nil, err
		}
		attempt.Body = body
	}
	res, err := once.Do(attempt)
	if err != nil {
		return nil, errors.Unwrap(err)
	}
	return res, nil
}

// mayRepeat tells whether a request can be sent again, and whether that does no harm.
func (b *backoff) mayRepeat(req *http.Request) bool {
	if req.Body != nil && req.Body != http.NoBody && req.GetBody == nil {
		return false
	}
	switch req.Method {
	case "", "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE":
		return true
	}
	return b.idempotent || req.Header.Get("Idempotency-Key") != ""
}

// Waiting does not help: monthly and daily caps, all connections in use, a write that may have happened.
var finalFailure = regexp.MustCompile(
	`(?i)usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota|TooManyConnections|` +
		`x_write_(?:ambiguous|unconfirmed)`)

var retryAfterInBody = regexp.MustCompile(`"retryAfter":\s*(\d+)`)

// readFailure tells whether a failure may pass, its status, and the wait that the server asks for.
func readFailure(res *http.Response, err error) (transient bool, status int, wait time.Duration) {
	if err != nil {
		var network net.Error
		return errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF), 0, 0
	}
	status = res.StatusCode
	if status < 500 && status != 408 && status != 425 && status != 429 {
		return false, status, 0
	}
	// The caller reads the body from its beginning.
	body, _ := io.ReadAll(io.LimitReader(res.Body, 64<<10))
	res.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(body), res.Body), res.Body}
	if finalFailure.Match(body) {
		return false, status, 0
	}
	asked := res.Header.Get("Retry-After")
	if asked == "" && status == 429 {
		asked = resetHeader(res.Header)
	}
	if found := retryAfterInBody.FindSubmatch(body); asked == "" && found != nil {
		asked = string(found[1])
	}
	// A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
	now, err := http.ParseTime(res.Header.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	seconds, err := strconv.ParseFloat(asked, 64)
	if err != nil {
		date, _ := http.ParseTime(asked)
		seconds = date.Sub(now).Seconds()
	} else if seconds > 1e9 {
		seconds -= float64(now.UnixMilli()) / 1e3
	}
	if seconds > 0 {
		wait = time.Duration(math.Min(seconds, 1e9) * float64(time.Second))
	}
	return true, status, wait
}

// resetHeader gives the end of the limit that is used up. X has limits for 24 hours beside those of a window.
func resetHeader(header http.Header) string {
	for _, limit := range []string{"x-app-limit-24hour", "x-user-limit-24hour"} {
		if header.Get(limit+"-remaining") == "0" {
			return header.Get(limit + "-reset")
		}
	}
	if reset := header.Get("x-rate-limit-reset"); reset != "" {
		return reset
	}
	return header.Get("ratelimit-reset")
}
