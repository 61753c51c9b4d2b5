package weather

import (
	"fmt"
	"strings"
)

// Condition ids of the weather service.
var conditions = map[int]string{
	200: "thunderstorm",
	300: "drizzle",
	500: "light rain",
	501: "rain",
	502: "heavy rain",
	503: "very heavy rain",
	504: "extreme rain",
	511: "freezing rain",
	520: "shower",
	800: "clear",
}

type Report struct {
	ID       int
	Pressure int
	Humidity int
}

func (r Report) Icon() string {
	switch r.ID {
	case 500, 501, 520:
		return "rain"
	case 502, 503, 504:
		return "umbrella"
	case 511:
		return "frozen"
	}
	return "sun"
}

func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %d hPa", conditions[r.ID], r.Pressure)
	if r.Humidity > 88 {
		b.WriteString(", wet")
	}
	return b.String()
}
