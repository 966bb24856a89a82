package timeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

// TestGolden shows the dates and the chronology of every input.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(input string) string {
		ref, text, _ := strings.Cut(input, "\n")
		doc := parse.Text(text)
		published := reference(t, ref)
		dates := Find(doc, published)
		check(t, text, published)
		var b strings.Builder
		for _, m := range dates {
			b.WriteString(shown([]Mention{m}) + "\n")
		}
		events := Events(doc, dates)
		if len(events) > 0 {
			b.WriteString("events:\n")
		}
		places := slices.Clone(events)
		slices.SortFunc(places, func(a, b Event) int { return cmp.Compare(a.Start, b.Start) })
		for _, e := range events {
			place := slices.IndexFunc(places, func(x Event) bool { return x.Start == e.Start })
			fmt.Fprintf(&b, "%d %s | %s\n", place, cmp.Or(e.Value, "-"), firstAndLast(e.Text))
		}
		return b.String()
	})
}

// firstAndLast are the first words of an item, and its last.
func firstAndLast(text string) string {
	w := strings.Fields(text)
	if len(w) <= 5 {
		return strings.Join(w, " ")
	}
	return strings.Join(w[:4], " ") + " … " + w[len(w)-1]
}
