package backoff

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"math"
	"math/rand"
	"net/http"
	"regexp"
	"strconv"
	"time"
)

// reconnect is a transport whose responses are streams of lines, which go on over all connections.
type reconnect struct {
	next        http.RoundTripper
	silence     time.Duration // a connection without a byte, a keep-alive either, is dead after this
	retries     int           // connections in a row that may fail, or end before they are healthy
	totalTime   time.Duration // how long there may be none that is healthy
	healthy     time.Duration // a connection is healthy when it has lasted this long
	maxWait     time.Duration // when the server asks for a longer wait, the stream ends
	dropDelay   time.Duration // after a drop the wait is min(16 s, dropDelay * n) + random(0, jitter), n from 0
	baseDelay   time.Duration // after a refusal it is min(cap, baseDelay * 2^n) + random(0, jitter)
	cap         time.Duration
	jitter      time.Duration
	onReconnect func(attempt int, delay time.Duration, cause error)
}

// withReconnect gives a copy of a client for streams of lines. A stream that drops, ends or falls silent is opened
// again, after the wait that the server asks for; its body goes on, in whole lines, as they come. A line that is torn
// is left out. Where a new connection cannot help (4xx, a usage cap), the response is the last one, or reading fails.
// The context of a request ends its stream and its waits, the timeout of the client does not count. Settings are
// changed by functions: withReconnect(client, func(r *reconnect) { r.retries = 5 }).
func withReconnect(client *http.Client, settings ...func(*reconnect)) *http.Client {
	r := &reconnect{
		next:      client.Transport,
		silence:   30 * time.Second,
		retries:   10,
		totalTime: 30 * time.Minute,
		healthy:   time.Minute,
		maxWait:   15 * time.Minute,
		dropDelay: 250 * time.Millisecond,
		baseDelay: 5 * time.Second,
		cap:       320 * time.Second,
		jitter:    time.Second,
		onReconnect: func(attempt int, delay time.Duration, cause error) {
			log.Printf("Reconnect %d in %v: %v", attempt, delay.Round(time.Millisecond), cause)
		},
	}
	if r.next == nil {
		r.next = http.DefaultTransport
	}
	for _, set := range settings {
		set(r)
	}
	reconnecting := *client
	reconnecting.Transport, reconnecting.Timeout = r, 0
	return &reconnecting
}

// RoundTrip opens a stream.
func (r *reconnect) RoundTrip(req *http.Request) (*http.Response, error) {
	stream := &streamBody{reconnect: r, req: req}
	res, err := stream.open()
	if err == nil && res.StatusCode < 300 {
		res.Body = stream
	}
	return res, err
}

// streamBody is a body that goes on over all connections.
type streamBody struct {
	*reconnect
	req      *http.Request
	body     io.ReadCloser // of the connection at hand
	cancel   context.CancelFunc
	timer    *time.Timer
	opened   time.Time
	failures int // since the last healthy connection
	since    time.Time
	whole    []byte // lines that are yet to be read
	torn     []byte
}

// open connects until that succeeds or fails for good.
func (s *streamBody) open() (*http.Response, error) {
	for {
		ctx, cancel := context.WithCancel(s.req.Context())
		s.cancel, s.timer = cancel, time.AfterFunc(s.silence, cancel)
		res, err := s.next.RoundTrip(s.req.Clone(ctx))
		status, wait, cause := 0, time.Duration(0), err
		if err == nil {
			status, cause = res.StatusCode, fmt.Errorf("HTTP %d", res.StatusCode)
			if status < 400 {
				s.timer.Stop()
				s.body, s.opened = res.Body, time.Now()
				return res, nil
			}
			body, _ := io.ReadAll(io.LimitReader(res.Body, 64<<10))
			res.Body.Close()
			res.Body = io.NopCloser(bytes.NewReader(body))
			passes := status >= 500 || status == 408 || status == 425 || status == 429
			if !passes || finalRefusal.Match(body) {
				s.Close()
				return res, nil
			}
			wait = readStreamWait(res, body)
		}
		s.Close()
		if !s.pause(cause, status, wait) {
			return res, err
		}
		if ctx := s.req.Context(); ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
}

// pause waits before the next connection. It gives false when there is to be none.
func (s *streamBody) pause(cause error, status int, wait time.Duration) bool {
	count, now := float64(s.failures), time.Now()
	if s.failures == 0 {
		s.since = now
	}
	s.failures++
	delay := wait
	if status == 0 {
		delay = time.Duration(math.Min(float64(16*time.Second), float64(s.dropDelay)*count))
	} else if wait == 0 {
		delay = time.Duration(math.Min(float64(s.cap), float64(s.baseDelay)*math.Pow(2, count)))
	}
	delay += time.Duration(rand.Float64() * float64(s.jitter))
	if wait > s.maxWait {
		log.Printf("No stream: the server asks to wait until %s", now.Add(wait).UTC().Format(time.RFC3339))
		return false
	}
	if s.failures > s.retries || now.Add(delay).After(s.since.Add(s.totalTime)) || s.req.Context().Err() != nil {
		return false
	}
	s.onReconnect(s.failures, delay, cause)
	select {
	case <-s.req.Context().Done():
	case <-time.After(delay):
	}
	return true
}

// Read gives lines as they come.
func (s *streamBody) Read(p []byte) (int, error) {
	for len(s.whole) == 0 {
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(p, s.whole)
	s.whole = s.whole[n:]
	return n, nil
}

// fill reads what has come, and opens the stream again when it was lost.
func (s *streamBody) fill() error {
	buffer := make([]byte, 4096)
	s.timer.Reset(s.silence)
	n, err := s.body.Read(buffer)
	s.timer.Stop()
	s.torn = append(s.torn, buffer[:n]...)
	end := bytes.LastIndexByte(s.torn, '\n') + 1
	s.whole, s.torn = s.torn[:end:end], s.torn[end:]
	if err == nil || end > 0 {
		return nil
	}
	s.torn = nil
	s.Close()
	if err == io.EOF {
		err = errors.New("the server ended the stream")
	}
	if time.Since(s.opened) >= s.healthy {
		s.failures = 0
	}
	if !s.pause(err, 0, 0) {
		return err
	}
	if ctx := s.req.Context(); ctx.Err() != nil {
		return ctx.Err()
	}
	res, err := s.open()
	if err == nil && res.StatusCode >= 300 {
		body, _ := io.ReadAll(res.Body)
		err = fmt.Errorf("the stream ended: HTTP %d %s", res.StatusCode, body)
	}
	return err
}

// Close ends the connection at hand.
func (s *streamBody) Close() error {
	s.timer.Stop()
	s.cancel()
	if s.body == nil {
		return nil
	}
	return s.body.Close()
}

// A new connection does not help: monthly and daily caps.
var finalRefusal = regexp.MustCompile(`(?i)usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota`)

// readStreamWait gives the wait that the server asks for. With too many connections open no limit is used up: the old
// one is gone in a moment.
func readStreamWait(res *http.Response, body []byte) time.Duration {
	asked := res.Header.Get("Retry-After")
	if asked == "" && res.StatusCode == 429 && !bytes.Contains(body, []byte("TooManyConnections")) {
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
	return time.Duration(math.Max(0, math.Min(seconds, 1e9)) * float64(time.Second))
}
