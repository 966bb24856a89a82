package svodka

import (
	"fmt"
	"iter"
	"log/slog"

	"github.com/svodka/svodka/timeline"
)

// EventsBetween yields the events that take place, wholly or in part, from one moment up to but not including another, in
// their order. The zero moment is no limit. Events without a date are left out.
func (a Article) EventsBetween(from, to timeline.Moment) iter.Seq[timeline.Event] {
	return func(yield func(timeline.Event) bool) {
		for _, e := range a.Events {
			if e.From.IsZero() || !to.IsZero() && e.From.Compare(to) >= 0 || !from.IsZero() && e.To.Compare(from) <= 0 {
				continue
			}
			if !yield(e) {
				return
			}
		}
	}
}

// String tells in one line what the article holds: 2022-12-30, 6030 bytes: 2 sums, 8 dates, 4 events, 20 entities, 22 quotes, 1 note.
func (a Article) String() string {
	day := "no date"
	if !a.Published.IsZero() {
		day = FormatPublished(a.Published)
	}
	s := fmt.Sprintf("%s, %d bytes", day, len(a.Text))
	separator := ": "
	for _, c := range a.counts() {
		s += separator + c.String()
		separator = ", "
	}
	return s
}

// LogValue is what [log/slog] writes of an article: the day and how much of each kind there is, not the text.
func (a Article) LogValue() slog.Value {
	attrs := []slog.Attr{slog.Int("bytes", len(a.Text))}
	if !a.Published.IsZero() {
		attrs = append([]slog.Attr{slog.String("published", FormatPublished(a.Published))}, attrs...)
	}
	for _, c := range a.counts() {
		attrs = append(attrs, slog.Int(c.many, c.n))
	}
	return slog.GroupValue(attrs...)
}

// A count is how many there are of a kind.
type count struct {
	n         int
	one, many string
}

func (c count) String() string {
	if c.n == 1 {
		return "1 " + c.one
	}
	return fmt.Sprintf("%d %s", c.n, c.many)
}

func (a Article) counts() []count {
	return []count{
		{len(a.Money), "sum", "sums"}, {len(a.Dates), "date", "dates"}, {len(a.Events), "event", "events"},
		{len(a.Entities), "entity", "entities"}, {len(a.Quotes), "quote", "quotes"}, {len(a.Notes), "note", "notes"},
	}
}
