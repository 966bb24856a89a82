package main

import (
	"cmp"
	"slices"

	"github.com/svodka/svodka/internal/lex"
)

// A guess is a paradigm and the suffix of one of its forms.
type guess struct{ suffix, paradigm int }

const (
	guessMin  = 3 // how many lexemes must show an ending before it is trusted
	guessKeep = 3 // how many paradigms are kept for one
)

// writeGuesses counts, for every ending of up to five letters, which paradigms have forms that end so.
func writeGuesses(w *writer, d *dictionary, id map[string]int) {
	var lists []int
	at := map[string]int{}
	name := lex.Names | lex.Place
	for _, want := range []func(g lex.Gram) bool{
		func(g lex.Gram) bool {
			return g&(lex.Noun|lex.Adj|lex.Infinitive) != 0 && g&(name|lex.Abbr|lex.Apro|lex.Org) == 0
		},
		func(g lex.Gram) bool { return g&name != 0 },
	} {
		count := map[string]map[guess]int{}
		for _, x := range d.lexemes {
			if want(d.tag(x)) {
				d.countEndings(count, x, id)
			}
		}
		w.u32(guessTable(pick(count), func(g []guess) int { return intern(&lists, at, g) }))
	}
	w.u16(lists)
}

func (d *dictionary) countEndings(count map[string]map[guess]int, x lexeme, id map[string]int) {
	p := d.paradigms[x.paradigm]
	seen := ""
	for i, f := range p.forms {
		if i > 0 && f.suffix == seen {
			continue
		}
		seen = f.suffix
		word := x.stem + f.suffix
		for n := max(1, len(f.suffix)); n <= lex.GuessLetters && n < len(word)-1; n++ {
			end := word[len(word)-n:]
			if count[end] == nil {
				count[end] = map[guess]int{}
			}
			count[end][guess{id[f.suffix], x.paradigm}]++
		}
	}
}

// pick keeps the likeliest guesses of each ending, and of endings those that say something their shorter one does not.
func pick(count map[string]map[guess]int) map[string][]guess {
	all := map[string][]guess{}
	for end, c := range count {
		total, best := 0, 0
		for _, n := range c {
			total += n
			best = max(best, n)
		}
		if total < guessMin {
			continue
		}
		var list []guess
		for g, n := range c {
			if 4*n >= best {
				list = append(list, g)
			}
		}
		slices.SortFunc(list, func(a, b guess) int {
			return cmp.Or(cmp.Compare(c[b], c[a]), cmp.Compare(a.suffix, b.suffix), cmp.Compare(a.paradigm, b.paradigm))
		})
		all[end] = list[:min(guessKeep, len(list))]
	}
	kept := map[string][]guess{}
	for end, list := range all {
		for n := len(end) - 1; ; n-- {
			if n == 0 {
				kept[end] = list
				break
			}
			if shorter, ok := all[end[len(end)-n:]]; ok {
				if !slices.Equal(shorter, list) {
					kept[end] = list
				}
				break
			}
		}
	}
	return kept
}

// intern puts a list of guesses among the lists, once, and gives its place.
func intern(lists *[]int, at map[string]int, g []guess) int {
	list := []int{len(g)}
	key := ""
	for _, x := range g {
		list = append(list, x.suffix, x.paradigm)
		key += string(rune(x.suffix)) + string(rune(x.paradigm))
	}
	i, ok := at[key]
	if !ok {
		i = len(*lists)
		at[key] = i
		*lists = append(*lists, list...)
	}
	return i
}

// guessTable is the hash table from an ending, read from its end, to a list.
func guessTable(kept map[string][]guess, place func([]guess) int) []uint32 {
	var ends []string
	for e := range kept {
		ends = append(ends, e)
	}
	slices.Sort(ends)
	n := len(ends)*4/3 + 1
	slots := make([]uint32, 2*n)
	for _, e := range ends {
		h := lex.HashSeed
		for k := len(e) - 1; k >= 0; k-- {
			h = lex.HashNext(h, e[k])
		}
		i, _ := lex.SlotOf(h, uint64(n))
		for slots[2*i+1] != 0 {
			i = (i + 1) % n
		}
		slots[2*i], slots[2*i+1] = uint32(h>>32), uint32(place(kept[e])+1)
	}
	return slots
}
