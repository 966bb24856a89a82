package lex

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/svodka/svodka/internal/golden"
)

// A vocabulary that has met many words answers as a new one does.
func TestMemory(t *testing.T) {
	v := Borrow()
	defer v.Return()
	for _, text := range golden.Articles(t) {
		for s := range strings.FieldsSeq(text) {
			fold := []byte(Fold(strings.Trim(s, "«».,—")))
			v.Word(fold)
			again, first := v.Word(fold), (&Vocabulary{slots: make([]slot, 4)}).Word(fold)
			if !reflect.DeepEqual(again, first) {
				t.Errorf("%s: %+v, then %+v", s, first, again)
			}
		}
	}
}

// Spellings of every length up to what one byte more would be the hash of, and that differ in their ends alone, are told apart.
func TestKeys(t *testing.T) {
	v := &Vocabulary{slots: make([]slot, 4)}
	met := map[*Word]string{}
	for n := range MaxLetters + 2 {
		for _, last := range []string{"\x00", "\xe0", "\xff", "a", "-"} {
			fold := strings.Repeat("\xe0", n) + last
			w := v.Word([]byte(fold))
			if n+1 > MaxLetters {
				if w != None {
					t.Errorf("%d letters are looked up", n+1)
				}
				continue
			}
			if other, ok := met[w]; ok || w.Fold() != fold {
				t.Errorf("%q is %q, and that of %q", fold, w.Fold(), other)
			}
			met[w] = fold
		}
	}
}

func TestCompounds(t *testing.T) {
	for _, c := range []struct{ text, normal string }{
		{"госпереворота", "госпереворот"}, {"кибератаками", "кибератака"}, // a prefix
		{"пятирублевая", "пятирублевый"}, {"двадцатипятидолларовых", "двадцатипятидолларовый"}, // one numeral, two
	} {
		w := word(c.text)
		if !w.Known() || w.Normal(w.Readings[0]) != c.normal {
			t.Errorf("%s: known %v, readings %v", c.text, w.Known(), w.Readings)
		}
	}
	if w := word("тридцатитысячный"); w.Is(Ordinal) {
		t.Error("тридцатитысячный has the value of тысячный")
	}
}

func TestLeft(t *testing.T) {
	if w := word("двух-трех"); w.Left == nil || w.Left.Key != "двух" || !w.Is(Cardinal) {
		t.Errorf("двух-трех: left %v, class %v", w.Left, w.Class)
	}
	for _, text := range []string{"трех", "кто-то", "а-б-в"} { // no hyphen, in the table whole, two of them
		if w := word(text); w.Left != nil {
			t.Errorf("%s: left %s", text, w.Left.Key)
		}
	}
}

// Words made to share one place of the table cost no more than words not met before.
func TestCollisions(t *testing.T) {
	v := &Vocabulary{slots: make([]slot, 1<<11)}
	var same []string
	for i := 0; len(same) < 1000; i++ {
		fold := fmt.Sprintf("word%d", i)
		if keyOf([]byte(fold)).spread()&(1<<12-1) == 0 {
			same = append(same, fold)
		}
	}
	for range 2 {
		for _, fold := range same {
			if w := v.Word([]byte(fold)); w.Fold() != fold {
				t.Fatalf("asked for %q, got %q", fold, w.Fold())
			}
		}
	}
	if v.n > far {
		t.Errorf("%d words stand in a row", v.n)
	}
}
