// Package numeral reads Russian numbers, in digits and in words, off the tokens of a document. Money and dates are made
// of them.
package numeral

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A Number is a number and the tokens it is written in, First up to but not Last.
type Number struct {
	Value
	First, Last int
	Words       bool // some of it is written in words, other than the name of a scale
	Scaled      bool // it ends in the name of a scale: 5 млн, три тысячи
	Vague       bool // no value can be given: несколько миллионов, десятки тысяч
	Plain       bool // nothing but digits
	Thousands   bool // 1,234 or 1.234: read as a decimal, but the mark may separate thousands
}

// A Reader reads numbers between two tokens of a document.
type Reader struct {
	Text   string
	Tokens []parse.Token
	Last   int // nothing from this token on is read
	// Money lets the short scales stand that mean other things elsewhere: 5 т., 100K, 1,5M, 3b, кк.
	Money bool
}

// Cardinal reads the number that begins at token i.
func (r *Reader) Cardinal(i int) (Number, bool) {
	n := Number{First: i, Last: i, Plain: true}
	limit := 1 << 30 // the power of ten the next part must stay below
	for n.Last < r.Last {
		part, scale, ok := r.part(n.Last, n.Last == i)
		if !ok || scale >= limit || n.Vague {
			break
		}
		if n.Last > i && (part.Vague || !n.Scaled || digits(part.Coef)+part.Exp+scale > limit || r.dayOfMonth(part)) {
			break
		}
		v, ok := part.Value.Shift(scale)
		if !ok {
			return n, false
		}
		if n.Value, ok = n.Value.Add(v); !ok {
			return n, false
		}
		n.Last, n.Words = part.Last, n.Words || part.Words
		n.Vague, n.Thousands = part.Vague, part.Thousands
		n.Plain = n.Plain && part.Plain && !part.Scaled
		n.Scaled = part.Scaled
		limit = scale
		if scale == 0 || part.Exp < 0 && n.Exp < 0 {
			break
		}
	}
	return n, n.Last > i
}

// dayOfMonth tells whether a number is followed by the name of a month: 5 млн 15 июня.
func (r *Reader) dayOfMonth(n Number) bool {
	return n.Plain && n.Last < r.Last && r.Tokens[n.Last].Word().Is(lex.Month)
}

// part reads a number below a thousand and the scale behind it: триста, 2,5 миллиона, две тысячи, миллиард, десятки тысяч.
func (r *Reader) part(i int, first bool) (n Number, scale int, ok bool) {
	n = Number{First: i, Last: i}
	switch t := &r.Tokens[i]; {
	case t.Kind() == parse.Number || fraction(t) != 0:
		n, ok = r.Digits(i)
		n.Plain = true
	case t.Word().Is(lex.Vague):
		return r.vague(i)
	case t.Word().Is(lex.Fraction):
		n, ok = r.quarters(i)
		if t.Word().Is(lex.Scale) { // полмиллиона
			scale, _ = t.Word().Value(lex.Scale)
			n.Scaled = true
			return n, scale, ok
		}
	case t.Word().Is(lex.Cardinal):
		n, ok = r.small(i)
	case t.Word().Is(lex.Scale) && r.scaleAt(i, false) > 0:
		// A scale alone: тысяча, миллион. Many of them have no number.
		plural := t.Word().GramOf(lex.Scale)&lex.Sing == 0
		n.Value, n.Words, n.Vague = Int(1), true, plural
		ok = !plural || first
	}
	if !ok {
		return n, 0, false
	}
	for n.Last < r.Last && scale < 6 { // пять тысяч миллиардов
		next, s := r.scale(n.Last, n.Plain)
		if next == n.Last {
			break
		}
		scale += s
		n.Last, n.Scaled = next, true
	}
	return n, scale, true
}

// scale reads the name of a scale at token i, with its full stop; next is i where none stands there.
func (r *Reader) scale(i int, digits bool) (next, scale int) {
	if scale = r.scaleAt(i, digits); scale == 0 {
		return i, 0
	}
	next = i + 1
	if next < r.Last && r.Tokens[next].Is('.') && !r.Tokens[next].Spaced() && r.Tokens[i].Word().Is(lex.Abbreviation) && !r.sentenceEnds(next) {
		next++
	}
	return next, scale
}

// sentenceEnds tells whether the full stop at i is the last token before Last, and so not the abbreviation's alone.
func (r *Reader) sentenceEnds(i int) bool { return i+1 >= r.Last }

// scaleAt is the power of ten named by token i, 0 for none. Letters that can mean something else need digits before
// them, and a reader of money.
func (r *Reader) scaleAt(i int, digits bool) int {
	t := &r.Tokens[i]
	w := t.Word()
	if !w.Is(lex.Scale) || w.Is(lex.Fraction) {
		return 0
	}
	v, _ := w.Value(lex.Scale)
	switch w.Key {
	case "т", "k", "m", "b", "кк", "лям", "mio":
		if !digits || !r.Money {
			return 0
		}
	}
	return v
}

// small reads words up to 999: двести сорок пять. With "с половиной" a half comes on top.
func (r *Reader) small(i int) (n Number, ok bool) {
	n = Number{First: i, Last: i, Words: true}
	limit := 1000
	sum := 0
	for n.Last < r.Last {
		v, ok := r.Tokens[n.Last].Word().Value(lex.Cardinal)
		if !ok || v >= limit || v == 0 && n.Last > i {
			break
		}
		sum += v
		n.Last++
		switch {
		case v >= 100:
			limit = 100
		case v >= 20:
			limit = 10
		default:
			limit = 0
		}
		if limit == 0 {
			break
		}
	}
	n.Value = Int(uint64(sum))
	if n.Last > i {
		r.half(&n)
	}
	return n, n.Last > i
}

// half takes "с половиной", "с четвертью".
func (r *Reader) half(n *Number) {
	if n.Last+1 >= r.Last || r.Tokens[n.Last].Key() != "с" {
		return
	}
	w := r.Tokens[n.Last+1].Word()
	v, ok := w.Value(lex.Fraction)
	if !ok || v > 2 || !w.Can(lex.Ins) || w.Is(lex.Scale) {
		return
	}
	if sum, ok := n.Value.Add(quarters(v)); ok {
		n.Value, n.Last, n.Words = sum, n.Last+2, true
	}
}

// quarters reads полтора, четверть, половина and пол- with a scale. A part of something needs a scale behind it.
func (r *Reader) quarters(i int) (Number, bool) {
	w := r.Tokens[i].Word()
	v, _ := w.Value(lex.Fraction)
	n := Number{Value: quarters(v), First: i, Last: i + 1, Words: true}
	if v < 4 && !w.Is(lex.Scale) {
		_, s := r.peekScale(i + 1)
		return n, s > 0
	}
	return n, true
}

func (r *Reader) peekScale(i int) (next, scale int) {
	if i >= r.Last {
		return i, 0
	}
	return r.scale(i, false)
}

func quarters(n int) Value {
	return Value{uint64(n) * 25, -2}.canon()
}

// vague reads несколько, десятки, сотня, пара, with the scale behind. A single ten or hundred of a scale is exact
// (сотня тысяч), and so is a pair; десяток alone is 10.
func (r *Reader) vague(i int) (n Number, scale int, ok bool) {
	w := r.Tokens[i].Word()
	power, _ := w.Value(lex.Vague)
	n = Number{Value: Int(1), First: i, Last: i + 1, Words: true, Vague: power < 0}
	if power >= 0 && w.GramOf(lex.Vague)&lex.Sing == 0 {
		n.Vague = true
	}
	if power == 0 {
		n.Value = Int(2)
	}
	scale = max(power, 0)
	if i+1 < r.Last && r.Tokens[i+1].Word().Is(lex.Vague) { // несколько десятков тысяч
		n.Vague = true
		n.Last++
	}
	if next, s := r.peekScale(n.Last); s > 0 {
		n.Last, n.Scaled = next, true
		scale += s
	}
	return n, scale, true
}
