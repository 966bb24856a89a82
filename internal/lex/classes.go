package lex

import (
	_ "embed"
	"math/bits"
	"sync"
)

// wordsTable says what lexemes are to svodka; gen makes it of words/*.txt.
//
//go:embed words.bin
var wordsTable string

// Its layout: the magic, the sizes of the two sections that follow, then by lemma the number of its entry (uint16, 0 for
// none), by entry its place (uint32), and the entries: classes (two uint32), then a value (uint32) for each class.
type classTable struct{ index, place, entries section }

var classes = sync.OnceValue(func() *classTable {
	n := len(Magic)
	head := section(wordsTable[n : n+8])
	body := section(wordsTable[n+8:])
	index, place := int(head.u32(0)), int(head.u32(1))
	return &classTable{body[:index], body[index : index+place], body[index+place:]}
})

// classed is a lemma that is but a number with that of its entry.
func (l Lemma) classed() Lemma { return l | Lemma(classes().index.u16(int(l)))<<entryShift }

// entry is where a lemma's entry stands.
func (t *classTable) entry(l Lemma) int { return int(t.place.u32(int(l>>entryShift) - 1)) }

// Class is what a lexeme can be.
func (l Lemma) Class() Class {
	if l>>entryShift == 0 {
		return 0
	}
	t := classes()
	return t.class(t.entry(l))
}

func (t *classTable) class(e int) Class {
	return Class(t.entries.u32(e)) | Class(t.entries.u32(e+1))<<32
}

// Value is the value a lexeme has as a member of one class; ok is false when it is none.
func (l Lemma) Value(c Class) (v int, ok bool) {
	if l>>entryShift == 0 {
		return 0, false
	}
	t := classes()
	e := t.entry(l)
	all := t.class(e)
	if all&c == 0 {
		return 0, false
	}
	before := bits.OnesCount64(uint64(all & (c - 1)))
	return int(int32(t.entries.u32(e + 2 + before))), true
}
