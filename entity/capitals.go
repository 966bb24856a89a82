package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// Headings and the towns that reports begin with are written in capitals: МОСКВА, 5 мая. ПАВЕЛ РОЩИН УХОДИТ. What the word table knows,
// and what is too long for an abbreviation, is written there as it is elsewhere.

// mostLetters is how many letters an abbreviation that a name could be taken for can have: ЯНАО, ТАСС.
const mostLetters = 5

// written is a word of a name as it would be written amid a sentence.
func written(text string, t *parse.Token, typ Type) string {
	if !inCapitals(t) {
		return text
	}
	w := t.Word()
	known, long := w.Can(lex.Place|lex.Nom) || w.Letters() > 3 && w.Can(lex.Place), w.Letters() > mostLetters // УФА, but not в МАИ
	switch {
	case w.Can(lex.Abbr), !strings.ContainsAny(w.Key, "аеиоуыэюя"):
		return text
	case typ == Person, typ == Place && (known || long), long && w.Grams&lex.Org != 0:
		return capitalized(text)
	}
	return text
}

// inCapitals tells whether a token is a Russian word of more letters than one, all of them capitals.
func inCapitals(t *parse.Token) bool {
	const shape = parse.Upper | parse.Cyrillic
	return t.Kind() == parse.Word && t.Shape()&(shape|parse.Mixed|parse.Latin) == shape && t.Word().Letters() > 1
}

// capitalized is a name with capitals at the beginning of its parts alone: САНКТ-ПЕТЕРБУРГ, РОСТОВ-НА-ДОНУ.
func capitalized(text string) string {
	var b strings.Builder
	for i, part := range strings.SplitAfter(text, "-") {
		small := strings.ToLower(part)
		if i > 0 && particle(strings.TrimSuffix(small, "-")) || small == "на-" {
			b.WriteString(small)
			continue
		}
		c, n := utf8.DecodeRuneInString(part)
		b.WriteRune(unicode.ToUpper(c))
		b.WriteString(small[min(n, len(small)):])
	}
	return b.String()
}

// quieter is the name of a place of several words, the tokens all in capitals, as it would be written amid a sentence: НИЖНИЙ НОВГОРОД,
// ТВЕРСКАЯ ОБЛАСТЬ.
func quieter(name string, tokens []parse.Token) string {
	for i := range tokens {
		if !inCapitals(&tokens[i]) || tokens[i].Word().Can(lex.Abbr) {
			return name
		}
	}
	words := strings.Fields(name)
	if len(words) != len(tokens) {
		return name
	}
	for i, w := range words {
		if words[i] = capitalized(w); tokens[i].Word().Is(lex.PlaceNoun) {
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}

// headlined mends what was taken for an organisation or a place in a headline in capitals, ЗЕЛЕНСКИЙ | ПРИЕХАЛ, or for its surname alone is,
// ПЕТРОВ И. И.; ok is false for what is no name.
func headlined(doc *parse.Document, s span) (_ span, ok bool) {
	const acronym = 4 // letters of what rather is one
	t := doc.Tokens
	w := t[s.first].Word()
	if w.Letters() <= acronym {
		return s, true
	}
	if s.first == 0 && s.last == 1 && s.last+1 < len(t) && t[s.last].Is(',') && t[s.last+1].Kind() == parse.Number && !organisation(w) {
		s.typ = Place // ЛАГОДА, 5 мая
		return s, true
	}
	if s.typ == Org && s.last-s.first > 2 && w.Can(lex.Surname) && t[s.first+2].Is('.') && t[s.first+1].End()-t[s.first+1].Start() == len("Ж") {
		s.typ = Person
		return s, true
	}
	headline := func(i int) bool {
		return i >= 0 && i < len(t) && t[i].Shape()&parse.Upper != 0 && t[i].Word().Known() && t[i].Word().Letters() > acronym
	}
	before := s.first - 1
	if before > 0 && t[before].Word().Can(lex.Preposition) {
		before--
	}
	if s.first > 0 && t[s.first-1].OpensQuote() || !headline(before) && !headline(s.last) && !(s.last-s.first > 1 && headline(s.first+1)) {
		return s, true
	}
	for k := s.first; k < s.last; k++ {
		if v := t[k].Word(); v.Known() && (v.Can(lex.Verb) || v.Can(lex.ParticipleShort)) && !v.Can(lex.Noun) {
			s.last = k
		}
	}
	switch {
	case s.last == s.first:
		return s, false
	case s.last-s.first > 1 || organisation(w) || w.Is(lex.OrgNoun):
	case w.Can(lex.Place):
		s.typ = Place
	case w.Can(lex.Surname) || w.Can(lex.Given):
		s.typ = Person
	default:
		_, known := wellKnown(w.Key)
		_, _, famous := famousWord(w)
		return s, known || famous || !w.Known()
	}
	return s, true
}
