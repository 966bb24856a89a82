package money

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

// The values of lex.Rate add up from these.
const (
	rateTime  = 1 // в месяц
	rateThing = 2 // за баррель
	rateShare = 4 // с человека, на акцию
	rateEvery = 8 // ежегодно
)

// rate finds what the sum of tokens first to last is per: the phrase behind it, behind the brackets that restate it, or before
// it. It is empty where the sum is no rate.
func (f *finder) rate(first, last int) parse.Span {
	if end := f.rateAt(first, last); end > last {
		return f.doc.Cover(last, max(end, f.rateAt(first, end))) // за метр в год
	}
	if s, ok := f.outOfBrackets(first, last); ok {
		return s
	}
	return f.rateBefore(first)
}

// outOfBrackets is the rate two sums share that say the same: 50 евро (5 тыс. рублей) в месяц, 50 евро в месяц (5 тыс. рублей).
func (f *finder) outOfBrackets(first, last int) (s parse.Span, ok bool) {
	if last < f.to && f.t[last].Is('(') {
		for k := last + 1; k < min(last+12, f.to); k++ {
			if f.t[k].Is(')') {
				end := f.rateAt(first, k+1)
				if end > k+1 && f.t[k-1].Word().Is(lex.Currency|lex.Minor) {
					return f.doc.Cover(k+1, end), true
				}
				break
			}
		}
	}
	if first > f.from && f.t[first-1].Is('(') && f.done == first-1 && len(f.out) > 0 {
		return f.rated, f.rated.Len() > 0
	}
	if last < f.to && f.t[last].Is(')') {
		if end := f.rateAt(first, last+1); end > last+1 {
			return f.doc.Cover(last+1, end), true
		}
	}
	return s, false
}

// rateBefore reads ежемесячно, or в месяц and по, before a sum.
func (f *finder) rateBefore(first int) (s parse.Span) {
	k, floor := first-1, max(f.from, f.done)
	by := k >= floor && f.t[k].Key() == "по"
	if by {
		k--
	}
	if k >= floor && f.isRate(k, rateEvery) {
		return f.t[k].Span()
	}
	if by && k > floor && f.t[k-1].Key() == "в" && f.isRate(k, rateTime) && f.t[k].Word().Can(lex.Acc) {
		return f.doc.Cover(k-1, k+1)
	}
	return f.priced(first, floor)
}

// priced reads за and a thing before the verb or the dash that a sum stands behind: за баррель дают $80, за килограмм — 85 рублей.
func (f *finder) priced(first, floor int) (s parse.Span) {
	const reach = 8 // tokens
	for k := first - 3; k >= max(floor, first-reach); k-- {
		if f.t[k].Key() != "за" {
			continue
		}
		end := f.rateAt(first, k)
		if end > k && (end == first-1 || end == first-2 && preposition(f.t[end+1].Key())) &&
			(f.t[end].Dash() || f.t[end].Word().Can(lex.Verb)) && !f.isRate(end-1, rateTime) {
			return f.doc.Cover(k, end)
		}
	}
	return s
}

// singles tells whether token k singles out what a sum is for: за один, за каждый.
func (f *finder) singles(k int) bool {
	w := f.t[k].Word()
	v, ok := w.Value(lex.Cardinal)
	return ok && v == 1 && w.Left == nil || strings.HasPrefix(w.Key, "кажд")
}

// rateAt finds the end of a phrase at token k that says what a sum is per; k where none stands there.
func (f *finder) rateAt(first, k int) (end int) {
	if k >= f.to {
		return k
	}
	if f.isRate(k, rateEvery) {
		return k + 1
	}
	if k+1 >= f.to {
		return k
	}
	n := k + 1
	single := f.singles(n)
	if single && n+1 < f.to {
		n++
	}
	end = k
	switch key := f.t[k].Key(); {
	case key == "в" && f.t[n].Key() == "расчете" && n+1 < f.to:
		if e := f.rateAt(first, n+1); e > n+1 {
			end = e
		}
	case key == "в":
		end = f.times(n)
	case key == "за":
		if end = f.things(first, n, single); f.eager {
			end = f.to
		}
	case key == "на", key == "с":
		end = f.shares(n, single)
	case f.singles(k):
		end = f.times(k + 1)
	case f.t[k].Is('/') && signOf(f.t[n].Rune()) != nil && !f.t[n].Spaced():
		end = n + 1
	case f.t[k].Is('/') && f.t[n].Kind() == parse.Word && !f.t[n].Spaced():
		end = f.measure(n)
	}
	return max(end, k)
}

// times reads what follows в: год, сутки. A day or a year of something is a date (в день рождения). Where it does not fit the end
// is 0, here and below.
func (f *finder) times(n int) (end int) {
	w := f.t[n].Word()
	if !f.isRate(n, rateTime) || !w.Can(lex.Noun|lex.Acc) && !w.Can(lex.Noun|lex.Sing|lex.Gen) {
		return 0
	}
	if n+1 < f.to && f.possessed(n+1) {
		return 0
	}
	return n + 1
}

// possessed tells whether token k is whose a day or a year is.
func (f *finder) possessed(k int) bool {
	switch f.t[k].Key() {
	case "его", "ее", "их", "когда", "после", "до", "перед":
		return true
	case "на":
		return f.t[k-1].Key() == "ночь"
	}
	w := f.t[k].Word()
	return f.t[k].Kind() == parse.Word && f.noun(k) && w.Can(lex.Noun|lex.Sing|lex.Gen) && !w.Can(lex.Noun|lex.Dat)
}

func (f *finder) isRate(k, kind int) bool {
	w := f.t[k].Word()
	v, ok := w.Value(lex.Rate)
	return ok && v&kind != 0 && w.Left == nil
}

// things reads what follows за: баррель нефти, тысячу кубометров, 100 кг, доллар; any one thing where the sum stands behind по
// or the thing is singled out; and what a sum before left out: за одну карточку …, за другую.
func (f *finder) things(first, n int, single bool) (end int) {
	t := &f.t[n]
	w := t.Word()
	if t.Kind() == parse.Number || w.Is(lex.Scale|lex.Cardinal) {
		return f.goods(n)
	}
	if t.Kind() == parse.Symbol && n+1 < f.to && signOf(t.Rune()) != nil { // за $1, not за $94,3 млн
		if q, ok := f.reader.Cardinal(n + 1); ok && q.Plain && q.Coef == 1 {
			return q.Last
		}
		return 0
	}
	if w.Is(lex.Currency) && w.Can(lex.Noun|lex.Sing|lex.Acc) && w.Left == nil {
		return n + 1
	}
	k := f.skipAdjectives(n)
	if k == f.to || f.t[k].Kind() != parse.Word || f.t[k].Word().Can(lex.Preposition) {
		if k > n && strings.HasPrefix(f.rated.In(f.doc.Text), "за ") {
			return k
		}
		return 0
	}
	g := f.t[k].Word()
	switch {
	case !g.Can(lex.Noun | lex.Sing | lex.Acc):
		return 0
	case f.isRate(k, rateThing):
		return f.measure(k)
	case single || f.distributed(first):
		return f.complement(k + 1)
	}
	return 0
}

// goods reads a number of measures or things: 100 кг, тысячу кубометров, 1 доллар; of hours and nights, one.
func (f *finder) goods(n int) (end int) {
	q, ok := f.reader.Cardinal(n)
	if w := f.t[n].Word(); !ok && w.Is(lex.Scale) && w.Can(lex.Abbr) { // за тыс. кубометров
		k := n + 1
		if k < f.to && f.t[k].Is('.') {
			k++
		}
		if k < f.to && f.isRate(k, rateThing|rateShare) {
			return f.measure(k)
		}
	}
	if !ok || q.Vague {
		return 0
	}
	k, round := q.Last, q.Coef == 1 && q.Exp > 1
	switch {
	case k == f.to || f.t[k].Kind() == parse.Punct:
		if round {
			return k // за тысячу
		}
	case f.t[k].Word().Is(lex.Currency):
		if q.Coef == 1 {
			return k + 1
		}
	case f.isRate(k, rateTime):
		if f.isRate(k, rateThing) && q.Value == numeral.Int(1) {
			return k + 1
		}
	case f.isRate(k, rateThing|rateShare):
		return f.measure(k)
	case round && f.noun(k) && f.t[k].Word().Can(lex.Noun|lex.Gen|lex.Plur):
		return f.complement(k + 1)
	}
	return 0
}

// skipAdjectives is the first token from k on that is no adjective.
func (f *finder) skipAdjectives(k int) int {
	for k < f.to && f.describes(k) && !f.isRate(k, rateThing|rateShare) {
		k++
	}
	return k
}

// distributed tells whether по stands before the sum: по 10 рублей, по цене от 10 рублей.
func (f *finder) distributed(first int) bool {
	for k := first - 1; k >= max(f.from, first-3); k-- {
		if f.t[k].Key() == "по" {
			return true
		}
	}
	return false
}

// measure steps over a measure at token k, its full stops and its second half (кв. м), and what is measured.
func (f *finder) measure(k int) (end int) {
	w := f.t[k].Word()
	end = k + 1
	if end < f.to && f.t[end].Is('.') && !f.t[end].Spaced() && w.Can(lex.Abbr) {
		if end+1 == f.to {
			return end
		}
		end++
	}
	if end < f.to && (f.t[end].Is('²') || f.t[end].Is('³')) && !f.t[end].Spaced() {
		end++
	}
	if (w.Key == "кв" || w.Key == "куб") && end < f.to && f.isRate(end, rateThing) {
		return f.measure(end)
	}
	if end+1 < f.to && !f.t[end].Spaced() && !f.t[end+1].Spaced() && (f.t[end].Is('·') || f.t[end].Dash()) && f.t[end+1].Kind() == parse.Word {
		end += 2 // кВт·ч
	}
	return f.complement(end)
}

// complement steps over a noun in the genitive with its adjectives: за килограмм живого веса. One that goes on with a name is
// left out: за баррель марки Brent.
func (f *finder) complement(k int) (end int) {
	n := k
	for n+1 < f.to && n < k+2 && f.describes(n) && f.t[n].Word().Can(lex.Gen) && (f.describes(n+1) || f.noun(n+1)) {
		n++
	}
	if n >= f.to || !f.noun(n) || !f.t[n].Word().Can(lex.Noun|lex.Gen) || f.t[n].Shape()&parse.Capital != 0 {
		return k
	}
	if n+1 < f.to {
		if t := &f.t[n+1]; t.Shape()&(parse.Capital|parse.Latin) != 0 || t.OpensQuote() {
			return k
		}
	}
	return n + 1
}

// shares reads what follows на or с: человека, душу населения, каждого пассажира.
func (f *finder) shares(n int, single bool) (end int) {
	if f.t[n].Kind() == parse.Number {
		return f.goods(n)
	}
	k := f.skipAdjectives(n)
	if k < f.to && f.t[k].Word().Can(lex.Noun|lex.Sing) && (f.isRate(k, rateShare) || single && f.noun(k)) {
		return f.complement(k + 1)
	}
	return 0
}
