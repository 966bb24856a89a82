package parse

import (
	"encoding/binary"
	"math/bits"
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
	has     has
	parted  bool // at the beginning of a part: behind a hyphen or an apostrophe
}

// A has tells what letters a word has.
type has uint8

const (
	small    has = 1 << iota
	tall         // a capital
	initial      // the first one is a capital
	several      // more than one
	anything     // no more bits than these
)

// caseShapes are the shapes of words by the letters they have.
var caseShapes = [anything]Shape{
	tall: 0, tall | several: Upper, tall | initial: Title, tall | initial | several: Upper,
	tall | small | initial: Title, tall | small | initial | several: Title,
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
		if w.has&small != 0 && !(w.parted && w.has&initial != 0) {
			w.shape |= Mixed
		}
		if w.has |= tall; w.letters == 0 {
			w.has |= initial
		}
	}
	if lower {
		w.has |= small
	}
	w.shape |= script
	w.letters++
	w.parted = false
}

// result is the shape of the word that was read.
func (w *spelling) result() Shape {
	letters := w.has
	if w.letters > 1 {
		letters |= several
	}
	return w.shape | caseShapes[letters]
}

// russian has the folded byte of each Russian letter, less 0x20 for a capital, ё as е; 0 for what else stands between Ё and ё
// in UTF-8, where a letter is 0xD081 to 0xD191. A table branches less than the letters do.
var russian = [0xD191 - firstLetter + 1]byte{
	0:                    0xC5,
	0xD090 - firstLetter: 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF,
	0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xD9, 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF,
	0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF,
	0xD180 - firstLetter: 0xF0, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF,
	0xD191 - firstLetter: 0xE5,
}

const firstLetter = 0xD081

// cyrillic reads a Russian letter at i.
func cyrillic(text string, i int) (fold byte, ok bool) {
	if i+1 >= len(text) {
		return 0, false
	}
	at := uint(text[i])<<8 + uint(text[i+1]) - firstLetter
	if at >= uint(len(russian)) {
		return 0, false
	}
	fold = russian[at]
	return fold, fold != 0
}

// smalls takes the small Russian letters at j, of which most words are made, and gives the end of them.
func (w *spelling) smalls(text string, j int) int {
	n, rest := w.n, text[j:]
	for n <= lex.MaxLetters-4 && len(rest) >= 8 { // four at once: а–п are 0xD0B0 to 0xD0BF, р–я 0xD180 to 0xD18F
		const each = 1<<48 | 1<<32 | 1<<16 | 1
		x := uint64(rest[0]) | uint64(rest[1])<<8 | uint64(rest[2])<<16 | uint64(rest[3])<<24 |
			uint64(rest[4])<<32 | uint64(rest[5])<<40 | uint64(rest[6])<<48 | uint64(rest[7])<<56
		late := x & each                                   // р–я
		odd := x&(0xF0FE*each) + late*0x3000 ^ 0xB0D0*each // 0 up to the first that is none of either
		folds := x>>8&(0xFF*each) + 0x30*each + late<<6
		folds |= folds >> 8
		binary.LittleEndian.PutUint32(w.fold[n:n+4], uint32(folds&0xFFFF|folds>>16&0xFFFF0000))
		if odd != 0 {
			k := bits.TrailingZeros64(odd) / 16
			n, rest = n+k, rest[2*k:]
			break
		}
		n, rest = n+4, rest[8:]
	}
	for n < lex.MaxLetters && len(rest) > 1 {
		f, _ := cyrillic(rest, 0)
		if f < 0xE0 {
			break
		}
		w.fold[n] = f
		n, rest = n+1, rest[2:]
	}
	if end := len(text) - len(rest); end > j {
		w.n = n
		w.letters += (end - j) / 2
		w.shape |= Cyrillic
		w.has, w.parted = w.has|small, false
		return end
	}
	return j
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
	w.n, w.letters, w.shape, w.has, w.parted = 0, 0, 0, 0, true
	for {
		if j = w.smalls(text, j); j >= len(text) {
			break
		}
		c := text[j]
		if c >= utf8.RuneSelf {
			if f, ok := cyrillic(text, j); ok {
				w.letter(f|0x20, f < 0xE0, Cyrillic)
				j += 2
				continue
			}
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
	first := firstRune(text[i:])
	if j == i { // ʼ is a letter, but no word
		return s.add(i, i+utf8.RuneLen(first), Punct, first, 0, lex.None)
	}
	word := lex.None
	if w.n <= lex.MaxLetters {
		word = s.vocab.Word(w.fold[:w.n])
	}
	return s.add(i, j, Word, first, w.result(), word)
}

// firstRune is the first character of a text, most likely a Russian letter.
func firstRune(text string) rune {
	if _, ok := cyrillic(text, 0); ok {
		return rune(text[0]&0x1F)<<6 | rune(text[1]&0x3F)
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r
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
