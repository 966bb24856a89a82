package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// yearWord tells whether token i is the noun of a year that stands behind its number: год, г., гг., годов; next is behind it.
func (r *reader) yearWord(i int) (next int, ok bool) {
	switch key := r.key(i); {
	case key == "г" || key == "гг":
		next = r.stop(i + 1)
		if r.key(next) == "г" && next > i+1 { // г.г.
			next = r.stop(next + 1)
		}
		return next, true
	case strings.HasPrefix(key, "год"):
		return i + 1, r.unit(i) == year
	case hasStem(key, "учебн", "финансов", "отчетн", "хозяйственн") && strings.HasPrefix(r.key(i+1), "год"):
		return i + 2, r.unit(i+1) == year
	}
	return i, false
}

// year reads a year that begins at token i. Behind a month or a season (tail) a number alone is one.
func (r *reader) year(i int, tail bool) (w when, next int, ok bool) {
	v, size := r.number(i)
	ordinal := false
	next = i + 1
	n, after, g, found := r.ordinal(i, false)
	if found {
		if g&lex.Sing == 0 || g&lex.Masc == 0 || n > 9999 {
			return w, i, false
		}
		v, next, ordinal = n, after, true
	} else if size == 0 {
		return w, i, false
	}
	w = when{has: hasYear, year: v}
	behind, named := r.yearWord(next)
	era, _ := r.era(behind)
	switch {
	case named && r.named(i, v, size, next, ordinal, tail || era > behind):
		next = behind
	case tail && r.tailYear(i, v, size, next, ordinal):
	case !tail && r.bareYear(i, v, size, next, ordinal, g):
	default:
		return w, i, false
	}
	last, bc := r.era(next)
	if bc {
		w.year = 1 - v
	}
	if w.year > 0 && v < 100 && last == next {
		w.has |= hasShort
	}
	return w, last, true
}

// named tells whether the number of tokens i to next, with the noun behind it, is a year and no amount: в 22 году, but 22 года.
func (r *reader) named(i, v, size, next int, ordinal, tail bool) bool {
	if v == 0 && size < 2 || r.key(next+1) == "жизни" || strings.HasPrefix(r.key(next+1), "рожден") && v < 100 {
		return false
	}
	if ordinal {
		return v >= 10 || tail
	}
	if r.joinedNumber(i) {
		return false
	}
	key := r.key(next)
	switch {
	case key == "г" && v > 0 && r.ofEra(r.stop(next+1)):
		return !r.groups(i)
	case key == "г" || key == "гг":
		grams := !r.whole && !r.is(next+1, '.') && r.governs(next+1) && !r.takesYear(i) && !tail
		return (size == 4 || tail && size == 3) && v >= 1000 && v <= 2999 && !r.groups(i) && !grams
	case size == 4 && v >= 1000 && v < 3000:
		return !r.groups(i)
	case tail:
		return true
	case key == "год" || key == "года" || key == "годы":
		return v >= 100 && size == 3 && !agrees(v, key) && !r.groups(i)
	}
	return size == 2 && v > 9 && key == "году" && r.key(i-1) != "к" && r.key(i-1) != "по" || v >= 100 && size == 3
}

// agrees tells whether a noun in the nominative or its form behind 2 to 4 suits a number: 1 год, 22 года.
func agrees(n int, key string) bool {
	teen := n/10%10 == 1
	if strings.HasSuffix(key, "а") {
		return !teen && n%10 >= 2 && n%10 <= 4
	}
	return !teen && n%10 == 1
}

// tailYear tells whether a number behind a month is a year: май 2014, в мае 45-го.
func (r *reader) tailYear(i, v, size, next int, ordinal bool) bool {
	if ordinal {
		return v >= 1000 || v >= 10 && (size > 0 || next > i+1)
	}
	return size == 4 && v >= 1000 && v <= 2999 && !r.joins(next) && !r.counted(next)
}

// bareYear tells whether a number that stands without its noun is a year: в 1976 — поступил, (1994, 1997), в двадцать втором.
func (r *reader) bareYear(i, v, size, next int, ordinal bool, g lex.Gram) bool {
	if r.whole && r.last == next {
		return v >= 1000 && v <= 2999 || ordinal && v >= 10 && v < 100
	}
	if !r.joinedNumber(i) && size == 4 && r.yearRange(i, v) {
		return true
	}
	if r.joinedNumber(i) || r.joins(next) || (!ordinal || v < 1000) && r.counted(next) || r.groups(i) {
		return false
	}
	if k := r.key(next); (k == "до" || k == "по" || r.dash(next)) && r.has(next+1, parse.Number) && r.counted(next+2) && r.unit(next+2) != year {
		return false // с 1500 до 2000 рублей, до 1750—1800 человек
	}
	if ordinal {
		if r.unit(next) != noUnit || r.nthOfList(next) { // 1000-й день, на 15-й и 88-й минутах
			return false
		}
		if w := r.word(next); nominal(w) && !r.capital(next) && modifies(g, w) && !(r.key(i-1) == "по" && r.key(i-2) == "го" && size == 4) { // с 1934-го по 1998-й завод
			return false // 80-ю годовщину, but в 2014-м завод
		}
		if _, _, days := r.dayMonth(next + 1); days && r.key(next) == "и" {
			return false // с 20-го и 21-го числа
		}
		return v >= 1000 && v <= 2100 && (size > 0 || r.takesYear(i)) || v >= 10 && v < 100 && next > i+1 && r.takesYear(i)
	}
	if size != 4 || v < 1000 || v > 2100 {
		return false
	}
	if i == r.first && (next == r.last || r.is(next, '.') && next+1 == r.last || v >= 1700 && (r.heads(next) || r.monthBehind(next))) {
		return true // a heading, or the head of a line: 2014 — …
	}
	if r.seasonBefore(i) || r.bracketed(i, next) || r.is(i-1, ',') && (next == r.last || r.is(next, '»')) { // a caption: Озёрск, 1980
		return true
	}
	if v%100 == 0 {
		return r.takesYear(i) && r.key(i-1) != "до" && r.key(i-1) != "от"
	}
	return r.takesYear(i) && (v >= 1700 || r.key(i-1) == "в")
}

// nthOfList tells whether ordinals follow from token i on, in a list whose noun behind them is no year: и 88-й минутах.
func (r *reader) nthOfList(i int) bool {
	for range maxLent {
		if k := r.key(i); k != "и" && k != "или" && !r.is(i, ',') {
			return false
		}
		_, after, _, ok := r.ordinal(i+1, false)
		if !ok {
			return false
		}
		if u := r.unit(after); u != noUnit || nominal(r.word(after)) {
			return u != year
		}
		i = after
	}
	return false
}

// monthBehind tells whether a comma and a month or a season stand at token i, with the mark behind that ends the head of a line: 1703, май: …
func (r *reader) monthBehind(i int) bool {
	return r.is(i, ',') && can(r.word(i+1), lex.Month|lex.Season, lex.Noun|lex.Nom) && (r.heads(i+2) || r.whole && i+2 == r.last)
}

// modifies tells whether an ordinal can belong to a noun, or to an adjective before it.
func modifies(ordinal lex.Gram, w *lex.Word) bool {
	for _, x := range w.Readings {
		both := ordinal
		if both&lex.Gen != 0 && x.Gram()&lex.Anim == 0 {
			both &^= lex.Acc // 2010-го коня, but с 2010-го завод
		}
		if g := x.Gram() & both; g&lex.Cases != 0 && g&lex.Numbers != 0 && (g&lex.Genders != 0 || x.Gram()&lex.Genders == 0) {
			return true
		}
	}
	return false
}

// yearRange tells whether a year stands behind that at i, told in digits too: 2003—2011, 2016/17.
func (r *reader) yearRange(i, v int) bool {
	if !r.dash(i+1) && !r.is(i+1, '/') || v < 1800 && !r.whole || v > 2200 {
		return false
	}
	_, next, ok := r.yearBehind(i+2, v, !r.dash(i+1))
	if w := r.word(next); next == i+3 && r.counted(next) && w.Can(lex.Plur|lex.Gen) && (r.key(i-1) != "в" || w.Is(lex.Currency|lex.Scale|lex.TimeUnit)) {
		return false // 1800–1900 человек
	}
	return ok && (r.whole || r.joined(i+2) || next > i+3)
}

// yearBehind reads the second year of a range in digits, whose first one is v: 2011, 98, 17.
func (r *reader) yearBehind(i, v int, slash bool) (y, next int, ok bool) {
	y, size := r.number(i)
	switch {
	case r.joins(i+1) && r.key(i+1) != "г" && r.key(i+1) != "гг":
		return 0, i, false
	case r.counted(i+1) && r.unit(i+1) != year && !r.joined(i):
		return 0, i, false
	case size == 2 && r.joined(i) && y > v%100 && y <= v%100+maxYears:
		y += v / 100 * 100
	case size != 4 || y <= v || y > 2200:
		return 0, i, false
	}
	if slash && y != v+1 {
		return 0, i, false
	}
	next = i + 1
	if behind, ok := r.yearWord(next); ok {
		next = behind
	}
	return y, next, true
}

// maxYears is how many years lie between two told as 1941–45.
const maxYears = 50

// born tells whether р. or род. ends at token i: (род. 1993).
func (r *reader) born(i int) bool {
	return r.is(i, '.') && (r.key(i-1) == "р" || r.key(i-1) == "род")
}

// bracketed tells whether the number at i stands in brackets between two marks: (2008), (1994, 1997), (1903 — физика, 1911 — химия),
// (? — 1944), (род. 1993).
func (r *reader) bracketed(i, next int) bool {
	after := r.is(next, ')') || r.is(next, ',') || r.is(next, ';') || r.dash(next)
	if !after || !r.is(i-1, '(') && !r.is(i-1, ',') && !r.is(i-1, ';') && !r.dash(i-1) && !r.born(i-1) {
		return false
	}
	depth := 0
	for k := i - 1; k >= i-maxBracketed && r.in(k) && depth >= 0; k-- {
		if r.is(k, ')') {
			depth++
		} else if r.is(k, '(') {
			depth--
		}
	}
	return depth < 0
}

// maxBracketed is how far back the bracket is looked for.
const maxBracketed = 40

// takesYear tells whether a preposition in front of token i can stand before a year.
func (r *reader) takesYear(i int) bool {
	switch r.key(i - 1) {
	case "в", "с", "со", "c", "к", "до", "по", "от", "после", "на", "за":
		return true
	}
	return r.word(i - 1).Is(lex.Edge)
}

// joinedNumber tells whether something right in front of the number at i makes it a part of a longer one or of a name.
func (r *reader) joinedNumber(i int) bool {
	if !r.joined(i) {
		return false
	}
	p := &r.tok[i-1]
	switch {
	case p.Kind() == parse.Word:
		return i-2 >= r.first || r.key(i-1) != "с"
	case p.Is('('), p.Is('['), p.Is('«'), p.Is('"'), p.Is('„'), p.Is('“'):
		return false
	case p.Dash() && r.seasonBefore(i):
		return false
	case p.Dash():
		return i-2 < r.first || r.joined(i-1) && r.has(i-2, parse.Word) && r.tok[i-2].Word().Class&lex.Month == 0 && r.tok[i-2].Word().Class&lex.TimeUnit == 0
	case p.Is('/'):
		return i-2 < r.first || !r.has(i-2, parse.Number)
	case p.Is(':'): // Дата:29.08.2007
		return i-2 < r.first || !r.has(i-2, parse.Word)
	}
	return true
}

// seasonBefore tells whether сезон and a hyphen stand in front of token i: сезон-2021/22.
func (r *reader) seasonBefore(i int) bool {
	return r.joined(i) && r.joined(i-1) && r.dash(i-1) && hasStem(r.key(i-2), "сезон") && !strings.HasPrefix(r.key(i-2), "сезонн")
}

// afterSeason tells whether сезон stands in front of token i, with a hyphen between or without.
func (r *reader) afterSeason(i int) bool {
	return r.whole || r.seasonBefore(i) || hasStem(r.key(i-1), "сезон") && !strings.HasPrefix(r.key(i-1), "сезонн")
}

// joins tells whether the token at i stands right behind a number and makes it a part of something longer.
func (r *reader) joins(i int) bool {
	if !r.joined(i) {
		return false
	}
	t := &r.tok[i]
	switch {
	case t.Kind() == parse.Word, t.Kind() == parse.Number, t.Kind() == parse.Symbol:
		return true
	case t.Dash():
		return r.joined(i+1) && r.has(i+1, parse.Word) && r.word(i+1).Class&lex.Month == 0
	case t.Is('.'), t.Is(','), t.Is(':'), t.Is('/'):
		_, size := r.number(i + 1)
		return size > 0 && r.joined(i+1)
	}
	return false
}

// counted tells whether the token at i is something that a number in front of it counts.
func (r *reader) counted(i int) bool {
	if !r.in(i) {
		return false
	}
	t := &r.tok[i]
	switch t.Kind() {
	case parse.Number:
		return true
	case parse.Symbol, parse.Punct:
		return t.Is('%') || t.Is('$') || t.Is('€') || t.Is('₽') || t.Is('‰') || t.Is('°')
	case parse.Word:
		w := t.Word()
		if w.Is(lex.Currency | lex.Minor | lex.Scale | lex.TimeUnit) {
			return true
		}
		if t.Shape()&parse.Capital != 0 || len(w.Readings) == 0 {
			return t.Shape()&parse.Latin != 0 && t.Shape()&parse.Capital == 0
		}
		if !nominal(w) {
			return false
		}
		one := w.Can(lex.Gen|lex.Sing) && !w.Can(lex.Nom|lex.Plur) // в 2021 цены выросли
		return one || w.Can(lex.Plur|lex.Gen) || w.Can(lex.Plur|lex.Loc) || w.Can(lex.Plur|lex.Dat) || w.Can(lex.Plur|lex.Ins)
	}
	return false
}

// groups tells whether the number at i is a group of a longer one: 3 400.
func (r *reader) groups(i int) bool {
	_, size := r.number(i - 1)
	if size > 0 && size <= 3 && !r.word(i-2).Is(lex.Month) {
		_, own := r.number(i)
		return own == 3
	}
	return false
}

// ofEra tells whether до н. э. or its like stands at token i.
func (r *reader) ofEra(i int) bool {
	next, _ := r.era(i)
	return next > i
}

// era reads до н. э., нашей эры, до Рождества Христова behind a year or a century; next is i where none stands there.
func (r *reader) era(i int) (next int, bc bool) {
	j := i
	if bc = r.key(j) == "до"; bc || r.key(j) == "от" {
		j++
	}
	switch key := r.key(j); {
	case key == "нашей" && r.key(j+1) == "эры":
		return j + 2, bc
	case key == "н":
		if j = r.stop(j + 1); r.key(j) == "э" {
			return r.stop(j + 1), bc
		}
	case key == "рождества" && r.key(j+1) == "христова" && j > i:
		return j + 2, bc
	}
	return i, false
}
