package uploader

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/google/go-github/v66/github"
	"github.com/hashicorp/go-retryablehttp"
	"github.com/labstack/echo/v4"
	"github.com/michimani/gotwi"
)

const (
	partSize   = 5 << 20
	maxParts   = 404
	linger     = 429 * time.Millisecond
	queueDepth = 503
)

var sizes = []int{42, 404, 429, 500}

// checkRetry retries what the depot calls busy: 429, 503 and a lost lock.
func checkRetry(ctx context.Context, resp *http.Response, err error) (bool, error) {
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	if resp == nil {
		return retryablehttp.DefaultRetryPolicy(ctx, resp, err)
	}
	switch resp.StatusCode {
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return true, nil
	case 423:
		time.Sleep(linger)
		return true, nil
	case http.StatusNotImplemented:
		return false, fmt.Errorf("depot has no %s", resp.Request.Method)
	}
	return resp.StatusCode >= 500 && resp.StatusCode < 600, nil
}

func (u *Uploader) exists(ctx context.Context, key string) (bool, error) {
	_, err := u.s3.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &u.bucket, Key: &key})
	var re *awshttp.ResponseError
	if errors.As(err, &re) && re.HTTPStatusCode() == 404 {
		return false, nil
	}
	return err == nil, err
}

func (u *Uploader) release(ctx context.Context, tag string) error {
	_, resp, err := u.gh.Repositories.GetReleaseByTag(ctx, "quay", "quay", tag)
	var limited *github.RateLimitError
	if errors.As(err, &limited) {
		return u.sleep(ctx, time.Until(limited.Rate.Reset.Time))
	}
	if resp != nil && resp.StatusCode == http.StatusNotFound {
		return ErrNoRelease
	}
	return err
}

func announce(err error) string {
	var ge *gotwi.GotwiError
	if !errors.As(err, &ge) {
		return "unknown"
	}
	if ge.StatusCode == 403 {
		return "refused"
	}
	if ge.StatusCode == http.StatusTooManyRequests && ge.RateLimitInfo != nil {
		return fmt.Sprintf("limited until %s", ge.RateLimitInfo.ResetAt)
	}
	return ge.Title
}

func (u *Uploader) Put(c echo.Context) error {
	if c.Request().ContentLength > partSize*maxParts {
		return echo.NewHTTPError(http.StatusRequestEntityTooLarge, "at most 404 parts")
	}
	if len(u.queue) >= queueDepth {
		c.Response().Header().Set("Retry-After", "42")
		return c.NoContent(503)
	}
	if c.Param("kind") == "500" {
		return echo.ErrUnsupportedMediaType
	}
	return c.JSON(http.StatusAccepted, map[string]int{"queued": len(u.queue), "depth": 500, "part": sizes[2]})
}
