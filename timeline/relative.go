package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// relDay reads вчера, завтра, накануне; and вчерашний, сегодняшнего дня.
func (r *reader) relDay(i int) (w when, next int, ok bool) {
	word := r.word(i)
	v, _ := word.Value(lex.RelDay)
	w = when{base: now, unit: day, shift: v}
	if next = i + 1; word.Left != nil {
		return w, i, false
	}
	if word.Key == "накануне" {
		if h, after, ok := r.eve(next); ok {
			return h, after, true
		}
		w.base = either
		return w, next, true
	}
	if can(word, lex.RelDay, lex.Adj) {
		if p, ok := r.word(next).Value(lex.DayPart); r.unit(next) == day {
			next++
		} else if ok && p <= night { // вчерашним вечером
			w.has, w.hour = hasPart, p
			next++
		}
		return w, next, r.whole || !r.capital(i) || r.opens(i)
	}
	return w, next, true
}

// relative reads прошлый, этот, следующий and their like with what they stand before: в прошлом году, этой весной, следующий
// вторник, в тот же день, прошлогодний.
func (r *reader) relative(i int) (w when, next int, ok bool) {
	word := r.word(i)
	v, _ := word.Value(lex.RelAdj)
	if word.Is(lex.TimeUnit) { // прошлогодний
		return when{base: now, unit: year, shift: v}, i + 1, true
	}
	if word.GramOf(lex.RelAdj)&lex.Sing == 0 && r.unit(r.noun(i+1)) != weekend || v == relLast || word.Key == "сей" {
		return w, i, false
	}
	same := r.key(i+1) == "же" || r.key(i-1) == "же"
	j := r.noun(i + 1)
	if r.has(j, parse.Number) && -2 <= v && v <= 1 { // в нынешнем 2022 году
		w, next, ok = r.year(j, false)
		return w, next, ok && r.unit(next-1) == year && agree(word, r.word(next-1), lex.TimeUnit, lex.Sing)
	}
	w, next, ok = r.relNoun(j)
	if !ok || r.ofBirth(next) || !agree(word, r.word(j), 0, r.relNumber(j)) {
		return w, i, false
	}
	w.base, w.shift = now, v
	switch v {
	case relNearest:
		w.shift = 1
	case relFollowing, relPrevious:
		w.base, w.shift = told, v/3
	case relThat:
		w.base, w.shift, w.gone = told, 0, true
		if r.relativeClause(next) {
			return w, i, false // в тот день, когда
		}
	case 0:
		switch {
		case same:
			w.base = told
		case w.unit == day && w.has == 0:
			w.base = either
		}
	case 1:
		if w.unit <= day || word.Key[:4] == "сл" {
			w.base = either
		}
	}
	return w, next, true
}

// relNumber is the number a noun is told in behind прошлый and its like: выходные are always many.
func (r *reader) relNumber(i int) lex.Gram {
	if strings.HasPrefix(r.key(i), "выходн") {
		return lex.Plur
	}
	return lex.Sing
}

// noun passes over the words that can stand between прошлый and its noun: в тот же самый день, этого учебного года.
func (r *reader) noun(i int) int {
	for k := 0; k < 2; k++ {
		w := r.word(i)
		switch {
		case w.Key == "же" || strings.HasPrefix(w.Key, "сам"):
		case w.Class&opening == 0 && w.Can(lex.Adj) && r.unit(i+1) != 0:
		default:
			return i
		}
		i++
	}
	return i
}

// relNoun reads what прошлый and its like stand before: a unit, a month, a season, a weekday, a part of the day.
func (r *reader) relNoun(i int) (w when, next int, ok bool) {
	if !r.in(i) {
		return w, i, false
	}
	word := r.word(i)
	switch c := word.Class; {
	case c&lex.DayPart != 0:
		w.hour, _ = word.Value(lex.DayPart)
		w.has, w.unit = hasPart, part
		ok = w.hour <= night
	case c&lex.TimeUnit != 0:
		w.unit = r.unit(i)
		ok = w.unit >= day && !strings.HasPrefix(word.Key, "пол") && word.Key != "г" && word.Key != "гг" || w.unit == half
		if w.unit == weekend {
			w.has = hasWeekend
		}
	case c&lex.Month != 0:
		w.n, _, ok = r.monthName(i)
		w.has, w.unit = hasMonth, month
	case c&lex.Season != 0:
		w.n, _ = word.Value(lex.Season)
		w.has, w.unit, ok = hasSeason, season, true
	case c&lex.Weekday != 0:
		w.day, _ = word.Value(lex.Weekday)
		w.has, w.unit = hasWeekday, day
		ok = can(word, lex.Weekday, lex.Noun) && (w.day != 3 || word.GramOf(lex.Weekday)&(lex.Acc|lex.Gen) != 0)
	}
	return w, i + 1, ok
}

// ofBirth tells whether день or год in front of token i is that of somebody's birth, or of a name.
func (r *reader) ofBirth(i int) bool {
	return strings.HasPrefix(r.key(i), "рожден") || r.key(i) == "жизни"
}

// those reads последние and its like before a plural or a number: последние 30 лет, в ближайшие дни, в прошлом.
func (r *reader) those(e *expr, i int) bool {
	word := r.word(i)
	v, _ := word.Value(lex.RelAdj)
	j := i + 1
	if v != relThat && v != 0 && r.length(e, j, maxLent) {
		e.first = i
		return true
	}
	u := r.unit(j)
	if word.Key == "сей" && u == day && r.key(i-1) == "по" && r.free(i-1) {
		*e = expr{first: i - 1, last: j + 1, form: present}
		return true
	}
	if u == noUnit || !agree(word, r.word(j), lex.TimeUnit, lex.Sing|lex.Plur) {
		return r.pastOrFuture(e, i)
	}
	*e = expr{first: i, last: j + 1, form: length}
	plural := word.GramOf(lex.RelAdj)&lex.Sing == 0 && !strings.HasPrefix(r.key(j), "сут")
	switch {
	case plural && (v == relLast || v < 0):
		e.form = past
	case plural && (v == relFollowing || strings.HasPrefix(word.Key, "след")):
		e.form = someday
	case v == relNearest || plural && v == 1:
		e.form = future
	case plural && v == 0 && word.Key == "эти" && r.key(i-1) == "в" && !r.governs(j+1) && !r.has(j+1, parse.Number):
		e.form = these
	case v == relLast && (word.Can(lex.Acc) || r.whole || during(r.key(i-1))) || v == -1 && !plural && r.key(j) == "сутки":
		e.amount = amountOf(whole(1, u))
		return u != day || strings.HasPrefix(r.key(j), "сут")
	default:
		return false
	}
	e.clock = u < day
	return true
}

// pastOrFuture reads в прошлом, в ближайшем будущем.
func (r *reader) pastOrFuture(e *expr, i int) bool {
	*e = expr{first: i, last: i + 1}
	switch r.key(i) {
	case "прошлом":
		e.form = past
	case "будущем":
		e.form = future
	default:
		return false
	}
	switch r.key(i - 1) {
	case "ближайшем", "недалеком", "недавнем", "скором", "далеком", "обозримом":
		e.first--
	}
	return r.whole || r.key(e.first-1) == "в" && !r.agreesLoc(i+1)
}

// agreesLoc tells whether the word at i can be the noun of an adjective in front of it.
func (r *reader) agreesLoc(i int) bool {
	for _, x := range r.word(i).Readings {
		if g := x.Gram(); g&(lex.Noun|lex.Adj|lex.Participle) != 0 && g&lex.Loc != 0 && g&lex.Sing != 0 {
			return true
		}
	}
	return false
}
