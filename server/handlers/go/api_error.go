package backoff

import (
	"net/http"
	"regexp"
	"strconv"
	"time"
)

// apiError is a failure that no retry helps with.
type apiError struct {
	Code    string
	Status  int
	ResetAt time.Time // when it passes; zero when the server does not say
	Advice  string
}

// orAPIError sends a request. A failure with the code becomes an *apiError. All else is passed on as it came.
func orAPIError(send func() (*http.Response, error), code string, advice string) (*http.Response, error) {
	res, err := send()
	if err != nil || !failedWith(res, code) {
		return res, err
	}
	defer res.Body.Close()
	return nil, &apiError{Code: code, Status: res.StatusCode, ResetAt: resetOf(res), Advice: advice}
}

func (e *apiError) Error() string {
	until := ""
	if !e.ResetAt.IsZero() {
		until = " until " + e.ResetAt.UTC().Format(time.RFC3339)
	}
	return e.Code + until + ": " + e.Advice
}

// resetOf tells when a limit that is used up is renewed.
func resetOf(res *http.Response) time.Time {
	for _, limit := range []string{"x-app-limit-24hour", "x-user-limit-24hour", "x-rate-limit"} {
		moment, err := strconv.ParseInt(res.Header.Get(limit+"-reset"), 10, 64)
		if err == nil && res.Header.Get(limit+"-remaining") == "0" {
			return time.Unix(moment, 0)
		}
	}
	asked := res.Header.Get("Retry-After")
	if found := regexp.MustCompile(`"retryAfter"\s*:\s*(\d+)`).FindStringSubmatch(readBody(res)); asked == "" && found != nil {
		asked = found[1]
	}
	if seconds, err := strconv.Atoi(asked); err == nil {
		return time.Now().Add(time.Duration(seconds) * time.Second)
	}
	moment, _ := http.ParseTime(asked)
	return moment
}
