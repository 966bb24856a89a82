package quote

import (
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
)

// far is how many nodes a subject is looked for on either side of its verb.
const far = 120

// An order tells where the subject of a verb of speech is looked for first.
type order uint8

const (
	before order = iota // N сказал
	early               // the verb begins its segment: N, глава банка, сказал · сказал N
	tagged              // the author's words behind somebody's: сказал N; what stands before them is not the author's
)

// subject finds the phrase that is the subject of the cue's verb; -1 for none.
func (f *finder) subject(c *cue, o order) int {
	switch c.form {
	case gerund:
		return f.mainSubject(c)
	case participle1:
		return f.dependsOn(c.node)
	case infinitive:
		return f.phaseSubject(c)
	case passive:
		return -1
	}
	if o == before {
		if k := f.left(c); k >= 0 {
			return k
		}
		k := f.right(c, false)
		if k >= 0 && f.utters(&f.phrases[k]) {
			return k
		}
		if n := f.nameBefore(c); n >= 0 {
			return n
		}
		return k
	}
	if k := f.right(c, false); k >= 0 && (o == tagged || f.utters(&f.phrases[k])) {
		if f.fits(&f.phrases[k], c) != certain { // так блогер описал | областной центр
			if n := f.nearest(f.segs[f.nodes[c.node].seg].first, c.node, c); n >= 0 && f.ofPeople(f.phrases[n].head) && f.fits(&f.phrases[n], c) == certain {
				return n
			}
		}
		return k
	}
	if o == early {
		return f.left(c)
	}
	if k := f.nearest(f.segs[f.nodes[c.node].seg].first, c.node, c); k >= 0 && f.nodes[f.phrases[k].head].kind != quoted {
		return k
	}
	return f.right(c, true)
}

// nameBefore is the person's name of several words in the nominative right before the verb although the entity's gender is
// another: names of abroad do not always tell it; -1 for none.
func (f *finder) nameBefore(c *cue) int {
	k := f.phraseFrom(c.node) - 1
	if k < 0 || c.plural() || !f.light(f.phrases[k].last, c.node) {
		return -1
	}
	if p := &f.phrases[k]; f.typ(p.name) == entity.Person && f.nodes[p.name].last-f.nodes[p.name].first > 1 && f.fits(p, &cue{node: c.node}) != unfit {
		return k
	}
	return -1
}

// right looks for the subject behind the verb, up to the end of its segment. Of two the one whose form is certain; a name
// that stands in apposition to it says more. Loose tells that the verb may be of another gender or number, as authors err.
func (f *finder) right(c *cue, loose bool) int {
	last := f.segs[f.pastDate(int(f.nodes[c.node].seg))].last
	weak := -1
	for k := f.phraseFrom(c.node + 1); k < len(f.phrases); k++ {
		p := &f.phrases[k]
		if p.first >= last || f.verbBetween(c.node+1, p.first) {
			break
		}
		fit := f.fits(p, c)
		if loose && p.prep < 0 && f.utters(p) {
			fit = f.fits(p, &cue{node: c.node})
		}
		switch fit {
		case certain:
			return f.lastOf(f.apposition(k, c), c)
		case possible:
			if weak < 0 {
				weak = f.lastOf(k, c)
			}
		}
	}
	return weak
}

// pastDate is the segment behind the date that segment si ends with, or an aside: сообщил во вторник, 3 марта, | Иван Рощин ·
// сказал, в частности, | Иван Рощин; si where no verbless one is.
func (f *finder) pastDate(si int) int {
	n := si + 1
	for n < len(f.segs) && n < si+3 && f.segs[n].before == comma && f.segs[n].first < f.segs[n].last && (f.dateOnly(&f.segs[n]) || f.bareWords(f.segs[n].first, f.segs[n].last)) {
		n++
	}
	if n == si+1 || n >= len(f.segs) || f.segs[n].before != comma || f.segs[n].finite >= 0 || f.segs[n].kind != plain {
		return si
	}
	return n
}

// lastOf is the phrase that и joins to phrase k where the verb is of several.
func (f *finder) lastOf(k int, c *cue) int {
	if c.plural() && k+1 < len(f.phrases) && f.phrases[k+1].first == f.phrases[k].last+1 && f.partner(&f.phrases[k+1]) == k {
		return k + 1
	}
	return k
}

// apposition is the phrase with a name that stands behind phrase k and says who it is: писатель и журналист | Иван Рощин ·
// глава банка, депутат | Иван Рощин · руководитель дирекции по вещанию | Иван Рощин; else k.
func (f *finder) apposition(k int, c *cue) int {
	if p := &f.phrases[k]; p.name >= 0 || p.kind != noun || c.plural() {
		return k
	}
	for n := k; n+1 < len(f.phrases) && n < k+4; n++ {
		p, q := &f.phrases[n], &f.phrases[n+1]
		switch {
		case q.prep >= 0:
			if q.prep != p.last {
				return k
			}
			continue
		case q.first != p.last && (q.first != p.last+1 || f.key(p.last) != "и" && f.kind(p.last) != comma):
			return k
		case q.name >= 0 && f.typ(q.name) == entity.Person && (q.first == p.last || q.kind == noun):
			if f.fits(q, c) == certain && !f.otherGender(q.name, c) && (q.first == p.last || f.key(p.last) == "и" || f.ofPeople(p.head) && f.partsBehind(q.last)) {
				return n + 1
			}
			return k
		case q.kind != noun || !f.word(q.head).Is(lex.Post|lex.PersonNoun):
			return k
		}
	}
	return k
}

// finiteBetween tells whether a verb that makes a clause stands between two nodes.
func (f *finder) finiteBetween(i, last int) bool {
	for ; i < last; i++ {
		if f.finite(i) {
			return true
		}
	}
	return false
}

// partsBehind tells whether a mark of punctuation or the end stands at node i.
func (f *finder) partsBehind(i int) bool { return i >= f.last || f.parts(i) || f.kind(i) == stop }

// verbBetween tells whether another verb stands between two nodes.
func (f *finder) verbBetween(i, last int) bool {
	for ; i < last; i++ {
		if f.finite(i) || f.nodes[i].gram&lex.Infinitive != 0 && f.nodes[i].gram&lex.Noun == 0 {
			return true
		}
	}
	return false
}

// left looks for the subject before the verb: in its segment, then that of the verb before it in the clause, then in what
// stands between commas before it.
func (f *finder) left(c *cue) int {
	si := int(f.nodes[c.node].seg)
	s := &f.segs[si]
	own := f.verbBefore(s.first, c.node-c.lead)
	if own < 0 {
		own = c.node - c.lead
	}
	k := f.nearest(s.first, own, c)
	if k < 0 || !f.utters(&f.phrases[k]) {
		if f.phraseBefore(c) {
			if n := f.leftOf(si, c); k < 0 && n >= 0 && f.rank(n, c) == 4 {
				return n // Рощин, …, после заявления Монти | сказал
			}
		}
		if n := f.swallowed(s.first, c); n >= 0 {
			return n
		}
	}
	if k >= 0 {
		return k
	}
	if s.kind == participial && s.finite != c.node || s.kind == relative && !f.oblique(s) {
		return -1
	}
	k = f.leftOf(si, c)
	if k < 0 && own < c.node-c.lead {
		k = f.nearest(own, c.node-c.lead, c)
	}
	return k
}

// leftOf looks for the subject in the segments before segment si, up to the verb of the clause before.
func (f *finder) leftOf(si int, c *cue) int {
	best, bestRank := -1, 0
	for n := si - 1; n >= 0 && c.node-f.segs[n].first < far; n-- {
		f.steps++
		if b := f.segs[n+1].before; b == semicolon || b == colon || b == stop {
			break
		}
		p := &f.segs[n]
		if p.depth > f.segs[si].depth || f.passed(p) {
			continue
		}
		if k, rank := f.inSegment(p, c); rank > bestRank {
			best, bestRank = k, rank
		}
		if p.kind == subordinate || bestRank > 1 && p.finite >= 0 {
			break
		}
	}
	return best
}

// passed tells whether what a segment has is no subject of a verb behind it: it is a phrase or clause of its own, or one of two
// names with a dash between.
func (f *finder) passed(p *segment) bool {
	switch p.kind {
	case relative, participial, gerundial:
		return true
	case subordinate:
		return p.finite >= 0
	}
	return p.first == p.last || p.before == dash && p.finite < 0 && f.kind(p.first) == name && f.kind(p.first-2) == name // Топалов — Крамник
}

// inSegment is the phrase of a segment that can be the subject of a verb behind it, and how likely; what stands before its own
// verb comes first.
func (f *finder) inSegment(p *segment, c *cue) (k, rank int) {
	last := p.last
	if p.finite >= 0 {
		last = p.finite
	}
	if k = f.nearest(p.first, last, c); k < 0 && p.finite >= 0 {
		k = f.swallowed(p.first, &cue{node: p.finite, gram: c.gram})
	}
	if k >= 0 {
		return k, f.rank(k, c)
	}
	if k = f.nearest(last, p.last, c); k >= 0 {
		return k, 1
	}
	return -1, 0
}

// verbBefore is the last verb between two nodes: what stands behind it is its object rather than the next verb's subject; -1
// for none.
func (f *finder) verbBefore(first, last int) int {
	for i := last - 1; i >= first; i-- {
		if f.finite(i) && f.nodes[i].gram&lex.Verb != 0 {
			return i
		}
	}
	return -1
}

// oblique tells whether который is no subject of its clause: в котором, где.
func (f *finder) oblique(s *segment) bool {
	return f.preposition(s.first) || f.key(s.first) == "где" || which(f.key(s.first+1))
}

// rank tells how likely a phrase that fits is the subject: a person's name, people, an organisation, another name.
func (f *finder) rank(k int, c *cue) int {
	p := &f.phrases[k]
	switch {
	case f.typ(p.name) == entity.Person && f.upright(f.nodes[p.name].ref):
		return 4
	case p.name >= 0 && f.typ(p.name) == entity.Place:
		return 1
	case f.fits(p, c) == certain:
		return 3
	}
	return 2
}

// phraseBefore tells whether the phrase right before a verb stands behind a preposition and ends with a name that does not tell its case.
func (f *finder) phraseBefore(c *cue) bool {
	k := f.phraseFrom(c.node) - 1
	if k < 0 || f.phrases[k].prep < 0 {
		return false
	}
	i := f.phrases[k].last - 1
	return f.nodes[i].kind == name && !f.strict(f.nodes[i].ref)
}

// swallowed is the phrase right before the verb that ends with a name which can be the subject although it stands where a
// genitive would: На заседании кабинета | Нетаньяху заявил; -1 for none.
func (f *finder) swallowed(first int, c *cue) int {
	k := f.phraseFrom(c.node) - 1
	if k < 0 || f.phrases[k].first < first {
		return -1
	}
	p := &f.phrases[k]
	if f.typ(p.last-1) == entity.Place && p.kind == noun && f.fits(p, c) != unfit {
		return -1
	}
	if i := p.last - 1; i > p.head && f.nodes[i].kind == name && f.light(p.last, c.node) && f.nameFits(i, c) != unfit {
		f.phrases[k].last = i
		f.insert(k+1, phrase{prep: -1, first: i, head: i, last: i + 1, name: i, kind: named})
		return k + 1
	}
	return -1
}

// insert puts a phrase into the list.
func (f *finder) insert(k int, p phrase) {
	f.phrases = append(f.phrases, phrase{})
	copy(f.phrases[k+1:], f.phrases[k:])
	f.steps += len(f.phrases) - k
	f.phrases[k] = p
}

// phaseSubject is the subject of an infinitive with a verb that lends it: начали скандировать.
func (f *finder) phaseSubject(c *cue) int {
	s := &f.segs[f.nodes[c.node].seg]
	for i := c.node - 1; i >= max(s.first, c.node-3); i-- {
		if f.finite(i) && f.nodes[i].gram&lex.Verb != 0 && has(f.word(i), phase) {
			return f.subject(&cue{node: i, gram: f.verbGram(i)}, before)
		}
	}
	return -1
}

// nearest is the phrase between two nodes that can be the subject and is nearest to the second; a certain one first.
func (f *finder) nearest(first, last int, c *cue) int {
	weak := -1
	for k := f.phraseFrom(last) - 1; k >= 0; k-- {
		p := &f.phrases[k]
		if p.first < first {
			break
		}
		if p.last > last {
			continue
		}
		switch f.fits(p, c) {
		case certain:
			return k
		case possible:
			if weak < 0 {
				weak = k
			}
		}
	}
	return weak
}

// phraseFrom is the first phrase that begins at a node or behind it.
func (f *finder) phraseFrom(i int) int {
	f.chunk()
	lo, hi := 0, len(f.phrases)
	for lo < hi {
		if m := int(uint(lo+hi) / 2); f.phrases[m].first < i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// mainSubject is the subject of the sentence's main clause, for a gerund.
func (f *finder) mainSubject(c *cue) int {
	own := int(f.nodes[c.node].seg)
	for d := range len(f.segs) + 1 {
		for _, si := range [...]int{own - d, own + d} {
			if si < 0 || si >= len(f.segs) || d > 12 {
				continue
			}
			s := &f.segs[si]
			if s.finite < 0 || d == 0 && s.finite > c.node || s.kind == relative || s.kind == subordinate || s.kind == participial {
				continue
			}
			main := cue{node: s.finite, gram: f.verbGram(s.finite)}
			if k := f.subject(&main, f.orderBehind(s)); k >= 0 {
				return k
			}
		}
	}
	return -1
}

// orderBehind is where the subject of a segment is looked for: what stands before the author's words is not theirs.
func (f *finder) orderBehind(s *segment) order {
	if s.tag || s.closes || s.before == dash && s.first > 1 && (f.kind(s.first-2) == comma || f.kind(s.first-2) == stop) {
		return tagged
	}
	return before
}

// dependsOn is the phrase a participle at node i depends on: the last one before its comma.
func (f *finder) dependsOn(i int) int {
	s := &f.segs[f.nodes[i].seg]
	k := f.phraseFrom(s.first) - 1
	if k >= 0 && s.before == comma && f.phrases[k].last == s.first-1 && f.utters(&f.phrases[k]) {
		return k
	}
	return -1
}

type fitness uint8

const (
	unfit fitness = iota
	possible
	certain
)

// fits tells whether a phrase can be the subject of the cue's verb.
func (f *finder) fits(p *phrase, c *cue) fitness {
	f.steps++
	if p.prep >= 0 || f.behindPreposition(p) {
		return unfit
	}
	if p.name >= 0 {
		if g := f.word(p.head).Gram(lex.Noun); p.name != p.head && g != 0 && g&lex.Nom == 0 { // сообщил газете The Beacon
			return unfit
		}
		if got := f.nameFits(p.name, c); got != unfit || p.kind == named {
			return got
		}
	}
	switch p.kind {
	case named:
		return f.titleFits(p.head, c)
	case quantity, choice:
		return f.quantityFits(p, c)
	}
	if !f.speaks(p) && !(c.gov == voices|impersonal && f.paper(p.head)) { // закон гласит
		return unfit
	}
	return f.wordFits(p, c)
}

// behindPreposition tells whether и joins a phrase to one with a preposition that goes for both: в пальто и пенсне.
func (f *finder) behindPreposition(p *phrase) bool {
	if p.first < 2 || f.key(p.first-1) != "и" {
		return false
	}
	k := f.phraseFrom(p.first) - 1
	if f.typ(p.name) == entity.Place {
		return k >= 0 && f.phrases[k].last == p.first-1 && f.phrases[k].prep >= 0 && f.typ(f.phrases[k].name) == entity.Place
	}
	if p.name >= 0 || f.word(p.head).Is(lex.Post|lex.PersonNoun) {
		return false
	}
	return k >= 0 && f.phrases[k].last == p.first-1 && f.phrases[k].prep >= 0 && f.nodes[p.head].gram&(lex.Cases&^lex.Nom) != 0
}

// titleFits is fits for a title in quotation marks.
func (f *finder) titleFits(i int, c *cue) fitness {
	if !f.titleLike(i) || f.kind(i-1) == colon {
		return unfit // ответил: «…», но уточнил
	}
	m := &f.marks[f.nodes[i].ref]
	w := f.doc.Tokens[m.First].Word()
	if w.Known() && !w.Can(lex.Nom) && (m.Last == m.First+1 || w.Can(lex.Adj) || w.Can(lex.Noun)) || c.plural() && !w.Can(lex.Plur|lex.Nom) {
		return unfit
	}
	return possible
}

// nameFits is fits for a name: by the entity's gender, where it is known.
func (f *finder) nameFits(i int, c *cue) fitness {
	m := f.nodes[i].ref
	x := &f.mentions[m]
	if !f.upright(m) || c.plural() && (x.typ == entity.Person || !f.acronym(i) && f.nodes[i].gram&lex.Plur == 0) && !f.oneOfSeveral(i) {
		return unfit
	}
	if past := c.gram & lex.Genders; x.typ == entity.Person && past != 0 && c.gram&lex.Plur == 0 {
		switch f.entities[x.entity].Gender {
		case entity.Male:
			if past&lex.Masc == 0 {
				return unfit
			}
		case entity.Female:
			if past&lex.Fem == 0 {
				return unfit
			}
		}
	}
	if x.typ == entity.Person && f.strict(m) {
		return certain
	}
	if x.typ == entity.Org && f.genderDiffers(i, c) {
		return unfit
	}
	return possible
}

// otherGender tells whether a person's name in the nominative is surely of another gender than the verb: сообщила | мэр Иван Рощин.
func (f *finder) otherGender(i int, c *cue) bool {
	m := f.nodes[i].ref
	past := c.gram & lex.Genders
	return f.typ(i) == entity.Person && f.strict(m) && past != 0 && c.gram&lex.Plur == 0 && f.gender(f.mentions[m].entity)&past == 0
}

// oneOfSeveral tells whether и stands before or behind a name node, with another name or noun on its other side.
func (f *finder) oneOfSeveral(i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if f.key(k) == "и" && (f.kind(2*k-i) == name || f.kind(2*k-i) == word) {
			return true
		}
	}
	return false
}

// genderDiffers tells whether the word of an organisation's name is known to be of another gender than the verb.
func (f *finder) genderDiffers(i int, c *cue) bool {
	past := c.gram & lex.Genders
	if past == 0 || c.gram&lex.Plur != 0 || f.acronym(i) || f.nodes[i].last-f.nodes[i].first > 1 {
		return false
	}
	w := f.word(i)
	return w.Known() && w.Can(lex.Noun|lex.Nom) && !w.Can(lex.Noun|lex.Nom|past)
}

// quantityFits: несколько депутатов заявили, заявило; один из депутатов заявил.
func (f *finder) quantityFits(p *phrase, c *cue) fitness {
	w := f.word(p.head)
	if p.kind == choice || f.nodes[p.head].gram&lex.Gen == 0 {
		return f.wordFits(p, c)
	}
	if f.timely(p.head) || !f.animate(p.head) && !w.Is(lex.PersonNoun|lex.OrgNoun|lex.MediaNoun|lex.PlaceNoun) {
		return unfit
	}
	if c.gram&lex.Plur != 0 || c.gram&lex.Neut != 0 {
		return certain
	}
	return unfit
}

// wordFits tells whether the head of a phrase can stand in the nominative and agrees with the verb.
func (f *finder) wordFits(p *phrase, c *cue) fitness {
	best := unfit
	w := f.word(p.head)
	if w.Grams&lex.Nom == 0 {
		return unfit
	}
	for _, r := range w.Readings {
		g := r.Gram()
		if g&lex.Nom == 0 || g&(lex.Noun|lex.Pronoun|lex.Adj|lex.Participle|lex.Numeral) == 0 || g&(lex.P1|lex.P2) != 0 && c.gram&lex.P3 != 0 {
			continue
		}
		if !f.accords(p, g, c) || !f.dressed(p, g) {
			continue
		}
		if g&(lex.Acc|lex.Gen) != 0 && g&lex.Anim == 0 && !w.Is(lex.PersonNoun|lex.Post) {
			best = max(best, possible)
		} else {
			best = certain
		}
	}
	return best
}

// accords tells whether a noun's number and gender are those of the verb.
func (f *finder) accords(p *phrase, g lex.Gram, c *cue) bool {
	switch {
	case c.plural():
		return g&lex.Plur != 0 || g&lex.Numbers == 0 || f.joined(p) || f.part(p.head)
	case g&lex.Sing == 0 && g&lex.Plur != 0 && g&lex.Fixed == 0:
		return false
	case c.gram&lex.Past == 0 || c.gram&lex.Genders == 0 || g&lex.Genders == 0 || g&lex.Fixed != 0:
		return true
	}
	return g&c.gram&lex.Genders != 0 || c.gram&lex.Fem != 0 && g&lex.Anim != 0 && f.word(p.head).Is(lex.Post)
}

// dressed tells whether the adjectives of a phrase can stand in the nominative with its head.
func (f *finder) dressed(p *phrase, g lex.Gram) bool {
	if p.first == p.head || f.nodes[p.first].kind != word {
		return true
	}
	for _, r := range f.word(p.first).Readings {
		a := r.Gram()
		if a&(lex.Adj|lex.Participle|lex.Numeral) == 0 || a&lex.Nom != 0 && (a&g&lex.Numbers != 0 || a&lex.Numbers == 0) {
			return true
		}
	}
	return f.possessive(p.first)
}

// joined tells whether another phrase in the nominative stands before this one with и between: Израиль и США.
func (f *finder) joined(p *phrase) bool {
	return p.first > 1 && f.key(p.first-1) == "и" && f.partner(p) >= 0
}

// partner is the phrase that и joins to this one; -1 for none.
func (f *finder) partner(p *phrase) int {
	k := f.phraseFrom(p.first) - 1
	if k < 0 || f.key(p.first-1) != "и" || f.phrases[k].last != p.first-1 || f.phrases[k].prep >= 0 {
		return -1
	}
	q := &f.phrases[k]
	if q.name >= 0 && f.upright(f.nodes[q.name].ref) || q.kind != named && f.nodes[q.head].gram&lex.Nom != 0 {
		return k
	}
	return -1
}

// speaks tells whether what a phrase names can say something: nothing of time, nothing that is said itself, not это.
func (f *finder) speaks(p *phrase) bool {
	if f.timely(p.head) || p.kind == substantive && !f.people(p) && !f.saidBy(p) {
		return false
	}
	switch f.key(p.head) {
	case "это", "что", "то", "того", "тем", "том", "тому", "все", "всё", "ничто", "чего", "сам", "сама", "само", "сами", "один", "одна", "одно", "раз", "речь", "слово", "слова", "его", "ее", "их":
		return false
	}
	w := f.word(p.head)
	return !w.Is(lex.SpeechNoun) || w.Is(lex.OrgNoun|lex.MediaNoun|lex.Post)
}

// saidBy tells whether an adjective without a noun stands alone between a verb of speech and the end of its clause: «…», — сказала | потерпевшая.
func (f *finder) saidBy(p *phrase) bool {
	g := f.nodes[p.head].gram
	return p.prep < 0 && p.last == p.first+1 && p.first > 0 && f.partsBehind(p.last) && f.word(p.first-1).Is(lex.SpeechVerb) && g&lex.Neut == 0 && g&lex.Nom != 0 && g&(lex.Masc|lex.Fem) != 0 &&
		g&(lex.Numeral|lex.Pronoun|lex.Apro) == 0
}

// people tells whether an adjective without a noun can mean people: присутствующие, некоторые, пострадавший.
func (f *finder) people(p *phrase) bool {
	g := f.nodes[p.head].gram
	if which(f.key(p.head)) || theOther(f.key(p.head)) && f.key(p.head+1) != "же" {
		return true
	}
	return g&(lex.Adj|lex.Participle) != 0 && g&lex.Neut == 0 && (g&lex.Participle != 0 && g&lex.Active != 0 || g&lex.Plur != 0)
}

// utters tells whether what a phrase names commonly speaks.
func (f *finder) utters(p *phrase) bool {
	if p.kind == named || p.kind == pronoun || p.name >= 0 {
		return p.kind != named || f.nodes[p.head].kind == name || f.titleLike(p.head)
	}
	return f.speaks(p) && (f.animate(p.head) || f.word(p.head).Is(lex.PersonNoun|lex.Post|lex.OrgNoun|lex.MediaNoun) || f.acronym(p.head) || f.part(p.head) || has(f.word(p.head), untitled) || p.kind != noun)
}

// animate tells whether node i can be a noun that means living beings.
func (f *finder) animate(i int) bool { return f.word(i).Can(lex.Noun | lex.Anim) }

// titleLike tells whether a quoted node can be a name that stands for who speaks: сообщает «Интерфакс».
func (f *finder) titleLike(i int) bool {
	if f.nodes[i].kind != quoted {
		return true
	}
	m := &f.marks[f.nodes[i].ref]
	if m.First == m.Last || m.Last-m.First > 6 || !f.capital(m.First) {
		return false
	}
	last := &f.doc.Tokens[m.Last-1]
	return !last.Is('?') && !last.Is('…')
}
