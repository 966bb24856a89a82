// Package inflect puts Russian noun phrases into the nominative: the head noun and the adjectives that agree with it;
// what depends on the head stays as it is.
package inflect

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A Context is what is known of a phrase besides its words.
type Context struct {
	Cases  lex.Gram              // cases its place in the sentence asks for; 0 for any
	Strict bool                  // no other case is possible
	Plain  func(key string) bool // whether a word is met elsewhere in the text, as it would stand in the nominative; may be nil
}

// A Phrase is a noun phrase with its head found.
type Phrase struct {
	First, Last int         // its tokens
	Head        int         // the token of the head noun; -1 where there is none
	Reading     lex.Reading // of the head
	Gram        lex.Gram    // of the head: gender and number, and the cases all its words allow
	single      bool        // it is put into the singular
	epicene     bool        // the head is a post whose noun is feminine: новым главой
}

// Single makes the nominative of a phrase in the plural one in the singular: независимые депутаты, независимый депутат.
func (p *Phrase) Single() { p.single = p.Gram&lex.Plur != 0 && p.Gram&lex.Genders != 0 }

// Parse finds the head of the noun phrase that begins at first and ends before last: the first noun that adjectives alone
// stand before. The reading chosen is one the adjectives agree with, in a case the context allows. A word that can be
// either is an adjective where a noun that agrees with it follows (рабочий поселок), else the head.
func Parse(doc *parse.Document, first, last int, c Context) Phrase {
	p := Phrase{First: first, Last: last, Head: -1}
	either := -1
	for i := first; i < last; i++ {
		t := &doc.Tokens[i]
		if n := ordinal(doc, i, last); n > 0 {
			i += n - 1
			continue
		}
		if t.Kind() != parse.Word {
			if i > first && openingMark(t) && p.noun(doc, i-1, c) {
				break // нападающего «Зари»
			}
			if i > first && (t.Dash() || t.Is(',') || openingMark(t)) {
				continue
			}
			break
		}
		if t.Shape()&parse.Upper != 0 && i+1 > first && !allCaps(doc, first, last) {
			if i > first && t.Word().Can(lex.Noun|lex.Fixed) {
				p.noun(doc, i, c) // местных СМИ
			}
			break // an acronym does not decline
		}
		if t.Key() == "и" && i > first || i+1 < last && article(t.Key()) {
			continue
		}
		adjective := attribute(t)
		if adjective && either < 0 {
			either = i
		}
		if !adjective {
			if i+2 == last && c.apposed(t, &doc.Tokens[i+1]) {
				i++
				p.First = i // nothing before it agrees with it
				c.Strict = c.Cases != 0
			}
			p.noun(doc, i, c)
			p.First = first
			break
		}
		if i > first && i+1 == last && p.noun(doc, i, c) {
			break
		}
	}
	if p.Head < 0 && either >= 0 {
		p.noun(doc, either, c)
	}
	if p.Head < 0 && either == first && last > first+1 {
		p.adjectives(doc, c)
	}
	return p
}

// adjectives takes the last word of a phrase of adjectives alone as its head: на Большой Заречной.
func (p *Phrase) adjectives(doc *parse.Document, c Context) {
	for i := p.First; i < p.Last; i++ {
		if t := &doc.Tokens[i]; t.Shape()&parse.Title == 0 || !attribute(t) {
			return
		}
	}
	for _, r := range doc.Tokens[p.Last-1].Word().Readings {
		g := r.Gram()
		if g&lex.Adj == 0 || g&lex.Sing == 0 || g&(lex.Fixed|lex.Superlative) != 0 {
			continue
		}
		cases := p.agree(doc, p.Last-1, g, false)
		if fit := cases & c.Cases; c.Cases != 0 && (c.Strict || fit != 0) {
			cases = fit
		}
		if cases != 0 && (p.Head < 0 || cases&lex.Nom != 0 && p.Gram&lex.Nom == 0) {
			p.Head, p.Reading, p.Gram = p.Last-1, r, g&^lex.Cases|cases
		}
	}
}

// apposed tells whether of two nouns, as a rule with capitals, the second alone declines: the first may stand in the nominative, and the second cannot
// depend on it, на Газпром Арене, or is the only one in the case that is asked for, игрок «Манчестер Юнайтеда».
func (c *Context) apposed(name, noun *parse.Token) bool {
	w, n := name.Word(), noun.Word()
	if w.Known() && !w.Can(lex.Nom) || !noun.Spaced() || noun.Shape()&parse.Title == 0 && (w.Known() && !w.Can(lex.Org) || name.Shape()&parse.Title == 0 || name.Shape()&parse.Latin != 0) {
		return false // in small letters behind what no table has: Рощпром нефти
	}
	if n.Known() && n.Can(lex.Noun) && !n.Can(lex.Gen) && !n.Can(lex.Nom) {
		return true
	}
	if c.Cases == 0 || c.Cases&lex.Nom != 0 || w.Is(lex.OrgNoun|lex.MediaNoun|lex.PlaceNoun) {
		return false
	}
	for _, r := range n.Readings {
		if g := r.Gram(); g&lex.Noun != 0 && g&(lex.Masc|lex.Fem) != 0 && g&lex.Sing != 0 && g&c.Cases != 0 && g&(lex.Nom|lex.Place|w.Grams&lex.Cases) == 0 {
			return true
		}
	}
	return false
}

// article tells what foreign names begin with that never declines: Аль Аин, Ак Барс, Сан Луис.
func article(key string) bool {
	switch key {
	case "аль", "эль", "ак", "сан", "сен", "сент", "санта", "санкт", "нью":
		return true
	}
	return false
}

// Ordinal tells whether an ordinal in digits begins at token i: 76-й.
func Ordinal(doc *parse.Document, i int) bool { return ordinal(doc, i, len(doc.Tokens)) > 0 }

// ordinal is how many tokens an ordinal in digits takes that begins at token i: 76-й; 0 where none does.
func ordinal(doc *parse.Document, i, last int) int {
	t := doc.Tokens
	if i+2 >= last || t[i].Kind() != parse.Number || !t[i+1].Dash() || t[i+1].Spaced() || t[i+2].Spaced() || t[i+2].Kind() != parse.Word {
		return 0
	}
	switch t[i+2].Key() {
	case "й", "я", "е", "го", "му", "м", "ю", "х", "ми", "ой", "ый", "ий", "ая", "ое", "ые", "ого", "ому", "ым", "ых":
		return 3
	}
	return 0
}

// attribute tells whether a word can stand before the noun it agrees with. The table has an adjective главый that nobody uses.
func attribute(t *parse.Token) bool {
	w := t.Word()
	for _, r := range w.Readings {
		if r.Gram()&(lex.Adj|lex.Participle) != 0 {
			return !w.Is(lex.Post) || w.Normal(r) != "главый"
		}
	}
	return false
}

// noun takes token i as the head if it can be one.
func (p *Phrase) noun(doc *parse.Document, i int, c Context) bool {
	best := 0
	w := doc.Tokens[i].Word()
	for _, r := range w.Readings {
		g := r.Gram()
		if g&lex.Noun == 0 {
			continue
		}
		if g&lex.Guessed != 0 && g&lex.Nom != 0 && g&lex.Masc != 0 && g&lex.Sing != 0 {
			g |= lex.Acc // in what is not known a thing is as likely as a living being: в Аль Аин
		}
		cases := p.agree(doc, i, g, epicene(g, r)) & lex.Cases
		fit := cases & c.Cases
		if c.Cases != 0 && (c.Strict || fit != 0) {
			cases = fit
		}
		if cases == 0 || g&lex.Guessed != 0 && c.Cases == lex.Nom && fit == 0 {
			continue // no guess against what is asked for
		}
		s := score(g, cases, c, w, r)
		if c.Cases != 0 && fit == 0 {
			s -= 3
		}
		if s > best {
			best = s
			p.Head, p.Reading, p.Gram = i, r, g&^lex.Cases|cases
			p.epicene = epicene(g, r)
		}
	}
	return best > 0
}

// epicene tells whether a noun is a feminine one that men are called by too: глава.
func epicene(g lex.Gram, r lex.Reading) bool {
	return g&lex.Fem != 0 && g&lex.Sing != 0 && r.Lemma.Class()&lex.Post != 0
}

// score ranks the readings of a head: what stands in the nominative already, the singular, what is no name of a person,
// what the text has in the nominative elsewhere.
func score(g, cases lex.Gram, c Context, w *lex.Word, r lex.Reading) int {
	s := 8
	if cases&lex.Nom != 0 {
		s += 4
		if g&lex.Sing == 0 && w.Can(lex.Noun|lex.Sing) {
			s -= 3 // компании: rather of one than many
		}
	}
	if g&lex.Sing != 0 {
		s += 2
	}
	if g&lex.Guessed == 0 {
		s += 4
	} else if g&lex.Sing == 0 {
		s -= 4
	}
	if g&(lex.Given|lex.Surname|lex.Patronymic) != 0 {
		s -= 3
	}
	if g&lex.Abbr != 0 {
		s -= 8 // гор. (город) in гор
	}
	if cases&(lex.Nom|lex.Gen) == 0 {
		s--
	}
	switch c := r.Lemma.Class(); {
	case c&lex.OrgNoun != 0:
		s += 5 // банк rather than банка
	case c != 0:
		s++ // пресса rather than пресс
	}
	if c.Plain != nil && cases&lex.Nom == 0 && c.Plain(w.Normal(r)) {
		s += 5
	}
	return s
}

// agree is the cases in which every adjective between the beginning of the phrase and a noun agrees with it.
func (p *Phrase) agree(doc *parse.Document, head int, noun lex.Gram, epicene bool) lex.Gram {
	cases := noun & lex.Cases
	for i := p.First; i < head && cases != 0; i++ {
		if n := ordinal(doc, i, head); n > 0 {
			i += n - 1
			continue
		}
		w := doc.Tokens[i].Word()
		if doc.Tokens[i].Kind() != parse.Word || w.Key == "и" || article(w.Key) {
			continue
		}
		var all lex.Gram
		for _, r := range w.Readings {
			if g := r.Gram(); g&(lex.Adj|lex.Participle) != 0 && (Agree(g, noun) || epicene && g&lex.Masc != 0) {
				all |= g & lex.Cases
			}
		}
		cases &= all
	}
	return cases
}

// Agree tells whether an adjective has the number and, in the singular, the gender of a noun. Case is not looked at.
func Agree(adj, noun lex.Gram) bool {
	if adj&lex.Fixed != 0 {
		return true
	}
	if adj&noun&lex.Numbers == 0 {
		return false
	}
	return adj&lex.Plur != 0 || noun&lex.Genders == 0 || adj&noun&lex.Genders != 0
}

// Nominative is the phrase with its head and the head's adjectives in the nominative; as it stands where no head was found.
func (p *Phrase) Nominative(doc *parse.Document) string {
	if (p.Head < 0 || p.Gram&lex.Nom != 0) && !p.single {
		if s := doc.Text[doc.Tokens[p.First].Start():doc.Tokens[p.Last-1].End()]; plain(s) {
			return s
		}
	}
	var b strings.Builder
	b.Grow(doc.Tokens[p.Last-1].End() - doc.Tokens[p.First].Start() + 8)
	behind := p.behind(doc)
	for i := p.First; i < p.Last; i++ {
		t := &doc.Tokens[i]
		if i > p.First && t.Spaced() {
			b.WriteByte(' ')
		}
		if p.Head >= 0 && i == p.Head+2 {
			if s, ok := p.joined(doc, i); ok {
				b.WriteString(s)
				break
			}
		}
		text := Clean(doc.Text[t.Start():t.End()])
		switch {
		case p.Head < 0 || i >= behind:
		case i == p.Head:
			text = p.head(t, text)
		case i >= p.First+2 && ordinal(doc, i-2, p.Last) > 0:
			text = p.ordinal(text)
		case i > p.Head && p.Gram&lex.Masc != 0:
			if s, ok := ofPlace(text); ok {
				text = s
			} else {
				text = p.attribute(t, text)
			}
		default:
			text = p.attribute(t, text)
		}
		b.WriteString(text)
	}
	return b.String()
}

// behind is the token behind the adjectives that follow a head for a person and agree with it: папы римского, митрополита Псковского и
// Порховского, патриарха Московского | и всея Руси; right behind the head where they belong to another noun, директора российского банка.
func (p *Phrase) behind(doc *parse.Document) int {
	if p.Head < 0 || p.Gram&lex.Anim == 0 || p.Gram&lex.Sing == 0 {
		return p.Head + 1
	}
	i := p.Head + 1
	for i < p.Last && p.agreeing(&doc.Tokens[i]) {
		if i++; i+1 < p.Last && doc.Tokens[i].Key() == "и" && p.agreeing(&doc.Tokens[i+1]) {
			i++
		}
	}
	if i < p.Last && !(doc.Tokens[i].Key() == "и" && i+1 < p.Last && doc.Tokens[i+1].Key() == "всея") {
		return p.Head + 1
	}
	return i
}

// agreeing tells whether a word can be an adjective of the head.
func (p *Phrase) agreeing(t *parse.Token) bool {
	for _, r := range t.Word().Readings {
		if g := r.Gram(); g&(lex.Adj|lex.Surname) != 0 && g&(lex.Fixed|lex.Apro) == 0 && g&p.Gram&lex.Cases != 0 && Agree(g, p.Gram) {
			return true
		}
	}
	return false
}

// ofPlace is the nominative of an adjective made of a place's name, whether a table has it or not: Псковскому, Порховским.
func ofPlace(text string) (string, bool) {
	for _, ending := range [...]string{"ого", "ому", "им", "ом"} {
		if stem, ok := strings.CutSuffix(text, ending); ok && (strings.HasSuffix(stem, "ск") || strings.HasSuffix(stem, "цк")) {
			return stem + "ий", true
		}
	}
	return text, false
}

// plain tells whether a piece of a text is fit to be a name as it stands: nothing to clean, and no white space but single spaces.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if russian(s, i) {
			i++
			continue
		}
		switch c := s[i]; {
		case c < ' ', c == 0xC2, c == 0xCC, c == 0xCD, c == 0xE2, c == 0xE3, c == 0xEF, c == 0xE1:
			return false
		case c == ' ' && i > 0 && s[i-1] == ' ':
			return false
		}
	}
	return true
}

// joined is the phrase from token i in the nominative, if it is in the same case and и joins it to the head: Сената и | Синода.
func (p *Phrase) joined(doc *parse.Document, i int) (string, bool) {
	if doc.Tokens[i-1].Key() != "и" {
		return "", false
	}
	second := Parse(doc, i, p.Last, Context{Cases: p.Gram & lex.Cases, Strict: true})
	if second.Head < 0 {
		return "", false
	}
	return second.Nominative(doc), true
}

// head is the head noun in the nominative, with the noun before its hyphen: кандидатом-республиканцем.
func (p *Phrase) head(t *parse.Token, text string) string {
	number := one(p.Gram & lex.Numbers)
	switch {
	case p.single:
		number = lex.Sing
	case p.Gram&lex.Nom != 0:
		return text
	}
	want := lex.Nom | number | p.Gram&lex.Adj
	s, ok := "", false
	if p.Gram&lex.Sing != 0 {
		s, ok = lex.Inflect(text, p.Reading, want|one(p.Gram&lex.Genders)) // телеведущей is of телеведущая
	}
	if !ok {
		s, ok = lex.Inflect(text, p.Reading, want)
	}
	if !ok {
		return text
	}
	left := t.Word().Left
	i, j := strings.IndexByte(s, '-'), strings.IndexByte(text, '-')
	if left == nil || i <= 0 || j <= 0 {
		return s
	}
	for _, r := range left.Readings {
		if g := r.Gram(); g&lex.Noun == 0 || g&p.Gram&lex.Cases == 0 || g&p.Gram&lex.Numbers == 0 {
			continue
		}
		if first, ok := lex.Inflect(text[:j], r, lex.Nom|number); ok {
			return first + s[i:]
		}
	}
	return s
}

// ordinal is the letters behind an ordinal in digits in the nominative.
func (p *Phrase) ordinal(text string) string {
	switch {
	case p.Gram&lex.Nom != 0:
		return text
	case p.Gram&lex.Sing == 0, p.Gram&lex.Neut != 0:
		return "е"
	case p.Gram&lex.Fem != 0:
		return "я"
	}
	return "й"
}

// attribute is an adjective before the head in the nominative.
func (p *Phrase) attribute(t *parse.Token, text string) string {
	if p.Gram&lex.Nom != 0 && !p.single {
		return text
	}
	if s, ok := possessives(t, text); ok {
		return s
	}
	for _, r := range t.Word().Readings {
		g := r.Gram()
		if g&(lex.Adj|lex.Participle) == 0 || g&lex.Fixed != 0 || g&lex.Superlative != 0 && !superlative(t.Word()) || g&p.Gram&lex.Cases == 0 || !Agree(g, p.Gram) && !(p.epicene && g&lex.Masc != 0) {
			continue
		}
		if t.Word().Normal(r) == "больший" && len(t.Word().Readings) > 1 {
			continue // большим is of большой
		}
		want := lex.Nom | g&(lex.Adj|lex.Participle|lex.Active|lex.Passive|lex.Tenses|lex.Superlative)
		if p.Gram&lex.Sing != 0 || p.single {
			gender := one(p.Gram & lex.Genders)
			if p.epicene && g&gender == 0 {
				gender = lex.Masc // новый глава
			}
			want |= lex.Sing | gender
		} else {
			want |= lex.Plur
		}
		if s, ok := lex.Inflect(text, r, want); ok {
			return withYo(s, text)
		}
	}
	return text
}

// withYo is a form with ё where the form it was made of has it: Объединённой, Объединённая.
func withYo(s, text string) string {
	i := strings.Index(text, "ё")
	if i < 0 || len(s) < i+len("ё") || s[:i] != text[:i] || s[i:i+len("е")] != "е" {
		return s
	}
	return s[:i] + "ё" + s[i+len("е"):]
}

// superlative tells whether a word has no other readings: высший, but древней is rather of древний than of древнейший.
func superlative(w *lex.Word) bool {
	for _, r := range w.Readings {
		if g := r.Gram(); g&lex.Adj != 0 && g&lex.Superlative == 0 {
			return false
		}
	}
	return true
}

// possessives is the nominative of an adjective in the plural that is a family's name: Воробьёвых гор, Воробьёвым горам.
func possessives(t *parse.Token, text string) (s string, ok bool) {
	w := t.Word()
	if !w.Can(lex.Surname | lex.Plur) {
		return "", false
	}
	for _, ending := range [...]string{"ых", "ым", "ыми"} {
		if stem, ok := strings.CutSuffix(w.Key, ending); ok && possessive(stem) {
			return lex.Replace(text, len(ending)/2, "ы"), true
		}
	}
	return "", false
}

// allCaps tells whether every word is in capitals, as in a headline, and one too long for an acronym.
func allCaps(doc *parse.Document, first, last int) bool {
	long := false
	n := 0
	for i := first; i < last; i++ {
		if t := &doc.Tokens[i]; t.Kind() == parse.Word {
			if t.Shape()&parse.Upper == 0 && len(t.Key()) > 4 {
				return false
			}
			long = long || len(t.Key()) > 2*6 && t.Word().Known()
			n++
		}
	}
	return n > 1 && long
}

// one is the lowest bit of a set.
func one(g lex.Gram) lex.Gram { return g & -g }
