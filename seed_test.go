package svodka_test

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
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
		{"marked quotes", slices.DeleteFunc(slices.Clone(want.Quotes), retold), slices.DeleteFunc(slices.Clone(got.Quotes), retold)},
		{"retold", []seedQuote(nil), slices.DeleteFunc(missing(want.Quotes, got.Quotes), marked)},
		{"posts", want.Expect.Persons, posts(a)},
		{"organisations", []string(nil), missing(want.Expect.Orgs, names(a, entity.Org))},
		{"places", []string(nil), missing(want.Expect.Places, names(a, entity.Place))},
		{"abbreviations", map[string]string{}, unknown(want.Expect.Abbreviations, a)},
	} {
		t.Run(part.name, func(t *testing.T) {
			if d := cmp.Diff(part.want, part.got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
	if len(a.Notes) == 0 {
		t.Error("no note of the quotation mark that never opens")
	}
	if n := count(a.Paragraphs, parse.Item); n != len(want.Events) {
		t.Errorf("%d items, want %d", n, len(want.Events))
	}
}

func count(ps []parse.Paragraph, kind parse.ParagraphKind) (n int) {
	for _, p := range ps {
		if p.Kind == kind {
			n++
		}
	}
	return n
}

func retold(q seedQuote) bool { return q.Kind == quote.Indirect.String() }

func marked(q seedQuote) bool { return !retold(q) }

// missing lists what of want is not in got.
func missing[T comparable](want, got []T) (out []T) {
	for _, x := range want {
		if !slices.Contains(got, x) {
			out = append(out, x)
		}
	}
	return out
}

// posts are the posts of the persons who have any, each as often as it was told differently.
func posts(a *svodka.Article) map[string][]string {
	out := map[string][]string{}
	for _, e := range a.Entities {
		for _, r := range e.Roles {
			out[e.Name] = append(out[e.Name], r.Name)
		}
	}
	return out
}

func names(a *svodka.Article, typ entity.Type) (out []string) {
	for _, e := range a.Entities {
		if e.Type == typ {
			out = append(out, e.Name)
		}
	}
	return out
}

// unknown is what of the abbreviations wanted no entity of that name has.
func unknown(want map[string]string, a *svodka.Article) map[string]string {
	out := maps.Clone(want)
	for _, e := range a.Entities {
		if out[string(e.Abbr)] == e.Name {
			delete(out, string(e.Abbr))
		}
	}
	return out
}
