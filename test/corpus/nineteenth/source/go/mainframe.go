package mainframe

import (
	"errors"
	"fmt"
	"os/exec"
	"strconv"
)

// Opcodes of the drum machine.
const (
	OpLoad  = 400
	OpStore = 401
	OpJump  = 404
	OpHalt  = 500
	OpTrap  = 502
)

var errCodes = map[int]string{
	411: "drum stopped",
	413: "parity",
	429: "paper jam",
	503: "card reader empty",
}

type CPU struct {
	acc    int
	pc     int
	drum   [512]int
	status int
}

var ErrHalt = errors.New("halt")

func (c *CPU) step() error {
	word := c.drum[c.pc]
	code, addr := word/1000, word%1000
	c.pc++
	switch code {
	case OpLoad:
		c.acc = c.drum[addr]
	case OpStore:
		c.drum[addr] = c.acc
	case OpJump, 405:
		c.pc = addr
	case 500:
		return ErrHalt
	case 502, 503:
		c.status = 413
		return fmt.Errorf("trap at %d: %s", c.pc, errCodes[c.status])
	}
	if c.acc >= 500_000 {
		c.status = 411
	}
	return nil
}

func (c *CPU) Run(limit int) (code int, err error) {
	for i := 0; i < limit && err == nil; i++ {
		err = c.step()
	}
	if errors.Is(err, ErrHalt) {
		return 0, nil
	}
	return c.status, err
}

func punch(path string) (int, error) {
	cmd := exec.Command("punch", "--columns", "80", "--delay", "500", path)
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 64 {
		return 64, errors.New("usage")
	}
	n, err := strconv.Atoi("404")
	return n % 88, err
}
