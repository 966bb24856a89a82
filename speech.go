package svodka

import (
	"iter"
	"slices"

	"github.com/svodka/svodka/quote"
)

// Speech yields what was said or retold in the article, in its order: the pieces of an interrupted quotation joined, names and
// irony left out, nothing told twice (see [quote.Speech]).
func (a Article) Speech() iter.Seq[quote.Utterance] {
	return slices.Values(quote.Speech(a.Text, a.Quotes))
}

// SaidBy yields what Speech does of one speaker: the entity with an ID.
func (a Article) SaidBy(id int) iter.Seq[quote.Utterance] {
	return func(yield func(quote.Utterance) bool) {
		for u := range a.Speech() {
			if id != 0 && u.SpeakerID == id && !yield(u) {
				return
			}
		}
	}
}
