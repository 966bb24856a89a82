package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// age tells whether an amount is somebody's age or an anniversary.
func (r *reader) age(e *expr) bool {
	if e.min.unit() != year || e.min.n > 1 || e.min.vague() {
		return false
	}
	prev, next := r.key(e.first-1), r.key(e.last)
	switch {
	case strings.HasPrefix(next, "исполн"), strings.HasPrefix(next, "отроду"), next == "от" && r.key(e.last+1) == "роду":
		return true
	case next == "со" && (r.key(e.last+1) == "дня" || r.key(e.last+1) == "времени"):
		return true
	case (prev == "в" || prev == "с") && e.min == e.max:
		return !r.measuredNoun(e.first - 2)
	}
	return r.ageBefore(e)
}

// measuredNoun tells whether token i is a noun whose length is told by в: сроком в пять лет.
func (r *reader) measuredNoun(i int) bool {
	for _, s := range [...]string{"срок", "продолжительност", "длительност", "длин", "стаж", "опыт", "разниц", "перерыв", "период"} {
		if strings.HasPrefix(r.key(i), s) {
			return true
		}
	}
	return false
}

// ageBefore tells whether the words of the clause before an amount make it an age: в возрасте, ему было, старше, исполнилось.
func (r *reader) ageBefore(e *expr) bool {
	dative := false
	for k := e.first - 1; r.in(k) && k > e.first-12; k-- {
		t := &r.tok[k]
		if t.Stop() || t.Is(';') || t.Is('«') {
			break
		}
		if t.Kind() != parse.Word {
			continue
		}
		key := t.Key()
		switch {
		case strings.HasPrefix(key, "возраст"), strings.HasPrefix(key, "исполн"), key == "старше", key == "моложе", key == "младше",
			strings.HasPrefix(key, "дожи"), strings.HasPrefix(key, "пенси"), strings.HasPrefix(key, "достиг"), key == "стукнуло":
			return true
		case datives(key):
			dative = true
		}
		if dative && e.first-k <= 6 && r.onlyBeing(k+1, e.first) {
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
		if strings.HasPrefix(w.Key, "был") || strings.HasPrefix(w.Key, "буд") {
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
	k := e.first - 1
	if r.is(k, ',') || r.is(k, '(') {
		k--
		if closed := r.is(e.last, ',') || r.is(e.last, ')') || r.is(e.last, '.') || e.last == r.last; !closed {
			return false
		}
		return r.in(k) && r.tok[k].Shape()&parse.Title != 0 && r.tok[k].Kind() == parse.Word
	}
	if !r.in(k) || r.tok[k].Kind() != parse.Word {
		return false
	}
	w := r.word(k)
	if r.tok[k].Shape()&parse.Title != 0 && k > r.first {
		return w.Can(lex.Dat)
	}
	return w.Can(lex.Noun|lex.Anim) && !w.Can(lex.Noun|lex.Inan)
}

// lastsNoun tells whether an adjective like двухлетний, which ends before token i, tells how long something lasts, and not
// how old somebody or something is.
func (r *reader) lastsNoun(i int) bool {
	for k := i; k < i+4; k++ {
		if !r.in(k) || r.tok[k].Kind() != parse.Word {
			return false
		}
		w, shape := r.word(k), r.tok[k].Shape()
		if shape&parse.Capital != 0 {
			return false
		}
		if w.Can(lex.Noun) {
			return !w.Can(lex.Noun|lex.Anim) && !ofYears(w.Key)
		}
		if !w.Can(lex.Adj) && !w.Can(lex.Participle) {
			return false
		}
	}
	return false
}

// ofYears tells whether a noun behind двухлетний tells of an age.
func ofYears(key string) bool {
	for _, s := range [...]string{"возраст", "юбиле", "годовщин", "рубеж"} {
		if strings.HasPrefix(key, s) {
			return true
		}
	}
	return false
}
