package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
)

// lasting reads adjectives made of an amount: двухлетний, 12-часовой, многолетний, месячный.
func (r *reader) lasting(e *expr, i int) bool {
	m, key, next, ok := r.joinedAmount(i)
	if !ok {
		return false
	}
	alone := next == i+1 && !m.vague && m.milli == 0
	if m.unit = adjectiveUnit(key, alone || next > i+1 && !r.dash(i+1)); m.unit == noUnit || next == i+1 && !r.word(i).Can(lex.Adj) {
		return false
	}
	switch {
	case alone:
		m.milli = 1000
	case m.milli == 500 && m.unit == year: // полугодовой
		m = whole(6, month)
	case m.milli == 500 && m.unit == hour:
		m = whole(30, minute)
	}
	*e = expr{first: i, last: next, form: length, amount: amountOf(m)}
	if alone && rated(r.key(next)) { // месячная посещаемость
		e.form = repeated
	}
	return r.whole || r.lastsNoun(next)
}

// joinedAmount reads the number of an adjective, with a hyphen or in one word, and what is left of the word; 0 for none.
func (r *reader) joinedAmount(i int) (m measure, rest string, next int, ok bool) {
	n, size := r.number(i)
	if size == 0 {
		key := r.key(i)
		if adjectiveStem(key) == "" {
			return m, "", i, false
		}
		if rest, m.vague = strings.CutPrefix(key, "много"); m.vague {
			return m, rest, i + 1, true
		}
		v, rest, found := numeral.Joined(key)
		if !found {
			return m, key, i + 1, strings.HasPrefix(key, adjectiveStem(key)) // not круглосуточный
		}
		v, ok = v.Shift(3)
		milli, whole := v.Int()
		m.milli = int64(milli)
		return m, rest, i + 1, ok && whole && milli > 0
	}
	m = whole(n, noUnit)
	j := i + 1
	if r.dash(j) && r.joined(j) {
		if j++; r.key(j) == "ти" || r.key(j) == "и" || r.key(j) == "х" { // 24-х часовой
			return m, r.key(j + 1), j + 2, n > 0
		}
		return m, r.key(j), j + 1, n > 0 && r.joined(j) && !r.joinedNumber(i)
	}
	return m, r.key(j), j + 1, n > 0 && !r.joined(j) // 4 месячного
}

// rated tells whether a noun is what is counted by the day or the month.
func rated(key string) bool {
	return hasStem(key, "посещаем", "аудитор", "доход", "выручк", "оклад", "зарплат", "заработ", "норм", "объем", "потреблен", "прибыл",
		"оборот", "максимум", "минимум", "лимит", "плат", "прирост")
}

// adjectiveUnit is the unit an adjective ends in; alone it needs no number: месячный.
func adjectiveUnit(key string, alone bool) unit {
	switch s := adjectiveStem(key); s {
	case "недельн":
		return week
	case "месячн":
		return month
	case "суточн":
		return day
	case "годичн":
		return year
	case "летн", "годов", "дневн", "часов", "минутн", "секундн", "веков":
		if alone {
			return noUnit
		}
		switch s {
		case "дневн":
			return day
		case "часов":
			return hour
		case "минутн":
			return minute
		case "секундн":
			return second
		case "веков":
			return century
		}
		return year
	}
	return noUnit
}

// The stems end in н or в: what their last bytes are in UTF-8 rules most words out.
const (
	lastByteOfN = 'н'&0x3f | 0x80
	lastByteOfV = 'в'&0x3f | 0x80
)

// adjectiveStem is the last part of an adjective that tells how long something lasts, without its ending of two or three letters;
// "" for any other word.
func adjectiveStem(key string) string {
	for _, ending := range [...]int{4, 6} {
		if len(key) < ending+8 {
			break
		}
		if c := key[len(key)-ending-1]; c != lastByteOfN && c != lastByteOfV {
			continue
		}
		if s := lastingStem(key[:len(key)-ending]); s != "" {
			return s
		}
	}
	return ""
}

// lastingStem is the one of its stems that s ends in.
func lastingStem(s string) string {
	switch s[len(s)-4:] {
	case "тн":
		return suffixOf(s, "летн", "минутн")
	case "вн":
		return suffixOf(s, "дневн")
	case "ьн":
		return suffixOf(s, "недельн")
	case "чн":
		return suffixOf(s, "месячн", "суточн", "годичн")
	case "дн":
		return suffixOf(s, "секундн")
	case "ов":
		return suffixOf(s, "часов", "годов", "веков")
	}
	return ""
}

// suffixOf is the suffix that s has.
func suffixOf(s string, suffixes ...string) string {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return x
		}
	}
	return ""
}
