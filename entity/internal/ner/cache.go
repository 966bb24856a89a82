package ner

import "github.com/svodka/svodka/internal/lex"

// An entry is what a token adds for itself and its neighbours wherever it stands.
type entry struct {
	word  *lex.Word
	hash  uint32 // of the word
	shape uint32
	sums  [places]lanes
	n     [places]uint8 // how many rows each sum is of
	names uint16
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

// A cache holds the entries of the words met. Each has two places in the table, by its spelling. The entries lie in the order they were
// met in: those of one text side by side, and a short text takes room for few.
type cache struct {
	table  *[cacheSize]uint16 // entries, plus 1
	boards [][]entry
	n      uint8 // the entries of the last board that are taken
	turn   uint8 // of the two places of a word, the one to be taken next
}

const (
	cacheSize = 1 << 15 // up to 11 MB: with half of it a stream of articles looked a word in twenty up anew
	boardSize = 1 << 6
)

// find is the entry of a word, or one to be filled with what it adds.
func (c *cache) find(w *lex.Word, shape uint32) (e *entry, known bool) {
	if c.table == nil {
		c.table, c.n = new([cacheSize]uint16), boardSize
	}
	at := mix(w.Hash()+uint64(shape)) % cacheSize &^ 1
	set := c.table[at : at+2]
	for _, k := range set {
		if k == 0 {
			break
		}
		if e := c.entry(k); e.shape == shape && e.is(w) {
			return e, true
		}
	}
	e = c.place(set)
	e.word, e.hash, e.shape = w, uint32(w.Hash()), shape
	return e, false
}

func (c *cache) entry(k uint16) *entry { return &c.boards[(k-1)/boardSize][(k-1)%boardSize] }

// place is a new entry while one of two places is free, else that of the one whose turn it is.
func (c *cache) place(set []uint16) *entry {
	for i := range set {
		if set[i] != 0 {
			continue
		}
		if c.n == boardSize {
			c.boards, c.n = append(c.boards, make([]entry, boardSize)), 0
		}
		c.n++
		set[i] = uint16((len(c.boards)-1)*boardSize + int(c.n))
		return c.entry(set[i])
	}
	c.turn ^= 1
	return c.entry(set[c.turn])
}
