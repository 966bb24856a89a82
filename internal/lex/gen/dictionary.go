package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/svodka/svodka/internal/lex"
)

// A dictionary is what the readable files hold, every word folded.
type dictionary struct {
	tags      []lex.Gram
	paradigms []paradigm
	lexemes   []lexeme
	byLemma   map[string][]int // lexemes by first form, once numbered
}

type paradigm struct {
	first string
	forms []form
}

type form struct {
	suffix string
	tag    int
}

type lexeme struct {
	stem     string
	paradigm int
	often    int // the more, the sooner it stands among the readings of a form
	lemma    lex.Lemma
}

func (d *dictionary) first(x lexeme) string { return x.stem + d.paradigms[x.paradigm].first }
func (d *dictionary) tag(x lexeme) lex.Gram { return d.firstTag(x.paradigm) }

// inflects tells whether a paradigm has more than one form.
func (d *dictionary) inflects(p int) bool {
	return slices.ContainsFunc(d.paradigms[p].forms, func(f form) bool { return f.suffix != d.paradigms[p].first })
}

// firstTag is the grammemes of a paradigm's first form.
func (d *dictionary) firstTag(p int) (g lex.Gram) {
	for _, f := range d.paradigms[p].forms {
		if f.suffix == d.paradigms[p].first {
			g |= d.tags[f.tag]
		}
	}
	return g
}

func readDictionary(dir string) (*dictionary, error) {
	d := new(dictionary)
	err := lines(filepath.Join(dir, "tags.txt"), func(line string) error {
		g, ok := lex.ParseGram(line)
		if !ok {
			return fmt.Errorf("unknown grammeme in %q", line)
		}
		d.tags = append(d.tags, g)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := lines(filepath.Join(dir, "paradigms.txt"), d.readParadigm); err != nil {
		return nil, err
	}
	err = lines(filepath.Join(dir, "lexemes.txt"), func(line string) error {
		var word string
		var p, often int
		if _, err := fmt.Sscan(line, &word, &p, &often); err != nil || p >= len(d.paradigms) {
			return fmt.Errorf("bad lexeme %q", line)
		}
		return d.add(lex.Fold(word), p, often)
	})
	return d, err
}

func (d *dictionary) readParadigm(line string) error {
	first, rest, _ := strings.Cut(line, ":")
	p := paradigm{first: suffix(first)}
	for entry := range strings.FieldsSeq(rest) {
		s, number, _ := strings.Cut(entry, "=")
		tag, err := strconv.Atoi(number)
		if err != nil || tag >= len(d.tags) {
			return fmt.Errorf("bad tag %q", number)
		}
		p.forms = append(p.forms, form{suffix(s), tag})
	}
	d.paradigms = append(d.paradigms, p)
	return nil
}

func suffix(s string) string {
	if s == "-" {
		return ""
	}
	return lex.Fold(s)
}

// add puts in a lexeme whose first form is word.
func (d *dictionary) add(word string, p, often int) error {
	stem, ok := strings.CutSuffix(word, d.paradigms[p].first)
	if !ok {
		return fmt.Errorf("%s does not end like paradigm %d", lex.Unfold(word), p)
	}
	d.lexemes = append(d.lexemes, lexeme{stem: stem, paradigm: p, often: often})
	return nil
}

// number sorts the lexemes and gives each its lemma.
func (d *dictionary) number() {
	slices.SortFunc(d.lexemes, func(a, b lexeme) int {
		return cmp.Or(cmp.Compare(a.stem, b.stem), cmp.Compare(b.often, a.often), cmp.Compare(a.paradigm, b.paradigm))
	})
	d.lexemes = slices.CompactFunc(d.lexemes, func(a, b lexeme) bool { return a.stem == b.stem && a.paradigm == b.paradigm })
	d.byLemma = map[string][]int{}
	for i := range d.lexemes {
		x := &d.lexemes[i]
		x.lemma = lex.Lemma(i + 1)
		d.byLemma[d.first(*x)] = append(d.byLemma[d.first(*x)], i)
	}
}
