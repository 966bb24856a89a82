package svodka_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
)

func TestSpeech(t *testing.T) {
	text := "«Да», — сказал А. Б возразил, что нет. «Но, — сказал А. — Так»."
	said := func(words, speaker string, id, group int) quote.Quote {
		i := strings.Index(text, words)
		return quote.Quote{Span: parse.Span{Start: i, End: i + len(words)}, Text: words, Kind: quote.Direct, Speaker: speaker, SpeakerName: speaker,
			SpeakerID: id, Group: group}
	}
	a := svodka.Article{Text: text, Quotes: []quote.Quote{said("Да", "А", 1, 0), said("нет", "Б", 2, 0), said("Но", "А", 1, 1), said("Так", "А", 1, 1)}}
	var all, one []string
	for u := range a.Speech() {
		all = append(all, u.String())
	}
	for u := range a.SaidBy(1) {
		one = append(one, u.Text)
	}
	if d := cmp.Diff([]string{"А: Да", "Б: нет", "А: Но. Так"}, all); d != "" {
		t.Errorf("Speech (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"Да", "Но. Так"}, one); d != "" {
		t.Errorf("SaidBy (-want +got):\n%s", d)
	}
	for range a.SaidBy(1) {
		break // an iterator that is left early stops
	}
	if nobody := slices.Collect(a.SaidBy(0)); nobody != nil {
		t.Errorf("SaidBy(0): got %v", nobody)
	}
}
