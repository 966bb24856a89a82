package lex

import (
	"math/bits"
	"slices"
	"strings"
)

// Gram is a set of grammemes, a bit each, named after OpenCorpora's. One reading of a form holds one part of speech,
// and every case its letters can stand for.
type Gram uint64

// The parts of speech.
const (
	Noun        Gram = 1 << iota
	Adj              // full adjective, also ordinal (Anum) and pronominal (Apro)
	AdjShort         // short adjective: рад, известно
	Comparative      // больше, раньше
	Verb             // finite verb
	Infinitive
	Participle      // full: сделанный
	ParticipleShort // short: сделан
	Gerund
	Numeral
	Adverb
	Pronoun     // personal and substantive: он, кто, что
	Predicative // нельзя, пора
	Preposition
	Conjunction
	Particle
	Interjection

	Anim
	Inan
	Masc
	Fem
	Neut
	Sing
	Plur
	Fixed // has one form for every case
	Perf
	Impf
	Trans
	Intrans
	Pres
	Past
	Fut
	P1
	P2
	P3
	Imperative
	Active
	Passive
	Abbr
	Given // given name
	Surname
	Patronymic
	Place
	Org
	Apro // pronominal adjective: этот, который, весь
	Anum // ordinal
	Superlative

	Nom
	Gen
	Dat
	Acc
	Ins
	Loc

	Guessed // not in the table: read off the word's ending
)

// Groups of grammemes.
const (
	POS     = Noun | Adj | AdjShort | Comparative | Verb | Infinitive | Participle | ParticipleShort | Gerund | Numeral | Adverb | Pronoun | Predicative | Preposition | Conjunction | Particle | Interjection
	Cases   = Nom | Gen | Dat | Acc | Ins | Loc
	Genders = Masc | Fem | Neut
	Numbers = Sing | Plur
	Tenses  = Pres | Past | Fut
	Persons = P1 | P2 | P3
	Names   = Given | Surname | Patronymic
)

// gramNames are OpenCorpora's names (cases by three letters), in the order of the bits.
var gramNames = [...]string{
	"NOUN", "ADJF", "ADJS", "COMP", "VERB", "INFN", "PRTF", "PRTS", "GRND", "NUMR", "ADVB", "NPRO", "PRED", "PREP", "CONJ", "PRCL", "INTJ",
	"anim", "inan", "masc", "femn", "neut", "sing", "plur", "Fixd", "perf", "impf", "tran", "intr", "pres", "past", "futr",
	"1per", "2per", "3per", "impr", "actv", "pssv", "Abbr", "Name", "Surn", "Patr", "Geox", "Orgn", "Apro", "Anum", "Supr",
	"nom", "gen", "dat", "acc", "ins", "loc", "Guess",
}

// String lists the grammemes by OpenCorpora's names, joined by dots: NOUN.anim.masc.sing.gen.acc.
func (g Gram) String() string {
	var b strings.Builder
	for ; g != 0; g &= g - 1 {
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		if i := bits.TrailingZeros64(uint64(g)); i < len(gramNames) {
			b.WriteString(gramNames[i])
		}
	}
	return b.String()
}

// ParseGram reads what String prints; ok is false at an unknown name. A plus sign may stand for a dot.
func ParseGram(s string) (g Gram, ok bool) {
	for name := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '.' || r == '+' }) {
		i := slices.Index(gramNames[:], name)
		if i < 0 {
			return 0, false
		}
		g |= 1 << i
	}
	return g, true
}
