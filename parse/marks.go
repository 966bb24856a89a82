package parse

import (
	"slices"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/room"
)

// A pairing matches the quotation marks of a text. Marks pair inside their paragraph; an opening « may stay open over the
// next few.
type pairing struct {
	s     *scanner
	d     *Document
	stack []opening
	base  int    // the stack from here was opened in this paragraph
	done  int    // the paragraph's first mark in d.Marks
	lost  []Note // of each paragraph with more unclosed marks than careful
	in    int32  // the paragraph of the last of them
	at    int    // the token that was taken last
}

// An opening is a mark that waits for its partner.
type opening struct{ token, paragraph int32 }

// carry is how many paragraphs a quotation may run on without a mark.
const carry = 3

// careful is for how many unclosed marks of a paragraph the end is looked for. What opens before them is lost, but for a note:
// a text of opening marks alone takes no more than linear time.
const careful = 64

// pair finds the document's pairs of quotation marks and what is wrong with them.
func (s *scanner) pair(d *Document) ([]Mark, []Note) {
	d.Marks = d.Marks[:0]
	if len(s.marks) == 0 {
		return d.Marks, nil
	}
	p := &pairing{s: s, d: d}
	d.Marks = slices.Grow(d.Marks, min(len(s.marks)/2+1, 1<<10))
	k := 0
	for i := range s.blocks {
		last := s.blocks[i].last
		if k == len(s.marks) || int(s.marks[k]) >= last {
			continue
		}
		p.begin(i)
		for ; k < len(s.marks) && int(s.marks[k]) < last; k++ {
			p.take(i, int(s.marks[k]))
		}
		p.end(i)
	}
	p.flush(len(p.stack))
	slices.SortFunc(d.Marks, func(a, b Mark) int {
		if a.start() != b.start() {
			return a.start() - b.start()
		}
		return b.end() - a.end()
	})
	nest(d.Marks)
	return d.Marks, p.notes()
}

func (m *Mark) start() int { return min(m.Open.Start, m.Inner.Start) }
func (m *Mark) end() int   { return max(m.Close.End, m.Inner.End) }

// nest sets the depths of marks in order.
func nest(marks []Mark) {
	var open []int // ends of the marks around
	for i := range marks {
		for len(open) > 0 && open[len(open)-1] <= marks[i].start() {
			open = open[:len(open)-1]
		}
		marks[i].Depth = len(open)
		open = append(open, marks[i].end())
	}
}

// begin starts a paragraph: what was carried too far is given up, and a paragraph that opens with « goes on with the
// quotation above, of which the last paragraph alone closes it.
func (p *pairing) begin(i int) {
	n := 0
	for n < len(p.stack) && int(p.stack[n].paragraph) < i-carry {
		n++
	}
	p.flush(n)
	if len(p.stack) > 0 && p.d.Tokens[p.s.blocks[i].body].Is('«') {
		done := len(p.d.Marks)
		p.flush(len(p.stack))
		for j := range p.d.Marks[done:] {
			m := &p.d.Marks[done+j]
			m.Damaged, m.Continued = false, true
		}
	}
	p.base, p.done = len(p.stack), len(p.d.Marks)
}

// flush ends the first n of the stack where their own paragraph does.
func (p *pairing) flush(n int) {
	for i, o := range p.stack[:n] {
		p.unclosed(o, n-i)
	}
	p.stack = append(p.stack[:0], p.stack[n:]...)
}

// take opens, closes or passes over one mark.
func (p *pairing) take(i, k int) {
	t := &p.d.Tokens[k]
	p.at = k
	switch p.role(i, k) {
	case opens:
		p.stack = room.Push(p.stack, opening{int32(k), int32(i)}, k, len(p.d.Tokens))
	case closes:
		if at := p.partner(t); at >= 0 {
			for len(p.stack) > at+1 {
				p.shared(p.stack[len(p.stack)-1], k)
				p.stack = p.stack[:len(p.stack)-1]
			}
			p.add(int(p.stack[at].token), k, k, false)
			p.stack = p.stack[:at]
			p.base = min(p.base, at)
		} else if n := len(p.stack); n > p.base && p.odd(i, k) {
			p.add(int(p.stack[n-1].token), k, k, true)
			p.stack = p.stack[:n-1]
		} else if t.Is('»') || t.Is('"') && !t.Spaced() {
			p.unopened(i, k)
		}
	}
}

// odd tells whether a closing mark of another shape ends the « on top of the stack: no » follows in the paragraph.
func (p *pairing) odd(i, k int) bool {
	if t := &p.d.Tokens[k]; !p.d.Tokens[p.stack[len(p.stack)-1].token].Is('«') || !t.Is('“') && !t.Is('”') {
		return false
	}
	for j := k + 1; j < min(k+careful, p.s.blocks[i].last); j++ {
		if p.d.Tokens[j].Is('»') {
			return false
		}
	}
	return true
}

// partner is the place on the stack of the opening mark a closing one belongs to; -1 for none.
func (p *pairing) partner(t *Token) int {
	for n := len(p.stack) - 1; n >= 0 && n >= len(p.stack)-4; n-- {
		if matches(p.d.Tokens[p.stack[n].token].Rune(), t.Rune()) {
			if n < p.base && !t.Is('»') {
				return -1
			}
			return n
		}
	}
	return -1
}

func matches(open, close rune) bool {
	switch open {
	case '«', '»':
		return close == '»' || close == '«'
	case '„', '“', '‟', '”':
		return close == '“' || close == '”' || close == '"'
	case '"':
		return close == '"' || close == '”' || close == '“'
	case '\'', '‘', '‚':
		return close == '\'' || close == '’'
	case '‹', '›':
		return close == '›' || close == '‹'
	}
	return false
}

type role uint8

const (
	neither role = iota
	opens
	closes
)

// role tells what a mark does, by its shape and what it touches.
func (p *pairing) role(i, k int) role {
	t := &p.d.Tokens[k]
	before := k > p.s.blocks[i].first && !t.Spaced()                                     // touches what stands before
	after := k+1 < p.s.blocks[i].last && !p.d.Tokens[k+1].Spaced()                       // touches what stands behind
	word := after && p.wordBehind(k+1)                                                   // touches a word behind
	ended := before && (p.d.Tokens[k-1].Kind() != Punct || !opensWord(&p.d.Tokens[k-1])) // touches a word or its stop
	switch t.Rune() {
	case '«', '‹':
		if ended && !word && len(p.stack) > p.base {
			return closes
		}
		return opens
	case '»', '›':
		if word && !before && !p.awaits(t) {
			return opens
		}
		return closes
	case '„', '‚', '‟':
		return opens
	case '“':
		if word && !ended {
			return opens
		}
		return closes
	case '”':
		return closes
	case '"':
		return p.straight(k, word, ended)
	case '\'', '‘', '’':
		switch {
		case word && !before && !t.Is('’'):
			return opens
		case ended && p.awaits(t):
			return closes
		}
	}
	return neither
}

// wordBehind tells whether a word begins at token k, with what may stand right before one.
func (p *pairing) wordBehind(k int) bool {
	t := &p.d.Tokens[k]
	return t.Kind() != Punct || opensWord(t) || t.Is('.') && k+1 < len(p.d.Tokens) && p.d.Tokens[k+1].Is('.')
}

// straight tells what a straight mark does.
func (p *pairing) straight(k int, word, ended bool) role {
	waits := p.awaits(&p.d.Tokens[k])
	switch {
	case word && !ended:
		return opens
	case ended && !word:
		if p.d.Tokens[k-1].Kind() == Number && !waits {
			return neither // inches
		}
		return closes
	case waits:
		return closes
	}
	return opens
}

// awaits tells whether a mark opened in this paragraph could be closed by t.
func (p *pairing) awaits(t *Token) bool {
	at := p.partner(t)
	return at >= p.base
}

// opensWord tells what punctuation can stand right before a word.
func opensWord(t *Token) bool {
	switch t.Rune() {
	case '«', '„', '“', '"', '\'', '‘', '‚', '(', '[', '{', '<', '…', '‹', '#', '@':
		return true
	}
	return t.Dash()
}

// end settles what a paragraph leaves open. A lone « may find its partner in the paragraphs below.
func (p *pairing) end(i int) {
	top := len(p.stack)
	for n := top; n > p.base; n-- {
		o := p.stack[n-1]
		if n == 1 && p.d.Tokens[o.token].Is('«') && i+1 < len(p.s.blocks) && !p.nested(o) {
			return
		}
		p.unclosed(o, top-n)
		p.stack = p.stack[:n-1]
	}
	p.base = len(p.stack)
}

// nested tells whether a pair of the paragraph stands inside what o opens.
func (p *pairing) nested(o opening) bool {
	n := len(p.d.Marks)
	return n > p.done && p.d.Marks[n-1].Open.Start > p.d.Tokens[o.token].Start()
}

// add records a pair; close is the closing token, -1 for none, and last the first token behind the words.
func (p *pairing) add(open, last, close int, damaged bool) {
	t := p.d.Tokens
	m := Mark{Open: t[open].Span(), First: open + 1, Last: last, Damaged: damaged}
	m.Inner = Span{m.Open.End, m.Open.End}
	if last > open+1 {
		m.Inner.End = t[last-1].End()
	}
	m.Close = Span{m.Inner.End, m.Inner.End}
	if close >= 0 {
		m.Close = t[close].Span()
		if last == close {
			m.Inner = Span{m.Open.End, m.Close.Start}
		}
	}
	p.put(m)
}

func (p *pairing) put(m Mark) {
	p.d.Marks = room.Push(p.d.Marks, m, p.at, len(p.d.Tokens))
}

// shared ends an opening at a mark that closes another one too.
func (p *pairing) shared(o opening, close int) { p.add(int(o.token), close, close, true) }

// unclosed ends an opening that has no partner: at a tag (, — said N), at the closing mark of a pair inside it that ends
// the sentence, or where its sentence does. Before it, nth others of the paragraph were found unclosed.
func (p *pairing) unclosed(o opening, nth int) {
	if nth > careful {
		p.lose(o)
		return
	}
	t, open := p.d.Tokens, int(o.token)
	last := p.s.blocks[o.paragraph].last
	inner := p.inside(o, last)
	if tag := p.tag(open+1, last, inner); tag >= 0 {
		p.add(open, tag, -1, true)
		return
	}
	if c := p.lastClose(inner, last); c >= 0 {
		p.shared(o, c)
		return
	}
	end := last
	for k := open + 2; k+1 < last; k++ {
		if t[k].Stop() && t[k+1].Spaced() && t[k+1].Shape()&Capital != 0 && open > p.s.blocks[o.paragraph].body {
			end = k + 1
			break
		}
	}
	if end > open+1 && t[end-1].Is('.') {
		end--
	}
	p.add(open, end, -1, true)
}

// lose tells of an opening that becomes no mark.
func (p *pairing) lose(o opening) {
	at := p.d.Tokens[o.token].Span()
	if n := len(p.lost); n > 0 && p.in == o.paragraph {
		p.lost[n-1].Span = p.lost[n-1].Join(at)
		return
	}
	p.lost = append(p.lost, Note{at, "quotations that never close, too many to tell apart"})
	p.in = o.paragraph
}

// inside lists the closing tokens of the pairs of this paragraph that stand behind an opening, in order.
func (p *pairing) inside(o opening, last int) (closes []int) {
	limit := p.d.Tokens[last-1].End()
	for i := len(p.d.Marks) - 1; i >= 0 && len(closes) < 32; i-- {
		m := &p.d.Marks[i]
		if m.Open.Start < p.d.Tokens[o.token].Start() {
			break
		}
		if m.Close.Len() > 0 && m.Close.End <= limit {
			closes = append(closes, m.Last)
		}
	}
	slices.Reverse(closes)
	return closes
}

// tag finds where the words of an author begin: a comma or a stop, a dash and a small letter, not right behind a closing mark.
func (p *pairing) tag(from, last int, inner []int) int {
	t := p.d.Tokens
	for k := from + 1; k+1 < last; k++ {
		if !t[k].Dash() || !t[k].Spaced() || t[k+1].Kind() != Word || t[k+1].Shape()&Capital != 0 {
			continue
		}
		c := &t[k-1]
		if !c.Is(',') && !c.Stop() || slices.Contains(inner, k-2) || slices.Contains(inner, k-1) {
			continue
		}
		if c.Is(',') || c.Is('.') {
			return k - 1
		}
		return k
	}
	return -1
}

// lastClose picks the closing mark that an outer quotation shares: the first one that ends a sentence or stands before a
// tag, else the first.
func (p *pairing) lastClose(inner []int, last int) int {
	t := p.d.Tokens
	for _, c := range inner {
		k := c + 1
		for k < last && (t[k].Is(',') || t[k].Is('.')) {
			k++
		}
		if k == last || t[k].Dash() {
			return c
		}
	}
	if len(inner) > 0 {
		return inner[0]
	}
	return -1
}

// unopened records a closing mark whose partner is missing: the words begin behind the last quotation of the paragraph and
// its sentence, else where the paragraph does.
func (p *pairing) unopened(i, k int) {
	t := p.d.Tokens
	first := p.s.blocks[i].body
	if n := len(p.d.Marks); n > p.done {
		first = max(first, p.behind(n-1, k))
	}
	if len(p.stack) > p.base {
		first = max(first, int(p.stack[len(p.stack)-1].token)+1)
	}
	if first >= k {
		return
	}
	m := Mark{Close: t[k].Span(), First: first, Last: k, Damaged: true}
	m.Inner = Span{t[first].Start(), t[k].Start()}
	m.Open = Span{m.Inner.Start, m.Inner.Start}
	p.put(m)
}

// behind is the token where a sentence can begin behind a mark: behind its stop, or behind the author's words and theirs.
func (p *pairing) behind(mark, k int) int {
	t := p.d.Tokens
	for j := p.d.Marks[mark].Last + 1; j < k; j++ {
		if t[j].Stop() && j+1 < k && t[j+1].Spaced() {
			return j + 1
		}
	}
	return p.d.Marks[mark].Last + 1
}

// notes tells of every damaged mark.
func (p *pairing) notes() []Note {
	n := len(p.lost)
	for i := range p.d.Marks {
		if p.d.Marks[i].Damaged {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := append(make([]Note, 0, n), p.lost...)
	for i := range p.d.Marks {
		m := &p.d.Marks[i]
		if !m.Damaged {
			continue
		}
		switch {
		case !matches(rune0(m.Open.In(p.s.text)), rune0(m.Close.In(p.s.text))) && m.Open.Len() > 0 && m.Close.Len() > 0:
			out = append(out, Note{m.Close, "closing quotation mark of another shape"})
		case m.Open.Len() == 0:
			out = append(out, Note{m.Close, "closing quotation mark without an opening one"})
		case m.Close.Len() == 0:
			out = append(out, Note{m.Open, "quotation that never closes"})
		default:
			out = append(out, Note{m.Open, "quotation closed by the mark of another one"})
		}
	}
	slices.SortStableFunc(out, func(a, b Note) int { return a.Start - b.Start })
	return out
}

func rune0(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
