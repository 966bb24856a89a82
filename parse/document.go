package parse

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"
)

// A Document is a text taken apart.
// Paragraphs, Marks and Notes are not nil, even where there are none. It does not change, unless it is told to ([Document.Reset]), and
// may be read by several goroutines.
type Document struct {
	Text       string
	Paragraphs []Paragraph
	Marks      []Mark // pairs of quotation marks, in the order of their opening
	Notes      []Note // what is wrong in the text, in its order
	Tokens     []Token
}

// ParagraphKind is the kind of a paragraph.
type ParagraphKind uint8

const (
	// Plain is a paragraph of running text.
	Plain ParagraphKind = iota
	// Item is an item of a list: its line begins with a marker.
	Item
	// Heading is a short line that ends like no sentence and has text or a list under it.
	Heading
)

var paragraphKinds = [...]string{"text", "item", "heading"}

// String is "text", "item" or "heading"; "text" for a value out of range.
func (k ParagraphKind) String() string {
	if int(k) >= len(paragraphKinds) {
		k = 0
	}
	return paragraphKinds[k]
}

// MarshalText writes what String prints.
func (k ParagraphKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (k *ParagraphKind) UnmarshalText(b []byte) error {
	i := slices.Index(paragraphKinds[:], string(b))
	if i < 0 {
		return fmt.Errorf("parse: unknown kind of paragraph %q", b)
	}
	*k = ParagraphKind(i)
	return nil
}

// A Paragraph is a line of the text, or several where a sentence or an item of a list runs on. Its span has no white
// space at either end and includes the marker.
type Paragraph struct {
	Span
	Kind      ParagraphKind
	Marker    string // of an item, as it stands: • — 1. 2); otherwise empty, null in JSON
	Level     int    // of an item: 1 for the outermost list; otherwise 0
	Sentences []Span // without the white space around them; the first one of an item includes the marker
}

type paragraphJSON struct {
	Span
	Kind      ParagraphKind `json:"kind"`
	Marker    *string       `json:"marker"`
	Level     int           `json:"level"`
	Sentences []Span        `json:"sentences"`
}

// MarshalJSON writes the paragraph as an object with start, end, kind, marker, level and sentences.
func (p Paragraph) MarshalJSON() ([]byte, error) {
	x := paragraphJSON{p.Span, p.Kind, nil, p.Level, p.Sentences}
	if p.Marker != "" {
		x.Marker = &p.Marker
	}
	if x.Sentences == nil {
		x.Sentences = []Span{}
	}
	return json.Marshal(x)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (p *Paragraph) UnmarshalJSON(b []byte) error {
	var x paragraphJSON
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	*p = Paragraph{Span: x.Span, Kind: x.Kind, Level: x.Level, Sentences: append([]Span{}, x.Sentences...)}
	if x.Marker != nil {
		p.Marker = *x.Marker
	}
	return nil
}

// String is the kind, the place and the number of sentences, with the marker and the level of an item: text 0:302, 3 sentences;
// item 303:340 • 1, 1 sentence.
func (p Paragraph) String() string {
	s := p.Kind.String() + " " + p.Span.String()
	if p.Marker != "" {
		s += fmt.Sprintf(" %s %d", p.Marker, p.Level)
	}
	if len(p.Sentences) == 1 {
		return s + ", 1 sentence"
	}
	return fmt.Sprintf("%s, %d sentences", s, len(p.Sentences))
}

// Body is the span of a paragraph without its marker; it may begin with white space.
func (p *Paragraph) Body() Span { return Span{p.Start + len(p.Marker), p.End} }

// A Mark is a pair of quotation marks, or one alone where its partner is missing.
type Mark struct {
	Open  Span // the opening mark; empty where it is missing
	Close Span // the closing mark; empty where it is missing; the same for two marks that share it
	Inner Span // what stands between them
	First int  // the tokens between them are Tokens[First:Last]
	Last  int
	Depth int // 0 for one that no other encloses
	// Damaged: the opening or the closing mark is missing, of another shape or shared. A note tells of it.
	Damaged bool
	// Continued: the quotation goes on in the next paragraph, which opens with a mark of its own.
	Continued bool
}

// String is the place of the words between the marks and the depth, and what is amiss: 14:40 depth 0, damaged.
func (m Mark) String() string {
	s := fmt.Sprintf("%v depth %d", m.Inner, m.Depth)
	if m.Damaged {
		s += ", damaged"
	}
	if m.Continued {
		s += ", continued"
	}
	return s
}

// A Note says what is wrong at a place of the text.
type Note struct {
	Span
	Message string `json:"message"`
}

// String is the place and the message: 14:16: quotation that never closes.
func (n Note) String() string { return n.Span.String() + ": " + n.Message }

// Pieces yields all of the text in order, in pieces: each token, and the white space between them with a nil token.
func (d *Document) Pieces() iter.Seq2[string, *Token] {
	return func(yield func(string, *Token) bool) {
		at := 0
		for i := range d.Tokens {
			t := &d.Tokens[i]
			if at < t.Start() && !yield(d.Text[at:t.Start()], nil) {
				return
			}
			if !yield(d.Text[t.Start():t.End()], t) {
				return
			}
			at = t.End()
		}
		if at < len(d.Text) {
			yield(d.Text[at:], nil)
		}
	}
}

// Range finds the tokens that begin inside a span: Tokens[first:last].
func (d *Document) Range(s Span) (first, last int) {
	return d.token(s.Start), d.token(s.End)
}

// token is the first token that begins at or behind an offset.
func (d *Document) token(at int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		if m := int(uint(lo+hi) / 2); d.Tokens[m].Start() < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// Cover is the span of the tokens from first up to but not last; it must hold one.
func (d *Document) Cover(first, last int) Span {
	return Span{d.Tokens[first].Start(), d.Tokens[last-1].End()}
}
