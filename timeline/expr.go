package timeline

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// An expr is a time expression as it stands, before anything outside it is known.
type expr struct {
	first, last int  // its tokens are first up to but not last
	form        form // noForm where the tokens are to be passed over: an age, a day that no calendar has
	mod         Mod
	a, b        when    // the stretch; the ends of a range
	amount      amount  // the length
	upto        measure // the other end of a range of lengths; the zero measure for none
	clock       bool    // a vague time of hours or less
	prep        prep    // what stands before it
	listed      bool    // it stands in a chronology
	today       bool    // сегодня, which can mean these days
	event       bool    // counted from an event: за день до выборов, через год после них, накануне матча
	year        int     // of a bare day in a list, by the items around; 0 for none
}

// A form is what an expression is made of.
type form uint8

const (
	noForm   form = iota
	single        // a stretch of the calendar: a
	ranged        // from a to b
	length        // a duration
	repeated      // a set of stretches: a, or of lengths where a tells nothing
	past          // недавно
	present       // сейчас
	these         // в эти дни: the present, unless the verb is in the past
	future        // в ближайшие дни
	someday       // past or future, by the tense: на днях, через несколько дней
)

// A prep is the preposition before an expression, as far as it tells something of it.
type prep uint8

const (
	noPrep prep = iota
	sincePrep
	untilPrep
	byPrep
	beforePrep
	afterPrep
)

// expr reads the time expression whose first word or number is token i; what can stand before it, down to token floor,
// belongs to it.
func (r *reader) expr(e *expr, i int) bool {
	c := r.word(i).Class & opening
	number := r.has(i, parse.Number)
	switch {
	case c&lex.Repeat != 0:
		return r.repeatWord(e, i)
	case c&lex.Nowadays != 0:
		return r.nowadays(e, i)
	case c == 0 && !number:
		return r.stretch(e, i)
	case c == lex.Lasting:
		return r.lasting(e, i)
	}
	if r.nthWeekday(e, i) || c&(lex.Ordinal|lex.Edge) != 0 && r.nthHour(e, i) || r.stretch(e, i) {
		return true
	}
	if number || c&counting != 0 {
		if next, ok := r.noDay(i); ok {
			*e = expr{first: i, last: next}
			return true
		}
	}
	if c&lex.RelAdj != 0 && r.those(e, i) {
		return true
	}
	if number || c&(lex.Cardinal|lex.Scale|lex.Fraction|lex.Vague|lex.TimeUnit) != 0 {
		if r.lengthExpr(e, i) {
			return true
		}
	}
	switch {
	case c&lex.TimeUnit != 0:
		return r.bareUnit(e, i)
	case number:
		return r.lasting(e, i)
	}
	return false
}

// noDay reads a day that no calendar has: 31 февраля, тридцать первого июня.
func (r *reader) noDay(i int) (next int, ok bool) {
	_, next, g, ok := r.ordinal(i, false)
	if !ok || g&lex.Sing == 0 {
		if _, size := r.number(i); size == 0 {
			return i, false
		}
		next = i + 1
	}
	if _, next, ok = r.monthName(next); ok {
		var w when
		r.takeYear(&w, &next)
	}
	return next, ok
}

// nthWeekday reads a day by its place among those of the month: второй вторник месяца, последняя пятница каждого месяца as sets;
// первое воскресенье октября as a day.
func (r *reader) nthWeekday(e *expr, i int) bool {
	n, next, _, ok := r.ordinal(i, false)
	if v, _ := r.word(i).Value(lex.RelAdj); v == relLast {
		n, next, ok = -1, i+1, true
	}
	word := r.word(next)
	if ok && r.unit(next) == day {
		return r.nthDay(e, i, n, next+1)
	}
	if !ok || n > 5 || !can(word, lex.Weekday, lex.Noun) || !r.has(i, parse.Number) && !agree(r.word(i), word, lex.Weekday, lex.Sing) {
		return false
	}
	d, _ := word.Value(lex.Weekday)
	*e = expr{first: i, form: repeated, a: when{has: hasWeekday, day: d}}
	if next++; r.key(next) == "каждого" {
		next++
	}
	if r.key(next) == "месяца" {
		e.last = next + 1
		return true
	}
	m, next, ok := r.monthName(next)
	if !ok || !r.word(next-1).Can(lex.Gen) {
		return false
	}
	e.form, e.a = single, when{has: hasHoliday, rule: nth(int8(n), int8(d), int8(m))}
	r.takeYear(&e.a, &next)
	e.a, _, e.last = r.goOn(e.a, next)
	return true
}

// nthDay reads a day by its place in a month or a season, which is told from token next on: первый день зимы, последний день ноября
// 2022 года; the last one where n is negative.
func (r *reader) nthDay(e *expr, i, n, next int) bool {
	if !agree(r.word(i), r.word(next-1), lex.TimeUnit, lex.Sing) {
		return false
	}
	m, last, ok := r.monthName(next)
	if s, _ := r.word(next).Value(lex.Season); s > 0 && can(r.word(next), lex.Season, lex.Gen|lex.Sing) {
		m, last, ok = 3*s, next+1, true
		if n < 0 {
			m = (m+1)%12 + 1
		}
	}
	if n < 0 && ok {
		n = daysIn(2023, m)
	}
	if !ok || !r.word(next).Can(lex.Gen) || !validDay(2000, m, n) {
		return false
	}
	*e = expr{first: i, form: single, a: when{has: hasMonth | hasDay, n: m, day: n}}
	r.takeYear(&e.a, &last)
	e.a, _, e.last = r.goOn(e.a, last)
	return true
}

// repeatWord reads ежегодно, ежедневный.
func (r *reader) repeatWord(e *expr, i int) bool {
	v, _ := r.word(i).Value(lex.Repeat)
	*e = expr{first: i, last: i + 1, form: repeated}
	e.amount = amountOf(whole(1, unit(v)))
	return r.whole || !r.capital(i) || r.opens(i)
}

// nowadays reads сейчас, недавно; and в настоящее время, до сих пор by their noun.
func (r *reader) nowadays(e *expr, i int) bool {
	v, _ := r.word(i).Value(lex.Nowadays)
	*e = expr{first: i, last: i + 1, form: present}
	switch v {
	case 0:
		return true
	case -1:
		e.form = past
		return true
	}
	if r.key(i-1) == "некоторое" {
		return r.someTime(e, i)
	}
	e.first--
	switch k := r.key(i - 1); {
	case k == "сих" && r.key(i-2) == "до", k == "сию" && r.key(i-2) == "по":
		e.first--
	case k == "настоящее", k == "настоящий", k == "данный", k == "нынешнее", k == "нынешний", k == "текущий":
	case k == "наше" && (r.whole || r.key(i-2) == "в"):
	case k == "последнее", k == "последнего":
		e.form = past
	case k == "ближайшее", k == "ближайшего", k == "скором" && r.key(i) == "времени":
		e.form = future
		if r.key(i-2) == "самое" {
			e.first--
		}
	default:
		return false
	}
	return r.free(e.first)
}

// someTime reads через некоторое время, некоторое время назад.
func (r *reader) someTime(e *expr, i int) bool {
	*e = expr{first: i - 1, last: i + 1, form: someday}
	switch {
	case r.key(i+1) == "назад":
		e.form, e.last = past, i+2
	case r.key(i+1) == "спустя":
		e.last = i + 2
	case r.key(i-2) == "через", r.key(i-2) == "спустя":
		e.first--
	default:
		return false
	}
	return r.free(e.first)
}
