package renewal

import (
	"io"
	"log"
	"net/http"

	"github.com/go-resty/resty/v2"
)

// withRestyRenewal sends a request, and when the server answers 401, renews the credentials once and sends it once
// more. The last response or error is passed on as it came. send makes a request with the credentials at hand.
func withRestyRenewal(send func() (*resty.Response, error), renew func() error) (*resty.Response, error) {
	res, err := send()
	if err != nil || res.StatusCode() != http.StatusUnauthorized {
		return res, err
	}
	// What a reader has given is gone.
	if _, isReader := res.Request.Body.(io.Reader); isReader {
		return res, nil
	}
	log.Print("HTTP 401: renewing the credentials")
	if err := renew(); err != nil {
		return nil, err
	}
	return send()
}
