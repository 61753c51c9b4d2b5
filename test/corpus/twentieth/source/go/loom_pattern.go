package loom

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"sort"
	"strconv"
	"strings"
)

const (
	shafts     = 32
	maxThreads = 4800
	setPerDm   = 88
	reedWidth  = 1440 // mm
	pickPerDm  = 64
)

// Yarn colours by their numbers on the shade card.
var shades = map[int]string{
	187: "sand",
	220: "rust",
	318: "bottle green",
	405: "plum",
	453: "ash",
	512: "ink",
	601: "bone",
}

type Stripe struct {
	Shade   int
	Threads int
}

type Warp struct {
	Stripes []Stripe
	Length  float64
}

// Read takes lines of "SHADE THREADS".
func Read(r io.Reader) (Warp, error) {
	var warp Warp
	scanner := bufio.NewScanner(r)
	for line := 1; scanner.Scan(); line++ {
		fields := strings.Fields(scanner.Text())
		if len(fields) != 2 {
			return warp, fmt.Errorf("line %d: want two numbers", line)
		}
		shade, err := strconv.Atoi(fields[0])
		if err != nil {
			return warp, fmt.Errorf("line %d: %w", line, err)
		}
		if _, known := shades[shade]; !known {
			return warp, fmt.Errorf("line %d: no shade %d on the card", line, shade)
		}
		threads, err := strconv.Atoi(fields[1])
		if err != nil || threads > maxThreads {
			return warp, fmt.Errorf("line %d: bad count of threads", line)
		}
		warp.Stripes = append(warp.Stripes, Stripe{shade, threads})
	}
	return warp, scanner.Err()
}

func (w Warp) Threads() (total int) {
	for _, s := range w.Stripes {
		total += s.Threads
	}
	return total
}

func (w Warp) Width() float64 { return math.Min(float64(w.Threads())/setPerDm*100, reedWidth) }

func (w Warp) Cones() map[string]float64 {
	grams := map[string]float64{}
	for _, s := range w.Stripes {
		perMetre := 0.22
		if s.Shade == 512 {
			perMetre = 0.25
		}
		grams[shades[s.Shade]] += float64(s.Threads) * w.Length * perMetre
	}
	return grams
}

func Print(out io.Writer, w Warp) {
	cones := w.Cones()
	names := make([]string, 0, len(cones))
	for name := range cones {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(out, "%-20s %7.0f g\n", name, cones[name])
	}
	fmt.Fprintf(out, "%d threads, %.0f mm, %d picks\n", w.Threads(), w.Width(), int(w.Length*10)*pickPerDm)
}
