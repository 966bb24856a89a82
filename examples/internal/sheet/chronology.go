package sheet

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/svodka/svodka/timeline"
)

// An Event is what the picture shows of one.
type Event struct {
	Date   timeline.Date // zero for one that goes on with the one before it
	Text   string
	Source string // the article it is from; may be ""
}

// A Chronology is the picture: a line down the page with a dot for each event. Measures are in units of the SVG.
type Chronology struct {
	Events []Dot
	Gaps   []Line
	Height int
	Foot   int // where the line ends
}

// A Dot is an event in its place.
type Dot struct {
	When  string
	Y     int // of the dot
	Base  int // of the base line of When
	Lines []Line
	Mark  Line // the source
}

// A Line is one line of text.
type Line struct {
	Text string
	Y    int
}

const (
	lineHeight = 18
	wide       = 46 // letters to a line
	most       = 5  // lines to an event
	between    = 26 // from the last line of an event to the next dot
	stretch    = 44 // what the longest gap between two events adds
)

// Draw places events, which are in chronological order, one under the other, the farther the more time is between them. It is
// nil where there are none.
func Draw(events []Event) *Chronology {
	if len(events) == 0 {
		return nil
	}
	c := new(Chronology)
	gaps := gaps(events)
	var longest time.Duration
	for _, g := range gaps {
		longest = max(longest, g)
	}
	y := 14
	for i, e := range events {
		if gaps[i] > 0 {
			add := int(stretch * math.Sqrt(float64(gaps[i])/float64(longest)))
			if add > lineHeight {
				c.Gaps = append(c.Gaps, Line{"спустя " + span(gaps[i]), y + (add-between)/2})
			}
			y += add
		}
		d := place(e, y)
		c.Events, c.Foot = append(c.Events, d), y
		y = d.foot() + between
	}
	c.Height = y - between + 12
	return c
}

// gaps is the time from the dated event before to each; 0 where it is not known.
func gaps(events []Event) []time.Duration {
	out := make([]time.Duration, len(events))
	var last timeline.Moment
	for i, e := range events {
		if e.Date.From.IsZero() {
			continue
		}
		if !last.IsZero() {
			out[i] = e.Date.From.In(time.UTC).Sub(last.In(time.UTC))
		}
		last = e.Date.From
	}
	return out
}

const day = 24 * time.Hour

// span says how long a time is: 12 дн., 3 мес., 2 г.
func span(d time.Duration) string {
	n := float64(d) / float64(day)
	switch {
	case n < 1:
		return fmt.Sprintf("%.0f ч.", d.Hours())
	case n < 45:
		return fmt.Sprintf("%.0f дн.", n)
	case n < 700:
		return fmt.Sprintf("%.0f мес.", n/30.44)
	}
	return fmt.Sprintf("%.0f г.", n/365.25)
}

func place(e Event, y int) Dot {
	d := Dot{When: When(e.Date), Y: y, Base: y + 5}
	base := d.Base
	if d.When == "" {
		base -= lineHeight
	}
	for _, s := range wrap(e.Text) {
		base += lineHeight
		d.Lines = append(d.Lines, Line{s, base})
	}
	if e.Source != "" {
		d.Mark = Line{shorten(e.Source, wide), base + lineHeight}
	}
	return d
}

// foot is the base line of the last line.
func (d Dot) foot() int {
	if d.Mark.Y > 0 {
		return d.Mark.Y
	}
	return d.Lines[len(d.Lines)-1].Y
}

// wrap breaks a text into lines, the last one with an ellipsis where some is left out. It gives at least one line.
func wrap(text string) (lines []string) {
	row := ""
	for word := range strings.FieldsSeq(text) {
		word = shorten(word, wide-2)
		switch {
		case row == "":
			row = word
		case utf8.RuneCountInString(row)+1+utf8.RuneCountInString(word) <= wide:
			row += " " + word
		case len(lines) == most-1:
			return append(lines, row+" …")
		default:
			lines, row = append(lines, row), word
		}
	}
	return append(lines, row)
}

// shorten cuts a text to at most n letters.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
