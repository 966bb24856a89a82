package timeline

import (
	"encoding/json"
	"slices"

	"github.com/svodka/svodka/parse"
)

// An Event is an item of a chronology.
type Event struct {
	parse.Span        // without the marker
	Text       string // as it stands
	Date              // the item's own; zero where it tells none
}

// Events finds the chronologies of a document and gives their items in chronological order; dates are those that [Find] finds
// in it. Items of the same time keep the order of the text. An item that tells no date stands right behind the one it
// follows in the text.
func Events(doc *parse.Document, dates []Mention) []Event {
	if len(dates) < 2 || len(doc.Paragraphs) < 2 {
		return nil
	}
	marks := make([]mark, len(dates))
	for i := range dates {
		d := &dates[i]
		marks[i] = mark{Span: d.Span, mod: d.Mod, from: d.From, to: d.To}
		if marks[i].placed = (d.Type == Calendar || d.Type == Time) && !isRef(d.Value); marks[i].placed {
			p, _, ok := readValue(d.Value)
			marks[i].year = ok && p.unit >= year
		}
	}
	var out []Event
	for _, b := range chronologies(doc, marks) {
		for i := range b.lines {
			n := &b.lines[i]
			first, last := doc.Range(doc.Paragraphs[n.paragraph].Body())
			if n.bare || first == last {
				continue
			}
			s := doc.Cover(first, last)
			e := Event{Span: s, Text: s.In(doc.Text)}
			if n.own >= 0 {
				e.Date = dates[n.own].Date
			}
			out = append(out, e)
		}
	}
	return inOrder(out, func(e *Event) *Date { return &e.Date })
}

// inOrder sorts by From, stably. What has none stays behind what it follows.
func inOrder[T any](list []T, date func(*T) *Date) []T {
	type group struct {
		from  Moment
		items []T
	}
	var groups []group
	for i := range list {
		d := date(&list[i])
		if len(groups) == 0 || !d.From.IsZero() {
			groups = append(groups, group{from: d.From})
		}
		g := &groups[len(groups)-1]
		g.items = append(g.items, list[i])
	}
	slices.SortStableFunc(groups, func(a, b group) int { return a.from.Compare(b.from) })
	out := list[:0:0]
	for _, g := range groups {
		out = append(out, g.items...)
	}
	return out
}

// A Merged is an event of one of several lists.
type Merged struct {
	Event
	List  int // the list it is from
	Index int // its place there
}

// Merge puts several lists of events, each in chronological order, into one. Events of the same time keep the order of the
// lists; an event without a date stays behind the one it follows in its list.
func Merge(lists ...[]Event) []Merged {
	var all []Merged
	for i, l := range lists {
		for j := range l {
			all = append(all, Merged{l[j], i, j})
		}
	}
	return inOrder(all, func(m *Merged) *Date { return &m.Date })
}

type jsonEvent struct {
	parse.Span
	Text  string  `json:"text"`
	Value *string `json:"value"`
	From  *string `json:"from"`
	To    *string `json:"to"`
}

// MarshalJSON writes the place, the text and the date, with null for what is not set.
func (e Event) MarshalJSON() ([]byte, error) {
	from, to := e.ends()
	return json.Marshal(jsonEvent{e.Span, e.Text, orNull(e.Value), orNull(from), orNull(to)})
}
