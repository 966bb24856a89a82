package ner

import (
	"slices"

	"github.com/svodka/svodka/internal/lex"
)

// An entry is what a token adds for itself and its neighbours wherever it stands: each sum on a line of the processor's cache, as
// most are asked for one or two of them, and before them what tells whose it is.
type entry struct {
	word  *lex.Word
	hash  uint32 // of the word
	shape uint32
	names uint16
	n     [places]uint8 // how many rows each sum is of
	_     [41]byte
	sums  [places]lanes
}

// is tells whether the entry is a word's. Another vocabulary may have made the word anew.
func (e *entry) is(w *lex.Word) bool {
	if e.word == w {
		return true
	}
	if e.hash != uint32(w.Hash()) || e.word.Fold() != w.Fold() {
		return false
	}
	e.word = w
	return true
}

// A cache holds the entries of the words met. Each has a few places in the table, by its spelling: its entry's number, plus 1, and
// above that as much of its hash. The entries lie in the order they were met in: those of one text side by side, and a short text
// takes room for few.
type cache struct {
	table  *[cacheSize / ways][ways]uint32
	boards [][]entry
	n      uint8 // the entries of the last board that are taken
	turn   uint8 // of the places of a word, the one to be taken next
}

const (
	cacheSize = 1 << 15 // up to 12 MB: with half of it a stream of articles looked a word in twenty up anew
	ways      = 4       // with two, one in thirty
	boardSize = 1 << 7  // so many that a board begins with a page
)

// find is the entry of a word, or one to be filled with what it adds, which is none of those in use.
func (c *cache) find(w *lex.Word, shape uint32, used []*entry) (e *entry, known bool) {
	if c.table == nil {
		c.table, c.n = new([cacheSize / ways][ways]uint32), boardSize
	}
	h := mix(w.Hash() + uint64(shape))
	set, print := &c.table[h%(cacheSize/ways)], uint32(h>>48)<<16
	for _, k := range set {
		if k == 0 {
			break
		}
		if k&^0xFFFF == print {
			if e := c.entry(k); e.shape == shape && e.is(w) {
				return e, true
			}
		}
	}
	e = c.place(set, print, used)
	e.word, e.hash, e.shape = w, uint32(w.Hash()), shape
	return e, false
}

// entry is the entry that a place of the table holds.
func (c *cache) entry(k uint32) *entry {
	k = k&0xFFFF - 1
	return &c.boards[k/boardSize][k%boardSize]
}

// place is a new entry while one of the places is free, else that of the one whose turn it is. Those in use are passed over.
func (c *cache) place(set *[ways]uint32, print uint32, used []*entry) *entry {
	i := slices.Index(set[:], 0)
	if i < 0 {
		for range ways {
			c.turn = (c.turn + 1) % ways
			if e := c.entry(set[c.turn]); !slices.Contains(used, e) {
				set[c.turn] = set[c.turn]&0xFFFF | print
				return e
			}
		}
		return new(entry) // all are; this one is not kept
	}
	if c.n == boardSize {
		c.boards, c.n = append(c.boards, make([]entry, boardSize)), 0
	}
	c.n++
	set[i] = uint32((len(c.boards)-1)*boardSize+int(c.n)) | print
	return c.entry(set[i])
}
