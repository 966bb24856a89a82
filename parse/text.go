package parse

import (
	"math"
	"slices"
	"sync"

	"github.com/svodka/svodka/internal/lex"
)

// scanners hold room to work in between calls.
var scanners = sync.Pool{New: func() any { return new(scanner) }}

// long is the length of a text in bytes that leaves no room to the next.
const long = 1 << 17

// Text takes a text apart. It takes any string: what is not UTF-8 becomes tokens of kind [Bad], what lies behind the first
// 2 GB is left out. Time and memory are linear in its length.
func Text(text string) *Document {
	d := new(Document)
	if len(text) > long {
		d.Reset(text)
		return d
	}
	s := scanners.Get().(*scanner)
	d.Tokens = s.room
	s.read(d, text)
	s.room, d.Tokens = d.Tokens, slices.Clone(d.Tokens)
	s.put()
	return d
}

// Reset makes d the document of another text, as [Text] would, in the room of the one before: whose tokens and marks are gone,
// while its paragraphs and notes stay what they are. Nobody else may be reading d meanwhile.
func (d *Document) Reset(text string) {
	if len(text) > long {
		new(scanner).read(d, text)
		return
	}
	s := scanners.Get().(*scanner)
	s.read(d, text)
	s.put()
}

// read takes a text apart in a document's room for tokens and marks.
func (s *scanner) read(d *Document, text string) {
	s.text = text[:min(len(text), math.MaxInt32)]
	s.tokens, s.lines, s.stops, s.marks, s.blocks = d.Tokens[:0], s.lines[:0], s.stops[:0], s.marks[:0], s.blocks[:0]
	s.vocab = lex.Borrow()
	s.scan()
	s.vocab.Return()
	if len(s.tokens) < cap(s.tokens)/2 && len(text) > long {
		s.tokens = slices.Clone(s.tokens)
	}
	d.Text, d.Tokens = text, s.tokens
	s.paragraphs()
	d.Marks, d.Notes = s.pair(d)
	if d.Paragraphs == nil {
		d.Paragraphs = []Paragraph{}
	}
	if d.Marks == nil {
		d.Marks = []Mark{}
	}
	if d.Notes == nil {
		d.Notes = []Note{}
	}
	s.sentences(d)
}

// put gives the scanner back.
func (s *scanner) put() {
	s.vocab, s.text, s.tokens = nil, "", nil
	scanners.Put(s)
}
