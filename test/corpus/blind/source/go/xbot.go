package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/dghubble/go-twitter/twitter"
	"github.com/dghubble/oauth1"
)

const (
	codeDuplicate = 187
	codeLocked    = 326
	interval      = 500 * time.Second
)

func main() {
	config := oauth1.NewConfig(os.Getenv("KEY"), os.Getenv("SECRET"))
	token := oauth1.NewToken(os.Getenv("TOKEN"), os.Getenv("TOKEN_SECRET"))
	client := twitter.NewClient(config.Client(oauth1.NoContext, token))

	for tick := range time.Tick(interval) {
		_, resp, err := client.Statuses.Update("It is "+tick.Format(time.Kitchen), nil)
		if err == nil {
			continue
		}
		var apiErr twitter.APIError
		if !errors.As(err, &apiErr) || apiErr.Empty() {
			log.Fatal(err)
		}
		switch apiErr.Errors[0].Code {
		case codeDuplicate:
			log.Print("same minute twice")
		case 88, 185:
			time.Sleep(15 * time.Minute)
		case codeLocked, 64:
			log.Fatal("a human has to look at the account")
		case 130, 131:
			time.Sleep(50 * time.Second)
		default:
			if resp.StatusCode == http.StatusUnauthorized {
				log.Fatal("tokens")
			}
			log.Print(apiErr)
		}
	}
}
