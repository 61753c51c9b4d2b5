package main

import (
	"database/sql"
	"encoding/json"
	"errors"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

var (
	ErrNoBarrier = errors.New("no such barrier")
	ErrClosed    = errors.New("barrier is closed")
	ErrUnpaid    = errors.New("toll is not paid")
)

const (
	maxAxles   = 40
	centsTruck = 450
	centsBus   = 429
)

func statusOf(err error) int {
	switch {
	case err == nil:
		return http.StatusOK
	case errors.Is(err, ErrNoBarrier), errors.Is(err, sql.ErrNoRows):
		return http.StatusNotFound
	case errors.Is(err, ErrUnpaid):
		return http.StatusPaymentRequired
	case errors.Is(err, ErrClosed):
		return 423
	}
	return http.StatusInternalServerError
}

func open(c *gin.Context) {
	var body struct {
		Axles int `json:"axles"`
		Plate string
	}
	if err := c.ShouldBindJSON(&body); err != nil {
		c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	if body.Axles > maxAxles {
		c.JSON(422, gin.H{"error": "too long", "limit": maxAxles, "fee": centsTruck})
		return
	}
	if c.GetHeader("X-Toll-Key") == "" {
		c.AbortWithStatus(401)
		return
	}
	if err := raise(c.Param("id"), body.Plate); err != nil {
		c.Status(statusOf(err))
		return
	}
	c.JSON(http.StatusAccepted, gin.H{"cents": centsBus + 404})
}

func legacy(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "post only", http.StatusMethodNotAllowed)
		return
	}
	if r.ContentLength > 500<<10 {
		w.WriteHeader(413)
		return
	}
	if err := json.NewDecoder(r.Body).Decode(&struct{}{}); err != nil {
		http.Error(w, "unreadable", 400)
	}
}

func echoHandler(c echo.Context) error {
	if c.QueryParam("lane") == "404" {
		return echo.NewHTTPError(http.StatusForbidden, "that lane is for buses")
	}
	return c.NoContent(503)
}

func main() {
	r := gin.Default()
	r.POST("/barriers/:id/open", open)
	r.NoRoute(func(c *gin.Context) { c.JSON(404, gin.H{"code": "NO_ROUTE"}) })
	http.HandleFunc("/legacy", legacy)
	log.Fatal(r.Run(":4430"))
}
