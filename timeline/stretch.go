package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// An end is one end of a stretch, or all of it: what is told, with the part of it that is meant.
type end struct {
	when
	mod  Mod
	next int
	lent bool // its noun is that of a later number
}

// stretch reads a stretch of the calendar, or a range of them.
func (r *reader) stretch(e *expr, i int) bool {
	if r.has(i, parse.Number) && r.digitRange(e, i) {
		return true
	}
	a, ok := r.end(i)
	if !ok && r.numeral(i) {
		a, ok = r.lent(i, 0)
	}
	if !ok {
		return r.compound(e, i)
	}
	*e = expr{first: i, last: a.next, form: single, mod: a.mod, a: a.when}
	b, ok := r.rangeEnd(i, a)
	if ok && b.has&hasDecade != 0 && a.has&(hasYear|hasDecade) != 0 && a.next == i+1 && a.year >= 1000 && a.year%10 == 0 { // 1920–30-е годы
		a.has, e.a.has = hasDecade, hasDecade
		if b.has&hasShort != 0 {
			b.has, b.year = hasDecade, b.year+a.year/100*100
		}
	}
	if ok && fit(a, b, r.dash(a.next) || r.is(a.next, '/')) {
		e.form, e.last, e.b, e.mod = ranged, b.next, b.when, 0
		e.a.lend(b.when)
		e.b.lend(a.when)
		if a.has == hasClock && b.has == hasClock && b.hour < a.hour && a.hour <= 12 && r.unit(b.next-1) == hour { // с десяти до восьми часов
			e.b.hour += 12
		}
		if !r.dash(a.next) && !r.is(a.next, '/') {
			e.first = r.openerAt(i)
		}
	}
	return e.form == ranged || !a.lent || a.has&hasClock == 0 || a.hour > 0 // a 0 by itself is no hour
}

// end reads a stretch, or its beginning, middle or end: в начале марта, во второй половине 2019 года.
func (r *reader) end(i int) (e end, ok bool) {
	if word := r.word(i); word.Is(lex.Edge) {
		v, _ := word.Value(lex.Edge)
		if e, ok = r.of(i + 1); !ok && r.numeral(i+1) {
			e, ok = r.lent(i+1, 0)
		}
		e.mod = Mod(v)
		return e, ok && can(word, lex.Edge, lex.Sing) && e.levels()&levelHours == 0 && e.has&hasDay == 0 // not начала 5 мая
	}
	if e, ok = r.part(i); ok {
		return e, true
	}
	e.when, e.mod, e.next, ok = r.chain(i)
	return e, ok
}

// of reads what an edge is of: a stretch in the genitive, or a unit that is the one now: конец года.
func (r *reader) of(i int) (e end, ok bool) {
	if u := r.unit(i); u >= day && u != weekend && can(r.word(i), lex.TimeUnit, lex.Gen|lex.Sing) && (u == half || !strings.HasPrefix(r.key(i), "пол")) && r.key(i) != "г" {
		if _, named := r.feast(i + 1); named == i+1 {
			return end{when: when{base: now, unit: u}, next: i + 1}, !r.ofBirth(i + 1)
		}
	}
	e.when, _, e.next, ok = r.chain(i)
	if w := r.word(i); r.has(i, parse.Word) && r.roman(i) == 0 && !w.Can(lex.Gen) && !w.Is(lex.Cardinal|lex.Scale) {
		return e, false // начала осенью
	}
	return e, ok && !r.word(i).Is(lex.RelDay)
}

// part reads вторая половина, первая декада and первые числа, with what they are of.
func (r *reader) part(i int) (e end, ok bool) {
	if !r.word(i).Is(lex.Ordinal|lex.RelAdj) && !(r.has(i, parse.Number) && r.dash(i+1)) {
		return e, false
	}
	const last = 99
	n, next, g, ok := r.ordinal(i, false)
	if v, _ := r.word(i).Value(lex.RelAdj); v == relLast {
		n, next, g, ok = last, i+1, r.word(i).Gram(0), true
	}
	if !ok {
		return e, false
	}
	w := r.word(next)
	switch v, _ := w.Value(lex.Fraction); {
	case v == 2 && n <= 2 && r.unit(next+1) == day && can(r.word(next+1), lex.TimeUnit, lex.Gen|lex.Sing):
		e.when, e.mod, e.next = r.goOn(when{has: hasPart, hour: n}, next+2) // the first half of a day is its morning
		return e, true
	case v == 2 && n <= 2:
		e, ok = r.of(next + 1)
		if ok && (e.has == hasYear || e.has == 0 && e.base != bare && e.unit == year) {
			e.has, e.n = e.has|hasHalf, n
			return e, true
		}
		e.mod = [...]Mod{1: Start, 2: End}[n]
	case v == 1 && (n <= 4 || n == last): // первая четверть XIX века
		e, ok = r.of(next + 1)
		e.mod = [...]Mod{1: Start, 2: Mid, 3: Mid, 4: End}[min(n, 4)]
		return e, ok && (e.has&hasCentury != 0 || e.base != bare && e.unit == century)
	case hasStem(w.Key, "декад", "треть", "трети") && (n <= 3 || n == last):
		e, ok = r.of(next + 1)
		e.mod = Mod(min(n, 3))
	case strings.HasPrefix(w.Key, "числ") && w.Can(lex.Plur) && g&lex.Plur != 0: // not 17-го числа
		e, ok = r.of(next + 1)
		e.mod = Start
		if n >= 20 {
			e.mod = End
		} else if n >= 10 {
			e.mod = Mid
		}
	default:
		return e, false
	}
	return e, ok && e.levels()&(levelMonth|levelYear) != 0
}
