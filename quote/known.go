package quote

import (
	"strings"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

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
	for i := p.head + 1; i < p.last; i++ {
		if f.nodes[i].kind == word && f.foreign(i) {
			return s // министр культуры Рима Абдул-Малак, whom nobody knows
		}
	}
	if f.nodes[p.head].gram&lex.Sing != 0 && (p.last > p.head+1 || p.first < p.head && f.word(p.first).Is(lex.Country)) {
		if e := f.officer(&s, p); e >= 0 {
			s.entity = int32(e) + 1
			return s
		}
		s.office = has(f.word(p.head), inOffice)
	}
	if strings.HasPrefix(f.key(p.head), "собеседни") && f.nodes[p.head].gram&lex.Sing != 0 {
		return f.sourceBefore(s)
	}
	bare := p.last == p.head+1 && !f.described(p) && (p.first == p.head || f.pointer(p.head-1) || p.first == p.head-1 && f.aged(p.first))
	if bare && s.gram&lex.Sing != 0 {
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
		if found = f.onlyPerson(s); found >= 0 && (f.holds(&f.entities[found], office, state) || !f.heads(&f.entities[found])) {
			return -1 // holds one of the kind elsewhere, or is known by a post that is no office
		}
	}
	return found
}

// most is how many entities are looked through for one that is not mentioned by name, and how many posts of one.
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
	for k := range e.Roles[:min(len(e.Roles), most)] {
		if name := e.Roles[k].Name; begins(name, office) || state && (begins(name, "президент") || begins(name, "председатель")) {
			return true
		}
	}
	return false
}

// otherOffice tells whether a person has offices among the roles, and another one than a noun says is none of them. A head or leader
// can hold any.
func (f *finder) otherOffice(e *entity.Entity, office string) (other bool) {
	if office == "" || anyOffice(office) {
		return false
	}
	for k := range e.Roles[:min(len(e.Roles), most)] {
		for t := f.tokenAt(e.Roles[k].Start); t < len(f.doc.Tokens) && f.doc.Tokens[t].Start() < e.Roles[k].End; t++ {
			held := officeOf(f.doc.Tokens[t].Word())
			if held == "" {
				continue
			}
			if anyOffice(held) || strings.HasSuffix(held, office) || strings.HasSuffix(office, held) || begins(held, office) {
				return false
			}
			other = true
		}
	}
	return other
}

// anyOffice tells whether a noun for who holds an office leaves open which.
func anyOffice(office string) bool {
	switch office {
	case "глава", "лидер", "руководитель", "председатель":
		return true
	}
	return false
}

// incumbent ties an office to the only person of the document who holds one of the kind.
func (f *finder) incumbent(s source, office string) source {
	found := int32(0)
	for i := range f.entities[:min(len(f.entities), most)] {
		if f.holds(&f.entities[i], office, false) {
			if found > 0 {
				return s
			}
			found = int32(i) + 1
		}
	}
	s.entity = found
	return s
}

// heads tells whether a person has an office among the roles, or no role.
func (f *finder) heads(e *entity.Entity) bool {
	for k := range e.Roles[:min(len(e.Roles), most)] {
		for t := f.tokenAt(e.Roles[k].Start); t < len(f.doc.Tokens) && f.doc.Tokens[t].Start() < e.Roles[k].End; t++ {
			if has(f.doc.Tokens[t].Word(), inOffice) {
				return true
			}
		}
	}
	return len(e.Roles) == 0
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
		if first := f.tokenAt(r.Start); f.sharesWord(first+1, r.End, at, p.last) {
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
		if w.Left != nil {
			break // компания-застройщик
		}
		return f.lastThing(s, w)
	case f.animate(p.head) && !has(w, unnamed) && f.lv.self == 0 && w.Grams&lex.Abbr == 0:
		if has(w, ofSomebody) && !has(w, spouse) {
			break // a friend of somebody who spoke is somebody else
		}
		e := f.lastPerson(s.first, s.gram)
		if e >= 0 && f.otherOffice(&f.entities[e], officeOf(w)) {
			return f.incumbent(s, officeOf(w)) // Мэр открыл мост. Губернатор | похвалил его
		}
		if e < 0 && w.Is(lex.Post) && s.gram&lex.Masc != 0 && f.hint == 0 { // по мнению парламентария: she can be one too
			e = f.lastPerson(s.first, lex.Fem)
		}
		if e >= 0 && (f.entities[e].Gender != 0 || f.hint != 0 && f.recent(1)) {
			s.entity = int32(e) + 1
		} else if anybody(w) && f.recent(1) && f.sources[f.lv.last-1].entity == 0 && f.suits(&f.sources[f.lv.last-1], s.gram) {
			s.as = f.lv.last // соседка погибших …. Женщина
		}
	}
	return s
}

// anybody tells whether a noun tells of somebody no more than the gender.
func anybody(w *lex.Word) bool {
	for _, stem := range [...]string{"женщин", "мужчин", "девушк"} {
		if strings.HasPrefix(w.Key, stem) {
			return true
		}
	}
	return w.Key == "парень" || w.Key == "парня"
}

// lastThing ties a noun to the organisation or paper spoken of last before it; one that the same noun stands before comes first.
func (f *finder) lastThing(s source, w *lex.Word) source {
	press, found := w.Is(lex.MediaNoun), int32(-1)
	if has(w, untitled) && f.recent(3) {
		if e := f.sources[f.lv.last-1].entity; e > 0 && f.entities[e-1].Type == entity.Org {
			found = e - 1
		}
	}
	for t := s.first - 1; t >= 0 && t > s.first-reach; t-- {
		m := f.mentioned(t)
		if m < 0 || f.mentions[m].typ != entity.Org {
			continue
		}
		x := &f.mentions[m]
		if !f.doc.Tokens[x.first].Opens() && x.first > 0 && sharesStem(f.doc.Tokens[x.first-1].Key(), w.Key) {
			found = x.entity
			break
		}
		if (has(w, untitled) || w.Key == "регулятор") && x.first > 0 && f.doc.Tokens[x.first-1].Quote() {
			continue // no ministry is called «Восток»
		}
		if found < 0 && (press && f.media(m) || !press && !f.press(x)) {
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
	return x.entity >= 0 && f.spoke[x.entity] || f.press(x) || x.first < x.last && int(x.last) < len(f.doc.Tokens) && learns(f.doc.Tokens[x.last].Key())
}

// learns tells whether a verb is one of what papers do: узнал, выяснили.
func learns(key string) bool {
	return strings.HasPrefix(key, "узнал") || strings.HasPrefix(key, "выяснил")
}

// press tells whether a noun of the press stands before a mention, or a verb of speech, as before a paper that is told something:
// рассказал «Вести».
func (f *finder) press(x *mention) bool {
	t := x.first - 1
	if t >= 0 && f.doc.Tokens[t].Kind() == parse.Punct {
		t--
	}
	if t > 0 && f.doc.Tokens[t].Word().Is(lex.SpeechVerb) {
		if m := f.mentioned(t - 1); m >= 0 && f.mentions[m].typ == entity.Person || !f.upright(f.at[x.first]-1) {
			return true
		}
	}
	for t := x.first - 1; t >= 0 && t > x.first-4; t-- {
		if f.doc.Tokens[t].Word().Is(lex.MediaNoun) {
			return true
		}
	}
	return false
}

// lastPerson is who spoke last, else the person spoken of last before a token, of a gender; -1 for none.
func (f *finder) lastPerson(token int32, g lex.Gram) int {
	if t := f.lv.topic; t > 0 && f.lv.topicUnit > f.lv.lastUnit && f.lv.number-f.lv.topicUnit <= 2 {
		if s := &f.sources[t-1]; s.entity > 0 && f.entities[s.entity-1].Type == entity.Person && s.gram&g&lex.Genders != 0 {
			return int(s.entity) - 1
		}
	}
	if f.recent(3) {
		if s := &f.sources[f.lv.last-1]; s.entity > 0 && f.entities[s.entity-1].Type == entity.Person && s.gram&g&lex.Genders != 0 {
			return int(s.entity) - 1
		}
	}
	found, n := -1, len(f.nodes)
	for t := token - 1; t >= 0 && t > token-reach; t-- {
		for n > 0 && f.nodes[n-1].first > t {
			n--
		}
		if n > 0 && f.nodes[n-1].kind == quoted && t < f.nodes[n-1].last && f.nodes[n-1].last-f.nodes[n-1].first > 4 {
			t = f.nodes[n-1].first // whom the words speak of does not say them
			continue
		}
		if found >= 0 && t < f.lv.prevFirst {
			break
		}
		m := f.mentioned(t)
		if m < 0 || f.mentions[m].typ != entity.Person || f.gender(f.mentions[m].entity)&g&lex.Genders == 0 {
			continue
		}
		subject := f.names(m) && f.strict(m)
		if subject || found < 0 {
			found = int(f.mentions[m].entity)
		}
		if subject || t < f.lv.prevFirst {
			break
		}
	}
	return found
}
