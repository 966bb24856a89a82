package parse_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

// TestReset takes texts apart in one room: each becomes what it is alone, and what was kept of the others stays.
func TestReset(t *testing.T) {
	texts := []string{"", "Он назвал «Газету „Весть“» лучшей.", "Завод «Заря остановлен.\n• раз\n• два", "", strings.Repeat("«а» б. ", 20000), "«»", "\xff"}
	for _, text := range golden.Articles(t) {
		texts = append(texts, text)
	}
	type kept struct {
		paragraphs []parse.Paragraph
		notes      []parse.Note
	}
	var doc parse.Document
	var all []kept
	equal := []cmp.Option{cmp.Comparer(func(a, b parse.Token) bool { // a vocabulary may make a word anew
		return a.Span() == b.Span() && a.Kind() == b.Kind() && a.Shape() == b.Shape() && a.Rune() == b.Rune() && a.Spaced() == b.Spaced() && a.Opens() == b.Opens() && a.Key() == b.Key()
	}), cmpopts.EquateEmpty()}
	for _, text := range texts {
		doc.Reset(text)
		if d := cmp.Diff(parse.Text(text), &doc, equal...); d != "" {
			t.Fatalf("%.40q (-Text +Reset):\n%s", text, d)
		}
		all = append(all, kept{doc.Paragraphs, doc.Notes})
	}
	for i, k := range all {
		want := parse.Text(texts[i])
		if d := cmp.Diff(kept{want.Paragraphs, want.Notes}, k, cmp.AllowUnexported(kept{})); d != "" {
			t.Errorf("%.40q, texts later (-want +got):\n%s", texts[i], d)
		}
	}
}
