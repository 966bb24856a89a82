package timeline

import (
	"github.com/svodka/svodka/parse"
)

// numeric reads a day in digits: 25.11.2022, 25/11/22, 2022-11-25, 11/25/2022, 2022-11-25T14:30.
func (r *reader) numeric(i int) (w when, next int, ok bool) {
	if !r.has(i, parse.Number) || r.joinedNumber(i) {
		return w, i, false
	}
	if w, next, ok = r.spacedDate(i); ok {
		return w, next, true
	}
	if !r.threeNumbers(i) {
		return r.dayDotMonth(i)
	}
	next = i + 5
	if !r.is(i+1, '.') && !r.is(i+1, '/') && !r.dash(i+1) || !r.threeJoined(i) || !r.numericEnds(i, next) {
		return w, i, false
	}
	if w, ok = r.dayOf(i, i+2, i+4); !ok {
		return w, i, false
	}
	if behind, ok := r.yearWord(next); ok {
		next = behind
	}
	if r.key(next) == "t" {
		if t, after, ok := r.clock(next + 1); ok {
			w, _ = combine(w, t)
			next = after
		}
	}
	return w, next, true
}

// dayOf is the day that three numbers tell: day, month and year, with two digits or four; year, month and day; or month, day
// and year where it cannot be otherwise.
func (r *reader) dayOf(i, j, k int) (w when, ok bool) {
	a, n := r.number(i)
	b, m := r.number(j)
	c, l := r.number(k)
	w = when{has: hasYear | hasMonth | hasDay, year: c, n: b, day: a}
	switch {
	case m > 2:
		return w, false
	case n == 4 && l <= 2:
		w.year, w.day = a, c
	case n > 2 || l != 4 && (l != 2 || m != 2 || r.dash(i+1)): // 22-05-16 is a telephone
		return w, false
	case b > 12:
		w.n, w.day = a, b
	}
	if n != 4 && l == 2 {
		w.has |= hasShort
		return w, validDay(2000, w.n, w.day)
	}
	return w, validDay(w.year, w.n, w.day) && w.year >= 1000
}

// spacedDate reads a day whose stops were lost: от 21 10 2016.
func (r *reader) spacedDate(i int) (w when, next int, ok bool) {
	d, n := r.number(i)
	m, k := r.number(i + 1)
	y, l := r.number(i + 2)
	_, named := r.yearWord(i + 3)
	if n > 2 || k != 2 || l != 4 || !validDay(y, m, d) || y < 1900 || !named && r.key(i-1) != "от" && !r.whole {
		return w, i, false
	}
	next = i + 3
	if named {
		next++
	}
	return when{has: hasYear | hasMonth | hasDay, year: y, n: m, day: d}, next, true
}

// numericEnds tells whether the tokens i to next are not a part of a longer number: 2016-04-06-25, /2016/04/06/.
func (r *reader) numericEnds(i, next int) bool {
	if r.joined(i) && r.is(i-1, '/') || r.joins(next) && !r.has(next, parse.Word) {
		return false
	}
	if r.dash(i-1) && r.joined(i) && r.joined(i-1) && !r.threeNumbers(i-6) || r.dash(next) && r.joined(next) && r.joined(next+1) && !r.threeNumbers(next+1) {
		return false
	}
	return !r.is(next, '/') || !r.joined(next) || !r.joined(next+1)
}

// digitRange reads days in digits that lend the first end its year, or its month too: 28–29.01.2023, 28.01–03.02.2023.
func (r *reader) digitRange(e *expr, i int) bool {
	d, size := r.number(i)
	k, month := i+1, 0
	if y, n := r.number(i + 2); size == 2 && n == 2 && y == (d+1)%100 && r.is(k, '/') && r.joined(k) && r.joined(i+2) && r.afterSeason(i) && !r.joins(i+3) { // сезон 23/24
		*e = expr{first: i, last: i + 3, form: ranged, a: when{has: hasYear | hasShort, year: d}, b: when{has: hasYear | hasShort, year: y}}
		return true
	}
	if r.is(k, '.') && r.joined(k) && r.joined(k+1) {
		month, _ = r.number(k + 1)
		k += 2
	}
	j := k + 1
	if size == 0 || size > 2 || !r.dash(k) || r.joinedNumber(i) || !r.threeNumbers(j) || !r.is(j+1, '.') || !r.threeJoined(j) || r.joins(j+5) {
		return false
	}
	b, ok := r.dayOf(j, j+2, j+4)
	if !ok || b.has&hasShort != 0 {
		return false
	}
	a := b
	if a.day = d; month > 0 {
		a.n = month
	}
	if a.n > b.n {
		a.year--
	}
	*e = expr{first: i, last: j + 5, form: ranged, a: a, b: b}
	if behind, ok := r.yearWord(e.last); ok {
		e.last = behind
	}
	return validDay(a.year, a.n, a.day) && (a.n != b.n || a.day < b.day)
}

// threeJoined tells whether no space stands between the five tokens from i on.
func (r *reader) threeJoined(i int) bool {
	return r.joined(i+1) && r.joined(i+2) && r.joined(i+3) && r.joined(i+4)
}

// threeNumbers tells whether numbers with the same mark between them stand at token i.
func (r *reader) threeNumbers(i int) bool {
	return r.has(i, parse.Number) && r.has(i+2, parse.Number) && r.has(i+4, parse.Number) && r.tok[i+1].Rune() == r.tok[i+3].Rune()
}

// dayDotMonth reads 25.11 where nothing else can be meant: behind от, as the head of an item, as an end of с 25.11 по 03.12.
func (r *reader) dayDotMonth(i int) (w when, next int, ok bool) {
	d, m, ok := r.dotMonth(i)
	if !ok {
		return w, i, false
	}
	next = i + 3
	head := i == r.first && (r.dash(next) || r.is(next, '.') || r.is(next, ':'))
	alone := r.whole && i == r.first && next == r.last
	if r.joins(next) || r.counted(next) || !head && !alone && r.key(i-1) != "от" && !r.dottedRange(i-1) && !r.dottedRange(i-5) {
		return w, i, false
	}
	return when{has: hasMonth | hasDay, n: m, day: d}, next, true
}

// dotMonth reads a day and a month in two digits with a full stop between.
func (r *reader) dotMonth(i int) (d, m int, ok bool) {
	d, n := r.number(i)
	m, k := r.number(i + 2)
	return d, m, n <= 2 && k == 2 && r.is(i+1, '.') && r.joined(i+1) && r.joined(i+2) && validDay(2000, m, d)
}

// dottedRange tells whether с 25.11 по 03.12 begins at token i.
func (r *reader) dottedRange(i int) bool {
	if !r.in(i) || r.key(i) != "с" || r.key(i+4) != "по" {
		return false
	}
	_, _, from := r.dotMonth(i + 1)
	_, _, to := r.dotMonth(i + 5)
	return from && to && !r.counted(i+8)
}
