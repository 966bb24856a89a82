package lex

import (
	"strings"
	"unicode"
)

// A folded word has a byte a letter: а–я are 0xE0–0xFF as in windows-1251 (ё is е), a–z, the hyphen and the
// apostrophe are themselves. Any other letter is escape and the three low bytes of its lower-case rune.
const escape = 0x01

// MaxLetters is the longest word the table is asked about, in folded bytes.
const MaxLetters = 62

// AppendFold appends one letter, folded.
func AppendFold(dst []byte, r rune) []byte {
	switch {
	case 'а' <= r && r <= 'я':
		return append(dst, byte(r-'а')+0xE0)
	case 'А' <= r && r <= 'Я':
		return append(dst, byte(r-'А')+0xE0)
	case r == 'ё' || r == 'Ё':
		return append(dst, 0xE5)
	case 'a' <= r && r <= 'z', r == '-', r == '\'':
		return append(dst, byte(r))
	case 'A' <= r && r <= 'Z':
		return append(dst, byte(r)+'a'-'A')
	}
	if r = unicode.ToLower(r); 'a' <= r && r <= 'z' {
		return append(dst, byte(r)) // of İ, and of the sign of kelvin
	}
	return append(dst, escape, byte(r>>16), byte(r>>8), byte(r))
}

// Fold folds a whole word. It knows nothing of combining marks; parse composes them first.
func Fold(word string) string {
	b := make([]byte, 0, len(word))
	for _, r := range word {
		b = AppendFold(b, r)
	}
	return string(b)
}

// Unfold is the word in UTF-8, in lower case and without ё.
func Unfold(folded string) string {
	const letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
	if len(folded) == 1 && folded[0] >= 0xE0 { // as most endings are
		i := 2 * int(folded[0]-0xE0)
		return letters[i : i+2]
	}
	var b strings.Builder
	b.Grow(2 * len(folded))
	unfold(&b, folded)
	return b.String()
}

func unfold[S string | []byte](b *strings.Builder, folded S) {
	for i := 0; i < len(folded); i++ {
		switch c := folded[i]; {
		case c >= 0xE0:
			b.WriteRune(rune(c-0xE0) + 'а')
		case c == escape && i+3 < len(folded):
			b.WriteRune(rune(folded[i+1])<<16 | rune(folded[i+2])<<8 | rune(folded[i+3]))
			i += 3
		default:
			b.WriteRune(rune(c))
		}
	}
}
