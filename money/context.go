package money

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

// A paragraph is what settles the currencies of its amounts.
type paragraph struct {
	first, last int        // its tokens
	done        int        // the token behind the last mention and its rate
	rated       parse.Span // what the last mention is per
	looked      bool       // for countries
	countries   [8]int32
	said        [4]saying
}

// A saying is a noun that was said with its country: шведских крон.
type saying struct {
	value int32
	c     Currency // "" where it was said of two
}

// look collects the countries of the paragraph, and the nouns said with theirs. More than a few settle nothing.
func (f *finder) look() {
	if f.looked {
		return
	}
	f.looked = true
	n := 0
	for i := f.first; i < f.last && n < len(f.countries); i++ {
		if v, ok := f.t[i].Word().Value(lex.Country); ok && v != 0 {
			f.countries[n] = int32(v)
			n++
		}
	}
	n = 0
	for i := range f.items {
		it := &f.items[i]
		if it.country == 0 || it.dropped {
			continue
		}
		c := nounOf(it.value).of(it.country)
		k := 0
		for k < n && f.said[k].value != it.value {
			k++
		}
		switch {
		case k < n && f.said[k].c != c:
			f.said[k].c = ""
		case k == n && n < len(f.said):
			f.said[n] = saying{it.value, c}
			n++
		}
	}
}

// currency tells the currency of item i; ok is false where it likely is no money.
func (f *finder) currency(i int) (c Currency, ok bool) {
	it := &f.items[i]
	n := nounOf(it.value)
	switch {
	case n == nil:
		return codeOf(it.value), true
	case n.traits&minor != 0:
		return f.minorCurrency(i, n), true
	case it.country != 0:
		return n.of(it.country), true
	}
	c, found := f.settled(it, n)
	if found || it.num.Scaled || it.sure || f.eager {
		return c, true
	}
	switch {
	case n.traits&unsure != 0 && !f.onlyMoney(int(it.token)):
		return "", false
	case n.usual == "" && it.named && it.last < f.to && f.noun(it.last) && f.t[it.last].Word().Can(lex.Noun|lex.Gen):
		return "", false // 20 крон деревьев
	case it.value == lex.Code("pnd") && f.weighs(it):
		return "", false
	}
	return c, true
}

// onlyMoney tells whether a word is the form of no other noun: батов, not сомов.
func (f *finder) onlyMoney(k int) bool {
	for _, r := range f.t[k].Word().Readings {
		if r.Gram()&(lex.Names|lex.Place|lex.Org|lex.Abbr) == 0 && r.Lemma.Class()&(lex.Currency|lex.Minor) == 0 {
			return false
		}
	}
	return true
}

// settled is what the paragraph makes of a noun without its country; found is false where it is the usual reading.
func (f *finder) settled(it *item, n *noun) (c Currency, found bool) {
	if n.traits&near == 0 {
		return known(n.usual), false
	}
	f.look()
	for _, s := range f.said {
		switch {
		case s.value != it.value:
		case it.depth > 0 && n.usual != "":
			return known(n.usual), false // 10 белорусских рублей (300 рублей)
		case s.c != "":
			return s.c, true
		}
	}
	return f.nearby(n)
}

// nearby is the one currency of that name whose country the paragraph names, and the usual one of several; "" where others than
// that are named. Where none is, it is the usual one, and found is false.
func (f *finder) nearby(n *noun) (c Currency, found bool) {
	for _, country := range f.countries {
		switch x := n.of(country); {
		case x == "" || x == c:
		case string(x) == n.usual:
			return x, true
		case !found:
			c, found = x, true
		default:
			c = ""
		}
	}
	if !found {
		return known(n.usual), false
	}
	return c, true
}

// minorCurrency is the currency of a minor unit: that of another sum of the paragraph, the nearest before it first.
func (f *finder) minorCurrency(i int, n *noun) Currency {
	const reach = 16 // items
	for k := i - 1; k >= max(0, i-reach); k-- {
		if c, ok := f.major(k); ok && n.has(c) {
			return c
		}
	}
	for k := i + 1; k < min(len(f.items), i+reach); k++ {
		if c, ok := f.major(k); ok && n.has(c) {
			return c
		}
	}
	f.look()
	c, _ := f.nearby(n)
	return c
}

// major is the currency of item k, if that is a sum of a major unit.
func (f *finder) major(k int) (c Currency, ok bool) {
	if f.items[k].small {
		return "", false
	}
	return f.currency(k)
}

// weighs tells whether a number of pounds is a weight: nothing says that they are British, and the sentence is about weight or tells
// of what they are (2 фунта мяса).
func (f *finder) weighs(it *item) bool {
	if k := it.last; it.hi.Cmp(numeral.Int(10)) <= 0 && k < f.to && f.noun(k) && f.t[k].Word().Can(lex.Noun|lex.Inan|lex.Gen) && !f.t[k].Word().Is(lex.Worth|lex.Country) {
		return true
	}
	const reach = 12 // tokens
	for i := max(f.from, it.first-reach); i < min(f.to, it.last+reach); i++ {
		if f.t[i].Word().Is(lex.Weight) {
			return true
		}
	}
	return false
}

// carry gives bare numbers the currency of their sentence: 15 млрд рублей, из которых 170 миллионов.
func (f *finder) carry(items []item) {
	for i := range items {
		it := &items[i]
		if it.paid || it.dropped || f.elided(items, i) || it.counted {
			continue
		}
		k := -1
		if it.num.Scaled && !(it.num.Vague && it.last == it.first+1) {
			k = f.source(items, i)
		} else if f.echoes(it) {
			k = f.echo(items, i)
		}
		if k >= 0 {
			it.unit, it.carried = items[k].unit, true
			f.separate(it)
		}
	}
}

// elided gives a number whose adjective alone is there the noun of a sum before it: 10 белорусских рублей, или 300 российских.
func (f *finder) elided(items []item, i int) bool {
	it := &items[i]
	if it.last >= f.to || f.phrase(it.last+1) {
		return false
	}
	w := f.t[it.last].Word()
	if !w.Can(lex.Adj | lex.Plur | lex.Gen) {
		return false
	}
	v, _ := w.Value(lex.Country)
	for k := i - 1; k >= max(0, i-4); k-- {
		if b := &items[k]; b.paid && nounOf(b.value).of(int32(v)) != "" {
			it.unit = unit{value: b.value, country: int32(v), token: int32(it.last), paid: true, sure: true}
			it.last++
			return true
		}
	}
	return false
}

// echoes tells whether a number without a scale can be a sum with its currency left out: it ends a clause and is no year.
func (f *finder) echoes(it *item) bool {
	n, ok := it.lo.Int()
	words := it.num.Words && !it.num.Vague && it.first > f.from && f.t[it.first-1].Dash() // детям — двадцать
	if !it.num.Plain && !words || ok && yearLike(n) {
		return false
	}
	if it.last == f.to {
		return true
	}
	t := &f.t[it.last]
	return t.Word().Can(lex.Conjunction) || t.Kind() == parse.Punct && !t.Dash() && !t.Is('(')
}

// echo is the item a bare number repeats the frame of: по 1500 евро … еще по 1350; на 5 рублей, до 91; взрослым — 500 рублей,
// детям — 300. -1 for none.
func (f *finder) echo(items []item, i int) int {
	it := &items[i]
	for k := i - 1; k >= max(0, i-4); k-- {
		b := &items[k]
		if b.dropped || b.depth > it.depth {
			continue
		}
		if b.counted || !b.paid || b.num.Scaled || b.first == f.from {
			return -1
		}
		switch frame, p := &f.t[it.first-1], &f.t[b.first-1]; {
		case b.small && (frame.Key() != "на" || p.Key() != "на"):
			return -1 // на 20 копеек, до 91; but евро — на 35
		case frame.Key() == "до", frame.Dash() && frame.Spaced() && p.Dash():
			return k
		case frame.Key() == "по" || frame.Key() == "на" || frame.Key() == "за":
			if frame.Key() == p.Key() {
				return k
			}
		}
	}
	return -1
}

// source is the item whose currency item i takes: one before it, not in brackets that i stands outside of, with no count of other
// things between; or one behind it, where a word before i tells that it is a sum. -1 for none.
func (f *finder) source(items []item, i int) int {
	const reach = 16 // items
	it := &items[i]
	for k := i - 1; k >= max(0, i-reach); k-- {
		switch b := &items[k]; {
		case b.dropped || b.depth > it.depth:
		case b.paid:
			return k
		case b.counted && b.num.Scaled:
			return -1
		}
	}
	if k := i + 1; k < len(items) && it.first > f.from && f.t[it.first-1].Key() == "за" { // купили за 12 млн, продали за 14 млн рублей
		if b := &items[k]; b.paid && !b.ahead && b.num.Scaled && b.depth == it.depth && f.t[b.first-1].Key() == "за" {
			return k
		}
	}
	for k := max(f.from, it.first-3); k < it.first; k++ {
		if !f.t[k].Word().Is(lex.Worth) {
			continue
		}
		for k := i + 1; k < min(len(items), i+reach); k++ {
			if b := &items[k]; b.paid && b.depth <= it.depth {
				return k
			}
		}
	}
	return -1
}
