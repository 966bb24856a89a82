package entity

import (
	"slices"
	"strings"

	"github.com/svodka/svodka/entity/internal/ner"
	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// What a sentence says of a name outweighs the model where it is definite: a film's title is no organisation, Сельхозпромбанк
// no person, and the name of a service goes on behind по.

// correct mends the spans of the model by what is definite, and adds those that it missed.
func correct(doc *parse.Document, spans []span) []span {
	out := make([]span, 0, len(spans)+4)
	at := 0 // tokens before it are done
	for _, s := range spans {
		out, at = bodies(doc, out, at, s.first)
		if s.first < at || !worded(doc, s) {
			continue // inside the name of a service, or no name at all
		}
		if s.typ == Org && titled(doc, s) {
			at = s.last
			continue
		}
		if s.typ == Person && twoPersons(doc, s) {
			out = append(out, span{s.first, s.first + 1, Person})
			s.first++
		}
		if s.typ == Person && s.last-s.first > 1 && title(doc, s.first) {
			s.first++
		}
		if s.typ == Org && s.last-s.first == 1 && doc.Tokens[s.first].Key() == "мкс" {
			s.typ = Place // the space station
		}
		if s.last-s.first == 1 && s.typ != Org && firm(doc.Tokens[s.first].Word()) {
			s.typ = Org
		}
		if s.typ != Person && seat(doc, s) {
			s.typ = seatType(doc, s)
		}
		out, at = append(out, s), s.last
	}
	out, _ = bodies(doc, out, at, len(doc.Tokens))
	return out
}

// bodies appends the bodies of power among tokens first up to last that the model left out: Госсовет. at is the first token
// behind them.
func bodies(doc *parse.Document, out []span, first, last int) ([]span, int) {
	at := first
	for i := first; i < last; i++ {
		t := &doc.Tokens[i]
		if i < at || t.Kind() != parse.Word || t.Shape()&parse.Title == 0 || t.Shape()&(parse.Upper|parse.Mixed) != 0 || !t.Word().Is(lex.OrgNoun) {
			continue
		}
		if ner.OfState(t.Word().Key) {
			out, at = append(out, span{i, i + 1, Org}), i+1
		}
	}
	return out, max(at, last)
}

// titled tells whether a name fills the quotation marks behind a noun that says it is a work's title: фильм «Тихий Дон».
func titled(doc *parse.Document, s span) bool {
	if s.first < 2 || !quoted(&doc.Tokens[s.first-1]) || s.last >= len(doc.Tokens) || !closingMark(&doc.Tokens[s.last]) {
		return false
	}
	w := doc.Tokens[s.first-2].Word()
	work, _ := w.Value(lex.TitleNoun)
	return work == 1 && !w.Is(lex.OrgNoun|lex.MediaNoun)
}

// firm tells whether a word that no table has ends as the names of firms do.
func firm(w *lex.Word) bool {
	if w.Known() {
		return false
	}
	for _, s := range [...]string{"банк", "холдинг", "инвест", "телеком", "строй", "трест"} {
		if i := strings.LastIndex(w.Key, s); i > 0 && len(w.Key)-i-len(s) <= 4 {
			return true
		}
	}
	return false
}

// worded tells whether a span has a word in it, not bytes that are no text alone.
func worded(doc *parse.Document, s span) bool {
	return slices.ContainsFunc(doc.Tokens[s.first:s.last], func(t parse.Token) bool { return t.Kind() == parse.Word || t.Kind() == parse.Number })
}

// twoPersons tells whether behind a post a surname and a full name were taken for one name: адвокат Рощина | Анна Вереск.
func twoPersons(doc *parse.Document, s span) bool {
	t := doc.Tokens
	if s.last-s.first < 3 || s.first == 0 || !t[s.first-1].Word().Is(lex.Post) || t[s.first+2].Kind() != parse.Word {
		return false
	}
	a, b, c := t[s.first].Word(), t[s.first+1].Word(), t[s.first+2].Word()
	return !a.Can(lex.Given) && !a.Can(lex.Surname|lex.Nom|lex.Masc) && b.Can(lex.Given|lex.Nom) && !c.Can(lex.Patronymic)
}

// title tells whether the first word of a person's name is a post and the next one begins the name: Митрополит | Никодим.
func title(doc *parse.Document, first int) bool {
	t := doc.Tokens
	w, next := t[first].Word(), t[first+1].Word()
	return w.Is(lex.Post) && !w.Can(lex.Given) && !w.Can(lex.Surname) && t[first+1].Shape()&parse.Title != 0 && t[first+1].Spaced() && !next.Can(lex.Adj)
}

// seat tells whether a name is that of a seat of power, which stands for those who sit there: Кремль, Белый дом.
func seat(doc *parse.Document, s span) bool {
	t := doc.Tokens
	switch s.last - s.first {
	case 1:
		return strings.HasPrefix(t[s.first].Key(), "кремл")
	case 2:
		return strings.HasPrefix(t[s.first].Key(), "бел") && strings.HasPrefix(t[s.first+1].Key(), "дом") && t[s.first].Shape()&parse.Title != 0
	}
	return false
}

// seatType is a place behind a preposition, unless a verb of speech stands near: у Кремля, but в Кремле сообщили.
func seatType(doc *parse.Document, s span) Type {
	if s.first == 0 || inflect.Preposition(doc.Tokens[s.first-1].Key()) == 0 {
		return Org
	}
	const near = 4 // tokens
	for i := max(0, s.first-near); i < min(len(doc.Tokens), s.last+near); i++ {
		if doc.Tokens[i].Word().Is(lex.SpeechVerb) {
			return Org
		}
	}
	return Place
}
