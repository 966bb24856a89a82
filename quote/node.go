package quote

import (
	"slices"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/room"
	"github.com/svodka/svodka/parse"
)

// A node is a word of a sentence, or what counts as one: a name of several words, a pair of quotation marks with all it
// holds, a mark of punctuation.
type node struct {
	first, last int32 // its tokens
	ref         int32 // of a name: the mention; of a quoted node: the mark
	seg         int32 // the segment it stands in
	kind        nodeKind
	gram        lex.Gram // of all readings of a word
	class       lex.Class
	word        *lex.Word
}

type nodeKind uint8

const (
	word nodeKind = iota
	name
	quoted
	number
	comma
	dash
	colon
	semicolon
	opening
	closing
	stop  // ! ? … and a full stop
	other // any other mark, a full stop behind an abbreviation
)

// A segment is what stands between two marks of punctuation of a sentence.
type segment struct {
	first, last int // nodes
	before      nodeKind
	kind        segmentKind
	depth       int8 // of the brackets around it
	finite      int  // its first finite verb or what stands for one; -1 for none
	cue         int  // the first cue of a verb in it; -1 for none
	tag         bool // the author's words behind what somebody says: …, сообщает N
	closes      bool // the same behind a quotation: «…», сказал N
}

type segmentKind uint8

const (
	plain       segmentKind = iota
	coordinated             // а, но, и, однако …
	relative                // который, где …
	subordinate             // что, если, когда …
	participial             // потерявший семью
	gerundial               // выступая в думе
)

// build makes the nodes of the tokens from first up to but not last; child is the first mark that begins there or later, and
// what it returns the first behind.
func (f *finder) build(first, last, child int) int {
	const usual = 1 << 12
	f.nodes, f.chunked = slices.Grow(f.nodes[:0], min(last-first, usual)), false
	begin := f.beginOf(child)
	for i := first; i < last; {
		if len(f.nodes) == cap(f.nodes) {
			f.nodes = room.Grow(f.nodes, i-first, last-first)
		}
		for begin < i {
			child++
			begin = f.beginOf(child)
		}
		if begin == i {
			end := min(f.end(child), last)
			n := f.single(i)
			n.last, n.ref, n.kind, n.gram = int32(end), int32(child), quoted, 0
			i = max(end, i+1)
			continue
		}
		if f.at[i] == 0 && f.foreignLike(i) {
			f.unlisted(i, last)
		}
		if m := f.at[i] - 1; m >= 0 && f.names(m) && int(f.mentions[m].first) == i && f.whole(m, child, last) {
			n := f.single(i)
			n.last, n.ref, n.kind, n.gram = f.mentions[m].last, m, name, n.word.Grams
			i = int(f.mentions[m].last)
			continue
		}
		f.single(i)
		i++
	}
	for child < len(f.marks) && f.begin(child) < last {
		child++
	}
	return child
}

// beginOf is where a mark begins; behind all tokens where there is no such mark.
func (f *finder) beginOf(mark int) int {
	if mark == len(f.marks) {
		return len(f.doc.Tokens)
	}
	return f.begin(mark)
}

// whole tells whether a name ends where the marks that begin inside it do, or before them all.
func (f *finder) whole(m int32, child, last int) bool {
	end := int(f.mentions[m].last)
	if end > last {
		return false
	}
	for ; child < len(f.marks) && f.begin(child) < end; child++ {
		if f.end(child) > end {
			return false
		}
	}
	return true
}

// single adds the node of one token.
func (f *finder) single(i int) *node {
	f.steps++
	t := &f.doc.Tokens[i]
	f.nodes = f.nodes[:len(f.nodes)+1]
	n := &f.nodes[len(f.nodes)-1]
	n.first, n.last, n.ref, n.seg, n.kind, n.gram, n.word = int32(i), int32(i+1), -1, 0, other, 0, t.Word()
	n.class = n.word.Class
	switch t.Kind() {
	case parse.Word:
		n.kind, n.gram = word, n.word.Grams
	case parse.Number:
		n.kind = number
	case parse.Punct:
		n.kind = f.punctuation(i)
	}
	return n
}

// grams joins the grammemes of all readings of a word.
func (f *finder) grams(i int) lex.Gram { return f.doc.Tokens[i].Word().Grams }

// punctuation is the kind of a mark. One that touches what stands behind it joins numbers or letters: 3,5 · 10:30 · .рф.
func (f *finder) punctuation(i int) nodeKind {
	t := &f.doc.Tokens[i]
	if t.Dash() {
		if !t.Spaced() && i > 0 && f.doc.Tokens[i-1].Kind() != parse.Punct && i+1 < len(f.doc.Tokens) && !f.doc.Tokens[i+1].Spaced() && f.doc.Tokens[i+1].Kind() != parse.Punct {
			return other
		}
		return dash
	}
	switch t.Rune() {
	case '(', '[':
		return opening
	case ')', ']':
		return closing
	case '!', '?', '…':
		return stop
	case ',', ':', ';', '.':
	default:
		return other
	}
	if i+1 < len(f.doc.Tokens) && !f.doc.Tokens[i+1].Spaced() && !t.Spaced() && i > 0 {
		a, b := f.doc.Tokens[i-1].Kind(), f.doc.Tokens[i+1].Kind()
		if a == parse.Number && b == parse.Number || t.Is(':') && b == parse.Punct && f.doc.Tokens[i+1].Is('/') {
			return other
		}
	}
	switch t.Rune() {
	case ',':
		return comma
	case ':':
		return colon
	case ';':
		return semicolon
	}
	return stop
}

// segments cuts the sentence of nodes at its marks of punctuation.
func (f *finder) segments() {
	f.segs = f.segs[:0]
	last := len(f.nodes)
	for last > 0 && f.nodes[last-1].kind == stop && f.doc.Tokens[f.nodes[last-1].first].Is('.') {
		last--
	}
	f.last = last
	s := segment{before: stop, finite: -1, cue: -1}
	for i := range f.nodes[:last] {
		n := &f.nodes[i]
		n.seg = int32(len(f.segs))
		if !f.parts(i) {
			continue
		}
		s.last = i
		f.segs = append(f.segs, s)
		d := s.depth
		switch {
		case n.kind == opening:
			d = min(d+1, 100)
		case n.kind == closing && d > 0:
			d--
		}
		s = segment{first: i + 1, before: n.kind, depth: d, finite: -1, cue: -1}
	}
	s.last = last
	f.segs = append(f.segs, s)
	for i := range f.segs {
		f.sort(&f.segs[i])
	}
}

// parts tells whether a segment ends before a node. A full stop inside a sentence belongs to an abbreviation.
func (f *finder) parts(i int) bool {
	switch n := &f.nodes[i]; n.kind {
	case comma, dash, colon, semicolon, opening, closing:
		return true
	case stop:
		return !f.doc.Tokens[n.first].Is('.')
	}
	return false
}

// sort says what a segment is by its first words, and finds its verb.
func (f *finder) sort(s *segment) {
	for i := s.first; i < s.last; i++ {
		if f.finite(i) {
			s.finite = i
			break
		}
	}
	if s.first == s.last {
		return
	}
	if s.kind = f.opens(s.first, s.last); s.kind == participial && s.finite >= 0 && (s.before != comma || s.first+1 < s.last && f.agree(s.first, s.first+1)) {
		s.kind = plain // выступивший в думе министр сказал, данная новость стала
	}
	if s.kind == participial && s.finite < 0 && s.first+1 < s.last && f.nodes[s.first+1].kind == word && f.ofPeople(s.first+1) && f.word(s.first+1).Can(lex.Noun|lex.Nom) && f.agree(s.first, s.first+1) {
		s.kind = plain // , бывший акционер Иван Рощин,
	} else if s.kind == plain && s.finite < 0 {
		s.kind = f.insertion(s)
	} else if s.kind == plain && s.before == comma && s.finite == s.first && f.key(s.first+1) == "ли" {
		s.kind = subordinate // отвечая на вопрос, сохранят ли льготы,
	}
}

// insertion tells whether a segment without a verb is a phrase with a gerund or a participle: в последнее время живший в Омске.
func (f *finder) insertion(s *segment) segmentKind {
	for i := s.first; i < min(s.last, s.first+5); i++ {
		switch g := f.nodes[i].gram; {
		case g&lex.Gerund != 0 && g&(lex.Noun|lex.Preposition) == 0:
			return gerundial
		case s.before == comma && i == s.first && g&lex.Adj != 0 && g&(lex.Noun|lex.Pronoun|lex.Numeral) == 0 && i+1 < s.last && f.preposition(i+1):
			return participial // знакомый с делом
		case s.before == comma && i > s.first && f.preposition(s.first) && participle(g) && (i+1 == s.last || f.preposition(i+1) || !f.agree(i, i+1)):
			return participial
		}
	}
	return plain
}

// opens tells what the first words of a segment make of it.
func (f *finder) opens(i, last int) segmentKind {
	n := &f.nodes[i]
	if n.kind != word {
		return plain
	}
	if n.gram&littleWords == 0 {
		return f.opensBare(i, last)
	}
	switch f.key(i) {
	case "а", "но", "и", "или", "однако", "зато", "да", "либо", "причем", "притом":
		return coordinated
	case "что", "чтобы", "если", "когда", "пока", "поскольку", "хотя", "будто", "словно", "потому", "ибо", "едва", "раз", "чем", "хоть", "дабы", "нежели",
		"коль", "почему", "зачем", "сколько", "насколько", "ли", "якобы":
		return subordinate
	case "как":
		return plain
	case "где", "куда", "откуда", "кто", "чей", "чья", "чье", "чьи", "чьего", "чьей", "чьих":
		return relative
	case "так", "после", "перед", "несмотря", "то":
		if i+1 < last && (f.key(i+1) == "как" || f.key(i+1) == "что" || f.key(i+1) == "есть") {
			return subordinate
		}
	}
	if which(f.key(i)) {
		return relative
	}
	if n.gram&lex.Preposition != 0 && i+1 < last && (which(f.key(i+1)) && f.key(i+2) != "раз" && f.key(i+3) != "раз" || f.key(i+1) == "чем" || f.key(i+1) == "ком") {
		return relative
	}
	return f.opensBare(i, last)
}

// littleWords are the parts of speech of the words that tell what a segment is.
const littleWords = lex.Adverb | lex.Pronoun | lex.Conjunction | lex.Preposition | lex.Apro

// opensBare is opens for any other word.
func (f *finder) opensBare(i, last int) segmentKind {
	n := &f.nodes[i]
	if i+1 < last && n.gram&(lex.Noun|lex.Preposition) == lex.Noun && which(f.key(i+1)) {
		return relative // контракт которого
	}
	if participle(n.gram) || i+1 < last && n.gram&lex.Adverb != 0 && participle(f.nodes[i+1].gram) {
		return participial
	}
	return plain
}

// participle tells whether a word is a participle and can hardly be anything else.
func participle(g lex.Gram) bool { return g&lex.Participle != 0 && g&(lex.Noun|lex.Verb) == 0 }

// which tells whether a word is который in any form.
func which(key string) bool { return len(key) > 10 && key[:10] == "котор" }

// finite tells whether a node is a verb, or another word that makes a clause.
func (f *finder) finite(i int) bool {
	f.steps++
	n := &f.nodes[i]
	if n.kind != word || n.gram&(lex.Verb|lex.ParticipleShort|lex.AdjShort|lex.Predicative) == 0 {
		return false
	}
	if n.gram&(lex.Preposition|lex.Conjunction) != 0 {
		return n.gram&(lex.Verb|lex.P3) == lex.Verb|lex.P3 && !f.aloof(i) || f.necessary(i) // может
	}
	if n.gram&(lex.Noun|lex.Adj|lex.Numeral|lex.Pronoun) == 0 {
		return true
	}
	if i > 0 && f.nodes[i-1].gram&(lex.Preposition|lex.Adj) != 0 && f.nodes[i-1].gram&lex.Pronoun == 0 || f.key(i) == "дело" {
		return false // в стали, новые дали, never of деть
	}
	for _, r := range f.word(i).Readings {
		switch g := r.Gram(); {
		case g&lex.Verb != 0 && g&lex.Imperative == 0:
			return true
		case g&lex.AdjShort != 0 && f.predicated(i, g):
			return true
		}
	}
	return n.gram&lex.Predicative != 0
}

// necessary tells whether node i is надо and no preposition: надо мной.
func (f *finder) necessary(i int) bool {
	return f.key(i) == "надо" && f.key(i+1) != "мной" && f.key(i+1) != "мною"
}

// aloof tells whether a word stands between commas, or may be: Может, … · Может быть, …
func (f *finder) aloof(i int) bool {
	if f.key(i+1) == "быть" {
		i++
	}
	return f.kind(i+1) == comma
}

// predicated tells whether a noun right before node i is what its reading as a short adjective tells of: мост | готов.
func (f *finder) predicated(i int, g lex.Gram) bool {
	if i == 0 || f.nodes[i-1].kind != word || f.nodes[i].gram&lex.Nom != 0 {
		return false
	}
	for _, r := range f.word(i - 1).Readings {
		if h := r.Gram(); h&(lex.Noun|lex.Nom) == lex.Noun|lex.Nom && inflect.Agree(g, h) {
			return true
		}
	}
	return false
}

// word is what is known of a node's first token.
func (f *finder) word(i int) *lex.Word { return f.nodes[i].word }

// key is a node's word in lower case; "" for a name of several words, a quotation and a mark.
func (f *finder) key(i int) string {
	f.steps++
	if i < 0 || i >= len(f.nodes) || f.nodes[i].kind != word {
		return ""
	}
	return f.nodes[i].word.Key
}

// kind is the kind of node i; stop outside of the sentence.
func (f *finder) kind(i int) nodeKind {
	f.steps++
	if i < 0 || i >= len(f.nodes) {
		return stop
	}
	return f.nodes[i].kind
}
