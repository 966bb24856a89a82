package lex

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"strings"
	"sync"
)

// A Vocabulary turns spellings into [Word]s and remembers those it has met, so that a word is looked up once however often
// it stands in a text, or in the texts that one goroutine reads. What it answers does not depend on what it remembers.
type Vocabulary struct {
	lookup Lookup
	slots  []slot
	n      int
	kept   []slot // room for those that are
	buf    []Reading

	// What words are made of is cut from these.
	room     []Word
	readings []Reading
	letters  strings.Builder
}

// A slot holds a word under its key: to find one met before, nothing else is read.
type slot struct {
	key  key
	word *Word
}

// A key is a spelling of up to fifteen bytes with its length, or the hash of a longer one.
type key struct{ lo, hi uint64 }

const (
	keyBytes = 15
	long     = 0x7F << 56 // in hi: the key is a hash
	met      = 1 << 63    // in hi, of a slot: the word was asked for again
)

func keyOf(fold []byte) key {
	n := len(fold)
	if n > keyBytes {
		return key{Hash(fold), long}
	}
	if cap(fold) <= keyBytes {
		fold = append(make([]byte, 0, keyBytes+1), fold...)
	}
	b := fold[:keyBytes+1] // what lies behind the word is masked out
	lo, hi := binary.LittleEndian.Uint64(b[:8]), binary.LittleEndian.Uint64(b[8:])
	lo &= 1<<(8*uint(n)) - 1 // all of it from eight on
	hi &= 1<<(8*uint(max(0, n-8))) - 1
	return key{lo, hi | uint64(n)<<56}
}

// spread is a hash of the key, to be reduced by a mask.
func (k key) spread() int {
	h := (k.lo ^ bits.RotateLeft64(k.hi&^met*0xD6E8FEB86659FD93, 32)) * 0x9E3779B97F4A7C15
	return int(h >> 40)
}

// maxWords bounds what a vocabulary remembers, about 7 MB. One that is full forgets the words that were not asked for again since it
// last was: of a stream's words every second never comes back.
const maxWords = 1 << 15

// boardSize is how many words lie side by side: so many that they begin with a page. What is asked most of one, all before its
// readings, is on one line of the processor's cache then.
const boardSize = 1 << 9

// far is how far from its place a word is looked for. Only of words that were chosen to share one do more stand there; to these
// the vocabulary is of no use, and does no harm.
const far = 128

var vocabularies = sync.Pool{New: func() any { return &Vocabulary{slots: make([]slot, 1<<11)} }}

// Borrow takes a vocabulary for the use of one goroutine; [Vocabulary.Return] gives it back.
func Borrow() *Vocabulary { return vocabularies.Get().(*Vocabulary) }

// Return gives the vocabulary back. Its words stay valid.
func (v *Vocabulary) Return() { vocabularies.Put(v) }

// Word is the word of a folded spelling; [None] for one longer than [MaxLetters].
func (v *Vocabulary) Word(fold []byte) *Word {
	if len(fold) > MaxLetters {
		return None
	}
	k := keyOf(fold)
	mask := len(v.slots) - 1
	i := k.spread() & mask
	for n := 0; v.slots[i].word != nil; i = (i + 1) & mask {
		if s := &v.slots[i]; s.key.lo == k.lo && s.key.hi&^met == k.hi && (k.hi < long || s.word.fold == string(fold)) {
			if s.key.hi&met == 0 {
				s.key.hi |= met
			}
			return s.word
		}
		if n++; n == far {
			return v.read(fold)
		}
	}
	w := v.read(fold)
	v.slots[i] = slot{k, w}
	if v.n++; v.n == maxWords {
		v.forget()
	} else if 8*v.n > 5*len(v.slots) {
		old := v.slots
		v.slots = make([]slot, 2*len(old))
		v.fill(old)
	}
	return w
}

// forget keeps the words that were asked for again, at most half of all.
func (v *Vocabulary) forget() {
	v.kept = v.kept[:0]
	for _, s := range v.slots {
		if s.key.hi&met != 0 && len(v.kept) < maxWords/2 {
			s.key.hi &^= met
			v.kept = append(v.kept, s)
		}
	}
	clear(v.slots)
	v.n = len(v.kept)
	v.fill(v.kept)
	clear(v.kept)
}

// fill puts words into the slots, which are free.
func (v *Vocabulary) fill(words []slot) {
	mask := len(v.slots) - 1
	for _, s := range words {
		if s.word == nil {
			continue
		}
		i := s.key.spread() & mask
		for v.slots[i].word != nil {
			i = (i + 1) & mask
		}
		v.slots[i] = s
	}
}

// read makes the word of a spelling not met before.
func (v *Vocabulary) read(fold []byte) *Word {
	if len(v.room) == 0 {
		v.room = make([]Word, boardSize)
	}
	w := &v.room[0]
	v.room = v.room[1:]
	w.fold, w.Key = v.spell(fold)
	w.hash, w.letters, w.begin = Hash(fold), uint8(len(fold)), uint16(Begin(w.fold))
	v.buf = v.lookup.Readings(v.buf[:0], fold)
	if i := bytes.LastIndexByte(fold, '-'); len(v.buf) == 0 && i > 0 {
		if bytes.IndexByte(fold, '-') == i {
			w.Left = v.read(fold[:i])
		}
		v.buf = v.lookup.Readings(v.buf[:0], fold[i+1:])
	} else if len(v.buf) == 0 {
		v.buf = v.lookup.compound(v.buf, fold)
		w.Compound = len(v.buf) > 0
	}
	if len(v.buf) == 0 {
		v.buf = v.lookup.Guess(v.buf, fold, false)
	}
	if n := len(v.buf); n > 0 {
		if len(v.readings) < n {
			v.readings = make([]Reading, max(n, 256))
		}
		w.Readings = append(v.readings[:0:n], v.buf...)
		v.readings = v.readings[n:]
	}
	for _, r := range w.Readings {
		w.Class |= r.Lemma.Class()
		w.Grams |= r.Gram()
	}
	return w
}

// spell copies a spelling, folded and plain.
func (v *Vocabulary) spell(folded []byte) (fold, key string) {
	b := &v.letters
	if b.Cap()-b.Len() < 4*len(folded) { // at most one byte, and three of UTF-8, for each
		b.Reset()
		b.Grow(1 << 12)
	}
	start := b.Len()
	b.Write(folded)
	middle := b.Len()
	unfold(b, folded)
	all := b.String()
	return all[start:middle], all[middle:]
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

// counted reads an adjective behind numerals: пятирублевый, двадцатипятирублевый. An ordinal joined to one is another number.
func (l *Lookup) counted(dst []Reading, word []byte) []Reading {
	n := len(dst)
	for range 2 {
		rest := Uncounted(string(word))
		if len(rest) == len(word) {
			break
		}
		word = word[len(word)-len(rest):]
		dst = l.Readings(dst, word)
		if dst = dst[:n+keep(dst[n:], Adj)]; len(dst) > n {
			if dst[n].Lemma.Class()&Ordinal != 0 {
				dst = dst[:n]
			}
			break
		}
	}
	return dst
}

// Uncounted is a folded word without the numeral it begins with, where a word can be left.
func Uncounted(word string) string {
	for _, p := range numerals() {
		if rest, ok := strings.CutPrefix(word, p); ok && len(rest) >= 4 {
			return rest
		}
	}
	return word
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
