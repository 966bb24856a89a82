package ner

// A Kind is a kind of feature.
type Kind uint8

// The kinds that a word has wherever it stands. They speak of the token itself and of its neighbours within a window.
const (
	kindWord    Kind = iota
	kindLemma        // each first form a known word can have; the stem of an unknown one
	kindSuffix3      // the last three letters
	kindSuffix4
	kindShape   // how it is written
	kindSpeech  // its parts of speech
	kindGram    // part of speech, case, number and gender of a reading
	kindClass   // a class of the word table
	kindNamesAs // which of its readings are names, of what, with the shape
	kindRole    // the codes of its role, a kind for each code book
	kindRole2
	kindRoleAs // the first one with the shape
	kindTopic  // the codes of its topic
	kindTopic2
	kindTopicAs
	kindPart // what stands before or behind its first hyphen
	ownKinds
)

// The kinds that depend on the place.
const (
	kindStart     = ownKinds + iota // at the beginning of a sentence, a line, a quotation
	kindForms                       // the shapes of three tokens
	kindNamePair                    // the names of two neighbours
	kindElsewhere                   // how the document writes the word elsewhere
	kindQuote                       // the place in a short quotation
	kindQuoteForm
	kindQuoteNoun // what stands before and behind the quotation
	kindSpace
	kindLatin   // the place in a run of Latin words
	kindAddress // in a web address
	kindAbbr    // a name with its abbreviation in brackets
	kindInitial // initials and their surname
	kindChain   // the place in what can be a long name
	kindNoun    // the nearest noun before that tells what a name is the name of
	Kinds
)

// reach is how far a window can go to either side.
const reach = 2

// windows are the neighbours a feature speaks of: the tokens up to so many places before and behind.
var windows = [ownKinds]int{
	kindWord: 1, kindLemma: 1, kindSuffix3: 1,
	kindShape: 2, kindSpeech: 1, kindGram: 1, kindClass: 2,
	kindNamesAs: 2, kindRole: 2, kindRole2: 2, kindRoleAs: 1,
	kindTopic: 2, kindTopic2: 2, kindTopicAs: 1,
}

// Window is how many places before and behind its token a feature of the kind speaks of.
func (k Kind) Window() int {
	if k < ownKinds {
		return windows[k]
	}
	return 0
}

// Lexical tells whether the kind has a value for nearly every word: training leaves some out, lest the rest be neglected.
func (k Kind) Lexical() bool {
	switch k {
	case kindWord, kindLemma, kindSuffix4, kindPart, kindQuoteNoun:
		return true
	}
	return false
}

// A Feature is something true of a token: its kind and a key made of kind and value.
type Feature struct {
	Kind Kind
	Key  uint64
}

// feature makes a feature of a kind's value. Values are hashes of strings, or numbers that do not change when words are added
// to the word table.
func feature(k Kind, value uint64) Feature {
	return Feature{k, mix(value ^ uint64(k+1)*0xA0761D6478BD642F)}
}

// mix spreads the bits of a value.
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	h ^= h >> 29
	h *= 0xD6E8FEB86659FD93
	return h ^ h>>32
}

// pair makes one value of two.
func pair(a, b uint64) uint64 { return mix(a*0xD6E8FEB86659FD93 + b + 1) }
