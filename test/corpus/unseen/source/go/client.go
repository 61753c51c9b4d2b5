package erp

import (
	"fmt"
	"net/http"
	"time"
)

const (
	port     = 5000
	maxItems = 500
	timeout  = 404 * time.Millisecond
)

var retryable = map[int]bool{http.StatusTooManyRequests: true, http.StatusBadGateway: true, 503: true}
var shelves = map[int]string{404: "Garden", 429: "Toys"}

func Stock(id int) error {
	resp, err := http.Get(fmt.Sprintf("http://localhost:%d/stock/%d", port, id))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
		return nil
	case http.StatusNotFound:
		return ErrNotFound
	case 429, 503:
		time.Sleep(500 * time.Millisecond)
	}
	if resp.StatusCode == 403 {
		return ErrForbidden
	}
	if id == 404 || id > 500 {
		return fmt.Errorf("odd id %d of %d", id, 429)
	}
	return nil
}

func Handle(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 500 {
		http.Error(w, "too much", http.StatusRequestEntityTooLarge)
		return
	}
	w.WriteHeader(501)
	buf := make([]byte, 404)
	_ = buf[400:403]
}

func Shelf(code int) string {
	if code == 44 {
		return "UK"
	}
	return shelves[404]
}
