// Package ner marks the names of persons, organisations and places: a net with one hidden layer over sparse features of a
// token and its neighbours, and the best path through the labels it gives them. The program in entity/train makes the model.
package ner

// A Label says what a token is part of.
type Label uint8

// The labels: nothing, or the beginning or the rest of a name.
const (
	None Label = iota
	PersonBegin
	PersonInside
	OrgBegin
	OrgInside
	PlaceBegin
	PlaceInside
	Labels
)

// Start and End stand for the borders of a run in [Label.Follows] and in the table of transitions.
const (
	Start = Labels
	End   = Labels + 1
)

// Inside tells whether the label goes on with a name that another token began.
func (l Label) Inside() bool { return l != None && l%2 == 0 }

// Begin is the label that begins a name of the label's type.
func (l Label) Begin() Label {
	if l.Inside() {
		return l - 1
	}
	return l
}

// Follows tells whether label l can stand behind label k.
func (l Label) Follows(k Label) bool { return !l.Inside() || k == l || k == l-1 }
