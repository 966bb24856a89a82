package ner

import "github.com/svodka/svodka/internal/lex"

// Most words can be no part of a name. What can is found before the model weighs anything: words that are written like names, and
// the words around them that a name can take in.

// nearBehind is how many tokens behind a word that is written like a name can go on with it, but for a chain's.
const nearBehind = 4

// gate notes what can be part of a name.
func (s *scene) gate() {
	for i := range s.at {
		if capital(s.at[i].form) && s.mayBegin(i) {
			s.activate(s.before(i), s.behind(i))
		}
	}
}

// activate notes that the tokens from first up to but not last can be part of names.
func (s *scene) activate(first, last int) {
	for i := first; i < last; i++ {
		f := &s.at[i]
		f.active = f.form != quote && f.form != bracket && f.address != addressLink && f.latin&latinProse == 0
	}
}

// before is the first token of what stands before token i in its name: аль-, or the small words of the chain it belongs to.
func (s *scene) before(i int) int {
	first := i
	if f := &s.at[i]; f.link > linkHead && s.at[i-int(f.sinceHead)].form == lower {
		first = i - int(f.sinceHead)
		for first > 0 && s.at[first-1].form == lower && s.tok[first-1].Word().Can(lex.Adj) {
			first--
		}
	}
	for first > 0 && s.at[first-1].form == lower && particle(s.tok[first-1].Key()) {
		first--
	}
	return first
}

// behind is the token behind the last one that can belong to a name with token i.
func (s *scene) behind(i int) int {
	names := namesOf(s.tok[i].Word())
	person := names&(nameGiven|nameSurname|namePatronymic) != 0 && names&(namePlace|nameOrg|nameOther|nameAbbr) == 0
	k := i + 1
	for ; k < len(s.at) && !s.at[k].opens; k++ {
		f := &s.at[k]
		inChain := f.link > linkHead && k-int(f.sinceHead) >= i
		if !inChain && (k-i > nearBehind || !s.goesOn(k, person)) {
			break
		}
	}
	return k
}

// goesOn tells whether a name can go on with token k; that of a person does not with a noun.
func (s *scene) goesOn(k int, person bool) bool {
	t := &s.tok[k]
	switch s.at[k].form {
	case lower:
		w := t.Word()
		if particle(t.Key()) {
			return true
		}
		if person {
			return false
		}
		if t.Key() == "и" || w.Can(lex.Preposition) || !w.Known() {
			return true
		}
		return nominal(w)
	case stop:
		return !t.Spaced()
	case comma, quote, bracket:
		return false
	}
	return true
}

// particle tells the small words inside persons' names.
func particle(key string) bool {
	switch key {
	case "аль", "эль", "ар", "ас", "ат", "аш", "ад", "бен", "бин", "бинт", "ибн", "абу", "фон", "фан", "ван", "дер", "ден", "де", "ди", "да",
		"дю", "дель", "делла", "дос", "ла", "ле", "лос", "лас", "тер", "цу", "оглы", "кызы", "заде", "паша", "бей", "хан":
		return true
	}
	return false
}

// mayBegin tells whether a token with a capital is written like the first word of a name. At the beginning of a sentence every word is; there
// what is certainly no noun is left out, unless it is an initial or the text has it with a capital elsewhere.
func (s *scene) mayBegin(i int) bool {
	f := &s.at[i]
	t := &s.tok[i]
	if f.form != title && f.form != letter || !f.begins || s.initialAt(i) {
		return true
	}
	w := t.Word()
	if !w.Known() || s.seen(i)&seenCapital != 0 {
		return true
	}
	return nominal(w)
}

// nominal tells whether a word can be a noun or an adjective that is no pronoun.
func nominal(w *lex.Word) bool {
	const noun = lex.Noun | lex.Adj | lex.Participle
	if w.Grams&noun == 0 || w.Grams&lex.Apro == 0 {
		return w.Grams&noun != 0
	}
	for i := range w.Readings {
		if g := w.Readings[i].Gram(); g&noun != 0 && g&lex.Apro == 0 {
			return true
		}
	}
	return false
}
