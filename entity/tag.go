package entity

import (
	_ "embed" // model.bin
	"slices"
	"sync"

	"github.com/svodka/svodka/entity/internal/ner"
)

// modelData was made by the program in train; MANIFEST tells what of.
//
//go:embed model.bin
var modelData string

// model reads the header of the embedded model; the rest is used where it lies.
var model = sync.OnceValue(func() *ner.Model {
	m, err := ner.Load(modelData)
	if err != nil {
		panic(err) // the file is part of the package; a test loads it
	}
	return m
})

// A span is a name the tagger found: tokens first up to but not last.
type span struct {
	first, last int
	typ         Type
}

// appendSpans appends what the tagger found; in its order none overlaps another.
func appendSpans(dst []span, names []ner.Name) []span {
	dst = slices.Grow(dst, len(names))
	for _, n := range names {
		dst = append(dst, span{n.First, n.Last, typeOf(n.Label)})
	}
	return dst
}

// typeOf is the type of a name by the label that begins it.
func typeOf(l ner.Label) Type {
	switch l {
	case ner.PersonBegin:
		return Person
	case ner.OrgBegin:
		return Org
	}
	return Place
}
