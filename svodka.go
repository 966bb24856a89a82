package svodka

import (
	"fmt"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
	"github.com/svodka/svodka/timeline"
)

// MaxBytes is the longest text [Parse] takes, in bytes.
const MaxBytes = 64 << 20

// Parse turns the text of an article into an [Article]. Dates are resolved against the day it was published; the zero time
// leaves bare ones unresolved. The day is that of its location, which matters late in the evening, and midnight means that the hour is not
// known (see [timeline.Find]). The text must be UTF-8 ([EncodingError] otherwise) and at most [MaxBytes] long ([SizeError]).
func Parse(text string, published time.Time) (*Article, error) {
	if len(text) > MaxBytes {
		return nil, &SizeError{Size: len(text)}
	}
	doc := documents.Get().(*parse.Document)
	doc.Reset(text)
	a, err := read(doc, published)
	if cap(doc.Tokens) <= keepTokens && cap(doc.Marks) <= keepTokens {
		doc.Reset("") // the room stays, the text goes
		documents.Put(doc)
	}
	return a, err
}

// documents hold room for tokens in between calls: nothing of an article lies there.
var documents = sync.Pool{New: func() any { return new(parse.Document) }}

// keepTokens bounds the room kept from one call to the next.
const keepTokens = 1 << 15

// read makes the article of a document.
func read(doc *parse.Document, published time.Time) (*Article, error) {
	for i := range doc.Tokens {
		if doc.Tokens[i].Kind() == parse.Bad { // parse has read every byte: no need to do it before
			return nil, newEncodingError(doc.Text)
		}
	}
	dates, entities := timeline.Find(doc, published), entity.Find(doc)
	a := &Article{
		Published:  published,
		Text:       doc.Text,
		Paragraphs: doc.Paragraphs,
		Money:      money.Find(doc),
		Dates:      dates,
		Events:     timeline.Events(doc, dates),
		Entities:   entities,
		Quotes:     quote.Find(doc, entities),
		Notes:      doc.Notes,
	}
	a.fill()
	return a, nil
}

// SizeError tells of a text longer than [MaxBytes].
type SizeError struct {
	Size int // bytes
}

// Error tells both sizes.
func (e *SizeError) Error() string {
	return fmt.Sprintf("svodka: text of %d bytes is longer than %d", e.Size, MaxBytes)
}

// EncodingError tells of a text that is not UTF-8.
type EncodingError struct {
	Offset int    // of the first byte that is not UTF-8
	Looks  string // the encoding the bytes look like: "windows-1251" or "KOI8-R"; "" where they look like neither
}

// Error tells the place, and the encoding where one is likely.
func (e *EncodingError) Error() string {
	s := fmt.Sprintf("svodka: text is not UTF-8 at byte %d", e.Offset)
	if e.Looks != "" {
		s += "; it looks like " + e.Looks
	}
	return s
}

func newEncodingError(text string) *EncodingError {
	e := new(EncodingError)
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				e.Offset = i
				break
			}
		}
	}
	e.Looks = guessEncoding(text)
	return e
}

// guessEncoding names the Russian 8-bit encoding a text looks like. Small letters are by far the most frequent in either;
// they fill 0xE0–0xFF in windows-1251 and 0xC0–0xDF in KOI8-R, where the other half holds the capitals.
func guessEncoding(text string) string {
	const sample = 1 << 14
	var low, high, other int
	for _, c := range []byte(text[:min(len(text), sample)]) {
		switch {
		case c >= 0xE0:
			high++
		case c >= 0xC0:
			low++
		case c >= 0x80:
			other++
		}
	}
	switch letters := low + high; {
	case letters < 8 || other > letters/4:
		return ""
	case high > 2*low:
		return "windows-1251"
	case low > 2*high:
		return "KOI8-R"
	}
	return ""
}
