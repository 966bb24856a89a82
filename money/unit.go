package money

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// unitBehind takes the currency behind a number: its sign, its code, or its name with its adjectives and its country. It is
// false where the number belongs to an adjective that is no money.
func (f *finder) unitBehind(it *item) bool {
	k := it.last
	switch {
	case k >= f.to:
		return true
	case f.hyphenated(k):
		return f.adjective(it, k+1)
	case f.signBehind(it, k):
		return true
	case k+2 < f.to && quoted(&f.t[k], &f.t[k+2]): // 300 «баксов»
		if u, ok := f.name(k + 1); ok && f.t[k+1].Shape()&parse.Capital == 0 {
			u.sure = true
			f.behind(it, u, 0, k+3)
		}
		return true
	}
	f.nameBehind(it, k)
	return true
}

// nameBehind takes the name or the code of a currency, with the adjectives before it.
func (f *finder) nameBehind(it *item, k int) {
	var country int32
	n := k
	for n < f.to && n < k+3 && !f.t[n].Word().Is(lex.Currency|lex.Minor) && f.describes(n) {
		if c, ok := f.t[n].Word().Value(lex.Country); ok {
			country = int32(c)
		}
		n++
	}
	if n >= f.to {
		return
	}
	if u, ok := f.name(n); ok {
		if f.agrees(it, n) && (!is(u.value, slang) || it.num.Scaled && !f.phrase(n+1)) {
			f.behind(it, u, country, n+1)
		}
		return
	}
	if code := f.code(n); code != 0 && (it.num.Scaled || f.eager || !f.wordlike(n)) {
		f.behind(it, unit{value: code, token: int32(n), paid: true, sure: true}, 0, n+1)
	}
}

// hyphenated tells whether an adjective of a currency stands behind a hyphen: 100-долларовая.
func (f *finder) hyphenated(k int) bool {
	return k+1 < f.to && f.t[k].Dash() && !f.t[k].Spaced() && !f.t[k+1].Spaced() && f.t[k+1].Word().Is(lex.CurrencyAdj)
}

// signBehind takes the sign behind a number: 5 $, 5 US$.
func (f *finder) signBehind(it *item, k int) bool {
	if code := dollarOf(f.t[k].Key()); code != "" && k+1 < f.to && f.t[k+1].Is('$') && !f.t[k+1].Spaced() {
		f.behind(it, unit{value: lex.Code(code), token: int32(k + 1), paid: true, sure: true}, 0, k+2)
		return true
	}
	s := signOf(f.t[k].Rune())
	if s == nil || f.t[k].Spaced() && k+1 < f.to && f.t[k+1].Kind() == parse.Number && !f.t[k+1].Spaced() {
		return false // 5 $10: the sign is the next number's
	}
	f.behind(it, unit{value: lex.Code(s.value), token: int32(k), paid: true, small: s.minor, sure: true}, 0, k+1)
	return true
}

// behind gives an item the unit that ends before token next. One it has by a sign before stays: $5 млн долларов.
func (f *finder) behind(it *item, u unit, country int32, next int) {
	u.country = country
	if next == int(u.token)+1 {
		next = f.country(&u, next)
	}
	if it.paid {
		if f.eager && !it.agree(&u) {
			f.second = int(u.token)
		}
		u.ahead, u.sure = true, true
		if n := nounOf(it.value); n == nil && it.value != u.value {
			u.value, u.country = it.value, 0
		}
	}
	it.unit, it.last = u, next
}

// agree tells whether two units can be of one currency: $ and канадские доллары, not $ and рубли. A code that has no name here
// can be of any.
func (u *unit) agree(v *unit) bool {
	if u.small != v.small {
		return false
	}
	for c := range strings.FieldsSeq(u.codes()) {
		if strings.Contains(v.codes(), c) || Currency(c).Name() == c {
			return true
		}
	}
	return false
}

// codes are those of the currencies that the name, or the name with its country, can be of.
func (u *unit) codes() string {
	switch n := nounOf(u.value); {
	case n == nil:
		return string(codeOf(u.value))
	case u.country != 0:
		return string(n.of(u.country))
	default:
		return n.codes
	}
}

// is tells whether a value of lex.Currency is a noun with a trait.
func is(value int32, t trait) bool {
	n := nounOf(value)
	return n != nil && n.traits&t != 0
}

// quoted tells whether two tokens are a pair of quotation marks.
func quoted(a, b *parse.Token) bool {
	return a.Is('«') && b.Is('»') || a.Is('"') && b.Is('"') || a.Is('“') && b.Is('”') || a.Is('„') && b.Is('“')
}

// name reads the name of a currency or a minor unit at token k, with its full stop.
func (f *finder) name(k int) (u unit, ok bool) {
	w := f.t[k].Word()
	if !w.Is(lex.Currency|lex.Minor) || w.Is(lex.CurrencyAdj) || w.Left != nil {
		return u, false
	}
	value, small := w.Value(lex.Minor)
	if v, ok := w.Value(lex.Currency); ok {
		value, small = v, false
	}
	return unit{value: int32(value), token: int32(k), paid: true, small: small, named: true}, true
}

// agrees tells whether the noun at token k can follow the digits of an item: one in the singular, but no genitive, follows a 1
// alone (21 рубль, not в 2022 рубль упал).
func (f *finder) agrees(it *item, k int) bool {
	g := f.t[k].Word().GramOf(lex.Currency | lex.Minor)
	pair := f.t[it.num.Last-1].Word().Is(lex.Vague) // пара долларов, not пара доллар — рубль
	if !it.num.Plain && !pair || g&(lex.Plur|lex.Gen|lex.Fixed) != 0 {
		return true
	}
	n := it.hi.Coef
	return it.hi.Exp == 0 && n%10 == 1 && n%100 != 11
}

// country takes what follows the name of a currency and tells whose it is, and gives the next token: the full stop of an
// abbreviation, стерлингов, США, Швеции, канадских.
func (f *finder) country(u *unit, k int) (next int) {
	k = f.stop(k)
	if k >= f.to {
		return k
	}
	w := f.t[k].Word()
	n := nounOf(u.value)
	switch {
	case w.Key == "стерлингов" || w.Key == "ст" && u.value == lex.Code("pnd"):
		u.country, u.sure = lex.Code("GB"), true
		return f.stop(k + 1)
	case n == nil || n.traits&minor != 0 || !w.Is(lex.Country):
		return k
	}
	v, _ := w.Value(lex.Country)
	switch c := int32(v); {
	case c == 0:
		u.country = foreign
	case w.Can(lex.Adj|lex.Plur|lex.Gen) && !f.phrase(k+1), w.Can(lex.Noun|lex.Gen) && f.mints(n, c, w):
		u.country = c
	default:
		return k
	}
	return k + 1
}

// mints tells whether a country in the genitive behind a currency's name is the one that issues it; of a form that is a dative
// too (5 млн рублей Белоруссии) that is sure only where the name alone means nothing.
func (f *finder) mints(n *noun, country int32, w *lex.Word) bool {
	return n.of(country) != "" && (n.usual == "" || !w.Can(lex.Noun|lex.Dat) || w.Can(lex.Noun|lex.Fixed))
}

// stop steps over the full stop of an abbreviation that ends before token k.
func (f *finder) stop(k int) int {
	if k < f.to && f.t[k].Is('.') && !f.t[k].Spaced() {
		if f.t[k-1].Word().Is(lex.Abbreviation) {
			return k + 1
		}
	}
	return k
}

// describes tells whether token k can stand between a number and what it counts: an adjective.
func (f *finder) describes(k int) bool {
	g := f.t[k].Word().Gram(0)
	return g&(lex.Adj|lex.Participle) != 0 && g&(lex.Preposition|lex.Conjunction) == 0
}

// phrase tells whether token k goes on with a noun phrase: 5 млн рублей российских денег.
func (f *finder) phrase(k int) bool { return k < f.to && (f.describes(k) || f.noun(k)) }

// noun tells whether token k is a noun before all.
func (f *finder) noun(k int) bool {
	const others = lex.Preposition | lex.Conjunction | lex.Particle | lex.Adverb | lex.Verb | lex.Infinitive
	g := f.t[k].Word().Gram(0)
	return g&lex.Noun != 0 && g&others == 0
}

// counts tells whether token k is what the number before it counts: a noun in the genitive, a measure, a percent sign.
func (f *finder) counts(k int) bool {
	if k >= f.to {
		return false
	}
	t := &f.t[k]
	switch {
	case t.Is('%') || t.Is('‰') || t.Is('°'):
		return true
	case t.Dash() && !t.Spaced() && k+1 < f.to && !f.t[k+1].Spaced() && f.t[k+1].Kind() == parse.Word:
		return true // 100-летний
	case t.Kind() != parse.Word:
		return false
	case t.Word().Is(lex.Month), f.isRate(k, rateTime|rateThing|rateShare) && !t.Word().Can(lex.Noun|lex.Sing|lex.Ins), t.Word().Is(lex.Abbreviation) && k+1 < f.to && f.t[k+1].Is('.') && !t.Word().Can(lex.Preposition):
		return true
	}
	return f.describes(k) && t.Word().Gram(0)&lex.Gen != 0 || f.noun(k) && t.Word().Gram(lex.Noun)&lex.Gen != 0
}
