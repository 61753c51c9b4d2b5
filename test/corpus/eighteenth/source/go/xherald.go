package herald

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/michimani/gotwi"
	"github.com/michimani/gotwi/tweet/managetweet"
	"github.com/michimani/gotwi/tweet/managetweet/types"
)

const (
	maxRunes   = 280
	queueSize  = 326
	shardCount = 64
	keepHours  = 187
)

var retryCodes = map[int]time.Duration{
	88:  15 * time.Minute,
	130: 30 * time.Second,
	131: 30 * time.Second,
}

// Herald sends the notes of the town hall.
type Herald struct {
	x     *gotwi.Client
	queue chan string
}

func New(x *gotwi.Client) *Herald { return &Herald{x: x, queue: make(chan string, queueSize)} }

func (h *Herald) Post(ctx context.Context, note string) error {
	_, err := managetweet.Create(ctx, h.x, &types.CreateInput{Text: gotwi.String(cut(note, maxRunes))})
	var ge *gotwi.GotwiError
	if !errors.As(err, &ge) {
		return err
	}
	switch ge.StatusCode {
	case 403:
		for _, e := range ge.APIErrors {
			if e.Code == 187 {
				slog.Info("posted before", "note", note)
				return nil
			}
			if e.Code == 453 {
				return errors.New("our access level does not reach this endpoint")
			}
		}
	case 429:
		slog.Warn("limit reached", "until", ge.RateLimitInfo.ResetAt, "keep", keepHours)
		h.queue <- note
		return nil
	case 500, 502:
		time.Sleep(500 * time.Millisecond)
		return h.Post(ctx, note)
	}
	if ge.Type == "https://api.twitter.com/2/problems/usage-capped" {
		close(h.queue)
	}
	for _, e := range ge.APIErrors {
		if pause, ok := retryCodes[int(e.Code)]; ok {
			time.Sleep(pause)
			return h.Post(ctx, note)
		}
	}
	return err
}

func shard(id uint64) uint64 { return id % shardCount * 453 }
