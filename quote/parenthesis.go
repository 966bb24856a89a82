package quote

import (
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
)

// asReport: как отметил N, …
func (f *finder) asReport(c *cue, si int) {
	if &f.cues[f.segs[si].cue] != c || c.form != finite && c.form != passive || c.gov&(says|about|impersonal|outOf) == 0 || f.afterThat(si) {
		return
	}
	if f.complement(c).kind == colonText {
		return // вспоминает, как N сказал: «…»
	}
	a := f.by(c, tagged, Phrase)
	if a.src == 0 && f.key(c.node) == "говорится" {
		return // a saying
	}
	if f.segs[si].before != stop && c.gov&denied != 0 && c.plural() && f.light(f.segs[si].first+1, c.node-1) {
		return // как многие считают
	}
	first := f.segs[si].first
	if f.segs[si].kind == coordinated {
		first++
	}
	f.parenthesis(a, first, f.asEnd(c, si), c)
}

// asEnd is where the words of a parenthesis with как in segment si end. Where its comma is forgotten they end with the subject:
// Как сообщила мэрия | мост откроют весной.
func (f *finder) asEnd(c *cue, si int) int {
	s := &f.segs[si]
	end := c.node + 1
	k := f.phraseFrom(end)
	if k < len(f.phrases) && f.phrases[k].prep != end {
		k = -1
		if c.gov&impersonal == 0 {
			k = f.right(c, false)
		}
	}
	if k >= 0 && k < len(f.phrases) && f.phrases[k].first < s.last && f.nodes[f.phrases[k].head].gram&(lex.Nom|lex.Loc|lex.Gen) != 0 {
		end = f.phrases[k].last
	}
	if !f.finiteBetween(end, s.last) {
		return f.segs[f.behind(si)].last
	}
	return end
}

// afterThat tells whether the word before the comma of a segment makes its как a conjunction of time: после того, как.
func (f *finder) afterThat(si int) bool {
	if si == 0 {
		return false
	}
	i := f.segs[si].first - 2
	switch f.key(i - 1) {
	case "кроме", "более", "помимо", "между", "с": // вместе с тем, кроме того, как сообщает N
		return false
	case "":
		if f.key(i) == "так" {
			return false // Так, как сообщает N
		}
	}
	switch f.key(i) {
	case "того", "тем", "так", "такой", "такие", "таких", "вопрос", "вопросу", "вопросом":
		return true
	}
	return false
}

// tagReport: …, сообщает N.
func (f *finder) tagReport(c *cue, si int) {
	f.parenthesis(f.by(c, tagged, Tag), f.segs[si].first, f.segs[f.behind(si)].last, c)
}

// behind is the last segment of a parenthesis that begins in segment si: what its insertions run on to.
func (f *finder) behind(si int) int {
	depth := f.segs[si].depth
	if c := f.segs[si].cue; c >= 0 && si+1 < len(f.segs) && f.segs[si+1].before == comma {
		if k := f.right(&f.cues[c], false); k >= 0 { // behind a date, or in apposition
			si = max(si, int(f.nodes[f.phrases[k].head].seg))
		}
	}
	for si+1 < len(f.segs) {
		s := &f.segs[si+1]
		switch {
		case s.depth > depth, s.first == s.last && s.before != dash && s.before != comma:
		case s.before == closing && s.first == s.last:
		case s.kind == subordinate && f.segs[si].kind == gerundial && f.segs[si].cue >= 0 && s.before == comma:
			return len(f.segs) - 1 // сказал N, добавив, | что …
		case (s.kind == relative || s.kind == gerundial || s.kind == participial) && (si > 0 || s.last < f.last):
		case s.before == closing && s.finite < 0 && s.kind == plain && s.last < f.last:
		case s.kind == plain && s.finite < 0 && s.before == comma && (f.typ(s.first-2) == entity.Person && f.postlike(s) || f.dateOnly(s)):
		default:
			return si
		}
		si++
	}
	return si
}

// dateOnly tells whether a segment is only the date of the weekday before it: во вторник, 3 марта 2020 года.
func (f *finder) dateOnly(s *segment) bool {
	for i := s.first; i < s.last; i++ {
		if f.nodes[i].kind != number && !f.timely(i) {
			return false
		}
	}
	return s.first < s.last
}

// postlike tells whether a segment is the post of the name before it: глава банка.
func (f *finder) postlike(s *segment) bool {
	for i := s.first; i < min(s.last, s.first+3); i++ {
		if f.nodes[i].kind == word && f.word(i).Is(lex.Post|lex.PersonNoun) {
			return true
		}
		if !f.adjective(i, s.last) {
			return false
		}
	}
	return false
}

// parenthesis adds what the author's words from node from up to but not to report: what stands before them, behind, or both.
func (f *finder) parenthesis(a attribution, from, to int, c *cue) {
	left, right := from, to
	for left > 0 && f.separates(left-1) {
		left--
	}
	for right < f.last && f.separates(right) {
		right++
	}
	final := right >= f.last || f.kind(right) == closing || f.segs[f.nodes[right].seg].tag
	start, end := f.reportedBefore(left, right, final), right
	if start == left && a.evidence == Tag && !final && f.segs[f.nodes[right].seg].kind == coordinated {
		start = f.scopeStart(left) // Мост закроют, считает N, но откроют другой
	}
	if !final {
		end = f.contentEnd(right, c, f.openRelative(left))
	}
	r := report{a: start, b: left, attribution: a}
	switch {
	case start < left && right < end:
		r.c, r.d = right, end
	case right < end:
		r.a, r.b = right, end
	}
	f.add(r)
}

// reportedBefore is where the words begin that a parenthesis between two nodes reports and that stand before it; left for none.
// Final tells that nothing stands behind it.
func (f *finder) reportedBefore(left, right int, final bool) int {
	start := f.aboutWhat(left)
	if start == 0 && (!final || right < f.last) {
		start = f.scopeStart(left)
	}
	switch {
	case left > 0 && (f.nodes[left-1].kind == opening || f.nodes[left-1].kind == colon), start >= left:
		return left
	case f.bareWords(start, left), final && f.emptyScope(start, left):
		return left
	case !final && f.complete(start, left) && f.segs[f.nodes[right].seg].finite >= right:
		return left // two sentences with a comma between
	}
	return start
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

// scopeStart is where the clause begins that a parenthesis behind node b interrupts.
func (f *finder) scopeStart(b int) int {
	if b == 0 {
		return 0
	}
	for si := int(f.nodes[b-1].seg); si >= 0; si-- {
		f.steps++
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

// bareWords tells whether the words between two nodes only tie a sentence to what stands before it: впрочем, при этом, который.
func (f *finder) bareWords(a, b int) bool {
	for i := a; i < b; i++ {
		f.steps++
		n := &f.nodes[i]
		switch n.kind {
		case comma, dash, other:
			continue
		case word:
		default:
			return false
		}
		if n.gram&lex.Preposition != 0 || n.gram&(lex.Conjunction|lex.Particle) != 0 && n.gram&lex.Verb == 0 || which(f.key(i)) || connective(f.key(i)) {
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

// findTags marks the segments that are the author's words behind what somebody says: …, сообщает N.
func (f *finder) findTags() {
	for si := 1; si < len(f.segs); si++ {
		s := &f.segs[si]
		if s.cue < 0 || s.before != comma && s.before != dash || s.kind != plain || f.like(si) || !f.tagLike(si) {
			continue
		}
		if f.afterMarks(s) || f.segs[si-1].kind == gerundial && f.segs[si-1].before == dash && f.afterMarks(&f.segs[si-1]) {
			s.closes = f.tagSource(&f.cues[s.cue])
		} else {
			s.tag = f.clauseBeside(si) && f.tagSource(&f.cues[s.cue])
		}
	}
}

// tagLike tells whether the cue of a segment can be that of the author's words: it begins them and governs nothing else.
func (f *finder) tagLike(si int) bool {
	s := &f.segs[si]
	c := &f.cues[s.cue]
	switch {
	case f.key(c.node+1) == "ли", f.key(s.first) == "так", c.not, f.withWords(), c.form != finite && c.form != passive:
		return false
	case c.gov&(says|about|impersonal|voices|outOf) == 0, c.gov&(says|about|impersonal|outOf) == 0 && s.last-s.first > 4:
		return false
	}
	return f.light(s.first, c.node) && !f.refers(s) && !f.refersBefore(si) && f.complement(c).kind == bare
}

// withWords tells whether the sentence begins with с and a noun of speech with its clause, which the verb behind that is of: С заявлением, что …,
// выступил N.
func (f *finder) withWords() bool {
	if k := f.key(0); k != "с" && k != "со" || f.segs[0].finite >= 0 {
		return false
	}
	for i := range f.cues {
		if c := &f.cues[i]; c.node < f.segs[0].last && c.form == nominal && c.gov&clause != 0 {
			return f.thatBehind(c.node)
		}
	}
	return false
}

// clauseBeside tells whether a verb, or a dash or words in marks instead of one, stands in the sentence besides segment si.
func (f *finder) clauseBeside(si int) bool {
	for k := range f.segs {
		f.steps++
		if s := &f.segs[k]; k != si && s.kind != relative && (s.finite >= 0 || s.before == dash || s.last > s.first && f.kind(s.last-1) == quoted) {
			return true
		}
	}
	s := &f.segs[si]
	inserted := s.before == comma && si+1 < len(f.segs) && f.segs[si+1].before == comma && s.last-s.first <= 4 && f.segs[si-1].kind != gerundial // Мост, считает он, опасный
	return s.before == dash || inserted || si == 1 && s.last == f.last && f.verbless(s)
}

// verbless tells whether what stands before the author's words in segment s, its comma left out, is a clause without a verb: Цена высокая |
// считает N. Its subject says nothing, and somebody that speaks stands behind the cue.
func (f *finder) verbless(s *segment) bool {
	c := &f.cues[s.cue]
	k, n := f.phraseFrom(0), f.right(c, false)
	if k == len(f.phrases) || n < 0 || !f.utters(&f.phrases[n]) || f.fits(&f.phrases[n], c) != certain {
		return false
	}
	p := &f.phrases[k]
	return p.prep < 0 && p.last < s.first && p.first < s.first-2 && f.light(0, p.first) && f.nodes[p.head].gram&lex.Nom != 0 && (!f.utters(p) || f.fits(p, c) == unfit)
}

// tagSource tells whether who speaks stands behind the cue.
func (f *finder) tagSource(c *cue) bool {
	if c.gov&outOf != 0 {
		return f.key(c.node+1) == "из" && !f.outOf(c).none()
	}
	if k := f.right(c, false); k >= 0 && (f.utters(&f.phrases[k]) || c.gov&about != 0 && f.phrases[k].kind == noun) {
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
	parted := f.kind(i) == dash && f.kind(i-1) == comma
	for i >= 0 && (f.nodes[i].kind == comma || f.nodes[i].kind == dash || f.nodes[i].kind == other && f.quoteMark(int(f.nodes[i].first))) {
		i--
	}
	if f.kind(i) != quoted || i < 0 {
		return false
	}
	in := f.look(&f.marks[f.nodes[i].ref])
	return f.opensClause(i) && (parted || !f.title(i, &in))
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
