package timeline

import (
	"strings"

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
		return r.lasting(e, i) || r.stretch(e, i)
	}
	if r.stretch(e, i) {
		return true
	}
	switch {
	case number:
		if next, ok := r.noDay(i); ok {
			*e = expr{first: i, last: next}
			return true
		}
	case c&lex.RelAdj != 0:
		if r.those(e, i) {
			return true
		}
	}
	if number || c&(lex.Cardinal|lex.Scale|lex.Fraction|lex.Vague|lex.TimeUnit) != 0 {
		if r.lengthExpr(e, i) {
			return true
		}
	}
	switch {
	case c&lex.TimeUnit != 0:
		return r.bareUnit(e, i)
	case number || c&lex.Ordinal != 0:
		return r.lasting(e, i)
	}
	return false
}

// noDay reads a day that no calendar has: 31 февраля.
func (r *reader) noDay(i int) (next int, ok bool) {
	if _, size := r.number(i); size == 0 {
		return i, false
	}
	if _, next, ok = r.monthName(i + 1); ok {
		var w when
		r.takeYear(&w, &next)
	}
	return next, ok
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
	case k == "сих" && (r.key(i-2) == "до" || r.key(i-2) == "по"):
		e.first--
	case k == "настоящее", k == "настоящий", k == "данный", k == "нынешнее", k == "нынешний", k == "текущий":
	case k == "наше" && r.key(i-2) == "в":
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

// An end is one end of a stretch, or all of it: what is told, with the part of it that is meant.
type end struct {
	when
	mod  Mod
	next int
}

// stretch reads a stretch of the calendar, or a range of them.
func (r *reader) stretch(e *expr, i int) bool {
	a, ok := r.end(i)
	if !ok && r.numeral(i) {
		a, ok = r.lent(i, 0)
	}
	if !ok {
		return r.months(e, i)
	}
	*e = expr{first: i, last: a.next, form: single, mod: a.mod, a: a.when}
	if b, ok := r.rangeEnd(i, a); ok && fit(a, b, r.dash(a.next) || r.is(a.next, '/')) {
		e.form, e.last, e.b, e.mod = ranged, b.next, b.when, 0
		e.a.lend(b.when)
		e.b.lend(a.when)
		if !r.dash(a.next) && !r.is(a.next, '/') {
			e.first = r.openerAt(i)
		}
	}
	return true
}

// end reads a stretch, or its beginning, middle or end: в начале марта, во второй половине 2019 года.
func (r *reader) end(i int) (e end, ok bool) {
	if r.word(i).Is(lex.Edge) {
		v, _ := r.word(i).Value(lex.Edge)
		e, ok = r.of(i + 1)
		e.mod = Mod(v)
		return e, ok
	}
	if e, ok = r.part(i); ok {
		return e, true
	}
	e.when, e.mod, e.next, ok = r.chain(i)
	return e, ok
}

// of reads what an edge is of: a stretch in the genitive, or a unit that is the one now: конец года.
func (r *reader) of(i int) (e end, ok bool) {
	if u := r.unit(i); u >= day && u != weekend && can(r.word(i), lex.TimeUnit, lex.Gen|lex.Sing) && !strings.HasPrefix(r.key(i), "пол") && r.key(i) != "г" {
		if _, named := r.feast(i + 1); named == i+1 {
			return end{when: when{base: now, unit: u}, next: i + 1}, !r.ofBirth(i + 1)
		}
	}
	e.when, _, e.next, ok = r.chain(i)
	return e, ok && !r.word(i).Is(lex.RelDay)
}

// part reads вторая половина, первая декада and первые числа, with what they are of.
func (r *reader) part(i int) (e end, ok bool) {
	if !r.word(i).Is(lex.Ordinal|lex.RelAdj) && !(r.has(i, parse.Number) && r.dash(i+1)) {
		return e, false
	}
	n, next, _, ok := r.ordinal(i, false)
	if v, _ := r.word(i).Value(lex.RelAdj); v == relLast {
		n, next, ok = 99, i+1, true
	}
	if !ok {
		return e, false
	}
	w := r.word(next)
	switch v, _ := w.Value(lex.Fraction); {
	case v == 2 && n <= 2:
		e, ok = r.of(next + 1)
		if ok && (e.has == hasYear || e.has == 0 && e.base != bare && e.unit == year) {
			e.has, e.n = e.has|hasHalf, n
			return e, true
		}
		e.mod = [...]Mod{1: Start, 2: End}[n]
	case strings.HasPrefix(w.Key, "декад") && n <= 3:
		e, ok = r.of(next + 1)
		e.mod = Mod(n)
	case strings.HasPrefix(w.Key, "числ") && w.Can(lex.Plur):
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
	switch r.key(k) {
	case "по":
		ok = opener != "" && opener[:1] != "о" && opener != "между" && opener != "от"
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
	if b, ok = r.end(i); ok || a.has != hasYear {
		return b, ok
	}
	y, next, ok := r.yearBehind(i, a.year, r.is(i-1, '/'))
	return end{when: when{has: hasYear, year: y}, next: next}, ok
}

// fit tells whether two ends make a range. Behind a dash both must be of the same kind.
func fit(a, b end, dash bool) bool {
	if !dash {
		return a.base == bare || b.base == bare || a.base == b.base
	}
	la, lb := a.levels(), b.levels()
	return la&-la == lb&-lb && a.base == bare && (b.base == bare || b.has != 0) && a.weekdayAlone() == b.weekdayAlone()
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

// lent reads a number whose noun stands behind a later one: 3–5 марта, 12 и 13 января, 2009 и 2013 годах, XX—XXI веках. It
// takes the rest of the date from there.
func (r *reader) lent(i, depth int) (e end, ok bool) {
	if depth > 8 || !r.in(i) || r.joinedNumber(i) {
		return e, false
	}
	n, size := r.number(i)
	next := i + 1
	if o, after, _, found := r.ordinal(i, true); found {
		n, next = o, after
	} else if size == 0 {
		return e, false
	}
	j := next + 1
	switch k := r.key(next); {
	case r.dash(next), k == "и", k == "или", k == "либо", k == "по", k == "до", k == "на":
		e.when, _, ok = r.piece(j)
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
	e.next = next
	return e, e.number(n, size)
}

// number puts a number in the place of the finest one.
func (w *when) number(n, size int) bool {
	switch {
	case w.has&hasClock != 0:
		if w.hour > 12 && n <= w.hour-12 && n > 0 {
			return false
		}
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
		return n%10 == 0
	case w.has == hasCentury:
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

// months reads two months joined by a hyphen: в ноябре-декабре 2019 года.
func (r *reader) months(e *expr, i int) bool {
	word := r.word(i)
	if !word.Is(lex.Month) {
		return false
	}
	first, last, found := strings.Cut(word.Key, "-")
	if !found || !can(word, lex.Month, lex.Noun) || strings.Contains(last, "-") {
		return false
	}
	m := valueOf(first, lex.Month)
	if m == 0 {
		return false
	}
	*e = expr{first: i, last: i + 1, form: ranged, a: when{has: hasMonth, n: m}, b: when{has: hasMonth}}
	e.b.n, _ = word.Value(lex.Month)
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
