package quote_test

import (
	"testing"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
)

// TestGolden shows the quotes of every input, and the notes of its damaged marks.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(input string) string {
		text, entities := marked(input)
		doc := parse.Text(text)
		out := show(quote.Find(doc, entities))
		for _, n := range doc.Notes {
			out += "note: " + n.Message + "\n"
		}
		return out
	})
}
