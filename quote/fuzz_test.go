package quote_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
)

// FuzzFind: whatever the text, the quotes lie in it in order, say of themselves what the text has there, name entities
// there are, and come out the same again.
func FuzzFind(f *testing.F) {
	for _, text := range golden.Articles(f) {
		f.Add(text)
	}
	for _, text := range []string{
		"«А, — сказал [[Рощин]]. — Б». Об этом пишет [[@Волна]].", "„«\"''»“", "[[Рощин]]: да.\n\n[[Белкина]]: нет.\n\n[[Рощин]]: да.", "— Да, — сказал он.\n— Нет.",
		"Он сказал: «А\n\n«Б». Так ответил [[~он=Рощин]].", "\xff«\xd0», — сказал \x00", "по словам [[!мэр=Рощин]], что, что, что", "»«»«, — сказал",
		"а\n«:", "[[Рощина=Рощин]]: да", "как и",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, input string) {
		text, entities := marked(input)
		doc := parse.Text(text)
		quotes := quote.Find(doc, entities)
		check(t, text, quotes, entities)
		if again := quote.Find(doc, entities); !slices.Equal(quotes, again) {
			t.Errorf("%q: not the same again", text)
		}
		for _, u := range quote.Speech(text, quotes) {
			if len(u.Pieces) == 0 || u.Pieces[0].Kind == quote.Name || u.Pieces[0].Kind == quote.Scare {
				t.Errorf("%q: no utterance: %v", text, u)
			}
		}
	})
}

func check(t *testing.T, text string, quotes []quote.Quote, entities []entity.Entity) {
	t.Helper()
	groups := []int{0}
	for i, q := range quotes {
		for _, s := range []struct {
			span parse.Span
			text string
		}{{q.Span, q.Text}, {q.SpeakerSpan, q.Speaker}, {q.CueSpan, q.Cue}} {
			if s.span.Start < 0 || s.span.End < s.span.Start || s.span.End > len(text) || text[s.span.Start:s.span.End] != s.text {
				t.Fatalf("%q: %v is not %q", text, s.span, s.text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(s.text) {
				t.Errorf("%q: %v cuts a rune", text, s.span)
			}
		}
		if i > 0 && (q.Start < quotes[i-1].Start || q.Start == quotes[i-1].Start && q.End > quotes[i-1].End) {
			t.Errorf("%q: %v stands behind %v", text, q.Span, quotes[i-1].Span)
		}
		if q.SpeakerID != 0 && !slices.ContainsFunc(entities, func(e entity.Entity) bool { return e.ID == q.SpeakerID }) {
			t.Errorf("%q: no entity %d", text, q.SpeakerID)
		}
		if told := q.Kind != quote.Name && q.Kind != quote.Scare; q.Kind.String() == "" || !told && (q.Speaker != "" || q.Cue != "" || q.Evidence != 0) {
			t.Errorf("%q: %+v", text, q)
		}
		if q.Evidence == 0 && (q.SpeakerName != "" || q.Cue != "") {
			t.Errorf("%q: no evidence for %+v", text, q)
		}
		if !slices.Contains(groups, q.Group) {
			if q.Group != len(groups) {
				t.Errorf("%q: group %d behind %d", text, q.Group, len(groups)-1)
			}
			groups = append(groups, q.Group)
		}
	}
	checkGroups(t, text, quotes, len(groups)-1)
	checkJSON(t, quotes)
}

// checkGroups: a group has two pieces or more, of one kind.
func checkGroups(t *testing.T, text string, quotes []quote.Quote, groups int) {
	t.Helper()
	kind, count := make([]quote.Kind, groups+1), make([]int, groups+1)
	for _, q := range quotes {
		if q.Group == 0 {
			continue
		}
		if kind[q.Group] != 0 && kind[q.Group] != q.Kind {
			t.Errorf("%q: group %d of %v and %v", text, q.Group, kind[q.Group], q.Kind)
		}
		kind[q.Group] = q.Kind
		count[q.Group]++
	}
	for i, n := range count {
		if i > 0 && n < 2 {
			t.Errorf("%q: group %d of one", text, i)
		}
	}
}

func checkJSON(t *testing.T, quotes []quote.Quote) {
	t.Helper()
	if slices.ContainsFunc(quotes, func(q quote.Quote) bool {
		return !utf8.ValidString(strings.Join([]string{q.Text, q.Speaker, q.SpeakerName, q.Cue}, " "))
	}) {
		return // JSON cannot hold it
	}
	b, err := json.Marshal(quotes)
	if err != nil {
		t.Fatal(err)
	}
	var back []quote.Quote
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(quotes, back) {
		t.Errorf("%s gives %+v, not %+v", b, back, quotes)
	}
}

// TestInvariants checks what the fuzz target does over everything the tests know, whole, cut short, and joined.
func TestInvariants(t *testing.T) {
	var all strings.Builder
	for _, text := range golden.Articles(t) {
		all.WriteString(text)
		for i := 0; i < len(text); i += 997 {
			part, entities := marked(strings.ToValidUTF8(text[i:], ""))
			check(t, part, quote.Find(parse.Text(part), entities), entities)
		}
	}
	check(t, all.String(), quote.Find(parse.Text(all.String()), nil), nil)
}
