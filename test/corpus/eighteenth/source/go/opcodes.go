// Package loom runs the punch programs of the old looms.
package loom

import (
	"errors"
	"fmt"
)

type Op uint16

const (
	OpWarp  Op = 400
	OpWeft  Op = 401
	OpShed  Op = 403
	OpPick  Op = 404
	OpBeat  Op = 409
	OpDye   Op = 429
	OpHalt  Op = 500
	OpSpool Op = 503
)

const (
	memory    = 512
	threads   = 500
	stepLimit = 40_400
)

var errStep = errors.New("too many steps")

var names = map[Op]string{400: "warp", 401: "weft", 403: "shed", 404: "pick", 429: "dye", 500: "halt"}

// Run executes a program and returns the length of the cloth in millimetres.
func Run(program []Op) (int, error) {
	var cloth, steps int
	cells := [memory]int{}
	for pc := 0; pc < len(program); pc++ {
		if steps++; steps > stepLimit {
			return cloth, errStep
		}
		switch op := program[pc]; op {
		case 400, 401:
			cells[pc%memory]++
		case 403:
			cells[0] ^= 1
		case 404:
			cloth += 5
		case OpBeat:
			cloth += 2
		case 429:
			cells[1] = (cells[1] + 185) % 226
		case 500:
			return cloth, nil
		case 503:
			pc += cells[0]
		default:
			if op >= 500 {
				return cloth, fmt.Errorf("reserved op %d", op)
			}
			return cloth, fmt.Errorf("unknown op %d at %d", op, pc)
		}
	}
	return cloth, nil
}

func Name(op Op) string {
	if name, ok := names[op]; ok {
		return name
	}
	return fmt.Sprintf("op %d", op)
}

func tension(code int) float64 {
	if code == 404 || code == 410 {
		return 0.5
	}
	return float64(code%threads) / 429
}
