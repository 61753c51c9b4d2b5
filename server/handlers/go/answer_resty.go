package backoff

import (
	"bytes"
	"io"
	"net/http"

	"github.com/go-resty/resty/v2"
)

// readResty gives a response of which resty has read the body, so that it can be read again.
func readResty(res *resty.Response) *http.Response {
	read := *res.RawResponse
	read.Body = io.NopCloser(bytes.NewReader(res.Body()))
	return &read
}
