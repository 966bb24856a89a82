package entity

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/entity/internal/ner"
	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/room"
	"github.com/svodka/svodka/parse"
)

// A resolver turns the names of a document into entities.
type resolver struct {
	doc        *parse.Document
	mentions   []mention
	clusters   []cluster
	words      table[bool]          // the capitalised words of the names, as they stand
	at         []int32              // by token: the mention by name it belongs to; -1 for none, and less for a pronoun: see [resolver.meant]
	shorts     map[string]shortName // abbreviations introduced, by their keys
	formal     map[string]bool      // full names of states introduced with their abbreviations
	holders    map[string][]holding // by the key of a post: who holds it
	byName     table[[]int]         // clusters by the words of their names
	inRole     bitset               // by token: it is told of a post
	known      []readBefore         // by the hash of a word: the part of a name last read that has it
	open       []statement          // posts stated of somebody
	starts     []int                // where the sentences begin
	ids        []int                // by cluster: the entity it becomes
	keys       []uint64             // numbers to sort by, each with what it is of in the lower half
	countries  map[int32]int        // IDs of the places that are countries, by code, once asked for
	pronounsAt []int                // the tokens of он, она and their forms
	near       []antecedent         // whom the next pronoun may mean
	toldAt     []int                // see [recency]

	// What belongs to mentions lies here.
	humans  room.Shelf[ofPerson]
	things  room.Shelf[ofThing]
	nobody  ofPerson
	nothing ofThing
	parts   room.Shelf[part]
	cands   room.Shelf[inflect.Candidate]
	alts    room.Shelf[nominative]
	posts   room.Shelf[post]
	lists   room.Shelf[int] // of byName, while they are short

	// Room for what is read next.
	newParts []part
	newCands []inflect.Candidate
	newAlts  []nominative
	newPosts []post
	order    []int
	tagged   []span
	spans    []span
}

// A mention is a place where the document speaks of something, while it is not yet known of what.
type mention struct {
	span
	kind       MentionKind
	introduced bool   // an abbreviation tied to the name it stands for
	elliptic   bool   // an adjective alone: Большой
	adj        int32  // the country named by an adjective before (японский МИД); 0 for none
	cluster    int32  // -1 while unknown
	owner      int32  // the mention right behind an organisation's name that says whose it is (МИД | Китая); -1 for none
	text       string // the name in the nominative
	*ofPerson         // of a person's name; all others share an empty one
	*ofThing          // of any other name; the same
}

// An ofPerson is what a person's name has besides.
type ofPerson struct {
	person personName
	posts  []post // told right before it
}

// An ofThing is what any other name has besides.
type ofThing struct {
	norm string       // the key of the name
	same string       // the key of all well-known names of the thing, once asked for
	alts []nominative // what a name of one word may be in the nominative
}

// A nominative is one that a word may have: how it is made, and how likely it is here.
type nominative struct {
	key    string
	ending string
	weight int32
	off    int32
}

// A cluster is an entity in the making.
type cluster struct {
	typ      Type
	mentions []int32
	gender   lex.Gram
	posts    []post
}

// find finds the entities of a document.
func find(doc *parse.Document) []Entity {
	r := resolvers.Get().(*resolver)
	defer r.release()
	r.tagged = tag(r.tagged[:0], doc)
	r.spans, r.tagged = correct(r.spans, doc, r.tagged)
	return r.resolve(doc, r.spans)
}

// resolve groups the names of a document, and what else speaks of them, into entities.
func (r *resolver) resolve(doc *parse.Document, spans []span) []Entity {
	r.doc = doc
	r.read(spans)
	r.abbreviations()
	r.persons()
	r.group(Place)
	r.group(Org)
	r.roles()
	r.anaphora()
	return r.entities()
}

// resolvers hold room to work in between calls.
var resolvers = sync.Pool{New: func() any {
	return &resolver{words: newTable[bool](), shorts: map[string]shortName{}, formal: map[string]bool{}, holders: map[string][]holding{}, byName: newTable[[]int]()}
}}

// keepTokens bounds the room kept from one call to the next.
const keepTokens = 1 << 17

// release empties the resolver and gives its room back, unless a long text made it large.
func (r *resolver) release() {
	if len(r.at) > keepTokens {
		return
	}
	r.words.clear()
	r.shorts, r.formal, r.holders = emptied(r.shorts), emptied(r.formal), emptied(r.holders)
	r.byName.clear()
	clear(r.open)
	clear(r.mentions)
	r.humans.Clear()
	r.things.Clear()
	r.parts.Clear()
	r.cands.Clear()
	r.alts.Clear()
	r.posts.Clear()
	r.lists.Clear()
	clear(r.newParts)
	clear(r.newCands)
	clear(r.newAlts)
	clear(r.known)
	for i := range r.clusters {
		x := &r.clusters[i]
		clear(x.posts)
		*x = cluster{mentions: x.mentions[:0], posts: x.posts[:0]}
	}
	*r = resolver{words: r.words, shorts: r.shorts, formal: r.formal, holders: r.holders, byName: r.byName, mentions: r.mentions[:0], clusters: r.clusters[:0], at: r.at[:0],
		inRole: r.inRole[:0], open: r.open[:0], starts: r.starts[:0], ids: r.ids[:0], keys: r.keys[:0], pronounsAt: r.pronounsAt[:0], near: r.near[:0], known: r.known[:0], toldAt: r.toldAt[:0], humans: r.humans, things: r.things, parts: r.parts, cands: r.cands, alts: r.alts, posts: r.posts, lists: r.lists,
		newParts: r.newParts[:0], newCands: r.newCands[:0], newAlts: r.newAlts[:0], newPosts: r.newPosts[:0], order: r.order[:0], tagged: r.tagged[:0], spans: r.spans[:0]}
	resolvers.Put(r)
}

// resize makes a list n long; what it holds is left over from before.
func resize[T any](list []T, n int) []T { return slices.Grow(list[:0], n)[:n] }

// read puts every name into the nominative.
func (r *resolver) read(spans []span) {
	if out, ok := r.apart(r.tagged, spans); ok {
		r.spans, r.tagged, spans = out, spans, out
	}
	r.known = resize(r.known, min(max(len(spans), 1<<5), 1<<13))
	r.mentions = resize(r.mentions, len(spans)+5*len(spans)/16)[:len(spans)] // with room for pronouns and posts
	r.order = slices.Grow(r.order[:0], cap(r.mentions))
	r.at = resize(r.at, len(r.doc.Tokens))
	for i := range r.at {
		r.at[i] = -1
	}
	for i, s := range spans {
		r.mentions[i] = r.mention(s, ByName)
		for k := s.first; k < s.last; k++ {
			if key := r.doc.Tokens[k].Key(); !r.words.get(key) {
				r.words.put(key, true)
			}
			r.at[k] = int32(i)
		}
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.typ != Person {
			r.readThing(m)
			if m.typ == Org {
				r.findOwner(i)
			}
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.typ != Person {
			continue
		}
		m.person = r.parsePerson(m.span)
		m.posts = r.postsBefore(m.first, m.person.plausible())
		if len(m.posts) > 0 && m.posts[0].first > 0 && officeNoun(r.doc.Tokens[m.posts[0].first-1].Key()) && m.person.nominative(lex.Gen) {
			m.posts = nil // пост министра Анна Вереск заняла
		}
		if len(m.posts) > 0 && m.posts[0].cases&lex.Nom == 0 && m.person.rather(r.verbBehind(m.last), m.posts[0].cases) {
			m.posts = nil // указом президента Анна Вереск освобождена
		}
		if i > 0 && len(m.posts) > 0 && r.mentions[i-1].owner == int32(i) {
			r.mentions[i-1].owner = -1 // начальник Управления | Анна Вереск
		}
		if i > 0 && len(m.posts) == 0 {
			r.passPosts(&r.mentions[i-1], m)
		}
		if len(m.posts) == 0 || r.listBegins(i) && m.person.nominative(lex.Gen) {
			if p, ok := r.sharedPost(i); ok && (len(m.posts) == 0 || p.head == m.posts[0].head && p.cases&lex.Nom != 0) {
				m.posts = r.posts.Put(p)
			}
		}
		m.person.choose(r.personContext(i))
		m.text = m.person.text()
	}
	r.joinedNames()
}

// mention makes a mention by name.
func (r *resolver) mention(s span, kind MentionKind) mention {
	m := mention{span: s, kind: kind, cluster: -1, owner: -1, ofPerson: &r.nobody, ofThing: &r.nothing}
	if s.typ == Person {
		m.ofPerson = r.humans.New()
	} else {
		m.ofThing = r.things.New()
	}
	return m
}

// apart takes the names of two persons apart that stand side by side, one in the case the other depends on: пресс-секретарь
// Анны Рощиной | Олег Веснин. What it changes is made in the room of another list; changed is false where nothing is.
func (r *resolver) apart(room, spans []span) (out []span, changed bool) {
	for i, s := range spans {
		k := r.seam(s)
		if k > 0 && !changed {
			out, changed = append(slices.Grow(room[:0], len(spans)+len(spans)/16+4), spans[:i]...), true
		}
		switch {
		case k > 0:
			out = append(out, span{s.first, k, Person}, span{k, s.last, Person})
		case changed:
			out = append(out, s)
		}
	}
	return out, changed
}

// seam is the token at which the name of a second person begins; 0 for none.
func (r *resolver) seam(s span) int {
	const least, most = 3, 8 // words
	if s.typ != Person || s.last-s.first < least-1 || s.last-s.first > most {
		return 0
	}
	if k := r.easternSeam(s); k > 0 {
		return k
	}
	if k := r.kinSeam(s); k > 0 {
		return k
	}
	if s.last-s.first < least {
		return 0
	}
	if k := s.last - 1; r.doc.Tokens[k].Word().Gram(lex.Given|lex.Sing)&lex.Cases == lex.Nom {
		if a := r.readPerson(span{s.first, k, Person}, nameContext{}); a.cases == lex.Gen && !a.torn() && !a.unchanged() {
			return k // дочь главы района Петра Рощина | Игорь
		}
	}
	read := false
	for k := s.first + 1; k < s.last; k++ {
		t := &r.doc.Tokens[k]
		if !t.Word().Can(lex.Given) || t.Shape()&parse.Title == 0 || !t.Spaced() {
			continue
		}
		if !read {
			if whole := r.readPerson(s, nameContext{}); !whole.torn() {
				return 0
			}
			read = true
		}
		a := r.readPerson(span{s.first, k, Person}, nameContext{})
		b := r.readPerson(span{k, s.last, Person}, nameContext{})
		if !a.torn() && !b.torn() && a.cases != b.cases {
			return k
		}
	}
	return 0
}

// kinSeam is the token at which, behind a word for kin and the name of whose kin it is, the name of a second person begins: сын Рощина |
// Игорь; 0 for none.
func (r *resolver) kinSeam(s span) int {
	t := r.doc.Tokens
	if s.first == 0 || !kin(t[s.first-1].Word()) {
		return 0
	}
	cases := t[s.first-1].Word().Gram(lex.Noun|lex.Sing) & lex.Cases
	for k := s.last - 1; k > s.first; k-- {
		w := t[k].Word()
		if g := w.Gram(lex.Given | lex.Sing); g&cases == 0 || !t[k].Spaced() || k+1 < s.last && t[k+1].Word().Can(lex.Patronymic) || k == s.first+1 && t[s.first].Word().Can(lex.Given) {
			continue
		}
		a, b := r.parsePerson(span{s.first, k, Person}), r.parsePerson(span{k, s.last, Person})
		if a.plausible()&lex.Gen != 0 && b.plausible()&cases != 0 {
			return k
		}
	}
	return 0
}

// kin tells the words for relatives.
func kin(w *lex.Word) bool {
	return valued(w, lex.PersonNoun, lex.Kin)
}

// easternSeam is the token at which, in more words than a Korean or a Chinese name has, the surname of a second one stands: Ким Чен Ира |
// Ко Ён Хи; 0 for none.
func (r *resolver) easternSeam(s span) int {
	const most = 3 // words of a name
	t := r.doc.Tokens
	if s.last-s.first <= most || !easternSurname(t[s.first].Key()) {
		return 0
	}
	for k := s.first + most; k > s.first+1; k-- {
		if s.last-k > 1 && s.last-k <= most && easternSurname(t[k].Key()) {
			return k
		}
	}
	return 0
}

// joinedNames reads a name again that looks like one in the nominative where the name that и joins to it is declined: гонщиков Кими
// Райкконена и Марка Уэббера.
func (r *resolver) joinedNames() {
	t := r.doc.Tokens
	for i := range max(0, len(r.mentions)-1) {
		m, next := &r.mentions[i], &r.mentions[i+1]
		if m.typ != Person || next.typ != Person || next.first != m.last+1 || t[m.last].Key() != "и" || len(m.posts) > 0 || len(next.posts) > 0 {
			continue
		}
		if m.person.unchanged() && m.person.cases == lex.Nom && next.person.cases != lex.Nom && !next.person.unchanged() {
			m.person = r.readPerson(m.span, nameContext{cases: next.person.cases})
			m.text = m.person.text()
		}
	}
}

// passPosts gives the post before two names that stand side by side to the second, where the first can be whom it is held with:
// адвокат Петрова | Анна Вереск.
func (r *resolver) passPosts(prev, m *mention) {
	if prev.typ != Person || prev.last != m.first {
		return
	}
	held := r.readPerson(prev.span, nameContext{cases: lex.Gen, strict: true})
	if held.cases != lex.Gen || held.torn() || held.unchanged() && len(held.parts) > 1 {
		return
	}
	p, ok := r.postEnding(prev.first, m.person.plausible(), false)
	if !ok || p.cases&lex.Nom == 0 && m.person.nominative(p.cases) {
		return
	}
	p.last, p.org, p.country = prev.last, -1, 0
	m.posts = r.posts.Put(p)
	if len(prev.posts) > 0 && prev.posts[0].head == p.head {
		prev.posts = nil
	}
	prev.person, prev.text = held, held.text()
}

// seen tells whether a name of the document has this word.
func (r *resolver) seen(key string) bool { return r.words.get(key) }

// personContext is what stands before the name of mention i and tells its case: a post, another name of a list, a
// preposition, a noun.
func (r *resolver) personContext(i int) (cx nameContext) {
	first, t := r.mentions[i].first, r.doc.Tokens
	if cx.subject = r.verbBehind(r.mentions[i].last); cx.subject != 0 && r.subjectAt(r.mentions[i].last+1, cx.subject) {
		cx.subject, cx.never = 0, lex.Masc|lex.Fem // Либерману ответил Исмаил Хания
	}
	cx.rival = i+1 < len(r.mentions) && r.mentions[i+1].typ == Person && r.mentions[i+1].first == r.mentions[i].last+1
	cx.gender, cx.among = r.relative(r.mentions[i].last), lex.Cases
	if posts := r.mentions[i].posts; len(posts) > 0 {
		head := t[posts[0].head].Word()
		cx.cases, cx.strict = posts[0].cases, true
		if womanly(head) {
			cx.gender, cx.among, cx.sure = lex.Fem, cx.cases, true
		}
		if p := &posts[0]; p.head != p.last-1 {
			cx.cases |= postCases(&t[p.last-1]) // заместитель генерала Ивана Рощина · пресс-секретарь президента Иван Рощин
		}
		return cx
	}
	if i > 0 && first > 1 && (t[first-1].Is(',') || t[first-1].Key() == "и") {
		if prev := &r.mentions[i-1]; prev.typ == Person && prev.last == first-1 && len(prev.person.parts) > 0 {
			cx.cases = prev.person.cases
			if t[first-1].Key() == "и" && cx.cases != lex.Nom && !prev.person.unchanged() {
				cx.never = lex.Masc | lex.Fem // Евгения Лосева и Александра Веснина
			}
			return cx
		}
	}
	if first > 0 {
		w := t[first-1].Word()
		if !w.Can(lex.Noun) && !w.Can(lex.Participle) && t[first-1].Kind() == parse.Word && !t[first].Opens() {
			if g := w.Gram(lex.Adj | lex.Sing); g&lex.Cases != 0 && (g&lex.Apro == 0 || strings.HasPrefix(w.Key, "сам")) {
				cx.cases = g & lex.Cases // 53-летней, самого
				if g &= lex.Masc | lex.Fem; g == lex.Masc || g == lex.Fem {
					cx.gender, cx.among, cx.sure = g, lex.Cases, true
				}
				return cx
			}
		}
		if kin(w) && i+1 < len(r.mentions) && r.mentions[i+1].typ == Person && r.mentions[i+1].first == r.mentions[i].last {
			cx.cases, cx.strict = lex.Gen, true // сын Рощина | Игорь
			return cx
		}
		if first > 1 && w.Can(lex.Noun|lex.Gen) && !t[first-1].Opens() && kin(t[first-2].Word()) {
			of := t[first-2].Word()
			cx.cases = of.GramOf(lex.PersonNoun) & lex.Cases // вдова посла | Марина Рощина
			if womanly(of) {
				cx.gender, cx.among = lex.Fem, cx.cases
			}
			return cx
		}
		if w.Is(lex.PersonNoun) || w.Can(lex.Noun|lex.Anim) && inflect.Preposition(w.Key) == 0 {
			cx.cases = (w.GramOf(lex.PersonNoun) | w.Gram(lex.Noun|lex.Anim)) & lex.Cases
			if womanly(w) {
				cx.gender, cx.among = lex.Fem, cx.cases
			}
			cx.cases |= lex.Gen
			return cx
		}
	}
	if first > 0 && r.at[first-1] >= 0 {
		return cx // подданная Японии Мисао Окава, внучка академика Петрова Анна Вереск
	}
	cx.cases, cx.strict = inflect.Governed(r.doc, first)
	r.verbBefore(i, &cx)
	return cx
}

// verbBefore takes what the verb right before the name of mention i tells of it: the gender or the number of its subject, and whether it
// asks for an object. Арестовал | Рощина is of Рощин.
func (r *resolver) verbBefore(i int, cx *nameContext) {
	k, t := r.mentions[i].first-1, r.doc.Tokens
	if cx.cases != 0 || k < 0 || t[k].Kind() != parse.Word || t[k+1].Opens() {
		return
	}
	w := t[k].Word()
	if !w.Known() || w.Can(lex.Noun) || w.Can(lex.Adj) {
		return
	}
	switch g := w.Gram(lex.Verb); {
	case g == 0:
		if w.Can(lex.Infinitive|lex.Trans) || w.Can(lex.Gerund|lex.Trans) || w.Can(lex.Participle|lex.Active|lex.Trans) && k > 0 && t[k-1].Is(',') {
			cx.cases, cx.never = lex.Acc, lex.Masc|lex.Fem // …, сменивший | Рощина
		}
		if done := w.Gram(lex.ParticipleShort); done != 0 && k > 0 && !t[k].Opens() && t[k-1].Word().Gram(lex.Noun|lex.Nom)&done&(lex.Genders|lex.Plur) != 0 {
			cx.cases, cx.strict = lex.Ins|lex.Dat, true // закон подписан | Марией Вега
		}
		return
	case g&lex.Sing == 0 && !r.listBegins(i), r.subjectBefore(k, g):
		cx.never |= lex.Masc | lex.Fem
	case g&lex.Past != 0 && g&lex.Sing != 0:
		cx.never |= (lex.Masc | lex.Fem) &^ g
	}
	if w.Gram(lex.Verb|lex.Trans) != 0 && cx.never != 0 {
		cx.cases = lex.Acc
	}
}

// subjectBefore tells whether the subject of the verb at token k stands right before it, in what can be no other case: Полиция задержала,
// but not Суд возглавил. verb is the verb's grammemes.
func (r *resolver) subjectBefore(k int, verb lex.Gram) bool {
	t := r.doc.Tokens
	if k > 1 && !t[k].Opens() && adverbial(t[k-1].Word()) {
		k--
	}
	if k > 1 && closingMark(&t[k-1]) {
		k-- // «Заря» обвинила
	}
	if k == 0 || t[k].Opens() || t[k-1].Kind() != parse.Word {
		return false
	}
	first, w := k-1, t[k-1].Word()
	if i := r.at[k-1]; i >= 0 {
		m := &r.mentions[i]
		if m.typ == Person && len(m.person.parts) > 0 {
			return m.person.cases == lex.Nom
		}
		first, w = m.first, t[m.first].Word()
		if first > 0 && quoted(&t[first-1]) {
			first--
		}
	} else if w.Can(lex.Pronoun) {
		return w.Gram(lex.Pronoun)&lex.Cases == lex.Nom // он, она, кто
	} else if !w.Is(lex.OrgNoun|lex.Post) && !w.Can(lex.Anim) {
		return false
	}
	g := w.Gram(lex.Noun | lex.Sing | lex.Nom)
	if g == 0 || g&(lex.Acc|lex.Fixed) != 0 || verb&lex.Past != 0 && verb&lex.Sing != 0 && g&verb&lex.Genders == 0 {
		return false
	}
	for first > 0 && !t[first].Opens() && attributive(&t[first-1], w.Gram(lex.Nom)) {
		first--
	}
	return first == 0 || t[first].Opens() || inflect.Preposition(t[first-1].Key()) == 0
}

// subjectAt tells whether the word at token k can be but the subject of a verb of some gender: a noun for a living being in the nominative.
func (r *resolver) subjectAt(k int, gender lex.Gram) bool {
	if k >= len(r.doc.Tokens) || r.doc.Tokens[k].Kind() != parse.Word {
		return false
	}
	w := r.doc.Tokens[k].Word()
	g := w.Gram(lex.Noun | lex.Anim | lex.Sing)
	return w.Known() && g&lex.Cases == lex.Nom && g&gender != 0
}

// listBegins tells whether mention i is joined by и or a comma to the name of another person.
func (r *resolver) listBegins(i int) bool {
	m := &r.mentions[i]
	if i+1 >= len(r.mentions) || r.mentions[i+1].typ != Person || r.mentions[i+1].first != m.last+1 {
		return false
	}
	t := &r.doc.Tokens[m.last]
	return t.Is(',') || t.Key() == "и"
}

// relative is the gender of the relative pronoun behind a comma at token k: …, которая; 0 for none.
func (r *resolver) relative(k int) lex.Gram {
	t := r.doc.Tokens
	if k+1 >= len(t) || !t[k].Is(',') || !strings.HasPrefix(t[k+1].Key(), "котор") {
		return 0
	}
	switch strings.TrimPrefix(t[k+1].Key(), "котор") {
	case "ый", "ого", "ому":
		return lex.Masc
	case "ая", "ой", "ую":
		return lex.Fem
	}
	return 0
}

// womanly tells whether a noun is said of women alone: актриса, певица, дочь.
func womanly(w *lex.Word) bool {
	fem := false
	for _, x := range w.Readings {
		g := x.Gram()
		if x.Lemma.Class()&(lex.Post|lex.PersonNoun) == 0 || g&lex.Sing == 0 {
			continue
		}
		if g&lex.Masc != 0 {
			return false
		}
		if g&lex.Fem != 0 {
			switch w.Normal(x) {
			case "глава", "судья", "коллега", "модель", "старшина":
				return false
			}
			fem = true
		}
	}
	return fem
}

// verbBehind is the gender of a verb in the past that stands at token k; 0 for none.
func (r *resolver) verbBehind(k int) lex.Gram {
	if k >= len(r.doc.Tokens) || r.doc.Tokens[k].Kind() != parse.Word {
		return 0
	}
	w := r.doc.Tokens[k].Word()
	if g := w.Gram(lex.Verb|lex.Past|lex.Sing) | w.Gram(lex.ParticipleShort|lex.Sing); w.Known() && !w.Can(lex.Noun) && !w.Can(lex.Adj) {
		return g & (lex.Masc | lex.Fem)
	}
	return 0
}

// readThing puts the name of an organisation or a place into the nominative.
func (r *resolver) readThing(m *mention) {
	doc := r.doc
	switch {
	case r.shareNoun(m):
	case m.last-m.first == 1 && !twoNouns(doc.Tokens[m.first].Word()):
		r.readWord(m)
	case m.typ == Place && m.first > 0 && street(doc.Tokens[m.first-1].Word()) && !doc.Tokens[m.first].Word().Can(lex.Adj):
		m.text = r.clean(m.first, m.last) // улица Академика Королёва
	default:
		cx := inflect.Context{Plain: r.seen}
		cx.Cases, cx.Strict = r.thingContext(m)
		p := inflect.Parse(doc, m.first, m.last, cx)
		if p.Head < 0 && cx.Strict {
			p = inflect.Parse(doc, m.first, m.last, inflect.Context{Plain: r.seen})
		}
		if p.Head >= 0 || m.typ != Place || m.last-m.first != 2 || !r.toldApart(m, cx.Cases) {
			m.text = p.Nominative(doc)
		}
	}
	if m.norm == "" {
		m.norm = key(m.text)
	}
	if a, ok := aliases()[m.norm]; ok && (m.last-m.first > 1 || m.kind == ByAbbr || m.typ == Org && a.country && (m.first == 0 || !quoted(&r.doc.Tokens[m.first-1]))) {
		m.typ = a.typ
	}
	if m.typ == Place && m.last-m.first > 1 {
		m.text = quieter(m.text, doc.Tokens[m.first:m.last])
	}
	r.findAdjective(m)
}

// toldApart puts the name of a place of an adjective and a word that no table has into the nominative, by what the two can be together:
// Большой Мурте. It tells whether they can be anything.
func (r *resolver) toldApart(m *mention, asked lex.Gram) bool {
	adj, name := r.doc.Tokens[m.first].Word(), r.doc.Tokens[m.first+1].Word()
	best := -1 << 10
	for _, c := range inflect.Surname(nil, name.Key) {
		if c.Gender == lex.Fem && c.Cases == lex.Cases || c.Cases&lex.Nom != 0 && c.Off+len(c.Ending) > 0 {
			continue // only women's surnames do not change, only families have names in the plural
		}
		for _, a := range adj.Readings {
			g := a.Gram()
			cases, gender := g&c.Cases&lex.Cases, g&c.Gender
			if g&lex.Adj == 0 || g&lex.Sing == 0 || g&(lex.Fixed|lex.Apro) != 0 || cases == 0 || gender == 0 {
				continue
			}
			weight := c.Weight
			if asked != 0 && cases&asked == 0 {
				weight -= 8
			}
			if weight <= best {
				continue
			}
			if s, ok := lex.Inflect(r.clean(m.first, m.first+1), a, lex.Adj|lex.Nom|lex.Sing|gender&-gender); ok {
				best, m.text = weight, s+" "+c.Text(r.clean(m.first+1, m.last))
			}
		}
	}
	return m.text != ""
}

// street tells the nouns for what is called by a name in the genitive.
func street(w *lex.Word) bool {
	return valued(w, lex.PlaceNoun, lex.Street)
}

// maxListed is how far, in names, the case of a list is looked for at its first one.
const maxListed = 8

// thingContext is the cases the words before a name ask for. A name in quotation marks behind the noun that says what it
// names stands in the nominative.
func (r *resolver) thingContext(m *mention) (cases lex.Gram, strict bool) {
	for n := 0; n < maxListed && m.first > 1 && lists(&r.doc.Tokens[m.first-1]); n++ { // в Шарм-эш-Шейх и Хургаду
		k := r.at[m.first-2]
		if k < 0 || r.mentions[k].typ != m.typ {
			break
		}
		m = &r.mentions[k]
	}
	if m.first >= 2 && quoted(&r.doc.Tokens[m.first-1]) {
		t := &r.doc.Tokens[m.first-2]
		if m.typ == Org && (thing(t.Word()) || valued(t.Word(), lex.OrgNoun, lex.Part)) {
			return lex.Gen, false // матч «Спартака», акции «Русала»: that of a thing would be no organisation's
		}
		if t.Word().Is(lex.OrgNoun|lex.MediaNoun|lex.TitleNoun|lex.PlaceNoun) || t.Shape()&parse.Upper != 0 {
			return lex.Nom, false
		}
	}
	if m.first > 0 && m.typ == Place && m.last-m.first == 1 && !r.doc.Tokens[m.first].Opens() {
		w := r.doc.Tokens[m.first-1].Word()
		if valued(w, lex.OrgNoun, lex.Building) || w.Is(lex.PlaceNoun) && !strings.HasPrefix(w.Key, "город") {
			return lex.Nom, false // провинции Феррара, острове Лампедуза, порту Одерань
		}
	}
	return inflect.Governed(r.doc, m.first)
}

func quoted(t *parse.Token) bool {
	switch t.Rune() {
	case '«', '"', '„', '“':
		return t.Kind() == parse.Punct
	}
	return false
}

// twoNouns tells the words that are two nouns, each declined: музей-заповедник, школа-студия.
func twoNouns(w *lex.Word) bool {
	return w.Left != nil && w.Known() && w.Can(lex.Noun) && w.Left.Can(lex.Noun) && w.Left.Is(lex.OrgNoun)
}

// readWord puts a name of one word into the nominative.
func (r *resolver) readWord(m *mention) {
	t := &r.doc.Tokens[m.first]
	text := written(inflect.Clean(r.doc.Text[t.Start():t.End()]), t, m.typ)
	m.text = text
	if stem, ok := acronym(text, t); ok {
		m.text, m.kind = stem, ByAbbr
		return
	}
	if t.Shape()&parse.Cyrillic == 0 || t.Shape()&parse.Mixed != 0 && endsInCapitals(text) || m.typ == Org && ministry(t.Word()) {
		return
	}
	if m.typ == Place && m.first > 0 && valued(r.doc.Tokens[m.first-1].Word(), lex.PlaceNoun, lex.Mapped) {
		return // остров Врангеля
	}
	if off, ending, ok := famousWord(t.Word()); ok {
		m.text = lex.Replace(text, off, ending)
		return
	}
	w := t.Word()
	cands := r.newCands[:0]
	if first, _, ok := strings.Cut(w.Key, "-на-"); ok && !w.Known() {
		r.readTown(m, text, first)
		return
	}
	if m.typ == Place {
		cands = inflect.Known(cands, w, lex.Place)
	}
	if len(cands) == 0 {
		cands = inflect.Known(cands, w, lex.Noun)
	}
	if len(cands) == 0 {
		cands = inflect.Adjective(cands, w)
		m.elliptic = len(cands) > 0
	}
	if len(cands) == 0 || !cands[0].Known {
		cands = inflect.Surname(inflect.Known(cands, guess(w), lex.Place), w.Key)
		if m.typ == Org {
			cands = inflect.SoftCompound(cands, w)
		}
	}
	r.newCands = cands
	r.weighWord(m, cands, text)
}

// readTown puts the name of a town on a river into the nominative: Стратфорда-на-Эйвоне. first is the key of its first part.
func (r *resolver) readTown(m *mention, text, first string) {
	w := look(first)
	cands := inflect.Surname(inflect.Known(nil, w, lex.Place|lex.Inan), w.Key)
	k := strings.IndexAny(text, hyphens)
	if len(cands) == 0 || k < 0 {
		return
	}
	r.weighWord(m, cands, text[:k])
	m.text += text[k:]
	m.norm, m.alts = key(m.text), nil
}

// endsInCapitals tells whether a word's last two letters are capitals, as those of the names of agencies are: БелТА.
func endsInCapitals(text string) bool {
	a, n := utf8.DecodeLastRuneInString(text)
	b, _ := utf8.DecodeLastRuneInString(text[:len(text)-n])
	return unicode.IsUpper(a) && unicode.IsUpper(b)
}

// ministry tells whether a word is the short name of a ministry that ends in a genitive: Минцифры, Минприроды, Минимущества.
func ministry(w *lex.Word) bool {
	rest, ok := strings.CutPrefix(w.Key, "мин")
	if !ok || w.Known() {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(rest)
	return strings.ContainsRune("ыия", r) || strings.HasSuffix(rest, "ства") || strings.HasSuffix(rest, "энерго")
}

// weighWord picks the nominative of a name of one word, and keeps the others it may have.
func (r *resolver) weighWord(m *mention, cands []inflect.Candidate, text string) {
	asked, strict := r.thingContext(m)
	best, likeliest := -1000, -1
	r.newAlts = r.newAlts[:0]
	for i := range cands {
		c := &cands[i]
		if c.Gender == lex.Fem && c.Cases == lex.Cases && !c.Known && m.typ != Person {
			continue // only women's surnames do not change
		}
		if c.Cases&lex.Nom != 0 && c.Off+len(c.Ending) > 0 && !c.Known && m.typ != Person {
			continue // only families have names in the plural
		}
		s := c.Weight
		switch {
		case c.Cases&asked != 0:
			s += 4
		case asked != 0 && strict:
			s -= 8
		}
		if strict && c.Cases == lex.Cases && !c.Known && !strings.HasSuffix(c.Key, "и") {
			s -= 3
		}
		if m.typ == Org && c.Kind != 0 {
			s -= 2 // Заре is rather of Заря than of Зара
		}
		if m.typ == Place && !c.Known && townlike(c.Key) {
			s += 4
		}
		if c.Cases&lex.Nom != 0 && !strict {
			s += 3
		}
		if c.Off+len(c.Ending) > 0 && r.seen(c.Key) && !oblique(cands, c.Key) {
			s += 5
		}
		r.newAlts = append(r.newAlts, nominative{c.Key, c.Ending, int32(s), int32(c.Off)})
		if s > best {
			best, likeliest = s, i
		}
	}
	if likeliest >= 0 {
		m.text, m.norm = cands[likeliest].Text(text), cands[likeliest].Key
	}
	m.alts = r.alts.Put(r.newAlts...)
}

// oblique tells whether a nominative may itself be a form of another candidate: Роснадзору is of Роснадзор where the text has
// Роснадзора.
func oblique(cands []inflect.Candidate, key string) bool {
	for _, ending := range [...]string{"а", "я"} {
		stem, ok := strings.CutSuffix(key, ending)
		if !ok {
			continue
		}
		for i := range cands {
			if k := cands[i].Key; len(k)-len(stem) <= len("й") && strings.HasPrefix(k, stem) && k != key && (ending == "а" && k == stem || ending == "я" && k != stem && strings.ContainsAny(k[len(stem):], "йь")) {
				return true
			}
		}
	}
	return false
}

// townlike tells whether a nominative ends as the names of towns do.
func townlike(key string) bool {
	for _, s := range [...]string{"ск", "цк", "град", "город", "бург", "поль", "ленд", "ланд", "стан", "шир", "форд", "таун", "виль", "дорф", "овка", "евка"} {
		if strings.HasSuffix(key, s) {
			return true
		}
	}
	return false
}

// guess is a word with readings guessed as those of a name.
func guess(w *lex.Word) *lex.Word {
	var l lex.Lookup
	g := &lex.Word{Key: w.Key, Readings: l.Guess(nil, []byte(w.Fold()), true)}
	for _, x := range g.Readings {
		g.Grams |= x.Gram()
	}
	return g
}

// acronym is the letters of an acronym without the ending some are written with: МИД, МИДа, ТАСС.
func acronym(text string, t *parse.Token) (string, bool) {
	if _, n := utf8.DecodeRuneInString(text); n < len(text) {
		if c, _ := utf8.DecodeRuneInString(text[n:]); 'а' <= c && c <= 'я' {
			return text, false
		}
	}
	upper := 0
	for i, c := range text {
		if !unicode.IsUpper(c) {
			return text[:i], upper >= 2 && t.Shape()&parse.Cyrillic != 0 && len(text)-i <= 4 && !strings.ContainsFunc(text[i:], unicode.IsUpper)
		}
		upper++
	}
	return text, upper >= 2 && upper <= 7
}

// findOwner looks for the name right behind an organisation's that says whose it is.
func (r *resolver) findOwner(i int) {
	m := &r.mentions[i]
	if i+1 >= len(r.mentions) {
		return
	}
	n := &r.mentions[i+1]
	if n.first != m.last || n.typ == Person && !calledAfter(&r.doc.Tokens[m.first], m) || !r.doc.Tokens[n.first].Spaced() || r.doc.Tokens[n.first].Opens() {
		return
	}
	if t := &r.doc.Tokens[n.first]; t.Word().Can(lex.Gen) || !t.Word().Known() || t.Shape()&parse.Upper != 0 {
		m.owner = int32(i + 1)
	}
}

// calledAfter tells whether an organisation's name is but a noun, as in one that goes on with that of a person: Фонд | Анны Рощиной.
func calledAfter(t *parse.Token, m *mention) bool {
	return m.last-m.first == 1 && t.Word().Is(lex.OrgNoun) && !ner.OfState(t.Key())
}

// findAdjective looks for the adjective of a country before a name: российский МИД, японского правительства.
func (r *resolver) findAdjective(m *mention) {
	if m.first == 0 {
		return
	}
	w := r.doc.Tokens[m.first-1].Word()
	if w.Is(lex.Country) && w.Can(lex.Adj) {
		v, _ := w.Value(lex.Country)
		m.adj = int32(v)
	}
}

// key is a name for comparing: in small letters, ё as е, without quotation marks.
func key(s string) string {
	var room [128]byte
	b := room[:0]
	for {
		n := smallLetters(s)
		b = append(b, s[:n]...)
		if n == len(s) {
			return string(b)
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		s = s[n+size:]
		switch {
		case 'А' <= r && r <= 'Я':
			r += 'а' - 'А'
		case r == 'ё' || r == 'Ё':
			r = 'е'
		case r == '«' || r == '»' || r == '"' || r == '„' || r == '“' || r == '”':
			continue
		default:
			r = unicode.ToLower(r)
		}
		b = utf8.AppendRune(b, r)
	}
}

// smallLetters is the size of the small letters and spaces that a text begins with.
func smallLetters(s string) (n int) {
	for n < len(s) {
		switch c := s[n]; {
		case 'a' <= c && c <= 'z' || c == ' ':
			n++
		case n+1 < len(s) && (c == 0xD0 && s[n+1] >= 0xB0 || c == 0xD1 && s[n+1] >= 0x80 && s[n+1] < 0x90): // а–п, р–я
			n += 2
		default:
			return n
		}
	}
	return n
}

// clean is the text of some tokens fit to be a name.
func (r *resolver) clean(first, last int) string {
	p := inflect.Phrase{First: first, Last: last, Head: -1}
	return p.Nominative(r.doc)
}

// roles gives every person the posts told beside the name.
func (r *resolver) roles() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.typ != Person {
			continue
		}
		for _, p := range m.posts {
			r.held(int(m.cluster), p)
		}
		for _, p := range r.postsAfter(m.last, m.person.cases) {
			r.held(int(m.cluster), p)
		}
	}
}
