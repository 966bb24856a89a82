package svodka_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/timeline"
)

func FuzzParse(f *testing.F) {
	for _, text := range golden.Articles(f) {
		f.Add(text, int64(1678838400))
		f.Add(text[:len(text)/3], int64(0))
	}
	f.Add("«Мост, — сказал Иван Рощин (мэр), — стоит $3 млн». Об этом 3 марта сообщил МИД.\n• 1 мая 2020 года\n• 2 мая", int64(1672358400))
	f.Add("«««»»»\xff\xfe\x00\u0301\u202e<…>", int64(-1))
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		published := time.Unix(unix%(1<<36), 0).UTC()
		if unix == 0 {
			published = time.Time{}
		}
		a, err := svodka.Parse(text, published)
		if (err == nil) != utf8.ValidString(text) {
			t.Fatalf("valid UTF-8: %v, error: %v", utf8.ValidString(text), err)
		}
		if err != nil {
			return
		}
		check(t, a)
		var wg sync.WaitGroup
		for range 2 {
			wg.Go(func() {
				if again, err := svodka.Parse(strings.Clone(text), published); err != nil || !reflect.DeepEqual(a, again) {
					t.Errorf("a copy of the text gives another article (%v)", err)
				}
			})
		}
		wg.Wait()
	})
}

// check holds what is true of every article: its annotations lie inside the text, on rune boundaries, in order, and refer to what is
// there; its JSON gives it back.
func check(t *testing.T, a *svodka.Article) {
	t.Helper()
	within := func(what string, s parse.Span, text string) {
		t.Helper()
		if s.Start < 0 || s.End < s.Start || s.End > len(a.Text) || s.End < len(a.Text) && !utf8.RuneStart(a.Text[s.End]) || s.Start < len(a.Text) && !utf8.RuneStart(a.Text[s.Start]) {
			t.Fatalf("%s at %v of %d bytes", what, s, len(a.Text))
		}
		if text != s.In(a.Text) {
			t.Errorf("%s has text %q, its span %q", what, text, s.In(a.Text))
		}
	}
	last := 0
	for i, m := range a.Money {
		within("sum", m.Span, m.Text)
		if m.Len() == 0 || m.Start < last {
			t.Errorf("sum %d at %v is empty or begins before %d", i, m.Span, last)
		}
		last = m.End
	}
	last = 0
	for i, m := range a.Dates {
		within("date", m.Span, m.Text)
		if m.Len() == 0 || m.Start < last {
			t.Errorf("date %d at %v is empty or begins before %d", i, m.Span, last)
		}
		last = m.End
	}
	for _, e := range a.Events {
		within("event", e.Span, e.Text)
	}
	for i, e := range a.Entities {
		if e.ID != i+1 || len(e.Mentions) == 0 || e.Name == "" || e.Type == 0 {
			t.Errorf("entity %d: %+v", i, e)
		}
		for _, m := range e.Mentions {
			within("mention", m.Span, m.Text)
		}
		for _, r := range e.Roles {
			within("role", r.Span, r.Text)
			if r.Org != 0 && a.Entity(r.Org) == nil {
				t.Errorf("role %q at entity %d, which is none", r.Text, r.Org)
			}
		}
	}
	for _, q := range a.Quotes {
		within("quote", q.Span, q.Text)
		within("speaker", q.SpeakerSpan, q.Speaker)
		within("cue", q.CueSpan, q.Cue)
		if q.SpeakerID != 0 && a.Entity(q.SpeakerID) == nil {
			t.Errorf("quote %q by entity %d, which is none", q.Text, q.SpeakerID)
		}
	}
	for _, n := range a.Notes {
		within("note", n.Span, n.In(a.Text))
	}
	for u := range a.Speech() {
		if u.Text == "" || len(u.Pieces) == 0 {
			t.Errorf("utterance %+v", u)
		}
	}
	sameJSON(t, a)
}

func sameJSON(t *testing.T, a *svodka.Article) {
	t.Helper()
	b, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var back svodka.Article
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	if !reflect.DeepEqual(a, &back) {
		t.Errorf("JSON gives another article:\n%s", b)
	}
}

// FuzzArticleJSON reads hostile JSON: what is read can be written and read again.
func FuzzArticleJSON(f *testing.F) {
	for _, text := range golden.Articles(f) {
		a, err := svodka.Parse(text, published)
		if err != nil {
			f.Fatal(err)
		}
		b, err := json.Marshal(a)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"text":"абв","quotes":[{"start":0,"end":2,"text":"а","kind":"direct","group":1},{"start":4,"end":6,"text":"в","kind":"direct","group":1}]}`))
	f.Add([]byte(`{"text":"абв","quotes":[{"start":0,"end":-5,"text":"а","kind":"direct","group":1},{"start":0,"end":1,"text":"б","kind":"direct","group":1}]}`))
	f.Add([]byte(`{"text":"• а","paragraphs":[{"start":0,"end":6,"kind":"item","marker":"• а а","level":1,"sentences":[{"start":0,"end":6}]}]}`))
	f.Add([]byte(`{"published":"2023-03-15","text":"а","money":[{"start":0,"end":2,"text":"а","min":"1","max":null,"currency":"RUB","mod":"min","per":null}]}`))
	f.Add([]byte(`{"text":"абв","entities":[{"id":1,"type":"person","name":"а","gender":"male","roles":[{"start":2,"end":4,"text":"б","name":"б","org":-1}]}]}`))
	f.Add([]byte(`{"text":"а","dates":[{"start":0,"end":2,"text":"а","type":"date","value":"2018","mod":"SINCE","from":"2018-01-01","to":"2019-01-01"}],"events":[{"start":0,"end":2,"text":"а"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var a svodka.Article
		if json.Unmarshal(b, &a) != nil {
			return
		}
		first, err := json.Marshal(&a)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v\n%s", err, b)
		}
		var back svodka.Article
		if err := json.Unmarshal(first, &back); err != nil {
			t.Fatalf("%v\n%s", err, first)
		}
		second, err := json.Marshal(&back)
		if err != nil || string(first) != string(second) {
			t.Errorf("%v\n%s\n%s", err, first, second)
		}
		for x := range a.Annotations() {
			_ = x.In(a.Text) + x.String()
		}
		for i := range a.Paragraphs {
			_ = a.Paragraphs[i].Body().In(a.Text)
		}
		for u := range a.Speech() {
			for range a.SaidBy(u.SpeakerID) {
			}
		}
		for range a.EventsBetween(timeline.Moment{}, timeline.Moment{Year: 2023, Month: 1, Day: 1}) {
		}
		for _, q := range a.Quotes {
			_ = q.SpeakerSpan.In(a.Text) + q.CueSpan.In(a.Text)
		}
		if a.String() == "" || a.LogValue().String() == "" {
			t.Error("nothing to log")
		}
	})
}

// FuzzPublished: a time that is read is written so that it is read again.
func FuzzPublished(f *testing.F) {
	for _, s := range []string{"2022-12-30", "2022-12-30T10:00:00+03:00", "2022-12-30T23:59:60Z", "0001-01-01", "9999-12-31T00:00:00.000000001-23:59"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := svodka.ParsePublished(s)
		if err != nil {
			return
		}
		if again, err := svodka.ParsePublished(svodka.FormatPublished(p)); err != nil || !again.Equal(p) {
			t.Errorf("%q is %v, written %q, read again %v (%v)", s, p, svodka.FormatPublished(p), again, err)
		}
	})
}

// An article cut anywhere still parses, to something that holds together.
func TestCut(t *testing.T) {
	for name, text := range golden.Articles(t) {
		step := 1
		if testing.Short() {
			step = 37
		}
		for end := 0; end < len(text); end += step * 7 {
			for end < len(text) && !utf8.RuneStart(text[end]) {
				end++
			}
			a, err := svodka.Parse(text[:end], published)
			if err != nil {
				t.Fatalf("%s cut at %d: %v", name, end, err)
			}
			check(t, a)
		}
	}
}

// Many goroutines over shared tables give what one gives.
func TestConcurrent(t *testing.T) {
	texts := golden.Articles(t)
	want := map[string]*svodka.Article{}
	for name, text := range texts {
		a, err := svodka.Parse(text, published)
		if err != nil {
			t.Fatal(err)
		}
		want[name] = a
	}
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			for name, text := range texts {
				if a, err := svodka.Parse(text, published); err != nil || !reflect.DeepEqual(a, want[name]) {
					t.Errorf("%s differs (%v)", name, err)
				}
			}
		})
	}
	wg.Wait()
}
