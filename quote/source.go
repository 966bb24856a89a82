package quote

import (
	"strings"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
)

// A source is who says something: the words that name it and who that is.
type source struct {
	first, last int32    // tokens; none where they are equal
	entity      int32    // its place in the list plus 1; 0 for none
	as          int32    // another source with the same name, plus 1; 0 for none
	cases       lex.Gram // that the words stand in
	gram        lex.Gram // gender and number, as far as known
	title       bool     // a title in quotation marks
	office      bool     // headed by an office that one person holds, who is not known
}

func (s source) none() bool { return s.first == s.last && s.entity == 0 && s.as == 0 }

// said is the number of the source of what a cue reports plus 1; 0 for none.
func (f *finder) said(c *cue, o order) int32 {
	if c.src == 0 {
		if c.src = f.shared(c); c.src == 0 {
			f.hint = 0
			switch {
			case c.form != finite:
			case c.plural():
				f.hint = lex.Plur
			case c.gram&lex.Past != 0 && c.gram&lex.Plur == 0:
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
	case c.gov&cites != 0, c.form == finite && f.kind(c.node+1) == word && has(f.word(c.node+1), wordsOf) && f.nodes[c.node+1].gram&(lex.Acc|lex.Plur) == lex.Acc|lex.Plur && c.gov&says != 0:
		if s := f.cited(c); !s.none() || c.gov&says == 0 {
			return s // передаёт слова N
		}
	case c.form == passive || c.gov&impersonal != 0 && c.gov&(says|voices) == 0:
		return f.document(c)
	case c.gov&outOf != 0:
		return f.outOf(c)
	}
	var place source
	if c.plural() && c.form == finite {
		place = f.somewhere(c)
	}
	if k := f.subject(c, o); k >= 0 {
		if place.first < place.last && f.addressed(k) {
			return place
		}
		cases := lex.Nom
		if c.form == participle1 {
			cases = lex.Cases
		}
		return f.fromPhrase(k, cases)
	}
	switch c.form {
	case infinitive:
		return f.indirectObject(c)
	case gerund:
		return f.mainPlace(c)
	}
	if c.plural() {
		if c.form != finite {
			place = f.somewhere(c)
		} else if place.none() {
			return f.there(c)
		}
		return place
	}
	if c.form == finite && c.gov&impersonal == 0 {
		if k := f.paperBefore(c); k >= 0 {
			return f.fromPhrase(k, lex.Nom)
		}
		return f.carried(c.gram)
	}
	return source{}
}

// there is the place whose people spoke last, where the verb has там for them: В мэрии …. Там | добавили.
func (f *finder) there(c *cue) source {
	i := c.node + 1
	if f.key(i) != "там" {
		for i = c.node - 1; i >= max(0, c.node-3) && f.lightWord(i) && f.key(i) != "там"; i-- {
		}
	}
	if f.key(i) != "там" || !f.recent(2) {
		return source{}
	}
	last := &f.sources[f.lv.last-1]
	for n := 0; last.as > 0 && n < 8; n++ {
		last = &f.sources[last.as-1]
	}
	if last.entity > 0 && f.entities[last.entity-1].Type == entity.Person || last.entity == 0 && !last.title && last.cases&lex.Loc == 0 {
		return source{}
	}
	n := &f.nodes[i]
	return source{first: n.first, last: n.last, as: f.lv.last, gram: lex.Plur}
}

// mainPlace is where those are whose main clause has no subject, for a gerund behind it: В банке молчат, | отметив, что …
func (f *finder) mainPlace(c *cue) source {
	for si := int(f.nodes[c.node].seg) - 1; si >= 0; si-- {
		s := &f.segs[si]
		if s.finite < 0 || s.kind == relative || s.kind == subordinate || s.kind == participial {
			continue
		}
		if main := (cue{node: s.finite, gram: f.verbGram(s.finite), gov: about}); main.plural() {
			return f.somewhere(&main)
		}
		break
	}
	return source{}
}

// paperBefore is the noun of what speech stands in that is the verb's subject, since no other word is: доклад | утверждает; -1 for none.
func (f *finder) paperBefore(c *cue) int {
	for k := f.phraseFrom(c.node) - 1; k >= 0 && f.phrases[k].first >= f.segs[f.nodes[c.node].seg].first; k-- {
		if p := &f.phrases[k]; p.kind == noun && p.prep < 0 && f.paper(p.head) && f.wordFits(p, c) != unfit {
			return k
		}
	}
	return -1
}

// addressed tells whether a phrase is an organisation's name without cases that is not surely of several: В мэрии | РБК |
// заявили.
func (f *finder) addressed(k int) bool {
	p := &f.phrases[k]
	return p.kind == named && f.typ(p.name) == entity.Org && f.nodes[p.name].gram&(lex.Plur|lex.Sing) != lex.Plur && !f.oneOfSeveral(p.name)
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
		f.steps++
		d := &f.cues[k]
		if d.node < c.node && d.src == 0 && d.form == finite && f.complement(d).kind == colonText {
			f.said(d, f.orderOf(d)) // ответил: «…», однако уточнил, что …
		}
		if d.node < c.node && d.src > 0 && d.form == finite && d.gram&c.gram&(lex.Past|lex.Pres) != 0 && d.gram&c.gram&(lex.Genders|lex.Plur|lex.P3) != 0 {
			return d.src
		}
	}
	return 0
}

func (f *finder) joins(i int) bool {
	switch f.key(i) {
	case "и", "а", "но", "однако":
		return true
	}
	return false
}

// fromPhrase makes a source of a phrase that stands in one of some cases.
func (f *finder) fromPhrase(k int, cases lex.Gram) source {
	p := &f.phrases[k]
	if p.kind == pronoun || which(f.key(p.head)) || p.kind == substantive && theOther(f.key(p.head)) {
		return f.fromPronoun(p)
	}
	several := f.hint&lex.Plur != 0 && cases == lex.Nom && p.kind == noun && f.typ(p.name) == entity.Person && !f.oneOfSeveral(p.name) // критики Рощина
	if p.name >= 0 && !several && !f.belongsTo(p) && (cases != lex.Nom || p.kind == named || f.upright(f.nodes[p.name].ref)) {
		return f.fromName(p, k, cases)
	}
	if i := p.last + 1; p.kind == choice && f.kind(p.last) == comma && f.kind(i) == name && f.typ(i) == entity.Person && f.upright(f.nodes[i].ref) && f.partsBehind(i+1) {
		return f.fromName(&phrase{name: i, first: i, head: i, last: i + 1, prep: -1, kind: named}, k, cases) // один из жителей, Иван Рощин
	}
	if i := p.head + 1; i < p.last && f.nodes[i].kind == quoted && f.word(p.head).Is(lex.OrgNoun|lex.MediaNoun) && !has(f.word(p.head), untitled) {
		s := f.inside(i, lex.Nom) // газета | «Весть»
		s.gram |= f.genderIn(p.head, cases) & lex.Genders
		return s
	}
	first, last := p.core, p.last
	for first < p.head && f.pointer(first) {
		first++
	}
	if f.aged(first) {
		first -= 2
	}
	s := source{first: f.nodes[first].first, last: f.nodes[last-1].last, cases: cases, gram: f.genderIn(p.head, cases) &^ f.cross()}
	if s.gram&lex.Genders == 0 {
		s.gram |= f.hint & lex.Genders // эксперт | пояснила
	}
	if p.kind == named {
		s = f.inside(p.head, cases)
	}
	if q := f.partner(p); q >= 0 && f.key(p.first-1) == "и" && cases == lex.Nom && f.plural(q, p) {
		s.first, s.gram, s.cases = f.nodes[f.phrases[q].first].first, lex.Plur, 0
		return s
	}
	f.extend(&s, p.head, last)
	return f.known(s, p)
}

// belongsTo tells whether the name behind a noun for who belongs to somebody is of that somebody, since its gender is not the verb's:
// адвокат Рощиной | сказал.
func (f *finder) belongsTo(p *phrase) bool {
	if f.hint&lex.Genders == 0 || p.name == p.head || f.typ(p.name) != entity.Person || !has(f.word(p.head), ofSomebody) {
		return false
	}
	n := &f.nodes[p.name]
	return n.last-n.first == 1 && (f.gender(f.mentions[n.ref].entity)&f.hint == 0 || f.hint&lex.Masc != 0 && ofWoman(f.doc.Tokens[n.first].Key()))
}

// ofWoman tells whether a surname has the form of a woman's, or that of a man's in the genitive.
func ofWoman(key string) bool {
	return strings.HasSuffix(key, "ова") || strings.HasSuffix(key, "ева") || strings.HasSuffix(key, "ина")
}

// genderIn is the gender and number of a noun that stands in one of some cases, of all its readings where it can in none.
func (f *finder) genderIn(i int, cases lex.Gram) (g lex.Gram) {
	for _, r := range f.word(i).Readings {
		if x := r.Gram(); x&lex.Noun != 0 && x&cases != 0 {
			g |= x
		}
	}
	if g == 0 {
		return f.word(i).Gram(lex.Noun)
	}
	return g
}

// aged tells whether a number and a hyphen stand before an adjective: 30-летний житель.
func (f *finder) aged(i int) bool {
	return i >= 2 && f.nodes[i-2].kind == number && f.nodes[i-1].kind == other && strings.HasPrefix(f.key(i), "летн")
}

// cross is the genders that are not the verb's.
func (f *finder) cross() lex.Gram {
	if f.hint&lex.Genders == 0 {
		return 0
	}
	return lex.Genders &^ f.hint
}

// plural tells whether the verb next to two joined phrases is one of several: it is if either is no name of a post of the same person.
func (f *finder) plural(q int, p *phrase) bool {
	return f.hint&lex.Plur != 0 || f.phrases[q].name >= 0 || p.name < 0 || !f.upright(f.nodes[p.name].ref)
}

// fromName makes a source of a phrase whose head a name says: the name alone where it is a person's or stands in apposition.
func (f *finder) fromName(p *phrase, k int, cases lex.Gram) source {
	n := &f.nodes[p.name]
	x := &f.mentions[n.ref]
	s := source{first: n.first, last: n.last, entity: x.entity + 1, cases: cases, gram: f.gender(x.entity)}
	if i := p.name + 1; i < p.last && f.nodes[i].kind == quoted && f.shortOrg(p.name) {
		s.last, s.entity, s.cases = f.nodes[i].last, 0, 0 // РИА «Волна»
	}
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
	switch {
	case which(f.key(p.head)):
		return f.antecedent(p)
	case theOther(f.key(p.head)):
		return f.lastObject(s)
	}
	return f.resolved(s)
}

// theOther tells whether a word is the pronoun for who was spoken of last without being the subject.
func theOther(key string) bool { return key == "тот" || key == "та" || key == "те" }

// lastObject ties тот to the last of its gender that the words before speak of: N позвонил мэру. Тот | ответил.
func (f *finder) lastObject(s source) source {
	for t := s.first - 1; t >= f.lv.prevFirst && t > s.first-reach; t-- {
		if m := f.mentioned(t); m >= 0 {
			if x := &f.mentions[m]; x.typ == entity.Person && f.gender(x.entity)&s.gram&lex.Genders != 0 && s.gram&lex.Sing != 0 {
				s.entity = x.entity + 1
				return s
			}
			continue
		}
		if f.grams(int(t))&lex.Conjunction != 0 {
			continue // и
		}
		for _, r := range f.doc.Tokens[t].Word().Readings {
			if g := r.Gram(); g&lex.Noun != 0 && g&lex.Anim != 0 && g&(lex.Cases&^lex.Nom) != 0 && g&s.gram&lex.Numbers != 0 && (g&s.gram&lex.Genders != 0 || g&s.gram&lex.Plur != 0) {
				f.source(source{first: t, last: t + 1, cases: lex.Cases &^ lex.Nom, gram: g})
				s.as = int32(len(f.sources))
				return s
			}
		}
	}
	return s
}

// antecedent is the source который stands for: the phrase before its comma.
func (f *finder) antecedent(p *phrase) source {
	first := f.segs[f.nodes[p.head].seg].first
	k := f.phraseFrom(first) - 1
	if k < 0 {
		return source{}
	}
	if i := f.phrases[k].last - 1; i > f.phrases[k].head && f.typ(i) == entity.Person && f.phrases[k].name != i {
		return f.fromName(&phrase{name: i, first: i, head: i, last: i + 1, prep: -1, kind: named}, k, 0) // требование Рощина, который
	}
	return f.fromPhrase(k, 0)
}

// resolved ties a pronoun to who it stands for: who spoke in the sentence before, else the one entity found for it, else
// who spoke or acted last. What entity found comes first where it is the subject of this sentence, or an office spoke.
func (f *finder) resolved(s source) source {
	g := s.gram
	if g&lex.P1 != 0 {
		s.as = f.lv.self
		return s
	}
	if h := f.headHere(s); h >= 0 {
		n := &f.nodes[h]
		f.source(source{first: n.first, last: n.last, cases: lex.Nom, gram: f.genderIn(h, lex.Nom)})
		s.as = int32(len(f.sources))
		return s
	}
	m := f.mentioned(s.first)
	found := m >= 0 && f.mentions[m].kind == entity.ByPronoun && !f.isSelf(f.mentions[m].entity)
	if f.recent(1) && f.suits(&f.sources[f.lv.last-1], g) && !(found && (f.sources[f.lv.last-1].office || f.namedHere(f.mentions[m].entity, s.first))) {
		s.as = f.lv.last
		return s
	}
	if t := f.lv.topic; t > 0 && f.lv.topicUnit > f.lv.lastUnit && f.lv.topicUnit == f.lv.number-1 && f.sources[t-1].entity > 0 && f.suits(&f.sources[t-1], g) && !(found && f.namedHere(f.mentions[m].entity, s.first)) {
		s.as = t
		return s
	}
	if found {
		s.entity = f.mentions[m].entity + 1
		return s
	}
	if t := f.lv.topic; t > 0 && f.lv.number-f.lv.topicUnit <= 2 && f.suits(&f.sources[t-1], g) {
		s.as = t
	} else if f.recent(3) && f.suits(&f.sources[f.lv.last-1], g) {
		s.as = f.lv.last
	} else if f.lv.self > 0 || g&lex.P2 != 0 {
	} else if g&lex.Sing == 0 {
		return f.lastPeople(s)
	} else if g&lex.Plur == 0 {
		if e := f.lastPerson(s.first, g); e >= 0 {
			s.entity = int32(e) + 1
		} else {
			return f.lastOne(s)
		}
	}
	return s
}

// lastOne ties he or she to the noun for somebody of the gender that the sentence before has, one in the nominative first: Позвонила
// женщина. Она | сказала.
func (f *finder) lastOne(s source) source {
	for t := s.first - 1; t > 0 && t >= f.lv.prevFirst && t > s.first-reach; t-- {
		w := f.doc.Tokens[t].Word()
		if w.Grams&lex.Anim == 0 || w.Grams&(lex.Conjunction|lex.Preposition) != 0 {
			continue
		}
		for _, r := range w.Readings {
			g := r.Gram()
			if g&lex.Noun == 0 || g&lex.Anim == 0 || g&lex.Sing == 0 || g&s.gram&lex.Genders == 0 || g&(lex.Names|lex.Place) != 0 || r.Lemma.Class()&(lex.Post|lex.PersonNoun) == 0 {
				continue
			}
			if s.as == 0 {
				f.source(source{})
				s.as = int32(len(f.sources))
			} else if g&lex.Nom == 0 {
				continue
			}
			f.sources[s.as-1] = source{first: t, last: t + 1, cases: g & lex.Cases, gram: g}
			if g&lex.Nom != 0 {
				return s
			}
		}
	}
	return s
}

// headHere is the noun for somebody that the sentence begins with as its subject, before the colon behind which a pronoun of the gender
// stands: Губернатор был осторожен: вода, сказал | он; -1 for none.
func (f *finder) headHere(s source) int {
	if len(f.nodes) < 4 || f.nodes[0].kind != word || !f.ofPeople(0) || f.segs[0].finite < 1 || f.kind(f.segs[0].last) != colon || f.nodes[f.segs[0].last].first > s.first {
		return -1
	}
	if f.nodes[1].kind == name || f.mentioned(f.nodes[0].first) >= 0 || !f.word(0).Can(lex.Noun|lex.Nom|lex.Sing) || f.genderIn(0, lex.Nom)&s.gram&lex.Genders == 0 {
		return -1
	}
	return 0
}

// lastPeople ties они to the people that this sentence or the one before speaks of last, one in the nominative first: Врачи устали. По
// их | словам.
func (f *finder) lastPeople(s source) source {
	found := lex.Gram(0)
	for t := s.first - 1; t > 0 && t >= f.lv.prevFirst && t > s.first-reach && found&lex.Nom == 0; t-- {
		if a, b := f.mentioned(t-1), f.mentioned(t+1); found == 0 && a >= 0 && b >= 0 && f.doc.Tokens[t].Key() == "и" && f.mentions[a].typ == entity.Person && f.mentions[b].typ == entity.Person {
			f.source(source{first: f.mentions[a].first, last: f.mentions[b].last, gram: lex.Plur})
			s.as = int32(len(f.sources))
			return s
		}
		g := f.peopleGram(f.doc.Tokens[t].Word())
		if g == 0 || found != 0 && g&lex.Nom == 0 {
			continue
		}
		if found == 0 {
			f.source(source{})
			s.as = int32(len(f.sources))
		}
		found = g
		f.sources[s.as-1] = source{first: t, last: t + 1, cases: g & lex.Cases, gram: g}
	}
	return s
}

// peopleGram joins the grammemes of the readings of a noun for several people; 0 for any other word.
func (f *finder) peopleGram(w *lex.Word) (g lex.Gram) {
	for _, r := range w.Readings {
		x := r.Gram()
		if x&(lex.Conjunction|lex.Preposition) != 0 {
			return 0
		}
		if x&lex.Anim == 0 && w.Can(lex.Noun|lex.Sing) {
			continue // группировки
		}
		if x&lex.Noun != 0 && x&lex.Plur != 0 && x&(lex.Names|lex.Place) == 0 && (x&lex.Anim != 0 || r.Lemma.Class()&(lex.Post|lex.PersonNoun|lex.OrgNoun|lex.MediaNoun) != 0) {
			g |= x
		}
	}
	return g
}

// namedHere tells whether the sentence names a person in the nominative before a token.
func (f *finder) namedHere(e, token int32) bool {
	for i := 0; i < len(f.nodes) && f.nodes[i].first < token; i++ {
		if n := &f.nodes[i]; n.kind == name && f.mentions[n.ref].entity == e && f.strict(n.ref) && !f.oneOfSeveral(i) {
			return true
		}
	}
	return false
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

// suits tells whether a pronoun of some gender and number can stand for a source; it hardly does for a paper.
func (f *finder) suits(s *source, g lex.Gram) bool {
	if g&lex.Plur != 0 && g&lex.Sing == 0 {
		return s.gram&lex.Plur != 0
	}
	return !s.title && s.gram&lex.Sing != 0 && s.gram&g&lex.Genders != 0
}

// carried is the source that goes on speaking where the verb has no subject.
func (f *finder) carried(g lex.Gram) source {
	if f.recent(2) {
		if s := &f.sources[f.lv.last-1]; g == 0 || f.suits(s, g) || g&(lex.Genders|lex.Plur) == 0 {
			return *s
		}
	}
	if f.lv.self > 0 && g&lex.Past != 0 && g&lex.Plur == 0 {
		return source{as: f.lv.self} // «Пришёл к выводу, что …»
	}
	return source{}
}

// sub makes a source of a phrase inside another one.
func (f *finder) sub(p phrase, cases lex.Gram) source {
	f.chunk()
	f.phrases = append(f.phrases, p)
	s := f.fromPhrase(len(f.phrases)-1, cases)
	f.phrases = f.phrases[:len(f.phrases)-1]
	return s
}

// indirectObject is who an infinitive's act is left to: позволило аналитикам заявлять.
func (f *finder) indirectObject(c *cue) source {
	k := f.phraseFrom(c.node) - 1
	if k < 0 || f.phrases[k].last != c.node || f.phrases[k].prep >= 0 || f.nodes[f.phrases[k].head].gram&lex.Dat == 0 {
		return source{}
	}
	return f.fromPhrase(k, lex.Dat)
}

// extend takes into the words of a source with its head, which end before node i, the place it is at: источник | в правительстве, представитель | от ОБСЕ.
func (f *finder) extend(s *source, head, i int) {
	for n := 0; n < 2 && i < len(f.nodes); n++ {
		k := f.phraseFrom(i)
		if k == len(f.phrases) || f.phrases[k].prep != i {
			// The phrase of a preposition begins behind it.
			if k = f.phraseFrom(i + 1); k == len(f.phrases) || f.phrases[k].prep != i {
				return
			}
		}
		p := &f.phrases[k]
		if !f.belongs(p, head) {
			return
		}
		s.last = f.nodes[p.last-1].last
		i = p.last
	}
}

// belongs tells whether a phrase behind a noun can say where its people are from. В суде does of источник; of others it tells
// where they speak.
func (f *finder) belongs(p *phrase, head int) bool {
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
	if has(w, circle) {
		return true
	}
	from := !f.location(p.prep) || has(f.word(head), unnamed) || has(f.word(head), ofSomebody)
	return from && w.Is(lex.OrgNoun|lex.PlaceNoun) && !w.Is(lex.SpeechNoun)
}

// keep stores a source for use and gives its number plus 1; 0 for none.
func (f *finder) keep(s source) int32 {
	if s.none() {
		return 0
	}
	f.source(s)
	if s.entity > 0 {
		f.spoke[s.entity-1] = true
	}
	f.lv.last, f.lv.lastUnit = int32(len(f.sources)), f.lv.number
	return f.lv.last
}
