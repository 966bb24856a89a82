package quote

import (
	"strings"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
)

// A report is reported speech in a sentence: one piece, or two that the author's words part.
type report struct {
	a, b int  // nodes
	c, d int  // of the second piece; none where they are equal
	own  bool // in the speaker's own words: мы не хотим
	attribution
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
func (f *finder) complement(c *cue) complement {
	if !c.found {
		c.behind, c.found = f.findComplement(c), true
	}
	return c.behind
}

func (f *finder) findComplement(c *cue) (out complement) {
	skipped := 0
	for i := c.node + 1; i < min(f.last, c.node+far); i++ {
		n := &f.nodes[i]
		switch n.kind {
		case colon:
			return complement{colonText, i + 1, false}
		case comma:
			if c.gov&says != 0 && f.questions(c.node) && f.question(i+1) {
				return complement{that, i + 1, false}
			}
			if at, aim, ok := f.conjunction(i + 1); ok {
				if f.clauseOfNoun(i) || !aim && f.aboutNoun(c.node+1, i) {
					return out
				}
				return complement{that, at, aim}
			}
			j := i + 1
			for j < f.last && (f.nodes[j].kind == number || f.timely(j)) {
				j++
			}
			if at, aim, ok := f.conjunction(j); ok && j > i+1 && c.gov&(says|impersonal) != 0 {
				return complement{that, at, aim} // сообщил в среду, 3 марта что
			}
			next := f.closes(i + 1)
			if next < 0 || skipped > 2 || f.intoInsertion(i+1, next) || f.nodes[next-1].gram&(lex.Verb|lex.Participle|lex.ParticipleShort|lex.Gerund|lex.Infinitive) != 0 {
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
				if at, aim, ok := f.conjunction(i); ok && c.gov&(says|impersonal) != 0 {
					return complement{that, at, aim}
				}
			}
			if i == c.node+1 && f.thought(c, i) {
				return out
			}
			if f.finite(i) && n.gram&(lex.Verb|lex.Adverb) != lex.Adverb || f.word(i).Is(lex.SpeechVerb) && n.gram&(lex.Infinitive|lex.Gerund) != 0 {
				return out
			}
		}
	}
	return out
}

// questions tells whether node i is a verb of asking, question whether ли stands in the clause that begins at node i: спросил, | будет ли дождь.
func (f *finder) questions(i int) bool {
	for _, stem := range [...]string{"спр", "переспр", "расспр", "интерес", "поинтерес", "осведом"} {
		if strings.HasPrefix(f.key(i), stem) {
			return true
		}
	}
	return false
}

func (f *finder) question(i int) bool {
	for k := i + 1; k < min(f.last, i+5) && !f.parts(k); k++ {
		if f.key(k) == "ли" {
			return true
		}
	}
	return false
}

// thought tells whether the noun at node i is what a verb of thought is about, so that no clause is: ожидает решения.
func (f *finder) thought(c *cue, i int) bool {
	number := lex.Sing
	if c.plural() {
		number = lex.Plur
	}
	g := f.nodes[i].gram
	return c.gov&denied != 0 && g&lex.Noun != 0 && g&lex.Dat == 0 && !f.word(i).Can(lex.Noun|lex.Nom|number)
}

// clauseOfNoun tells whether the clause behind the comma at node i depends on the word before it rather than on a verb of speech:
// при условии, что · за то, чтобы.
func (f *finder) clauseOfNoun(i int) bool {
	switch f.key(i - 1) {
	case "условии", "случае", "ту", "тот", "та", "те", "тех", "той":
		return true
	case "то":
		return !f.preposition(i-2) || f.key(i-2) == "за"
	case "того":
		return f.preposition(i - 2)
	case "тому":
		return f.key(i-2) == "благодаря"
	}
	return false
}

// aboutNoun tells whether о and a noun stand between two nodes, so that что behind means the whole: заявил о выходе из партии, что вызвало споры.
func (f *finder) aboutNoun(i, last int) bool {
	if k := f.key(last - 1); (k == "том" || k == "этом") && f.preposition(last-2) {
		return false // о планах и о том
	}
	for ; i+1 < last; i++ {
		if k := f.key(i); k == "о" || k == "об" {
			n := f.key(i + 1)
			return n != "том" && n != "этом"
		}
	}
	return false
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
	case "что", "будто", "якобы", "мол", "дескать":
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
	if s.last == i+1 && s.last < f.last && f.nodes[s.last].kind == comma && f.bareWords(i, i+1) {
		return s.last // сообщается, однако, что
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
	f.headline(f.signedHeading())
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

// signedHeading reads a heading that tells what somebody says and then who: Мост откроют весной — мэр. It tells where the words end.
func (f *finder) signedHeading() (end int) {
	s := &f.segs[len(f.segs)-1]
	if s.before != dash || s.finite >= 0 || s.last-s.first > 6 || f.last < len(f.nodes) || f.segs[len(f.segs)-2].finite < 0 || !f.inHeading(f.nodes[0].first) || !f.doc.Tokens[f.nodes[s.first-1].first].Spaced() {
		return f.last
	}
	k := f.phraseFrom(s.first)
	if k == len(f.phrases) || f.phrases[k].first != s.first || f.phrases[k].prep >= 0 || f.phrases[k].last != s.last {
		return f.last
	}
	p := &f.phrases[k]
	w := f.word(p.head)
	named := f.orgName(p) || f.typ(p.name) == entity.Person && f.upright(f.nodes[p.name].ref)
	if before := s.first - 2; !named && (f.kind(before) == quoted || f.typ(before) == entity.Person) { // Погиб Иван Рощин — мэр Озёрска
		return f.last
	}
	if !named && !w.Is(lex.MediaNoun) && !has(w, inOffice) && !has(w, unnamed) && !has(w, untitled) || !f.finiteBetween(0, s.first-1) {
		return f.last
	}
	f.add(report{a: 0, b: s.first - 1, attribution: attribution{src: f.keep(f.fromPhrase(k, lex.Nom)), evidence: Label}})
	return s.first - 1
}

// orgName tells whether a phrase is an organisation's name by itself.
func (f *finder) orgName(p *phrase) bool {
	return p.kind == named && (f.typ(p.name) == entity.Org || f.nodes[p.head].kind == quoted && f.titleLike(p.head))
}

// headline reads a heading that tells what somebody says: Иванов: мост откроют весной. Its words end at node end.
func (f *finder) headline(end int) {
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
	if !ok || f.typ(0) == entity.Place {
		return
	}
	r := report{a: j + 1, b: end, attribution: attribution{src: f.keep(s), evidence: Label}}
	for i := j + 1; i < end; i++ {
		r.own = r.own || f.nodes[i].gram&(lex.Pronoun|lex.Verb) != 0 && f.nodes[i].gram&lex.P1 != 0
	}
	f.add(r)
}

// headed is who says the words in marks with which a heading begins, before a colon: «…»: мэр о ремонте · «…»: певица пожаловалась.
func (f *finder) headed(i int, in *inner) (a attribution, ok bool) {
	if i != 0 || f.kind(1) != colon || !in.capital || in.entity >= 0 || !in.verb && !in.act && !in.person && !in.ends || !f.inHeading(f.nodes[0].first) {
		return a, false
	}
	k := f.phraseFrom(2)
	if k == len(f.phrases) || f.phrases[k].first != 2 || f.phrases[k].prep >= 0 {
		return a, false
	}
	p := &f.phrases[k]
	if p.kind != named && !f.ofPeople(p.head) && !f.animate(p.head) || p.kind == named && (f.typ(p.name) != entity.Person || !f.upright(f.nodes[p.name].ref)) {
		return a, false
	}
	at := p.last
	for at < p.last+2 && (f.kind(at) == name || f.kind(at) == word && f.capital(int(f.nodes[at].first))) {
		at++ // жители | Липок
	}
	if f.kind(at) == dash {
		at++
	}
	c := cue{node: at}
	switch n := f.segs[f.nodes[p.head].seg].finite; {
	case f.key(at) == "о", f.key(at) == "об", f.key(at) == "про":
	case n >= at:
		c.node, c.gram = n, f.verbGram(n)
	default:
		return a, false
	}
	if f.fits(p, &c) == unfit && (c.gram != 0 || f.fits(p, &cue{node: at, gram: lex.Plur}) == unfit) {
		return a, false
	}
	return attribution{src: f.keep(f.fromPhrase(k, lex.Nom)), evidence: Label}, true
}

// verbReport finds what the cue, a verb, reports in the sentence itself.
func (f *finder) verbReport(c *cue) {
	si := int(f.nodes[c.node].seg)
	s := &f.segs[si]
	if f.unreal(c, s) {
		return
	}
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
	case k.aim && (c.gov&asks == 0 && k.at-c.node > 4 || f.infinitiveBetween(c.node+1, k.at)): // what it was done for
	case k.kind == that && c.gov&(says|impersonal|cites) != 0, k.kind == that && c.gov&asks != 0 && (k.aim || f.key(k.at-3) == "том" || f.key(k.at-3) == "то"):
		f.thatReport(c, k, si)
	case k.kind == colonText && c.gov&says != 0 && c.form != infinitive && f.kind(k.at) != quoted:
		f.colonReport(c, k)
	case k.kind == that && c.gov&outOf != 0 && !f.outOf(c).none():
		f.thatReport(c, k, si)
	case c.form == finite && c.gov&(says|about|calls) != 0:
		f.note(c)
	}
}

// unreal tells whether what a verb of speech says of somebody is a wish, a condition or a doubt: если он скажет · он сказал бы · пусть
// скажет · вряд ли он скажет.
func (f *finder) unreal(c *cue, s *segment) bool {
	if c.form != finite {
		return false
	}
	switch f.key(s.first) {
	case "если", "чтобы", "пусть", "пускай":
		return true
	}
	if k := f.key(c.node + 1); k == "бы" || k == "б" {
		return true
	}
	for i := s.first; i < c.node; i++ {
		if f.nodes[i].gram&lex.Particle != 0 && (f.key(i) == "бы" || f.key(i) == "ли" && (f.key(i-1) == "вряд" || f.key(i-1) == "едва")) {
			return true
		}
	}
	return false
}

// infinitiveBetween tells whether an infinitive stands between two nodes: потребовал | закрыть | мост, чтобы.
func (f *finder) infinitiveBetween(i, last int) bool {
	for ; i < last; i++ {
		if g := f.nodes[i].gram; g&lex.Infinitive != 0 && g&lex.Noun == 0 {
			return true
		}
	}
	return false
}

// note remembers the subject of a verb of speech that reports nothing.
func (f *finder) note(c *cue) {
	if k := f.subject(c, f.orderBehind(&f.segs[f.nodes[c.node].seg])); k >= 0 && f.phrases[k].kind != pronoun && f.utters(&f.phrases[k]) {
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
	if f.key(c.node-1) == "это" || f.key(c.node-1) == "все" || f.key(c.node-1) == "что" && f.key(c.node-2) != "только" && c.gram&lex.Sing != 0 && c.form == finite || f.key(c.node+1) == "о" && f.subjectIs(c, "это") {
		return
	}
	if f.key(c.node+1) == "о" && c.form == finite {
		if n := f.subject(c, f.orderOf(c)); n >= 0 && !f.utters(&f.phrases[n]) {
			return // молчание говорит о том, что
		}
	}
	if at := k.at; f.key(at-1) == "что" && at < f.last && f.nodes[at].kind == word && f.nodes[at].gram&lex.Infinitive != 0 && f.nodes[at].gram&lex.Noun == 0 && f.segs[f.nodes[at].seg].finite < 0 {
		return // объяснил, что делать
	}
	src := f.said(c, f.orderOf(c))
	if src == 0 && (c.form == infinitive || c.gov == cites) {
		return
	}
	at := k.at
	if f.kind(at) == comma {
		at++
	}
	b := f.contentEnd(at, c, f.pending(c, si))
	f.add(report{a: at, b: b, attribution: attribution{src, f.citing(c), Clause}})
	for c.form == finite && b < f.last {
		next := int(f.nodes[b].seg) + 1
		k := f.shares(next)
		if k < 0 {
			break
		}
		at = f.segs[next+1].first + 1
		b = f.contentEnd(at, c, false)
		f.add(report{a: at, b: b, attribution: attribution{f.keep(f.fromPhrase(k, lex.Nom)), f.cueSpan(c), Clause}})
	}
}

// shares is the phrase that is all of segment si and shares the verb of another one, with a clause of its own behind a dash: N считает, что …,
// другие | — что …; -1 for none.
func (f *finder) shares(si int) int {
	if si+1 >= len(f.segs) {
		return -1
	}
	s, t := &f.segs[si], &f.segs[si+1]
	if s.before != comma || s.finite >= 0 || t.before != dash || t.last-t.first < 2 || f.key(t.first) != "что" || s.kind != plain && s.kind != coordinated {
		return -1
	}
	k := f.phraseFrom(s.first)
	if k == len(f.phrases) || f.phrases[k].last != s.last || f.phrases[k].prep >= 0 || f.phrases[k].first > s.first+1 || !f.utters(&f.phrases[k]) {
		return -1
	}
	if p := &f.phrases[k]; f.fits(p, &cue{node: t.first}) == unfit && f.fits(p, &cue{node: t.first, gram: lex.Plur}) == unfit {
		return -1
	}
	return k
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
	if s := &f.segs[f.nodes[k.at].seg]; s.finite < 0 && (s.last == s.first || f.kind(s.last-1) != quoted) && !f.predicate(s) { // мост «почти готов»
		return
	}
	if f.retold(k.at) {
		return
	}
	f.add(report{a: k.at, b: f.contentEnd(k.at, c, false), attribution: f.by(c, f.orderOf(c), Lead)})
}

// retold tells whether the clause behind a colon, which begins at node i, says itself that somebody says it: с ней согласен и N: он считает, что …
func (f *finder) retold(i int) bool {
	d := f.segs[f.nodes[i].seg].cue
	return d >= 0 && f.personalBefore(i, f.cues[d].node) && f.complement(&f.cues[d]).kind == that
}

// predicate tells whether a segment, the last of its sentence, is a noun and behind it an adjective in the nominative that says what it is like:
// состояние артиста | стабильное.
func (f *finder) predicate(s *segment) bool {
	i := s.last - 1
	if s.last < f.last || s.last-s.first > 8 || i <= s.first || f.nodes[i].kind != word || f.nodes[i].gram&(lex.Adj|lex.Noun) != lex.Adj || f.nodes[i].gram&lex.Nom == 0 {
		return false
	}
	for k := s.first; k < i; k++ {
		if f.nodes[k].kind == word && f.word(k).Can(lex.Noun|lex.Nom) && f.agree(i, k) && !(k > s.first && f.preposition(k-1)) {
			return true
		}
	}
	return false
}

// personalBefore tells whether a pronoun of the third person and words without weight are all that stands between two nodes.
func (f *finder) personalBefore(i, last int) bool {
	return i < last && f.word(i).Can(lex.Pronoun|lex.P3|lex.Nom) && f.light(i+1, last)
}

// emptyScope tells whether nothing that can be said stands between two nodes.
func (f *finder) emptyScope(a, b int) bool {
	for i := a; i < b; i++ {
		f.steps++
		if k := f.nodes[i].kind; k == word || k == name || k == quoted || k == number {
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

// add keeps a report that says something.
func (f *finder) add(r report) {
	if r.a >= r.b || r.b > f.last || !f.wordy(r.a, r.b) {
		return
	}
	for i := range f.reports {
		f.steps++
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

// cueSpan is the tokens of a cue's verb, with не before it.
func (f *finder) cueSpan(c *cue) [2]int32 {
	first := c.node - c.lead
	if c.not {
		first--
	}
	return [2]int32{f.nodes[first].first, f.nodes[c.node].last}
}
