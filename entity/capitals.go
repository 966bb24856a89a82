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
