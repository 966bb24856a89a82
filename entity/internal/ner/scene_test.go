package ner

import (
	"strings"
	"testing"

	"github.com/svodka/svodka/parse"
)

// TestWindows goes over long texts, of paragraphs and of one alone: windows follow each other, end with a paragraph or a sentence, and
// tell of their tokens what one window over all would, but at their edges.
func TestWindows(t *testing.T) {
	for _, end := range []string{".\n", ". "} {
		text := strings.Repeat("Союз добрых соседей (СДС) ждал В. В. Рощина из Тулы, где газета «Новая весть» и Yahoo News пишут о нём на весть.рф"+end, 4000)
		doc := parse.Text(text)
		var whole, part scene
		whole.read(doc)
		part.begin(doc)
		windows := 0
		for first, last := 0, 0; first < len(doc.Tokens); first = last {
			last = part.windowEnd(first)
			if last <= first || last > first+2*usual || last < len(doc.Tokens) && !whole.at[last].opens {
				t.Fatalf("%q: window of %d to %d", end, first, last)
			}
			part.enter(first, last)
			windows++
			const edge = 12
			for i := first; i < last; i++ {
				if (first == 0 || i >= first+edge) && (last == len(doc.Tokens) || i < last-edge) && part.at[i-first] != whole.at[i] {
					t.Fatalf("%q: token %d of window %d: %+v, not %+v", end, i, first, part.at[i-first], whole.at[i])
				}
			}
			if part.seen(0) != whole.seen(first) {
				t.Errorf("%q: window %d: a word is seen otherwise", end, first)
			}
		}
		if windows < 3 {
			t.Errorf("%q: %d windows", end, windows)
		}
	}
}
