package quote

import (
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
)

// A report is reported speech in a sentence: one piece, or two that the author's words part.
type report struct {
	a, b     int // nodes
	c, d     int // of the second piece; none where they are equal
	src      int32
	cue      [2]int32 // tokens
	evidence Evidence
	own      bool // in the speaker's own words: мы не хотим
}

// A complement is what a verb of speech is followed by.
type complement struct {
	kind complementKind
	at   int // the node it begins at, behind что or the colon
	aim  bool
}

type complementKind uint8

const (
	bare complementKind = iota
	that
	colonText
	marks
)

// complement looks for what the cue governs behind it.
func (f *finder) complement(c *cue) (out complement) {
	skipped := 0
	for i := c.node + 1; i < min(f.last, c.node+far); i++ {
		n := &f.nodes[i]
		switch n.kind {
		case colon:
			return complement{colonText, i + 1, false}
		case comma:
			if at, aim, ok := f.conjunction(i + 1); ok {
				switch f.key(i - 1) {
				case "условии", "случае", "ту", "тот", "та", "те", "тех", "той":
					return out
				case "то":
					if !f.preposition(i-2) || f.key(i-2) == "за" {
						return out
					}
				}
				return complement{that, at, aim}
			}
			next := f.closes(i + 1)
			if next < 0 || skipped > 2 || f.intoInsertion(i+1, next) || f.nodes[next-1].gram&(lex.Verb|lex.Participle|lex.Gerund|lex.Infinitive) != 0 {
				return out
			}
			skipped++
			i = next - 1
		case quoted:
			if out.kind == bare && !f.titled(i) {
				out = complement{marks, i, false}
			}
		case dash, semicolon, closing:
			return out
		case opening:
			for i < f.last-1 && f.nodes[i].kind != closing {
				i++
			}
		case word:
			if i == c.node+1 {
				if at, aim, ok := f.conjunction(i); ok && c.gov&says != 0 {
					return complement{that, at, aim}
				}
			}
			if f.finite(i) || f.word(i).Is(lex.SpeechVerb) && n.gram&(lex.Infinitive|lex.Gerund) != 0 {
				return out
			}
		}
	}
	return out
}

// intoInsertion tells whether the clause behind the insertion between two nodes is reported by a verb of that: N требует,
// сославшись на то, что …
func (f *finder) intoInsertion(first, last int) bool {
	if f.segs[f.nodes[first].seg].cue < 0 {
		return false
	}
	switch f.key(last - 1) {
	case "то", "том", "тем":
		return true
	}
	return false
}

// conjunction reads что, чтобы, будто … at node i; at is the first node behind.
func (f *finder) conjunction(i int) (at int, aim, ok bool) {
	switch f.key(i) {
	case "что", "будто", "якобы":
		return i + 1, false, true
	case "чтобы":
		return i + 1, true, true
	case "как":
		return i + 2, false, f.key(i+1) == "будто"
	}
	return i, false, false
}

// closes is the node of the comma that ends the insertion that begins at node i: a participial phrase, a clause with
// который; -1 where none stands there.
func (f *finder) closes(i int) int {
	if i >= f.last {
		return -1
	}
	si := int(f.nodes[i].seg)
	s := &f.segs[si]
	if s.first != i {
		return -1
	}
	switch s.kind {
	case relative, participial, gerundial:
	default:
		if s.finite >= 0 || s.kind != plain {
			return -1
		}
	}
	if s.last < f.last && f.nodes[s.last].kind == comma {
		return s.last
	}
	return -1
}

// findReports reads every cue of the sentence.
func (f *finder) findReports() {
	f.reports = f.reports[:0]
	f.headline()
	f.findTags()
	for i := range f.cues {
		c := &f.cues[i]
		switch {
		case c.form == nominal:
			f.nounReport(c)
		default:
			f.verbReport(c)
		}
	}
}

// headline reads a heading that tells what somebody says: Иванов: мост откроют весной.
func (f *finder) headline() {
	if f.kind(f.last-1) == quoted && f.last < 3 || !f.inHeading(f.nodes[0].first) {
		return
	}
	j := 0
	for j < min(f.last, 8) && f.nodes[j].kind != colon {
		j++
	}
	if f.kind(j) != colon || j+1 >= f.last || f.kind(j+1) == quoted || f.segs[f.nodes[j+1].seg].finite < 0 {
		return
	}
	s, ok := f.label(j)
	if !ok || f.typ(0) == entity.Place || f.typ(0) == entity.Org && f.capital(int(f.nodes[j+1].first)) {
		return
	}
	r := report{a: j + 1, b: f.last, src: f.keep(s), evidence: Label}
	for i := j + 1; i < f.last; i++ {
		r.own = r.own || f.nodes[i].gram&(lex.Pronoun|lex.Verb) != 0 && f.nodes[i].gram&lex.P1 != 0
	}
	f.add(r)
}

// verbReport finds what the cue, a verb, reports in the sentence itself.
func (f *finder) verbReport(c *cue) {
	si := int(f.nodes[c.node].seg)
	s := &f.segs[si]
	if s.tag && s.cue >= 0 && &f.cues[s.cue] == c {
		f.tagReport(c, si)
		return
	}
	if c.not && c.gov&denied == 0 {
		return
	}
	if f.like(si) {
		f.asReport(c, si)
		return
	}
	k := f.complement(c)
	switch {
	case k.kind == that && c.gov&denied != 0 && f.key(k.at-3) == "тем":
	case k.aim && c.gov&asks == 0 && k.at-c.node > 4: // what it was done for
	case k.kind == that && c.gov&(says|impersonal|cites) != 0, k.kind == that && c.gov&asks != 0 && (k.aim || f.key(k.at-3) == "том" || f.key(k.at-3) == "то"):
		f.thatReport(c, k, si)
	case k.kind == colonText && c.gov&says != 0 && c.form != infinitive && f.kind(k.at) != quoted:
		f.colonReport(c, k)
	case c.form == finite && c.gov&(says|about|calls) != 0:
		f.note(c)
	}
}

// note remembers the subject of a verb of speech that reports nothing.
func (f *finder) note(c *cue) {
	if k := f.subject(c, before); k >= 0 && f.phrases[k].kind != pronoun && f.utters(&f.phrases[k]) {
		last, unit := f.lv.last, f.lv.lastUnit
		f.lv.topic, f.lv.topicUnit = f.keep(f.fromPhrase(k, lex.Nom)), f.lv.number
		f.lv.last, f.lv.lastUnit = last, unit
	}
}

// like tells whether a segment begins with как as a parenthesis does: как отметил N.
func (f *finder) like(si int) bool {
	s := &f.segs[si]
	i := s.first
	if s.kind == coordinated && i+1 < s.last {
		i++
	}
	return f.key(i) == "как" && (f.key(i+1) != "и" || i+2 < s.last && f.word(i+2).Is(lex.SpeechVerb)) && f.key(i+1) != "бы" && f.key(i+1) != "только" && f.key(i+1) != "будто"
}

// thatReport: N сказал, что …
func (f *finder) thatReport(c *cue, k complement, si int) {
	if f.key(c.node-1) == "это" || f.key(c.node-1) == "что" && f.key(c.node-2) != "только" && c.gram&lex.Sing != 0 && c.form == finite || f.key(c.node+1) == "о" && f.subjectIs(c, "это") {
		return
	}
	src := f.said(c, f.orderOf(c))
	if src == 0 && c.form == infinitive {
		return
	}
	at := k.at
	if f.kind(at) == comma {
		at++
	}
	b := f.contentEnd(at, c, f.pending(c, si))
	f.add(report{a: at, b: b, src: src, cue: f.citing(c), evidence: Clause})
}

// orderOf tells whether the cue begins its segment.
func (f *finder) orderOf(c *cue) order {
	if f.light(f.segs[f.nodes[c.node].seg].first, c.node) {
		return early
	}
	return before
}

// subjectIs tells whether a word stands in the cue's segment before it.
func (f *finder) subjectIs(c *cue, key string) bool {
	for i := f.segs[f.nodes[c.node].seg].first; i < c.node; i++ {
		if f.key(i) == key {
			return true
		}
	}
	return false
}

// colonReport: N сказал: без кавычек.
func (f *finder) colonReport(c *cue, k complement) {
	if k.at >= f.last || k.at-c.node > 12 {
		return
	}
	if s := &f.segs[f.nodes[k.at].seg]; s.finite < 0 && (s.last == s.first || f.kind(s.last-1) != quoted) { // мост «почти готов»
		return
	}
	src := f.said(c, f.orderOf(c))
	f.add(report{a: k.at, b: f.contentEnd(k.at, c, false), src: src, cue: f.cueSpan(c), evidence: Lead})
}

// asReport: как отметил N, …
func (f *finder) asReport(c *cue, si int) {
	if &f.cues[f.segs[si].cue] != c || c.form != finite && c.form != passive || c.gov&(says|about|impersonal|outOf) == 0 || f.afterThat(si) {
		return
	}
	src := f.said(c, tagged)
	if f.segs[si].before != stop && c.gov&denied != 0 && c.plural() && f.light(f.segs[si].first+1, c.node-1) {
		return // как многие считают
	}
	first := f.segs[si].first
	if f.segs[si].kind == coordinated {
		first++
	}
	f.parenthesis(report{src: src, cue: f.cueSpan(c), evidence: Phrase}, first, f.segs[f.behind(si)].last, c)
}

// afterThat tells whether the word before the comma of a segment makes its как a conjunction of time: после того, как.
func (f *finder) afterThat(si int) bool {
	if si == 0 {
		return false
	}
	switch f.key(f.segs[si].first - 2) {
	case "того", "тем", "так", "такой", "такие", "таких":
		return true
	}
	return false
}

// tagReport: …, сообщает N.
func (f *finder) tagReport(c *cue, si int) {
	src := f.said(c, tagged)
	f.parenthesis(report{src: src, cue: f.cueSpan(c), evidence: Tag}, f.segs[si].first, f.segs[f.behind(si)].last, c)
}

// behind is the last segment of a parenthesis that begins in segment si: what its insertions run on to.
func (f *finder) behind(si int) int {
	depth := f.segs[si].depth
	for si+1 < len(f.segs) {
		s := &f.segs[si+1]
		switch {
		case s.depth > depth, s.first == s.last && s.before != dash && s.before != comma:
		case s.before == closing && s.first == s.last:
		case (s.kind == relative || s.kind == gerundial || s.kind == participial) && (si > 0 || s.last < f.last):
		case s.before == closing && s.finite < 0 && s.kind == plain && s.last < f.last:
		case s.kind == plain && s.finite < 0 && s.before == comma && f.postlike(s):
		default:
			return si
		}
		si++
	}
	return si
}

// postlike tells whether a segment is the post of the name before it: глава банка.
func (f *finder) postlike(s *segment) bool {
	for i := s.first; i < min(s.last, s.first+3); i++ {
		if f.nodes[i].kind == word && f.word(i).Is(lex.Post) {
			return true
		}
		if !f.adjective(i, s.last) {
			return false
		}
	}
	return false
}

// parenthesis puts into r what the author's words from node a up to but not b report, and adds it.
func (f *finder) parenthesis(r report, a, b int, c *cue) {
	right := b
	for right < f.last && f.separates(right) {
		right++
	}
	left := a
	for left > 0 && f.separates(left-1) {
		left--
	}
	start := f.aboutWhat(left)
	final := right >= f.last || f.kind(right) == closing || f.segs[f.nodes[right].seg].tag
	if start == 0 && (!final || right < f.last) {
		start = f.scopeStart(left)
	}
	if left > 0 && f.nodes[left-1].kind == opening {
		start = left
	}
	if start < left && (f.bareWords(start, left) || final && f.emptyScope(start, left)) {
		start = left
	}
	if start < left && !final && f.complete(start, left) && f.segs[f.nodes[right].seg].finite >= right {
		start = left // two sentences with a comma between
	}
	end := right
	if !final {
		end = f.contentEnd(right, c, f.openRelative(left))
	}
	switch {
	case start < left && right < end:
		r.a, r.b, r.c, r.d = start, left, right, end
	case right < end:
		r.a, r.b = right, end
	default:
		r.a, r.b = start, left
	}
	f.add(r)
}

// aboutWhat is where the clause begins that о том, что at the beginning of the sentence announces; 0 where it does not begin so.
func (f *finder) aboutWhat(last int) int {
	if k := f.key(0); last > 4 && (k == "о" || k == "об") && f.key(1) == "том" && f.kind(2) == comma && f.key(3) == "что" {
		return 4
	}
	return 0
}

// complete tells whether the words between two nodes are a clause with its verb, and not tied to what follows by a conjunction;
// one right before the end ties nothing before it.
func (f *finder) complete(a, b int) bool {
	switch f.key(b - 1) {
	case "и", "а", "но", "однако", "что", "чтобы", "то":
		return true
	}
	s := &f.segs[f.nodes[b-1].seg]
	return s.finite >= a && s.kind != relative
}

func (f *finder) separates(i int) bool {
	switch f.nodes[i].kind {
	case comma, dash:
		return true
	}
	return false
}

// emptyScope tells whether nothing that can be said stands between two nodes.
func (f *finder) emptyScope(a, b int) bool {
	for i := a; i < b; i++ {
		if k := f.nodes[i].kind; k == word || k == name || k == quoted || k == number {
			return false
		}
	}
	return true
}

// scopeStart is where the clause begins that a parenthesis behind node b interrupts.
func (f *finder) scopeStart(b int) int {
	if b == 0 {
		return 0
	}
	for si := int(f.nodes[b-1].seg); si >= 0; si-- {
		s := &f.segs[si]
		if s.depth > f.segs[f.nodes[b-1].seg].depth {
			continue
		}
		switch s.kind {
		case coordinated:
			if si > 0 {
				return s.first + f.conjunctions(s.first, min(s.last, b))
			}
		case relative, subordinate:
			if s.finite < 0 || s.finite >= b {
				return s.first + f.marker(s.first, min(s.last, b))
			}
		}
		if s.before == semicolon || s.before == colon || s.before == opening || s.before == stop {
			return s.first
		}
	}
	return 0
}

// conjunctions counts the words а, но … that begin at node i.
func (f *finder) conjunctions(i, last int) int {
	if i < last {
		switch f.key(i) {
		case "но", "однако", "и", "зато", "причем", "притом":
			return 1
		}
	}
	return 0
}

// marker counts the words that tie a clause to the one before it: что, который, в котором.
func (f *finder) marker(i, last int) int {
	n := 0
	if i < last && f.preposition(i) {
		n++
	}
	if i+n < last {
		return n + 1
	}
	return n
}

// openRelative tells whether the segment before node b opens a clause with который and has no verb yet.
func (f *finder) openRelative(b int) bool {
	if b == 0 {
		return false
	}
	s := &f.segs[f.nodes[b-1].seg]
	return s.kind == relative && s.finite < 0
}

// contentEnd is the node behind the words a cue reports, which begin at node i. Where the main clause's verb is still to come
// the first clause behind that has one ends them.
func (f *finder) contentEnd(i int, c *cue, pending bool) int {
	if i >= f.last {
		return f.last
	}
	first := int(f.nodes[i].seg)
	verbs := f.segs[first].finite >= i
	for si := first; si < len(f.segs); si++ {
		s := &f.segs[si]
		if si > first {
			if s.depth < f.segs[first].depth {
				return f.trim(i, s.first-1)
			}
			if s.tag || f.newReport(s, c) || s.before == colon && f.directBehind(s.first) {
				return f.trim(i, s.first)
			}
			if pending && verbs && s.before == comma && s.kind == plain && s.finite >= 0 && f.depthAt(si) == f.segs[first].depth {
				return f.trim(i, s.first)
			}
		}
		if si > first && verbs && s.before == comma && f.along(s) && si+1 < len(f.segs) && f.segs[si+1].finite >= 0 && f.segs[si+1].kind == plain {
			return f.trim(i, s.first)
		}
		verbs = verbs || s.finite >= i
		if at := f.coordinate(s, i, c); at >= 0 {
			return f.trim(i, at)
		}
	}
	return f.trim(i, f.last)
}

// along tells whether a segment is a parenthesis of the kind по словам N.
func (f *finder) along(s *segment) bool {
	if f.key(s.first) != "по" {
		return false
	}
	for i := s.first + 1; i < min(s.last, s.first+4); i++ {
		if f.nodes[i].kind == word && f.word(i).Is(lex.SpeechNoun) {
			return true
		}
	}
	return false
}

// directBehind tells whether a quotation that begins at a node goes on to the end or to the author's words.
func (f *finder) directBehind(i int) bool {
	if f.kind(i) != quoted {
		return false
	}
	in := f.look(&f.marks[f.nodes[i].ref])
	return in.capital && (in.several || in.words > 4 || in.ends) && (i+1 >= f.last || f.kind(i+1) == comma || f.kind(i+1) == stop || f.kind(i+1) == dash)
}

func (f *finder) depthAt(si int) int8 { return f.segs[si].depth }

// trim takes the marks of punctuation off the end of the words from node i up to but not b.
func (f *finder) trim(i, b int) int {
	for b > i {
		switch f.nodes[b-1].kind {
		case comma, dash, semicolon, opening:
			b--
		case colon:
			b--
		default:
			return b
		}
	}
	return b
}

// newReport tells whether a segment begins another report: , а N заявил, что …
func (f *finder) newReport(s *segment, c *cue) bool {
	if s.cue < 0 || s.kind != coordinated && s.before != semicolon {
		return false
	}
	d := &f.cues[s.cue]
	if d == c || d.form != finite || d.node < s.first || c.gram == 0 {
		return false
	}
	return f.complement(d).kind != bare && !f.like(int(f.nodes[d.node].seg))
}

// coordinate is the node of и before another verb of speech with the subject of this one: … и подчеркнул, что; -1 for none.
func (f *finder) coordinate(s *segment, from int, c *cue) int {
	if c.form != finite {
		return -1
	}
	for i := max(s.first, from); i+1 < s.last; i++ {
		if k := f.key(i); k != "и" && k != "а" && k != "но" {
			continue
		}
		j := i + 1
		for j < s.last && j < i+4 && f.lightWord(j) {
			j++
		}
		if j >= s.last || f.nodes[j].kind != word {
			continue
		}
		if f.supportsClause(j, c) {
			return i
		}
		if !f.word(j).Is(lex.SpeechVerb) {
			continue
		}
		d, ok := f.verb(j)
		if !ok || d.form != finite || d.gram&c.gram&(lex.Past|lex.Pres) == 0 || d.gram&lex.Past != 0 && d.gram&c.gram&(lex.Genders|lex.Plur) == 0 {
			continue
		}
		if f.complement(&d).kind != bare {
			return i
		}
	}
	return -1
}

// supportsClause tells whether a verb of the subject of a cue and a noun of speech with its clause stand at node i: и | выразил
// надежду, что.
func (f *finder) supportsClause(i int, c *cue) bool {
	if i+3 >= f.last || !f.word(i+1).Is(lex.SpeechNoun) || f.kind(i+2) != comma || f.key(i+3) != "что" || f.nodes[i].gram&lex.Verb == 0 {
		return false
	}
	g := f.verbGram(i)
	return g&c.gram&(lex.Past|lex.Pres) != 0 && (g&lex.Past == 0 || g&c.gram&(lex.Genders|lex.Plur) != 0)
}

// pending tells whether the verb of the main clause is still to come behind the cue's clause.
func (f *finder) pending(c *cue, si int) bool {
	s := &f.segs[si]
	if c.form == finite && s.kind != relative || c.form == passive {
		return false
	}
	if c.form == participle1 && si > 0 && f.segs[si-1].kind == subordinate && f.segs[si-1].finite < 0 {
		return true // , что женщина, | утверждающая, что …, лгала
	}
	for k := range f.segs[:si] {
		if p := &f.segs[k]; p.finite >= 0 && p.kind != relative && p.kind != subordinate && p.depth == s.depth {
			return false
		}
	}
	return true
}

// light tells whether the words from node i up to but not last are none that carry the sense of a clause.
func (f *finder) light(i, last int) bool {
	for ; i < last; i++ {
		if !f.lightWord(i) {
			return false
		}
	}
	return true
}

// lightWord tells whether node i is an adverb, a particle or the like.
func (f *finder) lightWord(i int) bool {
	n := &f.nodes[i]
	if n.kind != word {
		return false
	}
	if n.gram&(lex.Adverb|lex.Particle|lex.Preposition|lex.Conjunction|lex.Comparative) != 0 {
		return true
	}
	if f.timely(i) {
		return true
	}
	switch f.key(i) {
	case "этом", "очередь", "того", "частности", "тем", "стороны", "стороной", "своей", "свою", "его", "ее", "этому", "сам", "сама", "сами", "нам", "им", "ему", "ей":
		return true
	}
	return false
}

// bareWords tells whether the words between two nodes only tie a sentence to what stands before it: впрочем, при этом, который.
func (f *finder) bareWords(a, b int) bool {
	for i := a; i < b; i++ {
		n := &f.nodes[i]
		switch n.kind {
		case comma, dash:
			continue
		case word:
		default:
			return false
		}
		if n.gram&(lex.Preposition|lex.Conjunction|lex.Particle) != 0 && n.gram&lex.Verb == 0 || which(f.key(i)) || connective(f.key(i)) {
			continue
		}
		return false
	}
	return true
}

// connective tells whether a word can stand in what ties a sentence to the one before it.
func connective(key string) bool {
	switch key {
	case "впрочем", "однако", "этом", "того", "тем", "частности", "например", "также", "кстати", "наконец", "итак", "менее", "временем", "очередь", "свою",
		"своей", "стороны", "другой", "одной", "более", "тому", "образом", "таким", "напротив", "наоборот", "правда", "прежде", "всего", "вместе", "помимо",
		"между", "кроме", "первых", "во-первых", "во-вторых", "в-третьих", "словом", "одним", "целом", "конечно", "разумеется", "там", "где", "ранее", "результате",
		"итоге", "том", "же", "числе", "слово", "сути", "дело", "деле", "самом", "так", "случае":
		return true
	}
	return false
}

// add keeps a report that says something.
func (f *finder) add(r report) {
	if r.a >= r.b || r.b > f.last || !f.wordy(r.a, r.b) {
		return
	}
	for i := range f.reports {
		if x := &f.reports[i]; x.a == r.a && x.b == r.b && x.c == r.c && x.d == r.d { // высказал предположение, что …
			if x.src == 0 {
				*x = r
			}
			return
		}
	}
	f.reports = append(f.reports, r)
}

// wordy tells whether a word stands between two nodes.
func (f *finder) wordy(a, b int) bool { return !f.emptyScope(a, b) }

// keep stores a source for use and gives its number plus 1; 0 for none.
func (f *finder) keep(s source) int32 {
	if s.none() {
		return 0
	}
	f.sources = append(f.sources, s)
	if s.entity > 0 {
		f.spoke[s.entity-1] = true
	}
	f.lv.last, f.lv.lastUnit = int32(len(f.sources)), f.lv.number
	return f.lv.last
}

// cueSpan is the tokens of a cue's verb, with не before it.
func (f *finder) cueSpan(c *cue) [2]int32 {
	first := c.node - c.lead
	if c.not {
		first--
	}
	return [2]int32{f.nodes[first].first, f.nodes[c.node].last}
}

// findTags marks the segments that are the author's words behind what somebody says: …, сообщает N.
func (f *finder) findTags() {
	for si := 1; si < len(f.segs); si++ {
		s := &f.segs[si]
		if s.cue < 0 || s.before != comma && s.before != dash || s.kind != plain || f.like(si) {
			continue
		}
		c := &f.cues[s.cue]
		if f.key(c.node+1) == "ли" || f.key(s.first) == "так" {
			continue
		}
		if c.form != finite && c.form != passive || c.gov&(says|about|impersonal|voices) == 0 || c.not || !f.light(s.first, c.node) || f.refers(s) {
			continue
		}
		if c.gov&(says|about|impersonal) == 0 && s.last-s.first > 4 || f.complement(c).kind != bare || f.afterMarks(s) || f.refersBefore(si) {
			continue
		}
		s.tag = f.tagSource(c)
	}
}

// tagSource tells whether who speaks stands behind the cue.
func (f *finder) tagSource(c *cue) bool {
	if k := f.right(c, false); k >= 0 && f.utters(&f.phrases[k]) {
		return true
	}
	if c.form == passive || c.gov&impersonal != 0 {
		return !f.document(c).none()
	}
	return c.plural() && !f.somewhere(c).none()
}

// afterMarks tells whether a segment stands behind a quotation that is somebody's words by itself, with the dash of direct speech.
func (f *finder) afterMarks(s *segment) bool {
	i := s.first - 1
	for i >= 0 && (f.nodes[i].kind == comma || f.nodes[i].kind == dash || f.nodes[i].kind == other && f.quoteMark(int(f.nodes[i].first))) {
		i--
	}
	if f.kind(i) != quoted || i < 0 {
		return false
	}
	in := f.look(&f.marks[f.nodes[i].ref])
	return f.opensClause(i) && !f.title(i, &in)
}

// opensClause tells whether nothing of the author's sentence stands before a quoted node in its clause.
func (f *finder) opensClause(i int) bool {
	for first := i - far; i > 0 && i > first; {
		i--
		switch f.nodes[i].kind {
		case colon, comma, stop, semicolon:
			return true
		case dash, quoted:
		default:
			return false
		}
	}
	return true
}

// refersBefore tells whether the words before segment si are only об этом and when: Об этом в среду, 3 марта, | сообщил N.
func (f *finder) refersBefore(si int) bool {
	if !f.refers(&f.segs[0]) || f.aboutThat(0) {
		return false
	}
	for k := range f.segs[:si] {
		if f.segs[k].finite >= 0 {
			return false
		}
	}
	return true
}

// refers tells whether a segment points back: об этом, о чем.
func (f *finder) refers(s *segment) bool {
	for i := s.first; i+1 < s.last; i++ {
		if k := f.key(i); k == "об" || k == "о" {
			if n := f.key(i + 1); n == "этом" || n == "чем" || n == "том" {
				return true
			}
		}
	}
	return false
}

// nounReport: по словам N, … · слухи о том, что … · согласно данным N, …
func (f *finder) nounReport(c *cue) {
	k := f.holder(c.node)
	if c.gov == accords && f.key(c.node) == "согласно" {
		f.accordsReport(c)
		return
	}
	if k < 0 {
		return
	}
	p := f.phrases[k]
	if p.head == c.node && p.prep >= 0 {
		switch key := f.key(p.prep); {
		case key == "по" && c.gov&along != 0, key == "согласно" && c.gov&accords != 0, key == "пр" && c.gov&along != 0:
			f.alongReport(c, p)
			return
		}
	}
	if c.gov&clause == 0 {
		return
	}
	d := f.complement(&cue{node: p.last - 1, gov: says})
	if d.kind != that || d.aim && d.at != p.last+2 {
		return
	}
	f.nounClause(c, p, d)
}

// holder is the phrase whose head node i is; -1 for none.
func (f *finder) holder(i int) int {
	for k := f.phraseFrom(i+1) - 1; k >= 0 && k > f.phraseFrom(i+1)-4; k-- {
		if f.phrases[k].head == i {
			return k
		}
	}
	return -1
}

// accordsReport: согласно N, where N is a name.
func (f *finder) accordsReport(c *cue) {
	k := f.phraseFrom(c.node + 1)
	if k == len(f.phrases) || f.phrases[k].prep != c.node || f.phrases[k].kind != named && !f.word(f.phrases[k].head).Is(lex.MediaNoun) {
		return
	}
	p := f.phrases[k]
	src := f.keep(f.fromPhrase(k, lex.Dat))
	f.parenthesis(report{src: src, cue: [2]int32{f.nodes[c.node].first, f.nodes[c.node].last}, evidence: Phrase}, c.node, p.last, c)
}

// alongReport: по словам N, …
func (f *finder) alongReport(c *cue, p phrase) {
	si := int(f.nodes[p.prep].seg)
	if first := f.segs[si].first; !f.light(first, p.prep) && !f.bareWords(first, p.prep) {
		return // дело по заявлению соседей
	}
	src := f.genitiveOf(&p)
	if src.none() && f.key(p.prep) == "согласно" {
		src = f.fromPhrase(f.holder(c.node), lex.Dat)
	}
	if src.none() && !f.sourceless(&p) {
		return
	}
	last := p.last
	for last < f.segs[si].last && f.nodes[last].first < src.last {
		last++ // источника | в правительстве
	}
	if k := f.phraseFrom(last); k < len(f.phrases) && f.phrases[k].first == last && f.typ(f.phrases[k].name) == entity.Person && !f.strict(f.nodes[f.phrases[k].name].ref) && src.last == f.nodes[last-1].last {
		src, last = f.fromPhrase(k, lex.Gen), f.phrases[k].last
	}
	if k := f.phraseFrom(last + 1); f.key(last) == "и" && k < len(f.phrases) && f.phrases[k].first == last+1 && f.phrases[k].prep < 0 && f.phrases[k].last == f.segs[si].last {
		last = f.phrases[k].last // по данным мэрии | и полиции
		src.last, src.entity, src.as, src.gram = f.nodes[last-1].last, 0, 0, lex.Plur
	}
	end := last
	if f.segs[si].last == last {
		end = f.segs[f.behind(si)].last
	}
	cueSpan := [2]int32{f.nodes[p.prep].first, f.nodes[p.head].last}
	f.parenthesis(report{src: f.keep(src), cue: cueSpan, evidence: Phrase}, p.prep, end, c)
}

// sourceless tells whether a phrase names no source on purpose: по некоторым данным, по слухам.
func (f *finder) sourceless(p *phrase) bool {
	w := f.word(p.head)
	return has(w, rumour) || has(w, vague) && (p.first < p.head || p.last > p.head+1 || f.key(p.prep) == "согласно")
}

// nounClause: слухи о том, что …; N выразил мнение, что …
func (f *finder) nounClause(c *cue, p phrase, k complement) {
	if p.last < k.at-2 && f.key(k.at-2) == "" && f.kind(k.at-2) != comma {
		return
	}
	src := f.genitiveOf(&p)
	if src.none() {
		if v := f.supports(c.node); v >= 0 {
			if f.negated(v) {
				return
			}
			src = f.find(&cue{node: v, gram: f.verbGram(v)}, before)
		}
	}
	at := k.at
	b := f.contentEnd(at, c, f.nodes[p.head].gram&lex.Nom != 0 && f.segs[f.nodes[p.head].seg].finite < 0)
	f.add(report{a: at, b: b, src: f.keep(src), cue: [2]int32{f.nodes[c.node].first, f.nodes[c.node].last}, evidence: Clause})
}

// supports is the verb before a noun of speech that it makes sense with: выразил мнение; -1 for none.
func (f *finder) supports(i int) int {
	s := &f.segs[f.nodes[i].seg]
	for k := i - 1; k >= max(s.first, i-6); k-- {
		if f.finite(k) && f.word(k).Can(lex.Verb) {
			return k
		}
	}
	return -1
}
