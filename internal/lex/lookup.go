package lex

import "github.com/svodka/svodka/internal/lex/opencorpora"

// Lemma numbers a lexeme of the table; 0 is none. The numbers change when the table is made anew. Above the number in its record a
// lemma has that of its entry in the table of classes, so that for most it is known at once that they are of none.
type Lemma uint32

const entryShift = 20

// A Reading is one thing a form can be: a form of a lexeme.
type Reading struct {
	Lemma    Lemma  // 0 when guessed
	paradigm uint16 // of the form, as the next two
	suffix   uint16
	gram     Gram
}

// Gram is the reading's part of speech and grammemes.
func (r Reading) Gram() Gram { return r.gram }

// grams are the grammemes of a form of the table.
func grams(form uint32) Gram { return Gram(opencorpora.Tags[form&0xFFFF]) }

// A Lookup reads words; it remembers nothing of them and holds only room to work in.
type Lookup struct {
	t      *table
	prefix [MaxLetters + 1]uint64
	ends   []stemEnd
	room   [8]stemEnd // for those of nearly every word
}

// A stemEnd is where a stem can end, and what stands in its slot. All of a word are read before any is followed, so that the memory is waited
// for once.
type stemEnd struct {
	k, suffix, slot int
	fingerprint     uint32
	first           uint32
}

// Readings appends what the table knows of a folded word. No reading is lost and none is twice.
func (l *Lookup) Readings(dst []Reading, word []byte) []Reading {
	if len(word) > MaxLetters {
		return dst
	}
	if l.t == nil {
		l.t = tab()
	}
	t := l.t
	l.prefix[0] = HashSeed
	for i, c := range word {
		l.prefix[i+1] = HashNext(l.prefix[i], c)
	}
	base, end, edge := t.sec[SecNodeBase], t.sec[SecNodeEnd], t.sec[SecEdge]
	if l.ends == nil {
		l.ends = l.room[:]
	}
	l.ends = l.ends[:0]
	for node, k := 0, len(word); ; {
		if suffix := end.u16(node) - 1; suffix >= 0 {
			i, fp := SlotOf(l.prefix[k], t.slots)
			l.ends = append(l.ends, stemEnd{k, suffix, i, fp, t.sec[SecSlot].u32(i)})
		}
		if k--; k < 0 {
			break
		}
		c := Letter(word[k])
		if c == 0 {
			break
		}
		e := edge.u32(base.u16(node) + c)
		if int(e>>16) != node || e == 0 {
			break
		}
		node = int(e & 0xFFFF)
	}
	for i := range l.ends {
		if e := &l.ends[i]; e.first != 0 {
			dst = t.stem(dst, e, word[:e.k])
		}
	}
	return dst
}

// stem appends the readings of a stem that can take a suffix.
func (t *table) stem(dst []Reading, e *stemEnd, stem []byte) []Reading {
	slots, suffix, fp := t.sec[SecSlot], e.suffix, e.fingerprint
	for i := e.slot; ; i++ {
		if i == int(t.slots) {
			i = 0
		}
		v := slots.u32(i)
		if v == 0 {
			return dst
		}
		if v>>SlotShift != fp {
			continue
		}
		r := t.record(2 * int(v&(1<<SlotShift-1)-1))
		if r.stem != string(stem) {
			continue
		}
		for k := range r.n {
			dst = t.forms(dst, r.lemma+Lemma(k), r.paradigms.u16(k), suffix)
		}
		return dst
	}
}

// forms appends the forms of a paradigm that have the suffix.
func (t *table) forms(dst []Reading, lemma Lemma, paradigm, suffix int) []Reading {
	form := t.sec[SecForm]
	lo, hi := int(t.sec[SecForms].u32(paradigm)), int(t.sec[SecForms].u32(paradigm+1))
	stop, guessed := hi, Gram(0)
	if lemma == 0 {
		guessed = Guessed
	}
	lemma = lemma.classed()
	for lo < hi {
		if m := int(uint(lo+hi) / 2); int(form.u32(m)>>16) < suffix {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for ; lo < stop; lo++ {
		f := form.u32(lo)
		if int(f>>16) != suffix {
			break
		}
		dst = append(dst, Reading{lemma, uint16(paradigm), uint16(suffix), grams(f) | guessed})
	}
	return dst
}

// Guess appends readings for a word the table lacks, by its ending alone: as a common word, or as the name of a person
// or place. At most three kinds of word are guessed, the likeliest first.
func (l *Lookup) Guess(dst []Reading, word []byte, name bool) []Reading {
	if l.t == nil {
		l.t = tab()
	}
	t, sec := l.t, l.t.sec[SecGuess]
	if name {
		sec = t.sec[SecGuessName]
	}
	var hash [GuessLetters + 1]uint64
	n := min(GuessLetters, len(word)-1)
	h := HashSeed
	for k := 1; k <= n; k++ {
		h = HashNext(h, word[len(word)-k])
		hash[k] = h
	}
	for k := n; k > 0; k-- {
		list, ok := guessList(sec, hash[k])
		if !ok {
			continue
		}
		s := t.sec[SecGuessList]
		for i := range s.u16(list) {
			suffix, paradigm := s.u16(list+1+2*i), s.u16(list+2+2*i)
			dst = t.forms(dst, 0, paradigm, suffix)
		}
		return dst
	}
	return dst
}

// GuessLetters is the longest ending [Lookup.Guess] knows.
const GuessLetters = 5

func guessList(sec section, h uint64) (list int, ok bool) {
	n := len(sec) / 8
	i, _ := SlotOf(h, uint64(n))
	for ; ; i++ {
		if i == n {
			i = 0
		}
		v := sec.u32(2*i + 1)
		if v == 0 {
			return 0, false
		}
		if sec.u32(2*i) == uint32(h>>32) {
			return int(v - 1), true
		}
	}
}
