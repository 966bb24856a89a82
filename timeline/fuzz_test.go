package timeline

import (
	"cmp"
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

// The values a date may have, told apart from the code that writes them.
var (
	calendarValue = regexp.MustCompile(`^(BC)?(\d|\d\d|\d{3}|\d{4}|X{1,4}|XX\d{1,2})(-(H[12X]|Q[1-4X]|SP|SU|FA|WI|W(\d\d|XX)(-(WE|[1-7]))?|(\d\d|XX)(-(\d\d|XX))?))?$`)
	timeValue     = regexp.MustCompile(`^((BC)?(\d{4}|XXXX|XX\d\d)-(\d\d|XX)-(\d\d|XX)|XXXX-WXX-[1-7])T([01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00|MO|AF|EV|NI)$`)
	amountValue   = regexp.MustCompile(`^P((\d+(\.\d{1,3})?|X)[YMWD])*(T((\d+(\.\d{1,3})?|X)[HMS])+)?$`)
	refValue      = regexp.MustCompile(`^(PAST|PRESENT|FUTURE)_REF$`)
)

// valid tells whether the value of a date suits its type.
func valid(d Date) bool {
	for v := range strings.SplitSeq(d.Value, "/") {
		date, clock, amount := calendarValue.MatchString(v), timeValue.MatchString(v), amountValue.MatchString(v) && v != "P"
		ok := false
		switch d.Type {
		case Calendar, Time:
			ok = date || clock || refValue.MatchString(v)
		case Duration:
			ok = amount
		case Set:
			ok = date || clock || amount
		}
		if !ok {
			return false
		}
	}
	return strings.Count(d.Value, "/") < 2
}

// checkDate holds a date to what is promised of all of them.
func checkDate(t *testing.T, text string, d Date) {
	t.Helper()
	if !valid(d) || d.Type.String() == "" {
		t.Errorf("%q: %#v", text, d)
	}
	if d.From.IsZero() != d.To.IsZero() || !d.From.IsZero() && !d.From.before(d.To) {
		t.Errorf("%q: from %v to %v", text, d.From, d.To)
	}
	if d.From.IsZero() != strings.Contains(d.Value, "X") && (d.Type == Calendar || d.Type == Time) && !isRef(d.Value) {
		t.Errorf("%q: %#v is placed though a part of it is not known, or the other way round", text, d)
	}
	if s, ok := d.EDTF(); ok != (s != "") {
		t.Errorf("%q: EDTF %q, %v", text, s, ok)
	}
	comesBack(t, d)
}

// check holds a text's dates and events to what is promised of them.
func check(t *testing.T, text string, ref time.Time) {
	t.Helper()
	doc := parse.Text(text)
	dates := Find(doc, ref)
	end := 0
	for _, m := range dates {
		if m.Start < end || m.End <= m.Start || m.End > len(text) {
			t.Fatalf("%q: span %v behind %d", text, m.Span, end)
		}
		if m.Text != m.In(text) || utf8.ValidString(text) && !utf8.ValidString(m.Text) {
			t.Errorf("%q: text %q", text, m.Text)
		}
		checkDate(t, text, m.Date)
		if _, err := Parse(m.Text, ref); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		end = m.End
	}
	events := Events(doc, dates)
	checkEvents(t, text, events)
	if again := Find(doc, ref); !slices.Equal(dates, again) || !slices.Equal(events, Events(doc, again)) {
		t.Errorf("%q: found differently the second time", text)
	}
}

// checkEvents holds events to their order: by their beginnings, and what has none behind what it follows in the text.
func checkEvents(t *testing.T, text string, events []Event) {
	t.Helper()
	for i, e := range events {
		if e.Text != e.In(text) || e.Text == "" {
			t.Fatalf("%q: event %v %q", text, e.Span, e.Text)
		}
		if i > 0 && !e.From.IsZero() && e.From.before(lastBegun(events[:i])) {
			t.Errorf("%q: %v stands behind %v", text, e.From, events[i-1].From)
		}
	}
	inText := slices.SortedFunc(slices.Values(events), func(a, b Event) int { return cmp.Compare(a.Start, b.Start) })
	for i, e := range inText {
		if i == 0 {
			continue
		}
		if p := inText[i-1]; p.End > e.Start {
			t.Errorf("%q: events overlap", text)
		} else if k := slices.Index(events, e); e.From.IsZero() && (k == 0 || events[k-1] != p) {
			t.Errorf("%q: %q does not stand behind %q", text, e.Text, p.Text)
		}
	}
}

// lastBegun is the beginning of the last of some events that has one.
func lastBegun(events []Event) Moment {
	for _, e := range slices.Backward(events) {
		if !e.From.IsZero() {
			return e.From
		}
	}
	return Moment{Year: -1 << 30, Month: 1}
}

// expressions are the texts of testdata/expressions.txt.
func expressions(t testing.TB) (texts []string) {
	data, err := os.ReadFile("testdata/expressions.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		head, _, _ := strings.Cut(line, " => ")
		if _, text, ok := strings.Cut(head, " | "); ok && line[0] != '#' {
			texts = append(texts, text)
		}
	}
	return texts
}

// refs are the references that texts are fuzzed with.
var refs = [...]time.Time{
	{}, published, time.Date(2024, 2, 29, 23, 59, 0, 0, time.UTC), time.Date(800, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(1900, 1, 1, 0, 1, 0, 0, time.UTC),
	time.Date(9990, 12, 31, 12, 0, 0, 0, time.UTC),
}

// TestPromises holds every text of the test data to what FuzzFind checks, at every reference.
func TestPromises(t *testing.T) {
	texts := expressions(t)
	for _, a := range golden.Articles(t) {
		texts = append(texts, a)
	}
	for _, text := range texts {
		for _, ref := range refs {
			check(t, text, ref)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, text := range golden.Articles(f) {
		f.Add(text, uint8(1))
	}
	for i, text := range expressions(f) {
		f.Add(text, uint8(i))
	}
	f.Add("Было:\n• 5 мая — а.\n• в тот же день б.\n• 2014 год. в\n\n2020\n• 31 декабря г.\n◦ 10:35 — д.\n", uint8(1))
	f.Fuzz(func(t *testing.T, text string, ref uint8) { check(t, text, refs[int(ref)%len(refs)]) })
}

func FuzzParse(f *testing.F) {
	for i, text := range expressions(f) {
		for _, m := range Find(parse.Text(text), published) {
			f.Add(m.Text, uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, s string, ref uint8) {
		d, err := Parse(s, refs[int(ref)%len(refs)])
		if err == nil {
			checkDate(t, s, d)
			return
		}
		var e *ParseError
		if !errors.As(err, &e) || e.Input != s || e.Offset < 0 || e.Offset > len(s) || e.Reason == "" || !d.IsZero() {
			t.Errorf("%q: %v, %v", s, d, err)
		}
	})
}

// What is read as a date or a moment is written as it was read, once it has been written.
func FuzzDateJSON(f *testing.F) {
	for _, text := range expressions(f) {
		for _, m := range Find(parse.Text(text), published) {
			b, err := json.Marshal(m)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(b)
		}
	}
	f.Add([]byte(`{"start":0,"end":5,"text":"x","value":"2018","from":"2018-01-01","to":"2019-01-01"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var m Mention
		if json.Unmarshal(b, &m) == nil && m.Date != (Date{}) {
			checkDate(t, string(b), m.Date)
		}
		var e Event
		if json.Unmarshal(b, &e) != nil {
			return
		}
		c, err := json.Marshal(e)
		var back Event
		if err == nil {
			err = json.Unmarshal(c, &back)
		}
		if err != nil || back != e {
			t.Errorf("%s is read as %#v and comes back as %#v, %v", b, e, back, err)
		}
	})
}
