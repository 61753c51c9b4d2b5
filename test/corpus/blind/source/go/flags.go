package main

import (
	"flag"
	"fmt"
	"net"
	"os"
	"time"
)

var (
	port    = flag.Int("port", 4040, "where to listen")
	wait    = flag.Duration("wait", 500*time.Millisecond, "between two rounds")
	workers = flag.Int("workers", 50, "how many at once, at most 500")
	buffer  = flag.Int("buffer", 64<<10, "bytes")
)

func main() {
	flag.Parse()
	if *workers > 500 {
		fmt.Fprintln(os.Stderr, "at most 500 workers")
		os.Exit(64)
	}
	if *port == 443 || *port == 500 || *port == 502 || *port == 503 {
		fmt.Fprintln(os.Stderr, "pick a port above 1023")
		os.Exit(63)
	}
	l, err := net.Listen("tcp", fmt.Sprintf(":%d", *port))
	if err != nil {
		os.Exit(34)
	}
	jobs := make(chan net.Conn, 404)
	for range *workers {
		go func() {
			for c := range jobs {
				b := make([]byte, *buffer)
				n, _ := c.Read(b)
				if n == 404 {
					time.Sleep(*wait)
				}
				c.Close()
			}
		}()
	}
	for {
		if c, err := l.Accept(); err == nil {
			jobs <- c
		}
	}
}
