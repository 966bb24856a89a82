package ner

import (
	"sort"

	"github.com/svodka/svodka/internal/room"
	"github.com/svodka/svodka/parse"
)

// A scene is what a document tells of each of its tokens before any is weighed. A long document is gone over in windows: tokens are
// counted from the first one of the window, and what lies beyond it is beyond the text; its words are known all through.
type scene struct {
	whole *parse.Document
	first int           // of the document's tokens: that of the window
	tok   []parse.Token // of the window
	at    []fact
	words []sighting // the document's words that are not in small letters alone, each once
	slots []int32    // hash table of them: their places in words plus 1
	few   [few]uint64
	same  [few]uint64 // the bits of few that two words share
}

// few times 64 bits tell of most words by their hash that they are none of a scene's.
const few = 64

// A fact is what the scene tells of one token.
type fact struct {
	names       uint16 // [namesOf] of it
	form        form
	opens       bool  // the first token of its sentence
	begins      bool  // the first word of its sentence
	active      bool  // can be part of a name
	latin       uint8 // its place in a run of Latin words
	latinBehind form  // of the token behind that run
	address     uint8 // part of a web address
	abbr        uint8 // part of a name that an abbreviation in brackets follows, or that abbreviation
	link        uint8 // what it is to the chain of its head; 0 for none
	sinceHead   uint8 // how many tokens before it that head stands
	initial     uint8 // an initial, or the surname it belongs to
	mark        place // in the short quotation around it
}

// A place in a short quotation is how many tokens it is from the first one, and above it how many to behind the last one; 0 for
// none.
type place uint8

// quotation is the tokens of the short quotation around token i.
func (s *scene) quotation(i int) (first, last int) {
	p := int(s.at[i].mark)
	return i - p&15, i + p>>4
}

// A sighting is a word of the document: how it is written there.
type sighting struct {
	hash uint64
	how  uint8
}

const (
	seenSmall   uint8 = 1 << iota // in small letters
	seenCapital                   // with a capital inside a sentence
	seenAny
)

const (
	// maxRun bounds a run: a stretch of a sentence whose tokens can be part of names.
	maxRun = 192
	// maxQuote is the longest quotation that can be a name, in tokens; a [place] has room for 15.
	maxQuote = 14
)

// usual is how long a window is, in tokens; it may be twice as long, to end where a paragraph does, or with its last sentence.
const usual = 1 << 14

// read looks over a whole document.
func (s *scene) read(doc *parse.Document) {
	s.begin(doc)
	s.enter(0, len(doc.Tokens))
}

// begin looks over the words of a document.
func (s *scene) begin(doc *parse.Document) {
	s.whole, s.tok, s.at = doc, nil, s.at[:0]
	s.sight()
}

// windowEnd is behind the last token of the window that begins at a token of the document.
func (s *scene) windowEnd(first int) int {
	d := s.whole
	if len(d.Tokens)-first <= 2*usual {
		return len(d.Tokens)
	}
	middle := d.Tokens[first+usual].Start()
	p := &d.Paragraphs[sort.Search(len(d.Paragraphs), func(i int) bool { return d.Paragraphs[i].End > middle })]
	if _, last := d.Range(p.Span); last <= first+2*usual {
		return last
	}
	_, last := d.Range(p.Sentences[sort.Search(len(p.Sentences), func(i int) bool { return p.Sentences[i].End > middle })])
	return last
}

// enter looks over the tokens of a document from first up to but not last.
func (s *scene) enter(first, last int) {
	if s.first == first && s.tok != nil && len(s.tok) == last-first {
		return
	}
	s.first, s.tok = first, s.whole.Tokens[first:last]
	n := len(s.tok)
	if cap(s.at) < n {
		s.at = make([]fact, max(n, min(2*usual, len(s.whole.Tokens))))
	}
	s.at = s.at[:n]
	for i := range s.at {
		s.at[i] = fact{form: formOf(&s.tok[i])}
	}
	s.addresses()
	s.latin()
	s.sentences()
	s.marks()
	s.initials()
	s.abbreviations()
	s.gate()
}

// form is the form of token i, which may lie beyond the text.
func (s *scene) form(i int) form {
	if i < 0 || i >= len(s.at) {
		return outside
	}
	return s.at[i].form
}

// sentences finds where the sentences begin, their first words and chains.
func (s *scene) sentences() {
	if len(s.tok) == 0 {
		return
	}
	start := s.tok[0].Start()
	p := sort.Search(len(s.whole.Paragraphs), func(i int) bool { return s.whole.Paragraphs[i].End > start })
	for i := 0; p < len(s.whole.Paragraphs) && i < len(s.tok); p++ {
		for _, span := range s.whole.Paragraphs[p].Sentences {
			if i == len(s.tok) || span.End <= start {
				continue
			}
			a, begun := i, false
			s.at[i].opens = true
			for ; i < len(s.tok) && s.tok[i].Start() < span.End; i++ {
				if !begun && s.tok[i].Kind() == parse.Word {
					s.at[i].begins, begun = true, true
				}
			}
			s.chains(a, i)
		}
	}
}

// marks finds the tokens inside short quotations; of nested ones the inner counts.
func (s *scene) marks() {
	all := s.whole.Marks
	for k := sort.Search(len(all), func(k int) bool { return all[k].First > s.first }); k < len(all) && all[k].First < s.first+len(s.tok); k++ {
		m := &all[k]
		first, last := m.First-s.first, m.Last-s.first
		if m.Damaged || last-first > maxQuote || last >= len(s.tok) {
			continue
		}
		for i := first; i < last; i++ {
			s.at[i].mark = place(i - first | (last-i)<<4)
		}
	}
}

// sight notes how the words are written throughout the document, of those that it has with a capital or in Latin letters: the
// others are in small ones.
func (s *scene) sight() {
	t := s.whole.Tokens
	s.words, s.few, s.same = s.words[:0], [few]uint64{}, [few]uint64{}
	s.index(min(len(t)/16, 1<<12)) // a long text says the same again
	i := 0
	for p := range s.whole.Paragraphs {
		for _, span := range s.whole.Paragraphs[p].Sentences {
			begun := false
			for ; i < len(t) && t[i].Start() < span.End; i++ {
				if !small(&t[i]) { // a word
					f, hash := wordForm(&t[i]), t[i].Word().Hash()
					w := s.sighting(hash, i)
					switch {
					case f == latinLower:
						w.how |= seenSmall
					case begun && formOf(&t[i-1]) != quote:
						w.how |= seenCapital
					}
				}
				begun = begun || t[i].Kind() == parse.Word
			}
		}
	}
	for i := range t {
		if hash := t[i].Word().Hash(); s.few[hash/64%few]>>(hash%64)&1 != 0 && t[i].Kind() == parse.Word && small(&t[i]) {
			if k := *s.slot(hash); k != 0 {
				s.words[k-1].how |= seenSmall
				s.few[hash/64%few] &^= 1 << (hash % 64) &^ s.same[hash/64%few] // once is enough
			}
		}
	}
}

// index makes the hash table anew, with room for n words and as many again.
func (s *scene) index(n int) {
	size := 64
	for size < 2*n {
		size *= 2
	}
	if cap(s.slots) < size {
		s.slots = make([]int32, size)
	}
	s.slots = s.slots[:size]
	clear(s.slots)
	for k := range s.words {
		*s.slot(s.words[k].hash) = int32(k + 1)
	}
}

// slot is where the table has a word, or a free place for it.
func (s *scene) slot(hash uint64) *int32 {
	mask := uint64(len(s.slots) - 1)
	for i := mix(hash) & mask; ; i = (i + 1) & mask {
		if k := s.slots[i]; k == 0 || s.words[k-1].hash == hash {
			return &s.slots[i]
		}
	}
}

// seen is how the document writes the word that token i is.
func (s *scene) seen(i int) uint8 {
	if k := *s.slot(s.tok[i].Word().Hash()); k != 0 {
		return s.words[k-1].how
	}
	return seenAny | seenSmall
}

// sighting is the word that token i is, which may be the first time that it is met.
func (s *scene) sighting(hash uint64, i int) *sighting {
	p := s.slot(hash)
	if *p == 0 {
		if 2*len(s.words) >= len(s.slots) {
			s.index(2 * len(s.words))
			p = s.slot(hash)
		}
		bit := uint64(1) << (hash % 64)
		s.same[hash/64%few] |= s.few[hash/64%few] & bit
		s.few[hash/64%few] |= bit
		s.words = room.Push(s.words, sighting{hash, seenAny}, i, len(s.whole.Tokens))
		*p = int32(len(s.words))
	}
	return &s.words[*p-1]
}

// Places in a run of Latin words.
const (
	latinLength  = 7 // how long it is, at most 5
	latinFirst   = 8
	latinLast    = 16
	latinPhrase  = 32 // its first word is an article or a preposition
	latinProse   = 64 // it is a sentence of another language
	maxLatinSize = 5
)

// latin finds runs of Latin words.
func (s *scene) latin() {
	t := s.tok
	for i := 0; i < len(t); i++ {
		if t[i].Shape()&parse.Latin == 0 {
			continue
		}
		j := i + 1
		for j < len(t) && (t[j].Shape()&parse.Latin != 0 || s.joinsLatin(j)) {
			j++
		}
		at := uint8(min(j-i, maxLatinSize))
		if s.prose(i, j) {
			at |= latinProse
		}
		switch t[i].Key() {
		case "the", "of", "and", "in", "for", "to", "a", "is", "on", "de", "la":
			at |= latinPhrase
		}
		for k := i; k < j; k++ {
			s.at[k].latin, s.at[k].latinBehind = at, s.form(j)
		}
		s.at[i].latin |= latinFirst
		s.at[j-1].latin |= latinLast
		i = j - 1
	}
}

// prose tells whether a run of Latin words is text of another language: long, and most of its words in small letters.
func (s *scene) prose(first, last int) bool {
	small, great := 0, 0
	for i := first; i < last; i++ {
		switch f := s.at[i].form; {
		case f == latinLower:
			small++
		case capital(f):
			great++
		}
	}
	return small+great > 8 && small > great
}

// joinsLatin tells whether a mark stands between two Latin words of a name: AT&T, O’Reilly, Yahoo.com.
func (s *scene) joinsLatin(i int) bool {
	t := s.tok
	if i+1 >= len(t) || t[i+1].Shape()&parse.Latin == 0 {
		return false
	}
	return t[i].Is('\'') || t[i].Is('’') || t[i].Is('&') || t[i].Is('.') && !t[i+1].Spaced() || t[i].Dash()
}

// Parts of a web address.
const (
	addressLink   = iota + 1 // of a whole one
	addressName              // of a bare one: lenta
	addressDot               // .
	addressDomain            // ru
)

// addresses finds web addresses.
func (s *scene) addresses() {
	t := s.tok
	for i := 1; i+2 < len(t); i++ {
		if r := t[i].Rune(); r != '.' && r != ':' {
			continue
		}
		switch {
		case s.at[i].address != 0 || t[i].Spaced():
		case t[i].Is(':') && t[i+1].Is('/') && t[i+2].Is('/'):
			s.link(i - 1)
		case t[i].Is('.') && !t[i+1].Spaced() && t[i-1].Key() == "www":
			s.link(i - 1)
		case t[i].Is('.') && !t[i+1].Spaced() && t[i-1].Kind() == parse.Word && Domain(t[i+1].Key()):
			s.at[i-1].address, s.at[i].address, s.at[i+1].address = addressName, addressDot, addressDomain
		}
	}
}

// link marks the tokens of a link, up to the next white space.
func (s *scene) link(first int) {
	for i := first; i < len(s.at) && (i == first || !s.tok[i].Spaced()); i++ {
		s.at[i].address = addressLink
	}
}

// Domain tells common domains.
func Domain(key string) bool {
	switch key {
	case "ru", "com", "org", "net", "рф", "su", "ua", "info", "ру", "by", "kz", "tv", "me", "biz":
		return true
	}
	return false
}

// Initials and their surname.
const (
	initialBefore = iota + 1 // В. В. Путин
	surnameOne               // the surname behind one initial
	surnameTwo               // behind two
	surnameFirst             // Путин В. В.
	initialBehind
)

// initials finds initials with their surnames.
func (s *scene) initials() {
	for i := 0; i+1 < len(s.at); i++ {
		if s.at[i].form != letter || s.at[i+1].form != stop {
			continue
		}
		end := i + 2
		two := s.initialAt(end)
		if two {
			end += 2
		}
		behind := s.form(end)
		switch {
		case s.at[i].initial != 0:
		case behind == title || behind == upper || behind == mixed:
			s.mark(i, end, initialBefore)
			s.at[end].initial = surnameOne
			if two {
				s.at[end].initial = surnameTwo
			}
		case two && (s.form(i-1) == title || s.form(i-1) == upper):
			s.at[i-1].initial = surnameFirst
			s.mark(i, end, initialBehind)
		}
	}
}

func (s *scene) initialAt(i int) bool { return s.form(i) == letter && s.form(i+1) == stop }

func (s *scene) mark(first, last int, initial uint8) {
	for i := first; i < last; i++ {
		s.at[i].initial = initial
	}
}

// A name and its abbreviation in brackets.
const (
	abbrFirst   = iota + 1 // the name's first word
	abbrInside             // the rest of it
	abbrItself             // the abbreviation
	abbrUnknown            // an abbreviation that does not fit what stands before
	abbrBefore             // what stands before that
)

// abbreviations finds names that an abbreviation in brackets follows: Шанхайская организация сотрудничества (ШОС).
func (s *scene) abbreviations() {
	for i := 1; i+2 < len(s.at); i++ {
		if s.at[i].form != bracket || s.at[i+2].form != bracket || s.tok[i+1].Shape()&parse.Upper == 0 {
			continue
		}
		first, ok := s.spelledOut(i, s.tok[i+1].Word().Fold())
		if !ok {
			s.at[i+1].abbr = abbrUnknown
			s.at[i-1].abbr = max(s.at[i-1].abbr, abbrBefore)
			continue
		}
		s.at[i+1].abbr = abbrItself
		for k := first; k < i; k++ {
			s.at[k].abbr = abbrInside
		}
		s.at[first].abbr = abbrFirst
	}
}

// spelledOut finds the words before token end whose first letters are those of an abbreviation; short words may be left out.
func (s *scene) spelledOut(end int, letters string) (first int, ok bool) {
	k := len(letters) - 1
	if k < 0 {
		return 0, false // a word too long to be one
	}
	for i := end - 1; i >= max(0, end-12); i-- {
		f := s.tok[i].Word().Fold()
		switch {
		case f == "" && s.at[i].form != quote && s.at[i].form != dash:
			return 0, false
		case f == "":
		case f[0] == letters[k]:
			if k--; k < 0 {
				return i, true
			}
		case len(f) > 3:
			return 0, false
		}
	}
	return 0, false
}

// nextRun is the next run of active tokens of a sentence, from token i on; first and last are equal where there is none.
func (s *scene) nextRun(i int) (first, last int) {
	for i < len(s.at) && !s.at[i].active {
		i++
	}
	j := min(i+1, len(s.at))
	for j < len(s.at) && s.at[j].active && !s.at[j].opens && j-i < maxRun {
		j++
	}
	return i, j
}
