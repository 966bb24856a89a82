package quote

import (
	"slices"
	"sync"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/room"
	"github.com/svodka/svodka/parse"
)

// deepest is how deep quotations may stand in each other and be told of. The texts of deeper ones together could be as
// long as the square of the document.
const deepest = 16

// A finder holds the room to work in; it is used again for the next document.
type finder struct {
	doc        *parse.Document
	entities   []entity.Entity
	marks      []parse.Mark
	mentions   []mention
	at         []int32 // by token: the mention it belongs to plus 1
	starts     []int32 // the first tokens of the sentences
	places     []int32 // by every sixty-fourth byte of the text: the first token that begins there or behind
	sources    []source
	spoke      []bool // by entity: it is a source
	records    []record
	pieces     []piece
	cuts       []cut
	paragraphs []paragraph
	todo       []span
	called     []string // by source: its name, once it is known
	order      []spot   // the records in the order of the text
	groups     int32
	lv         level
	regrouped  int32    // the group of the quotation that the one at hand goes on with
	reached    int      // the token that the reading of the text itself has come to
	steps      int      // how often the words of a sentence, its phrases and the mentions were looked at: the work, for a test
	hint       lex.Gram // the gender a verb tells of its subject, or that it is of several

	// of the sentence at hand
	nodes   []node
	last    int // the nodes up to here, the final full stop left out
	segs    []segment
	phrases []phrase // once chunk was called
	chunked bool
	cues    []cue
	reports []report
}

// A level is a text while its sentences are read: the document, or what stands in a pair of marks.
type level struct {
	self      int32 // the source whose words these are plus 1; 0 for the author
	last      int32 // the source that spoke last plus 1
	lastUnit  int   // in which sentence
	topic     int32 // the subject of the last verb of speech plus 1, whether it reported anything or not
	topicUnit int
	number    int   // of the sentence
	prevFirst int32 // the tokens of the sentence before
	prevLast  int32
	prevKnown int         // the records there were before it
	known     int         // and before this one
	lead      attribution // what the colon at the end of a paragraph announces
}

var finders = sync.Pool{New: func() any { return new(finder) }}

// keepTokens bounds the room kept from one call to the next.
const keepTokens = 1 << 18

// Find finds the quotations and the reported speech of a document, in text order, a wider one before those inside it.
// Entities are those of the document; a nil list costs the names of speakers, and those speakers that are told by a surname alone.
// Quotations that stand deeper than 16 pairs of marks are not told of. Time is linear in the length of the document.
func Find(doc *parse.Document, entities []entity.Entity) []Quote {
	out, _ := find(doc, entities)
	return out
}

// find is Find; steps is how much work it was.
func find(doc *parse.Document, entities []entity.Entity) (out []Quote, steps int) {
	f := finders.Get().(*finder)
	f.reset(doc, entities)
	f.run()
	out = f.quotes()
	steps = f.steps
	f.doc, f.entities, f.marks = nil, nil, nil
	if cap(f.at) <= keepTokens {
		finders.Put(f)
	}
	return out, steps
}

func (f *finder) reset(doc *parse.Document, entities []entity.Entity) {
	f.doc, f.entities, f.marks = doc, entities, doc.Marks
	f.sources, f.records, f.todo, f.groups = f.sources[:0], f.records[:0], f.todo[:0], 0
	f.cuts, f.pieces, f.steps, f.reached = f.cuts[:0], f.pieces[:0], 0, 0
	f.spoke = resize(f.spoke, len(entities))
	clear(f.spoke)
	f.findPlaces()
	f.findStarts()
	f.read(entities)
}

// findStarts lists the first tokens of all sentences.
func (f *finder) findStarts() {
	n := 0
	for p := range f.doc.Paragraphs {
		n += len(f.doc.Paragraphs[p].Sentences)
	}
	f.starts = slices.Grow(f.starts[:0], n)
	for p := range f.doc.Paragraphs {
		for _, s := range f.doc.Paragraphs[p].Sentences {
			f.starts = append(f.starts, int32(f.tokenAt(s.Start)))
		}
	}
}

const placeShift = 6

// findPlaces fills places.
func (f *finder) findPlaces() {
	f.places = slices.Grow(f.places[:0], len(f.doc.Text)>>placeShift+1)
	next := 0 // offset
	for i := range f.doc.Tokens {
		for at := f.doc.Tokens[i].Start(); next <= at; next += 1 << placeShift {
			f.places = append(f.places, int32(i))
		}
	}
}

// tokenAt is the first token that begins at or behind an offset.
func (f *finder) tokenAt(at int) int {
	i := len(f.doc.Tokens)
	if k := at >> placeShift; k < len(f.places) {
		i = int(f.places[k])
	}
	for i < len(f.doc.Tokens) && f.doc.Tokens[i].Start() < at {
		i++
	}
	return i
}

// descend reads what stands inside a quotation.
func (f *finder) descend(s span) {
	child := int(s.child)
	for child < len(f.marks) && f.begin(child) < int(s.first) {
		child++
	}
	if (child == len(f.marks) || f.begin(child) >= int(s.last)) && !f.worth(int(s.first), int(s.last)) {
		return
	}
	f.lv = level{lastUnit: -100, self: s.self}
	f.text(int(s.first), int(s.last), child)
}

// text reads the sentences of a level.
func (f *finder) text(first, last, child int) int {
	next := f.startFrom(first + 1)
	for i := first; i < last; {
		var end int
		end, next = f.sentenceEnd(i, last, child, next)
		if child < len(f.marks) && f.begin(child) < end || f.worth(i, end) {
			f.lv.known = len(f.records)
			f.cut(i, end, child)
			child = f.build(i, end, child)
			f.sentence()
			f.lv.prevKnown = f.lv.known
		} else {
			for child < len(f.marks) && f.begin(child) < end {
				child++
			}
			f.lv.prevKnown = len(f.records)
		}
		f.lv.number++
		f.lv.prevFirst, f.lv.prevLast = int32(i), int32(f.bare(i, end))
		i = end
		f.reached = max(f.reached, end)
	}
	return child
}

// length is how many tokens are read, those inside quotations twice, as far as can be told before: a tenth more than there are.
func (f *finder) length() int {
	n := len(f.doc.Tokens)
	return n + n/10
}

// record keeps a record.
func (f *finder) record(r record) {
	f.records = room.Push(f.records, r, f.reached, f.length())
}

// later keeps what is still to be read.
func (f *finder) later(s span) {
	if s.first < s.last {
		f.todo = room.Push(f.todo, s, f.reached, f.length())
	}
}

// source keeps a source.
func (f *finder) source(s source) {
	f.sources = room.Push(f.sources, s, f.reached, f.length())
}

// A cut is a pair of marks with the author's words inside: its pieces are pieces[first:last].
type cut struct {
	mark        int
	first, last int
}

// cut looks for the author's words inside the marks of the sentence from token i up to but not end.
func (f *finder) cut(i, end, child int) {
	f.cuts, f.pieces = f.cuts[:0], f.pieces[:0]
	for child < len(f.marks) && f.begin(child) < end {
		if f.begin(child) < i {
			child++
			continue
		}
		inside := child
		for f.double(int32(inside)) {
			inside++
		}
		m := &f.marks[inside]
		if n := f.interrupt(m.First, m.Last, inside+1, inside); n > 0 {
			f.cuts = append(f.cuts, cut{child, len(f.pieces) - n, len(f.pieces)})
		}
		i = max(f.end(child), i+1)
	}
}

// piecesOf is the pieces of a mark; none where nothing interrupts it.
func (f *finder) piecesOf(mark int) []piece {
	i, ok := slices.BinarySearchFunc(f.cuts, mark, func(c cut, mark int) int { return c.mark - mark })
	if !ok {
		return nil
	}
	return f.pieces[f.cuts[i].first:f.cuts[i].last]
}

// bare is where the words of the sentence end, its full stop left out.
func (f *finder) bare(i, end int) int {
	for end > i && f.doc.Tokens[end-1].Is('.') {
		end--
	}
	return end
}

// sentenceEnd is the first token behind the sentence that begins at i: no sentence ends inside a pair of marks.
func (f *finder) sentenceEnd(i, last, child, next int) (end, n int) {
	for n = next; n < len(f.starts) && int(f.starts[n]) <= i; n++ {
	}
	for ; n < len(f.starts) && int(f.starts[n]) < last; n++ {
		end = int(f.starts[n])
		for child < len(f.marks) && f.begin(child) < end {
			if e := f.end(child); e > end && f.begin(child) >= i {
				end = e
			}
			child++
		}
		if end == int(f.starts[n]) {
			return end, n
		}
		for n+1 < len(f.starts) && int(f.starts[n+1]) < end {
			n++
		}
		if n+1 < len(f.starts) && int(f.starts[n+1]) == end {
			return end, n + 1
		}
	}
	return last, n
}

// startFrom is the first sentence that begins at a token or behind it.
func (f *finder) startFrom(token int) int {
	lo, hi := 0, len(f.starts)
	for lo < hi {
		if m := int(uint(lo+hi) / 2); int(f.starts[m]) < token {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// sentence reads one sentence whose nodes are built.
func (f *finder) sentence() {
	f.segments()
	f.findCues()
	f.findReports()
	f.attribute()
	f.references()
	f.putReports()
	f.announce()
}

// begin is the first token of a mark, end the one behind its last.
func (f *finder) begin(mark int) int {
	m := &f.marks[mark]
	if m.Open.Len() > 0 {
		return m.First - 1
	}
	return m.First
}

func (f *finder) end(mark int) int {
	m := &f.marks[mark]
	if m.Close.Len() > 0 {
		return m.Last + 1
	}
	return m.Last
}

// resize gives a slice of a length, with the room of the old one where it suffices.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// worth tells whether there is anything to find between two tokens besides marks: a colon, a word of speech with what it needs. A noun
// reports with по before it or что behind, a voice where it can be the author's words.
func (f *finder) worth(first, last int) bool {
	parenthesis, behind, prep, that := false, false, false, false
	such := first < last && suchlike(f.doc.Tokens[first].Key())
	for i := first; i < last; i++ {
		t := &f.doc.Tokens[i]
		if t.Kind() == parse.Punct {
			if t.Is(':') || i+signature >= last && t.Dash() && t.Spaced() && f.inHeading(int32(first)) {
				return true
			}
			such = such || i+1 < last && f.doc.Tokens[i+1].Word().Grams&lex.Apro != 0 && (t.Is(',') || t.Dash()) && suchlike(f.doc.Tokens[i+1].Key())
			continue
		}
		w := t.Word()
		if w.Class&cueClasses == 0 && w.Grams&(lex.Preposition|lex.Conjunction|lex.Particle) == 0 {
			continue
		}
		if w.Is(lex.SpeechVerb) {
			if v, _ := w.Value(lex.SpeechVerb); governs(v, &verbLetters) != voices || i > first && f.opensTag(first, i) {
				return true
			}
		}
		if w.Is(lex.SpeechNoun) {
			v, _ := w.Value(lex.SpeechNoun)
			gov := governs(v, &nounLetters)
			parenthesis, behind = parenthesis || gov&(along|accords) != 0, behind || gov&clause != 0
		}
		if w.Grams&lex.Preposition != 0 {
			such = such || i == first && i+1 < last && suchlike(f.doc.Tokens[i+1].Key())
			prep = prep || w.Key == "по" || w.Key == "со" || w.Key == "с"
		} else if w.Grams&(lex.Conjunction|lex.Particle) != 0 {
			that = true
		}
	}
	return parenthesis && (prep || such) || behind && (that || such)
}

// signature is how many tokens behind its dash a heading can tell whose words it has.
const signature = 8

// opensTag tells whether a comma or a dash stands shortly before token i.
func (f *finder) opensTag(first, i int) bool {
	for k := i - 1; k >= first && k > i-5; k-- {
		if t := &f.doc.Tokens[k]; t.Is(',') || t.Dash() {
			return true
		}
	}
	return i-first < 5
}
