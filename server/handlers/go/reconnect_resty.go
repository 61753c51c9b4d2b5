package backoff

import (
	"net/http"

	"github.com/go-resty/resty/v2"
)

// restyStream opens the connections of a stream with a request of resty.
type restyStream struct {
	req         *resty.Request
	settings    []func(*reconnect)
	method, url string
	res         *resty.Response // of the last connection
}

// withRestyReconnect lets a request open a stream of lines, whose RawBody goes on over all connections as one of
// withReconnect does. The context of the request ends the stream and its waits. Settings are changed by functions:
// withRestyReconnect(req, func(r *reconnect) { r.retries = 5 }).
func withRestyReconnect(req *resty.Request, settings ...func(*reconnect)) *restyStream {
	return &restyStream{req: req.SetDoNotParseResponse(true), settings: settings}
}

// Execute opens the stream.
func (s *restyStream) Execute(method, url string) (*resty.Response, error) {
	s.method, s.url = method, url
	client := withReconnect(&http.Client{Transport: s}, s.settings...)
	// The request of resty is what is sent; this one tells whether that may go on.
	_, err := client.Transport.RoundTrip((&http.Request{}).WithContext(s.req.Context()))
	return s.res, err
}

// RoundTrip opens one connection.
func (s *restyStream) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx := s.req.Context()
	defer s.req.SetContext(ctx)
	res, err := s.req.SetContext(req.Context()).Execute(s.method, s.url)
	if s.res = res; err != nil {
		return nil, err
	}
	return res.RawResponse, nil
}
