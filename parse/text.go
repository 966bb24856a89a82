package parse

import (
	"math"
	"slices"
	"sync"

	"github.com/svodka/svodka/internal/lex"
)

// scanners hold room to work in between calls.
var scanners = sync.Pool{New: func() any { return new(scanner) }}

// long is the length of a text in bytes that takes its tokens away with it, and leaves no room to the next.
const long = 1 << 17

// Text takes a text apart. It takes any string: what is not UTF-8 becomes tokens of kind [Bad], what lies behind the first
// 2 GB is left out. Time and memory are linear in its length.
func Text(text string) *Document {
	if len(text) > long {
		return new(scanner).document(text)
	}
	s := scanners.Get().(*scanner)
	s.tokens, s.lines, s.stops, s.marks, s.blocks = s.tokens[:0], s.lines[:0], s.stops[:0], s.marks[:0], s.blocks[:0]
	d := s.document(text)
	d.Tokens = slices.Clone(s.tokens)
	s.vocab, s.text = nil, ""
	scanners.Put(s)
	return d
}

// document takes a text apart; the tokens lie in the scanner's room.
func (s *scanner) document(text string) *Document {
	s.text = text[:min(len(text), math.MaxInt32)]
	s.vocab = lex.Borrow()
	s.scan()
	s.vocab.Return()
	if len(s.tokens) < cap(s.tokens)/2 && len(text) > long {
		s.tokens = slices.Clone(s.tokens)
	}
	d := &Document{Text: text, Tokens: s.tokens}
	s.paragraphs()
	d.Marks, d.Notes = s.pair(d)
	s.sentences(d)
	return d
}
