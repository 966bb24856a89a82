package entity

import (
	_ "embed" // model.bin
	"sync"

	"github.com/svodka/svodka/entity/internal/ner"
	"github.com/svodka/svodka/internal/room"
	"github.com/svodka/svodka/parse"
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

// tag appends the names of a document that the model finds, in their order; none overlaps another.
func tag(dst []span, doc *parse.Document) []span {
	for n := range model().Tag(doc) {
		dst = room.Push(dst, span{n.First, n.Last, typeOf(n.Label)}, n.First, len(doc.Tokens))
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
