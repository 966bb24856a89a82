package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
)

// lengthExpr reads an amount of time, and what it is counted from where it is: два года, от трёх до пяти лет, три дня назад,
// через неделю, двумя днями ранее. An age has no form.
func (r *reader) lengthExpr(e *expr, i int) bool {
	if !r.length(e, i, 0) {
		return false
	}
	if r.counts(e) {
		return true
	}
	if !r.whole && r.age(e) {
		e.form = noForm
	}
	return true
}

// length reads an amount of time, or a range of them; its unit can stand behind numbers to come, up to maxLent less depth.
func (r *reader) length(e *expr, i, depth int) bool {
	a, next, ok := r.amount(i)
	if !ok {
		return r.lengths(e, i, depth)
	}
	*e = expr{first: i, last: next, form: length, amount: a}
	r.twoAmounts(e)
	return true
}

// twoAmounts makes e a range where it is one: два-три месяца, с четырёх лет до одного года.
func (r *reader) twoAmounts(e *expr) {
	if lo, _, found := strings.Cut(r.key(e.first), "-"); found {
		milli := 1000 * int64(valueOf(lo, lex.Cardinal))
		if strings.HasPrefix(lo, "полтор") {
			milli = 1500
		}
		if milli > 0 {
			e.upto = e.amount.parts[0]
			e.amount.parts[0].milli = milli
		}
		return
	}
	opener := r.openerAt(e.first)
	if opener == e.first || r.key(e.last) != "до" || r.key(opener) == "между" || e.amount.n > 1 {
		return
	}
	b, next, ok := r.amount(e.last + 1)
	if u := r.unit(e.last + 1); !ok && r.key(opener) == "от" && u >= day && can(r.word(e.last+1), lex.TimeUnit, lex.Gen|lex.Sing) {
		b, next, ok = amountOf(whole(1, u)), e.last+2, true // от двух месяцев до года
	}
	if ok && b.n == 1 {
		e.first, e.last, e.upto = opener, next, b.parts[0]
	}
}

// lengths reads an amount whose unit stands behind a later number: 3–5 лет, от трёх до пяти лет; 20 и 10 лет are two amounts.
func (r *reader) lengths(e *expr, i, depth int) bool {
	lo, link, ok := r.count(i)
	if !ok || lo.vague {
		return false
	}
	*e = expr{first: i, last: link, form: length}
	opener := r.openerAt(i)
	between := opener < i && r.key(opener) == "между"
	switch k := r.key(link); {
	case r.dash(link), k == "или":
	case k == "до" && opener < i && !between, k == "и" && between:
		e.first = opener
	case k == "и", r.is(link, ','):
		return depth < maxLent && r.lentUnit(e, lo, depth+1)
	default:
		return false
	}
	a, next, ok := r.amount(link + 1)
	if !ok || a.n != 1 || a.vague() || lo.milli >= a.parts[0].milli {
		return false
	}
	e.last, e.upto = next, a.parts[0]
	lo.unit = e.upto.unit
	e.amount = amountOf(lo)
	return true
}

// lentUnit gives a number the unit of the next one in a list, which begins behind the token e ends
// with: whole years alone.
func (r *reader) lentUnit(e *expr, n measure, depth int) bool {
	a, _, ok := r.amount(e.last + 1)
	if !ok {
		var next expr
		if !r.lengths(&next, e.last+1, depth) {
			return false
		}
		a = next.amount
	}
	n.unit = a.parts[0].unit
	e.amount = amountOf(n)
	return n.unit == year && n.milli%1000 == 0 && 0 < n.milli && n.milli < 10_000_000
}

// counts makes of an amount what is counted by it from the reference or from the last date told, where words beside it say so:
// назад, спустя, через, позже, ранее, за … до.
func (r *reader) counts(e *expr) bool {
	sign, base, last := r.countedBehind(e)
	if sign == 0 {
		if sign, base = r.countedBefore(e); sign == 0 {
			return false
		}
	}
	e.last = last
	e.event = e.event || sign > 0 && r.key(last) == "после"
	e.from(base, sign)
	return true
}

// reckons tells whether the word at i makes an amount before it a time that far away.
func (r *reader) reckons(i int) bool {
	switch r.key(i) {
	case "назад", "тому", "спустя", "позже", "позднее", "ранее", "раньше":
		return true
	}
	return false
}

// countedBehind reads назад, спустя, позже, ранее behind an amount; last is the token behind.
func (r *reader) countedBehind(e *expr) (sign int, b base, last int) {
	last = e.last
	switch r.key(last) {
	case "назад":
		return -1, now, last + 1
	case "тому":
		if r.key(last+1) == "назад" {
			return -1, now, last + 2
		}
	case "спустя":
		return 1, told, last + 1
	case "позже", "позднее":
		sign = 1
	case "ранее", "раньше":
		sign = -1
	}
	switch r.key(e.first - 1) {
	case "на": // на час позже
		return 0, bare, last
	}
	if sign != 0 {
		last++
	}
	return sign, told, last
}

// countedBefore reads через, спустя, за (… до) before an amount and takes them, and the words of inexactness between, into e.
func (r *reader) countedBefore(e *expr) (sign int, b base) {
	k := e.first - 1
	for n := 0; n < 3 && measuring(r.key(k)); n++ {
		k--
	}
	if !r.free(k) {
		return 0, bare
	}
	switch r.key(k) {
	case "через":
		sign, b = 1, either
	case "спустя":
		sign, b = 1, told
	case "за":
		if r.key(e.last) == "до" || r.whole && k > 0 {
			sign, b, e.event = -1, told, true
		}
	}
	if sign != 0 {
		for j := k + 1; j < e.first; j++ {
			r.takeInexact(e, j)
		}
		e.first = k
	}
	return sign, b
}

// measuring tells whether a word can stand between через and its amount: через ещё более чем два года.
func measuring(key string) bool {
	switch key {
	case "не", "чем", "еще", "всего", "лишь", "только", "уже", "буквально", "какой-то", "какую-то", "какие-то", "каких-то", "какой-нибудь", "каких-нибудь", "ровно":
		return true
	}
	_, ok := inexact(key)
	return ok
}

// from makes e the stretch that lies an amount away from a base.
func (e *expr) from(b base, sign int) {
	u, upto := e.amount.unit(), amountOf(e.upto)
	n, unit, ok := e.amount.shift()
	e.a = when{base: b, unit: unit, shift: sign * n, grain: u}
	e.form = single
	if ok && e.upto.unit != noUnit { // два-три года назад
		n, unit, ok = upto.shift()
		e.b = when{base: b, unit: unit, shift: sign * n, grain: u}
		if e.form = ranged; sign < 0 {
			e.a, e.b = e.b, e.a
		}
		ok = ok && !e.event
	}
	if !ok {
		*e = expr{first: e.first, last: e.last, form: someday, mod: e.mod, clock: u < day}
		if b == now && sign < 0 {
			e.form = past
		}
	}
}

// shift is the amount in whole months, days or minutes; ok is false for a vague one.
func (a *amount) shift() (n int, u unit, ok bool) {
	var months, minutes int64 // thousandths
	for _, m := range a.parts[:a.n] {
		if k := m.unit.months(); k > 0 {
			months += m.milli * int64(k)
		} else {
			minutes += m.milli * m.unit.minutes()
		}
		if m.vague || m.milli > 1e10 || m.unit == second {
			return 0, noUnit, false
		}
	}
	const days = 1000 * minutesOfDay
	switch {
	case minutes == 0 && months%1000 == 0:
		return int(months / 1000), month, months < 1e9
	case months != 0 || minutes%days == 0:
		minutes += 30 * minutesOfDay * months
		return int(minutes / days), day, minutes/days < 1e7
	}
	return int(minutes / 1000), minute, true
}

// minutes is how many minutes a unit shorter than a month has.
func (u unit) minutes() int64 {
	switch u {
	case hour:
		return 60
	case day:
		return minutesOfDay
	case week:
		return 7 * minutesOfDay
	}
	return 1
}
