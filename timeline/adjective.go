package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

// lasting reads adjectives made of an amount: двухлетний, 12-часовой, многолетний, месячный.
func (r *reader) lasting(e *expr, i int) bool {
	m, upto, at, ok := r.joinedAmount(i)
	word := r.word(at)
	v, found := word.Value(lex.Lasting)
	if !ok || !found || !word.Can(lex.Adj) || r.capital(i) && !r.firstWord(i) || at > i && r.capital(at) {
		return false
	}
	alone := m.milli == 0 && !m.vague
	switch {
	case !alone:
	case v < needsNone, word.Compound: // not круглосуточный
		return false
	default:
		m.milli = 1000
	}
	m.unit = unit(v % needsNone)
	switch {
	case m.milli == 500 && m.unit == year: // полугодовой
		m = whole(6, month)
	case m.milli == 500 && m.unit == hour:
		m = whole(30, minute)
	}
	*e = expr{first: i, last: at + 1, form: length, amount: amountOf(m)}
	if upto.milli > m.milli {
		upto.unit = m.unit
		e.upto = upto
	}
	if alone && rated(r.key(at+1)) { // месячная посещаемость
		e.form = repeated
		return true
	}
	return r.whole || r.lastsNoun(at+1)
}

// joinedAmount reads the number of an adjective, in digits or in the same word, and where the adjective stands; 0 for none. Of two
// numbers upto is the second: двух-трёхлетний, 3–4-дневный.
func (r *reader) joinedAmount(i int) (m, upto measure, at int, ok bool) {
	if !r.has(i, parse.Number) {
		first, last, two := strings.Cut(r.key(i), "-")
		if m = wordAmount(first); two {
			upto = wordAmount(last)
			m.milli = 1000 * int64(valueOf(first, lex.Cardinal))
			ok = m.milli == 0
		}
		return m, upto, i, !ok
	}
	m, j, ok := r.digits(i)
	if !ok || m.milli == 0 || r.joinedNumber(i) {
		return m, upto, i, false
	}
	if !r.dash(j) || !r.joined(j) {
		return m, upto, j, !r.joined(j) && j == i+1 // 4 месячного
	}
	j++
	switch k := r.key(j); {
	case k == "ти" || k == "и" || k == "х": // 24-х часовой
		j++
	case r.has(j, parse.Number) && r.dash(j+1):
		if upto, j, ok = r.digits(j); !ok {
			return m, upto, j, false
		}
		j++
	}
	return m, upto, j, true
}

// digits reads a number in digits.
func (r *reader) digits(i int) (m measure, next int, ok bool) {
	n, ok := r.cardinal(i)
	v, fits := n.Value.Shift(3)
	milli, exact := v.Int()
	m.milli = int64(milli)
	return m, n.Last, ok && fits && exact && n.Plain
}

// wordAmount is the number an adjective begins with; 0 for none.
func wordAmount(key string) (m measure) {
	if m.vague = strings.HasPrefix(key, "много"); m.vague {
		return m
	}
	if strings.HasPrefix(key, "тысяче") {
		return whole(1000, noUnit)
	}
	v, _, found := numeral.Joined(key)
	if v, ok := v.Shift(3); ok && found {
		milli, _ := v.Int()
		m.milli = int64(milli)
	}
	return m
}

// rated tells whether a noun is what is counted by the day or the month.
func rated(key string) bool {
	return hasStem(key, "посещаем", "аудитор", "доход", "выручк", "оклад", "зарплат", "заработ", "норм", "объем", "потреблен", "прибыл",
		"оборот", "максимум", "минимум", "лимит", "плат", "прирост")
}
