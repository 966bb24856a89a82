package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// rangeEnd reads the other end of a range, behind a dash or by the prepositions: с … по, от … до, между … и.
func (r *reader) rangeEnd(i int, a end) (b end, ok bool) {
	k := a.next
	if r.dash(k) || r.is(k, '/') && r.joined(k) && a.has == hasYear {
		return r.rightEnd(k+1, a)
	}
	opener := ""
	if at := r.openerAt(i); at < i {
		opener = r.key(at)
	}
	if next := r.key(k + 1); r.key(k) == "и" && (next == "до" || next == "по") && opener != "" && opener != "между" { // с пяти вечера и до утра
		k++
	}
	switch r.key(k) {
	case "по":
		ok = opener != "" && opener != "между" && opener != "от"
	case "до":
		ok = opener != "" && opener != "между"
	case "и":
		ok = opener == "между"
	}
	if !ok {
		return b, false
	}
	return r.rightEnd(k+1, a)
}

// openerAt is the place of the preposition that begins a range whose first end is at token i: с, от, между; i where none
// stands there.
func (r *reader) openerAt(i int) int {
	k := i - 1
	for r.approximate(k) {
		k--
	}
	switch r.key(k) {
	case "с", "со", "c", "от", "между":
		if r.free(k) {
			return k
		}
	}
	return i
}

// rightEnd reads the second end of a range that began with a.
func (r *reader) rightEnd(i int, a end) (b end, ok bool) {
	for r.approximate(i) {
		i++
	}
	if b, ok = r.end(i); !ok && a.lent && a.has&hasDay != 0 && r.numeral(i) { // 3–5, 10–12 и 17–19 июня
		b, ok = r.lent(i, 0)
	}
	if ok || a.has != hasYear {
		return b, ok
	}
	y, next, ok := r.yearBehind(i, a.year, r.is(i-1, '/'))
	return end{when: when{has: hasYear, year: y}, next: next}, ok
}

// fit tells whether two ends make a range. Behind a dash both must be of the same kind, and days of one month in their order.
func fit(a, b end, dash bool) bool {
	la, lb := a.levels(), b.levels()
	switch {
	case la == levelHours && (lb&(levelHours|levelDate) == 0 || b.base != bare && b.unit <= part):
		return false
	case !dash:
		return a.base == bare || b.base == bare || a.base == b.base
	}
	dated := func(w *when) bool {
		return w.base == bare || w.base == now && (w.unit == year || w.unit == century) && w.has != 0
	}
	const of = hasDay | hasMonth
	backward := a.has&of == of && b.has&of == of && a.n == b.n && a.day > b.day && (a.has&b.has&hasYear == 0 || a.year == b.year)
	return a.when != b.when && la&-la == lb&-lb && dated(&a.when) && dated(&b.when) && a.weekdayAlone() == b.weekdayAlone() && !backward
}

// lend fills the upper rungs that one end of a range leaves out from the other.
func (w *when) lend(b when) {
	l := w.levels()
	if w.base != bare {
		return
	}
	if l == levelHours && b.has&hasDate != 0 {
		w.has |= b.has & hasDate
		w.day, w.rule = b.day, b.rule
	}
	if w.has&(hasDay|hasMonth) == hasDay && b.has&hasMonth != 0 {
		w.has |= hasMonth
		w.n = b.n
	}
	l = w.levels()
	switch {
	case l&levelYear != 0:
	case b.base != bare && rung(b.unit) > l:
		w.base, w.unit, w.shift = b.base, b.unit, b.shift
	case l&levelMonth != 0 && b.has&hasYear != 0:
		w.has |= b.has & (hasYear | hasShort)
		w.year, w.borrowed = b.year, true
	}
}

// numeral tells whether token i begins with a number of any kind.
func (r *reader) numeral(i int) bool {
	return r.has(i, parse.Number) || r.word(i).Is(counting) || r.capital(i) && r.roman(i) > 0
}

// maxLent is how many numbers a later one lends its noun.
const maxLent = 8

// lent reads a number whose noun stands behind a later one: 3–5 марта, 12 и 13 января, 2009 и 2013 годах, XX—XXI веках. It
// takes the rest of the date from there.
func (r *reader) lent(i, depth int) (e end, ok bool) {
	if depth > maxLent || !r.in(i) || r.joinedNumber(i) || r.dash(i+1) && r.dash(i+3) && r.joined(i+3) && r.joined(i+4) && r.has(i+4, parse.Number) { // not 1-1-17
		return e, false
	}
	n, size := r.number(i)
	next := i + 1
	inWords := false
	if o, after, _, found := r.ordinal(i, true); found {
		n, next = o, after
	} else if size == 0 {
		if n, next, inWords = r.small(i); !inWords {
			return e, false
		}
	}
	j := next + 1
	switch k := r.key(next); {
	case r.dash(next) && r.word(j).Is(lex.Edge) != r.word(i-1).Is(lex.Edge) && r.roman(i) == 0: // XVIII — начало XIX века
		return e, false
	case r.dash(next) && r.has(i, parse.Number) != r.has(j, parse.Number) && !r.word(j).Is(lex.Edge) && r.roman(i) == 0: // второй — 5 мая
		return e, false
	case (k == "по" || k == "до") && depth == 0 && r.openerAt(i) == i: // 9 до 11 вечера is no range
		return e, false
	case r.dash(next), k == "и", k == "или", k == "либо", k == "по", k == "до", k == "на":
		if r.word(j).Is(lex.Edge) {
			e, ok = r.end(j)
			break
		}
		var last int
		if e.when, last, ok = r.piece(j); ok && e.has == hasClock {
			if p, _, found := r.partGen(last - 1); found && toPart(n, p) < e.hour { // с двух до четырёх часов дня
				n = toPart(n, p)
			}
		}
	case !r.is(next, ','):
		return e, false
	}
	if !ok {
		rest, found := r.lent(j, depth+1)
		if !found {
			return e, false
		}
		e = rest
	}
	if n == 0 && (e.has != hasClock || !r.dash(next) && r.key(next) != "по" && r.key(next) != "до") { // 0 is but the hour a range begins with
		return e, false
	}
	e.next, e.lent, e.mod = next, true, 0
	return e, e.number(n, size) && (!inWords || e.has == hasClock)
}

// number puts a number in the place of the finest one.
func (w *when) number(n, size int) bool {
	switch {
	case w.has&hasClock != 0:
		w.hour, w.minute = n, 0
		return n <= 24 && w.has == hasClock
	case w.has&hasDay != 0:
		w.day = n
		return n >= 1 && n <= 31 && size <= 2 && (w.has&hasMonth == 0 || validDay(2000, w.n, n))
	case w.has == hasYear:
		w.year = n
		return size == 4 && n >= 1000 && n < 3000
	case w.has&hasDecade != 0:
		if w.has&hasShort == 0 && n < 100 {
			n += w.year / 100 * 100
		}
		w.year = n
		return n%10 == 0 && (n > 0 || size == 0)
	case w.has == hasCentury, w.has == hasMillennium:
		if w.year < 0 {
			n = -n
		}
		w.year = n
		return n != 0 && n <= 30
	case w.has&hasQuarter != 0:
		w.n = n
		return n >= 1 && n <= 4
	}
	return false
}

// compound reads two months, seasons, weekdays or days from now joined by a hyphen: в ноябре-декабре 2019 года, летом-осенью, в
// понедельник-вторник, завтра-послезавтра.
func (r *reader) compound(e *expr, i int) bool {
	word := r.word(i)
	if word.Left != nil && word.Left.Is(lex.RelDay) && word.Is(lex.RelDay) {
		a, _ := word.Left.Value(lex.RelDay)
		b, _ := word.Value(lex.RelDay)
		*e = expr{first: i, last: i + 1, form: ranged, a: when{base: now, unit: day, shift: a}, b: when{base: now, unit: day, shift: b}}
		return a < b
	}
	c := word.Class & (lex.Month | lex.Weekday | lex.Season)
	if c != lex.Month && c != lex.Weekday && c != lex.Season || c != lex.Season && !can(word, c, lex.Noun) {
		return false
	}
	first, last, found := strings.Cut(word.Key, "-")
	if !found || strings.Contains(last, "-") {
		return false
	}
	n := valueOf(first, c)
	if n == 0 {
		return false
	}
	*e = expr{first: i, last: i + 1, form: ranged}
	if c == lex.Weekday {
		e.a, e.b = when{has: hasWeekday, day: n}, when{has: hasWeekday}
		e.b.day, _ = word.Value(c)
		return r.whole || r.weekdayStands(i)
	}
	e.a, e.b = when{has: hasMonth, n: n}, when{has: hasMonth}
	if c == lex.Season {
		e.a.has, e.b.has = hasSeason, hasSeason
	}
	e.b.n, _ = word.Value(c)
	r.takeYear(&e.b, &e.last)
	e.b, _, e.last = r.goOn(e.b, e.last)
	e.a.lend(e.b)
	return true
}

// valueOf is the value of a spelling as a member of a class; 0 where it is none.
func valueOf(key string, c lex.Class) int {
	var l lex.Lookup
	for _, x := range l.Readings(nil, []byte(lex.Fold(key))) {
		if v, ok := x.Lemma.Value(c); ok {
			return v
		}
	}
	return 0
}
