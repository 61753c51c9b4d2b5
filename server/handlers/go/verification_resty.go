package backoff

import (
	"log"
	"time"

	"github.com/go-resty/resty/v2"
)

// verifyRestyFirst sends a request. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed),
// find looks for it two seconds later: what it gives is the result, and only when it gives nil is the request sent once
// more. As long as find is nil nothing is repeated. All else is passed on as it came.
func verifyRestyFirst(send func() (*resty.Response, error), find func() (*resty.Response, error)) (*resty.Response, error) {
	res, err := send()
	if err == nil && !isUnsure(readResty(res)) {
		return res, nil
	}
	log.Print("Nobody knows whether the write happened")
	if find == nil {
		return res, err
	}
	time.Sleep(2 * time.Second)
	if found, err := find(); found != nil || err != nil {
		return found, err
	}
	return send()
}
