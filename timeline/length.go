package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

var one = numeral.Int(1)

// lengthExpr reads an amount of time, and what it is counted from where it is: два года, от трёх до пяти лет, три дня назад,
// через неделю, двумя днями ранее. An age has no form.
func (r *reader) lengthExpr(i int) (e expr, ok bool) {
	a, next, ok := r.amount(i)
	if ok {
		e = expr{first: i, last: next, form: length, min: a, max: a}
		if r.counts(&e) {
			return e, true
		}
		r.twoAmounts(&e)
	} else if e, ok = r.lengths(i); !ok {
		return e, false
	}
	if !r.whole && r.age(&e) {
		e.form = noForm
	}
	return e, true
}

// twoAmounts makes e a range where it is one: два-три месяца, с четырёх лет до одного года.
func (r *reader) twoAmounts(e *expr) {
	if lo, _, found := strings.Cut(r.key(e.first), "-"); found {
		if n := valueOf(lo, lex.Cardinal); n > 0 {
			e.min.parts[0].Value = numeral.Int(uint64(n))
		}
		return
	}
	opener := r.openerAt(e.first)
	if opener == e.first || r.key(e.last) != "до" || r.key(opener) == "между" {
		return
	}
	if b, next, ok := r.amount(e.last + 1); ok {
		e.first, e.last, e.max = opener, next, b
	}
}

// lengths reads an amount whose unit stands behind a later number: 3–5 лет, от трёх до пяти лет, два-три года; 20 и 10 лет are
// two amounts.
func (r *reader) lengths(i int) (e expr, ok bool) {
	lo, link, vague, ok := r.count(i)
	if !ok || vague {
		return e, false
	}
	e = expr{first: i, last: link, form: length}
	opener := r.openerAt(i)
	between := opener < i && r.key(opener) == "между"
	switch k := r.key(link); {
	case r.dash(link), k == "или":
	case k == "до" && opener < i && !between, k == "и" && between:
		e.first = opener
	case k == "и", r.is(link, ','):
		if e.min, _, ok = r.amount(link + 1); !ok {
			e, ok = r.lengths(link + 1)
			e.first, e.last = i, link
		}
		e.min.parts[0].Value, e.min.n = lo, 1
		e.max = e.min
		return e, ok && e.min.unit() == year
	default:
		return e, false
	}
	e.max, e.last, ok = r.amount(link + 1)
	if !ok || e.max.n != 1 || e.max.vague() || lo.Cmp(e.max.parts[0].Value) >= 0 {
		return e, false
	}
	e.min = e.max
	e.min.parts[0].Value = lo
	return e, true
}

// counts makes of an amount what is counted by it from the reference or from the last date told, where words beside it say so:
// назад, спустя, через, позже, ранее, за … до.
func (r *reader) counts(e *expr) bool {
	sign, base, next := 0, told, e.last
	switch k := r.key(next); k {
	case "назад":
		sign, base, next = -1, now, next+1
	case "тому":
		if r.key(next+1) == "назад" {
			sign, base, next = -1, now, next+2
		}
	case "спустя", "позже", "позднее":
		sign, next = 1, next+1
	case "ранее", "раньше":
		sign, next = -1, next+1
	}
	if sign != 0 && base == told && r.key(next-1) != "спустя" && !r.byMuch(e) {
		sign, next = 0, e.last
	}
	before := e.first - 1
	if sign == 0 && r.free(before) {
		for k := e.first - 1; k >= e.first-3; k-- {
			if _, ok := inexact(r.key(k)); !ok && r.key(k) != "не" && r.key(k) != "чем" {
				before = k
				break
			}
		}
		switch r.key(before) {
		case "через":
			sign, base = 1, either
		case "спустя":
			sign = 1
		case "за":
			if r.key(next) == "до" || r.whole && before > 0 {
				sign, e.event = -1, true
			}
		}
		if sign == 0 {
			return false
		}
		for k := before + 1; k < e.first; k++ {
			r.takeInexact(e, k)
		}
		e.first = before
	}
	if sign == 0 {
		return false
	}
	e.last = next
	e.event = e.event || sign > 0 && r.key(next) == "после"
	e.from(base, sign)
	return true
}

// byMuch tells whether the amount tells how much later or earlier something is: днём позже, два года спустя; but not на час позже.
func (r *reader) byMuch(e *expr) bool {
	k := r.key(e.first - 1)
	return k != "на" && k != "не" && k != "в"
}

// from makes e the stretch that lies an amount away from a base.
func (e *expr) from(base base, sign int) {
	u := e.min.unit()
	if e.min.vague() {
		e.form, e.clock = someday, u < day
		if base == now && sign < 0 {
			e.form = past
		}
		return
	}
	n, unit, ok := e.min.count()
	if !ok {
		e.form = someday
		return
	}
	e.form = single
	e.a = when{base: base, unit: unit, shift: sign * n, grain: u}
}

// count is the amount in whole units.
func (a *amount) count() (n int, u unit, ok bool) {
	u = a.unit()
	for {
		total, whole := 0, true
		for _, m := range a.parts[:a.n] {
			v, ok := m.in(u)
			total, whole = total+v, whole && ok
		}
		if whole {
			return total, u, total <= 1e6
		}
		switch {
		case u >= quarter:
			u = month
		case u == week || u == month:
			u = day
		case u == day || u == hour:
			u = minute
		default:
			return 0, u, false
		}
	}
}

// in is the measure in whole units; ok is false where they do not go into it.
func (m measure) in(u unit) (n int, ok bool) {
	times := 0
	switch {
	case u == m.unit:
		times = 1
	case u.months() > 0 && m.unit.months() > 0:
		if times = m.unit.months() / u.months(); times == 0 {
			return 0, false
		}
	case u == day && m.unit == week:
		times = 7
	case u == day && m.unit == month:
		times = 30
	case u == hour && m.unit == day:
		times = 24
	case u == minute && m.unit == hour:
		times = 60
	case u == minute && m.unit == day:
		times = 24 * 60
	default:
		return 0, false
	}
	v := numeral.Value{Coef: m.Coef * uint64(times), Exp: m.Exp}
	for v.Exp < 0 && v.Coef%10 == 0 {
		v = numeral.Value{Coef: v.Coef / 10, Exp: v.Exp + 1}
	}
	return v.Int()
}

// bareUnit reads a unit with no number, one of them: неделю назад, через год, в течение месяца; в день as a rate.
func (r *reader) bareUnit(i int) (e expr, ok bool) {
	word, u := r.word(i), r.unit(i)
	if u == noUnit || can(word, lex.TimeUnit, lex.Adj) || short(word.Key) || r.numberBefore(i) || r.capital(i) && !r.opens(i) {
		return e, false
	}
	g := word.GramOf(lex.TimeUnit)
	if g&lex.Sing == 0 && !strings.HasPrefix(word.Key, "сут") || g&lex.Plur != 0 && hasStem(r.key(i-1), "долги", "многи", "ряд") {
		return r.many(i, g)
	}
	if u == weekend {
		return e, false
	}
	e = expr{first: i, last: i + 1, form: length}
	e.min.add(measure{Value: one, unit: u})
	if next := i + 1; r.key(next) == "с" && r.key(next+1) == "половиной" { // час с половиной
		e.min.parts[0].Value, e.last = numeral.Value{Coef: 15, Exp: -1}, next+2
	} else if m, after, ok := r.measure(next+1, true); ok && r.key(next) == "и" && m.unit < u { // года и девяти месяцев
		e.min.add(m)
		e.last = after
	}
	e.max = e.min
	if r.counts(&e) {
		return e, true
	}
	if r.ofBirth(e.last) {
		return e, false
	}
	return e, r.whole || r.rate(&e) || r.lasts(&e, g)
}

// rate makes a set of a unit something is counted by: 100 рублей в день, раз в год, месяц в году.
func (r *reader) rate(e *expr) bool {
	i := e.first
	if r.key(i-1) != "в" {
		return false
	}
	word := r.word(i)
	times := strings.HasPrefix(r.key(i-2), "раз")
	switch {
	case times:
	case !word.Can(lex.Acc) && !(word.Key == "году" && r.unit(i-2) != noUnit):
		return false
	case r.is(e.last, ',') && strings.HasPrefix(r.key(e.last+1), "ко"), r.governs(e.last):
		return false
	case i-2 < r.first || r.has(i-2, parse.Punct) && !r.is(i-2, '%') && !r.is(i-2, ')') && !r.is(i-2, '.'):
		return false
	}
	e.form = repeated
	return true
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
	if m, ok := inexact(k); ok && m != 0 {
		return true
	}
	switch k {
	case "течение", "течении", "протяжении", "продолжение":
		return true
	case "за", "на":
		return g&lex.Acc != 0 && (u != day || !r.governs(e.last) || r.key(i) == "сутки")
	case "весь", "всю", "целый", "целую", "целые", "полный", "ровно", "еще", "каждый", "каждую", "каждые", "каждые сутки", "один", "одну":
		return g&lex.Acc != 0
	case "к":
		return r.key(i) == "году" && r.governs(e.last)
	}
	prev := r.word(i - 1)
	switch {
	case u == week:
		return r.key(i) == "неделю" && k != "в"
	case r.key(i) == "сутки":
		return !prev.Is(lex.Ordinal) && k != "в"
	case strings.HasPrefix(k, "кажд"):
		return true
	case u == minute || u == second || u == day || u == century || g&lex.Acc == 0:
		return false
	}
	return penal(r.key(e.last)) || prev.Can(lex.Verb) || prev.Can(lex.Infinitive) || prev.Can(lex.Gerund)
}

// penal tells whether a noun is a punishment that is measured in time.
func penal(key string) bool {
	for _, s := range [...]string{"лишен", "огранич", "тюрьм", "тюрем", "колони", "арест", "исправительн", "условно", "заключен", "обязательн", "принудительн"} {
		if strings.HasPrefix(key, s) {
			return true
		}
	}
	return false
}

// many reads a plural unit with no number: в течение десятилетий, растянуться на годы, годами.
func (r *reader) many(i int, g lex.Gram) (e expr, ok bool) {
	word, u := r.word(i), r.unit(i)
	e = expr{first: i, last: i + 1, form: length}
	e.min.add(measure{unit: u, vague: true})
	e.max = e.min
	if n, next, _, ok := r.count(i + 1); ok && g&lex.Gen != 0 && r.unit(next) == noUnit && !r.counted(next) && !r.numberBefore(i) {
		e.min.parts[0] = measure{Value: n, unit: u} // лет тридцать
		e.max, e.last, e.mod = e.min, next, Approx
		return e, !r.age(&e)
	}
	switch k := r.key(i - 1); {
	case !r.free(i - 1):
	case strings.HasPrefix(k, "долги"), strings.HasPrefix(k, "многи"), k == "ряда", k == "ряд", strings.HasPrefix(k, "считан"):
		e.first--
		return e, true
	case k == "течение", k == "течении", k == "протяжении":
		return e, true
	case k == "на" && word.Key == "днях":
		e.first, e.form = i-1, someday
		return e, true
	case k == "на":
		return e, u > day && can(r.word(i), lex.TimeUnit, lex.Acc) && !r.governs(i+1)
	case k == "спустя" && u > day && !r.governs(i+1): // спустя годы
		e.first, e.form = i-1, someday
		return e, true
	}
	return e, r.whole || u > hour && g&lex.Ins != 0 && g&^(lex.POS|lex.Ins|lex.Plur|lex.Genders|lex.Inan) == 0
}

// numberBefore tells whether a number stands right before token i.
func (r *reader) numberBefore(i int) bool {
	return (r.has(i-1, parse.Number) || r.word(i-1).Is(lex.Cardinal|lex.Vague|lex.Ordinal))
}

// those reads последние and its like before a plural or a number: последние 30 лет, в ближайшие дни, в прошлом.
func (r *reader) those(i int) (e expr, ok bool) {
	word := r.word(i)
	v, _ := word.Value(lex.RelAdj)
	j := i + 1
	if a, next, ok := r.amount(j); ok && v != relThat && v != 0 {
		return expr{first: i, last: next, form: length, min: a, max: a}, true
	}
	u := r.unit(j)
	if word.Key == "сей" && u == day && r.key(i-1) == "по" && r.free(i-1) {
		return expr{first: i - 1, last: j + 1, form: present}, true
	}
	if u == noUnit || !agree(word, r.word(j), lex.TimeUnit, lex.Sing|lex.Plur) {
		return r.pastOrFuture(i)
	}
	e = expr{first: i, last: j + 1, form: length}
	plural := word.GramOf(lex.RelAdj)&lex.Sing == 0 && !strings.HasPrefix(r.key(j), "сут")
	switch {
	case plural && (v == relLast || v < 0):
		e.form = past
	case v == relNearest || plural && v == 1:
		e.form = future
	case plural && v == relFollowing:
		e.form = someday
	case v == relLast && word.Can(lex.Acc) || v == -1 && !plural && r.key(j) == "сутки":
		e.min.add(measure{Value: one, unit: u})
		e.max = e.min
		return e, u != day || strings.HasPrefix(r.key(j), "сут")
	default:
		return e, false
	}
	e.clock = u < day
	return e, true
}

// pastOrFuture reads в прошлом, в ближайшем будущем.
func (r *reader) pastOrFuture(i int) (e expr, ok bool) {
	e = expr{first: i, last: i + 1}
	switch r.key(i) {
	case "прошлом":
		e.form = past
	case "будущем":
		e.form = future
	default:
		return e, false
	}
	switch r.key(i - 1) {
	case "ближайшем", "недалеком", "недавнем", "скором", "далеком", "обозримом":
		e.first--
	}
	return e, r.whole || r.key(e.first-1) == "в" && !r.agreesLoc(i+1)
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

// lasting reads adjectives made of an amount: двухлетний, 12-часовой, многолетний, месячный.
func (r *reader) lasting(i int) (e expr, ok bool) {
	e = expr{first: i, last: i + 1, form: length}
	var v numeral.Value
	vague := false
	key := r.key(i)
	if n, size := r.number(i); size > 0 && n > 0 && adjectiveUnit(r.key(i+1), true) != noUnit { // 4 месячного
		e.last++
		e.min.add(measure{Value: numeral.Int(uint64(n)), unit: adjectiveUnit(r.key(i+1), true)})
		e.max = e.min
		return e, r.whole || r.lastsNoun(e.last)
	}
	if r.has(i, parse.Number) {
		n, size := r.number(i)
		j := i + 1
		if size == 0 || !r.dash(j) || !r.joined(j) || r.joinedNumber(i) {
			return e, false
		}
		if j++; r.key(j) == "ти" || r.key(j) == "и" || r.key(j) == "х" { // 24-х часовой
			j++
		} else if !r.joined(j) {
			return e, false
		}
		v, key, e.last = numeral.Int(uint64(n)), r.key(j), j+1
	} else {
		if !r.has(i, parse.Word) || len(key) < 14 || r.word(i).Class&opening&^lex.Ordinal != 0 {
			return e, false
		}
		if rest, found := strings.CutPrefix(key, "много"); found {
			vague, key = true, rest
		} else if n, rest, found := numeral.Joined(key); found {
			v, key = n, rest
		} else {
			v = one
		}
	}
	u := adjectiveUnit(key, v == one && e.last == i+1)
	if u == noUnit || e.last == i+1 && !r.word(i).Can(lex.Adj) {
		return e, false
	}
	e.min.add(measure{v, u, vague})
	if v == (numeral.Value{Coef: 5, Exp: -1}) {
		e.min.parts[0], _ = halfUnit("пол", u)
	}
	e.max = e.min
	if v == one && e.last == i+1 && !vague && rated(r.key(e.last)) { // месячная посещаемость
		e.form = repeated
	}
	return e, r.whole || r.lastsNoun(e.last)
}

// rated tells whether a noun is what is counted by the day or the month.
func rated(key string) bool {
	return hasStem(key, "посещаем", "аудитор", "доход", "выручк", "оклад", "зарплат", "заработ", "норм", "объем", "потреблен", "прибыл",
		"оборот", "максимум", "минимум", "лимит", "плат", "прирост")
}

// adjectiveUnit is the unit an adjective ends in; alone it needs no number: месячный.
func adjectiveUnit(key string, alone bool) unit {
	stem := key[:max(0, len(key)-4)]
	if strings.HasSuffix(key, "его") || strings.HasSuffix(key, "ему") || strings.HasSuffix(key, "ого") || strings.HasSuffix(key, "ому") ||
		strings.HasSuffix(key, "ими") || strings.HasSuffix(key, "ыми") {
		stem = key[:max(0, len(key)-6)]
	}
	switch stem {
	case "недельн":
		return week
	case "месячн":
		return month
	case "суточн":
		return day
	case "годичн":
		return year
	}
	if alone {
		return noUnit
	}
	switch stem {
	case "летн", "годов":
		return year
	case "дневн":
		return day
	case "часов":
		return hour
	case "минутн":
		return minute
	case "секундн":
		return second
	case "вековой", "веков":
		return century
	}
	return noUnit
}
