package timeline

import (
	"strconv"
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// An amount is a length of time: up to six numbers with their units, the longest first.
type amount struct {
	parts [6]measure
	n     int8
}

// A measure is a number of units; vague where it has no number.
type measure struct {
	milli int64 // thousandths
	unit  unit
	vague bool
}

// whole is n of a unit.
func whole(n int, u unit) measure { return measure{milli: 1000 * int64(n), unit: u} }

// amountOf is an amount of one measure.
func amountOf(m measure) (a amount) {
	a.add(m)
	return a
}

// add puts one more measure behind; ok is false where there is no room or it is not shorter.
func (a *amount) add(m measure) (ok bool) {
	if int(a.n) == len(a.parts) || a.n > 0 && m.unit >= a.parts[a.n-1].unit {
		return false
	}
	a.parts[a.n] = m
	a.n++
	return true
}

// unit is that of the shortest measure.
func (a *amount) unit() unit { return a.parts[a.n-1].unit }

// vague tells whether no number is told.
func (a *amount) vague() bool { return a.parts[0].vague }

// append writes the TIMEX3 value: P2M, PT2H45M, PXY.
func (a *amount) append(b []byte) []byte {
	b = append(b, 'P')
	clock := false
	for _, m := range a.parts[:a.n] {
		if m.unit < day && !clock {
			b, clock = append(b, 'T'), true
		}
		letter, times := m.unit.letter()
		if m.vague {
			b = append(b, 'X')
		} else {
			b = appendMilli(b, m.milli*times)
		}
		b = append(b, letter)
	}
	return b
}

// letter is the unit TIMEX3 counts u in, and how many of them it is.
func (u unit) letter() (letter byte, times int64) {
	switch u {
	case second:
		return 'S', 1
	case minute:
		return 'M', 1
	case hour:
		return 'H', 1
	case week:
		return 'W', 1
	case month:
		return 'M', 1
	case quarter:
		return 'M', 3
	case half:
		return 'M', 6
	case year:
		return 'Y', 1
	case decade:
		return 'Y', 10
	case century:
		return 'Y', 100
	case millennium:
		return 'Y', 1000
	}
	return 'D', 1
}

// appendMilli writes thousandths as a decimal.
func appendMilli(b []byte, v int64) []byte {
	b = strconv.AppendInt(b, v/1000, 10)
	if v %= 1000; v == 0 {
		return b
	}
	b = append(b, '.', byte('0'+v/100))
	for v = v % 100 * 10; v > 0; v = v % 100 * 10 {
		b = append(b, byte('0'+v/100))
	}
	return b
}

// halfUnit is what a word for half a unit measures: полгода is six months.
func halfUnit(key string, u unit) (measure, bool) {
	if !strings.HasPrefix(key, "пол") || u == half {
		return measure{}, false
	}
	switch u {
	case year:
		return whole(6, month), true
	case day:
		return whole(12, hour), true
	case century:
		return whole(50, year), true
	case month:
		return whole(15, day), true
	}
	return whole(30, u-1), true
}

// quarterUnit is what четверть of a unit measures: четверть века is 25 years.
func quarterUnit(u unit) (measure, bool) {
	switch u {
	case hour:
		return whole(15, minute), true
	case year:
		return whole(3, month), true
	case century:
		return whole(25, year), true
	}
	return measure{}, false
}

// amount reads an amount of time that begins with a number at token i: два года, 2 часа 45 минут, несколько дней, полгода.
func (r *reader) amount(i int) (a amount, next int, ok bool) {
	m, next, ok := r.measure(i)
	if !ok {
		return a, i, false
	}
	for a.add(m) && !m.vague && !r.pair(i) {
		k := next
		if r.key(k) == "и" || r.is(k, ',') {
			k++
		}
		var after int
		if m, after, ok = r.measure(k); !ok || r.pair(k) || m.vague || m.unit >= a.unit() || r.capital(k) {
			break
		}
		next = after
	}
	return a, r.odd(next), true
}

// pair tells whether two numbers in one word stand at token i: два-три месяца.
func (r *reader) pair(i int) bool { return strings.IndexByte(r.key(i), '-') >= 0 }

// odd passes over what says that an amount is a little longer: год с лишним, час с небольшим.
func (r *reader) odd(i int) int {
	if k := r.key(i + 1); r.key(i) == "с" && (k == "лишним" || k == "небольшим") {
		return i + 2
	}
	return i
}

// measure reads one number and its unit.
func (r *reader) measure(i int) (m measure, next int, ok bool) {
	if !r.in(i) {
		return m, i, false
	}
	word := r.word(i)
	if u := r.unit(i); u != noUnit {
		m, ok = halfUnit(word.Key, u)
		return m, i + 1, ok && u != weekend
	}
	if v, _ := word.Value(lex.Fraction); v == 1 { // quarters
		m, ok = quarterUnit(r.unit(i + 1))
		return m, i + 2, ok && !r.word(i-1).Is(lex.Ordinal) && can(r.word(i+1), lex.TimeUnit, lex.Gen|lex.Sing)
	}
	m, next, ok = r.count(i)
	if !ok {
		return m, i, false
	}
	next = r.passAdjectives(next)
	if r.key(next) == "с" && r.key(next+1) == "половиной" && r.unit(next+2) != noUnit && !m.vague { // 5 с половиной лет
		m.milli, next = m.milli+500, next+2
	}
	if m.unit = r.unit(next); !r.measures(&m, i, next) {
		return m, i, false
	}
	if next = r.stopUnit(next + 1); r.key(next) == "с" && r.key(next+1) == "половиной" && !m.vague { // час с половиной
		m.milli, next = m.milli+500, next+2
	}
	return m, next, true
}

// measures tells whether the unit at token next goes with the number at i.
func (r *reader) measures(m *measure, i, next int) bool {
	w := r.word(next)
	switch m.unit {
	case noUnit, weekend:
		return false
	case quarter:
		if !r.ofTime(i) {
			return false
		}
	case hour:
		if w.Key == "ч" && r.ofLaw(i, next) {
			return false
		}
	}
	return !(strings.HasPrefix(w.Key, "пол") && m.unit != half) && !can(w, lex.TimeUnit, lex.Adj) && (m.vague || suits(m.milli, w))
}

// ofTime tells whether quarters counted from token i are those of a year, and no blocks of houses.
func (r *reader) ofTime(i int) bool {
	switch r.key(i - 1) {
	case "за", "течение", "протяжении", "через", "спустя":
		return true
	}
	return r.whole || r.word(i-1).Is(lex.RelAdj|lex.Ordinal)
}

// ofLaw tells whether ч. at token next is a part of an article of law: ст. 29 ч. 2.
func (r *reader) ofLaw(i, next int) bool {
	return r.is(i-1, '.') || r.is(next+1, '.') && r.has(next+2, parse.Number) && r.unit(next+3) != minute
}

// suits tells whether a unit stands in a form that a number takes: 5 лет, 2 года, 21 год, but not 85 году nor 3800 г.
func suits(milli int64, w *lex.Word) bool {
	if w.Key == "г" || w.Key == "гг" {
		return false
	}
	n := milli / 1000
	switch g := w.GramOf(lex.TimeUnit); {
	case milli%1000 != 0, g&lex.Plur != 0, n == 1:
		return true
	case n%100/10 != 1 && n%10 >= 2 && n%10 <= 4:
		return g&lex.Gen != 0
	default:
		return n%10 == 1 && n%100 != 11 && g&lex.Loc == 0
	}
}

// short tells whether a unit is abbreviated.
func short(key string) bool {
	switch key {
	case "г", "ч", "мин", "сек", "сут", "мес", "нед":
		return true
	}
	return false
}

// stopUnit takes the full stop of an abbreviated unit in front of token i.
func (r *reader) stopUnit(i int) int {
	if short(r.key(i - 1)) {
		return r.stop(i)
	}
	return i
}

// count reads the number of an amount, which has no unit yet: двух, 12, 35-ти, 5,5, несколько, полтора, десятки.
func (r *reader) count(i int) (m measure, next int, ok bool) {
	if !r.in(i) {
		return m, i, false
	}
	digits := r.has(i, parse.Number)
	switch key := r.key(i); {
	case !digits && !r.word(i).Is(lex.Cardinal|lex.Scale|lex.Vague|lex.Fraction), strings.HasPrefix(key, "стольк"), digits && r.joinedNumber(i):
		return m, i, false
	}
	n, ok := r.cardinal(i)
	if !ok {
		return m, i, false
	}
	next = n.Last
	if n.Plain && r.dash(next) && r.joined(next) && r.joined(next+1) && r.key(next+1) != "" {
		switch r.key(next + 1) {
		case "ти", "х", "и", "ми", "мя":
			next += 2
		default:
			return m, i, false
		}
	}
	v, ok := n.Value.Shift(3)
	if !ok {
		return m, i, false
	}
	milli, ok := v.Int()
	return measure{milli: int64(milli), vague: n.Vague}, next, ok && milli < 9e15
}

// passAdjectives passes over what can stand between a number and its unit: десять последних лет, три рабочих дня.
func (r *reader) passAdjectives(i int) int {
	for range 2 {
		w := r.word(i)
		if r.unit(i) == weekend && r.unit(i+1) == day { // три выходных дня
			return i + 1
		}
		if w.Class&(lex.TimeUnit|lex.Ordinal|lex.Month|lex.Weekday) != 0 || !w.Can(lex.Adj|lex.Plur) || r.unit(i+1) == noUnit && r.unit(i+2) == noUnit {
			return i
		}
		i++
	}
	return i
}
