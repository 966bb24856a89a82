package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// bareUnit reads a unit with no number, one of them: неделю назад, через год, в течение месяца; в день as a rate.
func (r *reader) bareUnit(e *expr, i int) bool {
	word, u := r.word(i), r.unit(i)
	if u == noUnit || can(word, lex.TimeUnit, lex.Adj) || short(word.Key) || r.numberBefore(i) || r.capital(i) && !r.opens(i) {
		return false
	}
	g := word.GramOf(lex.TimeUnit)
	if r.inverted(e, i, g) || u == hour && r.oclock(e, i, g) || u == year && r.aboutYear(e, i) {
		return true
	}
	if !strings.HasPrefix(word.Key, "сут") && (g&lex.Sing == 0 || r.key(i-1) == "на" && g&lex.Acc != 0 && !can(word, lex.TimeUnit, lex.Acc|lex.Sing)) || // на века
		g&lex.Plur != 0 && hasStem(r.key(i-1), "долги", "многи", "считан") {
		return r.many(e, i, g)
	}
	if u == weekend {
		return false
	}
	*e = expr{first: i, last: i + 1, form: length, amount: amountOf(whole(1, u))}
	more := false
	if next := i + 1; r.key(next) == "с" && r.key(next+1) == "половиной" { // час с половиной
		e.amount.parts[0].milli, e.last = 1500, next+2
	} else if m, after, ok := r.measure(next + 1); ok && r.key(next) == "и" && m.unit < u { // года и девяти месяцев
		e.amount.add(m)
		if e.last, more = after, true; !r.whole && r.age(e) {
			e.form = noForm
			return true
		}
	}
	if r.key(i-1) == "от" {
		if r.twoAmounts(e); e.upto.unit != noUnit { // от года до двух лет
			if !r.whole && r.age(e) {
				e.form = noForm
			}
			return true
		}
	}
	if k := r.key(i - 1); r.unit(i-2) == u && ((k == "на" || k == "в") && g&lex.Acc != 0 || k == "к") { // со дня на день, год к году
		return false
	}
	odd := r.odd(e.last)
	more = more || odd > e.last
	if e.last = odd; r.counts(e) || more {
		return true
	}
	return !r.ofBirth(e.last) && (r.whole || r.rate(e) || r.lasts(e, g))
}

// rate makes a set of a unit something is counted by: 100 рублей в день, раз в год, месяц в году.
func (r *reader) rate(e *expr) bool {
	i := e.first
	if r.key(i-1) != "в" || r.measuredNoun(i-2) {
		return false
	}
	word := r.word(i)
	times := r.key(i-2) == "раз" || r.key(i-2) == "раза"
	switch {
	case times:
	case !word.Can(lex.Acc) && !(word.Key == "году" && r.unit(i-2) != noUnit):
		return false
	case r.relativeClause(e.last), r.governs(e.last):
		return false
	case i-2 < r.first || r.has(i-2, parse.Punct) && !r.is(i-2, '%') && !r.is(i-2, ')') && !r.is(i-2, '.'):
		return false
	}
	e.form = repeated
	return true
}

// relativeClause tells whether a clause begins at token i that says which day or year is meant: в день, когда; в год, который.
func (r *reader) relativeClause(i int) bool {
	if !r.is(i, ',') {
		return false
	}
	k := i + 1
	if r.isPreposition(k) {
		k++
	}
	return r.key(k) == "когда" || strings.HasPrefix(r.key(k), "котор") && r.word(k).Can(lex.Sing)
}

// governs tells whether the word at i hangs on the noun in front of it: день выборов, час пик.
func (r *reader) governs(i int) bool {
	w := r.word(i)
	return !small(w) && (w.Can(lex.Noun|lex.Gen) || w.Can(lex.Adj|lex.Gen) || w.Can(lex.Participle|lex.Gen) || w.Key == "пик")
}

// lasts tells whether a unit with no number is an amount, and no noun like another: в течение года, на месяц, провёл неделю.
func (r *reader) lasts(e *expr, g lex.Gram) bool {
	i, u := e.first, r.unit(e.first)
	k := r.key(i - 1)
	if m, ok := inexact(k); ok && m != 0 || k == "малого" && r.key(i-2) == "без" {
		return true
	}
	if during(k) || during(r.key(i-2)) && r.word(i-1).Can(lex.Adj) { // в течение всего года, в течение учебного года
		return true
	}
	switch k {
	case "за", "на":
		return g&lex.Acc != 0 && (u != day || !r.governs(e.last) || r.key(i) == "сутки")
	case "весь", "целый", "целую", "полный", "ровно", "еще":
		return g&lex.Acc != 0
	case "к":
		return r.key(i) == "году" && r.governs(e.last)
	case "в":
		return r.measuredNoun(i - 2) // разница в год
	}
	prev := r.word(i - 1)
	switch {
	case u == week:
		return r.key(i) == "неделю"
	case r.key(i) == "сутки":
		return !prev.Is(lex.Ordinal)
	case strings.HasPrefix(k, "кажд"):
		return true
	case u == minute || u == second || u == day || u == century || g&lex.Acc == 0:
		return false
	}
	return penal(r.key(e.last)) || prev.Can(lex.Verb) || prev.Can(lex.Infinitive) || prev.Can(lex.Gerund) || r.noSubject(i)
}

// noSubject tells whether the verb behind a unit says that it is not its subject: год работала.
func (r *reader) noSubject(i int) bool {
	w, prev := r.word(i+1), r.word(i-1)
	return !r.word(i).Can(lex.Gen) && w.Can(lex.Verb|lex.Past|lex.Impf) && !w.Can(lex.Masc) && !small(prev) && !prev.Can(lex.Adj)
}

// during tells whether a noun of в течение and its like stands before an amount.
func during(key string) bool {
	return key == "течение" || key == "течении" || key == "протяжении" || key == "продолжение"
}

// penal tells whether a noun is a punishment that is measured in time.
func penal(key string) bool {
	return hasStem(key, "лишен", "огранич", "тюрьм", "тюрем", "колони", "арест", "исправительн", "условно", "заключен", "обязательн",
		"принудительн")
}

// many reads a plural unit with no number: в течение десятилетий, растянуться на годы, годами.
func (r *reader) many(e *expr, i int, g lex.Gram) bool {
	word, u := r.word(i), r.unit(i)
	*e = expr{first: i, last: i + 1, form: length, amount: amountOf(measure{unit: u, vague: true})}
	switch k := r.key(i - 1); {
	case !r.free(i - 1):
	case hasStem(k, "долги", "многи", "считан"), k == "ряда", k == "ряд":
		e.first--
		if k := r.key(e.first - 1); (k == "спустя" || k == "через") && r.free(e.first-1) { // спустя считаные минуты
			e.first, e.form, e.clock = e.first-1, someday, u < day
		}
		return true
	case during(k):
		return true
	case k == "на" && word.Key == "днях":
		e.first, e.form = i-1, someday
		return true
	case k == "на":
		return u > day && can(r.word(i), lex.TimeUnit, lex.Acc) && !r.governs(i+1)
	case k == "спустя" && u > day && !r.governs(i+1): // спустя годы
		e.first, e.form = i-1, someday
		return true
	}
	return r.whole || u > hour && g&lex.Ins != 0 && g&^(lex.POS|lex.Ins|lex.Plur|lex.Genders|lex.Inan) == 0
}

// inverted reads an amount with its number behind, which is about as much: лет тридцать, часа два назад, года через три, дней на пять.
func (r *reader) inverted(e *expr, i int, g lex.Gram) bool {
	u, k := r.unit(i), i+1
	hence, parted := r.key(k) == "через", r.parted(i)
	if hence || parted {
		k++
	}
	m, next, ok := r.count(k)
	if !ok || u == weekend || g&lex.Gen == 0 || m.vague || m.milli%500 != 0 || m.milli < 1500 || !suits(m.milli, r.word(i)) || r.unit(next) != noUnit {
		return false
	}
	m.unit = u
	*e = expr{first: i, last: next, form: length, amount: amountOf(m), mod: Approx}
	switch {
	case hence:
		e.from(either, 1)
		return true
	case r.counted(next), parted && r.has(k, parse.Number) && nominal(r.word(next)):
		return false
	case parted && r.key(k-1) == "за" && r.key(next) == "до": // минут за пять до старта
		e.event = true
		e.from(told, -1)
		return true
	case parted:
		return r.whole || !nominal(r.word(i-1)) || !r.word(i-1).Can(lex.Adj) && !r.word(i-1).Can(lex.Participle)
	case r.counts(e):
		return true
	case m.milli < 5000 && (nominal(r.word(i-1)) || r.word(i-1).Can(lex.Preposition) || r.word(i-1).Is(opening)): // с начала года два
		return r.whole
	}
	return r.whole || !r.age(e)
}

// parted tells whether a preposition stands between the unit at token i and the number behind it: дней в пять, часа за два. The number
// stands in the accusative then, and в makes hours a time of the day and years an age.
func (r *reader) parted(i int) bool {
	switch r.key(i + 1) {
	case "в":
		if u := r.unit(i); u == hour || u == year {
			return false
		}
	case "на", "за":
	default:
		return false
	}
	return r.has(i+2, parse.Number) || r.word(i+2).Can(lex.Nom) || r.word(i+2).Is(lex.Fraction)
}

// oclock reads часа в два, часов в пять вечера.
func (r *reader) oclock(e *expr, i int, g lex.Gram) bool {
	h, next, ok := r.small(i + 2)
	if r.key(i+1) != "в" || !ok || g&lex.Gen == 0 || h < 2 || h > 23 || !suits(1000*int64(h), r.word(i)) {
		return false
	}
	if p, after, ok := r.partGen(next); ok {
		h, next = toPart(h, p), after
	} else if r.counted(next) || r.unit(next) != noUnit {
		return false
	}
	*e = expr{first: i, form: single, mod: Approx}
	e.a, _, e.last = r.goOn(when{has: hasClock, hour: h}, next)
	return true
}

// aboutYear reads году в восьмидесятом.
func (r *reader) aboutYear(e *expr, i int) bool {
	if r.key(i) != "году" || r.key(i+1) != "в" || r.isPreposition(i-1) || r.word(i-1).Can(lex.Adj) {
		return false
	}
	n, next, g, ok := r.ordinal(i+2, false)
	w := when{has: hasYear, year: n}
	if n < 100 {
		w.has |= hasShort
	}
	*e = expr{first: i, last: next, form: single, mod: Approx, a: w}
	return ok && n >= 10 && n < 2200 && g&lex.Loc != 0 && g&lex.Masc != 0 && !nominal(r.word(next))
}

// numberBefore tells whether a number stands right before token i.
func (r *reader) numberBefore(i int) bool {
	return r.has(i-1, parse.Number) || r.word(i-1).Is(lex.Cardinal|lex.Vague|lex.Ordinal)
}
