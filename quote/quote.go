package quote

import (
	"encoding/json"
	"fmt"

	"github.com/svodka/svodka/parse"
)

// Kind is what a piece of a text in quotation marks, or a piece of reported speech, is.
type Kind uint8

// The kinds of quotations.
const (
	Direct   Kind = iota + 1 // a whole clause of someone's words
	Fragment                 // some words of theirs in the author's sentence
	Indirect                 // speech reported without marks
	Name                     // a title or a proper name
	Scare                    // irony, a nickname, a term: nobody is quoted
)

var kindNames = [...]string{"", "direct", "fragment", "indirect", "name", "scare"}

// String is the kind's name in lower case; "" for a value out of range.
func (k Kind) String() string {
	if int(k) >= len(kindNames) {
		return ""
	}
	return kindNames[k]
}

// MarshalText writes what String prints.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (k *Kind) UnmarshalText(b []byte) error {
	for i, n := range kindNames {
		if n == string(b) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("quote: unknown kind %q", b)
}

// A Quote is a quotation or a piece of reported speech, without its outer marks.
type Quote struct {
	parse.Span
	Text        string
	Kind        Kind
	Speaker     string     // the words that name the source; "" for none
	SpeakerName string     // its fullest name in the document, in the nominative
	SpeakerID   int        // the entity; 0 for none
	SpeakerSpan parse.Span // where Speaker stands; empty for none
	Cue         string     // the words that report the speech; "" for none
	CueSpan     parse.Span
	Group       int      // the same number for the pieces of one interrupted quotation; 0 for one in one piece
	Evidence    Evidence // what tied the words to their source
}

// String is the speaker, a colon and the words; the words alone where there is no speaker.
func (q Quote) String() string { return attributed(q.SpeakerName, q.Text) }

type quoteJSON struct {
	parse.Span
	Text        string      `json:"text"`
	Kind        Kind        `json:"kind"`
	Speaker     *string     `json:"speaker"`
	SpeakerName *string     `json:"speaker_name"`
	SpeakerID   *int        `json:"speaker_id"`
	SpeakerSpan *parse.Span `json:"speaker_span"`
	Cue         *string     `json:"cue"`
	CueSpan     *parse.Span `json:"cue_span"`
	Group       *int        `json:"group"`
	Evidence    *Evidence   `json:"evidence"`
}

// MarshalJSON writes the quote; what there is none of is null.
func (q Quote) MarshalJSON() ([]byte, error) {
	return json.Marshal(quoteJSON{q.Span, q.Text, q.Kind, some(q.Speaker), some(q.SpeakerName), some(q.SpeakerID), some(q.SpeakerSpan),
		some(q.Cue), some(q.CueSpan), some(q.Group), some(q.Evidence)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (q *Quote) UnmarshalJSON(b []byte) error {
	var x quoteJSON
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	*q = Quote{x.Span, x.Text, x.Kind, or(x.Speaker), or(x.SpeakerName), or(x.SpeakerID), or(x.SpeakerSpan), or(x.Cue), or(x.CueSpan), or(x.Group), or(x.Evidence)}
	return nil
}

func some[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

func or[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}
