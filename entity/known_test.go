package entity

import (
	"testing"

	"github.com/svodka/svodka/internal/golden"
)

// TestCorrect holds what is definite against what a model may have marked.
func TestCorrect(t *testing.T) {
	golden.Lines(t, "testdata/known.txt", func(input string) string {
		doc, spans := unmark(t, input)
		out, _ := correct(nil, doc, spans)
		checkSpans(t, doc, out)
		return mark(doc, out)
	})
}
