package quote_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
)

func TestSpeech(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "Мост открыли весной.", []string{}},
		{"names and irony", "В романе «Северный ветер» нет «звёзд».", []string{}},
		{"one piece", "«Мост откроют весной», — сказал [[Рощин=Иван Рощин]].", []string{"Иван Рощин: Мост откроют весной"}},
		{"pieces of a sentence", "«Мост, — сказал [[Рощин=Иван Рощин]], — откроют весной».", []string{"Иван Рощин: Мост откроют весной"}},
		{"pieces that are sentences", "«Мост готов, — сказал [[Рощин=Иван Рощин]]. — Его откроют весной».",
			[]string{"Иван Рощин: Мост готов. Его откроют весной"}},
		{"behind a question", "«Когда откроют мост? — спросил [[Рощин=Иван Рощин]]. — Все ждут».",
			[]string{"Иван Рощин: Когда откроют мост? Все ждут"}},
		{"two pairs of marks", "«Мост готов», — сказал [[Рощин=Иван Рощин]]. — «Его откроют весной».",
			[]string{"Иван Рощин: Мост готов. Его откроют весной"}},
		{"retold in pieces", "Мост, по словам [[Рощина=Иван Рощин]], откроют весной.", []string{"Иван Рощин: Мост откроют весной"}},
		{"a fragment of the retold", "[[Рощин=Иван Рощин]] сообщил, что мост «почти готов» и его откроют весной.",
			[]string{"Иван Рощин: мост «почти готов» и его откроют весной"}},
		{"a fragment alone", "[[Рощин=Иван Рощин]] назвал сроки «смешными».", []string{"Иван Рощин: смешными"}},
		{"somebody else's inside", "[[Рощин=Иван Рощин]] заявил, что мост готов, сообщает [[@«Волна»=Волна]].",
			[]string{"Волна: Рощин заявил, что мост готов", "Иван Рощин: мост готов"}},
		{"nobody's", "Сообщается, что мост откроют весной.", []string{"мост откроют весной"}},
	} {
		text, entities := marked(c.text)
		got := []string{}
		for _, u := range quote.Speech(text, quote.Find(parse.Text(text), entities)) {
			got = append(got, u.String())
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

// TestSpeechTellsAll: every quote but names and scare quotes is a piece of an utterance, or stands inside one.
func TestSpeechTellsAll(t *testing.T) {
	for name, text := range golden.Articles(t) {
		quotes := quote.Find(parse.Text(text), nil)
		utterances := quote.Speech(text, quotes)
		for _, q := range quotes {
			told := slices.ContainsFunc(utterances, func(u quote.Utterance) bool {
				return slices.ContainsFunc(u.Pieces, func(p quote.Quote) bool { return p.Start <= q.Start && q.End <= p.End })
			})
			if !told && q.Kind != quote.Name && q.Kind != quote.Scare {
				t.Errorf("%s: %q is not told", name, q.Text)
			}
		}
	}
}

func TestUtteranceJSON(t *testing.T) {
	text, entities := marked("«Мост, — сказал [[Рощин=Иван Рощин]], — откроют весной». Говорят, что осенью начнут второй.")
	want := quote.Speech(text, quote.Find(parse.Text(text), entities))
	b, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got []quote.Utterance
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestQuoteString(t *testing.T) {
	text, entities := marked("[[Рощин=Иван Рощин]] назвал сроки моста «Волна» «смешными». Говорят, что его закроют.")
	got := []string{}
	for _, q := range quote.Find(parse.Text(text), entities) {
		got = append(got, q.String())
	}
	if d := cmp.Diff([]string{"Волна", "Иван Рощин: смешными", "его закроют"}, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// Quotes whose places are not in the text are joined all the same.
func TestSpeechOfAnotherText(t *testing.T) {
	at := func(start, end int) quote.Quote {
		return quote.Quote{Span: parse.Span{Start: start, End: end}, Text: "а", Kind: quote.Direct, Group: 1}
	}
	for _, quotes := range [][]quote.Quote{{at(0, -5), at(0, 1)}, {at(0, 90), at(95, 99)}, {at(0, 1), at(-7, -3)}, {at(0, 1), at(2, 3)}} {
		if got := quote.Speech("абв", quotes); len(got) != 1 || got[0].Text != "а а" {
			t.Errorf("%v: %v", quotes, got)
		}
	}
	var u quote.Utterance
	if err := json.Unmarshal([]byte(`{"pieces":null}`), &u); err != nil || u.Pieces == nil {
		t.Errorf("%#v, %v", u, err)
	}
}
