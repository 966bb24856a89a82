package entity

import (
	"slices"
	"strings"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A post is a noun phrase that tells a post: its words from first up to but not last, the noun that names it.
type post struct {
	first, head, last int
	cases             lex.Gram // that the noun can stand in
	org               int      // the mention of the organisation or place it is held at; -1 for none
	country           int32    // the country of an adjective before it (французский президент); 0 for none
	key               string   // the noun in the nominative, once the post is held
	several           bool     // it stands in the plural before the names of those who hold it
}

// farthest is how many tokens a post's phrase may take.
const farthest = 28

// postsBefore finds the posts told right before a name that begins at token i, the nearest first:
// лидер партии «Заря», депутат парламента | Игорь Талалаев. cases are those the name can stand in.
func (r *resolver) postsBefore(i int, cases lex.Gram) []post {
	const most = 5
	var room [most]post
	n := 0
	for n < most {
		p, ok := r.postEnding(i, cases, false)
		if !ok {
			break
		}
		room[n] = p
		n++
		i = p.first
		if i > 0 && (r.doc.Tokens[i-1].Is(',') || r.doc.Tokens[i-1].Key() == "и") {
			i--
		}
	}
	return r.posts.Put(room[:n]...)
}

// postEnding finds the longest phrase that tells a post and ends before token end. Posts that agree with each other, one
// behind the other, are told apart: глава делегации | помощник министра. One in no case the name can stand in is another's:
// заместитель | Сергея Рощина, помощник | министра Сергея Рощина.
func (r *resolver) postEnding(end int, want lex.Gram, several bool) (post, bool) {
	t := r.doc.Tokens
	if end > 3 && t[end-1].Is(')') && t[end-3].Is('(') && (t[end-2].Shape()&parse.Upper != 0 || r.at[end-2] >= 0 && r.mentions[r.at[end-2]].typ != Person) {
		end -= 3 // министр экономического развития (МЭР) | Анна Вереск, вратарь «Зари» (Лагода) | Олег Швец
	}
	found := post{head: -1}
	if end == 0 || t[end].Opens() || t[end-1].Key() == "и" || inflect.Preposition(t[end-1].Key()) != 0 && r.at[end-1] < 0 {
		return found, false // the name begins a sentence, is one more, or depends on the preposition
	}
	agreed := found
	var cases lex.Gram
	for i := end - 1; i >= 0 && i > end-farthest; i-- {
		if k := r.at[i]; k >= 0 && r.mentions[k].typ == Person {
			break
		}
		c := postCases(&t[i])
		if several {
			c |= postForms(&t[i], lex.Plur)
		}
		if c != 0 {
			if r.acting(i) {
				c = lex.Cases // и. о. министра Анна Вереск
			}
			if found.head >= 0 && c&cases != 0 && (cases&lex.Gen == 0 || found.head == end-1 && rank(&t[found.head])) {
				break // another post beside this one
			}
			if found.head < 0 || r.complements(found) {
				found.head, found.cases = i, c
				cases = c
				if several {
					c = postForms(&t[i], lex.Plur)
				}
				if c&want != 0 {
					agreed = found
					agreed.cases = c
				}
			}
		}
		if !r.insidePost(i, end) || t[i].Opens() {
			break
		}
	}
	if found = agreed; found.head < 0 {
		return found, false
	}
	found.last = end
	for found.last > found.head+1 && t[found.last-1].Kind() == parse.Punct && !t[found.last-1].ClosesQuote() {
		found.last--
	}
	found.last = r.unquoted(found.head, found.last)
	if n := found.last; n > found.head+3 && ofAge(t, n-1) {
		found.last -= 3 // кандидат от партии 68-летняя Анна Вереск
	}
	found.first = r.postStart(found.head)
	if r.ofAnother(&found, want) {
		return found, false
	}
	if c, strict := inflect.Governed(r.doc, found.first); strict && c&found.cases == 0 || found.first > 0 && t[found.head].Key() == "главе" && t[found.head-1].Key() == "во" {
		return found, false // в политику Рощин пришел · во главе с Рощиным
	}
	r.place(&found)
	return found, true
}

// ofAnother tells whether a post is that of somebody else, whose the noun before it says the named person is: вдова режиссёра |
// Анна Вереск.
func (r *resolver) ofAnother(p *post, name lex.Gram) bool {
	if p.first == 0 || p.cases&lex.Gen == 0 {
		return false
	}
	w := r.doc.Tokens[p.first-1].Word()
	return w.Is(lex.PersonNoun) && !w.Is(lex.Post) && w.Gram(lex.Noun|lex.Sing)&lex.Cases&^lex.Gen&name != 0
}

// ofAge tells whether token i ends an adjective of age: 68-летний.
func ofAge(t []parse.Token, i int) bool {
	return i > 1 && strings.HasPrefix(t[i].Key(), "летн") && t[i-1].Dash() && t[i-2].Kind() == parse.Number
}

// rank tells whether a word is a rank or a degree, which stands right before the name beside a post: командующего округом
// генерал-полковника Рощина.
func rank(t *parse.Token) bool {
	for _, s := range [...]string{"генерал", "адмирал", "полковник", "подполковник", "майор", "капитан", "лейтенант", "сержант", "маршал", "прапорщик", "профессор", "доктор", "академик"} {
		if k := t.Key(); strings.HasPrefix(k, s) || strings.HasSuffix(k, s) {
			return true
		}
	}
	return false
}

// acting tells whether the post at token i is held for the time being: врио министра, и. о. министра.
func (r *resolver) acting(i int) bool {
	t := r.doc.Tokens
	for i > 0 && !t[i].Opens() && attributive(&t[i-1], lex.Gen|lex.Sing|lex.Genders) {
		i--
	}
	return i > 0 && (t[i-1].Key() == "врио" || i > 3 && t[i-1].Is('.') && t[i-2].Key() == "о" && t[i-4].Key() == "и")
}

// postCases is the cases in which a word can name a post of one person; 0 for any other word.
func postCases(t *parse.Token) lex.Gram { return postForms(t, lex.Sing) }

// postForms is the cases in which a word can name a post in the singular or in the plural. A compound names one by its first
// part too: фотограф-любитель.
func postForms(t *parse.Token, number lex.Gram) (cases lex.Gram) {
	w := t.Word()
	if !w.Is(lex.Post) {
		if w.Left == nil || !w.Left.Is(lex.Post) || !w.Can(lex.Noun) {
			return 0
		}
		w = w.Left
	}
	for _, r := range w.Readings {
		g := r.Gram()
		if g&lex.Preposition != 0 {
			return 0 // после
		}
		if g&number != 0 && r.Lemma.Class()&lex.Post != 0 {
			cases |= g & lex.Cases
		}
	}
	return cases
}

// sharedPost finds the post that stands in the plural before a list of names: депутаты Иван Лосев и Олег Швец · один из депутатов
// Иван Лосев. Each of them holds it.
func (r *resolver) sharedPost(i int) (post, bool) {
	m := &r.mentions[i]
	t := r.doc.Tokens
	if i > 0 && m.first > 0 && !t[m.first].Opens() && (t[m.first-1].Is(',') || t[m.first-1].Key() == "и") {
		prev := &r.mentions[i-1]
		if prev.typ == Person && prev.last == m.first-1 && len(prev.posts) == 1 && prev.posts[0].several {
			return prev.posts[0], true
		}
		return post{}, false
	}
	if m.first == 0 || t[m.first].Opens() || !r.insidePost(m.first-1, m.first) {
		return post{}, false
	}
	cases := lex.Gen
	if r.listBegins(i) {
		cases = m.person.plausible()
	}
	p, ok := r.postEnding(m.first, cases, true)
	if !ok {
		return p, false
	}
	p.several = true
	switch {
	case p.first > 1 && t[p.first-1].Key() == "из" && strings.HasPrefix(t[p.first-2].Key(), "од"):
		p.cases = lex.Cases
	case !r.listBegins(i):
		return p, false
	}
	return p, true
}

// complements tells whether the phrase found so far can depend on a post before it: it can be in the genitive, or behind при.
func (r *resolver) complements(found post) bool {
	if found.cases&lex.Gen != 0 {
		return true
	}
	first := r.postStart(found.head)
	return first > 0 && found.cases&lex.Loc != 0 && r.doc.Tokens[first-1].Key() == "при" // уполномоченный при | президенте
}

// insidePost tells whether token i can stand inside the phrase of a post that goes on up to end.
func (r *resolver) insidePost(i, end int) bool {
	t := &r.doc.Tokens[i]
	if r.at[i] >= 0 {
		return true
	}
	switch t.Kind() {
	case parse.Number:
		return true
	case parse.Symbol:
		return t.Rune() == '№'
	case parse.Punct:
		switch {
		case t.OpensQuote(), t.ClosesQuote(), t.Is('-'), t.Is('–'):
			return true
		case t.Is('.'):
			return i > 0 && !t.Spaced() && r.doc.Tokens[i-1].Word().Is(lex.Abbreviation)
		case t.Is(','):
			return i > 0 && i+1 < end && r.listed(i)
		}
		return false
	case parse.Word:
		return nominal(t) || t.Word().Can(lex.Adverb) && i+1 < end && r.doc.Tokens[i+1].Word().Can(lex.Adj) // крайне правого
	}
	return false
}

// listed tells whether the comma at i stands in a list of what a post is for: министр культуры, спорта и туризма.
func (r *resolver) listed(i int) bool {
	t := r.doc.Tokens
	for k := i + 1; k < min(i+6, len(t)); k++ {
		if t[k].Key() == "и" {
			return t[i-1].Word().Can(lex.Gen) && t[i+1].Word().Can(lex.Gen) && !t[i+1].Word().Is(lex.Post)
		}
		if t[k].Kind() != parse.Word {
			return false
		}
	}
	return false
}

// nominal tells what words a noun phrase can hold.
func nominal(t *parse.Token) bool {
	w := t.Word()
	if t.Shape()&parse.Upper != 0 && len(w.Key) > len("ж") && w.Grams&(lex.Verb|lex.Preposition|lex.Conjunction) == 0 {
		return true // НИЦ is no adverb
	}
	if w.Grams&(lex.Preposition|lex.Conjunction|lex.Particle|lex.Pronoun|lex.Apro|lex.Adverb) != 0 {
		switch w.Key {
		case "по", "в", "во", "при", "на", "от", "с", "со", "над", "из", "для", "за", "у", "и", "о", "об", "против":
			return true
		case "он", "она", "они", "я", "мы", "вы", "кто", "что", "который", "которая", "не", "как", "же", "уже", "также":
			return false
		}
	}
	if !w.Known() {
		return true
	}
	ok := false
	for _, r := range w.Readings {
		g := r.Gram()
		if g&(lex.Noun|lex.Adj|lex.Numeral) != 0 || g&lex.Participle != 0 {
			ok = true
		}
		if g&(lex.Pronoun|lex.Conjunction) != 0 {
			return false
		}
	}
	return ok
}

// postStart goes left of a post's noun over what belongs to it: adjectives that agree, бывший, и. о.
func (r *resolver) postStart(head int) int {
	t := r.doc.Tokens
	g := t[head].Word().GramOf(lex.Post)
	first := head
	for first > 0 && !t[first].Opens() {
		p := &t[first-1]
		switch {
		case p.Key() == "врио", p.Key() == "гвардии" && rank(&t[head]):
		case p.Is('.') && first >= 4 && t[first-2].Key() == "о" && t[first-4].Key() == "и": // и. о.
			first -= 4
			continue
		case p.Kind() == parse.Word && attributive(p, g) && !ofAge(t, first-1):
		default:
			return first
		}
		first--
	}
	return first
}

// attributive tells whether a word is an adjective that agrees with a noun of these grammemes.
func attributive(t *parse.Token, noun lex.Gram) bool {
	for _, r := range t.Word().Readings {
		g := r.Gram()
		if g&(lex.Adj|lex.Participle) != 0 && g&(lex.Apro|lex.Fixed) == 0 && g&noun&lex.Cases != 0 && inflect.Agree(g, noun) {
			return true
		}
	}
	return false
}

// place finds where a post is held: the first organisation or place named behind its noun, else the country of an adjective.
func (r *resolver) place(p *post) {
	p.org = -1
	for i := p.head + 1; i < p.last; i++ {
		if k := r.at[i]; k >= 0 && r.mentions[k].typ != Person {
			if p.org < 0 {
				p.org = int(k)
			} else if x := r.mentions[p.org]; x.typ == Place && r.mentions[k].typ == Org && int(k) != p.org && (r.doc.Tokens[i-1].Key() == "при" || r.doc.Tokens[i-1].Key() == "в") {
				p.org = int(k) // представитель России при ООН
				break
			}
		}
	}
	for i := p.first; i < p.last; i++ {
		if w := r.doc.Tokens[i].Word(); w.Is(lex.Country) && w.Can(lex.Adj) {
			v, _ := w.Value(lex.Country)
			p.country = int32(v)
			return
		}
	}
	for i := p.first; i < p.head && p.org < 0; i++ {
		p.org = r.region(r.doc.Tokens[i].Key(), p.first)
	}
}

// region is the nearest place of the document that an adjective is made of (подмосковный губернатор, Подмосковье); -1 for none.
func (r *resolver) region(adjective string, token int) int {
	best, distance := -1, 0
	i, _ := slices.BinarySearchFunc(r.mentions, token, func(m mention, at int) int { return m.first - at })
	for k := max(0, i-nearby); k < min(len(r.mentions), i+nearby); k++ {
		m := &r.mentions[k]
		if m.typ != Place || !sharesStem(adjective, m.norm) {
			continue
		}
		if d := max(k-i, i-k); best < 0 || d < distance {
			best, distance = k, d
		}
	}
	return best
}

// nearby is how many mentions to either side are looked at.
const nearby = 100

// sharesStem tells whether an adjective is made of a place's name: московский, Москва; подмосковный, Подмосковье.
func sharesStem(adjective, place string) bool {
	n := 0
	for n < len(adjective) && n < len(place) && adjective[n] == place[n] {
		n++
	}
	return n >= 8 && n >= len(place)-6 && !strings.ContainsRune(place, ' ')
}

// postsAfter finds the posts told right behind a name that ends before token i: Ольга Синицына, глава палаты, … ·
// Игорь Талалаев (депутат) · Тимур Ахметшин — министр.
func (r *resolver) postsAfter(i int, cases lex.Gram) []post {
	t := r.doc.Tokens
	if i+1 >= len(t) || !t[i].Is(',') && !t[i].Is('(') && !t[i].Dash() || t[i].Opens() {
		return nil
	}
	if t[i].Is('(') {
		cases = lex.Cases
	} else if t[i].Dash() {
		cases = lex.Nom
	}
	r.newPosts = r.newPosts[:0]
	for k := i + 1; ; { // политик и лидер партии
		p, ok := r.postAt(k, cases)
		if !ok {
			break
		}
		r.newPosts = append(r.newPosts, p)
		if k = p.last + 1; k >= len(t) || t[k-1].Key() != "и" {
			break
		}
	}
	n := len(r.newPosts)
	if n == 0 {
		return nil
	}
	if last := r.newPosts[n-1].last; last < len(t) && t[i].Is(',') && t[last].Kind() == parse.Word && !t[last].Opens() {
		return nil // the post of the next name in a list, or another clause: по словам Рощина, министр приедет
	}
	return r.newPosts
}

// postAt finds the post that begins at token i and can stand in one of some cases.
func (r *resolver) postAt(i int, cases lex.Gram) (post, bool) {
	t := r.doc.Tokens
	head := -1
	for k := i; k < min(i+5, len(t)); k++ {
		if c := postCases(&t[k]); c != 0 {
			if c&cases == 0 {
				return post{}, false
			}
			head = k
			break
		}
		if !attributive(&t[k], lex.Cases|lex.Sing|lex.Genders) && t[k].Key() != "врио" {
			return post{}, false
		}
	}
	if head < 0 {
		return post{}, false
	}
	for head+1 < len(t) && participial(t[head].Key()) && postCases(&t[head])&postCases(&t[head+1]) != 0 {
		head++ // управляющий | директор
	}
	p := post{first: i, head: head, last: r.postEnd(head), cases: postCases(&t[head])}
	r.place(&p)
	return p, true
}

// participial tells the posts that go on by what they are with: управляющий директор, заведующая отделом.
func participial(key string) bool {
	return strings.Contains(key, "ющ") || strings.Contains(key, "ящ")
}

// postEnd is the token behind the phrase of a post whose noun is at head: what depends on it, up to a name of a person, a
// verb or a mark.
func (r *resolver) postEnd(head int) int {
	t := r.doc.Tokens
	i := head + 1
	if clergy(r.doc, head) { // митрополит Псковский и Порховский
		for i < len(t) && t[i].Shape()&parse.Title != 0 && r.at[i] < 0 && ofSee(t[i].Word()) {
			if i++; i+1 < len(t) && t[i].Key() == "и" && r.at[i+1] < 0 && t[i+1].Shape()&parse.Title != 0 && ofSee(t[i+1].Word()) {
				i++
			}
		}
	}
	for ; i < min(head+farthest, len(t)); i++ {
		if t[i].Opens() {
			break
		}
		if k := r.at[i]; k >= 0 {
			if r.mentions[k].typ == Person {
				break
			}
			i = r.mentions[k].last - 1
			continue
		}
		if t[i].Kind() == parse.Punct {
			if t[i].OpensQuote() && i+1 < len(t) && r.at[i+1] >= 0 || t[i].ClosesQuote() && r.at[i-1] >= 0 {
				continue
			}
			break
		}
		w := t[i].Word()
		if t[i].Kind() != parse.Word || !nominal(&t[i]) {
			break
		}
		if inflect.Preposition(w.Key) != 0 {
			if w.Key == "при" && i+1 < len(t) && t[i+1].Word().Is(lex.Post|lex.OrgNoun) && t[i+1].Word().Can(lex.Noun|lex.Loc) {
				i++ // уполномоченный при президенте
				continue
			}
			if !officePreposition(w.Key) || i+1 >= len(t) || r.at[i+1] < 0 && w.Key != "по" {
				break
			}
			continue
		}
		if w.Key == "и" || dependent(w) {
			continue
		}
		break
	}
	for i > head+1 && (t[i-1].Key() == "и" || inflect.Preposition(t[i-1].Key()) != 0) {
		i--
	}
	return r.unquoted(head, i)
}

// unquoted is the end of a post's phrase without a closing mark whose opening one is no part of it.
func (r *resolver) unquoted(head, last int) int {
	if !r.doc.Tokens[last-1].ClosesQuote() {
		return last
	}
	for i := last - 2; i > head; i-- {
		if r.doc.Tokens[i].OpensQuote() {
			return last
		}
	}
	return max(head+1, last-1)
}

// officePreposition tells what can tie a post to its place: посол в России, уполномоченный по правам человека, секретарь при.
func officePreposition(key string) bool {
	switch key {
	case "по", "в", "во", "при", "на", "от":
		return true
	}
	return false
}

// dependent tells whether a word can depend on the noun before it: it can be in the genitive, or behind по in the dative.
func dependent(w *lex.Word) bool {
	for _, r := range w.Readings {
		if g := r.Gram(); g&(lex.Noun|lex.Adj|lex.Participle) != 0 && g&(lex.Gen|lex.Dat|lex.Ins) != 0 {
			return true
		}
	}
	return false
}

// held puts a post into a person's cluster; a post told before is not put twice.
func (r *resolver) held(c int, p post) {
	p.key = postKey(r.doc, p.head)
	x := &r.clusters[c]
	for i := max(0, len(x.posts)-postsBack); i < len(x.posts); i++ {
		q := &x.posts[i]
		if r.samePost(q, &p) {
			if q.org < 0 && p.org >= 0 {
				*q = p
			}
			return
		}
	}
	x.posts = append(x.posts, p)
	r.holders[p.key] = append(r.holders[p.key], holding{c, len(x.posts) - 1})
}

// How many posts of one person, and holders of one post, are looked through.
const postsBack = 64

// A holding is a post of a cluster.
type holding struct{ cluster, post int }

// samePost tells whether two phrases tell the same post: the same noun, at the same place as far as both say.
func (r *resolver) samePost(a, b *post) bool {
	if a.key != b.key {
		return false
	}
	if x, y := r.office(a), r.office(b); x != "" && y != "" && x != y {
		return false
	}
	x, y := r.charge(a), r.charge(b)
	return x == "" || y == "" || x == y
}

// charge is the word right behind a post's noun that says what it is for, министр | обороны; "" where what stands there says where.
func (r *resolver) charge(p *post) string {
	if i := p.head + 1; i < p.last && r.at[i] < 0 {
		if t := &r.doc.Tokens[i]; small(t) && !t.Word().Is(lex.OrgNoun|lex.PlaceNoun|lex.MediaNoun|lex.Post) {
			return t.Key()
		}
	}
	return ""
}

// postKey is the noun of a post in the nominative.
func postKey(doc *parse.Document, head int) string {
	w := doc.Tokens[head].Word()
	for _, x := range w.Readings {
		if x.Lemma.Class()&lex.Post != 0 && x.Gram()&lex.Noun != 0 {
			return w.Normal(x)
		}
	}
	return w.Key
}

// office is the key of where a post is held, "" where nothing says.
func (r *resolver) office(p *post) string {
	if p.org >= 0 {
		m := &r.mentions[p.org]
		if w := r.doc.Tokens[m.first].Word(); m.typ == Place && m.last-m.first == 1 && w.Is(lex.Country) {
			v, _ := w.Value(lex.Country)
			return lex.DecodeCode(int32(v))
		}
		return r.identify(m)
	}
	if p.country != 0 {
		return lex.DecodeCode(p.country)
	}
	return ""
}

// role is a post as the result tells it. Where the country an adjective names is linked, the name of the post leaves the adjective
// out: китайский министр is министр, at Китай.
func (r *resolver) role(p *post, linked bool) Role {
	s := r.doc.Cover(p.first, p.last)
	first := p.first
	if linked && first < p.head {
		if w := r.doc.Tokens[first].Word(); w.Is(lex.Country) && w.Can(lex.Adj) {
			first++
		}
	}
	ph := inflect.Parse(r.doc, first, p.last, inflect.Context{Cases: p.cases, Strict: p.cases != 0})
	if p.several {
		ph.Single()
	}
	name := ph.Nominative(r.doc)
	if t := &r.doc.Tokens[first]; t.Shape()&parse.Title != 0 && t.Shape()&parse.Mixed == 0 && r.at[first] < 0 && !abbreviates(r.doc, first) {
		name = inflect.LowerFirst(name)
	}
	return Role{Span: s, Text: s.In(r.doc.Text), Name: name}
}
