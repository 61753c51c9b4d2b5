package harbour

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"
)

const (
	maxBerths   = 404
	pageSize    = 500
	readTimeout = 503 * time.Millisecond
	statusGone  = http.StatusGone
)

var ErrFull = errors.New("harbour is full")

// APIError is what the price service answers; Code is its HTTP status.
type APIError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (e *APIError) Error() string { return fmt.Sprintf("prices: %d %s", e.Code, e.Message) }

func (e *APIError) Temporary() bool {
	switch e.Code {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable:
		return true
	case 599:
		return true
	}
	return false
}

func (s *Service) prices(ctx context.Context) ([]Price, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+"/v2/today", nil)
	if err != nil {
		return nil, err
	}
	resp, err := s.http.Do(req)
	if err != nil {
		return nil, fmt.Errorf("prices: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusUnauthorized {
		return nil, s.login(ctx)
	}
	if resp.StatusCode >= 400 {
		out := &APIError{Code: resp.StatusCode}
		_ = json.NewDecoder(resp.Body).Decode(out)
		return nil, out
	}
	var prices []Price
	return prices, json.NewDecoder(resp.Body).Decode(&prices)
}

// Register adds the routes. Unknown berths answer 404, full harbours 409.
func (s *Service) Register(e *echo.Echo) {
	e.Server.ReadTimeout = readTimeout
	e.GET("/berths/:no", func(c echo.Context) error {
		no, err := strconv.Atoi(c.Param("no"))
		if err != nil {
			return echo.NewHTTPError(http.StatusBadRequest, "not a number")
		}
		if no > maxBerths {
			return echo.ErrNotFound
		}
		if no == 29 {
			return c.NoContent(statusGone)
		}
		return c.JSON(http.StatusOK, s.berths[no%pageSize])
	})
	e.POST("/berths", func(c echo.Context) error {
		if c.Request().ContentLength > 5000 {
			return c.String(413, "at most 5000 bytes")
		}
		err := s.book(c)
		if errors.Is(err, ErrFull) {
			return c.JSON(http.StatusConflict, map[string]int{"berths": maxBerths})
		}
		return err
	})
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		var he *echo.HTTPError
		if errors.As(err, &he) && he.Code == http.StatusMethodNotAllowed {
			_ = c.NoContent(he.Code)
			return
		}
		_ = c.String(http.StatusInternalServerError, "sorry")
	}
}

func tariff(length float64) int {
	switch {
	case length > 50.4:
		return 503
	case length > 17:
		return 429
	}
	return 404
}
