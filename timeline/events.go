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
	// Date is the item's own; zero where it tells none. Its modifier and zone are those of the mention, which [Find] gave, and
	// left out here.
	Date
}

// Events finds the chronologies of a document and gives their items in chronological order; dates are those that [Find] finds
// in it. Items of the same time keep the order of the text. An item that tells no date stands right behind the one it
// follows in the text.
func Events(doc *parse.Document, dates []Mention) []Event {
	if !mayList(doc, dates) {
		return nil
	}
	l := layouts.Get().(*layout)
	defer l.put()
	if !l.lay(doc, doc.Paragraphs, len(dates), func(i int) parse.Span { return dates[i].Span }, func(i int) mark { return dates[i].mark() }) {
		return nil
	}
	var out []Event
	var from Moment
	for b := range l.chronologies {
		if out == nil {
			out = make([]Event, 0, len(b.lines))
		}
		for i := range b.lines {
			n := &b.lines[i]
			first, last := doc.Range(doc.Paragraphs[n.paragraph].Body())
			if n.bare || first == last {
				continue
			}
			s := doc.Cover(first, last)
			e := Event{Span: s, Text: s.In(doc.Text)}
			if n.own >= 0 {
				d := &dates[n.own].Date
				e.Date = Date{Type: d.Type, Value: d.Value, From: d.From, To: d.To}
				if !d.From.IsZero() {
					from = d.From
				}
			}
			l.ranks = room.Push(l.ranks, rank{from, len(out)}, int(n.paragraph), len(doc.Paragraphs))
			out = room.Push(out, e, int(n.paragraph), len(doc.Paragraphs))
		}
	}
	return inOrder(out, l.ranks)
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

// A rank is what an event is sorted by, and where it stood.
type rank struct {
	from  Moment
	index int
}

// inOrder puts what has these ranks into the order of time, stably.
func inOrder[T any](list []T, ranks []rank) []T {
	byTime := func(a, b rank) int { return a.from.Compare(b.from) }
	if slices.IsSortedFunc(ranks, byTime) {
		return list
	}
	slices.SortStableFunc(ranks, byTime)
	for i := range ranks { // each round of places that give way to each other
		first := list[i]
		for k := i; ranks[k].index >= 0; {
			from := ranks[k].index
			ranks[k].index = -1
			if from == i {
				list[k] = first
				break
			}
			list[k] = list[from]
			k = from
		}
	}
	return list
}

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
	return inOrder(all, ranks)
}
