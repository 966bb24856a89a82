package parse

import (
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/room"
)

// A scanner goes once over the bytes of a text and leaves tokens, and the places later steps go to.
type scanner struct {
	text   string
	vocab  *lex.Vocabulary
	tokens []Token
	lines  []line
	stops  []int32 // tokens that can end a sentence
	marks  []int32 // tokens that can be quotation marks
	blocks []block // the paragraphs
	room   []Token // for the tokens of a document that takes a copy away

	space  bool // white space stands before the next token
	breaks int  // line ends before the next token
	start  int  // offset behind the last of them
	spelling
}

// A line is a line of the text that holds a token.
type line struct {
	first int32 // its first token
	start int32 // offset of the line, indent included
	blank bool  // a blank line, or the beginning of the text, stands before it
}

// inLine is the start of a line that begins in the middle of another one.
const inLine = -1

// solidBullet tells what is a bullet wherever it stands.
func solidBullet(r rune) bool {
	return r >= '•' && (r == '•' || r == '▪' || r == '●' || r == '■' || r == '►') // most are less
}

// asciiClass tells what a byte below 128 begins: s space, n line end, p punctuation, y symbol, d digit, l letter.
const asciiClass = "ssssssssssnnnnssssssssssssssssss" +
	"sppyyyypppyyppppddddddddddppyyyp" +
	"yllllllllllllllllllllllllllpppyp" +
	"yllllllllllllllllllllllllllpypys"

func (s *scanner) scan() {
	s.space, s.breaks, s.start = true, 2, 0
	for i := 0; i < len(s.text); {
		c := s.text[i]
		if c >= utf8.RuneSelf {
			if _, ok := cyrillic(s.text, i); ok {
				i = s.scanWord(i)
			} else {
				i = s.other(i)
			}
			continue
		}
		switch asciiClass[c] {
		case 's':
			s.space = true
			i++
		case 'n':
			i = s.newline(i, 1)
		case 'l':
			i = s.scanWord(i)
		case 'd':
			i = s.number(i)
		case 'p':
			i = s.punct(i)
		default:
			i = s.add(i, i+1, Symbol, rune(c), 0, lex.None)
		}
	}
}

// add appends a token and gives its end.
func (s *scanner) add(start, end int, kind Kind, r rune, shape Shape, w *lex.Word) int {
	var flags uint8
	if s.space {
		flags = spaceBefore
		if s.breaks > 0 {
			flags |= lineBefore
			s.lines = room.Push(s.lines, line{int32(len(s.tokens)), int32(s.start), s.breaks > 1}, start, len(s.text))
			s.breaks = 0
		} else if solidBullet(r) {
			if first := s.lines[len(s.lines)-1].first; solidBullet(s.tokens[first].r) && int(first) < len(s.tokens)-1 {
				s.lines = room.Push(s.lines, line{int32(len(s.tokens)), inLine, false}, start, len(s.text)) // a list whose lines were joined
			}
		}
		s.space = false
	}
	if len(s.tokens) == cap(s.tokens) {
		s.tokens = room.Grow(s.tokens, start, len(s.text))
	}
	s.tokens = append(s.tokens, Token{start: uint32(start), end: uint32(end), r: r, kind: kind, shape: shape, flags: flags, word: w})
	return end
}

func (s *scanner) newline(i, size int) int {
	if s.text[i] == '\r' && i+1 < len(s.text) && s.text[i+1] == '\n' {
		size = 2
	}
	s.space = true
	s.breaks++
	s.start = i + size
	return i + size
}

func (s *scanner) number(i int) int {
	j := i + 1
	for j < len(s.text) && '0' <= s.text[j] && s.text[j] <= '9' {
		j++
	}
	return s.add(i, j, Number, rune(s.text[i]), 0, lex.None)
}

func (s *scanner) punct(i int) int {
	c, end := s.text[i], i+1
	switch c {
	case '.', '!', '?':
		s.stops = room.Push(s.stops, int32(len(s.tokens)), i, len(s.text))
	case '"':
		s.marks = room.Push(s.marks, int32(len(s.tokens)), i, len(s.text))
	case '\'':
		s.marks = room.Push(s.marks, int32(len(s.tokens)), i, len(s.text))
		if end < len(s.text) && s.text[end] == '\'' {
			c, end = '"', end+1
		}
	}
	return s.add(i, end, Punct, rune(c), 0, lex.None)
}

// other takes a character that is not ASCII and no plain Russian letter.
func (s *scanner) other(i int) int {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	switch r {
	case '—', '–', '−':
		return s.add(i, i+size, Punct, r, 0, lex.None)
	case '…', '‼', '⁇', '⁈', '⁉':
		s.stops = room.Push(s.stops, int32(len(s.tokens)), i, len(s.text))
		return s.add(i, i+size, Punct, r, 0, lex.None)
	case 'ʼ': // a letter to Unicode; an apostrophe here
		return s.add(i, i+size, Punct, r, 0, lex.None)
	case '«', '»', '“', '”', '„', '‘', '’', '‚', '‟', '‹', '›':
		s.marks = room.Push(s.marks, int32(len(s.tokens)), i, len(s.text))
		return s.add(i, i+size, Punct, r, 0, lex.None)
	case '\u0085', '\u2028', '\u2029':
		return s.newline(i, size)
	case utf8.RuneError:
		if size <= 1 {
			return s.add(i, i+1, Bad, r, 0, lex.None)
		}
	}
	switch {
	case unicode.IsSpace(r) || invisible(r):
		s.space = true
		return i + size
	case unicode.IsLetter(r):
		return s.scanWord(i)
	case unicode.IsPunct(r):
		return s.add(i, i+size, Punct, r, 0, lex.None)
	}
	return s.add(i, i+size, Symbol, r, 0, lex.None)
}

// invisible tells what leaves no trace on a page: soft hyphen, zero-width spaces and joiners, byte order mark, marks of direction.
func invisible(r rune) bool {
	switch {
	case r == '\u00AD', '\u200B' <= r && r <= '\u200F', '\u202A' <= r && r <= '\u202E', '\u2060' <= r && r <= '\u2064', '\u2066' <= r && r <= '\u2069', r == '\uFEFF', r == '\u180E':
		return true
	}
	return false
}
