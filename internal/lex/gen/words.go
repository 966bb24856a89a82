package main

import (
	"encoding/binary"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/svodka/svodka/internal/lex"
)

// A wordClass is one word of words/*.txt: which lexemes are meant, and what they are.
type wordClass struct {
	where   string // file, for messages
	class   lex.Class
	value   int32
	word    string // the lexeme's first form, folded
	pos     lex.Gram
	pattern string // decline like this word, folded; "!" for a word with one form
}

func readWords(dir string) ([]wordClass, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []wordClass
	for _, name := range files {
		var head wordClass
		err := lines(name, func(line string) error {
			rest := line
			if line[0] != ' ' && line[0] != '\t' {
				h, r, ok := strings.Cut(line, ":")
				if !ok {
					return fmt.Errorf("no colon in %q", line)
				}
				if head, err = readHead(h); err != nil {
					return err
				}
				head.where, rest = filepath.Base(name), r
			}
			for w := range strings.FieldsSeq(rest) {
				x := head
				if err := x.read(w); err != nil {
					return err
				}
				out = append(out, x)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// readHead reads "class" or "class value"; "word" is no class, of what is only to be in the table.
func readHead(s string) (w wordClass, err error) {
	name, value, _ := strings.Cut(s, " ")
	if name == "word" {
		return w, nil
	}
	c, ok := lex.ParseClass(name)
	if !ok {
		return w, fmt.Errorf("unknown class %q", name)
	}
	w.class = c
	if value == "" {
		return w, nil
	}
	if n, err := strconv.Atoi(value); err == nil {
		w.value = int32(n)
	} else if len(value) <= 4 {
		w.value = lex.Code(value)
	} else {
		return w, fmt.Errorf("bad value %q", value)
	}
	return w, nil
}

// read reads "word", "word/POS", "word~pattern" or "word!".
func (w *wordClass) read(s string) error {
	if t, ok := strings.CutSuffix(s, "!"); ok {
		s, w.pattern = t, "!"
	} else if a, b, ok := strings.Cut(s, "~"); ok {
		s, w.pattern = a, lex.Fold(b)
	}
	if a, b, ok := strings.Cut(s, "/"); ok {
		g, ok := lex.ParseGram(b)
		if !ok {
			return fmt.Errorf("unknown part of speech in %q", s)
		}
		s, w.pos = a, g
	}
	w.word = lex.Fold(s)
	return nil
}

// addLexemes puts in the words that bring their own pattern of inflection.
func (d *dictionary) addLexemes(words []wordClass) error {
	first := map[string]int{}
	type stemmed struct {
		stem     string
		paradigm int
	}
	have := map[stemmed]bool{}
	for _, x := range d.lexemes {
		if _, ok := first[d.first(x)]; !ok {
			first[d.first(x)] = x.paradigm
		}
		have[stemmed{x.stem, x.paradigm}] = true
	}
	for _, w := range words {
		if w.pattern == "" {
			continue
		}
		p := d.invariant(w.pos)
		if w.pattern != "!" {
			var ok bool
			if p, ok = first[w.pattern]; !ok {
				return fmt.Errorf("%s: no word %s to decline %s by", w.where, lex.Unfold(w.pattern), lex.Unfold(w.word))
			}
			if w.pos != 0 {
				p = d.withTag(w.pattern, w.pos, p)
			}
			if d.inflects(p) && spelling(w.word, d.paradigms[p].first) != spelling(w.pattern, d.paradigms[p].first) {
				return fmt.Errorf("%s: endings of %s are not spelled like those of %s", w.where, lex.Unfold(w.word), lex.Unfold(w.pattern))
			}
		}
		if x := (stemmed{strings.TrimSuffix(w.word, d.paradigms[p].first), p}); !have[x] {
			have[x] = true
			if err := d.add(w.word, p, 0); err != nil {
				return fmt.Errorf("%s: %w", w.where, err)
			}
		}
	}
	return nil
}

// spelling is the kind of letter before a word's ending, by which its endings are spelled: Праги, Милошем, but Самары, Антоном.
func spelling(word, ending string) int {
	before := []rune(lex.Unfold(strings.TrimSuffix(word, ending)))
	if len(before) == 0 || strings.HasSuffix(lex.Unfold(word), "ь") {
		return 0
	}
	switch before[len(before)-1] {
	case 'г', 'к', 'х':
		return 1
	case 'ж', 'ч', 'ш', 'щ':
		return 2
	case 'ц':
		return 3
	}
	return 0
}

// withTag is the paradigm of the homonym of word that has the grammemes.
func (d *dictionary) withTag(word string, g lex.Gram, otherwise int) int {
	for _, x := range d.lexemes {
		if d.first(x) == word && d.tag(x)&g == g {
			return x.paradigm
		}
	}
	return otherwise
}

// invariant is a paradigm of one form with no suffix: a noun of any case unless another part of speech is asked for.
func (d *dictionary) invariant(pos lex.Gram) int {
	g := pos
	if pos == 0 {
		g = lex.Noun | lex.Inan | lex.Fixed | lex.Abbr | lex.Sing | lex.Plur | lex.Cases
	}
	tag := slices.Index(d.tags, g)
	if tag < 0 {
		tag = len(d.tags)
		d.tags = append(d.tags, g)
	}
	for i, p := range d.paradigms {
		if p.first == "" && len(p.forms) == 1 && p.forms[0] == (form{"", tag}) {
			return i
		}
	}
	d.paradigms = append(d.paradigms, paradigm{"", []form{{"", tag}}})
	return len(d.paradigms) - 1
}

// inherited are the classes a word with a hyphen has from its last part.
var inherited = [...]lex.Class{lex.Post, lex.PersonNoun, lex.OrgNoun, lex.MediaNoun}

// compileWords is words.bin: a number a lemma (uint16, 0 for none, 1 first), then the numbered entries: offset of each,
// and the entry: its classes (two uint32), then a value (uint32) for each class in the order of the bits.
func compileWords(d *dictionary, words []wordClass) ([]byte, error) {
	type entry map[lex.Class]int32
	of := make([]entry, len(d.lexemes))
	for _, w := range words {
		found := false
		for _, i := range d.byLemma[w.word] {
			if d.tag(d.lexemes[i])&w.pos != w.pos {
				continue
			}
			found = true
			if w.class == 0 {
				continue
			}
			if of[i] == nil {
				of[i] = entry{}
			}
			if v, ok := of[i][w.class]; ok && v != w.value {
				return nil, fmt.Errorf("%s: %s is %v twice, with values %d and %d", w.where, lex.Unfold(w.word), w.class, v, w.value)
			}
			of[i][w.class] = w.value
		}
		if !found {
			return nil, fmt.Errorf("%s: the table has no %s %v; give it a pattern (~word) or mark it indeclinable (!)", w.where, lex.Unfold(w.word), w.pos)
		}
	}
	for i, x := range d.lexemes { // экс-глава is what глава is
		word := d.first(x)
		k := strings.LastIndexByte(word, '-')
		if k < 0 || of[i] != nil {
			continue
		}
		for _, head := range d.byLemma[word[k+1:]] {
			if e := of[head]; d.tag(d.lexemes[head]) == d.tag(x) && e != nil {
				for _, c := range inherited {
					if v, ok := e[c]; ok {
						of[i] = entry{c: v}
					}
				}
			}
		}
	}
	for i, x := range d.lexemes { // двухлетний is what летний is
		if d.tag(x)&lex.Adj == 0 || of[i] != nil {
			continue
		}
		for word, rest := "", d.first(x); word != rest && of[i] == nil; {
			word, rest = rest, lex.Uncounted(rest)
			for _, head := range d.byLemma[rest] {
				if v, ok := of[head][lex.Lasting]; ok && head != i {
					of[i] = entry{lex.Lasting: v}
				}
			}
		}
	}
	number := map[string]int{}
	index := make([]byte, 0, 2*len(of)+4)
	index = append(index, 0, 0)
	var offsets, body []byte
	for _, e := range of {
		n := 0
		if e != nil {
			b := encodeEntry(e)
			if n = number[string(b)]; n == 0 {
				n = len(number) + 1
				number[string(b)] = n
				offsets = binary.LittleEndian.AppendUint32(offsets, uint32(len(body)/4))
				body = append(body, b...)
			}
		}
		index = binary.LittleEndian.AppendUint16(index, uint16(n))
	}
	for len(index)%4 != 0 {
		index = append(index, 0)
	}
	out := []byte(lex.Magic)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(index)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(offsets)))
	return slices.Concat(out, index, offsets, body), nil
}

func encodeEntry(e map[lex.Class]int32) []byte {
	var mask lex.Class
	var values []byte
	for c := lex.Class(1); c != 0; c <<= 1 {
		if v, ok := e[c]; ok {
			mask |= c
			values = binary.LittleEndian.AppendUint32(values, uint32(v))
		}
	}
	return append(binary.LittleEndian.AppendUint64(nil, uint64(mask)), values...)
}
