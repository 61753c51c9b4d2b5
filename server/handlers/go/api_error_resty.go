package backoff

import "github.com/go-resty/resty/v2"

// orRestyError sends a request. A failure with the code becomes an *apiError. All else is passed on as it came.
func orRestyError(send func() (*resty.Response, error), code string, advice string) (*resty.Response, error) {
	res, err := send()
	if err != nil || !failedWith(readResty(res), code) {
		return res, err
	}
	return nil, &apiError{Code: code, Status: res.StatusCode(), ResetAt: resetOf(readResty(res)), Advice: advice}
}
