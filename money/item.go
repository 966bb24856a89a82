package money

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

// An item is a number of a sentence, with the currency that stands beside it; two that make a range are one.
type item struct {
	first, last int // its tokens, the currency's included
	lo, hi      numeral.Value
	num         numeral.Writing // what lo and hi do not tell
	unit
	depth    int32 // brackets around it
	from, to int   // the tokens of its sentence
	ranged   bool  // from lo to hi
	counted  bool  // it counts something else: 5 тыс. человек, 10%
	change   bool  // something rises or falls before it in its sentence
	vague    bool  // no value can be given
	about    bool  // the order of words makes it inexact: тысяч пять рублей
	dropped  bool  // joined to the item before
	carried  bool  // its currency stands elsewhere in the sentence
}

// A unit is the currency of an item as the words beside it tell.
type unit struct {
	value   int32 // of lex.Currency or lex.Minor
	country int32 // that of its adjective or genitive; 0 for none, foreign for one without a code
	token   int32 // of its name or sign
	paid    bool  // there is one
	small   bool  // it is a minor unit
	ahead   bool  // it stands before the number
	sure    bool  // words leave no doubt that it is money
	named   bool  // it is a word that inflects with the number
}

// foreign is the country of an adjective or abbreviation that has no code.
const foreign = -1

// A finder finds amounts in one document.
type finder struct {
	doc    *parse.Document
	t      []parse.Token
	reader numeral.Reader
	items  []item // of the paragraph
	out    []Mention

	from, to int  // the tokens of the sentence in hand
	floor    int  // where its last item ended
	eager    bool // the whole text is one amount, whatever its words could mean elsewhere
	second   int  // the token of a currency that is not the one before the number; 0 for none, looked for where eager
	paragraph
}

// numeric is what a token must be for a number to begin with it.
const numeric = lex.Cardinal | lex.Scale | lex.Fraction | lex.Vague

// read collects the items of a sentence.
func (f *finder) read() {
	depth, change := int32(0), false
	f.floor = f.from
	for i := f.from; i < f.to; {
		t := &f.t[i]
		w := t.Word()
		switch {
		case w.Is(numeric|lex.CurrencyAdj) || t.Kind() == parse.Number || t.Kind() == parse.Symbol:
			it, next := f.item(i)
			if next > i {
				if it.last > 0 {
					it.from, it.to, it.depth, it.change = f.from, f.to, depth, change
					f.items = append(f.items, it)
					f.floor = it.last
				}
				i = next
				continue
			}
		case w.Is(lex.Change):
			change = true
		case t.Is('('):
			depth++
		case t.Is(')'):
			depth = max(0, depth-1)
		}
		i++
	}
}

// item reads the number that begins at token i; its last is 0 where none does that could be of money. The next token to look
// at follows.
func (f *finder) item(i int) (it item, next int) {
	if f.t[i].Word().Is(lex.CurrencyAdj) {
		return f.joined(i)
	}
	n, about := f.roughly(i)
	ok := about
	if !about {
		n, ok = f.reader.Cardinal(i)
	}
	switch {
	case !ok:
		return it, f.behindScales(max(n.Last, i+1))
	case f.attached(i):
		return it, i + 1
	}
	f.restated(&n)
	if !f.scaleJoined(&n) || f.broken(&n) {
		return it, f.behindScales(n.Last)
	}
	if f.part(i) {
		return it, n.Last
	}
	it = item{first: i, last: n.Last, num: n.Writing, lo: n.Value, hi: n.Value, vague: n.Vague, about: about}
	if n.Pair {
		it.lo, it.ranged = n.Low, true
	}
	if !f.signBefore(&it) {
		f.wordBefore(&it)
	}
	if !f.unitBehind(&it) {
		return item{}, n.Last + 2
	}
	f.separate(&it)
	if !it.paid {
		if n.Loose {
			return item{}, n.Last
		}
		if f.inverted(&it) {
			return it, it.last
		}
		it.counted = f.counts(it.last)
	}
	return it, it.last
}

// behindScales is the first token from k on that names no scale.
func (f *finder) behindScales(k int) int {
	for k < f.to && f.t[k].Word().Is(lex.Scale) {
		k++
	}
	return k
}

// attached tells whether what stands right before token i makes a digit part of something else: F-35, 25.11.2022, №5, 10^6.
func (f *finder) attached(i int) bool {
	if i == f.from {
		return false
	}
	t, p := &f.t[i], &f.t[i-1]
	if p.Is('№') || p.Is('#') || p.Is('^') {
		return true
	}
	if t.Spaced() || t.Kind() != parse.Number {
		return false
	}
	if p.Kind() == parse.Word {
		return !f.isCode(i - 1)
	}
	if i-1 == f.from || p.Spaced() {
		return false
	}
	before := f.t[i-2].Kind()
	switch {
	case p.Dash():
		return before == parse.Word && !f.t[i-2].Word().Is(lex.Scale|lex.Currency)
	case p.Is('.'), p.Is(','), p.Is(':'), p.Is('/'), p.Is('_'):
		return before == parse.Number
	}
	return false
}

// broken tells whether a number goes on as no amount does: 25.11.2022, 10:30, 3/4, 10^6, or with one scale too many.
func (f *finder) broken(n *numeral.Number) bool {
	k := n.Last
	if k >= f.to {
		return false
	}
	t := &f.t[k]
	if t.Is('^') || t.Word().Is(lex.Scale) {
		return true
	}
	if k+1 >= f.to || f.t[k+1].Spaced() || f.t[k+1].Kind() != parse.Number {
		return false
	}
	return t.Is('.') || t.Is(':') || t.Is('/') || t.Is('_')
}

// scaleJoined takes the adjective of a scale behind a hyphen: $100-миллионный. It tells whether the number still fits.
func (f *finder) scaleJoined(n *numeral.Number) (fits bool) {
	k := n.Last
	if k+1 >= f.to || !f.t[k].Dash() || f.t[k].Spaced() || f.t[k+1].Spaced() || f.t[k+1].Word().Is(lex.CurrencyAdj) {
		return true
	}
	scale, end, _ := numeral.Joined(f.t[k+1].Key())
	if scale.Coef != 1 || scale.Exp < 3 || len(end) > 6 {
		return true
	}
	n.Last, n.Scaled, n.Scale, n.Loose = k+2, true, scale.Exp, true
	n.Value, fits = n.Value.Shift(scale.Exp)
	return fits
}

// part tells whether the number at token i is a part of which stands before it: треть миллиона, сотая доля миллиарда.
func (f *finder) part(i int) bool {
	if i == f.from || f.t[i].Word().GramOf(lex.Scale)&lex.Gen == 0 {
		return false
	}
	p := f.t[i-1].Word()
	return p.Is(lex.Portion|lex.Fraction) || p.Is(lex.Ordinal) && p.Can(lex.Adj|lex.Fem)
}

// restated takes the same number in brackets: 10 000 (десять тысяч) рублей.
func (f *finder) restated(n *numeral.Number) {
	k := n.Last
	if k+2 >= f.to || !f.t[k].Is('(') {
		return
	}
	if same, ok := f.reader.Cardinal(k + 1); ok && same.Value == n.Value && same.Last < f.to && f.t[same.Last].Is(')') {
		n.Last = same.Last + 1
		f.scaleBehind(n)
	}
}

// scaleBehind takes the scale behind a number that was restated: 1 (один) миллион рублей.
func (f *finder) scaleBehind(n *numeral.Number) {
	if n.Last >= f.to || n.Scaled {
		return
	}
	w := f.t[n.Last].Word()
	scale, ok := w.Value(lex.Scale)
	if !ok || w.Left != nil || w.Is(lex.Fraction) {
		return
	}
	if v, ok := n.Value.Shift(scale); ok {
		n.Value, n.Scaled, n.Scale, n.Last = v, true, scale, n.Last+1
		if w.Is(lex.Abbreviation) && n.Last+1 < f.to && f.t[n.Last].Is('.') && !f.t[n.Last].Spaced() {
			n.Last++
		}
	}
}

// roughly reads a scale with its number behind it, which is about as much: миллиона два, тысячи полторы, тысячи две-три. Any other
// scale in the plural is vague by itself, and turned joins it.
func (f *finder) roughly(i int) (n numeral.Number, ok bool) {
	w := f.t[i].Word()
	scale, ok := w.Value(lex.Scale)
	const one = lex.Gen | lex.Sing
	if !ok || w.Left != nil || i+1 >= f.to || w.GramOf(lex.Scale)&one != one || !w.Can(lex.Noun) {
		return n, false
	}
	next := f.t[i+1].Word()
	if v, few := next.Value(lex.Cardinal); !few || v < 2 || v > 4 {
		if v, half := next.Value(lex.Fraction); !half || v < 5 {
			return n, false
		}
	}
	if !next.Can(lex.Nom) {
		return n, false
	}
	if n, ok = f.reader.Cardinal(i + 1); !ok || n.Scaled {
		return n, false
	}
	low, ok := n.Low.Shift(scale)
	v, ok2 := n.Value.Shift(scale)
	n.First, n.Low, n.Value, n.Scaled, n.Scale = i, low, v, true, scale
	return n, ok && ok2
}

// joined reads an adjective of a numeral and a currency: десятирублевая, пятитысячная купюра.
func (f *finder) joined(i int) (it item, next int) {
	w := f.t[i].Word()
	v, _, ok := numeral.Joined(w.Key)
	if !ok && strings.HasPrefix(w.Key, "тысяче") { // тысячерублевая
		v, ok = numeral.Int(1000), true
	}
	if !ok {
		return it, i + 1
	}
	it = item{first: i, last: i + 1, lo: v, hi: v}
	if !f.adjective(&it, i) {
		return item{}, i + 1
	}
	return it, i + 1
}

// adjective takes the currency adjective at token k, which a number stands before or in. It tells whether that is money.
func (f *finder) adjective(it *item, k int) bool {
	w := f.t[k].Word()
	v, _ := w.Value(lex.CurrencyAdj)
	it.unit = unit{value: int32(v), token: int32(k), paid: true, small: w.Is(lex.Minor), sure: true}
	it.last = k + 1
	return it.value != lex.Code("bil") || f.banknote(it, w)
}

// banknote tells whether the name of a banknote by its number stands before a word for one, and scales the number that stands
// before the name: 5-тысячная купюра.
func (f *finder) banknote(it *item, w *lex.Word) (ok bool) {
	if it.last == f.to || !f.t[it.last].Word().Is(lex.Banknote) {
		return false
	}
	if it.last-it.first > 1 {
		v, _, _ := numeral.Joined(w.Key)
		if it.lo, ok = it.lo.Shift(v.Exp); !ok || v.Coef != 1 {
			return false
		}
		it.hi = it.lo
	}
	return true
}

// signBefore takes the sign, or the letters and the sign, before a number: $5, US$ 5.
func (f *finder) signBefore(it *item) bool {
	k := it.first - 1
	if k < f.floor {
		return false
	}
	s := signOf(f.t[k].Rune())
	if s == nil {
		return false
	}
	it.unit = unit{value: lex.Code(s.value), token: int32(k), paid: true, small: s.minor, ahead: true, sure: true}
	it.first = k
	if k > f.floor && !f.t[k].Spaced() && s.r == '$' {
		if code := dollarOf(f.t[k-1].Key()); code != "" {
			it.value, it.first = lex.Code(code), k-1
		}
	}
	return true
}

// wordBefore takes the code before a number: USD 5 млн.
func (f *finder) wordBefore(it *item) {
	k := it.first - 1
	if k < f.floor || !f.isCode(k) || k > f.from && f.t[k-1].Is('/') {
		return // EUR/USD 1,08
	}
	if it.num.Scaled || f.eager || !f.wordlike(k) {
		it.unit = unit{value: f.code(k), token: int32(k), paid: true, ahead: true, sure: true}
		it.first = k
	}
}

// inverted takes the currency before a number: рублей сто, долларов 500, рублей за двести. That order means "about". What counts the currency itself
// must not stand before it (5 млн рублей 15 мая), nor what it belongs to (курс рублей).
func (f *finder) inverted(it *item) bool {
	k := it.first - 1
	if k > f.floor && preposition(f.t[k].Key()) { // рублей на триста
		k--
	}
	if k < f.floor || it.num.Scaled || it.num.Vague || f.counts(it.last) {
		return false
	}
	u, ok := f.name(k)
	if n, whole := it.hi.Int(); !ok || u.small || !f.t[k].Word().Can(lex.Noun|lex.Plur|lex.Gen) || !whole || yearLike(n) || it.num.Plain && n%10 != 0 {
		return false
	}
	if k > f.from {
		p := &f.t[k-1]
		if p.Kind() != parse.Word && p.Kind() != parse.Punct || p.Word().Is(numeric|lex.Currency|lex.CurrencyAdj) || f.phrase(k-1) {
			return false
		}
	}
	if it.last < f.to && f.t[it.last].Kind() == parse.Word && !f.t[it.last].Word().Can(lex.Preposition) && !f.t[it.last].Word().Can(lex.Verb) && !f.t[it.last].Word().Can(lex.Pronoun) && !f.t[it.last].Word().Can(lex.Conjunction) && !f.t[it.last].Word().Can(lex.Predicative) {
		return false
	}
	it.unit, it.first, it.about = u, k, true
	return true
}

// isCode tells whether token k is written like the code of a currency and is one.
func (f *finder) isCode(k int) bool { return f.code(k) != 0 }

func (f *finder) code(k int) int32 {
	t := &f.t[k]
	const shape = parse.Latin | parse.Upper
	if t.Shape()&shape != shape {
		return 0
	}
	return lex.Code(string(known(t.Span().In(f.doc.Text))))
}

// wordlike tells whether the code at token k looks like another word.
func (f *finder) wordlike(k int) bool { return isWordlike(f.t[k].Span().In(f.doc.Text)) }
