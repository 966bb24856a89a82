package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// inexact tells what a word says of the exactness of the amount or the time behind it.
func inexact(key string) (m Mod, ok bool) {
	switch key {
	case "около", "примерно", "приблизительно", "порядка", "ориентировочно", "где-то":
		return Approx, true
	case "более", "больше", "свыше", "минимум":
		return MoreThan, true
	case "менее", "меньше", "почти", "максимум":
		return LessThan, true
	}
	return 0, false
}

// approximate tells whether token i is a word for about.
func (r *reader) approximate(i int) bool {
	m, ok := inexact(r.key(i))
	return ok && m == Approx
}

// takeInexact takes the word of inexactness at token k into the modifier.
func (r *reader) takeInexact(e *expr, k int) {
	m, ok := inexact(r.key(k))
	if !ok {
		return
	}
	if r.key(k-1) == "не" {
		switch m {
		case MoreThan:
			m = LessThan
		case LessThan:
			m = MoreThan
		}
	}
	e.mod = m
}

// left takes what stands before an expression and belongs to it, and notes the preposition.
func (r *reader) left(e *expr) {
	for k := e.first - 1; r.free(k); k-- {
		key := r.key(k)
		if key == "чем" {
			key = r.key(k - 1)
			k--
		}
		if key == "малого" && r.key(k-1) == "без" {
			k--
			e.mod, e.first = LessThan, k
			continue
		}
		if _, ok := inexact(key); ok {
			r.takeInexact(e, k)
			if e.first = k; r.key(k-1) == "не" {
				e.first--
			} else if e.mod == MoreThan || e.mod == LessThan {
				switch r.key(k - 1) {
				case "чуть", "немногим", "немного", "намного", "гораздо", "значительно", "несколько", "как":
					e.first--
				}
			}
			k = e.first
			continue
		}
		if !r.belongs(e, k) {
			break
		}
		e.first = k
	}
	for k := e.first; k < e.last && e.mod == 0 && e.form != repeated; k++ {
		if r.odd(k) > k {
			e.mod = MoreThan
		}
	}
	if k := r.key(e.first - 1); e.mod == 0 && (k == "в" || k == "на" || k == "за") {
		if r.approximate(e.first - 2) { // примерно в 10 минутах
			e.mod = Approx
		} else if r.key(e.first-2) == "чем" && e.form == length { // более чем за год
			r.takeInexact(e, e.first-3)
		}
	}
	if r.key(e.first) == "накануне" && e.last == e.first+1 {
		e.event = r.eventBehind(e)
	}
	e.today = e.form == single && e.a.base == now && e.a.unit == day && e.a.shift == 0 && e.a.has == 0 && strings.HasPrefix(r.key(e.first), "сегодня")
	if r.key(e.last) == "каждого" && r.unit(e.last+1) == year && e.a.base == bare {
		e.form, e.last = repeated, e.last+2
	}
	if r.key(e.last) == "каждого" && r.unit(e.last+1) == month && e.form == single && e.a.has == hasDay { // 28-го числа каждого месяца
		e.form, e.last = repeated, e.last+2
	}
	r.repeat(e)
	r.preposition(e)
}

// eventBehind tells whether накануне stands before an event, and is no adverb: накануне матча, but накануне власти сообщили.
func (r *reader) eventBehind(e *expr) bool {
	w := r.word(e.last)
	if !r.governs(e.last) || r.word(e.first-1).Can(lex.Participle) || w.Grams&(lex.Org|lex.Abbr) != 0 && r.capital(e.last) { // накануне МВД сообщило
		return false
	}
	return !w.Can(lex.Nom) || !w.Can(lex.Anim) && !hasStem(w.Key, "власт", "компан", "парт", "сторон", "команд", "стран", "организац", "групп", "акци")
}

// belongs tells whether the word before an expression is a part of it: всю ночь, поздним вечером, в самом начале.
func (r *reader) belongs(e *expr, k int) bool {
	key := r.key(k)
	switch key {
	case "весь", "всю", "все", "целый", "целую", "целые", "целых":
		if e.form == single && e.a.levels()&levelHours == 0 && (e.a.levels()&levelDate == 0 || e.a.has == hasWeekend) {
			return key[:4] != "це" && (r.word(e.first).Can(lex.Acc) || r.has(e.first, parse.Number) && key == "весь") // всё лето, весь 2021 год
		}
		return e.form == length && key != "все" || e.form == single && e.a.has == hasPart && key != "целых"
	case "без":
		return (e.form == single || e.form == ranged) && e.a.has&hasClock != 0
	case "рано":
		return e.form == single && e.a.has&hasPart != 0
	case "самом", "самого", "самый", "самому":
		return e.mod == Start || e.mod == Mid || e.mod == End || e.form == single && e.a.has == hasPart
	}
	if e.form == single && e.a.has&hasPart != 0 {
		return ofPart(key)
	}
	if e.form == single && e.a.has&hasSeason != 0 && e.mod == 0 && r.word(e.first).Is(lex.Season) {
		switch { // ранней весной
		case strings.HasPrefix(key, "ранн"):
			e.mod = Start
		case strings.HasPrefix(key, "поздн"):
			e.mod = End
		}
		return e.mod != 0
	}
	return false
}

// repeat makes a set of what каждый, по with a plural or раз в stands before.
func (r *reader) repeat(e *expr) {
	k := r.key(e.first - 1)
	if !r.free(e.first - 1) {
		k = ""
	}
	switch {
	case strings.HasPrefix(k, "кажд") && (e.form == length || e.form == repeated && e.a.has != 0 || e.form == single && e.a.levels()&levelYear == 0):
		e.form = repeated
		e.first--
	case k == "в" && r.free(e.first-2) && howOften(r.key(e.first-2)) && (e.form == length || e.form == repeated):
		e.form = repeated
		e.first -= 2
	case e.form == single && e.a.base == bare && e.a.has&^(hasWeekday|hasWeekend|hasPart|hasSeason) == 0 && r.repeated(e.first):
		e.form = repeated
	}
}

// howOften tells whether a word says how often something happens in what в stands before.
func howOften(key string) bool {
	switch key {
	case "раз", "раза", "однажды", "дважды", "трижды":
		return true
	}
	return false
}

// repeated tells whether token i names what recurs: по пятницам, the second of по вторникам и пятницам, каждую среду и пятницу.
func (r *reader) repeated(i int) bool {
	k := i - 1
	for n := 0; n < 2*maxLent && (r.key(k) == "и" || r.key(k) == "или" || r.is(k, ',')) && r.word(k-1).Is(lex.Weekday|lex.Season|lex.DayPart); n++ {
		k -= 2
	}
	w := r.word(i)
	if can(w, lex.DayPart, lex.Ins|lex.Plur) { // вечерами он читал
		return true
	}
	if r.key(k) == "кроме" { // ежедневно, кроме понедельника
		return can(w, lex.Weekday, lex.Gen)
	}
	return r.key(k) == "по" && w.Gram(lex.Dat|lex.Plur) != 0 || k < i-1 && strings.HasPrefix(r.key(k), "кажд") && w.Can(lex.Acc)
}

// preposition notes the preposition before an expression; it makes its modifier where it has none.
func (r *reader) preposition(e *expr) {
	p, mod := noPrep, Mod(0)
	i := e.first
	if r.key(i-1) == "чем" && !r.isPreposition(i-2) { // не ранее чем 1 марта
		i--
	}
	switch r.key(i - 1) {
	case "с", "со", "c":
		if r.genitive(e) && !(r.key(e.last) == "на" && (r.has(e.last+1, parse.Number) || r.word(e.last+1).Is(times))) { // not с июня на май
			p, mod = sincePrep, Since
		}
	case "до":
		p, mod = untilPrep, Until
		if e.form == length {
			mod = LessThan
		}
	case "по":
		if !r.word(e.first).Can(lex.Dat) || r.has(e.first, parse.Number) {
			p, mod = untilPrep, Until
		}
	case "к", "ко":
		p, mod = byPrep, By
	case "после":
		p, mod = afterPrep, After
	case "перед":
		p, mod = beforePrep, Before
	case "позднее", "позже":
		if r.key(i-2) == "не" {
			p, mod = beforePrep, Before
		}
	case "раньше", "ранее":
		if r.key(i-2) == "не" {
			p, mod = afterPrep, After
		}
	}
	if e.form != single && !(e.form == length && mod == LessThan) {
		return
	}
	e.prep = p
	if e.mod == 0 {
		e.mod = mod
	}
}

// genitive tells whether an expression can stand in the genitive.
func (r *reader) genitive(e *expr) bool {
	t := &r.tok[e.first]
	if t.Kind() == parse.Number {
		for k := e.first + 1; k < e.last; k++ {
			if strings.HasPrefix(r.key(k), "год") {
				return r.key(k) == "года" || r.key(k) == "годов"
			}
		}
		return !strings.HasPrefix(r.key(e.first-2), "сравнен")
	}
	w := t.Word()
	return w.Can(lex.Gen) || w.Is(lex.RelDay)
}
