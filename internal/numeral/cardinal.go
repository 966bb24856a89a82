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
	Low Value // of a pair of words: два-три
	Writing
}

// A Writing is how and where a number is written, whatever its value.
type Writing struct {
	First, Last int
	Scale       int  // the power of ten of the scale it ends in, 0 for none
	Pair        bool // from Low to Value
	Words       bool // some of it is written in words, other than the name of a scale
	Scaled      bool // it ends in the name of a scale: 5 млн, три тысячи
	Loose       bool // the scale is a word that means other things too: 5 т, 100K
	Vague       bool // no value can be given: несколько миллионов, десятки тысяч
	Plain       bool // nothing but digits
	Over        bool // a little more than that: сто с лишним
	Thousands   bool // 1,234 or 1.234: read as a decimal, but the mark may separate thousands
}

// A Reader reads numbers between two tokens of a document.
type Reader struct {
	Text   string
	Tokens []parse.Token
	Last   int // nothing from this token on is read
	// Money lets the scales stand that mean other things elsewhere: 5 т., 100K, 1,5M, 3b, кк.
	Money bool
}

// Cardinal reads the number that begins at token i. Where ok is false, n.Last may lie behind i all the same: that far
// goes a number too long for a Value.
func (r *Reader) Cardinal(i int) (n Number, ok bool) {
	n = Number{Writing: Writing{First: i, Last: i, Plain: true}}
	limit := 1 << 30 // the power of ten the next part must stay below
	for n.Last < r.Last {
		first := n.Last == i
		part, scale, ok := r.part(n.Last, first)
		if !ok && part.Last > n.Last {
			n.Last = part.Last
			return n, false
		}
		if !ok || scale >= limit || n.Vague || !first && !r.goesOn(&n, &part, scale, limit) {
			break
		}
		v, ok := part.Value.Shift(scale)
		if ok {
			n.Value, ok = n.Value.Add(v)
		}
		if ok && part.Pair {
			n.Low, ok = part.Low.Shift(scale)
		}
		n.Last, n.Words = part.Last, n.Words || part.Words
		if !ok {
			return n, false
		}
		n.Vague, n.Thousands, n.Pair, n.Over, n.Loose = part.Vague, part.Thousands, part.Pair, part.Over, part.Loose
		n.Plain = n.Plain && part.Plain && !part.Scaled
		n.Scaled, n.Scale = part.Scaled, scale
		limit = scale
		if scale == 0 || part.Pair || part.Over || part.Exp < 0 && n.Exp < 0 {
			break
		}
	}
	return n, n.Last > i
}

// goesOn tells whether a part belongs to the number before it: it is smaller than its scale, and one with no scale of its own that
// is in digits, or in words behind digits, counts what the number does (5 млн 200 рублей, not 5 млн 200 человекам, 5 млн двум школам).
func (r *Reader) goesOn(n, part *Number, scale, limit int) bool {
	if part.Vague || part.Pair || !n.Scaled || digits(part.Coef)+part.Exp+scale > limit {
		return false
	}
	return part.Scaled || n.Words && !part.Plain || part.Last < r.Last && r.Tokens[part.Last].Word().Is(lex.Currency)
}

// part reads a number below a thousand and the scale behind it: триста, 2,5 миллиона, две тысячи, миллиард, десятки тысяч.
func (r *Reader) part(i int, first bool) (n Number, scale int, ok bool) {
	n = Number{Writing: Writing{First: i, Last: i}}
	t := &r.Tokens[i]
	w := t.Word()
	switch {
	case t.Kind() == parse.Number || fraction(t) != 0:
		n, ok = r.Digits(i)
		n.Plain = true
	case w.Is(lex.Vague) && w.Left == nil:
		return r.vague(i)
	case w.Is(lex.Fraction):
		n, ok = r.quarters(i)
		if v, half := w.Value(lex.Scale); half { // полмиллиона
			n.Scaled, scale = true, v
		}
	case w.Is(lex.Cardinal):
		n, ok = r.small(i)
	case w.Is(lex.Scale) && w.Left == nil && !w.Can(lex.Abbr):
		// A scale alone: тысяча, миллион. Many of them have no number.
		n.Value, n.Words, n.Vague = Int(1), true, r.many(i, lex.Scale)
		ok = !n.Vague || first
	}
	if !ok {
		return n, 0, false
	}
	r.more(&n)
	for n.Last < r.Last && scale < 6 { // пять тысяч миллиардов, два десятка миллионов
		next, s := r.scale(&n)
		if next == n.Last {
			break
		}
		scale += s
		n.Last, n.Scaled = next, true
		r.more(&n)
	}
	return n, scale, true
}

// many tells whether the name of a scale at token i stands for many of them: миллионы. A form that can be one of them
// or many (тысячи) is one where what stands before it asks for a genitive: около тысячи.
func (r *Reader) many(i int, c lex.Class) bool {
	g := r.Tokens[i].Word().GramOf(c)
	if g&lex.Sing == 0 {
		return true
	}
	return g&lex.Plur != 0 && g&lex.Nom != 0 && g&lex.Gen != 0 && g&lex.Fixed == 0 && !r.genitive(i)
}

// genitive tells whether the token before i asks for a genitive.
func (r *Reader) genitive(i int) bool {
	if i == 0 {
		return false
	}
	switch r.Tokens[i-1].Key() {
	case "около", "до", "от", "из", "с", "без", "для", "свыше", "более", "больше", "менее", "меньше", "порядка", "выше", "ниже",
		"дороже", "дешевле", "размере", "сумме", "районе", "пределах", "уровня", "отметки", "объеме", "одной", "одного":
		return true
	}
	return false
}

// more takes what says that the number is a little more: сто с лишним, 30+ млн.
func (r *Reader) more(n *Number) {
	k := n.Last
	if k+1 >= r.Last {
		return
	}
	t, next := &r.Tokens[k], &r.Tokens[k+1]
	switch {
	case t.Key() == "с" && (next.Key() == "лишним" || next.Key() == "небольшим"):
		n.Last, n.Over = k+2, true
	case t.Is('+') && !t.Spaced() && next.Spaced() && next.Word().Is(lex.Scale|lex.Currency):
		n.Last, n.Over = k+1, true
	}
}

// scale reads the name of a scale behind a number, with its full stop; next is n.Last where none stands there.
func (r *Reader) scale(n *Number) (next, scale int) {
	i := n.Last
	t := &r.Tokens[i]
	w := t.Word()
	switch {
	case w.Is(lex.Scale) && !w.Is(lex.Fraction) && w.Left == nil:
		scale, _ = w.Value(lex.Scale)
	case w.Is(lex.LooseScale) && r.Money && !n.Scaled && (n.Plain && (!t.Spaced() || w.Key == "т" || len(w.Key) >= 4) || len(w.Key) >= 6):
		scale, _ = w.Value(lex.LooseScale)
		n.Loose = true
	case w.Is(lex.Vague) && !n.Plain && !n.Scaled && w.GramOf(lex.Vague)&lex.Gen != 0:
		scale, _ = w.Value(lex.Vague)
	}
	if scale <= 0 {
		return i, 0
	}
	next = i + 1
	if next < r.Last && r.Tokens[next].Is('.') && !r.Tokens[next].Spaced() && w.Is(lex.Abbreviation) && !r.endsSentence(next) {
		next++
	}
	return next, scale
}

// endsSentence tells whether the full stop at i, the last token, is the sentence's alone: one behind a contraction (млн),
// which is written without.
func (r *Reader) endsSentence(i int) bool {
	if i+1 < r.Last {
		return false
	}
	switch r.Tokens[i-1].Key() {
	case "тыс", "т":
		return false
	}
	return true
}

// small reads words up to 999: двести сорок пять. With "с половиной" a half comes on top.
func (r *Reader) small(i int) (n Number, ok bool) {
	n = Number{Writing: Writing{First: i, Last: i, Words: true}}
	limit := 1000
	sum := 0
	for n.Last < r.Last && limit > 0 {
		w := r.Tokens[n.Last].Word()
		v, ok := w.Value(lex.Cardinal)
		if !ok || v >= limit || v == 0 && n.Last > i || w.Left != nil && n.Last > i {
			break
		}
		sum += v
		n.Last++
		limit = below(v)
		if w.Left != nil {
			n.Value, n.Pair = Int(uint64(v)), true
			n.Low, ok = word(w.Left)
			return n, ok && n.Low.Cmp(n.Value) < 0
		}
	}
	n.Value = Int(uint64(sum))
	if n.Last > i {
		r.half(&n)
	}
	return n, n.Last > i
}

// word is the number one word names: двух, полутора.
func word(w *lex.Word) (Value, bool) {
	if v, ok := w.Value(lex.Cardinal); ok {
		return Int(uint64(v)), true
	}
	v, ok := w.Value(lex.Fraction)
	return quarters(v), ok && v > 4
}

// half takes "с половиной", "с четвертью" on top, and makes quarters of три четверти.
func (r *Reader) half(n *Number) {
	if n.Last < r.Last {
		w := r.Tokens[n.Last].Word()
		if v, ok := w.Value(lex.Fraction); ok && v == 1 && w.Can(lex.Gen) && w.Left == nil {
			n.Value, n.Last = Value{n.Coef * 25, n.Exp - 2}.canon(), n.Last+1
			return
		}
	}
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
	n := Number{Value: quarters(v), Writing: Writing{First: i, Last: i + 1, Words: true}}
	if w.Left != nil {
		low, ok := word(w.Left)
		n.Low, n.Pair = low, true
		return n, ok && low.Cmp(n.Value) < 0
	}
	if v < 4 && !w.Is(lex.Scale) {
		if i+1 >= r.Last {
			return Number{}, false
		}
		_, s := r.scale(&n)
		if s == 0 {
			return Number{}, false
		}
	}
	return n, true
}

func quarters(n int) Value {
	return Value{uint64(n) * 25, -2}.canon()
}

// vague reads несколько, десятки, сотня, пара, with the scale behind. A single ten or hundred of a scale is exact
// (сотня тысяч), and so is a pair; десяток alone is 10.
func (r *Reader) vague(i int) (n Number, scale int, ok bool) {
	w := r.Tokens[i].Word()
	power, _ := w.Value(lex.Vague)
	n = Number{Value: Int(1), Writing: Writing{First: i, Last: i + 1, Words: true, Vague: power < 0 || r.many(i, lex.Vague)}}
	if power == 0 {
		n.Value = Int(2)
	}
	scale = max(power, 0)
	if i+1 < r.Last && r.Tokens[i+1].Word().Is(lex.Vague) { // несколько десятков тысяч, пара сотен
		next, _ := r.Tokens[i+1].Word().Value(lex.Vague)
		n.Vague = n.Vague || power != 0
		scale += max(next, 0)
		n.Last++
	}
	if n.Last < r.Last {
		if next, s := r.scale(&n); s > 0 {
			n.Last, n.Scaled = next, true
			scale += s
		}
	}
	return n, scale, true
}
