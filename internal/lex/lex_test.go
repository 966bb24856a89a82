package lex

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/svodka/svodka/internal/golden"
)

func word(s string) *Word {
	v := Borrow()
	defer v.Return()
	return v.Word([]byte(Fold(s)))
}

// TestReadings shows, a word a line, what the table knows: every reading with its first form, then the classes.
func TestReadings(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(input string) string {
		var b strings.Builder
		for s := range strings.FieldsSeq(input) {
			w := word(s)
			fmt.Fprintf(&b, "%s %v\n", s, w.Class)
			for _, r := range w.Readings {
				fmt.Fprintf(&b, "  %s %v\n", w.Normal(r), r.Gram())
			}
		}
		return b.String()
	})
}

// TestEveryForm looks up every form of every lexeme and finds the lexeme with the form's grammemes.
func TestEveryForm(t *testing.T) {
	var l Lookup
	var buf []Reading
	n := 0
	last := len(classes().index)/2 - 1
	if last >= 1<<entryShift || len(classes().place)/4 >= 1<<(32-entryShift) {
		t.Fatalf("%d lemmas are too many", last)
	}
	for number := 1; number < last; number++ {
		lemma := Lemma(number).classed()
		for _, f := range lemma.Forms() {
			n++
			buf = l.Readings(buf[:0], []byte(Fold(f.Text)))
			if !slices.ContainsFunc(buf, func(r Reading) bool { return r.Lemma == lemma && r.Gram() == f.Gram }) {
				t.Fatalf("%v: form %s %v is not found", lemma, f.Text, f.Gram)
			}
		}
		if s := lemma.String(); !slices.ContainsFunc(l.Readings(nil, []byte(Fold(s))), func(r Reading) bool { return r.Lemma == lemma }) {
			t.Fatalf("%s is not found by its first form", s)
		}
	}
	if n < 1_000_000 {
		t.Errorf("only %d forms", n)
	}
}

func TestInflect(t *testing.T) {
	for _, c := range []struct {
		word string
		want Gram
		out  string
	}{
		{"президента", Nom | Sing, "президент"},
		{"Совета", Nom | Sing, "Совет"},
		{"КОМПАНИИ", Nom | Sing, "КОМПАНИЯ"},
		{"Китайской", Nom | Fem, "Китайская"},
		{"вице-премьером", Nom | Sing, "вице-премьер"},
		{"экс-министром", Nom | Sing, "экс-министр"},
		{"сказал", Infinitive, "сказать"},
	} {
		w := word(c.word)
		if len(w.Readings) == 0 {
			t.Errorf("%s: no reading", c.word)
			continue
		}
		if got, _ := Inflect(c.word, w.Readings[0], c.want); got != c.out {
			t.Errorf("%s: got %s, want %s", c.word, got, c.out)
		}
	}
}

func TestValue(t *testing.T) {
	for _, c := range []struct {
		word  string
		class Class
		want  int
	}{{"двумястами", Cardinal, 200}, {"третьего", Ordinal, 3}, {"миллиардов", Scale, 9}, {"полутора", Fraction, 6}, {"мае", Month, 5}} {
		if got, ok := word(c.word).Value(c.class); !ok || got != c.want {
			t.Errorf("%s: got %d, %v, want %d", c.word, got, ok, c.want)
		}
	}
	if v, ok := word("мост").Value(Month); ok {
		t.Errorf("мост is month %d", v)
	}
}

func TestNames(t *testing.T) {
	for i, name := range classNames {
		c, ok := ParseClass(name)
		if !ok || c != 1<<i || c.String() != name {
			t.Errorf("class %s: %v, %v", name, c, ok)
		}
	}
	for i := range gramNames {
		g := Gram(1) << i
		if p, ok := ParseGram(g.String()); !ok || p != g {
			t.Errorf("grammeme %v: %v, %v", g, p, ok)
		}
	}
	if got := DecodeCode(Code("RUB")); got != "RUB" {
		t.Errorf("code RUB comes back as %q", got)
	}
}

// TestLikeness: what a vocabulary answers does not depend on what it has met.
func TestVocabularyBound(t *testing.T) {
	v := &Vocabulary{slots: make([]slot, 1<<11)}
	for i := range 3 * maxWords {
		fold := Fold("слово" + strings.Repeat("а", i%7) + fmt.Sprintf("%c%c%c", 'а'+i%32, 'а'+i/32%32, 'а'+i/1024%32))
		if w := v.Word([]byte(fold)); w.fold != fold {
			t.Fatalf("asked for %q, got %q", fold, w.fold)
		}
	}
	if v.n > maxWords {
		t.Errorf("%d words are kept", v.n)
	}
}

// TestVocabularyForgets: a full vocabulary keeps the words that were asked for again.
func TestVocabularyForgets(t *testing.T) {
	v := &Vocabulary{slots: make([]slot, 1<<11)}
	again, once := v.Word([]byte("a")), v.Word([]byte("b"))
	for i := range maxWords {
		v.Word(fmt.Appendf(nil, "c%d", i))
		if i%(maxWords/4) == 0 && v.Word([]byte("a")) != again {
			t.Fatalf("forgot a word after %d others", i)
		}
	}
	if v.Word([]byte("b")) == once {
		t.Error("kept a word that was asked for once")
	}
	if v.n > maxWords/2+2 {
		t.Errorf("%d words are kept", v.n)
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Ёлка")
	f.Add("О'Нил-Ґрей 漢")
	f.Fuzz(func(t *testing.T, s string) {
		fold := Fold(s)
		if again := Fold(Unfold(fold)); again != fold && strings.ToValidUTF8(s, "") == s {
			t.Errorf("%q: %q comes back as %q", s, fold, again)
		}
		word(s)
	})
}

func BenchmarkReadings(b *testing.B) {
	var words [][]byte
	for _, text := range golden.Articles(b) {
		for s := range strings.FieldsSeq(text) {
			words = append(words, []byte(Fold(strings.Trim(s, "«».,—"))))
		}
	}
	var l Lookup
	var buf []Reading
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		buf = l.Readings(buf[:0], words[i])
		if i++; i == len(words) {
			i = 0
		}
	}
}
