package timeline

import (
	"slices"
	"strings"

	"github.com/svodka/svodka/internal/room"
	"github.com/svodka/svodka/parse"
)

// An Event is an item of a chronology.
type Event struct {
	parse.Span        // without the marker
	Text       string // as it stands
	// Date is the item's own; zero where it tells none. Its modifier and zone are those of the mention, which Find gave, and
	// left out here.
	Date
}

// String is when the event begins and the text: 2022-05-20 20 мая объявлен конкурс; the text alone where it has no date.
func (e Event) String() string {
	if e.From.IsZero() {
		return e.Text
	}
	return e.From.String() + " " + e.Text
}

// Events finds the chronologies of a document and gives their items in chronological order; dates are those that [Find] finds
// in it; no event is an empty list. Items of the same time keep the order of the text. An item that tells no date stands right behind the one it
// follows in the text.
func Events(doc *parse.Document, dates []Mention) []Event {
	if !mayList(doc, dates) {
		return []Event{}
	}
	l := layouts.Get().(*layout)
	defer l.put()
	if !l.lay(doc, doc.Paragraphs, len(dates), func(i int) parse.Span { return dates[i].Span }, func(i int) mark { return dates[i].mark() }) {
		return []Event{}
	}
	var from Moment
	for b := range l.chronologies {
		for i := range b.lines {
			n := &b.lines[i]
			if first, last := l.body(n); n.bare || first == last {
				continue
			}
			if n.own >= 0 && !dates[n.own].From.IsZero() {
				from = dates[n.own].From
			}
			l.ranks = room.Push(l.ranks, rank{from, int(n.paragraph)}, int(n.paragraph), len(doc.Paragraphs))
		}
	}
	slices.SortStableFunc(l.ranks, byTime)
	out := make([]Event, len(l.ranks))
	for i, r := range l.ranks {
		n := &l.lines[r.index]
		e := &out[i]
		e.Span = doc.Cover(l.body(n))
		e.Text = e.Span.In(doc.Text)
		if n.own >= 0 {
			d := &dates[n.own].Date
			e.Date = Date{Type: d.Type, Value: d.Value, From: d.From, To: d.To}
		}
	}
	return out
}

// mayList tells whether two paragraphs are items or open with a date, for all that their beginnings tell. It only saves work.
func mayList(doc *parse.Document, dates []Mention) bool {
	lines, k := 0, 0
	for i := range doc.Paragraphs {
		p := &doc.Paragraphs[i]
		for k < len(dates) && dates[k].Start < p.Start {
			k++
		}
		if p.Kind == parse.Item || k < len(dates) && dates[k].Start <= p.Start+maxLead {
			lines++
		}
	}
	return lines > 1
}

// mark is a date as a chronology sees it.
func (m *Mention) mark() mark {
	placed := (m.Type == Calendar || m.Type == Time) && !isRef(m.Value)
	value, _, _ := strings.Cut(m.Value, "/")
	return mark{
		Span: m.Span, mod: m.Mod, from: m.From, to: m.To,
		placed: placed, year: placed && strings.IndexByte(value, '-') < 0, hours: m.Type == Time,
	}
}

// A rank is what an event is sorted by, and which one it is.
type rank struct {
	from  Moment
	index int
}

// byTime compares two events by time alone.
func byTime(a, b rank) int { return a.from.Compare(b.from) }

// A Merged is an event of one of several lists.
type Merged struct {
	Event
	List  int // the list it is from
	Index int // its place there
}

// Merge puts several lists of events, each in chronological order, into one. Events of the same time keep the order of the
// lists; an event without a date stays behind the one it follows in its list, or else in front of the first that has one.
func Merge(lists ...[]Event) []Merged {
	var all []Merged
	var ranks []rank
	for i, l := range lists {
		var from Moment
		if k := slices.IndexFunc(l, func(e Event) bool { return !e.From.IsZero() }); k >= 0 {
			from = l[k].From
		}
		for j := range l {
			if !l[j].From.IsZero() {
				from = l[j].From
			}
			ranks = append(ranks, rank{from, len(all)})
			all = append(all, Merged{l[j], i, j})
		}
	}
	slices.SortStableFunc(ranks, byTime)
	out := make([]Merged, len(all))
	for i, r := range ranks {
		out[i] = all[r.index]
	}
	return out
}
