package svodka_test

import (
	"encoding/json"
	"errors"
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
