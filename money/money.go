// Package money finds amounts of money.
package money

import "github.com/svodka/svodka/parse"

// A Mention is an amount of money in a text.
type Mention struct {
	parse.Span
	Text string
	Amount
}

// An Amount is an amount of money.
type Amount struct{}

// Find finds the amounts of money in a document, in text order.
func Find(doc *parse.Document) []Mention { return nil }
