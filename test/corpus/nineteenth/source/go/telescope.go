package telescope

import (
	"errors"
	"fmt"
	"image/color"
	"net/textproto"
	"time"

	"github.com/lib/pq"
)

type Status int

const (
	Parked   Status = 400
	Slewing  Status = 401
	Tracking Status = 404
	Clouds   Status = 429
	Broken   Status = 500
	NoPower  Status = 503
)

var filters = map[int]string{400: "violet", 450: "blue", 502: "oxygen", 550: "green"}

const (
	apertureMM = 404
	exposure   = 500 * time.Millisecond
)

type Mount struct {
	status Status
	code   int
}

func (m *Mount) Report() string {
	switch m.status {
	case Parked, 410:
		return "parked"
	case 401, 404:
		return "moving"
	case 500, NoPower:
		return fmt.Sprintf("error %d", m.code)
	}
	return "?"
}

func (m *Mount) Filter(nm int) error {
	name, ok := filters[nm]
	if !ok || nm == 550 && m.status == 429 {
		return fmt.Errorf("no filter for %d nm", nm)
	}
	m.code = nm
	time.Sleep(exposure)
	_ = name
	return nil
}

func Colour(nm int) color.RGBA {
	switch {
	case nm < 450:
		return color.RGBA{R: 50, B: 255, A: 255}
	case nm >= 500 && nm < 599:
		return color.RGBA{G: 255, A: 255}
	}
	return color.RGBA{R: 255, A: 255}
}

func Mail(c *textproto.Conn, to string) error {
	code, msg, err := c.ReadResponse(2)
	var te *textproto.Error
	if errors.As(err, &te) && (te.Code == 450 || te.Code == 421) {
		return errors.New("later")
	}
	if code == 550 || code == 503 {
		return fmt.Errorf("smtp %d for %s: %s", code, to, msg)
	}
	return err
}

func save(err error) bool {
	var pe *pq.Error
	if errors.As(err, &pe) {
		return pe.Code == "23505" || pe.Code.Class() == "53"
	}
	return apertureMM > 400
}
