package timeline

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// clock reads a time of day that begins at token i, with its zone: 14:30, 21.00, шесть часов утра, в 14 часов, без пяти три,
// полдень.
func (r *reader) clock(i int) (w when, next int, ok bool) {
	switch {
	case r.word(i).Is(lex.DayPart):
		return r.noon(i)
	case r.word(i).Is(lex.Fraction):
		w, next, ok = r.halfPast(i)
	default:
		if w, next, ok = r.digital(i); !ok {
			if w, next, ok = r.minutesPast(i); !ok {
				w, next, ok = r.hours(i)
			}
		}
	}
	if !ok || w.hour > 24 || w.hour == 24 && w.minute > 0 || w.minute > 59 {
		return w, i, false
	}
	w.has = hasClock
	return w, next, true
}

// digital reads hours and minutes in digits; a full stop between them needs a preposition before or a zone behind.
func (r *reader) digital(i int) (w when, next int, ok bool) {
	h, size := r.number(i)
	m, minutes := r.number(i + 2)
	if size == 0 || size > 2 || minutes != 2 || !r.joined(i+1) || !r.joined(i+2) || r.partOfLonger(i) {
		return w, i, false
	}
	next = i + 3
	if r.is(i+1, ':') {
		if _, size := r.number(next + 1); size == 2 && r.is(next, ':') && r.joined(next) && r.joined(next+1) {
			next += 2 // seconds
		}
		if r.score(i) {
			return w, i, false
		}
	} else if m > 59 || !(r.is(i+1, '.') && r.dotted(i, next) || r.dash(i+1) && h < 24 && r.hyphened(i, next, m)) {
		return w, i, false
	}
	if r.joins(next) && !r.has(next, parse.Word) {
		return w, i, false
	}
	if r.unit(next) == hour { // 10:00 часов
		next = r.stopUnit(next + 1)
	}
	w.hour, w.minute = h, m
	if p, after, ok := r.partGen(next); ok {
		w.hour, next = toPart(h, p), after
	}
	return w, next, true
}

// partOfLonger tells whether the number at i goes on to the left.
func (r *reader) partOfLonger(i int) bool {
	if !r.joined(i) {
		return false
	}
	p := &r.tok[i-1]
	return p.Key() != "t" && !p.Is('(') && !p.OpensQuote() && !p.Is('[') && !(p.Dash() && i-2 >= r.first && r.has(i-2, parse.Number))
}

// score tells whether what looks like a time is the result of a game.
func (r *reader) score(i int) bool {
	bare := !r.isPreposition(i-1) && !r.approximate(i-1)
	for k := i - 1; k >= i-maxScore && r.in(k) && !r.tok[k].Stop(); k-- {
		switch {
		case k >= i-3 && hasStem(r.key(k), "счет"), bare && hasStem(r.key(k), "счет", "выигр", "проигр", "обыгр", "разгром", "побед", "уступ"):
			return true
		case bare && r.is(k, ':') && r.joined(k) && r.joined(k+1) && r.has(k+1, parse.Number): // 3:2, 15:10
			if _, size := r.number(k + 1); size == 1 {
				return true
			}
		}
	}
	return false
}

// maxScore is how far back the score of a game can be told to be one.
const maxScore = 16

// dotted tells whether 10.30, the tokens i to next, is a time and no decimal or day.
func (r *reader) dotted(i, next int) bool {
	if z, _ := r.zone(next); z != noZone {
		return true
	}
	if _, _, ok := r.partGen(next); ok || r.unit(next) == hour {
		return true
	}
	if r.key(i-1) == "на" && r.key(i-2) == "состоянию" {
		return true
	}
	if r.counted(next) {
		return false
	}
	switch r.prep(i) {
	case "в", "к", "с", "до", "после", "около":
		return true
	}
	return r.whole
}

// hyphened tells whether 18-30, the tokens i to next, is a time and no range.
func (r *reader) hyphened(i, next, minute int) bool {
	if z, _ := r.zone(next); z != noZone {
		return true
	}
	if _, _, ok := r.partGen(next); ok {
		return true
	}
	k := r.prep(i)
	return minute%5 == 0 && (k == "в" || k == "к") && !r.counted(next) && !r.word(next).Can(lex.Noun) && r.key(next) != "из" && !r.dash(next)
}

// prep is the preposition in front of token i, words of inexactness passed over; "" for none.
func (r *reader) prep(i int) string {
	for k := i - 1; k > i-4; k-- {
		if _, ok := inexact(r.key(k)); !ok || r.key(k) == "около" {
			return r.key(k)
		}
	}
	return ""
}

// hours reads hours told in words or as a whole: шесть часов утра, 14 часов 30 минут, 7 утра, час дня. Without a part of the
// day they are an hour only where they cannot be an amount: в 14 часов, к шести часам.
func (r *reader) hours(i int) (w when, next int, ok bool) {
	next = i
	if r.unit(i) == hour && can(r.word(i), lex.TimeUnit, lex.Sing) {
		if r.word(i - 1).Is(lex.Ordinal) {
			return w, i, false
		}
		w.hour, next = 1, i+1
	} else {
		if w.hour, next, ok = r.small(i); !ok || w.hour > 24 || r.partOfLonger(i) {
			return w, i, false
		}
		if r.unit(next) == hour {
			next = r.stopUnit(next + 1)
		} else if p, after, ok := r.partGen(next); ok {
			ok = p == morning || p == evening || w.hour > 4 || w.hour < 2 || !r.amountForm(i) || r.clockBefore(i) || r.whole && p == night
			ok = ok && (p != afternoon || w.hour <= 12)
			w.hour = toPart(w.hour, p)
			return w, after, ok && w.hour <= 24
		} else if m, after, ok := r.small(next); ok && !r.has(i, parse.Number) && !r.has(next, parse.Number) && m >= 10 && r.prep(i) == "в" { // в девять тридцать утра
			p, last, found := r.partGen(after)
			if w.minute = m; found {
				w.hour, after = toPart(w.hour, p), last
			}
			return w, after, found || m%5 == 0 && !nominal(r.word(after)) && r.unit(after) == noUnit && !r.counted(after)
		} else {
			z, _ := r.zone(next)
			return w, next, z != noZone && r.clockBefore(i)
		}
	}
	minutes := false
	if m, after, ok := r.small(next); ok && r.unit(after) == minute && m < 60 && !r.joined(next) {
		w.minute, next, minutes = m, r.stopUnit(after+1), true
	}
	if p, after, ok := r.partGen(next); ok {
		w.hour = toPart(w.hour, p)
		return w, after, true
	}
	if z, _ := r.zone(next); z != noZone {
		return w, next, true
	}
	return w, next, next > i+1 && (r.clockPrep(i, next, minutes) || r.whole && r.key(next) == "в")
}

// amountForm tells whether the number at i has the form it has in an amount: два дня, 3 ночи, but not двух ночи.
func (r *reader) amountForm(i int) bool {
	switch r.key(i) {
	case "", "два", "две", "три", "четыре":
		return true
	}
	return false
}

// clockBefore tells whether a preposition of time stands before token i: в три дня.
func (r *reader) clockBefore(i int) bool {
	switch r.prep(i) {
	case "в", "к", "с", "до", "после":
		return true
	}
	return false
}

// clockPrep tells whether the preposition before an hour makes it one: в 14 часов, but за 14 часов and в 14 часах езды.
func (r *reader) clockPrep(i, next int, minutes bool) bool {
	key := r.key(next - 1)
	if r.is(next-1, '.') {
		key = r.key(next - 2)
	}
	switch r.prep(i) {
	case "в":
		return key != "часах" && key != "часе"
	case "к", "ко":
		return key == "часам" || key == "часу" || minutes
	case "до":
		k := i - 2
		if r.unit(k) == hour {
			k--
		}
		_, _, ok := r.small(k)
		return minutes || ok && r.openerAt(k) == k-1 && !r.changes(k-2) // с 9 до 18 часов
	case "с":
		if n, _, ok := r.small(next + 1); ok && n > 24 && r.key(next) == "до" {
			return false // с 12 часов до 70
		}
		return minutes || key == "часов" && !r.changes(i-2)
	case "после":
		return minutes
	case "и": // между 14 и 15 часами
		_, _, ok := r.small(i - 2)
		return ok && key == "часами" && r.key(r.openerAt(i-2)) == "между"
	}
	return r.headHour(i, next)
}

// changes tells whether token i tells that an amount changed: сократить с 12 часов.
func (r *reader) changes(i int) bool {
	return hasStem(r.key(i), "сокра", "увелич", "выр", "сниз", "уменьш")
}

// headHour tells whether около 12 часов, which ends before token next, begins a sentence or stands behind a day and so tells when:
// около 12 часов у дома …, 5 мая около 12 часов.
func (r *reader) headHour(i, next int) bool {
	n, size := r.number(i)
	if size == 0 || n < 5 || n > 24 || r.prep(i) != "около" || !r.firstWord(i-1) && !r.word(i-2).Is(lex.Month|lex.Weekday|lex.RelDay) {
		return false
	}
	if _, _, longer := r.measure(next); longer || r.reckons(next) {
		return false
	}
	w := r.word(next)
	return !w.Can(lex.Verb) && !r.governs(next)
}

// small reads a number up to 59 in digits or words.
func (r *reader) small(i int) (n, next int, ok bool) {
	if !r.in(i) {
		return 0, i, false
	}
	if v, size := r.number(i); size > 0 {
		return v, i + 1, size <= 2
	}
	if !r.word(i).Is(lex.Cardinal) {
		return 0, i, false
	}
	x, ok := r.cardinal(i)
	n, whole := x.Int()
	return n, x.Last, ok && whole && !x.Scaled && !x.Pair && n < 60
}

// partGen reads the part of the day behind an hour: утра, дня, вечера, ночи.
func (r *reader) partGen(i int) (part, next int, ok bool) {
	switch r.key(i) {
	case "утра", "пополуночи":
		return morning, i + 1, true
	case "дня", "пополудни":
		return afternoon, i + 1, true
	case "вечера":
		return evening, i + 1, true
	case "ночи":
		return night, i + 1, true
	}
	return 0, i, false
}

// toPart puts an hour of twelve into a part of the day.
func toPart(h, p int) int {
	switch {
	case p == night && h == 12, p == morning && h == 12:
		return 0
	case p == night && h >= 9 && h < 12, (p == afternoon || p == evening) && h > 0 && h < 12:
		return h + 12
	}
	return h
}

// nthHour reads the hour that an ordinal counts: четвёртом часу утра, начале пятого вечера.
func (r *reader) nthHour(e *expr, i int) bool {
	edge := r.word(i).Is(lex.Edge)
	k := i
	if edge {
		k++
	}
	h, next, g, ok := r.ordinal(k, false)
	if !ok || h < 1 || h > 12 || g&lex.Masc == 0 {
		return false
	}
	p, after, ok := 0, next, false
	switch {
	case edge && g&lex.Gen != 0:
		p, after, ok = r.partGen(next)
	case !edge && r.key(next) == "часу" && r.word(i-1).Can(lex.Preposition):
		if after, ok = next+1, true; after < r.last {
			if q, end, found := r.partGen(after); found {
				p, after = q, end
			}
		}
	}
	if !ok {
		return false
	}
	*e = expr{first: i, form: single, mod: Approx}
	e.a, _, e.last = r.goOn(when{has: hasClock, hour: toPart(h-1, p)}, after)
	return true
}

// hourGen reads the ordinal of an hour in the genitive: десятого.
func (r *reader) hourGen(i int) (h, next int, ok bool) {
	h, next, g, ok := r.ordinal(i, false)
	return h, next, ok && h >= 1 && h <= 12 && g&lex.Gen != 0 && g&lex.Masc != 0 && next == i+1
}

// halfPast reads половине десятого, четверть третьего; and без четверти пять.
func (r *reader) halfPast(i int) (w when, next int, ok bool) {
	v, _ := r.word(i).Value(lex.Fraction)
	if v > 2 || r.word(i).Is(lex.Scale) {
		return w, i, false
	}
	if r.key(i-1) == "без" {
		return r.minutesTo(i, 15, i+1)
	}
	h, next, ok := r.hourGen(i + 1)
	return r.past(h, 15*v, next, ok)
}

// past is a time some minutes into the hour that ends at h.
func (r *reader) past(h, minutes, next int, ok bool) (when, int, bool) {
	w := when{hour: (h + 11) % 12, minute: minutes}
	if p, after, found := r.partGen(next); found && ok {
		w.hour, next = toPart(w.hour, p), after
	}
	return w, next, ok
}

// minutesPast reads десять минут шестого, без пяти минут шесть, без пяти шесть.
func (r *reader) minutesPast(i int) (w when, next int, ok bool) {
	n, next, ok := r.small(i)
	if !ok {
		return w, i, false
	}
	named := r.unit(next) == minute
	if named {
		next++
	}
	if r.key(i-1) == "без" && n < 30 {
		if w, after, ok := r.minutesTo(i, n, next); ok || n <= 20 || named {
			return w, after, ok
		}
		return r.minutesTo(i, 20, i+1) // без двадцати семь is no 27
	}
	if !named {
		return w, i, false
	}
	h, next, ok := r.hourGen(next)
	return r.past(h, n, next, ok)
}

// minutesTo reads the hour some minutes are missing to.
func (r *reader) minutesTo(i, minutes, next int) (w when, after int, ok bool) {
	h, next, ok := r.small(next)
	if !ok || h < 1 || h > 12 {
		return w, i, false
	}
	return r.past(h, 60-minutes, next, true)
}

// halfTo reads an hour written as one word: полдесятого, пол-одиннадцатого.
func (r *reader) halfTo(i int) (w when, next int, ok bool) {
	h := halfHour(r.word(i))
	if h == 0 {
		return w, i, false
	}
	w, next, _ = r.past(h, 30, i+1, true)
	w.has = hasClock
	return w, next, true
}

// halfHour is the hour that полдесятого and its like are half an hour from the end of: 10; 0 for any other word.
func halfHour(w *lex.Word) int {
	if h, ok := w.Value(lex.HalfHour); ok {
		return h
	}
	if w.Left == nil || w.Left.Key != "пол" {
		return 0
	}
	h, _ := w.Value(lex.Ordinal)
	return h % 13
}

// noon reads полдень and полночь.
func (r *reader) noon(i int) (w when, next int, ok bool) {
	switch v, _ := r.word(i).Value(lex.DayPart); v {
	case noon:
		if r.key(i) == "полдня" { // half a day
			return w, i, false
		}
		w.hour = 12
	case midnight:
	default:
		return w, i, false
	}
	w.has = hasClock
	return w, i + 1, true
}
