package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// age tells whether an amount is somebody's age or an anniversary.
func (r *reader) age(e *expr) bool {
	if e.amount.parts[0].unit != year || e.amount.vague() {
		return false
	}
	before := r.beforeAmount(e)
	prev, next := r.key(before), r.key(e.last)
	_, about := inexact(r.key(e.first - 1))
	switch {
	case hasStem(prev, "возраст", "старше", "моложе", "младше"):
		return true
	case penal(next) && prev != "в":
		return false
	case hasStem(next, "исполн", "отроду"), next == "от" && r.key(e.last+1) == "роду":
		return true
	case (strings.HasPrefix(prev, "был") || prev == "будет" || prev == "минуло") && r.clauseEnds(e.last):
		return true
	case prev == "свои", prev == "по" && !penal(next) && next != "за", prev == "будет" && next == "как":
		return true
	case during(prev), prev == "за", prev == "на", prev == "после":
		return false
	case about && !r.clauseEnds(e.last): // ему более десяти лет отказывают, but ему более десяти лет.
		return false
	case r.capital(e.last) && hasStem(next, "октябр", "побед", "ссср", "влксм"): // проспект 50 лет Октября
		return true
	case prev == "к":
		return !r.limited(e) && !sentenced(next) && !sentenced(r.key(e.last+1))
	case (prev == "до" || prev == "от" || r.key(e.first) == "от" || r.key(e.first) == "с") && e.mod == 0:
		return !r.limited(e)
	case next == "со" && (r.key(e.last+1) == "дня" || r.key(e.last+1) == "времени"):
		return true
	case (prev == "в" || prev == "с") && e.upto.unit == noUnit:
		return !r.measuredNoun(e.first-2) && !strings.HasPrefix(r.key(e.first-2), "раз")
	}
	return r.ageBefore(e)
}

// beforeAmount is the token in front of an amount, of the numbers that are joined to it, and of the words of inexactness.
func (r *reader) beforeAmount(e *expr) int {
	k := e.first - 1
	for (r.key(k) == "и" || r.is(k, ',')) && r.has(k-1, parse.Number) { // в 70 и 75 лет
		k -= 2
	}
	for measuring(r.key(k)) {
		k--
	}
	return k
}

// sentenced tells whether a word is a verb of a verdict.
func sentenced(key string) bool { return hasStem(key, "пригов", "осуд", "осужд") }

// clauseEnds tells whether a mark or the end stands at token i.
func (r *reader) clauseEnds(i int) bool { return i == r.last || r.has(i, parse.Punct) }

// limited tells whether the clause around до пяти лет is about a punishment or a term, and not about people of that age.
func (r *reader) limited(e *expr) bool {
	for k := e.first - 1; r.in(k) && k > e.first-12 && !r.tok[k].Stop(); k-- {
		key := r.key(k)
		if penal(key) || r.measuredNoun(k) || hasStem(key, "гроз", "наказ", "гаранти", "приговор", "контракт", "договор", "кредит", "аренд", "сокра",
			"займ", "заня", "длит", "продл", "продолж", "уйд", "потреб", "растян") {
			return true
		}
	}
	return penal(r.key(e.last)) || r.key(e.last) == "со" && strings.HasPrefix(r.key(e.last+1), "штраф") || e.upto.unit != noUnit && e.upto.milli < e.amount.parts[0].milli
}

// measuredNoun tells whether token i is a noun whose length is told by в: сроком в пять лет.
func (r *reader) measuredNoun(i int) bool {
	return hasStem(r.key(i), "срок", "продолжительност", "длительност", "длин", "стаж", "опыт", "разниц", "перерыв", "разрыв", "пауз", "период")
}

// ageBefore tells whether the words of the clause before an amount make it an age: в возрасте, ему было, старше, исполнилось.
func (r *reader) ageBefore(e *expr) bool {
	dative := false
	for k := e.first - 1; r.in(k) && k > e.first-12; k-- {
		t := &r.tok[k]
		if t.Stop() || t.Is(';') || t.OpensQuote() {
			break
		}
		if t.Kind() != parse.Word {
			continue
		}
		key := t.Key()
		switch {
		case hasStem(key, "возраст", "исполн", "пенси", "достиг", "стукнуло"):
			return true
		case datives(key):
			dative = true
		}
		if dative && e.first-k <= 10 && r.onlyBeing(k+1, e.first) {
			return true
		}
	}
	return r.appended(e)
}

// datives tells whether a pronoun can be the one whose age is told.
func datives(key string) bool {
	switch key {
	case "ему", "ей", "мне", "тебе", "вам", "нам", "им", "которому", "которой", "которым", "кому", "самому", "самой":
		return true
	}
	return false
}

// onlyBeing tells whether no verb but быть stands between two tokens.
func (r *reader) onlyBeing(first, last int) bool {
	for k := first; k < last; k++ {
		w := r.word(k)
		if hasStem(w.Key, "был", "буд") {
			continue
		}
		if w.Can(lex.Verb) || w.Can(lex.Infinitive) || w.Can(lex.ParticipleShort) {
			return false
		}
	}
	return true
}

// appended tells whether an age stands beside a person: Иванов, 45 лет; Ивану Иванову 45 лет; мужчина 45 лет.
func (r *reader) appended(e *expr) bool {
	k := r.beforeAmount(e)
	if r.key(k) == "сейчас" || r.key(k) == "тогда" {
		k--
	}
	if r.is(k, ':') { // трое детей: 5, 7 и 12 лет
		return r.person(k - 1)
	}
	if r.is(k, ',') || r.is(k, '(') || r.dash(k) {
		closed := r.is(e.last, ',') || r.is(e.last, '(') || r.is(e.last, ')') || e.last == r.last || r.is(e.last, '.') && !r.dash(k)
		return closed && r.in(k-1) && (r.is(k-1, ')') || r.capital(k-1) || r.person(k-1))
	}
	if !r.has(k, parse.Word) || small(r.word(k)) || r.word(e.last).Can(lex.Verb|lex.Impf) {
		return false
	}
	w := r.word(k)
	if r.capital(k) && !r.firstWord(k) {
		return !small(r.word(k-1)) && !r.told(k) // Ивану 45 лет, but возглавлял Заречье 20 лет
	}
	if r.capital(k) && (!w.Known() || w.Gram(lex.Noun)&lex.Names != 0) { // Келли 52 года, but Стаж 20 лет
		return true
	}
	return r.person(k) && !w.Can(lex.Noun|lex.Ins)
}

// told tells whether the clause has a verb but быть before token i.
func (r *reader) told(i int) bool {
	for k := i - 1; r.in(k) && r.has(k, parse.Word); k-- {
		if !r.capital(k) && !r.onlyBeing(k, k+1) {
			return true
		}
	}
	return false
}

// person tells whether token i is a noun of somebody.
func (r *reader) person(i int) bool {
	w := r.word(i)
	return w.Can(lex.Noun|lex.Anim) && !w.Can(lex.Noun|lex.Inan)
}

// lastsNoun tells whether an adjective like двухлетний, which ends before token i, tells how long something lasts, and not
// how old somebody or something is.
func (r *reader) lastsNoun(i int) bool {
	for k := i; k < i+7; k++ {
		if next := r.word(k + 1); r.is(k, ',') && (next.Can(lex.Adj) || next.Can(lex.Participle)) { // шестичасовая, укороченная схема
			continue
		}
		if r.is(k, '(') {
			for k < i+6 && !r.is(k, ')') {
				k++
			}
			continue
		}
		if !r.has(k, parse.Word) || r.capital(k) {
			return false
		}
		switch w := r.word(k); {
		case small(w):
			return false
		case w.Can(lex.Adj), w.Can(lex.Participle):
		default:
			return w.Can(lex.Noun) && !w.Can(lex.Noun|lex.Anim) && !ofYears(w.Key)
		}
	}
	return false
}

// ofYears tells whether a noun behind двухлетний tells of an age.
func ofYears(key string) bool {
	return hasStem(key, "возраст", "юбиле", "годовщин", "рубеж")
}
