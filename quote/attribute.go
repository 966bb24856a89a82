package quote

import (
	"strings"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// An attribution ties words in marks to a cue and a source.
type attribution struct {
	src      int32
	cue      [2]int32
	evidence Evidence
}

// by is the attribution to who says what a cue reports.
func (f *finder) by(c *cue, o order, e Evidence) attribution {
	return attribution{f.said(c, o), f.cueSpan(c), e}
}

// attribute says of every quoted node of the sentence what it is and whose.
func (f *finder) attribute() {
	for i := range f.nodes {
		switch n := &f.nodes[i]; {
		case n.kind == quoted:
			f.reached = max(f.reached, int(n.first))
			f.quoted(i)
		case n.kind == name && n.last-n.first > 2:
			f.insideName(n)
		}
	}
}

// insideName makes records of the marks that are part of a name: ООО «Заря».
func (f *finder) insideName(n *node) {
	for k := f.markFrom(int(n.first)); k < len(f.marks) && f.begin(k) < int(n.last); k++ {
		if m := &f.marks[k]; m.Depth < deepest {
			f.record(record{first: int32(m.First), last: int32(m.Last), kind: Name, mark: int32(k)})
		}
	}
}

// quoted makes the records of one pair of marks.
func (f *finder) quoted(i int) {
	ref := f.nodes[i].ref
	m := &f.marks[ref]
	if m.Depth >= deepest {
		return
	}
	if p := f.piecesOf(int(ref)); p != nil {
		f.groups++
		f.joinParagraphs(ref, p[0].src, f.groups)
		for _, x := range p {
			f.putMark(record{first: x.first, last: x.last, kind: Direct, attribution: x.attribution, group: f.groups, mark: ref})
		}
		return
	}
	for f.double(ref) {
		ref++
		m = &f.marks[ref]
	}
	in := f.look(m)
	if m.Damaged && in.words == 0 {
		return // »»
	}
	f.regrouped = 0
	kind, a := f.judge(i, &in)
	if kind == Direct && a.evidence == Tag && f.doc.Tokens[m.First].Is('<') {
		f.joinCut(a)
	}
	if kind == Direct && a.evidence == Tag && f.regrouped == 0 && f.paragraphBefore(ref) >= 0 {
		f.groups++
		f.regrouped = f.groups
		f.joinParagraphs(ref, a.src, f.groups)
	}
	f.putMark(record{first: int32(m.First), last: int32(m.Last), kind: kind, attribution: a, group: f.regrouped, mark: ref})
}

// joinCut joins a quotation that begins with a cut to the one that ends the sentence before: «…». <…> …», — сказал N.
func (f *finder) joinCut(a attribution) {
	if f.lv.known == 0 {
		return
	}
	r := &f.records[f.lv.known-1]
	if r.mark < 0 || r.last < f.lv.prevLast-1 || r.evidence != 0 && r.evidence != Carried {
		return
	}
	f.groups++
	r.kind, r.attribution, r.group = Direct, a, f.groups
	f.regrouped = f.groups
}

// double tells whether a mark holds nothing but another one: ”«…»”. The two are one quotation.
func (f *finder) double(mark int32) bool {
	k := int(mark) + 1
	if k >= len(f.marks) || f.begin(k) != f.marks[mark].First || f.marks[k].First > f.marks[mark].Last {
		return false
	}
	last := f.end(k)
	for last < f.marks[mark].Last && f.doc.Tokens[last].Kind() == parse.Punct && (f.doc.Tokens[last].Is('.') || f.doc.Tokens[last].Is(',')) {
		last++
	}
	if last < f.marks[mark].Last {
		return false
	}
	if f.marks[mark].Close == f.marks[k].Close {
		return true // ««…»: opened twice
	}
	return f.doc.Text[f.marks[mark].Open.Start:f.marks[mark].Open.End] != f.doc.Text[f.marks[k].Open.Start:f.marks[k].Open.End]
}

// putMark keeps the record of words in marks, which are still to be read.
func (f *finder) putMark(r record) {
	f.record(r)
	f.later(span{r.first, r.last, r.mark + 1, r.src})
}

// announce notes whose words the colon at the end of a paragraph announces.
func (f *finder) announce() {
	f.lv.lead = attribution{}
	if f.last < 2 || f.nodes[f.last-1].kind != colon {
		return
	}
	j := f.last - 1
	if c := f.cueBefore(j); c != nil {
		f.lv.lead = f.by(c, f.orderOf(c), Lead)
	} else if c := f.nounBefore(j); c != nil && c.gov&quoting != 0 && (c.gram&lex.Acc != 0 || f.introduced(c)) {
		s := f.nounSource(c, j)
		if s.none() {
			s = f.clauseSubject(j - 1)
		}
		f.lv.lead = attribution{f.keep(s), f.cueSpan(c), Lead} // оставил запись: · Заявление он сделал в среду:
	} else if a, _, ok := f.reportOf(j - 1); ok && a.src > 0 {
		f.lv.lead = attribution{src: a.src, evidence: Lead} // По словам N, было так:
	} else if s := f.clauseSubject(j - 1); !s.none() {
		f.lv.lead = attribution{src: f.keep(s), evidence: Lead}
	}
}

// judge decides what a quoted node is and whose: by the author's words beside it, then by the clause it stands in, then by
// what it holds.
func (f *finder) judge(i int, in *inner) (Kind, attribution) {
	if in.capital && f.bearsName(i) {
		return Name, attribution{}
	}
	if a, ok := f.setApart(i, in); ok {
		return Direct, a
	}
	if in.words == 0 || i > 0 && f.nodes[i-1].kind == word && has(f.word(i-1), nickname) {
		return Scare, attribution{}
	}
	title := f.title(i, in)
	if kind, a, ok := f.governed(i, in, title); ok {
		return kind, a
	}
	return f.byItself(i, in, title)
}

// bearsName tells whether a quoted node is what something is called: статья называлась «…» · «…» — так называлась статья.
func (f *finder) bearsName(i int) bool {
	called := func(k int) bool {
		return strings.HasPrefix(f.key(k), "называ") && (strings.HasSuffix(f.key(k), "ся") || strings.HasSuffix(f.key(k), "сь"))
	}
	return i > 0 && called(i-1) || f.kind(i+1) == dash && f.key(i+2) == "так" && called(i+3)
}

// setApart tells whether a quoted node is speech by the author's words beside it, or goes on with speech.
func (f *finder) setApart(i int, in *inner) (a attribution, ok bool) {
	if a, ok = f.tagOf(i, in); ok {
		return a, true
	}
	if a, ok = f.leadOf(i, in); ok || in.words == 0 {
		return a, ok
	}
	if a, ok = f.headed(i, in); ok {
		return a, true
	}
	if a, ok = f.resumed(i); ok {
		return a, true
	}
	return f.continued(i)
}

// governed tells what a quoted node is that a word of speech governs, or that stands in a reported clause. What looks like a
// title is one but behind words that leave no doubt.
func (f *finder) governed(i int, in *inner, title bool) (kind Kind, a attribution, ok bool) {
	if a, ok = f.named(i); ok {
		return f.fragment(in), a, true
	}
	if in.entity >= 0 && title {
		return Name, attribution{}, true // an organisation's or a place's
	}
	if a, ok = f.objectOf(i, in, calls|asks); ok && !title {
		return f.fragment(in), a, true
	}
	if a, ok = f.cried(i, in, title); ok {
		return f.fragment(in), a, true
	}
	if a, whole, ok := f.reportOf(i); ok && (!title || whole && in.entity < 0) {
		switch {
		case whole && (in.verb || in.act || in.dash || in.words > 2 && a.evidence == Clause || in.words > 4 || in.capital && a.evidence == Tag):
			return Direct, a, true
		case in.words > 1 || !in.nominal && !f.attributive(i) || whole:
			return Fragment, a, true
		}
		return Scare, attribution{}, true
	}
	if a, ok = f.nounOf(i, in); ok {
		return f.fragment(in), a, true
	}
	a, ok = f.objectOf(i, in, says|about|voices|cites|impersonal)
	return f.fragment(in), a, ok && !title
}

// byItself tells what a quoted node is by what it holds.
func (f *finder) byItself(i int, in *inner, title bool) (Kind, attribution) {
	switch {
	case title, in.capital && i > 0 && f.kind(i-1) == word && f.word(i-1).Is(lex.SpeechNoun) && f.key(i-2) == "по": // по подсчётам «…»
		return Name, attribution{}
	case f.alone(i, in):
		return Direct, f.carry()
	case !in.capital && in.words > 1 && (in.words >= 4 || in.verb || in.act || in.leading && in.words > 2):
		return Fragment, attribution{}
	case in.several && !in.verb && !in.act && !in.person && !in.ends && in.words <= 8, in.capital && !in.verb && !in.person && in.words <= 8 && f.amongNames(i):
		return Name, attribution{}
	case in.several, in.capital && in.words > 6 && in.verb:
		return Direct, attribution{}
	case in.capital && in.verb:
		return Name, attribution{}
	}
	return Scare, attribution{}
}

// amongNames tells whether a quoted node stands in a list with another one before it that is a title: в «Мосте» Рощина, «…».
func (f *finder) amongNames(i int) bool {
	if f.kind(i-1) != comma && f.key(i-1) != "и" {
		return false
	}
	k := i - 2
	for k > i-6 && k >= 0 && (f.nodes[k].kind == name || f.nodes[k].kind == word && f.nodes[k].gram&lex.Gen != 0) {
		k--
	}
	return k >= 0 && f.kind(k) == quoted && f.titled(k)
}

// subjectBefore is the first person of the sentence before whose name is in the nominative.
func (f *finder) subjectBefore() source {
	for t := f.lv.prevFirst; t < f.lv.prevLast; t++ {
		m := f.mentioned(t)
		if m < 0 {
			continue
		}
		if x := &f.mentions[m]; x.typ == entity.Person && (f.names(m) && f.strict(m) || x.kind == entity.ByPronoun && f.doc.Tokens[t].Word().Can(lex.Nom)) {
			return source{first: x.first, last: x.last, entity: x.entity + 1, cases: lex.Nom, gram: f.gender(x.entity)}
		}
	}
	return source{}
}

// fragment is what quoted words in the author's clause are: a fragment, unless they make a sentence.
func (f *finder) fragment(in *inner) Kind {
	if in.capital && (in.several || in.verb && (in.ends || in.words > 4)) {
		return Direct
	}
	return Fragment
}

// resumed tells whether a quoted node goes on with the quotation of the sentence before: «…», — сказал N. — | «…».
func (f *finder) resumed(i int) (a attribution, ok bool) {
	last, first := f.lv.known, f.lv.prevKnown
	switch {
	case f.kind(i-1) != dash || i == 0:
		return a, false
	case i > 1: // «…», — сказал N, — | «…»
		if k := f.nodes[i-2].kind; k != comma && k != stop {
			return a, false
		}
		last, first = len(f.records), f.lv.known
	}
	for k := last - 1; k >= first && k >= 0; k-- {
		if r := &f.records[k]; r.kind == Direct && r.evidence == Tag && r.mark >= 0 {
			if r.group == 0 {
				f.groups++
				r.group = f.groups
			}
			f.regrouped = r.group
			return attribution{r.src, r.cue, Tag}, true
		}
	}
	return a, false
}

// continued tells whether a quoted node is the next paragraph of a quotation, which opens with a mark of its own.
func (f *finder) continued(i int) (a attribution, ok bool) {
	k := f.paragraphBefore(f.nodes[i].ref)
	if k < 0 {
		return a, false
	}
	r := &f.records[k]
	if r.group == 0 {
		f.groups++
		r.group = f.groups
	}
	f.regrouped = r.group
	return attribution{src: r.src, evidence: Carried}, true
}

// paragraphBefore is the record of the quotation that goes on in a mark, which opens the next paragraph; -1 for none.
func (f *finder) paragraphBefore(mark int32) int {
	for k := len(f.records) - 1; k >= max(0, len(f.records)-20); k-- {
		r := &f.records[k]
		if r.mark >= 0 && r.mark < mark && f.marks[r.mark].Continued && r.kind == Direct && f.begin(int(mark))-f.marks[r.mark].Last <= 1 {
			return k
		}
	}
	return -1
}

// joinParagraphs tells the paragraphs of a quotation that go on in a mark who says them, as far as nothing before did, and of which group they
// are: «…. ↵ «…», — сказал N.
func (f *finder) joinParagraphs(mark, src, group int32) {
	for n := 0; n < 20; n++ {
		k := f.paragraphBefore(mark)
		if k < 0 {
			return
		}
		r := &f.records[k]
		if r.evidence == Tag && r.group != 0 {
			return // has the author's words inside
		}
		mark, r.group = r.mark, group
		if r.evidence == 0 || r.evidence == Carried {
			r.attribution = attribution{src: src, evidence: Carried}
		}
	}
}

// attributive tells whether one quoted word is an adjective of the noun behind it: «пиратского» содержания.
func (f *finder) attributive(i int) bool {
	m := &f.marks[f.nodes[i].ref]
	return i+1 < len(f.nodes) && f.nodes[i+1].kind == word && f.nodes[i+1].gram&lex.Noun != 0 && f.nodes[i+1].gram&lex.Preposition == 0 &&
		f.grams(m.First)&(lex.Adj|lex.Participle) != 0
}

// describes tells whether the adjective in marks at node i agrees with the noun behind it.
func (f *finder) describes(i int) bool {
	for _, a := range f.doc.Tokens[f.marks[f.nodes[i].ref].First].Word().Readings {
		for _, b := range f.word(i + 1).Readings {
			if g, h := a.Gram(), b.Gram(); g&(lex.Adj|lex.Participle) != 0 && h&lex.Noun != 0 && g&h&lex.Cases != 0 && inflect.Agree(g, h) {
				return true
			}
		}
	}
	return false
}

// carry is the attribution to who spoke in the sentence before, else to whom that speaks of, else to who spoke last.
func (f *finder) carry() attribution {
	if !f.recent(1) {
		if s := f.subjectBefore(); !s.none() {
			return attribution{src: f.keep(s), evidence: Carried}
		}
	}
	if f.lv.last > 0 && f.lv.number-f.lv.lastUnit <= 6 {
		return attribution{src: f.lv.last, evidence: Carried}
	}
	return attribution{}
}

// tagOf finds the author's words behind a quoted node: «…», — сказал N.
func (f *finder) tagOf(i int, in *inner) (a attribution, ok bool) {
	j, parted, dashed := f.behindMarks(i)
	parted = parted || in.ends
	if j >= f.last || f.nodes[j].kind != word && f.nodes[j].kind != name || f.capital(int(f.nodes[j].first)) && !(dashed && parted && (f.subjectFirst(j) || f.signed(j))) {
		return a, false
	}
	if opens := f.opensClause(i); !opens && (!dashed || !parted || !in.capital) || (!dashed || !opens) && (in.words < 3 || !parted) && f.title(i, in) {
		return a, false
	}
	si := int(f.nodes[j].seg)
	if dashed && parted && f.segs[si].kind == gerundial && si+1 < len(f.segs) && f.segs[si+1].before == comma && f.segs[si+1].first < f.last {
		si++ // — не поднимая глаз, | ответила она
		j = f.segs[si].first
	}
	s := &f.segs[si]
	if s.kind != plain && !(dashed && parted && s.kind == coordinated && f.kind(i-1) != colon) {
		return a, false
	}
	if parted && dashed && f.signed(j) {
		return attribution{src: f.keep(f.fromPhrase(f.phraseFrom(j), lex.Nom)), evidence: Tag}, true
	}
	if c := f.wordsBehind(j); c != nil && parted && dashed {
		return attribution{f.keep(f.nounSource(c, s.last)), f.cueSpan(c), Tag}, true
	}
	c, ok := f.tagCue(j, s, parted, dashed)
	if !ok || !dashed && f.complement(&c).kind == that {
		return a, false
	}
	a = f.by(&c, tagged, Tag)
	a.cue = f.citing(&c)
	return a, true
}

// wordsBehind is the noun that says at node j whose words stand before it: «…», — эти слова N облетели мир; nil for none.
func (f *finder) wordsBehind(j int) *cue {
	switch f.key(j) {
	case "эти", "эта", "такие":
	default:
		return nil
	}
	for k := range f.cues {
		if c := &f.cues[k]; c.node == j+1 && c.form == nominal && has(f.word(c.node), wordsOf) {
			return c
		}
	}
	return nil
}

// signed tells whether nothing but a person with the post stands from node j to the end of the sentence: «…», — мэр Иван Рощин.
func (f *finder) signed(j int) bool {
	k := f.phraseFrom(j)
	if k == len(f.phrases) || f.phrases[k].first != j || f.phrases[k].prep >= 0 {
		return false
	}
	p := &f.phrases[k]
	if p.last != f.last {
		s := &f.segs[len(f.segs)-1] // «…», — Иван Рощин, | мэр
		if p.last != s.first-1 || s.before != comma || s.finite >= 0 || !f.postlike(s) {
			return false
		}
	}
	return f.typ(p.name) == entity.Person && f.upright(f.nodes[p.name].ref)
}

// behindMarks is the first node behind a quoted one that is a word or the like; parted and dashed tell whether a comma or stop
// and a dash stand between.
func (f *finder) behindMarks(i int) (j int, parted, dashed bool) {
	for j = i + 1; j < f.last; j++ {
		switch f.nodes[j].kind {
		case comma, stop:
			parted = true
		case dash:
			dashed = true
		case other:
			if !f.quoteMark(int(f.nodes[j].first)) { // one too many
				return j, parted, dashed
			}
		default:
			return j, parted, dashed
		}
	}
	return j, parted, dashed
}

// tagCue reads the verb of the author's words that begin at node j: of speech, or any other that a subject follows where a comma
// and a dash set them off.
func (f *finder) tagCue(j int, s *segment, parted, dashed bool) (c cue, ok bool) {
	k := f.tagVerb(j, s, parted, dashed)
	if k < 0 {
		return c, false
	}
	if c, ok = f.verb(k); ok {
		return c, true
	}
	if !dashed || !parted || f.nodes[k].gram&lex.Verb == 0 {
		return c, false
	}
	c = cue{node: k, gram: f.verbGram(k)}
	return c, f.right(&c, false) >= 0
}

// subjectFirst tells whether a name and right behind it a verb of speech begin at node j: — Иванов сказал.
func (f *finder) subjectFirst(j int) bool {
	if f.nodes[j].kind != name {
		return false
	}
	c, ok := f.verb(min(j+1, len(f.nodes)-1))
	return ok && c.form == finite && f.nodes[c.node].kind == word && f.nameFits(j, &c) != unfit
}

// citing is the tokens of a verb that cites, with the noun it needs: приводит слова.
func (f *finder) citing(c *cue) [2]int32 {
	sp, i := f.cueSpan(c), c.node+1
	if i+1 < f.last && f.possessive(i) {
		i++ // приводит её слова
	}
	if c.gov&cites != 0 && i < f.last && f.nodes[i].kind == word && f.word(i).Is(lex.SpeechNoun) {
		sp[1] = f.nodes[i].last
	}
	return sp
}

// tagVerb finds the verb of the author's words that begin at node j.
func (f *finder) tagVerb(j int, s *segment, parted, dashed bool) int {
	if !parted && !dashed {
		if c, ok := f.verb(j); ok && c.form == finite {
			return j
		}
		return -1
	}
	for k := j; k < s.last; k++ {
		if f.nodes[k].kind == stop && !f.word(k-1).Is(lex.Abbreviation) {
			return -1
		}
		if f.nodes[k].kind != word {
			continue
		}
		if f.word(k).Is(lex.SpeechVerb) {
			if c, ok := f.verb(k); ok && (c.form == finite || c.form == passive) && (dashed || f.light(j, k) || k-j < 4) {
				return k
			}
		}
		if f.finite(k) && !f.copula(k, s.last) && f.nodes[k].gram&lex.Adverb == 0 { // скромно | заметил
			if dashed && parted && (k == j || k == j+1 && f.key(j) == "не") {
				return k
			}
			return -1
		}
	}
	return -1
}

// copula tells whether node k is было before a passive verb: об этом было сказано.
func (f *finder) copula(k, last int) bool {
	switch f.key(k) {
	case "был", "была", "было", "были":
		return k+1 < last && f.nodes[k+1].gram&lex.ParticipleShort != 0
	}
	return false
}

// reportOf finds the report a quoted node stands in; whole tells that it is all of it.
func (f *finder) reportOf(i int) (a attribution, whole, ok bool) {
	best := -1
	for k := range f.reports {
		f.steps++
		r := &f.reports[k]
		if !(r.a <= i && i < r.b) && !(r.c <= i && i < r.d) {
			continue
		}
		if best < 0 || r.b-r.a <= f.reports[best].b-f.reports[best].a {
			best = k
		}
	}
	if best < 0 {
		return a, false, false
	}
	r := &f.reports[best]
	return attribution{r.src, r.cue, r.evidence}, r.c == r.d && f.sole(r.a, r.b, i), true
}

// sole tells whether node i is all that stands between two nodes, marks of punctuation aside.
func (f *finder) sole(a, b, i int) bool {
	for k := a; k < b; k++ {
		if k != i && f.nodes[k].kind != comma && f.nodes[k].kind != stop && f.nodes[k].kind != dash {
			return false
		}
	}
	return true
}

// alone tells whether a quoted node is a sentence by itself, words that tie it to the one before aside.
func (f *finder) alone(i int, in *inner) bool {
	if f.last > far {
		return false
	}
	for k := range f.nodes[:f.last] {
		switch f.nodes[k].kind {
		case name, number, colon:
			return false
		case word:
			if k > i || !f.bareWords(k, k+1) && f.nodes[k].gram&lex.Adverb == 0 || !in.verb {
				return false
			}
		}
	}
	return in.verb || in.several || in.capital && (in.words > 4 || in.act)
}
