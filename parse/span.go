package parse

import "strconv"

// A Span is a half-open range of bytes in a text: text[s.Start:s.End]. It begins and ends on rune boundaries.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// String is the two ends as a slice has them: 12:40.
func (s Span) String() string { return strconv.Itoa(s.Start) + ":" + strconv.Itoa(s.End) }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// In is the part of text the span covers; it panics, as slicing does, where text is not the one the span is of and too short.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Contains tells whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps tells whether the two share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Join is the shortest span that covers both.
func (s Span) Join(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }
