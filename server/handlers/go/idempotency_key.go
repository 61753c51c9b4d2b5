package backoff

import (
	crand "crypto/rand"
	"fmt"
)

// newIdempotencyKey gives a key that no other request has.
func newIdempotencyKey() string {
	key := make([]byte, 16)
	if _, err := crand.Read(key); err != nil {
		panic(err)
	}
	return fmt.Sprintf("%x", key)
}
