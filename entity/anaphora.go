package entity

import (
	"slices"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/room"
	"github.com/svodka/svodka/parse"
)

// anaphora ties to persons what else stands for them: posts (президент) and pronouns (он, её).
func (r *resolver) anaphora() {
	r.sentences()
	r.genders()
	r.rolesAlone()
	r.pronouns()
	r.statements()
}

// sentences lists where the sentences begin.
func (r *resolver) sentences() {
	n := 0
	for _, p := range r.doc.Paragraphs {
		n += len(p.Sentences)
	}
	r.starts = slices.Grow(r.starts, n)
	t, k := r.doc.Tokens, 0
	for _, p := range r.doc.Paragraphs {
		for _, s := range p.Sentences {
			for k < len(t) && t[k].Start() < s.Start {
				k++
			}
			r.starts = append(r.starts, k)
		}
	}
}

// sentence is the tokens of the sentence of token i: from first up to but not last.
func (r *resolver) sentence(i int) (first, last int) {
	k, found := slices.BinarySearch(r.starts, i)
	if found {
		k++
	}
	last = len(r.doc.Tokens)
	if k < len(r.starts) {
		last = r.starts[k]
	}
	if k > 0 {
		first = r.starts[k-1]
	}
	return first, last
}

// genders takes the gender of a person from the verbs and posts beside the name where the name does not tell it.
func (r *resolver) genders() {
	for c := range r.clusters {
		x := &r.clusters[c]
		if x.typ != Person {
			continue
		}
		if g := r.mentions[x.mentions[0]].person.certain(); g == lex.Masc || g == lex.Fem {
			x.gender = g
		}
		for _, k := range latest(x.mentions, mentionsBack) {
			if g := r.mentions[k].person.beside; g != 0 {
				x.gender = g // певица Джоан Ли
				break
			}
		}
		if x.gender == lex.Masc || x.gender == lex.Fem {
			r.regender(x)
			continue
		}
		x.gender = 0
		votes := 0
		for _, k := range x.mentions {
			votes += r.genderVote(&r.mentions[k])
		}
		switch {
		case votes > 0:
			x.gender = lex.Masc
		case votes < 0:
			x.gender = lex.Fem
		default:
			n := &r.mentions[x.mentions[0]].person
			for _, g := range [...]lex.Gram{n.shown, n.gender} {
				if x.gender == 0 && (g == lex.Masc || g == lex.Fem) {
					x.gender = g
				}
			}
		}
		r.regender(x)
	}
}

// regender reads the names of a person anew whose nominatives are of the other gender: Александра Лукашенко of a man is of
// Александр.
func (r *resolver) regender(x *cluster) {
	if x.gender == 0 {
		return
	}
	for _, k := range latest(x.mentions, mentionsBack) {
		m := &r.mentions[k]
		if len(m.person.parts) == 0 || m.person.shown&x.gender != 0 {
			continue
		}
		cx := r.personContext(int(k))
		cx.gender, cx.among = x.gender, lex.Cases
		if n := r.readPerson(m.span, cx); n.shown&x.gender != 0 && !n.torn() {
			m.person, m.text = n, n.text()
		}
	}
}

// genderVote is 1 where the words beside a mention are masculine, -1 where they are feminine.
func (r *resolver) genderVote(m *mention) (n int) {
	switch r.relative(m.last) {
	case lex.Masc:
		return 1
	case lex.Fem:
		return -1
	}
	t := r.doc.Tokens
	behind := m.last
	if behind < len(t) && adverbial(t[behind].Word()) {
		behind++ // также сказала
	}
	for _, i := range [...]int{behind, m.first - 1} {
		if i < 0 || i >= len(t) || t[i].Kind() != parse.Word || m.person.cases&lex.Nom == 0 {
			continue
		}
		switch g := t[i].Word().Gram(lex.Verb|lex.Past) & (lex.Masc | lex.Fem); g {
		case lex.Masc:
			n++
		case lex.Fem:
			n--
		}
	}
	if m.first > 0 && womanly(t[m.first-1].Word()) { // a woman is министр too
		n--
	}
	return max(-1, min(1, n))
}

// adverbial tells whether a word can stand between a subject and its verb: также, уже, ранее.
func adverbial(w *lex.Word) bool {
	if w.Can(lex.Conjunction) {
		return w.Key == "также" || w.Key == "тоже"
	}
	return w.Can(lex.Adverb) || w.Can(lex.Particle)
}

// rolesAlone ties a post that stands by itself to the person of the document who holds it: the one it is said of with the
// same place, else the last one before it. On its way it notes where pronouns stand.
func (r *resolver) rolesAlone() {
	r.inRole = resize(r.inRole, len(r.doc.Tokens)/64+1)
	inRole := r.inRole
	clear(inRole)
	for c := range r.clusters {
		for _, p := range r.clusters[c].posts {
			inRole.cover(p.first, p.last)
		}
	}
	r.toldAt = resize(r.toldAt, len(r.clusters))
	clear(r.toldAt)
	told := recency{order: r.personsInOrder(), last: r.toldAt}
	tokens, at := r.doc.Tokens, r.at
	for i := range tokens {
		t := &tokens[i]
		if pronounGender(t) != 0 && at[i] < 0 {
			r.pronounsAt = room.Push(r.pronounsAt, i, i, len(tokens))
		}
		if t.Word().Class&lex.Post == 0 || inRole.has(i) || at[i] >= 0 {
			continue
		}
		cases := postCases(t)
		if cases == 0 {
			continue
		}
		p := post{first: r.postStart(i), head: i, last: r.postEnd(i), cases: cases}
		named := p.last < len(at) && at[p.last] >= 0 && r.mentions[at[p.last]].typ == Person && !tokens[p.last].Opens() && !(p.first > 0 && officeNoun(tokens[p.first-1].Key()))
		if named && !r.apartFrom(&p, &r.mentions[at[p.last]]) {
			continue // the post of the name behind it
		}
		r.place(&p)
		if m := r.behindDash(p.last); m != nil && (cases&m.person.cases&lex.Nom != 0 || cases&lex.Ins != 0 && m.person.cases&(lex.Ins|lex.Loc) == 0) {
			r.held(int(m.cluster), p) // её адвокат — Олег Швец; избрали председателем Рощина, секретарём — Веснина
			inRole.cover(p.first, p.last)
			continue
		}
		if k := p.first - 1; cases&lex.Ins != 0 && k >= 0 && at[k] >= 0 && r.mentions[at[k]].typ == Person && appointing(tokens, r.mentions[at[k]].first-1) {
			r.held(int(r.mentions[at[k]].cluster), p) // назначение Рощина министром
			inRole.cover(p.first, p.last)
			continue
		}
		if verb, office := r.predicate(&p); verb >= 0 {
			if c := r.stated(&p, verb, office); c >= 0 {
				r.held(c, p)
			} else {
				r.open = append(r.open, statement{p, verb, office})
			}
			inRole.cover(p.first, p.last)
			continue
		}
		if named {
			continue
		}
		if p.first < p.head && formOf(tokens[p.first].Word(), "новый", "следующий", "будущий", "прежний", "очередной", "другой") {
			continue // somebody else, or one not named yet
		}
		told.advance(r, p.first)
		c := r.holder(&p, &told)
		if c < 0 {
			continue
		}
		if !r.leader(&p) {
			r.held(c, p)
		}
		r.stand(c, p.first, p.last, ByRole)
		told.last[c] = p.first + 1
		inRole.cover(p.first, p.last)
	}
}

// apartFrom tells whether the post before a name is in the instrumental of a predicate, and the name is the subject or the object of the
// verb: назначил министром | Павла Рощина, избран мэром | Олег Швец.
func (r *resolver) apartFrom(p *post, m *mention) bool {
	return p.cases&lex.Ins != 0 && len(m.posts) == 0 && m.person.cases&(lex.Ins|lex.Loc) == 0
}

// behindDash is the name of a person behind a dash at token i; nil for none.
func (r *resolver) behindDash(i int) *mention {
	if i+1 < len(r.at) && r.doc.Tokens[i].Dash() && r.at[i+1] >= 0 {
		if m := &r.mentions[r.at[i+1]]; m.typ == Person {
			return m
		}
	}
	return nil
}

// appointing tells whether token i is the noun of an appointment.
func appointing(t []parse.Token, i int) bool {
	return i >= 0 && formOf(t[i].Word(), "назначение", "избрание", "утверждение", "выдвижение")
}

// A bitset is a set of numbers.
type bitset []uint64

func (b bitset) cover(i, last int) {
	for ; i < last; i++ {
		b[i/64] |= 1 << (i % 64)
	}
}

func (b bitset) has(i int) bool { return b[i/64]>>(i%64)&1 != 0 }

// recency knows how long ago a text, read in its order, named each person.
type recency struct {
	order []int // the mentions of persons in text order
	next  int   // of them
	last  []int // by cluster: one more than the first token of its last mention, 0 before the first
}

// advance reads on as far as token i.
func (x *recency) advance(r *resolver, i int) {
	for ; x.next < len(x.order); x.next++ {
		m := &r.mentions[x.order[x.next]]
		if m.first >= i {
			return
		}
		x.last[m.cluster] = m.first + 1
	}
}

// distance tells how far, in tokens, the last mention of a cluster before token i is; one behind it counts as very far.
func (x *recency) distance(c, i int) int {
	const far = 900
	if x.last[c] == 0 {
		return far
	}
	return min(far, i+1-x.last[c])
}

// holder finds who holds the post of a phrase that stands alone; -1 for nobody.
func (r *resolver) holder(p *post, told *recency) int {
	office, charge := r.office(p), r.charge(p)
	best, bestScore := -1, 0
	consider := func(key string, same bool) {
		all := r.holders[key]
		for _, h := range all[max(0, len(all)-postsBack):] {
			held := &r.clusters[h.cluster].posts[h.post]
			if c := r.charge(held); c != charge && c != "" && charge != "" {
				continue // the minister of something else
			}
			theirs := r.office(held)
			if office != theirs && (same || office != "" && theirs != "") {
				continue
			}
			score := 1000 - told.distance(h.cluster, p.first)
			if office != "" && office == theirs {
				score += 10_000
			}
			if score > bestScore {
				best, bestScore = h.cluster, score
			}
		}
	}
	key := postKey(r.doc, p.head)
	consider(key, false)
	if r.leader(p) {
		for _, head := range heads {
			consider(head, true)
		}
	}
	return best
}

// leader tells whether a phrase is one for the head of a state, whatever the post: турецкий лидер.
func (r *resolver) leader(p *post) bool {
	return p.country != 0 && postKey(r.doc, p.head) == "лидер"
}

// heads are the posts of those who are called the leader of a state.
var heads = [...]string{"президент", "глава", "премьер-министр", "премьер", "канцлер", "председатель", "король", "эмир", "генсек"}

// stand adds a mention that is no name.
func (r *resolver) stand(c, first, last int, kind MentionKind) {
	r.mentions = append(r.mentions, mention{span: span{first, last, Person}, kind: kind, cluster: int32(c), owner: -1, ofPerson: &r.nobody, ofThing: &r.nothing})
	r.clusters[c].mentions = append(r.clusters[c].mentions, int32(len(r.mentions)-1))
}

// nearest is how many persons named before a pronoun it may mean.
const nearest = 24

// An antecedent is a mention a pronoun may mean.
type antecedent struct {
	cluster, token, sentence int
	subject                  bool
}

// pronouns ties он, она and their forms to the person they mean: of the gender, near, rather the subject of a clause. What
// stands in quotation marks is somebody else's speech and is left alone.
func (r *resolver) pronouns() {
	order := r.personsInOrder()
	near, next, sentence := r.near[:0], 0, 0 // sentences count from 1
	marks := newEnclosed(r.doc)
	for _, i := range r.pronounsAt {
		for next < len(order) && r.mentions[order[next]].first <= i {
			m := &r.mentions[order[next]]
			sentence = r.sentenceFrom(sentence, m.first)
			near = append(lately(near), antecedent{int(m.cluster), m.first, sentence, r.subject(m)})
			next++
		}
		if near = lately(near); len(near) == 0 || marks.inside(i) && !r.interrupts(i) {
			continue
		}
		sentence = r.sentenceFrom(sentence, i)
		t := &r.doc.Tokens[i]
		if r.ofOrg(i, near[len(near)-1].token) {
			continue
		}
		if c := r.antecedent(near, pronounGender(t), i, sentence); c >= 0 {
			r.stand(c, i, i+1, ByPronoun)
			r.at[i] = int32(-2 - c)
			near = append(near, antecedent{c, i, sentence, t.Word().Can(lex.Nom)})
		}
	}
	r.near = near
}

// interrupts tells whether the pronoun at token i is in the author's words amid a quotation: «Да, — сказал он. — Нет».
func (r *resolver) interrupts(i int) bool {
	t := r.doc.Tokens
	k := i - 1
	for k > 0 && adverbial(t[k].Word()) {
		k--
	}
	if k < 1 {
		return false
	}
	if k > 1 && t[k].Key() == "по" && t[k-1].Dash() && i+1 < len(t) { // — по её словам
		return t[i+1].Word().Is(lex.SpeechNoun) && interruption(&t[k-2])
	}
	if t[k].Dash() { // — он также сказал
		for i++; i+1 < len(t) && adverbial(t[i].Word()); i++ {
		}
		return i < len(t) && t[i].Word().Is(lex.SpeechVerb) && interruption(&t[k-1])
	}
	if !t[k].Word().Is(lex.SpeechVerb) {
		return false
	}
	for k--; k > 0 && adverbial(t[k].Word()); k-- {
	}
	return k > 0 && t[k].Dash() && interruption(&t[k-1])
}

// interruption tells the marks before a dash that breaks off a quotation.
func interruption(t *parse.Token) bool {
	return t.Is(',') || t.Is('.') || t.Is('!') || t.Is('?') || t.Is('…')
}

// behindAdjectives is the first token from k on that is no adjective.
func behindAdjectives(t []parse.Token, k int) int {
	for k+1 < len(t) && t[k].Word().Can(lex.Adj) && !t[k].Word().Can(lex.Noun) {
		k++
	}
	return k
}

// ofOrg tells whether the pronoun at token i is an organisation's named behind the last person, at token last: «Заря» и её директор.
func (r *resolver) ofOrg(i, last int) bool {
	const far = 40 // tokens
	t := r.doc.Tokens
	if k := t[i].Key(); k != "его" && k != "ее" {
		return false
	}
	k := behindAdjectives(t, i+1)
	if k >= len(t) || r.at[k] >= 0 || !t[k].Word().Is(lex.Post) || !formOf(t[k].Word(), "лидер", "глава", "директор", "гендиректор", "президент", "председатель", "основатель", "основательница", "руководитель", "владелец", "совладелец", "акционер", "учредитель", "губернатор", "мэр", "депутат") {
		return false
	}
	for k := i - 1; k > max(last, i-far); k-- {
		if n := r.at[k]; n >= 0 {
			return r.mentions[n].typ != Person
		}
	}
	return false
}

// sentenceFrom is how many sentences begin at token i or before it, of which n are known to.
func (r *resolver) sentenceFrom(n, i int) int {
	for n < len(r.starts) && r.starts[n] <= i {
		n++
	}
	return n
}

// lately leaves the last persons of a long list.
func lately(near []antecedent) []antecedent {
	if len(near) > 2*nearest {
		near = slices.Delete(near, 0, len(near)-nearest)
	}
	return near
}

// personsInOrder lists the mentions of persons in text order.
func (r *resolver) personsInOrder() []int {
	out := r.order[:0]
	for i := range r.mentions {
		if m := &r.mentions[i]; m.cluster >= 0 && r.clusters[m.cluster].typ == Person {
			out = append(out, i)
		}
	}
	byFirst := func(a, b int) int { return r.mentions[a].first - r.mentions[b].first }
	if !slices.IsSortedFunc(out, byFirst) {
		slices.SortStableFunc(out, byFirst)
	}
	r.order = out
	return out
}

// subject tells whether a mention can be the subject of its clause.
func (r *resolver) subject(m *mention) bool {
	if m.kind == ByName {
		return m.person.cases&lex.Nom != 0
	}
	return r.doc.Tokens[m.first].Word().Can(lex.Nom | lex.Noun)
}

// pronounGender is the gender of a personal pronoun of the third person singular; 0 for any other word.
func pronounGender(t *parse.Token) lex.Gram {
	if w := t.Word(); w.Grams&(lex.Pronoun|lex.Guessed) == 0 || w.Letters() > len("него")/2 { // the table lacks ею
		return 0
	}
	switch t.Key() {
	case "он", "его", "него", "ему", "нему", "ним", "нем":
		return lex.Masc
	case "она", "ее", "нее", "ей", "ней", "нею", "ею":
		return lex.Fem
	}
	return 0
}

// antecedent picks the person a pronoun means.
func (r *resolver) antecedent(near []antecedent, gender lex.Gram, token, sentence int) int {
	own := -1
	if n := len(near); n > 0 && near[n-1].subject && near[n-1].sentence == sentence && r.ownObject(near[n-1].token, token) {
		own = near[n-1].cluster
	}
	best, bestScore := -1, 0
	for i := len(near) - 1; i >= 0; i-- {
		a := &near[i]
		x := &r.clusters[a.cluster]
		if x.gender != 0 && x.gender&gender == 0 || sentence-a.sentence > 3 || a.cluster == own {
			continue
		}
		score := 100 - 12*(sentence-a.sentence) - min(token-a.token, 60)/6
		if a.subject {
			score += 15
		}
		if x.gender == gender {
			score += 3
		}
		if score > bestScore {
			best, bestScore = a.cluster, score
		}
	}
	return best
}

// ownObject tells whether a pronoun in an oblique case stands in the clause of the subject at token i: it means somebody else,
// or себя and свой would stand there. Рощин обещал ей помочь.
func (r *resolver) ownObject(i, pronoun int) bool {
	t := r.doc.Tokens
	switch t[pronoun].Key() {
	case "он", "она":
		return false
	case "его", "ее":
		if k := behindAdjectives(t, pronoun+1); k < len(t) && t[k].Word().Gram(lex.Noun)&(lex.Nom|lex.Acc) == lex.Nom {
			return false // его внучка is the subject
		}
	}
	for ; i < pronoun; i++ {
		if t[i].Is(',') || t[i].Is(':') || t[i].Is(';') || t[i].Dash() || t[i].Is('(') || t[i].Is(')') || t[i].Key() == "и" {
			return false
		}
	}
	return true
}

// enclosed tells what tokens stand in quotation marks that hold speech: four words or more.
type enclosed struct {
	doc  *parse.Document
	next int
	end  int
}

func newEnclosed(doc *parse.Document) *enclosed { return &enclosed{doc: doc} }

// inside must be asked in text order.
func (e *enclosed) inside(i int) bool {
	for e.next < len(e.doc.Marks) && e.doc.Marks[e.next].First <= i {
		if m := &e.doc.Marks[e.next]; m.Last-m.First > 4 {
			e.end = max(e.end, m.Last)
		}
		e.next++
	}
	return i < e.end
}
