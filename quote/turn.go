package quote

import (
	"slices"
	"strings"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A piece is a part of somebody's words between the author's, with what these say of it.
type piece struct {
	first, last int32 // tokens
	mark        int32 // the mark it stands in; -1 in a turn
	answer      bool  // somebody else's words than the piece before it
	attribution
}

// A span of tokens that is still to be read for what it holds.
type span struct {
	first, last int32
	child       int32 // the first mark that can begin inside
	self        int32
}

// interrupt finds the author's words inside somebody's: A, — сказал N. — B. It appends the pieces and tells how many there are;
// none where nothing interrupts.
func (f *finder) interrupt(first, last, child, mark int) int {
	if !f.dashes(first, last) {
		return 0
	}
	f.build(first, last, child)
	f.segments()
	f.findCues()
	known := len(f.pieces)
	start := int32(first)
	for si := 1; si < len(f.segs); si++ {
		a, end, ok := f.interruption(si)
		if !ok || f.nodes[f.segs[si].first-1].first <= start {
			continue // what goes on behind the author's words is not theirs
		}
		if len(f.pieces) == known {
			f.pieces = append(f.pieces, piece{first: start, last: f.nodes[f.segs[si].first-1].first, mark: int32(mark), attribution: a})
		} else {
			x := &f.pieces[len(f.pieces)-1]
			x.last = f.nodes[f.segs[si].first-1].first
			if mark < 0 && f.answered(&f.pieces[len(f.pieces)-2], x, a) {
				x.answer, x.attribution = true, a
			}
		}
		f.later(span{f.nodes[f.segs[si].first].first, f.nodes[end-1].last, int32(child), f.lv.self})
		start = int32(last)
		if end < len(f.nodes) {
			start = f.nodes[end].last
		}
		f.pieces = append(f.pieces, piece{first: start, last: int32(last), mark: int32(mark), attribution: a})
		for si+1 < len(f.segs) && f.segs[si+1].first <= end {
			si++
		}
	}
	if n := len(f.pieces); n > known && f.pieces[n-1].first >= f.pieces[n-1].last {
		f.pieces = f.pieces[:n-1]
	}
	return len(f.pieces) - known
}

// answered tells whether a piece answers the one before it, which asks, and who says it is somebody else: — Почему? — спросил N. — Устал, —
// ответил M.
func (f *finder) answered(asked, x *piece, a attribution) bool {
	t := f.doc.Tokens
	if a.src == 0 || asked.src == 0 || !t[asked.last-1].Is('?') || t[x.last-1].Is('?') || x.first < 2 || !t[x.first-2].Stop() {
		return false
	}
	s := &f.sources[a.src-1]
	return s.first < s.last && !f.doc.Tokens[s.first].Word().Can(lex.Pronoun|lex.P3) && !f.sameSource(asked.src, a.src)
}

// sameSource tells whether two sources, each with its number plus 1, are of one entity.
func (f *finder) sameSource(a, b int32) bool {
	return f.entityOf(a) == f.entityOf(b) && f.entityOf(a) > 0
}

// entityOf is the entity of a source plus 1, each with its number plus 1; 0 for none.
func (f *finder) entityOf(src int32) int32 {
	s := &f.sources[src-1]
	for n := 0; s.entity == 0 && s.as > 0 && n < 8; n++ {
		s = &f.sources[s.as-1]
	}
	return s.entity
}

// dashes tells whether a dash stands between two tokens as before the author's words: behind a mark of punctuation, with a
// small letter behind.
func (f *finder) dashes(first, last int) bool {
	t := f.doc.Tokens
	for i := first + 1; i+1 < last; i++ {
		if t[i].Dash() && t[i-1].Kind() == parse.Punct && t[i+1].Kind() == parse.Word && t[i+1].Shape()&parse.Capital == 0 {
			return true
		}
	}
	return false
}

// interruption reads the author's words that begin with segment si; end is the node of the dash behind them, or the end.
func (f *finder) interruption(si int) (a attribution, end int, ok bool) {
	s := &f.segs[si]
	if s.before != dash || s.first < 2 || s.first >= s.last {
		return a, 0, false
	}
	if k := f.nodes[s.first-2].kind; k != comma && k != stop && k != quoted {
		return a, 0, false
	}
	if f.nodes[s.first].kind != word || f.capital(int(f.nodes[s.first].first)) {
		return a, 0, false
	}
	end, open := f.dashBehind(si)
	if s.kind == gerundial && si+1 < len(f.segs) && f.segs[si+1].before == comma && f.segs[si+1].first < f.segs[si+1].last {
		s = &f.segs[si+1] // — смеясь, | сказал N
	}
	first := f.segs[si].first
	c, ok := f.tagCue(s.first, s, true, true)
	if !ok || open && (c.gov == 0 && f.kind(first-2) != stop || f.tagsInner(first-1)) {
		return a, 0, false
	}
	a = f.by(&c, tagged, Tag)
	return a, end, !open || a.src != 0
}

// tagsInner tells whether what stands before the dash at node i is a quotation alone: «„…“, — сказал N», whose tag it is.
func (f *finder) tagsInner(i int) bool {
	for i > 0 && (f.nodes[i].kind == dash || f.nodes[i].kind == comma || f.nodes[i].kind == stop) {
		i--
	}
	return f.kind(i) == quoted && f.opensClause(i)
}

// dashBehind finds the dash that ends the author's words begun with segment si; open tells that there is none.
func (f *finder) dashBehind(si int) (end int, open bool) {
	for n := 0; si < len(f.segs) && n < 5; n++ {
		s := &f.segs[si]
		if s.last >= len(f.nodes) || si+1 == len(f.segs) {
			break
		}
		if f.nodes[s.last].kind == dash {
			return s.last, false
		}
		si++
	}
	return len(f.nodes), true
}

// A paragraphKind tells how a paragraph holds speech.
type paragraphKind uint8

const (
	told  paragraphKind = iota // the author's text
	turn                       // Иванов: …
	line                       // — …
	block                      // a paragraph behind one that ends with a colon, and those that go on with it
	taken                      // one of these
)

// run reads the document, paragraph by paragraph.
func (f *finder) run() {
	f.lv = level{lastUnit: -100}
	f.findTurns()
	first, child := 0, 0
	for i := range f.paragraphs {
		p := &f.paragraphs[i]
		if p.kind == told && !p.lead || p.kind == taken {
			continue
		}
		if p.kind != told {
			child = f.text(first, int(p.first), child)
			child = f.spoken(i, child)
			first = int(p.last)
			continue
		}
		child = f.text(first, int(p.last), child)
		first = int(p.last)
		f.blockBehind(i)
	}
	f.text(first, len(f.doc.Tokens), child)
	for n := 0; n < len(f.todo); n++ {
		f.descend(f.todo[n])
	}
}

// A paragraph is one of the document's, by tokens.
type paragraph struct {
	first, body, last int32
	kind              paragraphKind
	lead              bool  // ends with a colon
	answers           int32 // of a turn without a label: the paragraph whose speaker goes on plus 1
	attribution
}

// findTurns says of every paragraph whether it is somebody's speech without marks.
func (f *finder) findTurns() {
	f.paragraphs = slices.Grow(f.paragraphs[:0], len(f.doc.Paragraphs))
	k, mark, covered := 0, 0, 0
	for i := range f.doc.Paragraphs {
		d := &f.doc.Paragraphs[i]
		p := paragraph{first: f.starts[k]}
		k += len(d.Sentences)
		p.last = int32(len(f.doc.Tokens))
		if k < len(f.starts) {
			p.last = f.starts[k]
		}
		for mark < len(f.marks) && f.begin(mark) < int(p.first) {
			covered = max(covered, f.end(mark))
			mark++
		}
		p.body = p.first
		if covered <= int(p.first) && p.first < p.last {
			f.sortParagraph(&p, d)
		}
		f.paragraphs = append(f.paragraphs, p)
	}
	f.labelled()
	f.dialogues()
}

// sortParagraph notes what a paragraph begins and ends with.
func (f *finder) sortParagraph(p *paragraph, d *parse.Paragraph) {
	t := f.doc.Tokens
	p.lead = t[p.last-1].Is(':')
	if t[p.first].Dash() && p.first+1 < p.last && t[p.first+1].Spaced() {
		p.body = p.first + 1
		return
	}
	first := p.first
	if t[first].Is('«') && first+1 < p.last {
		first++
	}
	if d.Kind == parse.Item || t[first].Shape()&(parse.Capital|parse.Mixed) == 0 {
		return
	}
	for i := first + 1; i < min(p.last-1, p.first+7); i++ {
		switch {
		case t[i].Is(':'):
			if t[i+1].Spaced() {
				p.body = i + 1
			}
			return
		case t[i].Kind() == parse.Word, t[i].Is('.'), t[i].Is('«'), t[i].Is('»'):
		default:
			return
		}
	}
}

// labelled finds the turns of an interview: paragraphs that begin with one of a few names and a colon, again and again.
func (f *finder) labelled() {
	count := map[string]int{}
	for i := range f.paragraphs {
		if l := f.labelText(i); l != "" {
			count[l]++
		}
	}
	last := -1
	for i := range f.paragraphs {
		p := &f.paragraphs[i]
		l := f.labelText(i)
		if l != "" && count[l] == 1 && f.amongTurns(i, count) {
			count[l]++ // who has one turn alone
		}
		if l != "" && count[l] == 1 && f.doc.Tokens[p.body].Dash() && !(p.body+1 < p.last && f.quoteOpens(p.body+1)) {
			p.kind = turn // Иван Рощин: — …
		}
		if l != "" && count[l] > 1 {
			p.kind = turn
			for k := last + 1; last >= 0 && k < i; k++ {
				if q := &f.paragraphs[k]; q.body == q.first && !q.lead && i-last < 12 && f.doc.Paragraphs[k].Kind == parse.Plain {
					q.kind, q.answers = turn, int32(last)+1
				}
			}
			last = i
		}
	}
}

// amongTurns tells whether a paragraph with a label, which is a sentence, stands right before or behind one with a label that comes again.
func (f *finder) amongTurns(i int, count map[string]int) bool {
	if !f.doc.Tokens[f.paragraphs[i].last-1].Stop() || f.doc.Paragraphs[i].Kind != parse.Plain {
		return false
	}
	return i > 0 && count[f.labelText(i-1)] > 1 || i+1 < len(f.paragraphs) && count[f.labelText(i+1)] > 1
}

// labelText is what stands before the colon a paragraph begins with, where it can name who speaks; "" for none.
func (f *finder) labelText(i int) string {
	p := &f.paragraphs[i]
	if p.body < p.first+2 || !f.doc.Tokens[p.body-1].Is(':') || f.quoteOpens(p.body) || !f.namesSpeaker(p) {
		return ""
	}
	return f.doc.Text[f.doc.Tokens[p.first].Start():f.doc.Tokens[p.body-2].End()]
}

// namesSpeaker tells whether the label of a paragraph has a name, a noun for people or only words with capital letters.
func (f *finder) namesSpeaker(p *paragraph) bool {
	capitals, words := true, 0
	for i := p.first; i < p.body-1; i++ {
		t := &f.doc.Tokens[i]
		if m := f.mentioned(i); m >= 0 && f.mentions[m].typ != entity.Place {
			return true
		}
		if w := t.Word(); w.Is(lex.Post|lex.PersonNoun|lex.MediaNoun) || w.Can(lex.Noun|lex.Anim) || w.Key == "вопрос" || w.Key == "ответ" {
			return true
		}
		if t.Kind() == parse.Word {
			words++
			capitals = capitals && t.Shape()&(parse.Capital|parse.Mixed) != 0
		}
	}
	t := &f.doc.Tokens[p.first]
	return capitals && (words > 1 || !f.common(t) || t.Shape()&parse.Upper != 0)
}

// quoteMark tells whether a token is a quotation mark.
func (f *finder) quoteMark(i int) bool {
	switch f.doc.Tokens[i].Rune() {
	case '«', '»', '"', '“', '”', '„', '\'', '‘', '’', '‹', '›', '‚', '‟':
		return true
	}
	return false
}

func (f *finder) quoteOpens(i int32) bool {
	switch f.doc.Tokens[i].Rune() {
	case '«', '"', '„', '“':
		return true
	}
	return false
}

// dialogues finds the lines of a dialogue: paragraphs that begin with a dash, of which one has the author's words, or asks.
func (f *finder) dialogues() {
	for i := 0; i < len(f.paragraphs); {
		if !f.dashed(i) {
			i++
			continue
		}
		first, speech := i, 0
		for ; i < len(f.paragraphs) && f.dashed(i); i++ {
			if f.hasLine(i) || f.turnEnd(f.paragraphs[i].body, f.paragraphs[i].last) < f.paragraphs[i].last {
				speech++
			}
		}
		if speech > 0 || i-first >= 3 && f.asks(first) {
			for k := first; k < i; k++ {
				f.paragraphs[k].kind = line
			}
		}
	}
}

func (f *finder) dashed(i int) bool {
	p := &f.paragraphs[i]
	return p.body == p.first+1 && f.doc.Tokens[p.first].Dash()
}

// hasLine tells whether the author's words stand in a line.
func (f *finder) hasLine(i int) bool {
	p := &f.paragraphs[i]
	pieces, todo, sources := len(f.pieces), len(f.todo), len(f.sources)
	n := f.interrupt(int(p.body), int(p.last), f.markFrom(int(p.body)), -1)
	f.pieces, f.todo, f.sources = f.pieces[:pieces], f.todo[:todo], f.sources[:sources]
	f.lv.last, f.lv.lastUnit = 0, -100
	return n > 0
}

// asks tells whether a paragraph ends with a question mark.
func (f *finder) asks(i int) bool { return f.doc.Tokens[f.paragraphs[i].last-1].Is('?') }

// markFrom is the first mark that begins at a token or behind it.
func (f *finder) markFrom(token int) int {
	lo, hi := 0, len(f.marks)
	for lo < hi {
		if m := int(uint(lo+hi) / 2); f.begin(m) < token {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// spoken makes records of a paragraph that is somebody's speech.
func (f *finder) spoken(i, child int) int {
	p := &f.paragraphs[i]
	f.lv.number++
	switch {
	case p.kind == turn && p.answers > 0:
		p.attribution = f.paragraphs[p.answers-1].attribution
	case p.kind == turn:
		p.attribution = f.labelSource(p)
	}
	for ; child < len(f.marks) && f.begin(child) < int(p.body); child++ {
		m := &f.marks[child]
		f.record(record{first: int32(m.First), last: int32(m.Last), kind: Name, mark: int32(child)})
	}
	first := p.body
	if p.kind == turn && f.doc.Tokens[first].Dash() && first+1 < p.last {
		first++
	}
	for first < p.last {
		last := p.last
		if p.kind == line {
			last = f.turnEnd(first, p.last)
		}
		f.utterance(p, first, last)
		first = last + 1
	}
	f.lv.number++
	f.lv.prevFirst, f.lv.prevLast, f.lv.prevKnown = 0, 0, len(f.records)
	return f.markFrom(int(p.last))
}

// utterance makes records of what one of those who speak in a paragraph says.
func (f *finder) utterance(p *paragraph, first, last int32) {
	known, child := len(f.pieces), f.markFrom(int(first))
	if p.kind == line && f.interrupt(int(first), int(last), child, -1) > 0 {
		f.putPieces(known)
		return
	}
	f.record(record{first: first, last: last, kind: Direct, attribution: p.attribution, mark: -1})
	f.later(span{first, last, int32(child), p.src})
}

// turnEnd is the dash behind which somebody else speaks in the line that begins at a token, and last where nobody does: a question ends
// before it, or behind it: — Вы рады? — Нет. — Почему? — Устал. Dashes behind marks of punctuation are the author's in turn.
func (f *finder) turnEnd(first, last int32) int32 {
	t := f.doc.Tokens
	authors, at := false, last
	for i := first + 1; i+1 < last; i++ {
		if !t[i].Dash() || t[i-1].Kind() != parse.Punct || t[i-1].Dash() {
			continue
		}
		if !t[i].Spaced() || !t[i-1].Stop() || !f.capital(int(i)+1) && !f.quoteOpens(i+1) {
			authors = !authors
			continue
		}
		if at < last { // the words behind the dash before
			if t[i-1].Is('?') {
				return at
			}
			at = last
		}
		switch {
		case authors:
			authors = false
		case t[i-1].Is('?'):
			return i
		default:
			at = i
		}
	}
	if t[last-1].Is('?') {
		return at
	}
	return last
}

// labelSource is who a label names.
func (f *finder) labelSource(p *paragraph) attribution {
	f.build(int(p.first), int(p.body)-1, f.markFrom(int(p.first)))
	f.segments()
	f.findCues()
	if n := len(f.cues); n > 0 && f.cues[n-1].form == finite {
		if a := f.by(&f.cues[n-1], f.orderOf(&f.cues[n-1]), Lead); a.src > 0 {
			return a // Иван Рощин рассказал: — …
		}
	}
	f.chunk()
	if len(f.phrases) == 0 || f.phrases[0].prep >= 0 {
		n := source{first: p.first, last: p.body - 1}
		return attribution{src: f.keep(n), evidence: Label}
	}
	s := f.fromPhrase(0, lex.Nom)
	p0 := &f.phrases[0]
	m := f.mentioned(f.nodes[p0.head].first)
	other := p0.name < 0 && p0.kind == noun && (m < 0 || f.mentions[m].kind != entity.ByRole) // Корр.: is nobody spoken of before
	if (s.entity == 0 || other) && !s.title {
		s = source{first: p.first, last: p.body - 1}
	}
	return attribution{src: f.keep(s), evidence: Label}
}

// putPieces makes records of the pieces from k on: one quotation.
func (f *finder) putPieces(k int) {
	f.groups++
	for _, x := range f.pieces[k:] {
		if x.answer {
			f.groups++
		}
		f.record(record{first: x.first, last: x.last, kind: Direct, attribution: x.attribution, group: f.groups, mark: x.mark})
		f.later(span{x.first, x.last, int32(f.markFrom(int(x.first))), x.src})
	}
}

// blockBehind makes the paragraphs behind paragraph i, which ends with a colon, a block of somebody's words where it says so.
func (f *finder) blockBehind(i int) {
	a := f.lv.lead
	f.lv.lead = attribution{}
	if i+1 >= len(f.paragraphs) || a.src == 0 && a.cue[0] == a.cue[1] {
		return
	}
	next := &f.paragraphs[i+1]
	if f.dashed(i+1) && next.kind == told && a.cue[0] < a.cue[1] && f.capital(int(next.body)) && !(i+2 < len(f.paragraphs) && f.dashed(i+2)) {
		next.kind, next.attribution = block, a // рассказал: ↵ — …
		return
	}
	if next.kind != told || next.body > next.first || f.doc.Paragraphs[i+1].Kind == parse.Item || f.quoteOpens(next.first) {
		return
	}
	if a.cue[0] == a.cue[1] && !f.personally(next) || f.gap(i) > 2 || f.hasTag(next) {
		return
	}
	last := i + 2
	for last < len(f.paragraphs) && last < i+6 && f.tight(last-1) && f.tight(i) {
		last++
	}
	if last == i+6 || last == len(f.paragraphs) && last > i+2 {
		last = i + 2
	}
	for k := i + 1; k < last; k++ {
		if p := &f.paragraphs[k]; p.kind != told {
			last = k
		}
	}
	next.kind, next.attribution, next.last = block, a, f.paragraphs[last-1].last
	for k := i + 2; k < last; k++ {
		f.paragraphs[k].kind, f.paragraphs[k].first = taken, next.last
	}
}

// tight tells whether no blank line stands between a paragraph and the next.
func (f *finder) tight(i int) bool { return f.gap(i) < 2 }

// gap counts the line ends between a paragraph and the next.
func (f *finder) gap(i int) int {
	a, b := f.doc.Paragraphs[i].End, f.doc.Paragraphs[i+1].Start
	return strings.Count(f.doc.Text[a:b], "\n")
}

// hasTag tells whether the author's words stand behind a quotation of a paragraph: it is the author's.
func (f *finder) hasTag(p *paragraph) bool {
	for k := f.markFrom(int(p.first)); k < len(f.marks) && f.begin(k) < int(p.last); k++ {
		i := f.end(k)
		if i < int(p.last) && f.doc.Tokens[i].Is(',') {
			i++
		}
		if i < int(p.last) && f.doc.Tokens[i].Dash() && f.marks[k].Last-f.marks[k].First > 4 {
			return true
		}
	}
	return false
}

// personally tells whether a paragraph has a pronoun of the first or second person.
func (f *finder) personally(p *paragraph) bool {
	for i := p.first; i < min(p.last, p.first+200); i++ {
		if g := f.grams(int(i)); g&lex.Pronoun != 0 && g&(lex.P1|lex.P2) != 0 {
			return true
		}
	}
	return false
}
