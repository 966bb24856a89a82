package timeline

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// dayPart reads a part of a day where it tells a time: утром, в ночь, к вечеру.
func (r *reader) dayPart(i int) (w when, next int, ok bool) {
	word := r.word(i)
	w = when{has: hasPart}
	w.hour, _ = word.Value(lex.DayPart)
	if w.hour > night {
		return w, i, false
	}
	capital := r.capital(i) && !r.opens(i)
	if next, ok = r.nightFrom(i, &w); ok {
		return w, next, true
	}
	switch {
	case r.whole:
		return w, i + 1, !r.nounBefore(i)
	case capital:
		return w, i, false
	case can(word, lex.DayPart, lex.Adverb):
		return w, i + 1, r.key(i-1) != "с" && !r.asNoun(i)
	}
	return w, i + 1, r.partStands(i)
}

// asNoun tells whether a part of the day in the instrumental is no adverb: чёрным днём, днём инцидента.
func (r *reader) asNoun(i int) bool {
	prev := r.word(i - 1)
	if prev.Class&opening == 0 && !ofPart(prev.Key) && agree(prev, r.word(i), lex.TimeUnit|lex.DayPart, lex.Sing) {
		return true
	}
	return r.nounBefore(i)
}

// nounBefore tells whether what stands behind днём makes it a noun: днём позже, днём инцидента.
func (r *reader) nounBefore(i int) bool {
	switch r.key(i + 1) {
	case "позже", "позднее", "ранее", "раньше", "спустя":
		return r.unit(i) == day
	}
	return r.unit(i) == day && r.governs(i+1) && !r.capital(i+1) && !can(r.word(i+1), lex.Weekday, lex.Noun)
}

// ofPart tells whether an adjective says which part of a part of the day is meant: поздним вечером.
func ofPart(key string) bool { return hasStem(key, "ранн", "поздн", "глубок") }

// nightFrom reads the night between two days, which is that of the second: ночь с 3 на 4 июня, с пятницы на субботу.
func (r *reader) nightFrom(i int, w *when) (next int, ok bool) {
	if k := r.key(i + 1); w.hour != night || k != "с" && k != "со" && k != "c" {
		return i, false
	}
	for j := i + 3; j < i+7; j++ {
		if r.key(j) != "на" {
			continue
		}
		d, next, ok := r.piece(j + 1)
		if !ok || d.levels()&levelDate == 0 {
			return i, false
		}
		*w, ok = combine(*w, d)
		return next, ok
	}
	return i, false
}

// partStands tells whether the word before a part of the day, or a day behind it, makes it a time.
func (r *reader) partStands(i int) bool {
	word := r.word(i)
	if word.GramOf(lex.DayPart)&lex.Sing == 0 {
		return r.repeated(i)
	}
	before := i - 1
	if k := r.key(before); ofPart(k) || k == "самого" || k == "самому" { // до позднего вечера
		before--
	}
	switch r.key(before) {
	case "к", "под", "до", "с", "на", "за", "всю", "весь", "все", "целую", "целый":
		return true
	case "в":
		return word.Can(lex.Acc)
	case "каждый", "каждую", "каждое":
		return true
	}
	if prev := r.word(i - 1); word.Can(lex.Acc) && (prev.Can(lex.Verb|lex.Past) || prev.Can(lex.Verb|lex.Fut) || prev.Can(lex.Infinitive) || prev.Can(lex.Gerund)) {
		return true // проведут ночь
	}
	// вечер вторника, утро 5 мая
	if d, _, ok := r.piece(i + 1); ok && d.levels()&levelDate != 0 && d.levels()&levelHours == 0 {
		return r.word(i+1).Can(lex.Gen) || r.has(i+1, parse.Number)
	}
	return false
}
