package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// The classes that the readers of pieces begin with.
const (
	counting = lex.Ordinal | lex.Cardinal | lex.Scale
	hourly   = lex.Cardinal | lex.Fraction | lex.TimeUnit | lex.DayPart
	festive  = lex.TimeUnit | lex.Weekday | lex.Holiday
)

// piece reads the smallest expression that begins at token i: a day, a month, a year, a weekday, a time.
func (r *reader) piece(i int) (w when, next int, ok bool) {
	if !r.in(i) {
		return w, i, false
	}
	if r.has(i, parse.Number) {
		return r.numberPiece(i)
	}
	c := r.word(i).Class & opening
	if c == 0 {
		if w, next, ok = r.reported(i); ok || !r.capital(i) {
			return w, next, ok
		}
		return r.numbered(i) // XX век
	}
	if c&counting != 0 {
		if w, next, ok = r.numberInWords(i); ok {
			return w, next, true
		}
	}
	if c&lex.RelDay != 0 {
		w, next, ok = r.relDay(i)
	} else if c&lex.RelAdj != 0 {
		w, next, ok = r.relative(i)
	}
	if !ok && c&hourly != 0 {
		w, next, ok = r.clock(i)
	}
	if !ok && c&festive != 0 {
		w, next, ok = r.holiday(i)
	}
	switch {
	case ok:
	case c&lex.Month != 0:
		return r.month(i)
	case c&lex.Weekday != 0:
		return r.weekday(i)
	case c&lex.Season != 0:
		return r.season(i)
	case c&lex.DayPart != 0:
		return r.dayPart(i)
	case c&lex.TimeUnit != 0:
		return r.daysOff(i)
	case c&(lex.Ordinal|lex.HalfHour) != 0:
		return r.halfTo(i)
	}
	return w, next, ok
}

// numberInWords is piece for a number in words.
func (r *reader) numberInWords(i int) (w when, next int, ok bool) {
	if w, next, ok = r.dayMonth(i); ok {
		return w, next, true
	}
	if w, next, ok = r.numbered(i); ok {
		return w, next, true
	}
	if w, next, ok = r.decade(i); ok {
		return w, next, true
	}
	return r.plainYear(i)
}

// numberPiece is piece for a number in digits.
func (r *reader) numberPiece(i int) (w when, next int, ok bool) {
	if r.has(i+1, parse.Word) && !r.whole {
		return r.numberOf(i)
	}
	if w, next, ok = r.numeric(i); ok {
		return w, next, true
	}
	if w, next, ok = r.clock(i); ok {
		return w, next, true
	}
	return r.numberInWords(i)
}

// numberOf is piece for a number in digits and the word behind it, which tells what it is.
func (r *reader) numberOf(i int) (w when, next int, ok bool) {
	if w, next, ok = r.reported(i); ok {
		return w, next, true
	}
	word := r.word(i + 1)
	switch u := r.unit(i + 1); {
	case word.Is(lex.Month) || word.Key == "числа" || word.Key == "число":
		return r.dayMonth(i)
	case u == year:
		return r.year(i, false)
	case u == quarter || u == half || u == century || u == millennium || word.Key == "кв":
		return r.numbered(i)
	case u == hour || u == minute || word.Is(lex.DayPart) || r.key(i-1) == "без" || word.Key == "дня":
		return r.clock(i)
	case word.Key == "по":
		if w, next, ok = r.clock(i); ok { // в 11 по Москве
			return w, next, true
		}
	case u != noUnit || r.tok[i].End()-r.tok[i].Start() != 4:
		return w, i, false
	}
	return r.year(i, false)
}

// dayNumber reads the number of a day: 5, 25-го, двадцать пятого.
func (r *reader) dayNumber(i int) (d, next int, ok bool) {
	if n, next, _, ok := r.ordinal(i, false); ok {
		return n, next, n >= 1 && n <= 31
	}
	d, size := r.number(i)
	return d, i + 1, size > 0 && size <= 2 && d >= 1 && d <= 31
}

// dayMonth reads a day and its month, with the year behind it: 5 мая, двадцать пятого ноября 2022 года, 15 числа.
func (r *reader) dayMonth(i int) (w when, next int, ok bool) {
	d, next, ok := r.dayNumber(i)
	if !ok || r.partOfLonger(i) && r.joinedNumber(i) {
		return w, i, false
	}
	if n, size := r.number(next + 1); size > 0 && n <= 31 && r.is(next, '(') && r.is(next+2, ')') && r.has(i, parse.Number) {
		d, next = max(d, n), next+3 // 14 (26) декабря, 26 (14) декабря: the later one is by the calendar of now
	}
	if k := r.key(next); k == "числа" || k == "число" && (r.key(i-1) == "по" || r.key(i-1) == "на" || r.whole) {
		return when{has: hasDay, day: d}, next + 1, true
	}
	if r.laterDay(i, next) {
		return when{has: hasDay, day: d}, next, true
	}
	m, next, ok := r.monthName(next)
	if !ok || !validDay(2000, m, d) {
		return w, i, false
	}
	w = when{has: hasMonth | hasDay, n: m, day: d}
	if r.takeYear(&w, &next); w.has&hasYear != 0 && w.has&hasShort == 0 && !validDay(w.year, m, d) {
		return w, i, false
	}
	if w.has&hasYear == 0 && w.base == bare && r.capital(next-1) && hasStem(r.key(i-1), "улиц", "площад", "проспект", "переул", "бульвар", "имени") {
		return w, i, false // улица 8 Марта
	}
	return w, next, true
}

// laterDay tells whether the number from token i on is a day of the month told before it: 6 апреля, а с 20-го; в среду, 20-го.
func (r *reader) laterDay(i, next int) bool {
	if k := r.key(next - 1); !r.has(i, parse.Number) || next != i+3 || k != "го" || r.key(next) == "и" || r.dash(next) {
		return false
	}
	if r.whole {
		return r.word(next).Is(lex.DayPart)
	}
	if r.is(i-1, ',') && can(r.word(i-2), lex.Weekday, lex.Noun) {
		return !nominal(r.word(next))
	}
	switch r.key(i - 1) {
	case "с", "до", "а", "но":
	default:
		return false
	}
	if nominal(r.word(next)) {
		return false
	}
	for k := i - 2; k > i-12 && r.in(k) && !r.tok[k].Stop(); k-- {
		if can(r.word(k), lex.Month, lex.Noun) || r.key(k) == "числа" {
			return true
		}
	}
	return false
}

// monthName reads the noun of a month, in full or abbreviated; compounds (май-июнь) are none.
func (r *reader) monthName(i int) (m, next int, ok bool) {
	w := r.word(i)
	if !can(w, lex.Month, lex.Noun) || strings.IndexByte(w.Key, '-') >= 0 {
		return 0, i, false
	}
	m, _ = w.Value(lex.Month)
	if w.Is(lex.Abbreviation) {
		return m, r.stop(i + 1), true
	}
	return m, i + 1, true
}

// takeYear takes the year behind a day, a month or a season.
func (r *reader) takeYear(w *when, next *int) {
	j := *next
	if w.has == hasMonth && r.is(j, ',') && r.has(j+1, parse.Number) && !r.has(j+2, parse.Word) { // октябрь, 2017
		j++
	}
	if _, size := r.number(j + 1); w.has == hasMonth && size == 4 && r.dash(j) && r.joined(j) && r.joined(j+1) { // май-2019
		j++
	}
	if y, after, ok := r.year(j, true); ok {
		w.has |= y.has
		w.year, *next = y.year, after
		return
	}
	if shift, ok := r.yearLeftOut(j); ok {
		w.base, w.unit, w.shift, *next = now, year, shift, j+1
		return
	}
	if k := r.key(*next); k == "с" || k == "т" { // с. г., т. г.: this year
		if g := r.stop(*next + 1); r.key(g) == "г" && (g > *next+1 || k == "с") {
			w.base, w.unit, *next = now, year, r.stop(g+1)
		}
	}
}

// yearLeftOut tells whether the adjective of a year stands at token i, and its noun is left out: с октября прошлого по март
// нынешнего.
func (r *reader) yearLeftOut(i int) (shift int, ok bool) {
	w, next := r.word(i), r.word(i+1)
	if !can(w, lex.RelAdj, lex.Adj|lex.Gen|lex.Sing|lex.Masc) || w.Key == "этого" || w.Key == "того" || nominal(next) && next.Can(lex.Gen|lex.Sing|lex.Masc) {
		return 0, false
	}
	shift, _ = w.Value(lex.RelAdj)
	return shift, -2 <= shift && shift <= 1
}

// month reads a month, with the year behind it, or the adjective made of it.
func (r *reader) month(i int) (w when, next int, ok bool) {
	word := r.word(i)
	w = when{has: hasMonth}
	if can(word, lex.Month, lex.Adj) {
		w.quality = true
		w.n, _ = word.Value(lex.Month)
		return w, i + 1, r.whole || !r.capital(i) || r.firstWord(i)
	}
	if w.n, next, ok = r.monthName(i); !ok {
		return w, i, false
	}
	r.takeYear(&w, &next)
	if w.has == hasMonth && w.base == bare && !r.whole {
		if word.Is(lex.Abbreviation) || r.capital(i) && !(r.opens(i) && can(word, lex.Month, lex.Nom) && !r.capital(next)) {
			return w, i, false
		}
	}
	return w, next, true
}

// opens tells whether token i can have its capital from the place it stands at.
func (r *reader) opens(i int) bool {
	if i == r.first || r.tok[i].Opens() {
		return true
	}
	p := &r.tok[i-1]
	return p.Stop() || p.Is('«') || p.Is('"') || p.Is('(') || p.Is(':') || p.Is('•') || p.Dash()
}

// firstWord tells whether token i begins a sentence, for all that can be seen.
func (r *reader) firstWord(i int) bool {
	return i == r.first || r.tok[i].Opens() || r.tok[i-1].Stop()
}

// plainYear is a year by itself.
func (r *reader) plainYear(i int) (when, int, bool) { return r.year(i, false) }

// weekday reads the name of a day of the week where it tells a day: в понедельник, к пятнице, воскресный.
func (r *reader) weekday(i int) (w when, next int, ok bool) {
	word := r.word(i)
	if strings.IndexByte(word.Key, '-') >= 0 { // понедельник-вторник
		return w, i, false
	}
	w = when{has: hasWeekday}
	w.day, _ = word.Value(lex.Weekday)
	if can(word, lex.Weekday, lex.Adj) {
		w.quality, next = true, i+1
		if p, ok := r.word(next).Value(lex.DayPart); ok && p <= night && agree(word, r.word(next), lex.DayPart, lex.Sing) { // в субботний вечер
			w.has, w.hour = hasWeekday|hasPart, p
			next++
		}
		return w, next, r.whole || !r.capital(i) || r.firstWord(i)
	}
	return w, i + 1, r.whole || r.weekdayStands(i)
}

// weekdayStands tells whether what stands around a weekday makes it a day, and not the environment (среда) or any Sunday:
// a preposition with its case, a part of the day, the date, the beginning of a line that goes on with a mark.
func (r *reader) weekdayStands(i int) bool {
	g := r.word(i).GramOf(lex.Weekday)
	switch k := r.key(i - 1); k {
	case "в", "во", "на":
		return g&lex.Acc != 0
	case "к", "ко":
		return g&lex.Dat != 0
	case "с", "со", "c", "до", "после", "кроме":
		return g&lex.Gen != 0
	case "по":
		return g&lex.Acc != 0 || g&lex.Dat != 0 && g&lex.Plur != 0
	case "каждый", "каждую", "каждое":
		return true
	}
	if (r.key(i-1) == "и" || r.key(i-1) == "или" || r.is(i-1, ',')) && r.word(i-2).Is(lex.Weekday) {
		return g&r.word(i-2).GramOf(lex.Weekday)&lex.Acc != 0 || can(r.word(i), lex.Weekday, lex.Dat|lex.Plur) || r.key(i-3) == "кроме" && g&lex.Gen != 0
	}
	if r.dash(i-1) && can(r.word(i-2), lex.Weekday, lex.Noun) { // в среду — пятницу
		return r.word(i-2).GramOf(lex.Weekday)&g&lex.Cases != 0
	}
	if r.word(i - 1).Is(lex.DayPart) {
		return g&lex.Gen != 0
	}
	if _, size := r.number(i - 1); size == 2 && r.joined(i-1) && r.is(i-2, ':') {
		return g&lex.Gen != 0 // 17:00 понедельника
	}
	if r.key(i-1) == "мск" { // 21:00 мск воскресенья
		return g&lex.Gen != 0
	}
	if r.unit(i-1) == hour { // с 18 часов понедельника
		return g&lex.Gen != 0 && r.numberBefore(i-1)
	}
	if r.is(i-1, ',') && g&lex.Nom != 0 && (can(r.word(i-2), lex.Month, lex.Gen) || r.unit(i-2) == year && r.has(i-3, parse.Number)) { // 18 ноября, суббота
		return i+1 == r.last || !r.has(i+1, parse.Word)
	}
	k := i + 1
	if r.is(k, ',') || r.dash(k) {
		k++
	}
	if r.has(k, parse.Number) {
		if _, _, ok := r.dayMonth(k); ok {
			return true
		}
	}
	return i == r.first && g&lex.Nom != 0 && (k > i+1 || r.heads(i+1) || r.is(i+1, '.'))
}

// season reads a season, with the year behind it.
func (r *reader) season(i int) (w when, next int, ok bool) {
	word := r.word(i)
	if strings.IndexByte(word.Key, '-') >= 0 { // летом-осенью
		return w, i, false
	}
	w = when{has: hasSeason}
	w.n, _ = word.Value(lex.Season)
	next = i + 1
	if y, size := r.number(next); size == 4 && r.joined(next+1) && (r.is(next+1, '/') || r.dash(next+1)) { // зима 1978/79 года
		if _, after, ok := r.yearBehind(next+2, y, true); ok {
			w.has, w.year = hasSeason|hasYear, y
			return w, after, true
		}
	}
	r.takeYear(&w, &next)
	if w.has != hasSeason || w.base != bare || r.whole {
		return w, next, true
	}
	if can(word, lex.Season, lex.Adverb) {
		return w, next, !r.capital(i) || r.opens(i)
	}
	switch r.key(i - 1) {
	case "к", "до", "с", "от", "по", "на", "за", "после", "раньше", "ранее", "позднее", "позже", "течение", "каждое", "каждую", "всю", "все", "посреди",
		"разгар":
		return w, next, !r.capital(i)
	}
	return w, next, (r.edged(i) || r.repeated(i) || r.monthBehind(i-1) && i == r.first+2) && !r.capital(i) // каждую весну и осень; 1721, осень: …
}

// edged tells whether a noun in the genitive stands behind that of a part of it: начало лета, первая половина осени.
func (r *reader) edged(i int) bool {
	v, _ := r.word(i - 1).Value(lex.Fraction)
	return (v == 2 || r.word(i-1).Is(lex.Edge)) && r.word(i).Can(lex.Gen)
}

// daysOff reads a weekend where it tells a time: в выходные, на выходных, все выходные.
func (r *reader) daysOff(i int) (w when, next int, ok bool) {
	if r.unit(i) != weekend || r.word(i).Key == "выходной" {
		return w, i, false
	}
	switch r.key(i - 1) {
	case "в", "на", "за", "к", "до", "с", "по", "все", "каждые", "после":
		ok = true
	}
	return when{has: hasWeekend}, i + 1, ok || r.whole
}

// numbered reads what an ordinal number counts: III квартал, второе полугодие, XX век, вторая половина 1990-х, 20-х числах.
func (r *reader) numbered(i int) (w when, next int, ok bool) {
	n, next, g, ok := r.ordinal(i, true)
	if !ok {
		n, next, ok = r.bareOrdinal(i)
	}
	if !ok || n < 1 {
		return w, i, false
	}
	switch u := r.unit(next); {
	case u == quarter && n <= 4:
		w = when{has: hasQuarter, n: n}
	case u == half && n <= 2:
		w = when{has: hasHalf, n: n}
	case u == century && n <= 30:
		w = when{has: hasCentury, year: n}
	case u == millennium && n <= 9:
		w = when{has: hasMillennium, year: n}
	case r.roman(i) > 0 && (r.key(next) == "в" || r.key(next) == "вв") && r.stop(next+1) > next+1:
		w = when{has: hasCentury, year: n}
		next = r.stop(next+1) - 1
	case n <= 4 && r.ofYear(next, g&lex.Masc != 0 && (r.roman(i) > 0 || g&lex.Fem == 0)):
		w = when{has: hasQuarter, n: n}
		next = r.stop(next+1) - 1
	default:
		return w, i, false
	}
	noun := next
	if next++; r.key(next-1) == "вв" {
		next = r.stop(next)
	}
	if w.has&(hasCentury|hasMillennium) != 0 {
		if r.key(next) == "подряд" {
			return w, i, false
		}
		if after, bc := r.era(next); after > next {
			if next = after; bc {
				w.year = -w.year
			}
		}
		return w, next, true
	}
	if r.takeYear(&w, &next); w.has&hasYear == 0 && w.base == bare && r.key(next) == "года" {
		w.base, w.unit = now, year
		next++
	}
	return w, next, w.has != hasQuarter || w.base != bare || r.whole || !r.ofTown(i, noun)
}

// ofYear tells whether кв. at token next is a quarter of a year, and no square or flat: IV кв., во 2-м кв., 3 кв. 2022 г. An ordinal
// of its gender in front of it suffices.
func (r *reader) ofYear(next int, ordinal bool) bool {
	behind := r.stop(next + 1)
	if r.key(next) != "кв" || behind == next+1 {
		return false
	}
	w := when{has: hasQuarter}
	r.takeYear(&w, &behind)
	return ordinal || w.has&hasYear != 0 || w.base != bare || r.word(behind).Is(lex.RelAdj) && r.unit(behind+1) == year
}

// reported reads a quarter or a half of a year as companies write it in their reports: Q3 2023, 4К23, 1П 2024.
func (r *reader) reported(i int) (w when, next int, ok bool) {
	digit, letter := i, i+1
	if r.has(i, parse.Word) {
		digit, letter = i+1, i
	}
	if !r.joined(i+1) || !r.capital(letter) {
		return w, i, false
	}
	w.n, _ = r.number(digit)
	most := 0
	switch r.key(letter) {
	case "q", "к":
		w.has, most = hasQuarter, 4
	case "h", "п":
		w.has, most = hasHalf, 2
	}
	if w.n < 1 || w.n > most {
		return w, i, false
	}
	next = i + 2
	if y, size := r.number(next); size == 2 && r.joined(next) && letter > digit {
		w.has, w.year, next = w.has|hasYear, 2000+y, next+1
	} else {
		r.takeYear(&w, &next)
	}
	return w, next, w.has&hasYear != 0 || r.key(letter) == "q" && r.isPreposition(i-1)
}

// ofTown tells whether the quarter of the tokens i to noun is a block of houses: жители третьего квартала, в 3-м квартале Капотни.
func (r *reader) ofTown(i, noun int) bool {
	if hasStem(r.key(i-1), "жител", "жильц", "дом", "застрой", "двор", "территор", "улиц", "благоустр") {
		return true
	}
	w := r.word(noun + 1)
	return w.Can(lex.Gen|lex.Sing) && !w.Can(lex.Nom|lex.Sing) && (r.capital(noun+1) || hasStem(w.Key, "город", "посел", "сел", "деревн", "район", "микрорайон"))
}

// bareOrdinal reads an ordinal in digits with nothing behind them, where its noun has a form that no amount has: в 19 веке, за 1 квартал,
// but 3 века.
func (r *reader) bareOrdinal(i int) (n, next int, ok bool) {
	n, size := r.number(i)
	if size == 0 || size > 2 || r.joinedNumber(i) {
		return n, i, false
	}
	u, w := r.unit(i+1), r.word(i+1)
	switch g := w.GramOf(lex.TimeUnit); {
	case w.Key == "кв":
		ok = true
	case g&(lex.Loc|lex.Dat|lex.Ins) != 0:
		ok = g&lex.Sing != 0 || g&lex.Loc != 0 && u >= century
	case can(w, lex.TimeUnit, lex.Gen|lex.Sing):
		k := r.key(i - 1) // с 3 квартала, итоги 3 квартала
		ok = !agrees(n, "а") || u == quarter && (k == "с" || k == "до" || k == "после" || nominal(r.word(i-1)))
	case g&lex.Sing != 0:
		ok = n > 1 || u == quarter || u == half
	}
	return n, i + 1, ok
}

// decade reads a decade: 1990-е, 90-х годов, девяностые, нулевые годы.
func (r *reader) decade(i int) (w when, next int, ok bool) {
	n, next, g, ok := r.ordinal(i, false)
	if !ok || g&lex.Plur == 0 || n%10 != 0 || r.joinedNumber(i) {
		return w, i, false
	}
	if _, size := r.number(i); size > 0 && g&lex.Sing != 0 && r.key(i+2) != "е" {
		return w, i, false // 80-м
	}
	behind, named := r.yearWord(next)
	if named {
		next = behind
	}
	w = when{has: hasDecade, year: n}
	switch {
	case n >= 1000 && n < 3000:
		return w, next, named || r.unit(next) == noUnit && !r.numbers(i, next, n, g)
	case n > 90:
		return w, i, false
	case !named && (r.numbers(i, next, n, g) || r.unit(next) != 0 || hasStem(r.key(next), "числ")):
		return w, i, false
	}
	w.has |= hasShort
	ofNoun := n >= 20 && nominal(r.word(i-1)) && r.word(i-1).Can(lex.Noun) && r.word(i).Can(lex.Gen|lex.Plur) // дети девяностых
	return w, next, named || r.whole || n != 0 && next > i+1 || r.decadePrep(i) || ofNoun
}

// numbers tells whether what the ordinal n of the tokens i to next, with grammemes g, counts can stand behind it: в 90-х домах, на 20-е место, but
// в 90-х завод закрыли. In the accusative large ones count decades: в девяностые заводы закрывались.
func (r *reader) numbers(i, next, n int, g lex.Gram) bool {
	w := r.word(next)
	if !nominal(w) || w.Grams&(lex.Names|lex.Place|lex.Org|lex.Abbr) != 0 && r.capital(next) {
		return false
	}
	switch r.key(i - 1) {
	case "в", "на":
		g &^= lex.Gen | lex.Dat | lex.Ins
	case "с", "до", "из":
		g &^= lex.Dat | lex.Loc | lex.Ins | lex.Acc
	case "к":
		g &^= lex.Cases &^ lex.Dat
	}
	for _, c := range [...]lex.Gram{lex.Gen, lex.Dat, lex.Loc, lex.Ins} {
		if g&c != 0 && w.Can(c|lex.Plur) {
			return true
		}
	}
	const direct = lex.Nom | lex.Acc
	return g&direct != 0 && (n < 20 && (w.Can(lex.Nom|lex.Plur) || w.Can(lex.Acc|lex.Plur)) || g&lex.Sing != 0 && w.Can(lex.Acc|lex.Sing|lex.Neut))
}

// decadePrep tells whether the word in front of a decade told without its noun can stand there.
func (r *reader) decadePrep(i int) bool {
	switch r.key(i - 1) {
	case "в", "с", "к", "из", "до", "на", "лихие", "лихих":
		return true
	case "и", "или": // в девяностые и нулевые
		return i-1 == r.floor && r.word(i-2).Can(lex.Plur) && (r.unit(i-2) == year || r.word(i-2).Is(lex.Ordinal)) || r.key(i-2) == "е" || r.key(i-2) == "х"
	}
	if w := r.word(i - 1); w.Can(lex.Adj|lex.Plur) && w.Class&opening == 0 && r.key(i-2) == "в" { // в застойные семидесятые
		return w.Can(lex.Adj|lex.Acc) && r.word(i).Can(lex.Acc) || w.Can(lex.Adj|lex.Loc) && r.word(i).Can(lex.Loc)
	}
	return r.word(i - 1).Is(lex.Edge)
}
