package parse

import (
	"slices"

	"github.com/svodka/svodka/internal/lex"
)

// A block is a paragraph while its text is taken apart. Its tokens go from first to last; body is the first one behind the
// marker.
type block struct {
	first, last, body int
	sentences         int
	kind              ParagraphKind
	level             uint8
}

// paragraphs joins lines to blocks: a line is one, unless it goes on with the item or the sentence above it.
func (s *scanner) paragraphs() {
	out := slices.Grow(s.blocks, len(s.lines))
	var list nesting
	indent := 0
	for i, l := range s.lines {
		last := len(s.tokens)
		if i+1 < len(s.lines) {
			last = int(s.lines[i+1].first)
		}
		first := int(l.first)
		if l.start != inLine {
			indent = s.indent(l)
		}
		body := s.marker(first, last)
		if body == first && !l.blank && i > 0 && s.goesOn(&out[len(out)-1], first, indent, list) {
			out[len(out)-1].last = last
			continue
		}
		p := block{first: first, last: last, body: body}
		if body > first {
			p.kind = Item
			p.level = uint8(list.push(indent))
		} else {
			list.reset()
		}
		out = append(out, p)
	}
	for i := range out[:max(0, len(out)-1)] {
		if out[i].kind == Plain && s.heading(&out[i]) {
			out[i].kind = Heading
		}
	}
	s.blocks = out
}

// span is the place of a block.
func (s *scanner) span(p *block) Span {
	return Span{s.tokens[p.first].Start(), s.tokens[p.last-1].End()}
}

// indent is the width of the white space a line begins with, in columns; a tab goes to the next multiple of four.
func (s *scanner) indent(l line) (n int) {
	for _, r := range s.text[l.start:s.tokens[l.first].Start()] {
		switch {
		case r == '\t':
			n = n/4*4 + 4
		case !invisible(r):
			n++
		}
	}
	return n
}

// marker is the first token behind the marker of an item of a list; first itself where the line has none.
func (s *scanner) marker(first, last int) int {
	t := s.tokens[first:last]
	n := 0
	switch {
	case bullet(&t[0]):
		n = 1
	case len(t) > 1 && numbering(&t[0]) && !t[1].Spaced() && (t[1].Is('.') || t[1].Is(')')):
		n = 2
	case len(t) > 2 && t[0].Is('(') && numbering(&t[1]) && t[2].Is(')'):
		n = 3
	default:
		return first
	}
	if n >= len(t) || !t[n].Spaced() {
		return first
	}
	if n > 1 && n+2 < len(t) && t[n].Kind() == Number && t[n+1].Is('.') && t[n+2].Kind() == Number && t[n+2].Spaced() {
		return first // 25. 11. 2022
	}
	return first + n
}

// numbering tells what numbers an item: up to three digits, or one small letter.
func numbering(t *Token) bool {
	switch t.Kind() {
	case Number:
		return t.End()-t.Start() <= 3
	case Word:
		return t.Shape()&Capital == 0 && t.End()-t.Start() <= 2
	}
	return false
}

func bullet(t *Token) bool {
	if t.Dash() {
		return true
	}
	switch t.Rune() {
	case '•', '·', '▪', '▫', '◦', '‣', '●', '○', '■', '□', '►', '▶', '◆', '◇', '➢', '➤', '✓', '✔', '✅', '*', '+', '⁃', '∙', '⚫', '→', '➡':
		return t.Kind() >= Punct
	}
	return false
}

// goesOn tells whether a line without a marker continues the paragraph right above it: one that stands indented under an
// item, or begins small where the line above breaks off in the middle of a sentence.
func (s *scanner) goesOn(p *block, first, indent int, list nesting) bool {
	if p.kind == Item && indent > list.indent() {
		return true
	}
	t := &s.tokens[first]
	if t.Kind() != Word || t.Shape()&(Title|Upper|Mixed) != 0 || t.Shape()&Cyrillic == 0 {
		return false
	}
	end := &s.tokens[p.last-1]
	broken := end.Kind() == Word || end.Kind() == Number || end.Is(',')
	return broken && s.span(p).Len() >= wrapped
}

// wrapped is the least length in bytes of a line that was broken to fit a page.
const wrapped = 60

// heading tells whether a paragraph that is not the last is short and ends like no sentence.
func (s *scanner) heading(p *block) bool {
	if p.last-p.first > 40 || s.span(p).Len() > 300 {
		return false
	}
	end := &s.tokens[p.last-1]
	if end.Stop() || end.Is(';') || end.Is(',') {
		return false
	}
	if end.Kind() != Punct || !end.Is(':') {
		return true
	}
	for i := p.first; i < p.last; i++ { // with a colon: a title, unless it says something
		if s.tokens[i].Word().Can(lex.Verb) {
			return false
		}
	}
	return true
}

// nesting is how deep lists stand in each other, told by their indents.
type nesting struct {
	indents [8]int
	n       int
}

func (l *nesting) reset() { l.n = 0 }

// indent is that of the innermost list.
func (l *nesting) indent() int {
	if l.n == 0 {
		return 0
	}
	return l.indents[l.n-1]
}

// push takes an item's indent and gives its level.
func (l *nesting) push(indent int) int {
	for l.n > 0 && indent < l.indents[l.n-1] {
		l.n--
	}
	if l.n == 0 || indent > l.indents[l.n-1] {
		if l.n == len(l.indents) {
			l.n--
		}
		l.indents[l.n] = indent
		l.n++
	}
	return l.n
}
