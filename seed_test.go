package svodka_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

// A seed is the article of the development texts that every part of svodka was first asked to get right, with what it holds.
type seed struct {
	Published string
	Text      string
	Money     []struct{ Text, Min, Max, Currency string }
	Dates     []struct{ Text, Type, Value, Mod, From, To string }
	Events    []struct{ Text, Value string }
	Quotes    []seedQuote
	Expect    struct {
		Persons       map[string][]string
		Orgs, Places  []string
		Abbreviations map[string]string
	}
}

type seedQuote struct {
	Text, Kind, Speaker, Cue string
	Name                     string `json:"speaker_name"`
	Group                    int
}

// TestSeed holds the whole way from text to article against one article read by hand.
func TestSeed(t *testing.T) {
	b, err := os.ReadFile(golden.Corpus(t, "seed.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var want seed
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	day, err := svodka.ParsePublished(want.Published)
	if err != nil {
		t.Fatal(err)
	}
	a, err := svodka.Parse(want.Text, day)
	if err != nil {
		t.Fatal(err)
	}
	b, err = json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var got seed
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	for _, part := range []struct {
		name      string
		want, got any
	}{
		{"money", want.Money, got.Money},
		{"dates", want.Dates, got.Dates},
		{"events", want.Events, got.Events},
		{"quotes", want.Quotes, got.Quotes},
		{"entities", want.entities(), entities(a)},
		{"abbreviations", want.Expect.Abbreviations, abbreviations(a)},
	} {
		t.Run(part.name, func(t *testing.T) {
			if d := cmp.Diff(part.want, part.got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
	if len(a.Notes) == 0 || a.Notes[0].Start > strings.Index(a.Text, "миропорядка») {
		t.Errorf("no note of the mark that never opens: %v", a.Notes)
	}
	if n := count(a.Paragraphs, parse.Item); n != len(want.Events) {
		t.Errorf("%d items, want %d", n, len(want.Events))
	}
}

func count(ps []parse.Paragraph, kind parse.Kind) (n int) {
	for _, p := range ps {
		if p.Kind == kind {
			n++
		}
	}
	return n
}
