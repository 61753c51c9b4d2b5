package renewal

import (
	"log"
	"net/http"
)

// withRenewal sends a request, and when the server answers 401, renews the credentials once and sends it once more.
// The last response or error is passed on as it came. renew gives the request its new credentials.
func withRenewal(client *http.Client, req *http.Request, renew func() error) (*http.Response, error) {
	res, err := client.Do(req)
	if err != nil || res.StatusCode != http.StatusUnauthorized {
		return res, err
	}
	if req.Body != nil && req.Body != http.NoBody {
		if req.GetBody == nil {
			return res, nil
		}
		if req.Body, err = req.GetBody(); err != nil {
			return res, nil
		}
	}
	res.Body.Close()
	log.Print("HTTP 401: renewing the credentials")
	if err := renew(); err != nil {
		return nil, err
	}
	return client.Do(req)
}
