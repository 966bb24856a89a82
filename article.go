package svodka

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
	"github.com/svodka/svodka/timeline"
)

// An Article is a news article as data. No list is nil. Its JSON is a published format; see the package comment.
type Article struct {
	Published  time.Time // zero where it is not known; the day is that of its location
	Text       string
	Paragraphs []parse.Paragraph
	Money      []money.Mention
	Dates      []timeline.Mention
	Events     []timeline.Event // in chronological order
	Entities   []entity.Entity
	Quotes     []quote.Quote
	Notes      []parse.Note
}

// articleJSON is the article as it is written; lists are never null.
type articleJSON struct {
	Published  *string            `json:"published"`
	Text       string             `json:"text"`
	Paragraphs []parse.Paragraph  `json:"paragraphs"`
	Money      []money.Mention    `json:"money"`
	Dates      []timeline.Mention `json:"dates"`
	Events     []timeline.Event   `json:"events"`
	Entities   []entity.Entity    `json:"entities"`
	Quotes     []quote.Quote      `json:"quotes"`
	Notes      []parse.Note       `json:"notes"`
}

// MarshalJSON writes the article in the published format. It fails for a time of publication that [ParsePublished] would not read.
func (a Article) MarshalJSON() ([]byte, error) {
	a.fill()
	x := articleJSON{nil, a.Text, a.Paragraphs, a.Money, a.Dates, a.Events, a.Entities, a.Quotes, a.Notes}
	if !a.Published.IsZero() {
		s := FormatPublished(a.Published)
		if _, err := ParsePublished(s); err != nil {
			return nil, err
		}
		x.Published = &s
	}
	return json.Marshal(x)
}

// UnmarshalJSON reads what MarshalJSON writes: the same article comes back. What the JSON tells of places that the text does not
// have is refused with a [*JSONError], and so is an ID below 1.
func (a *Article) UnmarshalJSON(b []byte) error {
	var x articleJSON
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	n := Article{time.Time{}, x.Text, x.Paragraphs, x.Money, x.Dates, x.Events, x.Entities, x.Quotes, x.Notes}
	n.fill()
	if x.Published != nil {
		var err error
		if n.Published, err = ParsePublished(*x.Published); err != nil {
			return err
		}
	}
	if err := n.check(); err != nil {
		return err
	}
	*a = n
	return nil
}

// fill makes every list one that is not nil.
func (a *Article) fill() {
	fill(&a.Paragraphs)
	fill(&a.Money)
	fill(&a.Dates)
	fill(&a.Events)
	fill(&a.Entities)
	fill(&a.Quotes)
	fill(&a.Notes)
}

func fill[T any](l *[]T) {
	if *l == nil {
		*l = []T{}
	}
}

// FormatPublished writes a time of publication: as a day where it is midnight in UTC, else by RFC 3339. [ParsePublished] reads it
// back where the year has four digits.
func FormatPublished(t time.Time) string {
	if t.Equal(t.Truncate(24*time.Hour)) && t.Location() == time.UTC {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339Nano)
}

// ParsePublished reads a day (2022-12-30, midnight in UTC) or a time by RFC 3339.
func ParsePublished(s string) (time.Time, error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, nil
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("svodka: %q is neither a day (2022-12-30) nor a time by RFC 3339", s)
	}
	return t, nil
}
