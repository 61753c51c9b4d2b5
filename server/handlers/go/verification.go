package backoff

import (
	"log"
	"net/http"
	"regexp"
	"time"
)

// verifyFirst sends a request. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed), find
// looks for it two seconds later: what it gives is the result, and only when it gives nil is the request sent once more.
// As long as find is nil nothing is repeated. All else is passed on as it came.
func verifyFirst(send func() (*http.Response, error), find func() (*http.Response, error)) (*http.Response, error) {
	res, err := send()
	if err == nil && !isUnsure(res) {
		return res, nil
	}
	log.Print("Nobody knows whether the write happened")
	if find == nil {
		return res, err
	}
	if res != nil {
		res.Body.Close()
	}
	time.Sleep(2 * time.Second)
	if found, err := find(); found != nil || err != nil {
		return found, err
	}
	return send()
}

func isUnsure(res *http.Response) bool {
	unconfirmed := regexp.MustCompile("x_write_(?:ambiguous|unconfirmed)")
	return res.StatusCode >= 500 || ((res.StatusCode == 202 || res.StatusCode >= 400) && unconfirmed.MatchString(readBody(res)))
}
