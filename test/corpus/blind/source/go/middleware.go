package web

import (
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"
	"golang.org/x/time/rate"
)

var noisy = []int{401, 404, 405} // statuses nobody wants in the log

func Limit(perSecond float64) gin.HandlerFunc {
	limiter := rate.NewLimiter(rate.Limit(perSecond), 50)
	return func(c *gin.Context) {
		if !limiter.Allow() {
			c.AbortWithStatusJSON(http.StatusTooManyRequests, gin.H{"message": "slow down"})
			return
		}
		c.Next()
	}
}

func Log(logf func(string, ...any)) gin.HandlerFunc {
	return func(c *gin.Context) {
		start := time.Now()
		c.Next()
		status := c.Writer.Status()
		took := time.Since(start)
		if slices.Contains(noisy, status) && took < 500*time.Millisecond {
			return
		}
		if status >= 500 && status <= 599 {
			logf("ERROR %s %d", c.FullPath(), status)
		}
	}
}

func Auth(key string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("x-key") != key {
			c.AbortWithStatus(401)
		}
	}
}

func NoRoute(c *gin.Context) { c.String(http.StatusNotFound, "nothing here") }
