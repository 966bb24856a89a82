package ner

import (
	"github.com/svodka/svodka/parse"
)

// appendContext appends the features of a token's place.
func (s *scene) appendContext(dst []Feature, i int, c Lexicon) []Feature {
	setting := s.setting(i).features()
	dst = append(dst, setting[:2]...)
	dst = s.appendNames(dst, i)
	dst = append(dst, setting[2:]...)
	return s.appendAround(dst, i, c)
}

// A setting is what most tokens' places have in common with many others': the forms of a token and its two neighbours, the white
// space between them, and why the token may have a capital.
type setting uint32

func (s *scene) setting(i int) setting {
	v := s.start(i)<<2 | s.space(i)
	return setting(v)<<24 | setting(s.form(i-1))<<16 | setting(s.form(i))<<8 | setting(s.form(i+1))
}

// features are those of all that have the setting.
func (x setting) features() [4]Feature {
	start, space, forms := uint64(x>>26), uint64(x>>24&3), uint64(x&0xFFFFFF)
	before, here, behind := forms>>16, forms>>8&0xFF, forms&0xFF
	space = space<<8 | here
	return [...]Feature{
		feature(kindStart, start<<8|here),
		feature(kindForms, 1<<24|forms),
		feature(kindSpace, space),
		feature(kindSpace, 1<<32|space<<16|before<<8|behind),
	}
}

// appendNames appends the features of what the document writes as a name.
func (s *scene) appendNames(dst []Feature, i int) []Feature {
	dst = append(dst,
		feature(kindNamePair, s.namesAt(i-1)<<32|s.namesAt(i)),
		feature(kindNamePair, 1<<63|s.namesAt(i)<<32|s.namesAt(i+1)))
	if f := &s.at[i]; f.form != lower && s.tok[i].Kind() == parse.Word {
		how := uint64(s.seen(i))
		if f.begins {
			how |= 64
		}
		dst = append(dst, feature(kindElsewhere, how<<8|uint64(f.form)))
	}
	return dst
}

// appendAround appends the features of what stands around a token, of which most have none.
func (s *scene) appendAround(dst []Feature, i int, c Lexicon) []Feature {
	f := &s.at[i]
	here := uint64(f.form)
	if f.mark != 0 {
		dst = s.appendQuote(dst, i, c)
	}
	if f.latin != 0 {
		dst = s.appendLatin(dst, i, c)
	}
	if f.address != 0 {
		dst = append(dst, feature(kindAddress, uint64(f.address)), feature(kindAddress, uint64(f.address)<<8|here))
	}
	if f.abbr != 0 {
		dst = append(dst, feature(kindAbbr, uint64(f.abbr)), feature(kindAbbr, uint64(f.abbr)<<8|here))
	}
	if f.initial != 0 {
		dst = append(dst, feature(kindInitial, uint64(f.initial)))
	}
	dst = s.appendChain(dst, i, c)
	return s.appendNoun(dst, i)
}

// start tells why a token may have a capital beside being a name.
func (s *scene) start(i int) (v uint64) {
	switch {
	case s.at[i].begins:
		v = 1
	case s.form(i-1) == quote:
		v = 2
	case i > 0 && s.tok[i-1].Is(':'):
		v = 3
	}
	if s.tok[i].Opens() {
		v |= 4
	}
	return v
}

// namesAt is the form of token i and the names it can be.
func (s *scene) namesAt(i int) uint64 {
	if i < 0 || i >= len(s.at) {
		return uint64(outside)
	}
	return uint64(s.at[i].names)<<8 | uint64(s.at[i].form)
}

// space tells whether white space stands before token i (1), and behind it (2).
func (s *scene) space(i int) (v uint64) {
	t := s.tok
	if t[i].Spaced() {
		v = 1
	}
	if i+1 < len(t) && t[i+1].Spaced() {
		v |= 2
	}
	return v
}

// appendQuote appends what the short quotation around token i tells.
func (s *scene) appendQuote(dst []Feature, i int, c Lexicon) []Feature {
	first, last := s.quotation(i)
	size := uint64(min(last-first, 4))
	if last-first > 6 {
		size = 5
	}
	place := uint64(0)
	if i == first {
		place = 1
	}
	if i == last-1 {
		place |= 2
	}
	capitals := uint64(0)
	for k := first; k < last && capitals < 3; k++ {
		if f := s.at[k].form; capital(f) && f != letter {
			capitals++
		}
	}
	at := size<<8 | place
	dst = append(dst, feature(kindQuote, at), feature(kindQuote, 1<<32|at<<8|uint64(s.at[i].form)),
		feature(kindQuoteForm, at<<16|capitals<<8|uint64(s.form(first))))
	if last+1 < len(s.at) {
		dst = append(dst, feature(kindQuoteNoun, 6<<32|uint64(s.form(last+1))))
	}
	k := first - 2
	if k < 0 {
		return dst
	}
	dst = append(dst, feature(kindQuoteNoun, 3<<32|uint64(s.at[k].form)))
	if s.tok[k].Kind() != parse.Word {
		return dst
	}
	w := s.tok[k].Word()
	class := uint64(w.Class & nounClasses)
	dst = append(dst, feature(kindQuoteNoun, pair(1, class)), feature(kindQuoteNoun, pair(2+place, class)))
	for n, r := range w.Readings {
		if r.Lemma != 0 && n < 3 {
			dst = append(dst, feature(kindQuoteNoun, w.NormalHash(r)))
		}
	}
	if id, ok := c.Of(w.Hash()); ok {
		for b, v := range id {
			dst = append(dst, feature(kindQuoteNoun, 16<<32|uint64(b)<<8|uint64(v)))
		}
	}
	return dst
}

// appendLatin appends what the run of Latin words around token i tells.
func (s *scene) appendLatin(dst []Feature, i int, c Lexicon) []Feature {
	f := &s.at[i]
	first := i
	for first > 0 && i-first < maxLatinSize && s.at[first].latin&latinFirst == 0 {
		first--
	}
	at := uint64(f.latin &^ latinPhrase)
	dst = append(dst, feature(kindLatin, at), feature(kindLatin, 1<<16|at<<8|uint64(s.form(first-1))),
		feature(kindLatin, 2<<16|at<<8|uint64(f.latinBehind)))
	if f.latin&latinPhrase != 0 {
		dst = append(dst, feature(kindLatin, 3<<16|at&latinLength))
	}
	if first == 0 || s.tok[first-1].Kind() != parse.Word {
		return dst
	}
	w := s.tok[first-1].Word()
	dst = append(dst, feature(kindLatin, pair(4, uint64(w.Class&nounClasses))))
	if id, ok := c.Of(w.Hash()); ok {
		dst = append(dst, feature(kindLatin, 5<<32|uint64(id[0])))
	}
	return dst
}

// appendNoun appends the nearest word before token i that tells what a name is the name of.
func (s *scene) appendNoun(dst []Feature, i int) []Feature {
	for k := i - 1; k >= 0 && i-k <= 5 && !s.at[k+1].opens; k-- {
		if c := s.tok[k].Word().Class & nounClasses; c != 0 {
			return append(dst, feature(kindNoun, uint64(c)), feature(kindNoun, pair(uint64(c), uint64(i-k))))
		}
	}
	return dst
}
