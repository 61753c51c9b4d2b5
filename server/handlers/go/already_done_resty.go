package backoff

import (
	"log"
	"net/http"

	"github.com/go-resty/resty/v2"
)

// acceptRestyDone sends a request. When the server says by the code that an earlier attempt has done it already, the
// response gets status 200 and keeps its body. All else is passed on as it came.
func acceptRestyDone(send func() (*resty.Response, error), code string) (*resty.Response, error) {
	res, err := send()
	if err == nil && failedWith(readResty(res), code) {
		log.Printf("Code %s: it is done already", code)
		res.RawResponse.StatusCode, res.RawResponse.Status = http.StatusOK, "200 OK"
	}
	return res, err
}
