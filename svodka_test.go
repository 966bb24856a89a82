package svodka_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/encoding/charmap"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/money"
)

var published = time.Date(2023, 3, 15, 0, 0, 0, 0, time.UTC)

func TestParseErrors(t *testing.T) {
	text := "Мост откроют весной, сообщил губернатор."
	win, _ := charmap.Windows1251.NewEncoder().String(text)
	koi, _ := charmap.KOI8R.NewEncoder().String(text)
	for _, c := range []struct {
		name, text string
		offset     int
		looks      string
	}{
		{"windows-1251", win, 0, "windows-1251"},
		{"KOI8-R", koi, 0, "KOI8-R"},
		{"a bad byte", text + "\xff" + text, len(text), ""},
		{"a rune cut short", text + "\xd0", len(text), ""},
		{"a surrogate", "а\xed\xa0\x80", 2, ""},
	} {
		_, err := svodka.Parse(c.text, published)
		var e *svodka.EncodingError
		if !errors.As(err, &e) {
			t.Errorf("%s: got %v", c.name, err)
			continue
		}
		if e.Offset != c.offset || e.Looks != c.looks || !strings.Contains(e.Error(), c.looks) {
			t.Errorf("%s: got %+v (%v)", c.name, e, e)
		}
	}
	_, err := svodka.Parse(strings.Repeat("а", svodka.MaxBytes/2+1), published)
	var e *svodka.SizeError
	if !errors.As(err, &e) || e.Size != svodka.MaxBytes+2 {
		t.Errorf("a text too long: got %v", err)
	}
}

func TestJSONBothWays(t *testing.T) {
	texts := golden.Articles(t)
	texts["empty"] = ""
	for name, text := range texts {
		for _, when := range []time.Time{published, {}, time.Date(2023, 3, 15, 14, 30, 0, 0, time.UTC)} {
			a, err := svodka.Parse(text, when)
			if err != nil {
				t.Fatal(err)
			}
			b, err := json.Marshal(a)
			if err != nil {
				t.Fatal(err)
			}
			var back svodka.Article
			if err := json.Unmarshal(b, &back); err != nil {
				t.Fatal(err)
			}
			again, err := json.Marshal(&back)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(b), string(again)); d != "" {
				t.Errorf("%s (-first +second):\n%s", name, d)
			}
			if d := cmp.Diff(a, &back, cmpopts.EquateComparable(money.Decimal{})); d != "" {
				t.Errorf("%s (-want +got):\n%s", name, d)
			}
		}
	}
}

// TestRoom: an article keeps nothing of the room it was made in, which the texts behind it use again.
func TestRoom(t *testing.T) {
	texts := golden.Articles(t)
	made, want := map[string]*svodka.Article{}, map[string]string{}
	for name, text := range texts {
		a, err := svodka.Parse(text, published)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		made[name], want[name] = a, string(b)
	}
	for name, a := range made {
		b, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want[name], string(b)); d != "" {
			t.Errorf("%s, texts later (-want +got):\n%s", name, d)
		}
	}
}

// An article is written alike by its value and by its address, wherever it stands.
func TestByValue(t *testing.T) {
	a, err := svodka.Parse("Мост стоит 3 млн рублей.", published)
	if err != nil {
		t.Fatal(err)
	}
	want, err := json.Marshal(a)
	if err != nil || !strings.HasPrefix(string(want), `{"published":"2023-03-15","text":"Мост`) {
		t.Fatalf("%s, %v", want, err)
	}
	for _, c := range []struct {
		v             any
		before, after string
	}{
		{*a, "", ""}, {[]svodka.Article{*a}, "[", "]"}, {map[string]svodka.Article{"а": *a}, `{"а":`, "}"}, {struct{ A svodka.Article }{*a}, `{"A":`, "}"},
	} {
		got, err := json.Marshal(c.v)
		if err != nil || string(got) != c.before+string(want)+c.after {
			t.Errorf("%T is %s, %v", c.v, got, err)
		}
	}
	if got := fmt.Sprint(*a); got != a.String() {
		t.Errorf("got %s", got)
	}
	var b bytes.Buffer
	slog.New(slog.NewTextHandler(&b, nil)).Info("parsed", "article", *a)
	if !strings.Contains(b.String(), "article.bytes=42") || strings.Contains(b.String(), "Мост") {
		t.Errorf("logged %s", b.String())
	}
	var empty svodka.Article
	const none = `{"published":null,"text":"","paragraphs":[],"money":[],"dates":[],"events":[],"entities":[],"quotes":[],"notes":[]}`
	if got, err := json.Marshal(empty); err != nil || string(got) != none || empty.Money != nil {
		t.Errorf("the zero article is %s, %v", got, err)
	}
}

// What cannot be an article is refused, with its place, and leaves the one read into as it was.
func TestJSONErrors(t *testing.T) {
	for _, c := range []struct{ json, path, reason string }{
		{`"quotes":[{"start":0,"end":-5,"kind":"direct","group":1},{"start":0,"end":2,"kind":"direct","group":1}]`, "quotes[0]", "0 to -5 is no part of a text of 6 bytes"},
		{`"quotes":[{"start":0,"end":6,"kind":"name"},{"start":0,"end":8,"kind":"name"}]`, "quotes[1]", "0 to 8 is no part of a text of 6 bytes"},
		{`"quotes":[{"start":0,"end":3,"kind":"name"}]`, "quotes[0]", "0 to 3 cuts a letter in two"},
		{`"quotes":[{"start":0,"end":6,"kind":"name","speaker_span":{"start":-2,"end":0}}]`, "quotes[0].speaker_span", "-2 to 0 is no part of a text of 6 bytes"},
		{`"quotes":[{"start":0,"end":6,"kind":"name","cue_span":{"start":4,"end":2}}]`, "quotes[0].cue_span", "4 to 2 is no part of a text of 6 bytes"},
		{`"quotes":[{"start":0,"end":6,"kind":"name","speaker_id":-1}]`, "quotes[0].speaker_id", "-1 is below 1"},
		{`"quotes":[{"start":0,"end":6,"kind":"name","group":-1}]`, "quotes[0].group", "-1 is below 1"},
		{`"money":[{"start":7,"end":8,"min":"5","max":"5"}]`, "money[0]", "7 to 8 is no part of a text of 6 bytes"},
		{`"dates":[{"start":1,"end":2,"type":"duration","value":"P2Y"}]`, "dates[0]", "1 to 2 cuts a letter in two"},
		{`"events":[{"start":-1,"end":2}]`, "events[0]", "-1 to 2 is no part of a text of 6 bytes"},
		{`"notes":[{"start":0,"end":2,"message":"а"},{"start":0,"end":7,"message":"а"}]`, "notes[1]", "0 to 7 is no part of a text of 6 bytes"},
		{`"entities":[{"id":-4,"type":"place"}]`, "entities[0].id", "-4 is below 1"},
		{`"entities":[{"type":"place"}]`, "entities[0].id", "0 is below 1"},
		{`"entities":[{"id":1,"type":"place","mentions":[{"start":0,"end":2,"kind":"name"},{"start":0,"end":9,"kind":"name"}]}]`, "entities[0].mentions[1]", "0 to 9 is no part of a text of 6 bytes"},
		{`"entities":[{"id":1,"type":"person","roles":[{"start":0,"end":1}]}]`, "entities[0].roles[0]", "0 to 1 cuts a letter in two"},
		{`"entities":[{"id":1,"type":"person","roles":[{"start":0,"end":2},{"start":0,"end":2,"org":-2}]}]`, "entities[0].roles[1].org", "-2 is below 1"},
		{`"paragraphs":[{"start":0,"end":6,"kind":"text","sentences":[{"start":0,"end":2},{"start":2,"end":8}]}]`, "paragraphs[0].sentences[1]", "2 to 8 is no part of a text of 6 bytes"},
		{`"paragraphs":[{"start":0,"end":2,"kind":"item","marker":"• • •"}]`, "paragraphs[0].marker", `the paragraph does not begin with "• • •"`},
		{`"paragraphs":[{"start":0,"end":-2,"kind":"item","marker":"•"}]`, "paragraphs[0]", "0 to -2 is no part of a text of 6 bytes"},
		{`"paragraphs":[{"start":0,"end":2,"kind":"item","level":-1}]`, "paragraphs[0].level", "-1 is below 0"},
	} {
		a := svodka.Article{Text: "as it was"}
		err := json.Unmarshal([]byte(`{"text":"абв",`+c.json+`}`), &a)
		var e *svodka.JSONError
		if !errors.As(err, &e) || *e != (svodka.JSONError{Path: c.path, Reason: c.reason}) || a.Text != "as it was" {
			t.Errorf("%s: %v, want %s: %s", c.json, err, c.path, c.reason)
		}
	}
	var a svodka.Article
	err := json.Unmarshal([]byte(`{"text":"","notes":[{"start":0,"end":2}]}`), &a)
	if want := "svodka: notes[0]: 0 to 2 is no part of a text of 0 bytes"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	for _, s := range []string{`{"published":"вчера"}`, `[]`, `{"money":{}}`} {
		if err := json.Unmarshal([]byte(s), &a); err == nil {
			t.Errorf("%s is read", s)
		}
	}
}

// What is left out of the JSON is as what is null.
func TestJSONLists(t *testing.T) {
	var a svodka.Article
	if err := json.Unmarshal([]byte(`{"text":"абв","paragraphs":[{"start":0,"end":6,"kind":"text"}],"entities":[{"id":1,"type":"place","name":"а"}]}`), &a); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(a)
	if err != nil || strings.Contains(strings.NewReplacer(`"published":null`, "", `"marker":null`, "", `"gender":null`, "", `"abbr":null`, "").Replace(string(b)), "null") {
		t.Errorf("got %s, %v", b, err)
	}
}

// A time that could not be read again is not written.
func TestYears(t *testing.T) {
	for _, year := range []int{-1, 12000} {
		a := svodka.Article{Published: time.Date(year, 1, 2, 0, 0, 0, 0, time.UTC)}
		if b, err := json.Marshal(a); err == nil {
			t.Errorf("%d is written as %s", year, b)
		}
	}
	for _, year := range []int{0, 1, 9999} {
		a := svodka.Article{Published: time.Date(year, 1, 2, 0, 0, 0, 0, time.UTC)}
		var back svodka.Article
		if b, err := json.Marshal(a); err != nil || json.Unmarshal(b, &back) != nil || !back.Published.Equal(a.Published) {
			t.Errorf("%d comes back as %v, %v", year, back.Published, err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for name, text := range golden.Articles(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := svodka.Parse(text, published); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
