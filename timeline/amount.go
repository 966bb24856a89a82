package timeline

import (
	"strconv"
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

// An amount is a length of time: up to four numbers with their units, the longest first.
type amount struct {
	parts [4]measure
	n     int
}

// A measure is a number of units; vague where it has no number.
type measure struct {
	numeral.Value
	unit  unit
	vague bool
}

// add puts one more measure behind; ok is false where there is no room or it is not shorter.
func (a *amount) add(m measure) bool {
	if a.n == len(a.parts) || a.n > 0 && m.unit >= a.parts[a.n-1].unit {
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
		letter, times := m.unit.letter()
		if m.unit < day && !clock {
			b, clock = append(b, 'T'), true
		}
		if m.vague {
			b = append(b, 'X')
		} else {
			b = appendValue(b, m.Value, times)
		}
		b = append(b, letter)
	}
	return b
}

// letter is the unit TIMEX3 counts u in, and how many of them it is.
func (u unit) letter() (letter byte, times uint64) {
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

// appendValue writes a decimal times n.
func appendValue(b []byte, v numeral.Value, n uint64) []byte {
	coef, exp := v.Coef, v.Exp
	for ; n >= 10; n /= 10 {
		exp++
	}
	s := strconv.FormatUint(coef*n, 10)
	if exp >= 0 {
		return append(append(b, s...), strings.Repeat("0", exp)...)
	}
	for len(s) <= -exp {
		s = "0" + s
	}
	b = append(append(append(b, s[:len(s)+exp]...), '.'), s[len(s)+exp:]...)
	b = []byte(strings.TrimRight(string(b), "0"))
	return []byte(strings.TrimSuffix(string(b), "."))
}

// halfWords are the words for half a unit, by the unit: полгода is six months.
func halfUnit(key string, u unit) (measure, bool) {
	if !strings.HasPrefix(key, "пол") || u == half {
		return measure{}, false
	}
	m := measure{Value: numeral.Int(30), unit: u - 1}
	switch u {
	case year:
		m.Value, m.unit = numeral.Int(6), month
	case day:
		m.Value, m.unit = numeral.Int(12), hour
	case century:
		m.Value, m.unit = numeral.Int(50), year
	case month:
		m.Value, m.unit = numeral.Int(15), day
	}
	return m, true
}

// amount reads an amount of time that begins with a number at token i: два года, 2 часа 45 минут, несколько дней, полгода.
func (r *reader) amount(i int) (a amount, next int, ok bool) {
	for next = i; ; {
		m, after, ok := r.measure(next, next > i)
		if !ok || !a.add(m) {
			return a, next, a.n > 0
		}
		next = after
		k := next
		if r.key(k) == "и" || r.is(k, ',') {
			k++
		}
		if _, _, ok := r.measure(k, true); !ok {
			return a, next, true
		}
		if k > next {
			if m, _, _ := r.measure(k, true); m.unit >= a.unit() {
				return a, next, true
			}
			next = k
		}
	}
}

// measure reads one number and its unit. A number may be left out behind и: года и девяти месяцев.
func (r *reader) measure(i int, more bool) (m measure, next int, ok bool) {
	if !r.in(i) {
		return m, i, false
	}
	word := r.word(i)
	if u := r.unit(i); u != noUnit && u != weekend {
		m, ok = halfUnit(word.Key, u)
		return m, i + 1, ok
	}
	n, next, vague, ok := r.count(i)
	if !ok {
		return m, i, false
	}
	next = r.passAdjectives(next)
	u := r.unit(next)
	if u == noUnit || u == weekend || strings.HasPrefix(r.key(next), "пол") && u != half || can(r.word(next), lex.TimeUnit, lex.Adj) ||
		!vague && !suits(n, r.word(next)) || u == quarter && !r.ofTime(i) || r.key(next) == "ч" && r.ofLaw(i, next) {
		return m, i, false
	}
	m = measure{n, u, vague}
	if next = r.stopUnit(next + 1); r.key(next) == "с" && r.key(next+1) == "половиной" && !vague { // час с половиной
		if sum, ok := m.Add(numeral.Value{Coef: 5, Exp: -1}); ok {
			m.Value, next = sum, next+2
		}
	}
	return m, next, true
}

// ofTime tells whether quarters counted from token i are those of a year, and no blocks of houses.
func (r *reader) ofTime(i int) bool {
	switch r.key(i - 1) {
	case "за", "течение", "протяжении", "через", "спустя":
		return true
	}
	return r.word(i - 1).Is(lex.RelAdj | lex.Ordinal)
}

// ofLaw tells whether ч. at token next is a part of an article of law: ст. 29 ч. 2.
func (r *reader) ofLaw(i, next int) bool {
	_, size := r.number(next + 2)
	return r.is(i-1, '.') || r.is(next+1, '.') && size > 0 && r.unit(next+3) != minute
}

// suits tells whether a unit stands in a form that a number takes: 5 лет, 2 года, 21 год, but not 85 году nor 3800 г.
func suits(n numeral.Value, w *lex.Word) bool {
	if w.Key == "г" || w.Key == "гг" {
		return false
	}
	v, whole := n.Int()
	switch g := w.GramOf(lex.TimeUnit); {
	case !whole, short(w.Key), g&lex.Plur != 0, v == 1:
		return true
	case v%100/10 != 1 && v%10 >= 2 && v%10 <= 4:
		return g&lex.Gen != 0
	default:
		return v%10 == 1 && v%100 != 11 && g&lex.Loc == 0
	}
}

// short tells whether a unit is abbreviated.
func short(key string) bool {
	switch key {
	case "г", "гг", "ч", "мин", "сек", "сут", "мес", "нед":
		return true
	}
	return false
}

// stopUnit takes the full stop of an abbreviated unit in front of token i, unless it ends the sentence.
func (r *reader) stopUnit(i int) int {
	if short(r.key(i - 1)) {
		return r.stop(i)
	}
	return i
}

// count reads the number of an amount: двух, 12, 35-ти, 5,5, несколько, полтора, десятки.
func (r *reader) count(i int) (v numeral.Value, next int, vague, ok bool) {
	if !r.in(i) {
		return v, i, false, false
	}
	t := &r.tok[i]
	if t.Kind() != parse.Number && !t.Word().Is(lex.Cardinal|lex.Scale|lex.Vague|lex.Fraction) {
		if t.Kind() == parse.Word {
			switch t.Key() {
			case "много":
				return v, i + 1, true, true
			}
		}
		return v, i, false, false
	}
	if t.Kind() == parse.Number && r.partOfLonger(i) && r.joinedNumber(i) {
		return v, i, false, false
	}
	n, ok := r.num.Cardinal(i)
	if !ok || n.Scaled && n.Vague || strings.HasPrefix(t.Key(), "стольк") {
		return v, i, false, false
	}
	next = n.Last
	if n.Plain && r.dash(next) && r.joined(next) && r.joined(next+1) && r.key(next+1) != "" {
		switch r.key(next + 1) {
		case "ти", "х", "и", "ми", "мя", "го", "й":
			next += 2
		default:
			return v, i, false, false
		}
	}
	return n.Value, next, n.Vague, true
}

// passAdjectives passes over what can stand between a number and its unit: десять последних лет, три рабочих дня.
func (r *reader) passAdjectives(i int) int {
	for k := 0; k < 2; k++ {
		w := r.word(i)
		if w.Class&lex.TimeUnit != 0 || w.Class&(lex.Ordinal|lex.Month|lex.Weekday) != 0 || !w.Can(lex.Adj|lex.Plur) || r.unit(i+1) == noUnit && r.unit(i+2) == noUnit {
			return i
		}
		i++
	}
	return i
}
