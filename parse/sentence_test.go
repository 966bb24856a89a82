package parse

import (
	"strings"
	"testing"
)

// TestLongest reads what has no full stop for a long time: the sentence is cut, behind commas where there are some.
func TestLongest(t *testing.T) {
	for _, unit := range []string{"уха, ", "уха ", "«"} {
		d := Text(strings.Repeat(unit, 3*longest) + "и щи. Вот и всё.")
		s := d.Paragraphs[0].Sentences
		if n := len(s); n < 3 || s[n-1].In(d.Text) != "Вот и всё." {
			t.Fatalf("%q: %d sentences", unit, n)
		}
		next := 0
		for i, x := range s {
			first, last := d.Range(x)
			if first != next || last-first > longest || unit == "уха, " && i < len(s)-2 && !d.Tokens[last-1].Is(',') {
				t.Errorf("%q: sentence %d is tokens %d to %d", unit, i, first, last)
			}
			next = last
		}
	}
}
