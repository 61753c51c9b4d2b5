package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/dghubble/go-twitter/twitter"
	"github.com/dghubble/oauth1"
)

const (
	codeDuplicate  = 187
	codeDailyLimit = 185
	codeBadToken   = 89
	codeLocked     = 326
)

const (
	postsPerDay = 144
	maxRunes    = 280
	every       = 10 * time.Minute
)

var errGiveUp = errors.New("the account needs a person")

// post sends one status and says how long to wait before the next.
func post(client *twitter.Client, text string) (time.Duration, error) {
	_, resp, err := client.Statuses.Update(text, nil)
	if err == nil {
		return every, nil
	}
	var api twitter.APIError
	if errors.As(err, &api) && len(api.Errors) > 0 {
		switch api.Errors[0].Code {
		case codeDuplicate:
			log.Printf("said before: %q", text)
			return 0, nil
		case codeDailyLimit:
			return 3 * time.Hour, nil
		case 88:
			return 15 * time.Minute, nil
		case 130, 131:
			return 90 * time.Second, nil
		case codeBadToken, codeLocked, 64:
			return 0, errGiveUp
		}
	}
	if resp != nil && resp.StatusCode >= 500 {
		return time.Minute, nil
	}
	if resp != nil && resp.StatusCode == http.StatusForbidden {
		return every, nil
	}
	return 0, err
}

func lines(hour int) []string {
	raw, err := os.ReadFile("sayings.txt")
	if err != nil {
		log.Fatal(err)
	}
	all := strings.Split(strings.TrimSpace(string(raw)), "\n")
	first := hour * postsPerDay / 24 % len(all)
	return all[first:min(first+6, len(all))]
}

func main() {
	config := oauth1.NewConfig(os.Getenv("SUNDIAL_KEY"), os.Getenv("SUNDIAL_SECRET"))
	token := oauth1.NewToken(os.Getenv("SUNDIAL_TOKEN"), os.Getenv("SUNDIAL_TOKEN_SECRET"))
	client := twitter.NewClient(config.Client(oauth1.NoContext, token))
	for {
		for _, text := range lines(time.Now().Hour()) {
			if r := []rune(text); len(r) > maxRunes {
				text = string(r[:maxRunes])
			}
			wait, err := post(client, text)
			if err != nil {
				log.Fatal(err)
			}
			time.Sleep(wait)
		}
	}
}
