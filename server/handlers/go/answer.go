package backoff

import (
	"bytes"
	"io"
	"net/http"
	"regexp"
	"strconv"
)

// failedWith tells whether a response is a failure that has this code, which may be a status.
func failedWith(res *http.Response, code string) bool {
	if res == nil || res.StatusCode < 400 {
		return false
	}
	if _, err := strconv.Atoi(code); err != nil {
		return regexp.MustCompile(`(?:^|[^\w.-])` + regexp.QuoteMeta(code) + `(?:[^\w.-]|$)`).MatchString(readBody(res))
	}
	inBody := regexp.MustCompile(`"code"\s*:\s*"?` + code + `\b`)
	return strconv.Itoa(res.StatusCode) == code || inBody.MatchString(readBody(res))
}

// readBody reads the body of a response, which the caller can read again.
func readBody(res *http.Response) string {
	body, _ := io.ReadAll(res.Body)
	res.Body.Close()
	res.Body = io.NopCloser(bytes.NewReader(body))
	return string(body)
}
