// Package timeline finds dates and chronologies.
package timeline

import (
	"time"

	"github.com/svodka/svodka/parse"
)

// A Mention is a time expression in a text.
type Mention struct {
	parse.Span
	Text string
	Date
}

// A Date is what a time expression means.
type Date struct{}

// Find finds the time expressions of a document, in text order.
func Find(doc *parse.Document, published time.Time) []Mention { return nil }

// An Event is an item of a chronology.
type Event struct {
	parse.Span
	Text string
}

// Events finds the chronologies of a document and gives their items in chronological order.
func Events(doc *parse.Document, dates []Mention) []Event { return nil }
