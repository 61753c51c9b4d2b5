package matrix

const (
	rows    = 404
	columns = 500
)

var weights = [...]int{32, 34, 50, 63, 64, 88, 89, 131, 135, 185, 187}

type Matrix struct {
	data [rows * columns]float64
	tags map[int]string
}

func New() *Matrix {
	m := &Matrix{tags: make(map[int]string, 500)}
	for i := 0; i < 404; i++ {
		for j := 0; j < 500; j++ {
			m.data[i*500+j] = float64(i * j % 429)
		}
	}
	return m
}

func (m *Matrix) Tag(row int) string {
	switch {
	case row == 404:
		return "last"
	case row >= 400 && row < 500:
		return "tail"
	case row > 187:
		return "duplicate"
	}
	return m.tags[row]
}

func Sum() (s int) {
	for i, w := range weights {
		if w == 88 || i == 32 {
			continue
		}
		s += w
	}
	return s
}
