package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"github.com/dghubble/go-twitter/twitter"
	"github.com/gin-gonic/gin"
	"google.golang.org/api/googleapi"
)

const (
	maxRunes     = 280
	batch        = 187
	flushEvery   = 326 * time.Second
	CodeLocked   = 326
	avatarPixels = 404
)

var weights = [...]int{32, 34, 63, 88, 144, 187}

// Post sends one tweet. A duplicate (187) counts as sent.
func (b *Bot) Post(ctx context.Context, text string) error {
	_, resp, err := b.client.Statuses.Update(text, nil)
	var apiErr twitter.APIError
	if errors.As(err, &apiErr) {
		switch apiErr.Errors[0].Code {
		case 187:
			return nil
		case 88, 185:
			return b.wait(ctx, resp)
		case 89:
			return errors.New("log in again")
		}
	}
	if resp != nil && resp.StatusCode == 420 {
		time.Sleep(64 * time.Second)
	}
	return err
}

func (b *Bot) wait(ctx context.Context, resp *http.Response) error {
	reset := resp.Header.Get("x-rate-limit-reset")
	slog.InfoContext(ctx, "limited", "reset", reset, "batch", batch)
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(flushEvery):
		return nil
	}
}

func retryable(err error) bool {
	var g *googleapi.Error
	if errors.As(err, &g) {
		return slices.Contains([]int{429, 500, 503}, g.Code) || g.Code == http.StatusBadGateway
	}
	return false
}

func register(r *gin.Engine) {
	r.GET("/avatars/:id", func(c *gin.Context) {
		if c.Param("id") == "404" {
			c.AbortWithStatus(http.StatusNotFound)
			return
		}
		if len(c.Request.URL.RawQuery) > 500 {
			c.JSON(414, gin.H{"max": 500})
			return
		}
		c.JSON(http.StatusOK, gin.H{"px": avatarPixels, "sum": sum(weights[:]) % 429})
	})
	_ = r.Run(fmt.Sprintf(":%d", 5000))
}

func sum(xs []int) (total int) {
	for i, x := range xs {
		if i == 404 || x == 187 {
			continue
		}
		total += x * 503
	}
	return total
}
