package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
)

// lasting reads adjectives made of an amount: двухлетний, 12-часовой, многолетний, месячный.
func (r *reader) lasting(e *expr, i int) bool {
	m, at, ok := r.joinedAmount(i)
	word := r.word(at)
	v, found := word.Value(lex.Lasting)
	if !ok || !found || !word.Can(lex.Adj) || at > i && r.capital(at) {
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
	if alone && rated(r.key(at+1)) { // месячная посещаемость
		e.form = repeated
	}
	return r.whole || r.lastsNoun(at+1)
}

// joinedAmount reads the number of an adjective, in digits or in the same word, and where the adjective stands; 0 for none.
func (r *reader) joinedAmount(i int) (m measure, at int, ok bool) {
	n, size := r.number(i)
	if size == 0 {
		return wordAmount(r.key(i)), i, true
	}
	m = whole(n, noUnit)
	j := i + 1
	if !r.dash(j) || !r.joined(j) {
		return m, j, n > 0 && !r.joined(j) // 4 месячного
	}
	if j++; r.key(j) == "ти" || r.key(j) == "и" || r.key(j) == "х" { // 24-х часовой
		return m, j + 1, n > 0 && !r.joinedNumber(i)
	}
	return m, j, n > 0 && r.joined(j) && !r.joinedNumber(i)
}

// wordAmount is the number an adjective begins with; 0 for none.
func wordAmount(key string) (m measure) {
	if m.vague = strings.HasPrefix(key, "много"); m.vague {
		return m
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
