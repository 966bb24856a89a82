package parse

import (
	"fmt"
	"slices"

	"github.com/svodka/svodka/internal/lex"
)

// Kind is the kind of a token.
type Kind uint8

const (
	// Word is a run of letters with the hyphens and apostrophes between them: Нью-Йорк, О'Нил, кто-то.
	Word Kind = iota + 1
	// Number is a run of the digits 0–9. What joins numbers (25.11.2022, 1 234,5) is for later packages to read.
	Number
	// Punct is one mark of punctuation; two apostrophes together ('') are one mark.
	Punct
	// Symbol is one other character: %, $, №, an emoji.
	Symbol
	// Bad is one byte that is not UTF-8.
	Bad
)

var kindNames = [...]string{"none", "word", "number", "punct", "symbol", "bad"}

// String is the kind's name in lower case; "none" for a value out of range.
func (k Kind) String() string {
	if int(k) >= len(kindNames) {
		k = 0
	}
	return kindNames[k]
}

// MarshalText writes what String prints.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (k *Kind) UnmarshalText(b []byte) error {
	i := slices.Index(kindNames[:], string(b))
	if i < 0 {
		return fmt.Errorf("parse: unknown kind of token %q", b)
	}
	*k = Kind(i)
	return nil
}

// Shape tells how the letters of a word are written, and in which script.
type Shape uint8

const (
	// Title: the first letter is a capital and a small one follows (Путин, Нью-Йорк), or the word is one capital.
	Title Shape = 1 << iota
	// Upper: two letters or more, all capitals (США).
	Upper
	// Mixed: a capital stands behind a small letter (МосБиржа, iPhone, аль-Асад).
	Mixed
	// Latin: the word has a Latin letter.
	Latin
	// Cyrillic: the word has a Cyrillic letter.
	Cyrillic
)

// Capital tells whether the word begins with a capital letter.
const Capital = Title | Upper

// A Token is the smallest piece of a text. White space is no token: it is what lies between them.
type Token struct {
	start, end uint32
	r          rune
	kind       Kind
	shape      Shape
	flags      uint8
	word       *lex.Word
}

const (
	spaceBefore uint8 = 1 << iota
	lineBefore
)

// Start is the offset of the token's first byte.
func (t *Token) Start() int { return int(t.start) }

// End is the offset behind its last byte.
func (t *Token) End() int { return int(t.end) }

// Span is the place of the token.
func (t *Token) Span() Span { return Span{int(t.start), int(t.end)} }

// Kind is what the token is.
func (t *Token) Kind() Kind { return t.kind }

// Shape is how a word is written; 0 for a word in small letters of another script, and for any other token.
func (t *Token) Shape() Shape { return t.shape }

// Rune is the character of a Punct or Symbol token (" for two apostrophes), the first one of any other.
func (t *Token) Rune() rune { return t.r }

// Spaced tells whether white space, or the beginning of the text, stands before the token.
func (t *Token) Spaced() bool { return t.flags&spaceBefore != 0 }

// Opens tells whether the token is the first of its line.
func (t *Token) Opens() bool { return t.flags&lineBefore != 0 }

// Is tells whether the token is this mark of punctuation or symbol.
func (t *Token) Is(r rune) bool { return t.r == r && t.kind >= Punct }

// Word is what the word table knows of a word, whatever its case; never nil. Its type is internal to svodka.
func (t *Token) Word() *lex.Word { return t.word }

// Key is a word in lower case, composed, with ё as е and without soft hyphens; "" for any other token, and for a word of more than
// 62 letters, of which those that Russian and English lack count four each.
func (t *Token) Key() string { return t.word.Key }

// Dash tells whether the token is a dash or a hyphen that stands by itself.
func (t *Token) Dash() bool {
	switch t.r {
	case '—', '–', '-', '―', '−', '‒', '‐', '‑':
		return t.kind == Punct
	}
	return false
}

// Stop tells whether the token can end a sentence: . ! ? …
func (t *Token) Stop() bool {
	switch t.r {
	case '.', '!', '?', '…', '‼', '⁇', '⁈', '⁉':
		return t.kind == Punct
	}
	return false
}
