package timeline

import (
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/internal/room"
	"github.com/svodka/svodka/parse"
)

// How the work is parted among the files. Reading, by the first word of what is read: expr; stretch, range, chain, calendar (the
// pieces: day, month, weekday, season, decade) with year, numeric, clock, daypart, holiday, relative, zone; length and amount,
// adjective, bareunit; prefix for what stands before; age and title for what is no time. What is read is a when. Resolving: resolve
// and bare, by tense; listyears for chronologies; place puts a when on the calendar and makes a point, which date writes. Events:
// chronology and events.

// A Mention is a time expression in a text.
type Mention struct {
	parse.Span
	Text string // as it stands
	Date
}

// String is that of the date.
func (m Mention) String() string { return m.Date.String() }

// Find finds the time expressions of a document, in text order; none overlaps another. What they leave out is resolved
// against the time of publication and what the text told before; the zero time leaves it open (XXXX-02-16).
//
// Of published, what the clocks of its location show is taken, and not the instant: сегодня is the day there, so that 22:00 in UTC and 1:00
// in Moscow, which are one instant, give two days. Convert it ([time.Time.In]) to where the article was written. Midnight is taken for a
// day whose hour is not known: then через два часа is FUTURE_REF.
func Find(doc *parse.Document, published time.Time) []Mention {
	f := finders.Get().(*finder)
	defer f.put()
	f.begin(doc, published)
	r := resolver{reader: &f.reader, ref: f.ref, clock: f.clock}
	var out []Mention
	for i := range doc.Paragraphs {
		n := len(f.exprs)
		if f.read(&doc.Paragraphs[i]); n < window || f.listed(i, n) {
			continue
		}
		next := f.exprs[n:]
		f.exprs = f.exprs[:n]
		out = f.resolve(&r, out, i)
		f.exprs = append(f.exprs[:0], next...)
	}
	return f.resolve(&r, out, len(doc.Paragraphs))
}

// window is from how many expressions on a long text is gone over in parts, which end in front of a paragraph that no chronology can
// have.
const window = 1 << 9

// usual is how many tokens a window has, as a rule.
const usual = 1 << 14

// listed tells whether paragraph i, whose first expression is expression n, may be a line of a chronology.
func (f *finder) listed(i, n int) bool {
	p := &f.doc.Paragraphs[i]
	return p.Kind == parse.Item || n < len(f.exprs) && f.tok[f.exprs[n].first].Start() <= p.Start+maxLead
}

// finders hold room to work in between calls.
var finders = sync.Pool{New: func() any { return new(finder) }}

// A finder holds what one call of Find works with.
type finder struct {
	reader
	exprs []expr // of the window
	nodes []node
	from  int  // the first paragraph of the window
	token int  // the first one of the next paragraph
	mark  int  // the quotation marks before it begin too far back for a name
	lists bool // the text may have chronologies
	open  int  // paragraphs that open with a time expression
	ref   Moment
	clock bool
}

func (f *finder) begin(doc *parse.Document, published time.Time) {
	f.reader = reader{doc: doc, text: doc.Text, tok: doc.Tokens, lead: lex.None, num: numeral.Reader{Text: doc.Text, Tokens: doc.Tokens}}
	f.exprs, f.from, f.token, f.mark, f.lists, f.open = f.exprs[:0], 0, 0, 0, false, 0
	f.ref, f.clock = Moment{}, false
	if !published.IsZero() {
		f.ref = momentOf(published)
		f.clock = f.ref != f.ref.date()
	}
}

// put gives the room back.
func (f *finder) put() {
	f.reader = reader{}
	if cap(f.exprs) <= 1<<14 {
		finders.Put(f)
	}
}

// read collects the expressions of a paragraph.
func (f *finder) read(p *parse.Paragraph) {
	first, start := f.token, p.Body().Start
	for first < len(f.tok) && f.tok[first].Start() < start {
		first++
	}
	last := first
	for last < len(f.tok) && f.tok[last].Start() < p.End {
		last++
	}
	f.first, f.floor, f.last, f.num.Last, f.token = first, first, last, last, last
	n, begin := len(f.exprs), first
	if n > 0 {
		begin = f.exprs[0].first
	}
	size := usual
	if last-begin > usual {
		size = len(f.tok) - begin // it may never end
	}
	for i := first; i < last; {
		if t := &f.tok[i]; !mayOpen(t) || !f.opensExpr(i, t) {
			i++
			continue
		}
		k := len(f.exprs)
		f.exprs = room.Push(f.exprs, expr{}, i-begin, size)
		e := &f.exprs[k]
		if !f.expr(e, i) {
			f.exprs = f.exprs[:k]
			i++
			continue
		}
		if e.form != noForm && !f.titled(e) {
			f.left(e)
		} else {
			f.exprs = f.exprs[:k]
		}
		i = max(i+1, e.last)
		f.floor = i
	}
	if len(f.exprs) > n && f.exprs[n].first <= first+1 {
		f.open++
	}
	f.lists = f.lists || p.Kind == parse.Item || f.open > 1
}

// mayOpen tells whether a token by itself lets an expression begin with it: a number, a word of time, a Roman numeral, Q3.
func mayOpen(t *parse.Token) bool {
	return t.Word().Class&opening != 0 || t.Kind() == parse.Number || (romanDigit(t.Rune()) || t.Rune() == 'Q' || t.Rune() == 'H') && t.Shape()&parse.Capital != 0
}

// opensExpr tells whether an expression can begin at token i, but for what stands before its first word of time. It only saves
// work.
func (f *finder) opensExpr(i int, t *parse.Token) bool {
	if t.Kind() == parse.Number {
		return f.numberOpens(i, t)
	}
	switch c := t.Word().Class & opening; {
	case c == lex.RelAdj:
		return f.ahead(i, opening&^(lex.RelAdj|lex.Ordinal)) || t.Key() == "прошлом" || t.Key() == "будущем"
	case c == lex.Holiday:
		return f.named(i) || f.word(i+1).Class&times != 0 || f.has(i+1, parse.Number)
	case c != 0 && c&^(counting|lex.Fraction|lex.Vague|lex.Edge|lex.RelAdj) == 0:
		return f.ahead(i, times|lex.Ordinal) || f.decadeAt(i) || halfHour(t.Word()) > 0 || f.key(i-1) == "без"
	}
	return true
}

// numberOpens is opensExpr for a number in digits.
func (f *finder) numberOpens(i int, t *parse.Token) bool {
	year := t.End()-t.Start() == 4
	if i+1 == f.last {
		return year
	}
	switch n := &f.tok[i+1]; n.Kind() {
	case parse.Word:
		return year || f.ahead(i, times) || f.key(i-1) == "без" || n.Word().Is(lex.Lasting) || n.Key() == "по" || !n.Spaced() && f.capital(i+1) // 3К23
	case parse.Number:
		return f.key(i-1) == "от" || f.ahead(i, times)
	case parse.Symbol:
		return year
	case parse.Punct:
		switch {
		case n.Is('(') && f.is(i+3, ')') && f.word(i+4).Is(lex.Month):
			return true
		case year, n.Dash() && !f.has(i+2, parse.Number):
			return true
		case n.Is('.'), n.Is(':'), n.Is('/'):
			return !n.Spaced()
		case n.Is(','), n.Dash():
			return f.ahead(i, times) || f.dash(i+3) || f.threeNumbers(i+2) || f.key(i-1) == "в" || f.key(i-1) == "к"
		}
	}
	return false
}

// times are the classes of words that name a time.
const times = lex.Month | lex.Weekday | lex.Season | lex.TimeUnit | lex.DayPart | lex.RelDay | lex.Holiday

// ahead tells whether a word of some classes stands behind token i, with nothing but numbers, adjectives and what joins them between.
func (f *finder) ahead(i int, classes lex.Class) bool {
	for k := i + 1; k < min(i+16, f.last); k++ {
		t := &f.tok[k]
		switch t.Kind() {
		case parse.Number:
			if classes&counting != 0 {
				return true
			}
		case parse.Punct:
			if !t.Is(',') && !t.Dash() && !t.Is('.') {
				return false
			}
		case parse.Word:
			if w := t.Word(); w.Class&classes != 0 || strings.HasPrefix(w.Key, "числ") || w.Key == "кв" {
				return true
			} else if w.Class&(counting|lex.Fraction|lex.Vague|lex.Edge) == 0 && !passed(w) && f.roman(k) == 0 {
				return false
			}
		}
	}
	return false
}

// passed tells whether a word can stand between a number or an adjective and the word of time it belongs to.
func passed(w *lex.Word) bool {
	switch w.Key {
	case "и", "или", "либо", "до", "по", "на", "же", "с", "й", "го", "х", "е", "ти":
		return true
	}
	return hasStem(w.Key, "декад", "треть", "трети") || w.Can(lex.Adj) || w.Can(lex.Participle)
}

// decadeAt tells whether a number in words can be a decade by itself: в девяностых.
func (f *finder) decadeAt(i int) bool {
	n, _, g, ok := f.ordinal(i, false)
	return ok && g&lex.Plur != 0 && n%10 == 0
}

// named tells whether the word at token i names a holiday and does not only begin its name.
func (f *finder) named(i int) bool {
	v, _ := f.word(i).Value(lex.Holiday)
	return v != 0
}

// resolve gives every expression of the window its date. The next window begins with paragraph next.
func (f *finder) resolve(r *resolver, out []Mention, next int) []Mention {
	out = f.grow(out)
	r.exprs = f.exprs
	f.reader.first, f.reader.last = 0, len(f.tok)
	if f.lists {
		place, sentence := r.place, r.sentence
		f.listYears(r, next)
		r.place, r.sentence = place, sentence
	}
	for i := range f.exprs {
		e := &f.exprs[i]
		r.at = i
		r.move(e)
		d, ok := r.resolve(e)
		if !ok {
			continue
		}
		span := f.doc.Cover(e.first, e.last)
		out = append(out, Mention{span, span.In(f.text), d})
		r.tell(e, &d)
	}
	f.from, f.lists, f.open = next, false, 0
	return out
}

// grow makes room for the dates of the window, and for those of the text behind it too where enough of it has been read to tell how
// many there will be.
func (f *finder) grow(out []Mention) []Mention {
	if out == nil {
		return make([]Mention, 0, len(f.exprs))
	}
	if cap(out)-len(out) < len(f.exprs) {
		at, size := f.exprs[0].first, len(f.tok)
		if part := size / 16; at < part {
			size = part
		}
		out = slices.Grow(room.Grow(out, at, size), len(f.exprs))
	}
	return out
}
