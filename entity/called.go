package entity

import (
	"slices"
	"strings"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// What a noun before a name, or in it, says the name is the name of: фильм «Тихий Дон», банк «Заречье», Гражданский кодекс.

// maxCalled is how long, in tokens, a name can be that a noun in front of the quotation marks tells to be an organisation's.
const maxCalled = 6

// called is behind the last token of what stands in quotation marks from token i on behind a noun for an organisation or a medium,
// банк «Заречье»; 0 where nothing does.
func called(doc *parse.Document, i int) int {
	t := doc.Tokens
	if i < 2 || !quoted(&t[i-1]) || t[i].Shape()&parse.Capital == 0 {
		return 0
	}
	if w := t[i-2].Word(); !w.Is(lex.OrgNoun|lex.MediaNoun) || w.Is(lex.TitleNoun) || thing(w) {
		return 0
	}
	inner := 0 // marks open inside
	for k := i + 1; k < min(i+maxCalled+1, len(t)); k++ {
		switch {
		case t[k].Is('«') || t[k].Is('„'):
			inner++
		case closingMark(&t[k]) && inner > 0:
			inner--
		case closingMark(&t[k]):
			return k
		case t[k].Kind() == parse.Punct && !t[k].Dash():
			return 0
		}
	}
	return 0
}

const (
	maxTitles = 12 // titles in a row
	maxTitle  = 14 // tokens of a title
)

// titled tells whether a name fills the quotation marks behind a noun that says it is a work's title, фильм «Тихий Дон», or
// behind other titles, фильмы «Тихий Дон», «Роза» и «Стена»; or behind a noun for another thing that stands in the case of its
// name: стадион «Ходынка», but матч «Спартака».
func titled(doc *parse.Document, s span) bool {
	t := doc.Tokens
	if s.first == 0 || s.last >= len(t) || !quoted(&t[s.first-1]) || !closingMark(&t[s.last]) {
		return false
	}
	open := s.first - 1
	for n := 0; n < maxTitles && open > 0; n++ {
		w := t[open-1].Word()
		if n == 0 {
			i := open - 1
			if t[i].Shape()&parse.Title != 0 {
				i = behindAuthor(doc, i)
			}
			if i == open-1 {
				i = behindOwner(doc, i)
			}
			w = t[i].Word()
		}
		if valued(w, lex.TitleNoun, lex.Work) {
			return !w.Is(lex.OrgNoun | lex.MediaNoun)
		}
		if n == 0 && thing(w) && w.Can(lex.Sing) {
			name := t[s.first].Word()
			if strings.HasPrefix(w.Key, "акци") && (!name.Known() || organisation(name)) {
				return false // shares: акции «Алросы», but акции «Бессмертный полк»
			}
			return name.Can(lex.Nom) && (s.typ == Person || !name.Can(lex.Gen)) && (s.last+1 == len(t) || !t[s.last+1].Dash()) // матч «Заря» — «Луч»
		}
		if open < 3 || !t[open-1].Is(',') && w.Key != "и" || !closingMark(&t[open-2]) {
			return false
		}
		from := open - 3
		for from > 0 && open-from < maxTitle && !quoted(&t[from]) {
			from--
		}
		if open = from; !quoted(&t[open]) {
			return false
		}
	}
	return false
}

// behindAuthor is the token before the name of an author that ends with token i, where that is a noun for a work: роман | Анны Рощиной,
// фильм | режиссёра Павла Веснина; else i.
func behindAuthor(doc *parse.Document, i int) int {
	const most = 6 // tokens of the name
	t := doc.Tokens
	for k := i; k > 0 && k > i-most; k-- {
		if before := t[k-1].Word(); t[k-1].Shape()&parse.Capital == 0 && t[k-1].Kind() == parse.Word || opens(doc, k-1) {
			if valued(before, lex.TitleNoun, lex.Work) {
				return k - 1
			} else if !before.Is(lex.Post) || !before.Can(lex.Gen) {
				return i
			}
		}
	}
	return i
}

// behindOwner is the token before whose a thing is, or its number, where that ends with token i: ледокол | Росатома «Сибирь», поезд | № 2
// «Россия»; else i.
func behindOwner(doc *parse.Document, i int) int {
	const most = 6 // tokens
	t := doc.Tokens
	if kindAlone(doc, span{i, i + 1, Org}) {
		return i // станция ГУП «Заря»
	}
	k, named := i, false
	for ; k > 0 && k > i-most; k-- {
		x := &t[k]
		switch w := x.Word(); {
		case x.Kind() == parse.Number, x.Is('№'), x.Kind() == parse.Symbol, x.Dash() && !x.Spaced():
			continue
		case x.Kind() != parse.Word || x.Opens():
		case x.Shape()&parse.Capital != 0:
			named = named || x.End()-x.Start() > len("М")
			continue
		case k < i && t[k+1].Kind() == parse.Number && w.Can(lex.Noun|lex.Gen), w.Is(lex.OrgNoun) && w.Can(lex.Noun|lex.Gen|lex.Sing) && t[k-1].Shape()&parse.Title != 0 && t[k-1].Word().Can(lex.Adj):
			continue // проекта 305, Северного флота
		}
		break
	}
	if k == i || !thing(t[k].Word()) || valued(t[k].Word(), lex.TitleNoun, lex.Work) {
		return i
	}
	first := k
	for first > 0 && !t[first].Opens() && attributive(&t[first-1], t[k].Word().Gram(lex.Noun)) {
		first--
	}
	if named && first > 0 && inflect.Preposition(t[first-1].Key()) != 0 {
		return i // в матче КХЛ «Заря» победила
	}
	return k
}

// thing tells the nouns for what is neither an organisation nor a medium, and for buildings.
func thing(w *lex.Word) bool {
	v, org := w.Value(lex.OrgNoun)
	return v&lex.Building != 0 || w.Is(lex.TitleNoun|lex.PlaceNoun) && !org && !w.Is(lex.MediaNoun)
}

// somebody tells the nouns for persons.
func somebody(w *lex.Word) bool {
	return w.Is(lex.Post|lex.PersonNoun) && !w.Is(lex.OrgNoun|lex.MediaNoun) && !w.Can(lex.Adj)
}

// acts tells whether a verb of speech stands right beside a name.
func acts(doc *parse.Document, s span) bool {
	says := func(i int) bool {
		return i >= 0 && i < len(doc.Tokens) && doc.Tokens[i].Word().Is(lex.SpeechVerb) && !doc.Tokens[i].Word().Can(lex.Infinitive)
	}
	return says(s.first-1) || says(s.last)
}

// body tells whether tokens i up to last name a body of which somebody is a member: Член | общественного совета при ….
func body(doc *parse.Document, i, last int) bool {
	first := i
	for ; i < last; i++ {
		t := &doc.Tokens[i]
		if t.Word().Is(lex.OrgNoun) {
			return last-first > 2 || doc.Tokens[first].Shape()&parse.Title != 0
		}
		if !t.Word().Can(lex.Adj) {
			break
		}
	}
	return false
}

// valued tells whether a word is a noun of a class with all bits of a value.
func valued(w *lex.Word, c lex.Class, bits int) bool {
	v, _ := w.Value(c)
	return v&bits == bits
}

// formOf tells whether a word is a form of one of some nouns or adjectives.
func formOf(w *lex.Word, nouns ...string) bool {
	return slices.ContainsFunc(w.Readings, func(r lex.Reading) bool {
		return r.Gram()&(lex.Noun|lex.Adj) != 0 && slices.Contains(nouns, w.Normal(r))
	})
}

// alsoBody tells the nouns for things that organisations are called by as well: Федеральная резервная система, Национальная опера.
func alsoBody(w *lex.Word) bool {
	return valued(w, lex.TitleNoun, lex.Body) || valued(w, lex.PlaceNoun, lex.Body)
}

// calledThing finds the noun that tells what a name of several words is the name of, behind its adjectives, where it is a thing's
// or a person's: Гражданский кодекс, Храм Покрова, Верховный комиссар; -1 for none.
func calledThing(doc *parse.Document, s span) int {
	if s.last-s.first < 2 || s.first > 0 && quoted(&doc.Tokens[s.first-1]) {
		return -1
	}
	for i := s.first; i < s.last; i++ {
		t := &doc.Tokens[i]
		w := t.Word()
		switch {
		case t.Kind() != parse.Word || t.Shape()&(parse.Upper|parse.Mixed) != 0 || w.Grams&lex.Names != 0:
			return -1
		case thing(w) || w.Is(lex.TimeUnit) || somebody(w):
			if i+1 < s.last && doc.Tokens[i+1].Is('.') || alsoBody(w) { // Лента.ру
				return -1
			}
			return i
		case !w.Can(lex.Adj) && !w.Can(lex.Participle):
			return -1
		}
	}
	return -1
}

// numeral tells whether a name is a Roman number: XXI съезд.
func numeral(doc *parse.Document, s span) bool {
	t := &doc.Tokens[s.first]
	return s.last-s.first == 1 && t.Shape()&parse.Upper != 0 && strings.Trim(doc.Text[t.Start():t.End()], "IVX") == ""
}

// medium tells whether a name is that of the net, or of a network in it, where something stands: в «Твиттере», but Твиттер заявил.
func medium(doc *parse.Document, s span) bool {
	first := s.first
	if first > 0 && quoted(&doc.Tokens[first-1]) {
		first--
	}
	if s.last-s.first != 1 || first == 0 {
		return false
	}
	if first > 1 && doc.Tokens[first-1].Word().Can(lex.Apro) { // в своём Твиттере
		first--
	}
	k := doc.Tokens[first-1].Key()
	return (k == "в" || k == "на" || k == "через") && doc.Tokens[s.first].Word().Is(lex.Network)
}
