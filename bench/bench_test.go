package main

import "testing"

// TestContenders runs every contender once over the articles.
func TestContenders(t *testing.T) {
	for _, c := range contenders(articles()[:1]) {
		c.run()
	}
}

func TestQuartiles(t *testing.T) {
	q1, q2, q3 := quartiles([]float64{5, 1, 4, 2, 3})
	if q1 != 2 || q2 != 3 || q3 != 4 {
		t.Errorf("got %v, %v, %v", q1, q2, q3)
	}
}

func TestSized(t *testing.T) {
	if n := len(sized("один\nдва\n", 1000)); n > 1000 || n < 980 {
		t.Errorf("%d bytes", n)
	}
}
