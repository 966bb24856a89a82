package main

import (
	"slices"
	"strings"
	"testing"
)

const sample = `Глава Минфина Антон Силуанов заявил 5 марта 2023 года, что дефицит вырос до 2,58 трлн рублей.

«Мы займём ещё 300 млрд рублей», — сказал Силуанов в Москве.`

// TestContenders: every contender finds what is there, so that what is measured is work.
func TestContenders(t *testing.T) {
	want := map[string]int{
		unit:                               60,
		"parse.Text":                       35,
		"money.Find":                       2,
		"timeline.Find, Events":            1,
		"entity.Find":                      3,
		"quote.Find":                       2,
		"these five in turn, text by text": 8,
		"svodka.Parse":                     8,
		dates:                              1,
		"uniseg words":                     60,
		datePeer:                           1,
		"go-dateparser search, ru":         2, // one of them is no date
	}
	for _, c := range contenders([]string{sample}) {
		if got := c.run(); got != want[c.name] {
			t.Errorf("%s finds %d, want %d", c.name, got, want[c.name])
		}
		delete(want, c.name)
	}
	for name := range want {
		t.Errorf("no contender %s", name)
	}
}

// TestFirst: what is measured in processes of its own runs here in this one.
func TestFirst(t *testing.T) {
	corpus := articles()
	for what, f := range children {
		switch r := f(corpus).(type) {
		case call:
			if r.Seconds <= 0 || r.Bytes <= 0 {
				t.Errorf("%s: %+v", what, r)
			}
		case pass:
			if min(r.Unit, r.First, r.UnitAgain, r.Again) <= 0 {
				t.Errorf("%s: %+v", what, r)
			}
		default:
			t.Errorf("%s: %T", what, r)
		}
	}
}

// TestInTurn: each side meets every text once, and neither always goes first.
func TestInTurn(t *testing.T) {
	var met []string
	texts := strings.Fields(strings.Repeat("а б в г д е ё ж з и ", 3))
	inTurn(texts, func(text string) int { met = append(met, text); return 0 })
	if !slices.Equal(met, texts) {
		t.Errorf("met %q", met)
	}
}

func TestHalves(t *testing.T) {
	met, texts := halves([]string{"а", "б", "в"})
	if !slices.Equal(met, []string{"а"}) || !slices.Equal(texts, []string{"б", "в"}) {
		t.Errorf("%q, %q", met, texts)
	}
}

func TestQuartiles(t *testing.T) {
	q1, q2, q3 := quartiles([]float64{5, 1, 4, 2, 3})
	if q1 != 2 || q2 != 3 || q3 != 4 {
		t.Errorf("got %v, %v, %v", q1, q2, q3)
	}
}

// TestSized: a short text is repeated, a long one cut at paragraphs, losing less than a piece.
func TestSized(t *testing.T) {
	const text = "один\nдва\n"
	if got := sized(text, 1000); len(got) != 1 || len(got[0]) > 1000 || len(got[0]) < 980 {
		t.Errorf("%d pieces of %q", len(got), got)
	}
	long := strings.Repeat(text, 100)
	got := sized(long, 100)
	if all := strings.Join(got, ""); !strings.HasPrefix(long, all) || len(long)-len(all) >= 100 {
		t.Errorf("%d bytes of %d", len(all), len(long))
	}
	for _, piece := range got {
		if len(piece) > 100 || len(piece) < 80 || !strings.HasSuffix(piece, "\n") {
			t.Errorf("piece %q", piece)
		}
	}
}

// TestSizedEnds: what has no place to be cut at ends.
func TestSizedEnds(t *testing.T) {
	if got := sized(strings.Repeat("а", 1000), 100); len(got) != 0 {
		t.Errorf("%d pieces", len(got))
	}
}
