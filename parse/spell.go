package parse

import (
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
)

// A spelling is a word while it is read, folded letter by letter.
type spelling struct {
	fold    [lex.MaxLetters + 8]byte
	n       int
	letters int
	shape   Shape
	small   bool // has a small letter
	tall    bool // has a capital
	capital bool // begins with one
	parted  bool // at the beginning of a part: behind a hyphen or an apostrophe
}

// letter takes one letter whose fold is a byte.
func (w *spelling) letter(c byte, upper bool, script Shape) {
	w.put(c)
	w.cased(upper, !upper, script)
}

func (w *spelling) put(c byte) {
	if w.n < lex.MaxLetters+1 {
		w.fold[w.n] = c
		w.n++
	}
}

func (w *spelling) cased(upper, lower bool, script Shape) {
	if upper {
		if w.small && !(w.parted && w.capital) {
			w.shape |= Mixed
		}
		w.tall = true
		w.capital = w.capital || w.letters == 0
	}
	w.small = w.small || lower
	w.shape |= script
	w.letters++
	w.parted = false
}

// result is the shape of the word that was read.
func (w *spelling) result() Shape {
	switch {
	case w.tall && !w.small && w.letters > 1:
		return w.shape | Upper
	case w.capital:
		return w.shape | Title
	}
	return w.shape
}

// cyrillic reads a Russian letter at i: its folded byte, less 0x20 for a capital; ё as е.
func cyrillic(text string, i int) (fold byte, ok bool) {
	if i+1 >= len(text) {
		return 0, false
	}
	switch b := text[i+1]; text[i] {
	case 0xD0:
		switch {
		case 0x90 <= b && b <= 0xBF: // А–Я, а–п
			return b + 0x30, true
		case b == 0x81:
			return 0xC5, true
		}
	case 0xD1:
		switch {
		case 0x80 <= b && b <= 0x8F: // р–я
			return b + 0x70, true
		case b == 0x91:
			return 0xE5, true
		}
	}
	return 0, false
}

// letterAt tells whether a letter stands at offset i.
func letterAt(text string, i int) bool {
	if i < len(text) && text[i] < utf8.RuneSelf {
		return asciiClass[text[i]] == 'l'
	}
	if _, ok := cyrillic(text, i); ok {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[min(i, len(text)):])
	return unicode.IsLetter(r)
}

// scanWord takes a word. Combining marks and characters that cannot be seen belong to the token but not to its spelling.
func (s *scanner) scanWord(i int) int {
	text, j := s.text, i
	w := &s.spelling
	w.n, w.letters, w.shape = 0, 0, 0
	w.small, w.tall, w.capital, w.parted = false, false, false, true
	for j < len(text) {
		c := text[j]
		if f, ok := cyrillic(text, j); ok {
			w.letter(f|0x20, f < 0xE0, Cyrillic)
			j += 2
		} else if c >= utf8.RuneSelf {
			size := s.rareLetter(j)
			if size == 0 {
				break
			}
			j += size
		} else if asciiClass[c] == 'l' {
			w.letter(c|0x20, c < 'a', Latin)
			j++
		} else if (c == '-' || c == '\'') && letterAt(text, j+1) {
			w.put(c)
			w.parted = true
			j++
		} else {
			break
		}
	}
	first, size := utf8.DecodeRuneInString(text[i:])
	if j == i { // ʼ is a letter, but no word
		return s.add(i, i+size, Punct, first, 0, lex.None)
	}
	word := lex.None
	if w.n <= lex.MaxLetters {
		h := lex.HashSeed
		for _, c := range w.fold[:w.n] {
			h = lex.HashNext(h, c)
		}
		word = s.vocab.Word(w.fold[:w.n], h)
	}
	return s.add(i, j, Word, first, w.result(), word)
}

// rareLetter takes what else can belong to a word, and gives its size; 0 where the word ends.
func (s *scanner) rareLetter(j int) int {
	w := &s.spelling
	r, size := utf8.DecodeRuneInString(s.text[j:])
	switch {
	case r == '‐', r == '‑', r == '’', r == 'ʼ':
		if !letterAt(s.text, j+size) {
			return 0
		}
		if r == '‐' || r == '‑' {
			w.put('-')
		} else {
			w.put('\'')
		}
		w.parted = true
	case unicode.Is(unicode.Mn, r):
		if r == '\u0306' && w.n > 0 && w.fold[w.n-1] == 0xE8 {
			w.fold[w.n-1] = 0xE9 // и and a breve are й
		}
	case invisible(r):
		if r != '\u00AD' && !letterAt(s.text, j+size) {
			return 0
		}
	case unicode.IsLetter(r):
		script := Shape(0)
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			script = Cyrillic
		case unicode.Is(unicode.Latin, r):
			script = Latin
		}
		w.cased(unicode.IsUpper(r), unicode.IsLower(r), script)
		var b [4]byte
		for _, c := range lex.AppendFold(b[:0], r) {
			w.put(c)
		}
	default:
		return 0
	}
	return size
}
