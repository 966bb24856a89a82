package inflect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean is a piece of a text fit to be a name: composed (NFC), without what cannot be seen and without stress marks.
func Clean(s string) string {
	for i := 0; i < len(s); i++ {
		if russian(s, i) {
			i++
			continue
		}
		switch s[i] {
		case 0xC2, 0xCC, 0xCD, 0xE2, 0xEF: // lead bytes of soft hyphens, combining marks, zero-width characters
			return strings.Map(seen, norm.NFC.String(strings.Map(seen, s)))
		}
	}
	return s
}

func seen(r rune) rune {
	if unicode.Is(unicode.Cf, r) || r == '\u00AD' || r == '\u0301' || r == '\u0300' {
		return -1
	}
	return r
}

// russian tells whether a letter of the Cyrillic alphabet stands at byte i of a text, two bytes long: most do.
func russian(s string, i int) bool {
	return s[i]|1 == 0xD1 && i+1 < len(s) && s[i+1]&0xC0 == 0x80
}

// LowerFirst is a text with its first letter in lower case.
func LowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError || unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToLower(r)) + s[size:]
}
