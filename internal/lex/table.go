package lex

import (
	"sync"

	"github.com/svodka/svodka/internal/lex/opencorpora"
)

// Layout of opencorpora.Table: the magic, an offset for each section (uint32), then the sections, each of little-endian
// numbers and aligned to four bytes. gen writes it, [table] reads it where it lies.
const (
	Magic = "svodlex1"

	SecFirst     = iota - 1 // by paradigm: the suffix of its first form, uint16
	SecForms                // by paradigm: where its forms begin, uint32; one more at the end
	SecForm                 // suffix<<16 | tag, uint32, sorted in each paradigm
	SecSuffixOff            // by suffix: where it begins in SecSuffix, uint16; one more at the end
	SecSuffix               // the suffixes, folded
	SecNodeBase             // by node of the trie of reversed suffixes: base of its edges, uint16
	SecNodeEnd              // by node: the suffix that ends here plus 1, uint16
	SecEdge                 // parent<<16 | child, uint32, at base + letter
	SecSlot                 // hash table of stems: fingerprint<<20 | offset/2+1 in SecStem, uint32
	SecStem                 // the stems: see stemRecord
	SecSample               // offset in SecStem of every SampleEvery-th record, then its first lemma: two uint32
	SecGuess                // hash table of word endings: hash, list, both uint32
	SecGuessName            // the same for names of people and places
	SecGuessList            // count, then suffix and paradigm, uint16
	sections

	HeaderSize  = len(Magic) + 4*(sections+1)
	SampleEvery = 32
	SlotShift   = 20
)

// A section is a part of the table, read in place.
type section string

func (s section) u16(i int) int {
	b := s[2*i : 2*i+2]
	return int(b[0]) | int(b[1])<<8
}

func (s section) u32(i int) uint32 {
	b := s[4*i : 4*i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

type table struct {
	sec   [sections]section
	slots uint64 // in SecSlot
}

// tab slices the embedded table; it copies nothing.
var tab = sync.OnceValue(func() *table {
	t := new(table)
	head := section(opencorpora.Table[len(Magic):HeaderSize])
	for i := range t.sec {
		t.sec[i] = section(opencorpora.Table[head.u32(i):head.u32(i+1)])
	}
	t.slots = uint64(len(t.sec[SecSlot]) / 4)
	return t
})

// Data is the word table as it is embedded, dictionary and words together: what was made by it can tell by its sum whether it changed.
func Data() string { return opencorpora.Table + wordsTable }

func (t *table) suffix(id int) string {
	off := t.sec[SecSuffixOff]
	return string(t.sec[SecSuffix][off.u16(id):off.u16(id+1)])
}

// A stemRecord is stem length, number of lexemes, the first one's lemma (three bytes), their paradigms (uint16), the stem.
// Records start at even offsets, in the order of their lemmas.
type stemRecord struct {
	lemma     Lemma
	n         int
	paradigms section
	stem      string
	next      int // offset of the next record
}

func (t *table) record(off int) stemRecord {
	s := t.sec[SecStem][off:]
	n, size := int(s[1]), int(s[0])
	end := 5 + 2*n + size
	return stemRecord{
		lemma:     Lemma(s[2]) | Lemma(s[3])<<8 | Lemma(s[4])<<16,
		n:         n,
		paradigms: s[5 : 5+2*n],
		stem:      string(s[5+2*n : end]),
		next:      off + end + end&1,
	}
}

// recordOf finds the record that holds a lemma, and the lemma's paradigm.
func (t *table) recordOf(l Lemma) (r stemRecord, paradigm int) {
	l &= 1<<entryShift - 1
	sample := t.sec[SecSample]
	lo, hi := 0, len(sample)/8
	for hi-lo > 1 {
		if m := (lo + hi) / 2; Lemma(sample.u32(2*m+1)) <= l {
			lo = m
		} else {
			hi = m
		}
	}
	r = t.record(int(sample.u32(2 * lo)))
	for r.lemma+Lemma(r.n) <= l {
		r = t.record(r.next)
	}
	return r, r.paradigms.u16(int(l - r.lemma))
}

// Hashing, shared with gen: the hash of a prefix is that of the shorter prefix and the next byte.
const HashSeed uint64 = 0x9E3779B97F4A7C15

// HashNext takes one folded byte into a hash.
func HashNext(h uint64, c byte) uint64 { return (h ^ uint64(c)) * 0xD6E8FEB86659FD93 }

// Hash is [HashNext] of every byte of a folded spelling, from [HashSeed].
func Hash[T string | []byte](fold T) uint64 {
	h := HashSeed
	for i := range len(fold) {
		h = HashNext(h, fold[i])
	}
	return h
}

// SlotOf spreads a hash over n slots and gives the fingerprint kept in the slot.
func SlotOf(h uint64, n uint64) (slot int, fingerprint uint32) {
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	return int((h >> 32) * n >> 32), uint32(h) >> SlotShift
}

// Letter numbers the bytes a suffix can hold: 1 to 34, 0 for any other.
func Letter(c byte) int {
	switch {
	case c >= 0xE0:
		return int(c-0xE0) + 1
	case c == '-':
		return 33
	}
	return 0
}
