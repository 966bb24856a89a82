package quote

import (
	"strings"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A source is who says something: the words that name it and who that is.
type source struct {
	first, last int32    // tokens; none where they are equal
	entity      int32    // its place in the list plus 1; 0 for none
	as          int32    // another source with the same name, plus 1; 0 for none
	cases       lex.Gram // that the words stand in
	gram        lex.Gram // gender and number, as far as known
	title       bool     // a title in quotation marks
}

func (s source) none() bool { return s.first == s.last && s.entity == 0 && s.as == 0 }

// said is the number of the source of what a cue reports plus 1; 0 for none.
func (f *finder) said(c *cue, o order) int32 {
	if c.src == 0 {
		if c.src = f.shared(c); c.src == 0 {
			f.hint = 0
			if c.form == finite && c.gram&lex.Past != 0 && c.gram&lex.Plur == 0 {
				f.hint = c.gram & lex.Genders
			}
			c.src = f.keep(f.find(c, o))
			f.hint = 0
		}
	}
	return c.src
}

// find looks for who says what a cue reports.
func (f *finder) find(c *cue, o order) source {
	switch {
	case c.gov&cites != 0:
		return f.cited(c)
	case c.form == passive || c.gov&impersonal != 0 && c.gov&(says|voices) == 0:
		return f.document(c)
	case c.gov&outOf != 0:
		return f.outOf(c)
	}
	if k := f.subject(c, o); k >= 0 {
		cases := lex.Nom
		if c.form == participle1 {
			cases = lex.Cases
		}
		return f.fromPhrase(k, cases)
	}
	if c.form == infinitive {
		return f.indirectObject(c)
	}
	if c.plural() {
		return f.somewhere(c)
	}
	if c.form == finite && c.gov&impersonal == 0 {
		return f.carried(c.gram)
	}
	return source{}
}

// shared is the source of an earlier verb of the sentence that и joins to this one: N напомнил, что …, и подчеркнул, что …
func (f *finder) shared(c *cue) int32 {
	s := &f.segs[f.nodes[c.node].seg]
	i := c.node - 1
	for i >= s.first && f.lightWord(i) && !f.joins(i) {
		i--
	}
	if i < s.first || !f.joins(i) {
		return 0
	}
	for k := len(f.cues) - 1; k >= 0; k-- {
		if d := &f.cues[k]; d.node < c.node && d.src > 0 && d.form == finite && d.gram&c.gram&(lex.Past|lex.Pres) != 0 && d.gram&c.gram&(lex.Genders|lex.Plur|lex.P3) != 0 {
			return d.src
		}
	}
	return 0
}

func (f *finder) joins(i int) bool {
	switch f.key(i) {
	case "и", "а", "но":
		return true
	}
	return false
}

// fromPhrase makes a source of a phrase that stands in one of some cases.
func (f *finder) fromPhrase(k int, cases lex.Gram) source {
	p := &f.phrases[k]
	if p.kind == pronoun || which(f.key(p.head)) {
		return f.fromPronoun(p)
	}
	if p.name >= 0 && (cases != lex.Nom || p.kind == named || f.upright(f.nodes[p.name].ref)) {
		return f.fromName(p, k, cases)
	}
	if i := p.head + 1; i < p.last && f.nodes[i].kind == quoted && f.word(p.head).Is(lex.OrgNoun|lex.MediaNoun) {
		return f.inside(i, lex.Nom) // газета | «Весть»
	}
	first, last := p.first, p.last
	for first < p.head && f.pointer(first) {
		first++
	}
	if f.aged(first) {
		first -= 2
	}
	s := source{first: f.nodes[first].first, last: f.nodes[last-1].last, cases: cases, gram: f.word(p.head).Gram(lex.Noun) &^ f.cross()}
	if p.kind == named {
		s = f.inside(p.head, cases)
	}
	if q := f.partner(p); q >= 0 && f.key(p.first-1) == "и" && cases == lex.Nom && f.plural(q, p) {
		s.first, s.gram, s.cases = f.nodes[f.phrases[q].first].first, lex.Plur, 0
		return s
	}
	f.extend(&s, last)
	return f.known(s, p)
}

// aged tells whether a number and a hyphen stand before an adjective: 30-летний житель.
func (f *finder) aged(i int) bool {
	return i >= 2 && strings.HasPrefix(f.key(i), "летн") && f.nodes[i-1].kind == other && f.nodes[i-2].kind == number
}

// cross is the genders that are not the verb's.
func (f *finder) cross() lex.Gram {
	if f.hint == 0 {
		return 0
	}
	return lex.Genders &^ f.hint
}

// plural tells whether the verb next to two joined phrases is one of several: it is if either is no name of a post of the same person.
func (f *finder) plural(q int, p *phrase) bool {
	return f.phrases[q].name >= 0 || p.name < 0 || !f.upright(f.nodes[p.name].ref)
}

// fromName makes a source of a phrase whose head a name says: the name alone where it is a person's or stands in apposition.
func (f *finder) fromName(p *phrase, k int, cases lex.Gram) source {
	n := &f.nodes[p.name]
	x := &f.mentions[n.ref]
	s := source{first: n.first, last: n.last, entity: x.entity + 1, cases: cases, gram: f.gender(x.entity)}
	if q := f.partner(p); q >= 0 && f.key(p.first-1) == "и" && f.phrases[q].name >= 0 && f.phrases[q].kind == named && p.kind == named {
		s.first = f.nodes[f.phrases[q].first].first
		s.entity, s.cases, s.gram = 0, 0, lex.Plur
	}
	return s
}

// inside makes a source of a title in quotation marks: its words alone, and the entity they name.
func (f *finder) inside(i int, cases lex.Gram) source {
	m := &f.marks[f.nodes[i].ref]
	s := source{first: int32(m.First), last: int32(m.Last), cases: cases, gram: lex.Sing, title: true}
	for t := m.First; t < m.Last; t++ {
		if x := f.mentioned(int32(t)); x >= 0 && f.names(x) {
			s.entity = f.mentions[x].entity + 1
			break
		}
	}
	return s
}

// gender is what an entity's gender is as a grammeme.
func (f *finder) gender(e int32) lex.Gram {
	if e < 0 {
		return lex.Sing
	}
	switch x := &f.entities[e]; {
	case x.Type != entity.Person:
		return lex.Sing
	case x.Gender == entity.Male:
		return lex.Sing | lex.Masc
	case x.Gender == entity.Female:
		return lex.Sing | lex.Fem
	}
	return lex.Sing | lex.Masc | lex.Fem
}

// pointer tells whether an adjective only points at its noun: эта компания, сама женщина.
func (f *finder) pointer(i int) bool {
	switch f.key(i) {
	case "этот", "эта", "это", "этого", "этой", "этому", "этом", "эти", "этих", "тот", "та", "те", "того", "той", "сам", "сама", "сами", "самого", "самой",
		"весь", "вся", "все", "всех", "свой", "своя", "свои", "своего", "своей", "один", "одна", "также":
		return true
	}
	return false
}

// fromPronoun makes a source of он, она, они, я, который.
func (f *finder) fromPronoun(p *phrase) source {
	n := &f.nodes[p.head]
	s := source{first: n.first, last: n.last, cases: lex.Nom, gram: f.word(p.head).Gram(lex.Nom)}
	if which(f.key(p.head)) {
		return f.antecedent(p)
	}
	return f.resolved(s)
}

// antecedent is the source который stands for: the phrase before its comma.
func (f *finder) antecedent(p *phrase) source {
	first := f.segs[f.nodes[p.head].seg].first
	k := f.phraseFrom(first) - 1
	if k < 0 {
		return source{}
	}
	s := f.fromPhrase(k, 0)
	return s
}

// resolved ties a pronoun to who it stands for: who spoke in the sentence before, else the one entity found for it, else
// who spoke or acted last.
func (f *finder) resolved(s source) source {
	g := s.gram
	if g&lex.P1 != 0 {
		s.as = f.lv.self
		return s
	}
	if f.recent(1) && f.suits(&f.sources[f.lv.last-1], g) {
		s.as = f.lv.last
		return s
	}
	if m := f.mentioned(s.first); m >= 0 && f.mentions[m].kind == entity.ByPronoun && !f.isSelf(f.mentions[m].entity) {
		s.entity = f.mentions[m].entity + 1
		return s
	}
	if t := f.lv.topic; t > 0 && f.lv.number-f.lv.topicUnit <= 2 && f.suits(&f.sources[t-1], g) {
		s.as = t
	} else if f.recent(3) && f.suits(&f.sources[f.lv.last-1], g) {
		s.as = f.lv.last
	} else if f.lv.self == 0 && g&lex.Plur == 0 && g&lex.P2 == 0 {
		if e := f.lastPerson(s.first, g); e >= 0 {
			s.entity = int32(e) + 1
		}
	}
	return s
}

// recent tells whether somebody spoke in one of the last sentences.
func (f *finder) recent(sentences int) bool {
	return f.lv.last > 0 && f.lv.number-f.lv.lastUnit <= sentences
}

// isSelf tells whether an entity is who speaks in the marks at hand.
func (f *finder) isSelf(e int32) bool {
	for n := f.lv.self; n > 0; n = f.sources[n-1].as {
		if f.sources[n-1].entity == e+1 {
			return true
		}
	}
	return false
}

// suits tells whether a pronoun of some gender and number can stand for a source.
func (f *finder) suits(s *source, g lex.Gram) bool {
	if g&lex.Plur != 0 && g&lex.Sing == 0 {
		return s.gram&lex.Plur != 0
	}
	return s.gram&lex.Sing != 0 && s.gram&g&lex.Genders != 0
}

// carried is the source that goes on speaking where the verb has no subject.
func (f *finder) carried(g lex.Gram) source {
	if f.recent(2) {
		if s := &f.sources[f.lv.last-1]; g == 0 || f.suits(s, g) || g&(lex.Genders|lex.Plur) == 0 {
			return *s
		}
	}
	return source{}
}

// cited is the source of words that somebody else cites: the object of the verb (цитирует Иванова, приводит слова Иванова).
func (f *finder) cited(c *cue) source {
	s := &f.segs[f.nodes[c.node].seg]
	for k := f.phraseFrom(c.node + 1); k < len(f.phrases) && f.phrases[k].first < s.last; k++ {
		p := &f.phrases[k]
		if p.prep >= 0 {
			continue
		}
		if q, ok := f.citedWords(p); ok {
			if i := q.last - 1; i > q.head+1 && f.nodes[i].kind == name && f.typ(i) != entity.Person && f.right(c, false) < 0 {
				q.last = i // the subject: цитирует слова министра | РИА Новости
			}
			if src := f.genitiveOf(&q); !src.none() {
				return src
			}
			continue
		}
		if p.name >= 0 && !f.upright(f.nodes[p.name].ref) || p.kind == noun && f.nodes[p.head].gram&(lex.Acc|lex.Gen) != 0 && f.nodes[p.head].gram&lex.Nom == 0 {
			return f.fromPhrase(k, lex.Acc)
		}
	}
	for k := f.phraseFrom(c.node + 1); k < len(f.phrases) && f.phrases[k].first < s.last; k++ {
		if p := &f.phrases[k]; p.prep < 0 && f.typ(p.name) == entity.Person {
			return f.fromPhrase(k, lex.Acc)
		}
	}
	for k := f.phraseFrom(c.node) - 1; k >= 0 && f.phrases[k].first >= s.first; k-- {
		if which(f.key(f.phrases[k].head)) && f.nodes[f.phrases[k].head].gram&lex.Gen != 0 {
			return f.antecedent(&f.phrases[k])
		}
	}
	return source{}
}

// citedWords is the part of a phrase that begins with the noun for what is cited: приводит (газета) | слова министра.
func (f *finder) citedWords(p *phrase) (q phrase, ok bool) {
	if p.kind != noun {
		return q, false
	}
	for i := p.head; i < p.last; i++ {
		if f.nodes[i].kind == word && f.nodes[i].gram&lex.Acc != 0 && f.word(i).Is(lex.SpeechNoun) {
			return phrase{prep: -1, first: i, head: i, last: p.last, name: -1}, true
		}
	}
	return q, false
}

// genitiveOf is the source in the genitive behind the noun of speech that heads a phrase, or the possessive before it.
func (f *finder) genitiveOf(p *phrase) source {
	for i := p.first; i < p.head; i++ {
		if f.possessive(i) {
			n := &f.nodes[i]
			g := lex.Sing | lex.Masc
			switch f.key(i) {
			case "ее":
				g = lex.Sing | lex.Fem
			case "их":
				g = lex.Plur
			}
			return f.resolved(source{first: n.first, last: n.last, gram: g})
		}
	}
	i := p.head + 1
	if f.key(i) == "же" {
		i++
	}
	if i >= p.last {
		return source{}
	}
	k, ok := f.phraseAt(i, p.last)
	if !ok || k.prep >= 0 || f.paper(p.head) && !f.utters(&k) {
		return source{} // материалы дела
	}
	return f.sub(k, lex.Gen)
}

// paper tells whether a node is a noun of what speech stands in: материалы, отчёт.
func (f *finder) paper(i int) bool {
	v, ok := f.word(i).Value(lex.SpeechNoun)
	return ok && governs(v, nounLetters, along)&place != 0
}

// sub makes a source of a phrase inside another one.
func (f *finder) sub(p phrase, cases lex.Gram) source {
	f.phrases = append(f.phrases, p)
	s := f.fromPhrase(len(f.phrases)-1, cases)
	f.phrases = f.phrases[:len(f.phrases)-1]
	return s
}

// document is the source of an impersonal verb: whose statement it is (говорится в заявлении МИД), else what it stands in.
func (f *finder) document(c *cue) source {
	si := int(f.nodes[c.node].seg)
	s := &f.segs[si]
	if src := f.documentIn(c.node+1, s.last); !src.none() {
		return src
	}
	if src := f.documentIn(s.first, c.node); !src.none() {
		return src
	}
	if si > 1 && f.segs[si-1].kind == participial && s.before == comma { // В заявлении, опубликованном вчера, говорится
		return f.documentIn(f.segs[si-2].first, f.segs[si-2].last)
	}
	return source{}
}

// documentIn is the first source between two nodes that stands behind в or на.
func (f *finder) documentIn(first, last int) source {
	for k := f.phraseFrom(first); k < len(f.phrases) && f.phrases[k].first < last; k++ {
		p := &f.phrases[k]
		if p.prep < 0 || !f.location(p.prep) || p.kind == pronoun {
			continue
		}
		if p.kind == noun && f.word(p.head).Is(lex.SpeechNoun) {
			return f.documentOf(k)
		}
		if p.kind != noun || f.word(p.head).Is(lex.OrgNoun|lex.MediaNoun) {
			if f.typ(p.name) != entity.Place && !f.timely(p.head) && p.kind != substantive && p.kind != quantity {
				return f.fromPhrase(k, lex.Loc)
			}
		}
	}
	return source{}
}

// documentOf is whose statement or page a phrase names; where it does not say, who spoke before, else the thing itself.
func (f *finder) documentOf(k int) source {
	p := &f.phrases[k]
	if src := f.genitiveOf(p); !src.none() && (!f.site(p.head) || f.owner(&src)) {
		return src
	}
	if p.last == p.head+1 && p.first == p.head && f.recent(2) && !f.site(p.head) {
		return f.sources[f.lv.last-1]
	}
	return f.fromPhrase(k, lex.Loc)
}

// owner tells whether a source is an organisation.
func (f *finder) owner(s *source) bool {
	if s.title {
		return true
	}
	if s.entity > 0 {
		return f.entities[s.entity-1].Type == entity.Org
	}
	for i := s.first; i < s.last; i++ {
		if f.doc.Tokens[i].Word().Is(lex.OrgNoun) {
			return true
		}
	}
	return false
}

// site tells whether a noun is the place of publication that is told by its own name: сайт Кремля.
func (f *finder) site(i int) bool {
	w := f.word(i)
	return w.Is(lex.MediaNoun) || has(w, page)
}

// location tells whether a preposition is в or на.
func (f *finder) location(i int) bool {
	switch f.key(i) {
	case "в", "во", "на":
		return true
	}
	return false
}

// outOf is the source behind из: как следует из письма.
func (f *finder) outOf(c *cue) source {
	k := f.phraseFrom(c.node + 1)
	if k >= len(f.phrases) || f.phrases[k].prep < 0 || f.key(f.phrases[k].prep) != "из" {
		return source{}
	}
	if src := f.genitiveOf(&f.phrases[k]); !src.none() {
		return src
	}
	return f.fromPhrase(k, lex.Gen)
}

// indirectObject is who an infinitive's act is left to: позволило аналитикам заявлять.
func (f *finder) indirectObject(c *cue) source {
	k := f.phraseFrom(c.node) - 1
	if k < 0 || f.phrases[k].last != c.node || f.phrases[k].prep >= 0 || f.nodes[f.phrases[k].head].gram&lex.Dat == 0 {
		return source{}
	}
	return f.fromPhrase(k, lex.Dat)
}

// somewhere is the source of a verb of several that has no subject: в полиции заявили.
func (f *finder) somewhere(c *cue) source {
	s := &f.segs[f.nodes[c.node].seg]
	best := -1
	for k := f.phraseFrom(s.first); k < len(f.phrases) && f.phrases[k].first < s.last; k++ {
		p := &f.phrases[k]
		if p.prep < 0 || !f.location(p.prep) && f.key(p.prep) != "из" || f.timely(p.head) {
			continue
		}
		w := f.word(p.head)
		ok := (w.Is(lex.OrgNoun|lex.MediaNoun) || f.acronym(p.head)) && !w.Is(lex.SpeechNoun) || p.name >= 0 && f.typ(p.name) != entity.Person
		if ok && (best < 0 || p.first < c.node) {
			best = k
		}
	}
	if best < 0 {
		return source{}
	}
	return f.fromPhrase(best, lex.Loc|lex.Gen)
}

// extend takes into the words of a source the place it is at: источник | в правительстве, представитель | от ОБСЕ.
func (f *finder) extend(s *source, i int) {
	for n := 0; n < 2 && i < len(f.nodes); n++ {
		k := f.phraseFrom(i)
		if k == len(f.phrases) || f.phrases[k].prep != i {
			// The phrase of a preposition begins behind it.
			if k = f.phraseFrom(i + 1); k == len(f.phrases) || f.phrases[k].prep != i {
				return
			}
		}
		p := &f.phrases[k]
		if !f.belongs(p) {
			return
		}
		s.last = f.nodes[p.last-1].last
		i = p.last
	}
}

// belongs tells whether a phrase behind a noun can say where its people are from.
func (f *finder) belongs(p *phrase) bool {
	switch f.key(p.prep) {
	case "в", "во", "из", "при", "от", "на":
	case "по", "за":
		return f.key(p.prep) == "по" && p.kind == noun && !f.word(p.head).Is(lex.SpeechNoun) && f.nodes[p.head].gram&lex.Dat != 0
	default:
		return false
	}
	if f.timely(p.head) || p.kind == pronoun {
		return false
	}
	w := f.word(p.head)
	if p.kind == named {
		return f.typ(p.head) != entity.Person
	}
	return w.Is(lex.OrgNoun|lex.PlaceNoun) && !w.Is(lex.SpeechNoun) || has(w, circle)
}

// known ties a noun to the entity or the earlier source it stands for.
func (f *finder) known(s source, p *phrase) source {
	if s.entity > 0 || p.kind != noun {
		return s
	}
	token := f.nodes[p.head].first
	if m := f.mentioned(token); m >= 0 && f.mentions[m].kind == entity.ByRole {
		s.entity = f.mentions[m].entity + 1
		return s
	}
	if p.last == p.first+1 && f.foreign(p.head) || f.surnameLike(p) {
		return f.bySurname(s, token)
	}
	if f.nodes[p.head].gram&lex.Sing != 0 && (p.last > p.head+1 || p.first < p.head && f.word(p.first).Is(lex.Country)) {
		if e := f.officer(&s, p); e >= 0 {
			s.entity = int32(e) + 1
			return s
		}
	}
	if strings.HasPrefix(f.key(p.head), "собеседни") && f.nodes[p.head].gram&lex.Sing != 0 {
		return f.sourceBefore(s)
	}
	bare := p.last == p.head+1 && !f.described(p) && (p.first == p.head || f.pointer(p.head-1) || p.first == p.head-1 && f.aged(p.first))
	if bare && f.nodes[p.head].gram&lex.Sing != 0 {
		return f.anaphor(s, p)
	}
	return s
}

// officer is the person a phrase means by an office that one person holds at a time: the one of the document who holds one of the kind,
// else the only one spoken of right before; -1 for none.
func (f *finder) officer(s *source, p *phrase) int {
	office := officeOf(f.word(p.head))
	if office == "" {
		return -1
	}
	state := (office == "глава" || office == "лидер") && has(f.word(p.last-1), wholeOf)
	found := -1
	for i := range f.entities[:min(len(f.entities), most)] {
		if !f.holds(&f.entities[i], office, state) || !state && f.elsewhere(&f.entities[i], office, p) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	if found < 0 {
		if found = f.onlyPerson(s); found >= 0 && f.holds(&f.entities[found], office, state) {
			return -1 // holds one of the kind elsewhere
		}
	}
	return found
}

// most is how many entities are looked through for one that is not mentioned by name.
const most = 200

// officeOf is the first form of a noun for an office that one person holds at a time; "" for any other.
func officeOf(w *lex.Word) string {
	if !has(w, inOffice) {
		return ""
	}
	for _, r := range w.Readings {
		if r.Lemma.Class()&lex.Telling != 0 && r.Gram()&lex.Noun != 0 {
			return w.Normal(r)
		}
	}
	return ""
}

// begins tells whether a role begins with an office, one of the two maybe longer: премьер, премьер-министр.
func begins(role, office string) bool {
	first, _, _ := strings.Cut(role, " ")
	return strings.HasPrefix(first, office) || first != "" && strings.HasPrefix(office, first)
}

// holds tells whether a person has an office among the roles; state tells that the head of state is meant.
func (f *finder) holds(e *entity.Entity, office string, state bool) bool {
	if e.Type != entity.Person {
		return false
	}
	for k := range e.Roles {
		if name := e.Roles[k].Name; begins(name, office) || state && (begins(name, "президент") || begins(name, "председатель")) {
			return true
		}
	}
	return false
}

// elsewhere tells whether a person holds an office of the kind only at another place than a phrase names: президент Заречья is
// not президент фонда «Мост».
func (f *finder) elsewhere(e *entity.Entity, office string, p *phrase) bool {
	at := p.head + 1
	if at >= p.last {
		return false
	}
	m := f.mentioned(f.nodes[at].first)
	if m < 0 && (f.word(at).Is(lex.PlaceNoun) || f.word(at).Is(lex.OrgNoun) && p.last == at+1) {
		return false // глава региона, директор компании
	}
	for k := range e.Roles {
		r := &e.Roles[k]
		if !begins(r.Name, office) {
			continue
		}
		if r.Org == 0 || m >= 0 && f.mentions[m].entity >= 0 && f.entities[f.mentions[m].entity].ID == r.Org {
			return false
		}
		if first, _ := f.doc.Range(r.Span); f.sharesWord(first+1, r.End, at, p.last) {
			return false
		}
	}
	return true
}

// sharesWord tells whether a word between a token and an offset begins like one of the nodes from first up to but not last.
func (f *finder) sharesWord(token, end, first, last int) bool {
	for t := token; t < len(f.doc.Tokens) && f.doc.Tokens[t].Start() < end; t++ {
		for i := first; i < last; i++ {
			if sharesStem(f.doc.Tokens[t].Key(), f.word(i).Key) {
				return true
			}
		}
	}
	return false
}

// onlyPerson is the person spoken of shortly before a source where it is the only one of its gender; -1 for none.
func (f *finder) onlyPerson(s *source) int {
	found := -1
	for t := s.first - 1; t >= 0 && t > s.first-100; t-- {
		m := f.mentioned(t)
		if m < 0 || f.mentions[m].typ != entity.Person {
			continue
		}
		e := int(f.mentions[m].entity)
		if f.gender(int32(e))&s.gram&lex.Genders == 0 || e == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// sourceBefore ties собеседник to the unnamed источник that spoke before.
func (f *finder) sourceBefore(s source) source {
	for n := len(f.sources); n > 0 && n > len(f.sources)-6; n-- {
		if x := &f.sources[n-1]; x.first < x.last && strings.HasPrefix(f.doc.Tokens[x.first].Key(), "источник") {
			s.as = int32(n)
			break
		}
	}
	return s
}

// described tells whether a participial phrase stands behind a phrase: телеканал, принадлежащий партии.
func (f *finder) described(p *phrase) bool {
	si := int(f.nodes[p.head].seg)
	return f.kind(p.last) == comma && si+1 < len(f.segs) && f.segs[si+1].kind == participial
}

// surnameLike tells whether a phrase is one word with a capital letter inside a sentence.
func (f *finder) surnameLike(p *phrase) bool {
	return p.head > 0 && p.last == p.first+1 && f.doc.Tokens[f.nodes[p.head].first].Shape()&parse.Title != 0
}

// bySurname ties a word to the entity of a person whose name has it.
func (f *finder) bySurname(s source, token int32) source {
	key := f.doc.Tokens[token].Key()
	for i := range f.entities[:min(len(f.entities), most)] {
		if e := &f.entities[i]; e.Type == entity.Person && compare(e.Name, key) == same {
			s.entity = int32(i) + 1
			s.gram = f.gender(int32(i))
			return s
		}
	}
	return s
}

// anaphor ties a noun that stands alone to who was spoken of: издание, биограф, женщина.
func (f *finder) anaphor(s source, p *phrase) source {
	w := f.word(p.head)
	switch {
	case has(w, anaphoric):
		return f.lastThing(s, w)
	case f.animate(p.head) && !has(w, unnamed) && f.lv.self == 0:
		if e := f.lastPerson(s.first, s.gram); e >= 0 && f.entities[e].Gender != 0 {
			s.entity = int32(e) + 1
		}
	}
	return s
}

// lastThing ties a noun to the organisation or paper spoken of last before it; one that the same noun stands before comes first.
func (f *finder) lastThing(s source, w *lex.Word) source {
	press, found := w.Is(lex.MediaNoun), int32(-1)
	for t := s.first - 1; t >= 0 && t > s.first-reach; t-- {
		m := f.mentioned(t)
		if m < 0 || f.mentions[m].typ != entity.Org {
			continue
		}
		x := &f.mentions[m]
		if x.first > 0 && sharesStem(f.doc.Tokens[x.first-1].Key(), w.Key) {
			found = x.entity
			break
		}
		if found < 0 && (!press || f.media(m)) {
			found = x.entity
		}
	}
	if found >= 0 {
		s.entity = found + 1
		return s
	}
	for n := len(f.sources); press && n > 0 && n > len(f.sources)-8; n-- {
		if f.sources[n-1].title {
			s.as = int32(n)
			break
		}
	}
	return s
}

// sharesStem tells whether two words begin with the same five letters.
func sharesStem(a, b string) bool { return len(a) >= 10 && len(b) >= 10 && a[:10] == b[:10] }

// reach is how many tokens back a noun is tied to a name.
const reach = 400

// media tells whether a mention is of a paper or an agency: it spoke, or a noun of the press stands before it.
func (f *finder) media(m int32) bool {
	x := &f.mentions[m]
	if x.entity >= 0 && f.spoke[x.entity] {
		return true
	}
	for t := x.first - 1; t >= 0 && t > x.first-4; t-- {
		if f.doc.Tokens[t].Word().Is(lex.MediaNoun) {
			return true
		}
	}
	return false
}

// lastPerson is the person spoken of last before a token, of a gender; -1 for none. Who spoke last comes first.
func (f *finder) lastPerson(token int32, g lex.Gram) int {
	if f.lv.last > 0 && f.lv.number-f.lv.lastUnit <= 3 {
		if s := &f.sources[f.lv.last-1]; s.entity > 0 && f.entities[s.entity-1].Type == entity.Person && s.gram&g&lex.Genders != 0 {
			return int(s.entity) - 1
		}
	}
	for t := token - 1; t >= 0 && t > token-reach; t-- {
		m := f.mentioned(t)
		if m < 0 || f.mentions[m].typ != entity.Person {
			continue
		}
		if f.gender(f.mentions[m].entity)&g&lex.Genders != 0 {
			return int(f.mentions[m].entity)
		}
	}
	return -1
}
