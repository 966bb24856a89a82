package entity

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka/entity/internal/ner"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

// TestTags holds what the model marks in sentences of our own.
func TestTags(t *testing.T) {
	golden.Run(t, "testdata/tags/*.txtar", func(input string) string { return mark(tagged(input)) })
}

// mark is the text with its names in braces, as the other tests of the package are written.
func mark(doc *parse.Document, spans []span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		c := doc.Cover(s.first, s.last)
		fmt.Fprintf(&b, "%s{%c:%s}", doc.Text[at:c.Start], " pol"[s.typ], doc.Text[c.Start:c.End])
		at = c.End
	}
	return b.String() + doc.Text[at:]
}

// TestManifest: the model is the one that MANIFEST tells of, and was made by the recipe there.
func TestManifest(t *testing.T) {
	b, err := os.ReadFile("MANIFEST")
	if err != nil {
		t.Fatal(err)
	}
	recipe, rest, ok := strings.Cut(string(b), "\nmodel.bin")
	if !ok {
		t.Fatal("MANIFEST does not tell of model.bin")
	}
	if want := sha256.Sum256([]byte(recipe)); ner.Recipe(modelData) != string(want[:]) {
		t.Errorf("the header of model.bin has recipe %x, MANIFEST has %x", ner.Recipe(modelData), want)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(modelData))); !strings.Contains(rest, sum) {
		t.Errorf("model.bin has SHA-256 %s, which MANIFEST lacks", sum)
	}
}

// TestModelSize holds the budget of embedded data.
func TestModelSize(t *testing.T) {
	if n := len(modelData); n > 5_500_000 {
		t.Errorf("model.bin has %d bytes", n)
	}
}

// checkSpans: names stand in order inside the text, none is empty and none overlaps another.
func checkSpans(t *testing.T, doc *parse.Document, spans []span) {
	t.Helper()
	boundary := map[int]bool{len(doc.Text): true}
	for i := range doc.Text {
		boundary[i] = true
	}
	at := 0
	for _, s := range spans {
		if s.first < at || s.last <= s.first || s.last > len(doc.Tokens) || s.typ < Person || s.typ > Place {
			t.Fatalf("bad name %v behind token %d of %d", s, at, len(doc.Tokens))
		}
		c := doc.Cover(s.first, s.last)
		if !boundary[c.Start] || !boundary[c.End] {
			t.Fatalf("name %v is not on rune boundaries", c)
		}
		at = s.last
	}
}

func FuzzTag(f *testing.F) {
	f.Add("Президент Франции Эммануэль Макрон (МИД) приехал в «Роснефть».")
	f.Add("ООН\nПуAИвCанов—\xff Ё")
	f.Fuzz(func(t *testing.T, text string) {
		doc := parse.Text(text)
		checkSpans(t, doc, tag(nil, doc))
	})
}

// TestTagLong: a long sentence of capitals, nested marks and the like do no harm.
func TestTagLong(t *testing.T) {
	for _, piece := range []string{"Иван ", "МИД, ", "«", "Газпром (ГП) ", "http://a.ru ", "A. B. ", "ж"} {
		doc := parse.Text(strings.Repeat(piece, 5000))
		checkSpans(t, doc, tag(nil, doc))
	}
}

// TestTagStable: what is found does not depend on what was tagged before, nor on other goroutines.
func TestTagStable(t *testing.T) {
	articles := golden.Articles(t)
	want := map[string]string{}
	for name, text := range articles {
		want[name] = mark(tagged(text))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for name, text := range articles {
				if d := cmp.Diff(want[name], mark(tagged(text))); d != "" {
					t.Errorf("%s (-want +got):\n%s", name, d)
				}
			}
		})
	}
	wg.Wait()
}

// TestTagAllocs: nothing is allocated for a token.
func TestTagAllocs(t *testing.T) {
	if golden.Race {
		t.Skip("pools forget under the race detector")
	}
	short := parse.Text("Павел Рощин приехал в Самару. ")
	long := parse.Text(strings.Repeat("Павел Рощин приехал в Самару. ", 100))
	for range 10 {
		tag(nil, long)
	}
	per := func(doc *parse.Document) float64 { return testing.AllocsPerRun(20, func() { tag(nil, doc) }) }
	if a, b := per(short), per(long); b > a+12 { // the list of names grows
		t.Errorf("%v allocations for a sentence, %v for 100", a, b)
	}
}

func BenchmarkTag(b *testing.B) {
	for name, text := range golden.Articles(b) {
		doc := parse.Text(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				tag(nil, doc)
			}
		})
	}
}

// tagged is a text parsed, and what the model marks in it.
func tagged(text string) (*parse.Document, []span) {
	doc := parse.Text(text)
	return doc, tag(nil, doc)
}
