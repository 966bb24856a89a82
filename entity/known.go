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
		if n := len(out); s.typ == Person && n > 0 && inHonour(doc, out[n-1], s) {
			out[n-1].last, at = s.last, s.last
			continue
		}
		if n := len(out); s.typ == Person && n > 0 && headOfState(doc, out[n-1], s) {
			out[n-1].typ = Place
		}
		if s.typ == Person && twoPersons(doc, s) {
			out = append(out, span{s.first, s.first + 1, Person})
			s.first++
		}
		if mended, ok := mend(doc, s); ok {
			out = append(out, mended)
		}
		at = s.last
	}
	out, _ = bodies(doc, out, at, len(doc.Tokens))
	return out
}

// mend gives a name the type that its words tell and cuts off what is none of it; ok is false for what is no name.
func mend(doc *parse.Document, s span) (_ span, ok bool) {
	word := doc.Tokens[s.first].Word()
	switch s.typ {
	case Person:
		if consecrated(doc, s) {
			return span{s.last - 1, s.last, Person}, true
		}
		if s.last-s.first > 1 && title(doc, s.first) {
			s.first++
		}
	case Org:
		if titled(doc, s) || medium(doc, s) || numeral(doc, s) {
			return s, false
		}
		if word.Is(lex.MediaNoun) && strings.Contains(word.Key, "-") { // Telegram-канал | Baza
			if s.first++; s.first == s.last {
				return s, false
			}
		}
		if consecrated(doc, s) {
			return span{s.last - 1, s.last, Person}, true
		}
		if t := doc.Tokens; s.first > 0 && t[s.first-1].Kind() == parse.Number && !t[s.first].Spaced() {
			s.first-- // 3Com
		}
		if t := doc.Tokens; s.last < len(t) && t[s.last].Kind() == parse.Number && !t[s.last].Spaced() && t[s.last-1].Shape()&parse.Latin != 0 {
			s.last++ // Tele2
		}
		if i := calledThing(doc, s); i >= 0 && !seat(doc, s) {
			switch w := doc.Tokens[i].Word(); {
			case !somebody(w) && acts(doc, s): // Лебяжий дворец сообщил
			case w.Is(lex.PlaceNoun):
				s.typ = Place
			case somebody(w) && body(doc, i+1, s.last):
				s.first = i + 1
			default:
				return s, false
			}
		}
	}
	if s.last-s.first == 1 {
		if typ, ok := wellKnown(word.Key); ok && doc.Tokens[s.first].Shape()&parse.Upper != 0 {
			s.typ = typ
		}
		if firm(word) {
			s.typ = Org
		}
	}
	if s.typ != Person && seat(doc, s) {
		s.typ = seatType(doc, s)
	}
	if called(doc, s.first) == s.last {
		s.typ = Org
	}
	return s, true
}

// consecrated tells whether a name is that of a clergyman with the see it was given for: епископ | Лагодский Никодим.
func consecrated(doc *parse.Document, s span) bool {
	t := doc.Tokens
	if s.first == 0 || s.last-s.first != 2 {
		return false
	}
	switch title := strings.TrimRight(t[s.first-1].Key(), "аеомуы"); title {
	case "епископ", "архиепископ", "митрополит", "патриарх":
	default:
		return false
	}
	see, name := t[s.first].Word(), t[s.last-1].Word()
	return see.Can(lex.Adj) && !see.Can(lex.Surname) && name.Can(lex.Given) && !name.Can(lex.Place)
}

// inHonour tells whether a person's name goes on with an organisation's: Театр им. | Анны Рощиной, Театр имени Рощиной и | Вереска.
func inHonour(doc *parse.Document, org, s span) bool {
	t := doc.Tokens
	k := s.first
	if k > org.first+2 && t[k-1].Key() == "и" && s.last-k == 1 {
		for k--; k > org.first && t[k-1].Kind() == parse.Word && t[k-1].Shape()&parse.Capital != 0; k-- {
		}
	}
	if k > 0 && t[k-1].Is('.') {
		k--
	}
	if k == 0 || org.typ != Org || org.last < k-1 {
		return false
	}
	key := t[k-1].Key()
	return key == "имени" || key == "им"
}

// bodies appends the organisations among tokens first up to last that the model left out: bodies of power, Госсовет, firms and
// agencies by how their names end, and sites that are quoted. at is the first token behind them.
func bodies(doc *parse.Document, out []span, first, last int) ([]span, int) {
	at := first
	for i := first; i < last; i++ {
		t := &doc.Tokens[i]
		if i < at || t.Kind() != parse.Word {
			continue
		}
		if end := site(doc, i); end > 0 && end <= last {
			out, at = append(out, span{i, end, Org}), end
			continue
		}
		if end := called(doc, i); end > 0 && end < last {
			out, at = append(out, span{i, end, Org}), end
			continue
		}
		if t.Shape()&parse.Title == 0 || t.Shape()&(parse.Upper|parse.Mixed) != 0 {
			continue
		}
		if w := t.Word(); w.Is(lex.OrgNoun) && ner.OfState(w.Key) || firm(w) {
			out, at = append(out, span{i, i + 1, Org}), i+1
		}
	}
	return out, max(at, last)
}

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
	for k := i + 1; k < min(i+maxCalled+1, len(t)); k++ {
		switch {
		case closingMark(&t[k]):
			return k
		case t[k].Kind() == parse.Punct && !t[k].Dash():
			return 0
		}
	}
	return 0
}

// site is behind the last token of the address of a site that says something, which begins at token i; 0 where there is none:
// сообщает zarya.ru.
func site(doc *parse.Document, i int) int {
	t := doc.Tokens
	if i == 0 || i+2 >= len(t) || !t[i+1].Is('.') || t[i+1].Spaced() || t[i+2].Spaced() || !ner.Domain(t[i+2].Key()) {
		return 0
	}
	if i+3 < len(t) && !t[i+3].Spaced() && (t[i+3].Is('/') || t[i+3].Is('.') && i+4 < len(t) && !t[i+4].Spaced()) {
		return 0
	}
	before := i - 1
	if quoted(&t[before]) && before > 0 {
		before--
	} else if !t[i].Spaced() {
		return 0 // a part of something longer
	}
	if w := t[before].Word(); w.Is(lex.SpeechVerb) || w.Is(lex.MediaNoun) && w.Can(lex.Nom) && (before == 0 || !t[before-1].Word().Can(lex.Preposition)) { // but not на сайте zarya.ru
		return i + 3
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
		if work, _ := w.Value(lex.TitleNoun); work == 1 {
			return !w.Is(lex.OrgNoun | lex.MediaNoun)
		}
		if n == 0 && thing(w) && w.Can(lex.Sing) {
			name := t[s.first].Word()
			return name.Can(lex.Nom) && !name.Can(lex.Gen) && (s.last+1 == len(t) || !t[s.last+1].Dash()) // матч «Заря» — «Луч»
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

// thing tells the nouns for what is neither an organisation nor a medium, and for buildings.
func thing(w *lex.Word) bool {
	v, org := w.Value(lex.OrgNoun)
	return v == building || w.Is(lex.TitleNoun|lex.PlaceNoun) && !org && !w.Is(lex.MediaNoun)
}

// somebody tells the nouns for persons.
func somebody(w *lex.Word) bool {
	return w.Is(lex.Post|lex.PersonNoun) && !w.Is(lex.OrgNoun|lex.MediaNoun) && !w.Can(lex.Adj)
}

// acts tells whether a verb of speech stands right beside a name.
func acts(doc *parse.Document, s span) bool {
	t := doc.Tokens
	return s.first > 0 && t[s.first-1].Word().Is(lex.SpeechVerb) || s.last < len(t) && t[s.last].Word().Is(lex.SpeechVerb)
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

// building is the value of the nouns for organisations that are buildings as well: аэропорт.
const building = 2

// alsoBody tells the nouns for things that organisations are called by as well: Федеральная резервная система, Национальная опера.
func alsoBody(key string) bool {
	for _, stem := range [...]string{"систем", "форум", "конференци", "комплекс", "опер", "государств", "станци", "автономи", "концерт"} {
		if rest, ok := strings.CutPrefix(key, stem); ok && len(rest) <= len("ами") {
			return true
		}
	}
	return false
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
		case t.Kind() != parse.Word || t.Shape()&(parse.Upper|parse.Mixed) != 0 || w.Can(lex.Names):
			return -1
		case thing(w) || w.Is(lex.TimeUnit) || somebody(w):
			if i+1 < s.last && doc.Tokens[i+1].Is('.') || alsoBody(w.Key) { // Лента.ру
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
	if k := doc.Tokens[first-1].Key(); k != "в" && k != "на" && k != "через" {
		return false
	}
	w := doc.Tokens[s.first].Word()
	for _, stem := range [...]string{"рунет", "сет", "википеди", "твиттер", "twitter", "facebook", "фейсбук", "youtube", "ютуб", "ютьюб", "инстаграм", "instagram",
		"telegram", "телеграм", "вконтакте", "skype", "скайп", "whatsapp", "tiktok", "тикток", "tumblr", "reddit"} {
		if rest, ok := strings.CutPrefix(w.Key, stem); ok && len(rest) <= len("ом") {
			return true
		}
	}
	return false
}

// firm tells whether a word that no table has ends as the names of firms and agencies do.
func firm(w *lex.Word) bool {
	if w.Known() {
		return false
	}
	for _, s := range [...]string{"банк", "холдинг", "инвест", "телеком", "строй", "трест", "надзор", "автодор", "реестр", "охран"} {
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

// headOfState tells whether between a post and a full name what was taken for a person is the name of a state: президент |
// Лагодии | Анна Рощина.
func headOfState(doc *parse.Document, state, s span) bool {
	t := doc.Tokens
	if state.typ != Person || state.last != s.first || state.last-state.first != 1 || state.first == 0 || s.last-s.first < 2 {
		return false
	}
	w := t[state.first].Word()
	return !w.Known() && (strings.HasSuffix(w.Key, "ии") || strings.HasSuffix(w.Key, "стана")) && t[state.first-1].Word().Is(lex.Post) && t[s.first].Word().Can(lex.Given)
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
