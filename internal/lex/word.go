package lex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is all that is known of one spelling, whatever its case. It never changes and may be shared by documents.
type Word struct { // what is asked most comes first
	Class    Class // of all readings
	Grams    Gram  // of all readings; to ask these first saves looking at the readings, which lie elsewhere
	hash     uint64
	begin    uint16
	letters  uint8
	Compound bool // the table has the word's last part alone: экс-министр, Петрова-Водкина
	Readings []Reading
	Key      string // in lower case, ё as е, without hyphenation marks; for comparing
	fold     string
	Left     *Word // два in два-три: what stands before the one hyphen of a word the table knows by its last part alone
}

// None is the word of a token that is none.
var None = new(Word)

// Known tells whether the table has the word, whole or as a compound.
func (w *Word) Known() bool { return w.Grams != 0 && w.Grams&Guessed == 0 }

// Is tells whether a reading of the word is of one of the classes.
func (w *Word) Is(c Class) bool { return w.Class&c != 0 }

// Value is the value of the first reading that is of a class.
func (w *Word) Value(c Class) (v int, ok bool) {
	if w.Class&c == 0 {
		return 0, false
	}
	for _, r := range w.Readings {
		if v, ok := r.Lemma.Value(c); ok {
			return v, true
		}
	}
	return 0, false
}

// Gram joins the grammemes of the readings that have all of want.
func (w *Word) Gram(want Gram) Gram {
	if w.Grams&want != want {
		return 0
	}
	return w.gram(want)
}

func (w *Word) gram(want Gram) (g Gram) {
	for _, r := range w.Readings {
		if x := r.Gram(); x&want == want {
			g |= x
		}
	}
	return g
}

// Can tells whether one reading has all of want.
func (w *Word) Can(want Gram) bool { return w.Grams&want == want && w.can(want) }

func (w *Word) can(want Gram) bool {
	for _, r := range w.Readings {
		if r.Gram()&want == want {
			return true
		}
	}
	return false
}

// GramOf joins the grammemes of the readings that are of one of the classes.
func (w *Word) GramOf(c Class) (g Gram) {
	if w.Class&c == 0 {
		return 0
	}
	for _, r := range w.Readings {
		if r.Lemma.Class()&c != 0 {
			g |= r.Gram()
		}
	}
	return g
}

// Fold is the word as the table spells it, a byte a letter.
func (w *Word) Fold() string { return w.fold }

// Letters is the length of [Word.Fold].
func (w *Word) Letters() int { return int(w.letters) }

// Begin is [Begin] of [Word.Fold].
func (w *Word) Begin() int { return int(w.begin) }

// Begin is a number below [Begins] of the first three letters of a folded word, 0 for a shorter one. Few share one.
func Begin(fold string) int {
	if len(fold) < 3 {
		return 0
	}
	return int(fold[0]&31)<<7 ^ int(fold[1]&31)<<4 ^ int(fold[2]&31)
}

// Begins is how many numbers there are of the first letters of words.
const Begins = 1 << 12

// Hash is [Hash] of [Word.Fold]; 0 for [None].
func (w *Word) Hash() uint64 { return w.hash }

// NormalHash is the hash, as [Word.Hash] makes it, of the first form of the reading's lexeme.
func (w *Word) NormalHash(r Reading) uint64 {
	t := tab()
	h := HashSeed
	for _, part := range [2]string{w.fold[:max(0, len(w.fold)-len(t.suffix(int(r.suffix))))], t.suffix(t.sec[SecFirst].u16(int(r.paradigm)))} {
		for i := range len(part) {
			h = HashNext(h, part[i])
		}
	}
	return h
}

// Normal is the first form of the reading's lexeme, as [Word.Key] is written.
func (w *Word) Normal(r Reading) string {
	t := tab()
	now, first := t.suffix(int(r.suffix)), t.suffix(t.sec[SecFirst].u16(int(r.paradigm)))
	if now == first {
		return w.Key
	}
	stem := w.fold[:max(0, len(w.fold)-len(now))]
	var b strings.Builder
	b.Grow(2 * (len(stem) + len(first)))
	unfold(&b, stem)
	unfold(&b, first)
	return b.String()
}

// Form tells how to make another form of the reading's lexeme, the one that has all of want: how many letters to take off
// the word and what to put there, in small letters.
func (r Reading) Form(want Gram) (off int, ending string, ok bool) {
	t := tab()
	now := t.suffix(int(r.suffix))
	suffix, ok := t.formWith(int(r.paradigm), want, now)
	return len(now), Unfold(suffix), ok
}

// Inflect puts a word as it stands in the text, read as r, into another form of its lexeme: the one that has all of want.
// The letters before the ending stay as they are; an ending after capitals alone is in capitals.
func Inflect(text string, r Reading, want Gram) (string, bool) {
	off, ending, ok := r.Form(want)
	if !ok || off > utf8.RuneCountInString(text) {
		return "", false
	}
	return Replace(text, off, ending), true
}

// Replace takes letters off the end of a word as it stands in a text and puts an ending there: in capitals where two letters
// or more are left and all of them are capitals, and with the word's own letters where it ends like what was there
// (Ростова-на-Дону, Ростов-на-Дону).
func Replace(text string, off int, ending string) string {
	stem := text
	for range off {
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-size]
	}
	for ending != "" && len(stem) < len(text) { // what stays keeps its letters: Северо-Кавказского, Северо-Кавказский
		a, n := utf8.DecodeRuneInString(text[len(stem):])
		b, m := utf8.DecodeRuneInString(ending)
		if unicode.ToLower(a) != b {
			break
		}
		stem, ending = text[:len(stem)+n], ending[m:]
	}
	if i := strings.IndexByte(ending, '-'); i >= 0 && strings.HasSuffix(strings.ToLower(text[len(stem):]), ending[i:]) {
		ending = ending[:i] + text[len(text)-len(ending)+i:]
	}
	if ending != "" && len(stem) > 2 && capitals(stem) {
		ending = strings.ToUpper(ending)
	}
	if stem == "" {
		if r, _ := utf8.DecodeRuneInString(text); unicode.IsUpper(r) {
			r, size := utf8.DecodeRuneInString(ending)
			return string(unicode.ToUpper(r)) + ending[size:]
		}
	}
	return stem + ending
}

// capitals tells whether a text has letters in capitals and none in small ones.
func capitals(s string) bool {
	upper := false
	for _, c := range s {
		if 'а' <= c && c <= 'я' || unicode.IsLower(c) {
			return false
		}
		upper = upper || 'А' <= c && c <= 'Я' || unicode.IsUpper(c)
	}
	return upper
}

// formWith is the suffix of a paradigm's form that has all of want; of several the one most like the suffix given, then the
// first form's, then the shortest.
func (t *table) formWith(paradigm int, want Gram, like string) (suffix string, ok bool) {
	first, best, lemma := t.sec[SecFirst].u16(paradigm), -1, ""
	lo, hi := int(t.sec[SecForms].u32(paradigm)), int(t.sec[SecForms].u32(paradigm+1))
	for i := lo; i < hi; i++ {
		f := t.sec[SecForm].u32(i)
		if g := grams(f); g&want != want || g&Superlative != want&Superlative {
			continue // древнейший is a form of древний
		}
		s := t.suffix(int(f >> 16))
		score := 1000*common(s, like) - len(s)
		if int(f>>16) == first {
			score += 500
			lemma = s
		}
		if !ok || score > best {
			suffix, best, ok = s, score, true
		}
	}
	if lemma != "" && len(suffix) > len(lemma) && strings.HasSuffix(suffix, lemma) && strings.IndexByte(suffix, '-') < 0 { // матерь is an old form of мать
		suffix = lemma
	}
	return suffix, ok
}

// common counts the letters two strings begin with.
func common(a, b string) (n int) {
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// A Form is one form of a lexeme.
type Form struct {
	Text string
	Gram Gram
}

// Forms lists every form of a lexeme, cases merged, in no order that means anything.
func (l Lemma) Forms() []Form {
	if l == 0 {
		return nil
	}
	t := tab()
	r, p := t.recordOf(l)
	var out []Form
	for i := t.sec[SecForms].u32(p); i < t.sec[SecForms].u32(p+1); i++ {
		f := t.sec[SecForm].u32(int(i))
		out = append(out, Form{Unfold(r.stem + t.suffix(int(f>>16))), grams(f)})
	}
	return out
}

// String is the lexeme's first form, without ё.
func (l Lemma) String() string {
	if l == 0 {
		return ""
	}
	t := tab()
	r, p := t.recordOf(l)
	return Unfold(r.stem + t.suffix(t.sec[SecFirst].u16(p)))
}

// Lemmas lists the lexemes of a class, in the order of the table.
func Lemmas(c Class) (out []Lemma) {
	t := classes()
	for n := 1; n < len(t.index)/2; n++ {
		if l := Lemma(n).classed(); l.Class()&c != 0 {
			out = append(out, l)
		}
	}
	return out
}
