package timeline

import (
	"fmt"
	"sync"
	"time"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A ParseError tells why a text is no time expression.
type ParseError struct {
	Input  string
	Offset int // of the first byte that could not be read
	Reason string
}

// Error tells the reason, the place and the input.
func (e *ParseError) Error() string {
	return fmt.Sprintf("timeline: %q at byte %d: %s", e.Input, e.Offset, e.Reason)
}

// Parse reads one time expression, with the preposition before it or without: прошлой весной, с 2000 года, 5 мая. What it leaves
// out is resolved against ref, as in the text of an article published then; the zero time leaves it open. What [Find] finds in
// an article can be read by itself, though it may mean something else there: 5 of 5, 6 и 7 мая is the fifth of some month. The
// error is a [*ParseError].
func Parse(s string, ref time.Time) (Date, error) {
	f := finders.Get().(*finder)
	defer f.put()
	doc := parse.Text(s)
	f.begin(doc, ref)
	f.last, f.num.Last = len(f.tok), len(f.tok)
	e, reached := f.one()
	if reached < len(f.tok) {
		return Date{}, &ParseError{s, f.tok[reached].Start(), "no time expression goes on like this"}
	}
	if len(f.tok) == 0 {
		return Date{}, &ParseError{s, len(s), "no text"}
	}
	f.exprs = append(f.exprs, e)
	f.whole = true
	r := resolver{reader: &f.reader, ref: f.ref, clock: f.clock, exprs: f.exprs, span: parse.Span{End: len(s)}}
	d, ok := Date{}, false
	if e.form != noForm {
		d, ok = r.resolve(&f.exprs[0])
	}
	if !ok {
		return Date{}, &ParseError{s, f.tok[0].Start(), "no calendar has it"}
	}
	return d, nil
}

// fronts are words that make a time of what stands behind them: в 2014, с 18 часов вторника, каждые выходные.
var fronts = sync.OnceValue(func() *parse.Document {
	return parse.Text("в с к до по на за от после через каждый")
})

// one reads all tokens as one expression: as Find reads them; else with all that could stand around them granted; else as Find
// reads them behind a word that makes them a time. reached is the first that could not be read.
func (f *finder) one() (e expr, reached int) {
	if e, reached = f.all(); reached == len(f.tok) && e.form != noForm {
		return e, reached
	}
	f.whole = true
	e, reached = f.all()
	f.whole = false
	front := fronts().Tokens
	for i := 0; i < len(front) && reached < len(f.tok); i++ {
		f.lead = front[i].Word()
		var n int
		if e, n = f.all(); n == len(f.tok) {
			reached = n
		}
	}
	f.lead = lex.None
	return e, reached
}

// all reads all tokens as one expression.
func (f *finder) all() (e expr, reached int) {
	f.lastCardinal, f.lastOrdinal = reading{}, reading{}
	for i := range min(len(f.tok), 6) {
		if !f.expr(&e, i) && !(f.whole && f.lone(&e, i)) {
			continue
		}
		if e.form != noForm {
			lead := f.lead
			f.lead = lex.None
			f.left(&e)
			f.lead = lead
		}
		last := e.last
		if last == len(f.tok)-1 && f.tok[last].Is('.') {
			last++
		}
		if !f.leads(e.first) {
			continue
		}
		if last == len(f.tok) {
			return e, last
		}
		reached = max(reached, last)
	}
	return e, reached
}

// leads tells whether the first n words can stand in front of an expression without belonging to it: none, a preposition, не позднее,
// начиная с.
func (f *finder) leads(n int) bool {
	if n > 2 && f.key(n-1) == "чем" {
		n--
	}
	switch n {
	case 0:
		return true
	case 1:
		return f.word(0).Can(lex.Preposition) || f.key(0) == "c"
	case 2:
		switch k := f.key(1); f.key(0) {
		case "не":
			return k == "позднее" || k == "позже" || k == "ранее" || k == "раньше"
		case "начиная", "вплоть":
			return f.word(1).Can(lex.Preposition)
		}
	}
	return false
}

// lone reads a number by itself, or the beginning or end of it: what a list lends it can be a day or a year.
func (f *finder) lone(e *expr, i int) bool {
	if v, edge := f.word(i).Value(lex.Edge); edge && f.lone(e, i+1) {
		e.first, e.mod = i, Mod(v)
		return true
	}
	n, next, _, ok := f.ordinal(i, true)
	if !ok {
		m, after, counted := f.count(i)
		if n, next = int(m.milli/1000), after; !counted || m.vague || m.milli%1000 != 0 {
			return false
		}
	}
	*e = expr{first: i, last: next, form: single}
	switch {
	case n >= 1 && n <= 31:
		e.a = when{has: hasDay, day: n}
	case n < 100:
		e.a = when{has: hasYear | hasShort, year: n}
	default:
		e.a = when{has: hasYear, year: n}
	}
	if d, size := f.number(next + 1); n <= 31 && f.dash(next) && size > 0 && d > n && d <= 31 { // 3–5
		e.form, e.b, e.last = ranged, when{has: hasDay, day: d}, next+2
	}
	return n > 0 && n <= 9999
}
