package svodka

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/svodka/svodka/parse"
)

// JSONError tells why JSON is no article, though each of its values may be one by itself.
type JSONError struct {
	Path   string // to the value: quotes[2].speaker_span
	Reason string
}

// Error tells the place and the reason.
func (e *JSONError) Error() string { return "svodka: " + e.Path + ": " + e.Reason }

// check tells the first thing of an article that its text does not bear out.
func (a *Article) check() error {
	c := checker{text: a.Text}
	for i, p := range a.Paragraphs {
		c.in("paragraphs", i)
		c.span("", p.Span)
		if c.err == nil && !strings.HasPrefix(p.In(a.Text), p.Marker) {
			c.fail(".marker", "the paragraph does not begin with %q", p.Marker)
		}
		if p.Level < 0 {
			c.fail(".level", "%d is below 0", p.Level)
		}
		for k, s := range p.Sentences {
			c.item(".sentences", k, s)
		}
	}
	for i, m := range a.Money {
		c.in("money", i)
		c.span("", m.Span)
	}
	for i, d := range a.Dates {
		c.in("dates", i)
		c.span("", d.Span)
	}
	for i, e := range a.Events {
		c.in("events", i)
		c.span("", e.Span)
	}
	for i, e := range a.Entities {
		c.in("entities", i)
		if e.ID < 1 {
			c.fail(".id", "%d is below 1", e.ID)
		}
		for k, r := range e.Roles {
			c.item(".roles", k, r.Span)
			if r.Org < 0 {
				c.id(fmt.Sprintf(".roles[%d].org", k), r.Org)
			}
		}
		for k, m := range e.Mentions {
			c.item(".mentions", k, m.Span)
		}
	}
	for i, q := range a.Quotes {
		c.in("quotes", i)
		c.span("", q.Span)
		c.span(".speaker_span", q.SpeakerSpan)
		c.span(".cue_span", q.CueSpan)
		c.id(".speaker_id", q.SpeakerID)
		c.id(".group", q.Group)
	}
	for i, n := range a.Notes {
		c.in("notes", i)
		c.span("", n.Span)
	}
	if c.err != nil {
		return c.err
	}
	return nil
}

// A checker keeps the first error.
type checker struct {
	text  string
	list  string // the one in hand
	index int
	err   *JSONError
}

func (c *checker) in(list string, index int) { c.list, c.index = list, index }

func (c *checker) fail(field, reason string, args ...any) {
	if c.err == nil {
		c.err = &JSONError{fmt.Sprintf("%s[%d]%s", c.list, c.index, field), fmt.Sprintf(reason, args...)}
	}
}

// item checks the span of an item of a list in the list.
func (c *checker) item(list string, i int, s parse.Span) {
	if !c.has(s) {
		c.span(fmt.Sprintf("%s[%d]", list, i), s)
	}
}

func (c *checker) span(field string, s parse.Span) {
	switch {
	case s.Start < 0 || s.Start > s.End || s.End > len(c.text):
		c.fail(field, "%d to %d is no part of a text of %d bytes", s.Start, s.End, len(c.text))
	case !c.has(s):
		c.fail(field, "%d to %d cuts a letter in two", s.Start, s.End)
	}
}

// has tells whether a span is a part of the text.
func (c *checker) has(s parse.Span) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(c.text) && c.between(s.Start) && c.between(s.End)
}

// between tells whether an offset is on the boundary of a rune.
func (c *checker) between(at int) bool { return at == len(c.text) || utf8.RuneStart(c.text[at]) }

// id checks a number that is 0 where there is none.
func (c *checker) id(field string, n int) {
	if n < 0 {
		c.fail(field, "%d is below 1", n)
	}
}
