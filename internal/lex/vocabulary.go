package lex

import (
	"strings"
	"sync"
)

// A Vocabulary turns spellings into [Word]s and remembers those it has met, so that a word is looked up once however often
// it stands in a text, or in the texts that one goroutine reads. What it answers does not depend on what it remembers.
type Vocabulary struct {
	lookup Lookup
	slots  []slot
	n      int
	buf    []Reading
	room   []Word // words are cut from here
}

type slot struct {
	hash uint32
	word *Word
}

// maxWords bounds what a vocabulary remembers: about 5 MB.
const maxWords = 1 << 15

var vocabularies = sync.Pool{New: func() any { return &Vocabulary{slots: make([]slot, 1<<11)} }}

// Borrow takes a vocabulary for the use of one goroutine; [Vocabulary.Return] gives it back.
func Borrow() *Vocabulary { return vocabularies.Get().(*Vocabulary) }

// Return gives the vocabulary back. Its words stay valid.
func (v *Vocabulary) Return() { vocabularies.Put(v) }

// Word is the word of a folded spelling with its hash, [HashNext] of every byte from [HashSeed].
func (v *Vocabulary) Word(fold []byte, hash uint64) *Word {
	mask := len(v.slots) - 1
	i := int(hash>>32) & mask
	for ; v.slots[i].word != nil; i = (i + 1) & mask {
		if s := &v.slots[i]; s.hash == uint32(hash) && s.word.fold == string(fold) {
			return s.word
		}
	}
	w := v.read(fold, hash)
	if v.n < maxWords {
		v.slots[i] = slot{uint32(hash), w}
		if v.n++; 2*v.n > len(v.slots) {
			v.grow()
		}
	}
	return w
}

func (v *Vocabulary) grow() {
	old := v.slots
	v.slots = make([]slot, 2*len(old))
	mask := len(v.slots) - 1
	for _, s := range old {
		if s.word == nil {
			continue
		}
		i := int(s.word.hash>>32) & mask
		for v.slots[i].word != nil {
			i = (i + 1) & mask
		}
		v.slots[i] = s
	}
}

// read makes the word of a spelling not met before.
func (v *Vocabulary) read(fold []byte, hash uint64) *Word {
	if len(v.room) == 0 {
		v.room = make([]Word, 64)
	}
	w := &v.room[0]
	v.room = v.room[1:]
	w.fold, w.hash = string(fold), hash
	w.Key = Unfold(w.fold)
	v.buf = v.lookup.Readings(v.buf[:0], fold)
	if i := strings.LastIndexByte(w.fold, '-'); len(v.buf) == 0 && i > 0 {
		if strings.IndexByte(w.fold, '-') == i {
			w.Left = v.read([]byte(w.fold[:i]), 0)
		}
		v.buf = v.lookup.Readings(v.buf[:0], fold[i+1:])
	} else if len(v.buf) == 0 {
		v.buf = v.lookup.compound(v.buf, fold)
		w.Compound = len(v.buf) > 0
	}
	if len(v.buf) == 0 {
		v.buf = v.lookup.Guess(v.buf, fold, false)
	}
	w.Readings = append([]Reading(nil), v.buf...)
	for _, r := range w.Readings {
		w.Class |= r.Lemma.Class()
		w.Grams |= r.Gram()
	}
	return w
}

// compound reads a word the table lacks as a prefix and a word it has: госпереворот.
func (l *Lookup) compound(dst []Reading, word []byte) []Reading {
	for _, p := range prefixes() {
		if len(word) >= len(p)+4 && string(word[:len(p)]) == p {
			n := len(dst)
			dst = l.Readings(dst, word[len(p):])
			dst = dst[:n+keep(dst[n:], Noun|Adj|Participle|Verb)]
			if len(dst) > n {
				return dst
			}
		}
	}
	return l.counted(dst, word)
}

// counted reads an adjective behind one numeral or two: пятирублевый, двадцатипятирублевый. An ordinal joined to one is
// another number.
func (l *Lookup) counted(dst []Reading, word []byte) []Reading {
	for range 2 {
		rest := word
		for _, p := range numerals() {
			if len(word) >= len(p)+4 && string(word[:len(p)]) == p {
				rest = word[len(p):]
				break
			}
		}
		if len(rest) == len(word) {
			break
		}
		n := len(dst)
		dst = l.Readings(dst, rest)
		if dst = dst[:n+keep(dst[n:], Adj)]; len(dst) > n {
			if dst[n].Lemma.Class()&Ordinal != 0 {
				dst = dst[:n]
			}
			break
		}
		word = rest
	}
	return dst
}

// keep moves the readings of some parts of speech to the front and counts them.
func keep(r []Reading, pos Gram) (n int) {
	for _, x := range r {
		if g := x.Gram(); g&pos != 0 && g&(Names|Place|Org|Abbr) == 0 {
			r[n] = x
			n++
		}
	}
	return n
}
