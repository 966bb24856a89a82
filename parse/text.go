package parse

import (
	"math"
	"slices"
	"sync"

	"github.com/svodka/svodka/internal/lex"
)

// scanners hold room to work in between calls.
var scanners = sync.Pool{New: func() any { return new(scanner) }}

// keepTokens bounds the room kept from one call to the next.
const keepTokens = 1 << 18

// Text takes a text apart. It takes any string: what is not UTF-8 becomes tokens of kind [Bad], what lies behind the first
// 2 GB is left out. Time and memory are linear in its length.
func Text(text string) *Document {
	s := scanners.Get().(*scanner)
	s.vocab = lex.Borrow()
	s.text = text[:min(len(text), math.MaxInt32)]
	s.tokens, s.lines, s.stops, s.marks, s.blocks = s.tokens[:0], s.lines[:0], s.stops[:0], s.marks[:0], s.blocks[:0]
	s.scan()
	d := &Document{Text: text, Tokens: s.tokens}
	keep := cap(s.tokens) <= keepTokens
	if keep || len(s.tokens) < cap(s.tokens)/2 {
		d.Tokens = slices.Clone(s.tokens)
	}
	s.paragraphs()
	d.Marks, d.Notes = s.pair(d)
	s.sentences(d)
	s.vocab.Return()
	s.vocab, s.text = nil, ""
	if keep {
		scanners.Put(s)
	}
	return d
}
