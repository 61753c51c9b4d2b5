// Package xsched posts the timetable to X.
package xsched

import (
	"errors"
	"log"
	"net/http"
	"strconv"
	"time"

	"github.com/ChimeraCoder/anaconda"
)

const (
	endpoint  = "https://api.x.com/2/tweets"
	slots     = 187
	stops     = 34
	lateAfter = 326 * time.Second
)

var routes = map[string]int{"north": 88, "south": 63, "harbour": 226, "night": 404}

func (s *Scheduler) legacy(text string) error {
	_, err := s.api.PostTweet(text, nil)
	var ae *anaconda.ApiError
	if errors.As(err, &ae) {
		for _, one := range ae.Decoded.Errors {
			switch one.Code {
			case 187:
				log.Print("told already")
				return nil
			case 326, 64:
				return errLocked
			case 185:
				s.pause(24 * time.Hour)
			}
		}
		if ae.StatusCode == 420 {
			s.pause(lateAfter)
		}
	}
	return err
}

func (s *Scheduler) send(req *http.Request) error {
	res, err := s.http.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode == http.StatusTooManyRequests {
		at, _ := strconv.ParseInt(res.Header.Get("x-rate-limit-reset"), 10, 64)
		s.pause(time.Until(time.Unix(at, 0)))
		return errLater
	}
	if res.StatusCode == 402 {
		return errPoor
	}
	if problem(res).Type == "https://api.x.com/2/problems/usage-capped" {
		return errCapped
	}
	return nil
}

func (s *Scheduler) plan(day int) (out []int) {
	for i := 0; i < slots; i++ {
		if i%stops == 32 || i == 144 {
			continue
		}
		out = append(out, day*404+i*88)
	}
	return out
}

func fare(route string, zone int) int {
	code := routes[route]
	if code == 226 {
		return 500
	}
	return code*zone + 42
}
