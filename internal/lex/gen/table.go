package main

import (
	"cmp"
	"log"
	"maps"
	"slices"

	"github.com/svodka/svodka/internal/lex"
)

// compileTable is table.bin; see package lex for its layout.
func compileTable(d *dictionary) []byte {
	var w writer
	suffixes := d.suffixes()
	id := map[string]int{}
	for i, s := range suffixes {
		id[s] = i
	}
	writeParadigms(&w, d, id)
	writeSuffixes(&w, suffixes)
	writeTrie(&w, suffixes)
	writeStems(&w, d)
	writeGuesses(&w, d, id)
	return w.bytes()
}

func (d *dictionary) suffixes() []string {
	set := map[string]bool{"": true}
	for _, p := range d.paradigms {
		set[p.first] = true
		for _, f := range p.forms {
			set[f.suffix] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

func writeParadigms(w *writer, d *dictionary, id map[string]int) {
	var first []int
	var forms, start []uint32
	for _, p := range d.paradigms {
		first = append(first, id[p.first])
		start = append(start, uint32(len(forms)))
		for _, f := range p.forms {
			forms = append(forms, uint32(id[f.suffix])<<16|uint32(f.tag))
		}
		slices.Sort(forms[start[len(start)-1]:])
	}
	w.u16(first)
	w.u32(append(start, uint32(len(forms))))
	w.u32(forms)
}

func writeSuffixes(w *writer, suffixes []string) {
	var off []int
	var text []byte
	for _, s := range suffixes {
		off = append(off, len(text))
		text = append(text, s...)
	}
	w.u16(append(off, len(text)))
	w.sections = append(w.sections, text)
}

// writeTrie writes the trie of reversed suffixes, its edges packed so that a node's edge for a letter stands at base + letter.
func writeTrie(w *writer, suffixes []string) {
	type node struct {
		end  int
		next map[int]int
	}
	nodes := []node{{next: map[int]int{}}}
	for i, s := range suffixes {
		at := 0
		for k := len(s) - 1; k >= 0; k-- {
			c := lex.Letter(s[k])
			if c == 0 {
				log.Fatalf("suffix %q has a letter the trie cannot hold", s)
			}
			if nodes[at].next[c] == 0 {
				nodes[at].next[c] = len(nodes)
				nodes = append(nodes, node{next: map[int]int{}})
			}
			at = nodes[at].next[c]
		}
		nodes[at].end = i + 1
	}
	base, end := make([]int, len(nodes)), make([]int, len(nodes))
	order := make([]int, len(nodes))
	for i := range nodes {
		order[i], end[i] = i, nodes[i].end
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(nodes[b].next), len(nodes[a].next)) })
	var edges []uint32
	free := 0
	for _, n := range order {
		if len(nodes[n].next) == 0 {
			continue
		}
		for free < len(edges) && edges[free] != 0 {
			free++
		}
		b := max(0, free-40)
		for !fits(edges, b, nodes[n].next) {
			b++
		}
		base[n] = b
		edges = append(edges, make([]uint32, max(0, b+40-len(edges)))...)
		for c, child := range nodes[n].next {
			edges[b+c] = uint32(n)<<16 | uint32(child)
		}
	}
	edges = append(edges, make([]uint32, 40)...)
	if len(edges) > 0xFFFF {
		log.Fatal("the trie of suffixes is too large")
	}
	w.u16(base)
	w.u16(end)
	w.u32(edges)
}

func fits(edges []uint32, base int, next map[int]int) bool {
	for c := range next {
		if base+c < len(edges) && edges[base+c] != 0 {
			return false
		}
	}
	return true
}

func writeStems(w *writer, d *dictionary) {
	var records []byte
	var sample []uint32
	type key struct {
		hash uint64
		off  int
	}
	var keys []key
	for i := 0; i < len(d.lexemes); {
		j := i
		for j < len(d.lexemes) && d.lexemes[j].stem == d.lexemes[i].stem {
			j++
		}
		stem, n := d.lexemes[i].stem, j-i
		if n > 255 || len(stem) > 255 {
			log.Fatalf("stem %q has %d lexemes", stem, n)
		}
		h := lex.HashSeed
		for _, c := range []byte(stem) {
			h = lex.HashNext(h, c)
		}
		if len(keys)%lex.SampleEvery == 0 {
			sample = append(sample, uint32(len(records)), uint32(d.lexemes[i].lemma))
		}
		keys = append(keys, key{h, len(records)})
		l := d.lexemes[i].lemma
		records = append(records, byte(len(stem)), byte(n), byte(l), byte(l>>8), byte(l>>16))
		for _, x := range d.lexemes[i:j] {
			records = append(records, byte(x.paradigm), byte(x.paradigm>>8))
		}
		records = append(records, stem...)
		if len(records)%2 == 1 {
			records = append(records, 0)
		}
		i = j
	}
	if len(records)/2+1 >= 1<<lex.SlotShift {
		log.Fatal("the stems outgrow their offsets")
	}
	slots := make([]uint32, len(keys)*4/3)
	for _, k := range keys {
		i, fp := lex.SlotOf(k.hash, uint64(len(slots)))
		for slots[i] != 0 {
			i = (i + 1) % len(slots)
		}
		slots[i] = fp<<lex.SlotShift | uint32(k.off/2+1)
	}
	w.u32(slots)
	w.sections = append(w.sections, records)
	w.u32(sample)
}
