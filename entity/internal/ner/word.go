package ner

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A form tells coarsely what a token looks like.
type form = uint8

const (
	lower form = iota
	title
	upper
	mixed
	letter // one capital
	latinLower
	latinTitle
	latinUpper
	number
	quote
	stop
	comma
	bracket
	dash
	otherMark
	symbol
	outside // beyond the text
	forms
)

// formOf is the form of a token.
func formOf(t *parse.Token) form {
	switch t.Kind() {
	case parse.Word:
		return wordForm(t)
	case parse.Number:
		return number
	case parse.Punct:
		return markForm(t)
	}
	return symbol
}

// small tells whether a token is no word or one whose form is lower.
func small(t *parse.Token) bool {
	return t.Shape()&(parse.Upper|parse.Mixed|parse.Title|parse.Latin) == 0
}

// shapeForms are the forms of words of more letters than one, by shape less [parse.Cyrillic].
var shapeForms = [parse.Cyrillic]form{
	parse.Title: title, parse.Upper: upper, parse.Title | parse.Upper: upper,
	parse.Mixed: mixed, parse.Mixed | parse.Title: mixed, parse.Mixed | parse.Upper: upper, parse.Mixed | parse.Upper | parse.Title: upper,
	parse.Latin: latinLower, parse.Latin | parse.Title: latinTitle, parse.Latin | parse.Upper: latinUpper, parse.Latin | parse.Upper | parse.Title: latinUpper,
	parse.Latin | parse.Mixed: latinTitle, parse.Latin | parse.Mixed | parse.Title: latinTitle,
	parse.Latin | parse.Mixed | parse.Upper: latinUpper, parse.Latin | parse.Mixed | parse.Upper | parse.Title: latinUpper,
}

func wordForm(t *parse.Token) form {
	s := t.Shape()
	if s&parse.Title != 0 && t.Word().Letters() == 1 && s&parse.Upper == 0 && (s&parse.Mixed == 0 || s&parse.Latin != 0) {
		return letter
	}
	return shapeForms[s%parse.Cyrillic]
}

func markForm(t *parse.Token) form {
	switch t.Rune() {
	case '.':
		return stop
	case ',':
		return comma
	case '(', ')', '[', ']':
		return bracket
	}
	switch {
	case t.Quote():
		return quote
	case t.Dash():
		return dash
	}
	return otherMark
}

// Divides tells the tokens that no name goes over: quotation marks and brackets.
func Divides(t *parse.Token) bool {
	if t.Kind() != parse.Punct {
		return false
	}
	f := markForm(t)
	return f == quote || f == bracket
}

// capital tells the forms of words that can be a name's.
func capital(f form) bool {
	const all = 1<<title | 1<<upper | 1<<mixed | 1<<letter | 1<<latinTitle | 1<<latinUpper
	return all>>f&1 != 0
}

// shapeOf says finely how a token is written; the same token has the same features wherever it stands when shape and word
// are the same.
func shapeOf(t *parse.Token) uint32 {
	switch t.Kind() {
	case parse.Word:
		n := t.Word().Letters()
		c := uint32(t.Shape()) << 1
		if n == 1 {
			c |= 1
		}
		if t.Shape()&parse.Upper != 0 {
			c |= uint32(min(n, 7)) << 8
		}
		return c
	case parse.Number:
		return 1<<24 + uint32(min(5, t.End()-t.Start()))
	case parse.Bad:
		return 1<<24 + 99
	}
	return 1<<25 + uint32(t.Rune())
}

// What [namesOf] tells.
const (
	nameGiven uint16 = 1 << iota
	nameSurname
	namePatronymic
	namePlace
	nameOrg
	nameAbbr
	nameOther // the word has readings that are no name
	nameKnown // the word table has it
)

// namesOf tells which kinds of name the readings of a word are, whether it has others, and whether the table knows it.
func namesOf(w *lex.Word) (m uint16) {
	if w.Grams&(lex.Names|lex.Place|lex.Org|lex.Abbr) == 0 {
		switch {
		case len(w.Readings) == 0:
			return 0
		case w.Known():
			return nameOther | nameKnown
		}
		return nameOther
	}
	m = uint16(w.Grams/lex.Given)&(2*nameOrg-1) | uint16(w.Grams/lex.Abbr)&1*nameAbbr // the bits of both follow each other alike
	for i := range w.Readings {
		if w.Readings[i].Gram()&(lex.Names|lex.Place|lex.Org|lex.Abbr) == 0 {
			m |= nameOther
			break
		}
	}
	if w.Known() {
		m |= nameKnown
	}
	return m
}

const (
	// nounClasses tell what a name is the name of.
	nounClasses = lex.Post | lex.PersonNoun | lex.OrgNoun | lex.MediaNoun | lex.PlaceNoun | lex.TitleNoun
	// classes are those that are features.
	classes = nounClasses | lex.Cardinal | lex.Ordinal | lex.Scale | lex.Month | lex.Weekday | lex.TimeUnit | lex.Currency | lex.Country |
		lex.SpeechVerb | lex.SpeechNoun | lex.Abbreviation
	// maxSame bounds the features of one kind.
	maxSame = 6
)

// appendOwn appends the features a token has wherever it stands.
func appendOwn(dst []Feature, t *parse.Token, c Lexicon) []Feature {
	shape := uint64(shapeOf(t))
	dst = append(dst, feature(kindShape, shape))
	if t.Kind() != parse.Word {
		return dst
	}
	w, f := t.Word(), uint64(wordForm(t))
	names := uint64(namesOf(w))
	dst = append(dst, feature(kindWord, w.Hash()), feature(kindNamesAs, names<<8|f))
	dst = appendLetters(dst, w)
	dst = appendReadings(dst, w)
	for x := w.Class & classes; x != 0; x &= x - 1 {
		dst = append(dst, feature(kindClass, uint64(bits.TrailingZeros64(uint64(x)))))
	}
	return appendCodes(dst, w, f, c)
}

// appendCodes appends the codes of a word's role and topic, the first of each also with its form.
func appendCodes(dst []Feature, w *lex.Word, f uint64, x Lexicon) []Feature {
	c, ok := x.Of(w.Hash())
	if !ok {
		return append(dst, feature(kindRole, noCode), feature(kindRoleAs, noCode|f), feature(kindTopicAs, noCode|f))
	}
	for b := range Books {
		dst = append(dst, feature(kindRole+Kind(b), uint64(c[b])), feature(kindTopic+Kind(b), uint64(c[Books+b])))
	}
	return append(dst, feature(kindRoleAs, uint64(c[0])<<8|f), feature(kindTopicAs, uint64(c[Books])<<8|f))
}

// noCode stands for the code of a word that has none.
const noCode = 1 << 20

// appendLetters appends what the spelling tells.
func appendLetters(dst []Feature, w *lex.Word) []Feature {
	f := w.Fold()
	n := len(f)
	if n > 3 {
		dst = append(dst, feature(kindSuffix3, lex.Hash(f[n-3:])))
	}
	if n > 4 {
		dst = append(dst, feature(kindSuffix4, lex.Hash(f[n-4:])))
	}
	if i := strings.IndexByte(f, '-'); i > 0 {
		dst = append(dst, feature(kindPart, pair(1, lex.Hash(f[i+1:]))), feature(kindPart, pair(2, lex.Hash(f[:i]))))
	}
	return dst
}

// appendReadings appends what the word table tells.
func appendReadings(dst []Feature, w *lex.Word) []Feature {
	var lemmas, grams [maxSame]uint64
	var speech lex.Gram
	nl, ng := 0, 0
	for _, r := range w.Readings {
		g := r.Gram()
		speech |= g & (lex.POS | lex.Guessed)
		if v := uint64(g & (lex.POS | lex.Cases | lex.Numbers | lex.Genders)); ng < maxSame && !slices.Contains(grams[:ng], v) {
			grams[ng] = v
			ng++
			dst = append(dst, feature(kindGram, v))
		}
		if r.Lemma == 0 || nl == maxSame {
			continue
		}
		if v := w.NormalHash(r); !slices.Contains(lemmas[:nl], v) {
			lemmas[nl] = v
			nl++
			dst = append(dst, feature(kindLemma, v))
		}
	}
	if nl == 0 {
		dst = append(dst, feature(kindLemma, pair(3, lex.Hash(stem(w.Fold())))))
	}
	return append(dst, feature(kindSpeech, uint64(speech)))
}

// stem cuts up to two vowels off an unknown word.
func stem(fold string) string {
	k := len(fold)
	for k > 4 && k > len(fold)-3 && vowel(fold[k-1]) {
		k--
	}
	return fold[:k]
}

// vowel tells the folded letters that endings are made of: а е и й о у ы ь э ю я.
func vowel(c byte) bool {
	switch c {
	case 0xE0, 0xE5, 0xE8, 0xE9, 0xEE, 0xF3, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF:
		return true
	}
	return false
}
