package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// What a sentence says of a name outweighs the model where it is definite: a film's title is no organisation, Сельхозпромбанк
// no person, and the name of a service goes on behind по.

// correct mends the spans of the model by what is definite, and adds those that it missed. Its list is made in the room of another, which it
// gives back.
func correct(room []span, doc *parse.Document, spans []span) (out, rest []span) {
	for _, pass := range [...]func([]span, *parse.Document, []span) ([]span, bool){nameFamous, members} {
		if changed, ok := pass(room, doc, spans); ok {
			spans, room = changed, spans
		}
	}
	c := corrector{doc: doc, spans: spans, out: slices.Grow(room[:0], len(spans)+4)}
	for i := range spans {
		c.take(i)
	}
	c.out, _ = missed(doc, c.out, c.at, len(doc.Tokens))
	return c.out, spans
}

// A corrector goes over the spans of the model, with what it has made of them so far.
type corrector struct {
	doc   *parse.Document
	spans []span
	out   []span
	at    int // tokens before it are done
}

// take mends span i and puts it to the others, unless it is no name or a part of one.
func (c *corrector) take(i int) {
	doc, s := c.doc, c.spans[i]
	c.out, c.at = missed(doc, c.out, c.at, s.first)
	if c.goesOn(s) || s.first < c.at || !worded(doc, s) {
		return
	}
	s, ok := glossed(doc, c.out, s)
	if !ok || c.introduces(i, s) {
		return
	}
	if k := s.last - 1; k > s.first && i+1 < len(c.spans) && c.spans[i+1].first == s.last && c.spans[i+1].typ == Place && doc.Tokens[k].Key() == "республики" && doc.Tokens[k].Shape()&parse.Title != 0 {
		s.last, c.spans[i+1].first = k, k // Национальный банк | Республики Беларусь
	}
	if c.honours(s) {
		return
	}
	least := c.end()
	if rest := c.part(s); rest != s {
		s, least = rest, rest.first
	}
	if c.between(i, s) {
		s.typ = Place
	}
	mended, ok := mend(doc, s)
	if mended.last > s.last && i+1 < len(c.spans) && c.spans[i+1].first < mended.last && doc.Tokens[c.spans[i+1].first].Spaced() {
		mended.last = s.last // a place in the name is one of its own
	}
	if ok {
		mended.first = max(mended.first, least)
		c.out = append(c.out, mended)
	}
	c.at = max(s.last, mended.last)
}

// end is behind the last name put.
func (c *corrector) end() int {
	if n := len(c.out); n > 0 {
		return c.out[n-1].last
	}
	return 0
}

// goesOn tells whether a span is but the rest of the last name, which takes it in.
func (c *corrector) goesOn(s span) bool {
	n := len(c.out)
	if n == 0 {
		return false
	}
	last := &c.out[n-1]
	if s.typ == Person && surnameFirst(c.doc, *last, s) {
		last.typ = Person
	}
	if !goesOn(c.doc, *last, s) {
		return false
	}
	last.last, c.at = s.last, s.last
	return true
}

// introduces tells whether span i, s by now, but says what the next one is; РИА and the name in marks behind it are one.
func (c *corrector) introduces(i int, s span) bool {
	if i+1 == len(c.spans) {
		return false
	}
	next := c.spans[i+1]
	marked := beforeMarks(c.doc, s, next)
	if marked && c.doc.Tokens[s.first].Key() == "риа" { // РИА «Новости»
		c.at = next.last + 1
		c.out = append(c.out, span{s.first, c.at, Org})
		return true
	}
	return marked && kindAlone(c.doc, s) || describes(c.doc, s, next)
}

// honours tells whether a span is of somebody after whom an organisation is called: больница имени Рощина. It is a part of its name.
func (c *corrector) honours(s span) bool {
	n := len(c.out)
	switch of := honoured(c.doc, s); {
	case n > 0 && s.typ == Person && inHonour(c.doc, c.out[n-1], s):
		c.out[n-1].last = s.last
	case of >= c.end():
		c.out = append(c.out, span{of, s.last, Org})
	default:
		return false
	}
	c.at = s.last
	return true
}

// part takes the names that stand in front of another one in its span off it and puts them.
func (c *corrector) part(s span) (rest span) {
	put := func(last int, typ Type) { c.out = append(c.out, span{s.first, last, typ}) }
	if k := betweenTwo(c.doc, s); k > 0 && small(&c.doc.Tokens[k+1]) {
		s.last = k
	} else if k > 0 {
		put(k, s.typ)
		s.first = k + 1
	}
	if k := placeAndPerson(c.doc, s); k > 0 {
		put(k, Place)
		s = span{k, s.last, Person}
	}
	if k := personAndFirm(c.doc, s); k > 0 {
		put(k, Person)
		s.first, s.typ = k, Org
	}
	if k := twoFirms(c.doc, s); k > 0 {
		put(k, Org)
		s.first = k + 1
	}
	if s.typ == Person && twoPersons(c.doc, s) {
		put(s.first+1, Person)
		s.first++
	}
	return s
}

// between tells whether span i, s by now, was taken for a person's and is a place by the ones around it.
func (c *corrector) between(i int, s span) bool {
	n := len(c.out)
	if n == 0 || s.typ != Person || s.last-s.first != 1 {
		return false
	}
	last := c.out[n-1]
	return amongPlaces(c.doc, last, s) || i+1 < len(c.spans) && betweenPlaces(c.doc, last, s, c.spans[i+1]) || routed(c.doc, last, s)
}

// goesOn tells whether two names of one type that stand side by side are one: Л | . Н. Рощина, Великого | Новгорода.
func goesOn(doc *parse.Document, a, b span) bool {
	if b.first != a.last || a.typ != b.typ {
		return false
	}
	t := &doc.Tokens[b.first]
	return t.Is('.') || a.typ == Person && surnameFirst(doc, a, b) || a.typ == Place && a.last-a.first == 1 && b.last-b.first == 1 && t.Spaced() && !t.Opens() && attributive(&doc.Tokens[a.first], t.Word().Gram(lex.Noun|lex.Place|lex.Sing))
}

// surnameFirst tells whether what was taken for an organisation is the surname, in capitals, of the given name and patronymic behind it: РОЩИН |
// Павел Ильич.
func surnameFirst(doc *parse.Document, a, b span) bool {
	t := doc.Tokens
	return a.last-a.first == 1 && b.first == a.last && b.last-b.first == 2 && t[a.first].Shape()&parse.Upper != 0 && t[a.first].Word().Can(lex.Surname) && t[b.first+1].Word().Can(lex.Patronymic)
}

// beforeMarks tells whether the name of an organisation ends in capitals right before the next one, which is in quotation marks.
func beforeMarks(doc *parse.Document, s, next span) bool {
	t := doc.Tokens
	return s.typ == Org && next.typ != Person && next.first == s.last+1 && t[s.last-1].Shape()&parse.Upper != 0 &&
		t[s.last].OpensQuote() && (next.last < len(t) && t[next.last].ClosesQuote() || kindAlone(doc, s)) // ФКУ «Управление «Заря»
}

// kindAlone tells whether a name but says what kind of organisation the name behind it is: ФК | «Заря», ООО УК | «Заря».
func kindAlone(doc *parse.Document, s span) bool {
	return !slices.ContainsFunc(doc.Tokens[s.first:s.last], func(t parse.Token) bool {
		switch t.Key() {
		case "ооо", "ао", "гупс", "оао", "зао", "пао", "нао", "нак", "тоо", "одо", "ип", "гк", "ук", "нк", "тк", "ак", "афк", "гмк", "тд", "пкф", "дск", "гок", "атп", // firms
			"гуп", "фгуп", "муп", "когуп", "гу", "фгу", "гбу", "фгбу", "мбу", "гау", "мау", "гку", "мку", "фку", "фгку", "фгау", "кгбу", "кгку", "огбу", "обу", "гкп", // what the state owns
			"гбуз", "гауз", "фгбуз", "кгбуз", "огбуз", "муз", "мсч", "цгб", "црб", // hospitals
			"ано", "нко", "нп", "оо", "роо", "моо", "бф", "нпф", "мфо", "снт", "тсж", "чоп",
			"фк", "хк", "бк", "вк", "рк", "мфк", "пфк", "жфк", "ск", // clubs
			"ниу", "нияу", "фгбоу", "фгаоу", "фгбну", "гбоу", "мбоу", "маоу", "мкоу", "мбдоу", "нии", "ниц", "гнц", "кб", "окб", "цкб", "нпо", "нпп", "нпц", "нпк", // science
			"иа", "ид", "трк", "гтрк", "втрк", "жк", "тц", "трц", "бц", "сизо", "ик":
			return false
		}
		return true
	})
}

// describes tells whether what was taken for an organisation but says with the capital of its sentence what the next one is:
// Телеканал | «Заря», Американская корпорация | Boeing.
func describes(doc *parse.Document, s, next span) bool {
	t := doc.Tokens
	marked := next.first == s.last+1 && t[s.last].OpensQuote()
	if s.typ == Person || next.typ == Person || s.typ == Place && next.typ == Org || !marked && next.first != s.last || !opens(doc, s.first) {
		return false
	}
	for i := s.first; i < s.last; i++ {
		w := t[i].Word()
		if !w.Known() || t[i].Shape()&(parse.Upper|parse.Mixed) != 0 || i > s.first && t[i].Shape()&parse.Capital != 0 {
			return false
		}
		if last := i+1 == s.last; last && !(next.typ == Org && w.Is(lex.OrgNoun|lex.MediaNoun) || next.typ == Place && !marked && onlyKind(w)) || !last && !w.Can(lex.Adj) {
			return false
		}
	}
	name := &t[next.first]
	if name.Shape()&parse.Latin != 0 {
		return true
	}
	return (marked || name.Shape()&parse.Upper == 0) && (name.Word().Can(lex.Nom) || !name.Word().Can(lex.Gen)) // but not Судейский комитет | ФИФА
}

// onlyKind tells the nouns for places that have no name of an adjective alone as districts have: Уральский город | Озерена.
func onlyKind(w *lex.Word) bool {
	return valued(w, lex.PlaceNoun, lex.Mapped) || valued(w, lex.OrgNoun, lex.Building) ||
		formOf(w, "город", "городок", "село", "деревня", "поселок", "станица", "хутор", "аул", "река", "озеро", "гора", "курорт")
}

// opens tells whether a word can have its capital from the beginning of a sentence.
func opens(doc *parse.Document, i int) bool {
	t := doc.Tokens
	return i == 0 || t[i].Opens() || t[i-1].Stop()
}

// mend gives a name the type that its words tell and cuts off what is none of it; ok is false for what is no name.
func mend(doc *parse.Document, s span) (_ span, ok bool) {
	for s.last-s.first > 1 && doc.Tokens[s.last-1].Word().Can(lex.Preposition) && small(&doc.Tokens[s.last-1]) {
		s.last-- // МЧС России | по | Республике Дагестан
	}
	if s.typ == Org && eastern(doc, s) {
		s.typ = Person
	}
	if s.typ == Person && ofOneLetter(doc, s) {
		s.last--
	}
	if doc.Tokens[s.first].Shape()&parse.Upper != 0 && s.typ != Person {
		if s, ok = headlined(doc, s); !ok {
			return s, false
		}
	}
	if abbreviates(doc, s.first) {
		if s.typ != Person || s.last-s.first == 1 || doc.Tokens[s.first+1].Shape()&parse.Title == 0 {
			return s, false
		}
		s.first++ // HR-менеджер | Анна Вереск
	}
	if i := s.first - 1; s.typ == Person && i >= 0 && doc.Tokens[i].Shape()&parse.Title != 0 && particle(doc.Tokens[i].Key()) && opens(doc, i) {
		s.first = i // Дель | Понте заявила
	}
	if typ, ok := goesTooFar(doc, s); ok {
		s.typ, s.last = typ, s.first+1
	}
	switch {
	case stateOf(doc, s):
		s.typ = Place
	case see(doc, s), s.typ == Person && titled(doc, s):
		return s, false
	case consecrated(doc, s):
		return span{s.last - 1, s.last, Person}, true
	case s.typ == Person && (onMap(doc, s) || whither(doc, s) || village(doc, s)), s.typ != Place && toponym(doc, s):
		s.typ = Place
	case s.typ == Person && s.last-s.first > 1 && title(doc, s.first):
		s.first++
	case s.typ == Place && adjectival(doc, s), s.typ == Person && ofPost(doc, s):
		return s, false
	case s.typ == Org:
		if s, ok = mendOrg(doc, s); !ok {
			return s, false
		}
	}
	if s.last-s.first == 1 {
		t := &doc.Tokens[s.first]
		if n := s.last; s.typ == Person && n < len(doc.Tokens) && t.End()-t.Start() <= len("Ж") && (doc.Tokens[n].Kind() == parse.Number && !doc.Tokens[n].Spaced()) {
			return s, false // А321
		}
		if t.Shape()&(parse.Upper|parse.Mixed) != 0 {
			if typ, ok := wellKnown(t.Key()); ok {
				s.typ = typ
			}
		}
		if firm(t.Word()) || s.typ == Person && (ministry(t.Word()) || organisation(t.Word()) || capitalsEnded(doc, s.first)) {
			s.typ = Org
		}
	}
	if s.typ != Person && seat(doc, s) {
		s.typ = seatType(doc, s)
	}
	if end := called(doc, s.first); end >= s.last {
		s.typ, s.last = Org, end
	}
	return s, true
}

// eastern tells whether what was taken for an organisation is an eastern name of three syllables: Киме Чен Ире.
func eastern(doc *parse.Document, s span) bool {
	t := doc.Tokens[s.first:s.last]
	return len(t) == 3 && !slices.ContainsFunc(t, func(t parse.Token) bool {
		return t.Kind() != parse.Word || t.Shape()&(parse.Title|parse.Cyrillic) != parse.Title|parse.Cyrillic || t.Shape()&(parse.Upper|parse.Mixed) != 0 || t.Word().Letters() > 4 || !t.Spaced() && !t.Opens()
	}) && easternForm(t[0].Key())
}

// ofOneLetter tells whether an eastern name ends in a name of one letter, and its full stop is that of the sentence: Ван И |.
func ofOneLetter(doc *parse.Document, s span) bool {
	t := doc.Tokens
	n := s.last - 1
	if n < s.first+2 || !t[n].Is('.') || t[n-2].Is('.') || n+1 < len(t) && !t[n+1].Opens() || !easternSurname(t[s.first].Key()) {
		return false
	}
	switch t[n-1].Key() {
	case "и", "э", "е", "у", "о", "ю", "я":
		return true
	}
	return false
}

// abbreviates tells whether token i is a common noun with an abbreviation before its hyphen: VPN-сервис, ВИЧ-инфекция, but not T-банк.
func abbreviates(doc *parse.Document, i int) bool {
	t := &doc.Tokens[i]
	w := t.Word()
	if t.Shape()&parse.Title == 0 || t.Shape()&parse.Cyrillic == 0 || !w.Known() || !w.Can(lex.Noun) || w.Is(lex.OrgNoun|lex.MediaNoun) || w.Grams&lex.Names != 0 || w.Can(lex.Place) {
		return false
	}
	before, behind, ok := strings.Cut(doc.Text[t.Start():t.End()], "-")
	if !ok || behind == "" || utf8.RuneCountInString(before) < 2 {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(behind)
	return unicode.IsUpper(c) && unicode.IsLower(next)
}

// particle knows the small words that surnames begin with.
func particle(key string) bool {
	switch key {
	case "де", "дель", "делла", "ди", "дю", "ла", "ле", "ван", "фон", "аль", "эль", "тер":
		return true
	}
	return false
}

// capitalsEnded tells whether a word is an acronym of three letters or more with an ending in small ones: ШААЗа.
func capitalsEnded(doc *parse.Document, i int) bool {
	const least = 3 // letters
	t := &doc.Tokens[i]
	text := doc.Text[t.Start():t.End()]
	stem, ok := acronym(text, t)
	return ok && stem != text && len(stem) >= least*len("А")
}

// mendOrg is mend for what was taken for an organisation.
func mendOrg(doc *parse.Document, s span) (_ span, ok bool) {
	if titled(doc, s) || medium(doc, s) || numeral(doc, s) || dedicated(doc, s) {
		return s, false
	}
	t := doc.Tokens
	if w := t[s.first].Word(); w.Is(lex.MediaNoun) && strings.Contains(w.Key, "-") { // Telegram-канал | Baza
		if s.first++; s.first == s.last {
			return s, false
		}
	}
	if s.first > 0 && t[s.first-1].Kind() == parse.Number && !t[s.first].Spaced() {
		s.first-- // 3Com
	}
	if n := s.first - 3; n >= 0 && inflect.Ordinal(doc, n) && t[s.first].Spaced() && t[s.first].Word().Can(lex.Adj) {
		s.first = n // 2-й Западный военный суд
	}
	if s.last < len(t) && t[s.last].Kind() == parse.Number && !t[s.last].Spaced() && t[s.last-1].Shape()&parse.Latin != 0 {
		s.last++ // Tele2
	}
	if n := s.last - 1; n == s.first+1 && small(&t[n]) && predicate(doc, span{s.first, n, Org}, t[n].Word()) {
		if w := t[s.first].Word(); t[s.first].Shape()&parse.Upper == 0 && w.Grams&lex.Org == 0 && (w.Grams&lex.Names != 0 || !w.Known()) {
			s.typ = Person
		}
		s.last = n
	}
	if n := s.last; n+1 < len(t) && t[n-1].Shape()&(parse.Upper|parse.Cyrillic) == parse.Upper|parse.Cyrillic && !t[n].Spaced() && !t[n+1].Spaced() &&
		(t[n].Dash() && t[n+1].Kind() == parse.Number || t[n].Is('.') && t[n+1].Key() == "рф") {
		s.last += 2 // ИК-11, ВЭБ.РФ
	}
	if n := s.last - 1; n > s.first && s.last < len(t) && t[s.last].OpensQuote() && small(&t[n]) {
		if valued(t[n].Word(), lex.TitleNoun, lex.Work) && !t[n].Word().Is(lex.OrgNoun|lex.MediaNoun) {
			s.last = n // в Большом театре | балет «Заря»
		}
	}
	if n := s.last - 2; n > s.first && t[n].Key() == "по" && small(&t[n+1]) && formOf(t[n+1].Word(), "город", "область", "край", "республика", "округ", "район", "регион") {
		s.last = n // МЧС Лагодии | по региону
	}
	s.last = against(doc, s)
	i := calledThing(doc, s)
	if i < 0 || seat(doc, s) {
		return s, true
	}
	switch w := t[i].Word(); {
	case !somebody(w) && acts(doc, s): // Лебяжий дворец сообщил
	case w.Is(lex.PlaceNoun):
		s.typ = Place
	case somebody(w) && body(doc, i+1, s.last):
		s.first = i + 1
	default:
		return s, false
	}
	return s, true
}

// dedicated tells whether a name says but to what a church is dedicated: храм | Успения Богородицы.
func dedicated(doc *parse.Document, s span) bool {
	t := doc.Tokens
	return s.first > 0 && s.last-s.first > 1 && t[s.first-1].Word().Is(lex.OrgNoun|lex.TitleNoun) && formOf(t[s.first-1].Word(), "храм", "собор", "церковь", "икона") &&
		t[s.first].Word().Can(lex.Gen|lex.Noun) && !slices.ContainsFunc(t[s.first:s.last], func(t parse.Token) bool { return t.Word().Is(lex.OrgNoun) })
}

// against is behind what is fought, or fought for, where a name ends before that: Фонд борьбы | с коррупцией |, Движение | за честные
// выборы |, Лига | в защиту животных |; else where the name ends.
func against(doc *parse.Document, s span) int {
	t, i := doc.Tokens, s.last
	if i+1 >= len(t) {
		return i
	}
	if t[i-1].Key() == "борьбы" && (t[i].Key() == "с" || t[i].Key() == "со") {
		return thingBehind(doc, i, i+1, lex.Ins)
	}
	if !t[i-1].Word().Is(lex.OrgNoun) || slices.ContainsFunc(t[s.first:i-1], func(t parse.Token) bool { return !t.Word().Can(lex.Adj) && !t.Word().Can(lex.Participle) }) {
		return i // Совет Федерации | за отмену пошлин
	}
	if cases, skip := cause(t, i); cases != 0 {
		return thingBehind(doc, i, i+skip, cases)
	}
	return i
}

// cause tells how what an organisation stands up for begins at token i: за свободу, против пыток, в защиту леса. It is the case of what
// follows, and where that begins, from i on; 0 where nothing does.
func cause(tok []parse.Token, i int) (cases lex.Gram, skip int) {
	if i+1 >= len(tok) {
		return 0, 0
	}
	skip = 1
	switch tok[i].Key() {
	case "против":
		cases = lex.Gen
	case "за":
		cases = lex.Acc
	case "в":
		if k := tok[i+1].Key(); i+2 == len(tok) || k != "защиту" && k != "поддержку" {
			return 0, 0
		}
		cases, skip = lex.Gen, 2
	default:
		return 0, 0
	}
	w := tok[i+skip].Word()
	if !w.Can(lex.Noun|cases) && !w.Can(lex.Adj|cases) || w.Is(lex.TimeUnit) || w.Is(lex.RelAdj) { // за неделю, за прошлый год
		return 0, 0
	}
	return cases, skip
}

// thingBehind is behind the adjectives and the noun in a case that begin at token k, and what it is of; i where they do not.
func thingBehind(doc *parse.Document, i, k int, cases lex.Gram) int {
	t := doc.Tokens
	for range 2 { // в защиту леса, в поддержку малого бизнеса страны
		n := k
		for n+1 < len(t) && t[n].Kind() == parse.Word && t[n].Word().Can(lex.Adj|cases) && !t[n].Word().Can(lex.Noun|cases) {
			n++
		}
		if n >= len(t) || !small(&t[n]) || !t[n].Word().Can(lex.Noun|cases) {
			return i
		}
		if k, i = n+1, n+1; cases == lex.Ins || n+1 == len(t) || t[n+1].Word().Can(lex.Preposition) {
			return i
		}
		cases = lex.Gen
	}
	return i
}

// adjectival tells whether what was taken for a place is an adjective of the noun behind it: на Курской АЭС, в Тверском суде.
func adjectival(doc *parse.Document, s span) bool {
	if s.last-s.first != 1 || s.last == len(doc.Tokens) {
		return false
	}
	w, t := doc.Tokens[s.first].Word(), &doc.Tokens[s.last]
	if t.OpensQuote() { // лагодская «Заря»
		return w.Can(lex.Adj) && strings.Contains(w.Key, "ск")
	}
	if !w.Can(lex.Adj) || !strings.Contains(w.Key, "ск") && !strings.Contains(w.Key, "цк") || t.Opens() || t.Shape()&parse.Title != 0 || t.Word().Is(lex.PlaceNoun) || t.Word().Can(lex.Preposition) || t.Word().Can(lex.Conjunction) {
		return false
	}
	switch t.Key() {
	case "аэс", "гэс", "тэц", "грэс", "нпз", "гок":
		return true
	}
	for _, a := range w.Readings {
		for _, n := range t.Word().Readings {
			if g, h := a.Gram(), n.Gram(); g&lex.Adj != 0 && h&lex.Noun != 0 && g&h&lex.Cases != 0 && inflect.Agree(g, h) {
				return true
			}
		}
	}
	return false
}

// ofPost tells whether what was taken for a person is an adjective of the post behind it: Верховному | главнокомандующему.
func ofPost(doc *parse.Document, s span) bool {
	t := doc.Tokens
	if s.last-s.first != 1 || s.last == len(t) || !small(&t[s.last]) || !t[s.last].Word().Is(lex.Post) || t[s.first].Word().Grams&lex.Names != 0 {
		return false
	}
	return attributive(&t[s.first], t[s.last].Word().GramOf(lex.Post))
}

// consecrated tells whether a name is that of a clergyman with the see it was given for: епископ | Лагодский Никодим.
func consecrated(doc *parse.Document, s span) bool {
	t := doc.Tokens
	if s.last-s.first != 2 {
		return false
	}
	return clergy(doc, s.first-1) && ofSee(t[s.first].Word()) && t[s.last-1].Word().Can(lex.Given)
}

// see tells whether a name is but the adjective of a clergyman's see: архиепископ | Лагодский, патриарх | Московский и всея Руси.
func see(doc *parse.Document, s span) bool {
	t := doc.Tokens
	if !(s.last-s.first == 1 || s.last-s.first == 3 && t[s.first+1].Key() == "и") || !clergy(doc, s.first-1) {
		return false
	}
	for i := s.first; i < s.last; i += 2 {
		if w := t[i].Word(); !ofSee(w) || w.Can(lex.Given) {
			return false
		}
	}
	return true
}

// ofSee tells whether a word can be the adjective of a see: Псковский, Елецкому.
func ofSee(w *lex.Word) bool {
	k := max(strings.LastIndex(w.Key, "ск"), strings.LastIndex(w.Key, "цк"))
	return k > 0 && len(w.Key)-k <= len("ского")
}

// clergy tells whether token i is the title of a clergyman who has a see, or of a prince called by a land, or и behind that and a first see: митрополит Лагодский и | Озёрский.
func clergy(doc *parse.Document, i int) bool {
	if i < 0 || !doc.Tokens[i].Word().Is(lex.Post) && doc.Tokens[i].Key() != "и" {
		return false
	}
	if i > 1 && doc.Tokens[i].Key() == "и" && ofSee(doc.Tokens[i-1].Word()) {
		i -= 2
	}
	switch strings.TrimRight(doc.Tokens[i].Key(), "аейомуыиюя") {
	case "епископ", "архиепископ", "митрополит", "патриарх", "принц", "принцесс", "герцог", "герцогин": // принцесса Уэльская | Кейт
		return true
	}
	return false
}

// amongPlaces tells whether what was taken for a person goes on a list of places behind a preposition: в Лагоде и | Озерене.
func amongPlaces(doc *parse.Document, prev, s span) bool {
	t := doc.Tokens
	if prev.typ != Place || prev.last != s.first-1 || !lists(&t[prev.last]) || prev.first == 0 {
		return false
	}
	w := t[s.first].Word()
	stands := w.Gram(lex.Surname|lex.Sing)&lex.Cases == lex.Loc // nobody stands in a place: в Лагоде и Ефремове
	if !stands && (w.Grams&lex.Names != 0 || w.Known() || s.last < len(t) && t[s.last].Kind() == parse.Word && t[s.last].Word().Can(lex.Verb)) {
		return false
	}
	switch before := &t[prev.first-1]; before.Key() {
	case "в", "во", "на":
		return true
	case "из", "под":
		return !stands
	default:
		return lists(before) // в Лагоде, Озерене и …
	}
}

// betweenPlaces tells whether what was taken for a person stands between two places of a list: жителей Озерены, | Губкина | и Лагоды.
func betweenPlaces(doc *parse.Document, prev, s, next span) bool {
	t := doc.Tokens
	w := t[s.first].Word()
	return prev.typ == Place && next.typ == Place && prev.last == s.first-1 && next.first == s.last+1 && lists(&t[prev.last]) && lists(&t[s.last]) &&
		(w.Can(lex.Place) || w.Grams&lex.Names == 0) && !w.Can(lex.Given|lex.Sing)
}

// routed tells whether what was taken for a person ends a way that begins at a place: поезд Лагода — | Ефремов.
func routed(doc *parse.Document, prev, s span) bool {
	t := doc.Tokens
	if prev.typ != Place || prev.last != s.first-1 || !t[prev.last].Dash() || prev.first == 0 || t[s.first].Word().Can(lex.Given|lex.Sing) {
		return false
	}
	w := t[prev.first-1].Word()
	return thing(w) || formOf(w, "рейс", "маршрут", "перегон", "участок", "линия", "ветка", "дорога", "электричка", "автобус")
}

// toponym tells whether a name is one of those of towns and villages that tell them from one another: в Нижней Тойме, из Малой Пурги.
func toponym(doc *parse.Document, s span) bool {
	t := doc.Tokens
	if s.last-s.first != 2 || !t[s.last-1].Spaced() || t[s.last-1].Shape()&parse.Title == 0 || s.first > 0 && t[s.first-1].OpensQuote() {
		return false
	}
	w, key := t[s.last-1].Word(), t[s.first].Key()
	if !t[s.first].Word().Can(lex.Adj) || !slices.ContainsFunc(tellApart[:], func(stem string) bool { return ofStem(stem, key) }) || w.Is(lex.OrgNoun|lex.MediaNoun|lex.TitleNoun|lex.Post|lex.PersonNoun) || w.Can(lex.Given) {
		return false
	}
	if !w.Known() || w.Can(lex.Place) {
		return true
	}
	if s.first == 0 || !attributive(&t[s.first], w.Gram(lex.Noun|lex.Inan)) {
		return false
	}
	switch t[s.first-1].Key() {
	case "в", "во", "из", "под", "близ", "через", "у":
		return true
	}
	return false
}

// tellApart are the stems of adjectives that tell towns apart.
var tellApart = [...]string{"нижн", "верхн", "средн", "больш", "мал", "стар", "нов"}

// village tells whether a word that no table has ends as names of towns and villages do: Зареченска, Новопавловку.
func village(doc *parse.Document, s span) bool {
	const least = 7 // letters of a town: who is called Маск is none
	w := doc.Tokens[s.first].Word()
	if s.last-s.first != 1 || w.Known() || w.Grams&lex.Names != 0 {
		return false
	}
	town := strings.TrimRight(w.Key, "аеомуы")
	if town == w.Key && s.first > 0 && doc.Tokens[s.first-1].Word().Is(lex.Post) {
		return false // тренер Озеренецк
	}
	if w.Letters() >= least && (strings.HasSuffix(town, "нск") || strings.HasSuffix(town, "вск") || strings.HasSuffix(town, "ецк")) {
		return true
	}
	for _, ending := range [...]string{"а", "у", "е", "и", "ой"} {
		if stem, ok := strings.CutSuffix(w.Key, ending); ok && (strings.HasSuffix(stem, "овк") || strings.HasSuffix(stem, "евк")) {
			return true
		}
	}
	return false
}

// whither tells whether what stands behind a preposition in what can be no case of a person is a place: уехал во | Владимир.
func whither(doc *parse.Document, s span) bool {
	t := doc.Tokens
	if s.last-s.first != 1 || s.first == 0 {
		return false
	}
	k, w := t[s.first-1].Key(), t[s.first].Word()
	return (k == "в" || k == "во") && w.Can(lex.Place|lex.Acc) && w.Gram(lex.Names)&(lex.Acc|lex.Loc) == 0
}

// onMap tells whether a name stands behind the noun for something on the map, which is called by it: месторождение Штокман, остров
// Врангеля.
func onMap(doc *parse.Document, s span) bool {
	return s.last-s.first == 1 && s.first > 0 && valued(doc.Tokens[s.first-1].Word(), lex.PlaceNoun, lex.Mapped)
}

// inHonour tells whether a person's name goes on with an organisation's: Театр им. | Анны Рощиной, Театр имени Рощиной и | Вереска.
func inHonour(doc *parse.Document, org, s span) bool {
	t := doc.Tokens
	k := s.first
	if k > org.first+2 && t[k-1].Key() == "и" && s.last-k == 1 {
		for k--; k > org.first && t[k-1].Kind() == parse.Word && t[k-1].Shape()&parse.Capital != 0; k-- {
		}
	}
	k = honour(doc, k)
	return k >= 0 && org.typ == Org && org.last >= k
}

// honour is the token имени, or им, before token i; -1 where none stands there.
func honour(doc *parse.Document, i int) int {
	t := doc.Tokens
	if i--; i > 0 && t[i].Is('.') && t[i-1].Key() == "им" {
		return i - 1
	}
	if i >= 0 && t[i].Key() == "имени" {
		return i
	}
	return -1
}

// honoured is the noun for an organisation in somebody's honour, whose name s is; -1 where it is not.
func honoured(doc *parse.Document, s span) int {
	k := honour(doc, s.first) - 1
	if k < 0 || s.typ == Place || !doc.Tokens[k].Word().Is(lex.OrgNoun) || thing(doc.Tokens[k].Word()) {
		return -1
	}
	return k
}

// predicate tells whether a word in small letters behind a name, or an acronym, says something of it and is no part of it: ВЦИОМ | рад, Рощину |
// рады.
func predicate(doc *parse.Document, s span, w *lex.Word) bool {
	t := &doc.Tokens[s.first]
	if t.Shape()&parse.Upper == 0 {
		return w.Can(lex.AdjShort) && t.Shape()&parse.Title != 0 && !t.Word().Can(lex.Adj) && !t.Word().Is(lex.OrgNoun|lex.MediaNoun)
	}
	return !kindAlone(doc, s) && (w.Can(lex.AdjShort) || w.Can(lex.Verb) || !w.Can(lex.Noun|lex.Gen))
}

// worded tells whether a span has a word in it, not bytes that are no text alone.
func worded(doc *parse.Document, s span) bool {
	return slices.ContainsFunc(doc.Tokens[s.first:s.last], func(t parse.Token) bool { return t.Kind() == parse.Word || t.Kind() == parse.Number })
}

// goesTooFar tells whether a state or the abbreviation of a well-known body begins what was taken for one name with a preposition behind
// it, and what it is: РФ | по правам ребёнка, ООН | против пыток. The body itself can go on by по to a place: МЧС по Лагодскому краю.
func goesTooFar(doc *parse.Document, s span) (typ Type, ok bool) {
	t := doc.Tokens
	if s.last-s.first < 2 || !t[s.first+1].Word().Can(lex.Preposition) {
		return 0, false
	}
	first := &t[s.first]
	if first.Shape()&parse.Upper != 0 {
		typ, ok = wellKnown(first.Key())
		return typ, ok && (typ == Place || t[s.first+1].Key() != "по" || s.last-s.first > 2 && small(&t[s.first+2]))
	}
	return Place, first.Word().Is(lex.Country) && first.Word().Can(lex.Noun|lex.Place)
}

// stateOf tells whether what was taken for a person or an organisation is the name of a state, by the noun before it: парламент |
// Лагодии, президент | Лагодии | Анна Рощина.
func stateOf(doc *parse.Document, s span) bool {
	t := doc.Tokens
	if s.typ == Place || s.last-s.first != 1 || s.first == 0 || t[s.first].Shape()&parse.Title == 0 {
		return false
	}
	w, of := t[s.first].Word(), t[s.first-1].Word()
	if w.Known() || !strings.HasSuffix(w.Key, "ии") && !strings.HasSuffix(w.Key, "стана") {
		return false
	}
	if of.Can(lex.Noun|lex.Gen) && of.Is(lex.Post) && (s.last == len(t) || t[s.last].Shape()&parse.Capital == 0) {
		return false // президента Гарсии
	}
	return of.Is(lex.StateNoun) || of.Key == "дел" // министр иностранных дел Лагодии
}

// placeAndPerson is the token at which, in what was taken for one place, the full name of a person begins: президенту России |
// Павлу Ильичу Рощину; 0 for none.
func placeAndPerson(doc *parse.Document, s span) int {
	t := doc.Tokens
	if s.typ != Place || s.last-s.first < 3 || !t[s.first].Word().Can(lex.Place) {
		return 0
	}
	for k := s.first + 1; k+1 < s.last; k++ {
		if w := t[k].Word(); w.Can(lex.Given) && !w.Can(lex.Place) && (t[k+1].Word().Can(lex.Patronymic) || t[k+1].Word().Can(lex.Surname)) {
			return k
		}
	}
	return 0
}

// personAndFirm is the token at which, in what was taken for one organisation, its name in Latin letters begins behind that of its owner:
// компания Ивана Рощина | LogoTech; 0 for none.
func personAndFirm(doc *parse.Document, s span) int {
	t := doc.Tokens
	if s.typ == Place || s.last-s.first < 3 || !t[s.first].Word().Can(lex.Given) || t[s.first+1].Shape()&parse.Cyrillic == 0 || t[s.first+1].Shape()&parse.Title == 0 {
		return 0
	}
	if k := s.first + 2; t[k].Shape()&parse.Latin != 0 && (s.typ == Org || t[k].Shape()&parse.Upper == 0) { // but Карл Рощин II
		return k
	}
	return 0
}

// betweenTwo is the token и in what was taken for one name behind между: между Минздравом | и | заводом; 0 for none.
func betweenTwo(doc *parse.Document, s span) int {
	t := doc.Tokens
	if s.first == 0 || t[s.first-1].Key() != "между" {
		return 0
	}
	for k := s.first + 1; k+1 < s.last; k++ {
		if t[k].Key() == "и" && t[k+1].Word().Can(lex.Ins) {
			return k
		}
	}
	return 0
}

// twoFirms is the token и in what was taken for one name, between two in Latin letters: Okko | и | hh.ru; 0 for none.
func twoFirms(doc *parse.Document, s span) int {
	t := doc.Tokens
	if s.typ != Org || t[s.first].Shape()&parse.Latin == 0 {
		return 0
	}
	for k := s.first + 1; k+1 < s.last; k++ {
		if t[k].Key() == "и" && t[k-1].Shape()&parse.Latin != 0 && t[k+1].Shape()&parse.Latin != 0 {
			return k
		}
	}
	return 0
}

// twoPersons tells whether behind a post a surname and a full name were taken for one name: адвокат Рощина | Анна Вереск.
func twoPersons(doc *parse.Document, s span) bool {
	t := doc.Tokens
	if s.last-s.first < 3 || s.first == 0 || !t[s.first-1].Word().Is(lex.Post) || t[s.first+2].Kind() != parse.Word {
		return false
	}
	a, b, c := t[s.first].Word(), t[s.first+1].Word(), t[s.first+2].Word()
	return !a.Can(lex.Given) && !a.Can(lex.Surname|lex.Nom|lex.Masc) && !easternSurname(a.Key) && b.Can(lex.Given|lex.Nom) && !c.Can(lex.Patronymic)
}

// title tells whether the first word of a person's name is a post, or a work by somebody, and the next one begins the name: Митрополит |
// Никодим, Роман | Олега Веснина.
func title(doc *parse.Document, first int) bool {
	t := doc.Tokens
	w, next := t[first].Word(), t[first+1].Word()
	if strings.HasPrefix(w.Key, "г-н") || strings.HasPrefix(w.Key, "г-ж") {
		return true
	}
	if w.Is(lex.TitleNoun) && opens(doc, first) && next.Can(lex.Given) && first+2 < len(t) && t[first+2].Shape()&parse.Title != 0 && !t[first+2].Word().Can(lex.Patronymic) {
		return true
	}
	if w.Can(lex.Noun|lex.Anim|lex.Nom) && w.Grams&lex.Names == 0 && opens(doc, first) && next.Can(lex.Given) && first+2 < len(t) && t[first+2].Shape()&parse.Title != 0 && t[first+1].Spaced() && !t[first+2].Word().Can(lex.Patronymic) {
		return true // Голландец | Павел Рощин
	}
	if w.Can(lex.Noun|lex.Anim|lex.Nom) && w.Grams&lex.Names == 0 && opens(doc, first) && t[first+1].Spaced() && next.Can(lex.Surname|lex.Gen) && !next.Can(lex.Given) && first+2 < len(t) && t[first+2].Shape()&parse.Title != 0 {
		return true // Сторонница | Рощина | Анна Вереск
	}
	if w.Left != nil && w.Left.Is(lex.Post) && w.Can(lex.Noun) {
		w = w.Left // хирурга-ортопеда
	}
	return w.Is(lex.Post) && !w.Can(lex.Given) && !w.Can(lex.Surname) && t[first+1].Shape()&parse.Title != 0 && t[first+1].Spaced() && !declines(next, lex.Adj)
}

// declines tells whether a word can be of a part of speech and does decline as one: what is guessed not to, a strange name as well, tells nothing.
func declines(w *lex.Word, pos lex.Gram) bool {
	return slices.ContainsFunc(w.Readings, func(r lex.Reading) bool { return r.Gram()&pos != 0 && r.Gram()&lex.Fixed == 0 })
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
