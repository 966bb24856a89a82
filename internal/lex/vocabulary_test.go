package lex

import "testing"

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
