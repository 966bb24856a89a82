package timeline

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A mark is a time expression as a chronology sees it: where it stands, and whether it can be the date of an event.
type mark struct {
	parse.Span
	placed   bool // it tells a stretch of the calendar
	year     bool // of a year or more
	hours    bool // of less than a day
	mod      Mod
	from, to Moment // zero where they are not known
}

// A line is a paragraph with the marks in it, those numbered first to last.
type line struct {
	paragraph   int32
	first, last int32
	own         int32 // the mark that is the date of what the line tells; -1 for none
	opens       bool  // a mark stands at its beginning
	headed      bool  // and something between it and the rest: 10:35 — …, 2014 год. …
	bare        bool  // it is nothing but a mark
}

// A block is a run of lines that make a chronology: items of a list, or lines that open with their dates.
type block struct {
	lines  []line
	before int // the paragraph in front of it, -1 for none
}

// A layout finds the chronologies among paragraphs of a document.
type layout struct {
	doc        *parse.Document
	paragraphs []parse.Paragraph
	lines      []line               // one for each
	marks      int                  // how many there are
	span       func(int) parse.Span // where one stands
	mark       func(int) mark       // made when asked for: of a long text there are many, few asked for twice
	ranks      []rank
}

// layouts are room to work in between calls.
var layouts = sync.Pool{New: func() any { return new(layout) }}

func (l *layout) put() {
	l.doc, l.paragraphs, l.span, l.mark = nil, nil, nil, nil
	if cap(l.lines) <= 1<<14 {
		layouts.Put(l)
	}
}

// lay makes a line of every one of some paragraphs; the marks are those in them. ok is false where there are no lists, and no lines
// that open with their dates.
func (l *layout) lay(doc *parse.Document, paragraphs []parse.Paragraph, marks int, span func(int) parse.Span, mark func(int) mark) (ok bool) {
	l.doc, l.paragraphs, l.marks, l.span, l.mark, l.ranks = doc, paragraphs, marks, span, mark, l.ranks[:0]
	l.lines = slices.Grow(l.lines[:0], len(paragraphs))
	k, items, headed := 0, 0, 0
	for i := range paragraphs {
		p := &paragraphs[i]
		n := line{paragraph: int32(i), first: int32(k), own: -1}
		for k < l.marks && l.span(k).Start < p.End {
			k++
		}
		if n.last = int32(k); n.first < n.last {
			l.open(&n, p)
		}
		if n.headed {
			headed++
		}
		if p.Kind == parse.Item {
			items++
		}
		l.lines = append(l.lines, n)
	}
	return items+headed > 1
}

// chronologies goes over those of the document, in order.
func (l *layout) chronologies(yield func(*block) bool) {
	for i := 0; i < len(l.lines); {
		end := l.marked(i)
		if end == i {
			end = l.unmarked(i)
		}
		if end == i {
			i++
			continue
		}
		if b := (block{l.lines[i:end], i - 1}); l.isChronology(&b) && !yield(&b) {
			return
		}
		i = end
	}
}

// maxLead is how many bytes can stand between the beginning of a line and the date that opens it.
const maxLead = 16

// open tells whether the first mark of a line opens it.
func (l *layout) open(n *line, p *parse.Paragraph) {
	body, m := p.Body(), l.span(int(n.first))
	if m.Start-body.Start > maxLead {
		return
	}
	lead := strings.TrimSpace(parse.Span{Start: body.Start, End: m.Start}.In(l.doc.Text))
	if n.opens = lead == "" || leads(lead); !n.opens {
		return
	}
	rest := strings.TrimSpace(parse.Span{Start: m.End, End: body.End}.In(l.doc.Text))
	n.bare = strings.Trim(rest, ".:") == "" && lead == ""
	c, _ := utf8.DecodeRuneInString(rest)
	head := m.In(l.doc.Text)
	inDigits := strings.Trim(head, "0123456789.:/-–— ") == "" && (strings.ContainsAny(head, ".:/") || strings.Count(head, "-") == 2) // 10:35 Приехали пожарные
	n.headed = !n.bare && lead == "" && (strings.ContainsRune(".:—–-|", c) || strings.HasSuffix(head, ".") || inDigits && (unicode.IsUpper(c) || c == '«'))
}

// leads tells whether a word can stand between the beginning of a line and its date.
func leads(word string) bool {
	for _, p := range [...]string{"в", "во", "с", "со", "к", "на", "до", "по"} {
		if strings.EqualFold(word, p) {
			return true
		}
	}
	return false
}

// marked is the end of the list that begins with paragraph i: items, and dates by themselves that head some of them.
func (l *layout) marked(i int) int {
	j, items := i, 0
	for ; j < len(l.lines); j++ {
		if l.isItem(j) {
			items++
		} else if !l.lines[j].bare || !l.isItem(j+1) {
			break
		}
	}
	if items == 0 {
		return i
	}
	return j
}

func (l *layout) isItem(i int) bool {
	return i < len(l.paragraphs) && l.paragraphs[i].Kind == parse.Item
}

// unmarked is the end of the run of lines without markers that begins with paragraph i: each opens with its date, and most of them
// head it.
func (l *layout) unmarked(i int) int {
	j, headed, opened := i, 0, 0
	for ; j < len(l.lines) && !l.isItem(j) && l.lines[j].opens; j++ {
		if n := &l.lines[j]; !n.bare {
			opened++
			if n.headed {
				headed++
			}
		}
	}
	for j > i && l.lines[j-1].bare {
		j--
	}
	if headed < 2 || 2*headed < opened {
		return i
	}
	return j
}

// isChronology finds the lines' own dates and tells whether most of them tell when something happened.
func (l *layout) isChronology(b *block) bool {
	items, dated, telling := 0, 0, 0
	for i := range b.lines {
		n := &b.lines[i]
		if n.bare {
			n.own = n.first
			continue
		}
		items++
		if n.own = int32(l.own(n)); n.own >= 0 {
			dated++
		}
		if l.tells(n) {
			telling++
		}
	}
	return dated >= 2 && 2*dated >= items && 2*telling > items && !l.terms(b) && !l.talk(b)
}

// body are the tokens of a line, without its marker.
func (l *layout) body(n *line) (first, last int) {
	return l.doc.Range(l.paragraphs[n.paragraph].Body())
}

// own is the date of what a line tells: the one it opens with, else the first that stands for itself; -1 for none.
func (l *layout) own(n *line) int {
	for k := int(n.first); k < int(n.last); k++ {
		if l.mark(k).placed && (k == int(n.first) && n.opens || !l.aside(n, k)) {
			return l.exact(n, k)
		}
	}
	return -1
}

// exact is the mark right behind k that tells the same more exactly: за восемь месяцев до кражи, 25 мая 2018 года.
func (l *layout) exact(n *line, k int) int {
	if k+1 == int(n.last) {
		return k
	}
	a, b := l.mark(k), l.mark(k+1)
	if a.from.IsZero() || b.from.IsZero() || a.from == b.from && a.to == b.to || b.from.before(a.from) || a.to.before(b.to) {
		return k
	}
	first, last := l.doc.Range(parse.Span{Start: a.End, End: b.Start})
	if last-first > 5 || slices.ContainsFunc(l.doc.Tokens[first:last], func(t parse.Token) bool { return finite(t.Word()) }) {
		return k
	}
	return k + 1
}

// aside tells whether a mark inside a line is not the date of what the line tells: one in brackets or in an aside, the end of a term, an
// attribute.
func (l *layout) aside(n *line, k int) bool {
	m := l.mark(k)
	switch m.mod {
	case Until, By, Before:
		return m.mod != By || !m.hours // к вечеру is when it was done
	}
	begin, end := l.body(n)
	first, last := l.doc.Range(m.Span)
	if first == begin {
		return false
	}
	p := &l.doc.Tokens[first-1]
	switch {
	case last < end && strings.HasPrefix(l.doc.Tokens[last].Key(), "рожден"):
		return true
	case p.Key() == "от", p.Key() == "на" && m.to.IsZero(), p.Key() == "на" && m.from.plus(1, day).before(m.to.plus(1, minute)):
		return true
	case m.year && p.Kind() == parse.Word && !small(p.Word()) && p.Word().Can(lex.Noun):
		return true // Конституция 1993 года
	}
	return l.inAside(begin, first, last, end)
}

// inAside tells whether the tokens first to last of a line stand in brackets, or between two commas with no finite verb: мэр
// Лондона в 2008–2016 годах.
func (l *layout) inAside(begin, first, last, end int) bool {
	t := l.doc.Tokens
	if l.bracketed(begin, first) {
		return true
	}
	from := first
	for ; from > begin && !t[from-1].Is(',') && !t[from-1].Is('('); from-- {
		if t[from-1].Stop() || finite(t[from-1].Word()) {
			return false
		}
	}
	if from == begin || from >= first-1 { // a date alone between commas is no aside
		return false
	}
	for k := last; k < end; k++ {
		switch {
		case t[k].Is(','), t[k].Is(')'):
			return true
		case t[k].Is(';') && k == end-1: // the last mark of the line
		case t[k].Stop(), t[k].Is(';'), t[k].Is(':'), finite(t[k].Word()):
			return false
		}
	}
	return name(t[begin : from-1])
}

// name tells whether some tokens are a name of two words or more: Пётр Зимин, министр с 2018 года.
func name(t []parse.Token) bool {
	for i := range t {
		if t[i].Shape()&parse.Capital == 0 {
			return false
		}
	}
	return len(t) > 1
}

// bracketed tells whether a bracket is open in front of token first of a line; one that opens the line is none.
func (l *layout) bracketed(begin, first int) bool {
	t, depth := l.doc.Tokens, 0
	for k := first - 1; k > begin && depth >= 0; k-- {
		if t[k].Is(')') {
			depth++
		} else if t[k].Is('(') {
			depth--
		}
	}
	return depth < 0
}

// finite tells whether a word can be the predicate of a clause.
func finite(w *lex.Word) bool { return w.Can(lex.Verb) || w.Can(lex.ParticipleShort) }

// tells tells whether a line says something beside its date and names: it has a verb, or a noun that is no name.
func (l *layout) tells(n *line) bool {
	first, last := l.body(n)
	k := int(n.first)
	var m parse.Span // the mark before k
	for i := first; i < last; i++ {
		t := &l.doc.Tokens[i]
		for k < int(n.last) && m.End <= t.Start() {
			m = l.span(k)
			k++
		}
		if m.Start <= t.Start() && t.Start() < m.End || t.Kind() != parse.Word {
			continue
		}
		w := t.Word()
		if finite(w) || w.Can(lex.Infinitive) || t.Shape()&parse.Capital == 0 && w.Can(lex.Noun) && !small(w) {
			return true
		}
	}
	return false
}

// terms tells whether a block lists demands, terms or plans: what is to be done, or one sentence cut into parts, of what is not yet.
func (l *layout) terms(b *block) bool {
	parts, lower, past, asked := 0, 0, 0, 0
	for i := range b.lines {
		first, last := l.body(&b.lines[i])
		if first == last {
			continue
		}
		if l.doc.Tokens[last-1].Is(';') {
			parts++
		}
		if t := &l.doc.Tokens[first]; t.Shape()&parse.Capital == 0 && !(t.Kind() == parse.Number && t.End()-t.Start() == 4 && b.lines[i].headed) { // not 1703 — основание крепости;
			lower++
		}
		if w := l.doc.Tokens[first].Word(); w.Can(lex.Infinitive) || w.Can(lex.Imperative) && !w.Can(lex.Noun) {
			asked++
		}
		for k := first; k < last; k++ {
			if w := l.doc.Tokens[k].Word(); w.Can(lex.Verb|lex.Past) || w.Can(lex.ParticipleShort) {
				past++
				break
			}
		}
	}
	return 2*asked >= len(b.lines) || parts+1 >= len(b.lines) && lower == len(b.lines) && 2*past < len(b.lines)
}

// talk tells whether the lines are those of a dialogue: they open with dashes, and some of them ask.
func (l *layout) talk(b *block) bool {
	asked := 0
	for i := range b.lines {
		p := &l.paragraphs[b.lines[i].paragraph]
		if m := p.Marker; m != "—" && m != "–" && m != "-" {
			return false
		}
		if strings.HasSuffix(p.In(l.doc.Text), "?") {
			asked++
		}
	}
	return 4*asked >= len(b.lines)
}
