package ner

import (
	"encoding/binary"

	"github.com/svodka/svodka/internal/lex"
)

// A Lexicon tells what words are like: for each word the codes of two vectors, one of its role (what a teacher says of it in
// typical places), one of its topic (the company it keeps). A vector is about the sum of the entries that its codes name in
// so many code books, the first of which divides the words coarsely, each further one what the ones before left over; so a net
// that adds up what it learned of each code has learned nearly what it would of the vector.
//
// It is a hash table of little-endian numbers of 64 bits, a fingerprint and above it a byte for each code; 0 is free.
type Lexicon string

const (
	// Books is how many code books a vector has.
	Books = 2
	// BookSize is how many entries a code book has.
	BookSize  = 256
	printBits = 64 - 2*Books*8
)

// Codes are those of a word's role, then those of its topic.
type Codes [2 * Books]uint8

// Of finds the codes of a word by its hash.
func (x Lexicon) Of(hash uint64) (c Codes, ok bool) {
	n := len(x) / 8
	if n == 0 {
		return c, false
	}
	i, print := lexiconSlot(hash, n)
	for ; ; i++ {
		if i == n {
			i = 0
		}
		v := u64(string(x), 8*i)
		if v == 0 {
			return c, false
		}
		if v&(1<<printBits-1) == print {
			for k := range c {
				c[k] = uint8(v >> (printBits + 8*k))
			}
			return c, true
		}
	}
}

func lexiconSlot(hash uint64, n int) (slot int, print uint64) {
	hash = mix(hash)
	return int(hash >> 32 * uint64(n) >> 32), max(1, hash&(1<<printBits-1))
}

// MakeLexicon packs the codes of folded words, which are in the order of preference: where two cannot be told apart the first
// one stays.
func MakeLexicon(words []string, codes []Codes) Lexicon {
	n := len(words) * 5 / 4
	t := make([]uint64, n)
	for k, w := range words {
		i, print := lexiconSlot(lex.Hash(w), n)
		for t[i] != 0 && t[i]&(1<<printBits-1) != print {
			if i++; i == n {
				i = 0
			}
		}
		if t[i] != 0 {
			continue
		}
		t[i] = print
		for b, c := range codes[k] {
			t[i] |= uint64(c) << (printBits + 8*b)
		}
	}
	b := make([]byte, 0, 8*n)
	for _, v := range t {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	return Lexicon(b)
}
