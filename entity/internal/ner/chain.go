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
		t := &s.doc.Tokens[i]
		w := t.Word()
		if t.Kind() == parse.Word && w.Is(lex.OrgNoun|lex.MediaNoun) {
			if head >= 0 && s.at[head].form != lower && s.at[i].form == lower && w.Can(lex.Gen) {
				// the inner noun of a chain in capitals, Управление службы, does not head one of its own
			} else {
				head, governed = i, false
				s.at[i].link, s.at[i].head = linkHead, int32(i)
				continue
			}
		}
		if head < 0 {
			continue
		}
		link := uint8(0)
		if i-head < maxChain {
			link = s.linkOf(i, governed)
		}
		switch link {
		case 0:
			head = -1
			continue
		case linkPreposition:
			governed = true
		}
		s.at[i].link, s.at[i].head = link, int32(head)
	}
}

// linkOf tells what token i is to a chain that stands before it; 0 where it ends that.
func (s *scene) linkOf(i int, governed bool) uint8 {
	t := &s.doc.Tokens[i]
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
		return append(dst, feature(kindChain, uint64(f.form)))
	}
	head := &s.at[f.head]
	how := uint64(head.form)
	if head.begins {
		how |= 64
	}
	link := uint64(f.link)<<8 | how
	next := uint64(0)
	if i+1 < len(s.at) && s.at[i+1].head == f.head {
		next = uint64(s.at[i+1].link)
	}
	dst = append(dst, feature(kindChain, 1<<32|link), feature(kindChain, 2<<32|uint64(min(i-int(f.head), 8))<<16|link),
		feature(kindChain, 3<<32|next<<16|link))
	w := s.doc.Tokens[f.head].Word()
	if c, ok := x.Of(w.Hash()); ok {
		dst = append(dst, feature(kindChain, 4<<32|uint64(c[0])<<16|link), feature(kindChain, 5<<32|uint64(c[Books])<<16|link))
	}
	if f.link == linkPreposition {
		dst = append(dst, feature(kindChain, pair(how, s.doc.Tokens[i].Word().Hash())))
	}
	return dst
}
