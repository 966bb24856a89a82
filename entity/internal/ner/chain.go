package ner

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// Names of organisations run on in small letters, Министерство связи и массовых коммуникаций, farther than a window sees. A chain
// is a noun that can head one and the words behind it that can depend on it.

// Links of a chain: what a word is to it.
const (
	linkHead = iota + 1
	linkAdj
	linkNoun
	linkTitle  // with a capital
	linkObject // of a preposition
	linkPreposition
	linkAnd
	linkComma
)

// maxChain bounds a chain, in tokens.
const maxChain = 16

// chains finds the chains among the tokens from a up to but not b, a sentence.
func (s *scene) chains(a, b int) {
	head, governed := -1, false
	for i := a; i < b; i++ {
		f := &s.at[i]
		if w := s.tok[i].Word(); w.Is(lex.OrgNoun | lex.MediaNoun) {
			// The noun inside a chain that began with a capital, Управление службы, heads none of its own.
			if head < 0 || s.at[head].form == lower || f.form != lower || !w.Can(lex.Gen) {
				head, governed = i, false
				f.link, f.sinceHead = linkHead, 0
				continue
			}
		}
		if head < 0 {
			continue
		}
		link := s.linkOf(i, governed)
		if link == 0 || i-head >= maxChain {
			head = -1
			continue
		}
		governed = governed || link == linkPreposition
		f.link, f.sinceHead = link, uint8(i-head)
	}
}

// linkOf tells what token i is to a chain that stands before it; 0 where it ends that.
func (s *scene) linkOf(i int, governed bool) uint8 {
	t := &s.tok[i]
	if t.Is(',') {
		return linkComma
	}
	if t.Kind() != parse.Word {
		return 0
	}
	w := t.Word()
	if s.at[i].form != lower && s.at[i].form != title {
		return 0
	}
	var noun, adj, object bool
	for k := range w.Readings {
		g := w.Readings[k].Gram()
		switch {
		case g&lex.Gen != 0 && g&(lex.Adj|lex.Participle) != 0 && g&lex.Apro == 0:
			adj = true
		case g&lex.Gen != 0 && g&lex.Noun != 0:
			noun = true
		case g&(lex.Noun|lex.Adj) != 0 && g&(lex.Dat|lex.Acc|lex.Ins|lex.Loc) != 0 && g&lex.Apro == 0:
			object = true
		}
	}
	switch {
	case s.at[i].form == title && (noun || adj):
		return linkTitle
	case w.Can(lex.Preposition):
		return linkPreposition
	case t.Key() == "и":
		return linkAnd
	case adj:
		return linkAdj
	case noun:
		return linkNoun
	case object && governed:
		return linkObject
	}
	return 0
}

// appendChain appends what the chain of token i tells.
func (s *scene) appendChain(dst []Feature, i int, x Lexicon) []Feature {
	f := &s.at[i]
	if f.link == 0 {
		return dst
	}
	first := i - int(f.sinceHead)
	head := &s.at[first]
	how := uint64(head.form)
	if head.begins {
		how |= 64
	}
	link := uint64(f.link)<<8 | how
	dst = append(dst, feature(kindChain, 1<<32|link), feature(kindChain, 2<<32|uint64(min(f.sinceHead, 8))<<16|link))
	w := s.tok[first].Word()
	if c, ok := x.Of(w.Hash()); ok {
		dst = append(dst, feature(kindChain, 4<<32|uint64(c[0])<<16|link), feature(kindChain, 5<<32|uint64(c[Books])<<16|link))
	}
	if f.link == linkPreposition {
		dst = append(dst, feature(kindChain, pair(how, s.tok[i].Word().Hash())))
	}
	return dst
}
