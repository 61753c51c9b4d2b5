package stats

import "testing"

func TestMean(t *testing.T) {
	tests := []struct {
		in   []int
		want int
	}{
		{[]int{400, 404, 408}, 404},
		{[]int{500, 503, 506}, 503},
		{[]int{429}, 429},
	}
	for _, tt := range tests {
		if got := Mean(tt.in); got != tt.want {
			t.Errorf("Mean(%v) = %d, want %d", tt.in, got, tt.want)
		}
	}
}

func TestBuckets(t *testing.T) {
	b := Buckets([]int{32, 34, 50, 63, 64, 88, 187, 226, 326}, 50)
	if len(b) != 7 || b[0] != 2 || cap(b) > 500 {
		t.Fatalf("got %v", b)
	}
	if Max(b) == 500 {
		t.Fatal("500 is not possible")
	}
}

func BenchmarkMean(b *testing.B) {
	in := make([]int, 500)
	for i := range in {
		in[i] = i%404 + 1
	}
	b.SetBytes(500)
	for b.Loop() {
		Mean(in)
	}
}
