package backoff

import (
	"log"
	"net/http"
)

// acceptDone sends a request. When the server says by the code that an earlier attempt has done it already, the response
// gets status 200 and keeps its body. All else is passed on as it came.
func acceptDone(send func() (*http.Response, error), code string) (*http.Response, error) {
	res, err := send()
	if err == nil && failedWith(res, code) {
		log.Printf("Code %s: it is done already", code)
		res.StatusCode, res.Status = http.StatusOK, "200 OK"
	}
	return res, err
}
