package money

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

// join makes one item of two that are one sum or one range, and gives the members of a list their currency.
func (f *finder) join(items []item) {
	for i := range items {
		if items[i].dropped {
			continue
		}
		for k := i + 1; k < len(items); k++ {
			if !f.merge(&items[i], &items[k]) {
				break
			}
			items[k].dropped = true
		}
	}
	next := -1 // the item behind, joined ones left out
	for i := len(items) - 1; i >= 0; i-- {
		if items[i].dropped {
			continue
		}
		if next >= 0 {
			f.share(items, i, next)
		}
		next = i
	}
}

// merge joins b to a where they are one: 5 рублей 20 копеек, 10–15 рублей, от 3 до 5 млн.
func (f *finder) merge(a, b *item) bool {
	return f.minorOf(a, b) || f.turned(a, b) || f.rangeOf(a, b)
}

// minorOf joins the minor unit: 5 рублей 20 копеек, 2 доллара и 50 центов.
func (f *finder) minorOf(a, b *item) bool {
	if !a.paid || !b.paid || a.small || !b.small || a.ranged || b.ranged || a.vague || b.vague || a.lo.Exp < 0 {
		return false
	}
	if b.first > a.last && (b.first != a.last+1 || f.t[a.last].Key() != "и") {
		return false
	}
	if !divides(b.value, a.value) {
		return false
	}
	n, ok := b.lo.Shift(-f.minorDigits(b))
	if !ok || b.lo.Exp < 0 || n.Cmp(numeral.Int(1)) >= 0 {
		return false
	}
	sum, ok := a.lo.Add(n)
	if !ok {
		return false
	}
	a.lo, a.hi, a.last = sum, sum, b.last
	return true
}

// divides tells whether a value of lex.Minor can be a part of one of lex.Currency.
func divides(minor, major int32) bool {
	n := nounOf(major)
	if n == nil {
		return isOf(minor, codeOf(major))
	}
	for i := 0; i+3 <= len(n.codes); i += 4 {
		if isOf(minor, known(n.codes[i:i+3])) {
			return true
		}
	}
	return false
}

// isOf tells whether a value of lex.Currency or lex.Minor can mean a currency.
func isOf(value int32, c Currency) bool {
	if n := nounOf(value); n != nil {
		return n.has(c)
	}
	return codeOf(value) == c
}

// minorDigits is how many decimals a minor unit is, as far as its name tells.
func (f *finder) minorDigits(it *item) int {
	switch {
	case f.t[it.token].Key() == "цзяо":
		return 1
	case it.value == lex.Code("fil"), it.value == lex.Code("TND"):
		return 3
	case it.value == lex.Code("BTC"):
		return 8
	}
	return 2
}

// turned joins a number behind its scale: тысяч пять рублей, миллионов на десять долларов. That order means "about".
func (f *finder) turned(a, b *item) bool {
	w := f.t[a.first].Word()
	if a.paid || !a.vague || a.last != a.first+1 || !w.Is(lex.Scale) || w.GramOf(lex.Scale)&lex.Nom != 0 {
		return false
	}
	if !b.paid || b.ahead || b.vague || b.num.Scaled {
		return false
	}
	if b.first > a.last && (b.first != a.last+1 || !preposition(f.t[a.last].Key())) {
		return false
	}
	lo, ok := b.lo.Shift(a.num.Scale)
	hi, ok2 := b.hi.Shift(a.num.Scale)
	if !ok || !ok2 {
		return false
	}
	a.last, a.unit, a.lo, a.hi, a.ranged = b.last, b.unit, lo, hi, b.ranged
	a.vague, a.about, a.num.Words = false, true, true
	return true
}

// preposition tells whether a word can stand between a word of inexactness, or a scale, and its number.
func preposition(key string) bool {
	switch key {
	case "на", "в", "с", "за", "по", "до", "из", "о", "к", "под":
		return true
	}
	return false
}

// rangeOf joins the two ends of a range.
func (f *finder) rangeOf(a, b *item) bool {
	if a.ranged && !a.num.Plain || b.counted {
		return false
	}
	link := f.link(a, b)
	u, ok := common(&a.unit, &b.unit)
	if link == apart || !ok {
		return false
	}
	x, y := *a, *b
	x.unit, y.unit = u, u
	x.ahead = a.ahead
	if f.separate(&y); !y.num.Scaled { // else 1,001–1,1 млн
		f.separate(&x)
	}
	lo, hi := x.lo, y.hi
	if !a.vague && (!a.paid || a.ahead) { // not от 2 рублей до 3 млн рублей
		lo = scaled(&x, &y)
	}
	if !a.vague && !b.vague && (a.num.Over || b.num.Over || lo.Cmp(hi) >= 0) {
		return false
	}
	if link == spaced && (f.year(a) || far(lo, hi)) {
		return false
	}
	x.lo, x.hi, x.ranged, x.vague, x.last = lo, hi, true, a.vague || b.vague, b.last
	x.num.Scaled, x.num.Scale, x.num.Loose, x.num.Thousands = b.num.Scaled, b.num.Scale, b.num.Loose, false
	*a = x
	return true
}

// common is the unit of two that can be one: of a single one that is there, or of the one that tells its country, or that stands
// behind its number.
func common(a, b *unit) (u unit, ok bool) {
	switch {
	case !a.paid:
		return *b, true
	case !b.paid:
		return *a, true
	case a.value != b.value || a.small != b.small || a.country != b.country && a.country != 0 && b.country != 0:
		return u, false
	case b.country == 0 && a.country != 0 || b.ahead:
		return *a, true
	}
	return *b, true
}

// scaled is the lower end of a range: a scale behind the upper end is the lower one's too.
func scaled(a, b *item) numeral.Value {
	coef, _ := b.hi.Shift(-b.num.Scale)
	if v, ok := a.lo.Shift(b.num.Scale); ok && !a.num.Scaled && a.lo.Cmp(coef) < 0 {
		return v
	}
	return a.lo
}

// A link is what ties two numbers.
type link uint8

const (
	apart  link = iota
	tight       // a dash without spaces, or words that leave no doubt
	spaced      // a dash with spaces
)

// link tells how two items are tied to a range: 10–15, 10 — 15, от 10 до 15, между 10 и 15.
func (f *finder) link(a, b *item) link {
	if b.first != a.last+1 {
		return apart
	}
	t := &f.t[a.last]
	before := ""
	if a.first > f.from {
		before = f.t[a.first-1].Key()
	}
	switch {
	case t.Dash() && t.Spaced():
		if a.paid && !a.ahead || b.num.Vague && !b.num.Scaled {
			return apart // 5 рублей — 10 рублей, $5 — столько стоит
		}
		return spaced
	case t.Dash(), t.Is('…') && !t.Spaced():
		return tight
	case t.Key() == "до" && before == "от", t.Key() == "и" && before == "между":
		return tight
	}
	return apart
}

// far tells whether two numbers are too far apart for the ends of a range: 1 — 500 рублей, 2 — 300 рублей.
func far(lo, hi numeral.Value) bool {
	lo, ok := lo.Shift(2)
	return ok && lo.Cmp(hi) < 0
}

// year tells whether a bare number is likely a year: в 2016 — 2500 рублей.
func (f *finder) year(a *item) bool {
	n, ok := a.lo.Int()
	return ok && a.num.Plain && !a.paid && yearLike(n) && a.first > f.from && f.t[a.first-1].Kind() == parse.Word
}

func yearLike(n int) bool { return 1900 <= n && n <= 2100 }

// share gives item i what it shares with the next one: the currency of a list (10, 20 и 30 рублей) or of what something went
// from (с 35 до 48 млрд рублей), and the scale.
func (f *finder) share(items []item, i, next int) {
	a, b := &items[i], &items[next]
	if !a.paid && b.paid && !a.counted && f.opposed(a, b) {
		f.give(a, b)
		return
	}
	if a.last+1 != b.first || b.counted || f.year(a) {
		return
	}
	t := &f.t[a.last]
	to := t.Key() == "до" && a.first > f.from && (f.t[a.first-1].Key() == "с" || f.t[a.first-1].Key() == "со")
	b.change = b.change || to
	switch {
	case a.paid == b.paid:
	case to && b.paid:
		f.give(a, b)
	case to && !b.num.Scaled: // с 5 рублей до 10
		f.give(b, a)
	case !b.paid:
	case t.Key() == "и", t.Key() == "или", t.Key() == "либо", t.Is(',') && (f.listed(items, next) || f.listed(items[:i+1], f.previous(items, i))):
		f.give(a, b)
	}
}

// opposed tells whether two numbers are bounds joined (не менее 50 и не более 100 рублей), one is put in the place of the other
// (не 5, а 7 млн рублей), or both are joined to one adjective (5- и 10-рублевые).
func (f *finder) opposed(a, b *item) bool {
	k := a.last
	if f.t[k].Dash() && !f.t[k].Spaced() { // 5- и 10-рублевые
		and := &f.t[k+1]
		return b.first == k+2 && (and.Key() == "и" || and.Key() == "или" || and.Is(',')) && f.t[b.last-1].Word().Is(lex.CurrencyAdj)
	}
	if f.t[k].Is(',') {
		if k++; k == b.first-1 && f.t[k].Key() == "а" && a.first > f.from {
			return f.t[a.first-1].Key() == "не"
		}
		if f.t[k].Key() != "но" {
			return false
		}
	} else if f.t[k].Key() != "и" {
		return false
	}
	if _, mod := f.before(a, f.from); mod == Exact || k+1 >= b.first {
		return false
	}
	first, mod := f.before(b, k+1)
	return mod != Exact && first == k+1
}

// previous is the item before item i, joined ones left out; -1 for none.
func (f *finder) previous(items []item, i int) int {
	for i--; i >= 0 && items[i].dropped; {
		i--
	}
	return i
}

// listed tells whether the list that item i is of has another member.
func (f *finder) listed(items []item, i int) bool {
	if i < 0 {
		return false
	}
	for k := i + 1; k < len(items); k++ {
		if !items[k].dropped {
			t := &f.t[items[i].last]
			return items[i].last+1 == items[k].first && (t.Is(',') || t.Key() == "и" || t.Key() == "или")
		}
	}
	return false
}

// give gives a the currency of b, and its scale where a has none and is a number of less than four digits.
func (f *finder) give(a, b *item) {
	if !a.num.Scaled && a.hi.Cmp(numeral.Int(1000)) < 0 {
		lo, _ := a.lo.Shift(b.num.Scale)
		if hi, ok := a.hi.Shift(b.num.Scale); ok {
			a.lo, a.hi = lo, hi
			a.num.Scaled, a.num.Scale = b.num.Scaled, b.num.Scale
		}
	}
	a.unit = b.unit
	f.separate(a)
}
