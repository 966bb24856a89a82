package entity

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A part is one word of a person's name.
type part struct {
	text    string // as it stands, clean
	key     string
	word    *lex.Word
	kind    lex.Gram
	cands   []inflect.Candidate
	name    string     // in the nominative, once chosen
	norm    string     // its key
	stay    [2]bool    // by gender: it may stay as it is
	stays   int8       // and how likely that is
	scores  [6][2]int8 // by case and gender: the weight of the likeliest nominative
	initial bool       // a letter with a full stop
	fixed   bool       // fon, de, al-: it does not decline
	glued   bool       // joined to the part before by a hyphen
	torn    bool       // it cannot stand in the case of the others
	inner   bool       // a short part that another follows: it may stay as it is (Ким Чен Ына)
}

// personName is a person's name as one mention gives it.
type personName struct {
	parts  []part
	cases  lex.Gram // the cases it can stand in
	gender lex.Gram // Masc, Fem or both
	shown  lex.Gram // the gender of the nominatives chosen
	beside lex.Gram // the gender that a post or an adjective beside it tells; 0 for none
	told   bool     // the verb beside it tells the gender
}

// A nameContext is what the words around a person's name say of it.
type nameContext struct {
	cases   lex.Gram // cases it is asked for in; 0 for any
	strict  bool     // and no other
	subject lex.Gram // the gender of the verb whose subject it is if it stands in the nominative; 0 for none
	rival   bool     // another name stands right behind that verb
	never   lex.Gram // the genders in which the verb beside it has no such subject
	gender  lex.Gram // the gender that the words beside it tell; 0 for none
	among   lex.Gram // if the name stands in one of these cases
	sure    bool     // the words are a post or an adjective of the name
}

// has is 1 where a case, by its number, is one of some, else 0.
func has(cases lex.Gram, k int) int { return int(cases / lex.Nom >> k & 1) }

// weigh is how likely a case, by its number, is before the name is looked at.
func (cx *nameContext) weigh(k int) int {
	n := [...]int{5, 3, 1, 0, 1, 0}[k] + 4*has(cx.cases, k)
	if cx.cases != 0 && cx.strict {
		n -= 12 * (1 - has(cx.cases, k))
	}
	return n
}

// weighGender is how likely a gender is in a case.
func (cx *nameContext) weighGender(k int, g lex.Gram) (n int) {
	if cx.gender != 0 && cx.gender&g == 0 {
		n -= 12 * has(cx.among, k)
	}
	switch {
	case k != 0:
	case cx.never&g != 0:
		n -= 8
	case cx.subject == 0:
	case cx.subject&g == 0:
		n -= 8
	default:
		n += 3
	}
	return n
}

// readPerson takes the name in a span apart and puts it into the nominative. cx is what the sentence says of it.
func (r *resolver) readPerson(s span, cx nameContext) personName {
	n := r.parsePerson(s)
	n.choose(cx)
	return n
}

// parsePerson takes the name in a span apart.
func (r *resolver) parsePerson(s span) personName {
	r.newParts = r.newParts[:0]
	t := r.doc.Tokens
	for i := s.first; i < s.last; i++ {
		if t[i].Kind() == parse.Word {
			stop := i+1 < len(t) && t[i+1].Is('.') && !t[i+1].Spaced() && !(i+1 == s.last && ofOneLetter(r.doc, span{s.first, s.last + 1, Person}))
			r.addPart(&t[i], stop, i > s.first && i >= s.last-2)
		}
	}
	n := personName{parts: r.parts.Put(r.newParts...)}
	korean := n.korean()
	for i := range n.parts {
		p := &n.parts[i]
		how := reading{word: p.word, text: p.text, korean: korean, alone: len(n.parts) == 1}
		how.followed = i+1 < len(n.parts) && !n.parts[i+1].glued && !p.glued
		p.cands = r.candidates(p, how)
		if korean {
			p.stays = 5
		}
		if i+1 == len(n.parts) {
			break
		}
		eastern := i == 0 && len(n.parts) == 2 && easternSurname(p.key)
		if eastern {
			p.stays = 5 // Дэн Сяопина
		}
		if arabic(p.key) {
			eastern, p.stays = true, 5
		}
		half := n.parts[i+1].glued && !p.glued // Жан-Жака, Бонч-Бруевича
		p.stay = [...]bool{true, true}
		if half {
			p.stays = -1
			if n.parts[i+1].small() {
				p.stays = 5 // Кара-оола
			}
			if p.kind&lex.Given != 0 {
				given := p.genders()
				p.stay = [...]bool{given&lex.Masc != 0, given&lex.Fem != 0}
			}
		}
		p.inner = eastern || half || len(p.key) <= 8 && (p.kind == 0 || korean) && (!korean || i > 0 || easternSurname(p.key))
	}
	for i := range n.parts {
		n.parts[i].tabulate()
	}
	return n
}

// A reading is what the candidates of a part depend on, but for the other names of the document.
type reading struct {
	word     *lex.Word
	text     string
	korean   bool
	alone    bool // the name has no other part
	followed bool // by a part of its own
}

// readBefore is what was found of a part.
type readBefore struct {
	how   reading
	cands []inflect.Candidate
}

// candidates are the nominatives that a part may have. A document says most of its names again and again: they share theirs.
func (r *resolver) candidates(p *part, how reading) []inflect.Candidate {
	if p.initial || p.fixed {
		return nil
	}
	var again *readBefore
	if n := len(r.known); n > 0 {
		if again = &r.known[how.word.Hash()%uint64(n)]; again.how == how {
			return again.cands
		}
	}
	switch {
	case how.korean:
		r.newCands = inflect.Surname(r.newCands[:0], p.key)
	case junior(p.key):
		r.newCands = inflect.Adjective(r.newCands[:0], p.word)
	default:
		r.newCands = p.names(r.newCands[:0])
	}
	c := r.cands.Put(r.newCands...)
	if how.followed {
		p.given(c)
	}
	for i := range c {
		if k := &c[i]; p.metElsewhere(k, r.seen) {
			k.Weight += 5
			if how.alone {
				k.Weight += 3 // Данна behind Питер Данн
			}
		}
	}
	if again != nil {
		*again = readBefore{how, c}
	}
	return c
}

// plausible are the cases in which a name can stand, as far as its own letters tell: those it is not far better in another than.
func (n *personName) plausible() (cases lex.Gram) {
	scores := n.scores()
	best := -1 << 30
	for k := range scores {
		best = max(best, scores[k][0], scores[k][1])
	}
	for k, s := range scores {
		if best-max(s[0], s[1]) <= 1+5*len(n.parts) {
			cases |= lex.Nom << k
		}
	}
	return cases
}

// nominative tells whether a name stands rather in the nominative than in any of some cases, as far as its own letters tell.
func (n *personName) nominative(cases lex.Gram) bool {
	scores := n.scores()
	nom := max(scores[0][0], scores[0][1])
	for k, s := range scores {
		if cases&(lex.Nom<<k) != 0 && max(s[0], s[1]) > nom {
			return false
		}
	}
	return true
}

// rather tells whether a name stands far rather in the nominative of a gender, that of the verb behind it, than in any of some cases.
func (n *personName) rather(gender, cases lex.Gram) bool {
	if gender == 0 {
		return false
	}
	const far = 3
	scores := n.scores()
	nom := scores[0][0]
	if gender&lex.Fem != 0 {
		nom = scores[0][1]
	}
	for k, s := range scores {
		if cases&(lex.Nom<<k) != 0 && max(s[0], s[1]) > nom-far {
			return false
		}
	}
	return true
}

// scores tell how well the parts go together in each case and gender, both by number.
func (n *personName) scores() (sum [6][2]int) {
	for i := range n.parts {
		for k, s := range &n.parts[i].scores {
			sum[k][0] += int(s[0])
			sum[k][1] += int(s[1])
		}
	}
	return sum
}

// tabulate finds how likely the part is in each case and gender.
func (p *part) tabulate() {
	if p.initial || p.fixed {
		return
	}
	least := [...]int8{-unfit, -unfit}
	for g := range least {
		if p.inner && p.stay[g] {
			least[g] = p.stays
		}
	}
	for c := range p.scores {
		p.scores[c] = least
	}
	for i := range p.cands {
		k := &p.cands[i]
		weight := int8(k.Weight)
		for cases := k.Cases; cases != 0; cases &= cases - 1 {
			scores := &p.scores[bits.TrailingZeros64(uint64(cases/lex.Nom))]
			if k.Gender&lex.Masc != 0 {
				scores[0] = max(scores[0], weight)
			}
			if k.Gender&lex.Fem != 0 {
				scores[1] = max(scores[1], weight)
			}
		}
	}
}

// genders are those of persons, by number.
var genders = [...]lex.Gram{lex.Masc, lex.Fem}

// metElsewhere tells whether a name of the document has the nominative. What other names are forms of tells nothing: Петра and
// Рощина may be of Пётр Рощин.
func (p *part) metElsewhere(k *inflect.Candidate, seen func(string) bool) bool {
	return k.Off+len(k.Ending) > 0 && !(k.Known && k.Kind&lex.Given != 0) && !(strings.HasSuffix(k.Key, "а") && inflect.Possessive(k.Key)) && seen(k.Key)
}

// genders are those of the given names a part may be.
func (p *part) genders() (g lex.Gram) {
	for k := range p.cands {
		if c := &p.cands[k]; c.Known && c.Kind&lex.Given != 0 {
			g |= c.Gender
		}
	}
	return g
}

// given makes the nominatives that surnames alone have less likely for a part that another follows: Екатерина Рощина is not of
// Екатерин.
func (p *part) given(cands []inflect.Candidate) {
	dative := strings.HasSuffix(p.key, "у") && slices.ContainsFunc(cands, func(c inflect.Candidate) bool {
		return c.Known && c.Kind&lex.Given != 0 && c.Off == 1 && c.Ending == ""
	})
	for k := range cands {
		c := &cands[k]
		switch {
		case p.kind&lex.Given != 0 && c.Known && c.Kind&lex.Given == 0, c.Adjectival():
			c.Weight -= 4
		case dative && c.Known && c.Cases == lex.Cases:
			c.Weight -= 5 // Марку Рощину is rather of Марк
		case c.Known && rareName(c.Key):
			c.Weight -= 5
		case p.kind&lex.Given != 0 && !c.Known && c.Off+len(c.Ending) == 0:
			c.Weight -= 4
		case p.kind&lex.Given != 0 && !c.Known:
			c.Weight--
		case p.kind == 0 && c.Off+len(c.Ending) == 0 && strings.HasSuffix(c.Key, "а"):
			c.Weight-- // Северуса is rather of Северус
		case p.kind == 0 && c.Off+len(c.Ending) == 0 && c.Cases == lex.Cases && instrumental(c.Key):
			c.Weight -= 2
		case p.kind == 0 && c.Ending == "а" && (strings.HasSuffix(p.key, "ги") || strings.HasSuffix(p.key, "ки") || strings.HasSuffix(p.key, "хи")):
			c.Weight += 2 // Дариги
		case p.kind == 0 && c.Ending == "я" && strings.HasSuffix(p.key, "и"):
			c.Weight -= 2 // Аркади
		}
	}
}

// instrumental tells whether a word ends as the instrumental does: Джорджей is rather of Джорджа.
func instrumental(key string) bool {
	for _, s := range [...]string{"ой", "ей", "ом", "ем"} {
		if strings.HasSuffix(key, s) {
			return true
		}
	}
	return false
}

// arabic knows the words that Arabic names begin with and that do not decline before what follows.
func arabic(key string) bool {
	switch key {
	case "абу", "абдель", "абдул", "абд", "абдуль", "умм", "бен", "бин", "ибн":
		return true
	}
	return false
}

// rareName knows men's names far less frequent than the women's whose forms they share, and the other way round: Юлия is rather
// of Юлия than of Юлий, Фёдора of Фёдор than of Фёдора.
func rareName(key string) bool {
	switch key {
	case "юлий", "марий", "анастасий", "людмил", "клавдий", "ливий", "лидий", "наталий", "антоний", "лукреций", "аврелий", "анфис", "софий", "корнелий", "эмилий", "виргилий", "викторий", "вирджиний",
		"алл", "олес", "марус", "анжел", "альбин", "алевтин", "сильвий", "стефаний", "алисий", "флавий", "октавий", "аврор":
		return true
	case "федора", "ивана", "павла", "петра", "романа", "максима", "антона", "роберта", "рональда", "альфреда", "эда", "марьяна", "богдана", "стефана", "ярослава", "станислава", "вячеслава", "владислава",
		"мирослава", "святослава", "георгия", "геннадия", "леонида", "василия", "августа", "эдуарда", "бернарда", "адама", "филиппа", "мартина", "дана", "адольфа", "андрияна", "садика", "аркадя",
		"анатолия", "артема", "артемия", "вадима", "виталия", "германа", "григория", "даниила", "дмитрия", "ростислава", "руслана", "рушана", "рината", "давида", "анвара", "луиса", "армена", "хасана", "хасаня":
		return true
	}
	return false
}

// addPart takes one word of a name; the parts of a word with a hyphen are parts of the name.
// stop tells whether a full stop follows, last whether it ends the name.
func (r *resolver) addPart(t *parse.Token, stop, last bool) {
	text := written(inflect.Clean(r.doc.Text[t.Start():t.End()]), t, Person)
	w := t.Word()
	if stop && initial(text, w.Key, t, last) {
		r.newParts = append(r.newParts, part{text: text, key: w.Key, initial: true})
		return
	}
	if strings.IndexByte(w.Key, '-') > 0 && !(w.Known() && !w.Compound && w.Left == nil && w.Can(lex.Given)) {
		keys, texts := strings.Split(w.Key, "-"), strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(hyphens, c) })
		if len(keys) == len(texts) {
			for i, k := range keys {
				r.newParts = append(r.newParts, part{text: texts[i], key: k, word: look(k), glued: i > 0})
				r.newParts[len(r.newParts)-1].classify()
			}
			return
		}
	}
	r.newParts = append(r.newParts, part{text: text, key: w.Key, word: w})
	r.newParts[len(r.newParts)-1].classify()
}

const hyphens = "-‐‑"

// initial tells whether what a full stop follows is an initial: a letter or two (Дж., Ю.). At the end of a name there are
// numerals and short surnames too: Карл I. · Брюс Ли.
func initial(text, key string, t *parse.Token, last bool) bool {
	switch utf8.RuneCountInString(text) {
	case 1:
		return !last || key != "i" && key != "v" && key != "x"
	case 2:
		c, _ := utf8.DecodeLastRuneInString(key)
		return t.Shape()&parse.Title != 0 && !(last && strings.ContainsRune("аеиоуыэюянм", c))
	}
	return false
}

// korean tells whether a name is one like Ким Чен Ын: of three short parts, the first a frequent Korean surname. They only look
// like other words; the last part declines, and the first as a rule.
func (n *personName) korean() bool {
	if len(n.parts) != 3 {
		return false
	}
	letters := 4
	if vietnamese(n.parts[0].key) {
		letters = 7 // Во Ван Тхыонга
	}
	for i := range n.parts {
		if p := &n.parts[i]; p.initial || p.fixed || len(p.key) > 2*letters {
			return false
		}
	}
	return easternForm(n.parts[0].key)
}

// classify tells what a part that is no initial can be.
func (p *part) classify() {
	if junior(p.key) {
		return
	}
	if !p.glued && p.small() || !cyrillic(p.key) {
		p.fixed = true
		return
	}
	if p.word.Grams&lex.Names == 0 {
		return
	}
	for _, x := range p.word.Readings {
		if g := x.Gram(); x.Lemma != 0 && g&lex.Numbers != lex.Plur {
			p.kind |= g & lex.Names
		}
	}
}

// small tells whether a part begins with a small letter.
func (p *part) small() bool {
	c, _ := utf8.DecodeRuneInString(p.text)
	return (c < 'А' || c > 'Я') && unicode.ToLower(c) == c
}

// names appends the nominatives that the part may have as a name, or as a word that is one.
func (p *part) names(cands []inflect.Candidate) []inflect.Candidate {
	cands = inflect.Known(cands, p.word, lex.Names)
	byEnding := len(cands)
	if strings.HasSuffix(p.key, "е") && slices.ContainsFunc(cands, func(c inflect.Candidate) bool { return c.Off > 0 && c.Ending == "а" }) {
		for i := range cands {
			if c := &cands[i]; c.Cases == lex.Cases {
				c.Weight -= 5 // Анне is rather of Анна
			}
		}
	}
	switch {
	case p.kind&lex.Patronymic == 0:
		cands = inflect.Surname(cands, p.key)
	case strings.HasSuffix(p.key, "ич"): // a woman's surname: Светлане Рабинович
		return append(cands, inflect.Candidate{Key: p.key, Cases: lex.Cases, Gender: lex.Fem})
	}
	if p.kind != 0 {
		women := slices.ContainsFunc(cands[:byEnding], func(c inflect.Candidate) bool { return c.Gender == lex.Fem })
		for i := range cands[byEnding:] {
			if c := &cands[byEnding+i]; women && p.kind&lex.Surname != 0 || c.Gender != lex.Fem || c.Cases != lex.Cases {
				c.Weight -= 4 // a man's name may be a woman's surname: Людмилу Касьян
			}
		}
	}
	if p.kind == 0 && p.word.Known() {
		cands = nouns(cands, p.word)
	}
	return cands
}

// nouns appends the nominatives of a masculine common noun in an oblique case: Воробья is of Воробей.
func nouns(dst []inflect.Candidate, w *lex.Word) []inflect.Candidate {
	for _, x := range w.Readings {
		g := x.Gram()
		if g&lex.Noun == 0 || g&lex.Sing == 0 || g&lex.Masc == 0 || g&lex.Nom != 0 {
			continue
		}
		if off, ending, ok := x.Form(lex.Nom | lex.Sing); ok {
			dst = append(dst, inflect.Candidate{Key: lex.Replace(w.Key, off, ending), Off: off, Ending: ending, Cases: g & lex.Cases, Gender: lex.Masc, Weight: 5})
		}
	}
	return dst
}

// junior tells whether a part is what tells son from father: Буш-младший, Лукашенко-старшего.
func junior(key string) bool {
	return strings.HasPrefix(key, "младш") || strings.HasPrefix(key, "старш")
}

func cyrillic(key string) bool {
	for i := 0; i < len(key); i++ {
		if key[i] == 0xD0 || key[i] == 0xD1 {
			return true
		}
	}
	return false
}

// look reads a word that is no token of its own.
func look(key string) *lex.Word {
	v := lex.Borrow()
	defer v.Return()
	return v.Word([]byte(lex.Fold(key)))
}

// choose settles case and gender, those that all the parts allow and that are likeliest together, and with them the nominative
// of every part.
func (n *personName) choose(cx nameContext) {
	top := [2]int{-1 << 30, -1 << 30} // by gender: the best score, and under it in three bits how near the front its case stands
	for k, s := range n.scores() {
		likely := cx.weigh(k)
		for i, g := range genders {
			top[i] = max(top[i], (likely+cx.weighGender(k, g)+s[i])<<3|(7-k))
		}
	}
	of := 0
	if top[1] > top[0] {
		of = 1
	}
	best, other := top[of]>>3, top[1-of]>>3
	n.cases, n.gender = lex.Nom<<(7-top[of]&7), genders[of]
	n.shown = lex.Masc | lex.Fem
	for i := range n.parts {
		p := &n.parts[i]
		p.name, p.norm = p.text, p.key
		c, s := p.best(n.cases, n.gender)
		p.torn = s == -unfit
		if c != nil {
			p.name, p.norm = c.Text(p.text), c.Key
			if n.parts[0].stays <= 0 {
				n.shown &= p.shows(c)
			}
		}
	}
	if other >= best-2 {
		n.gender = lex.Masc | lex.Fem
	}
	n.told = n.cases == lex.Nom && cx.subject == n.gender && !cx.rival
	if cx.sure && n.cases&cx.among != 0 {
		n.beside = cx.gender
	}
}

// shows is the gender that a part tells by the nominative chosen for it, both where it tells none: an unknown name in a
// consonant that stands as in the nominative may be a woman's too.
func (p *part) shows(c *inflect.Candidate) (g lex.Gram) {
	if !c.Known {
		if c.Off+len(c.Ending) > 0 || inflect.Possessive(c.Key) {
			return c.Gender
		}
		return lex.Masc | lex.Fem
	}
	for k := range p.cands {
		if x := &p.cands[k]; x.Known && x.Key == c.Key {
			g |= x.Gender
		}
	}
	return g & (lex.Masc | lex.Fem)
}

// certain is the gender of the given names and patronymics alone, whatever their case; both where they do not tell it.
func (n *personName) certain() lex.Gram {
	g := lex.Masc | lex.Fem
	if len(n.parts) > 0 && n.parts[0].stays > 0 {
		return g // neither word of Ван Ли is what it is elsewhere
	}
	for i := range n.parts {
		p := &n.parts[i]
		var all lex.Gram
		for k := range p.cands {
			x := &p.cands[k]
			if !x.Known || x.Kind&(lex.Given|lex.Patronymic) == 0 || x.Weight <= 4 && x.Key != p.norm || !p.chosen() {
				continue
			}
			if x.Gender == lex.Fem && !strings.HasSuffix(x.Key, "а") && !strings.HasSuffix(x.Key, "я") {
				all |= lex.Masc // Эммануэль
			}
			all |= x.Gender
		}
		if g&all != 0 {
			g &= all
		}
	}
	return g
}

// chosen tells whether the nominative chosen is one the table has.
func (p *part) chosen() bool {
	return slices.ContainsFunc(p.cands, func(c inflect.Candidate) bool { return c.Known && c.Key == p.norm })
}

// unfit is what a part costs that cannot stand in the case of the others.
const unfit = 8

// torn tells whether some part cannot stand in the case of the others.
func (n *personName) torn() bool {
	for i := range n.parts {
		if n.parts[i].torn {
			return true
		}
	}
	return false
}

// best is the likeliest candidate of a part in one case and gender, and its weight; nil where the part stays as it is.
func (p *part) best(c, g lex.Gram) (*inflect.Candidate, int) {
	if p.initial || p.fixed {
		return nil, 0
	}
	var out *inflect.Candidate
	best := -unfit
	if p.inner && (g&lex.Masc != 0 && p.stay[0] || g&lex.Fem != 0 && p.stay[1]) {
		best = int(p.stays)
	}
	for i := range p.cands {
		if k := &p.cands[i]; k.Cases&c != 0 && k.Gender&g != 0 && k.Weight > best {
			out, best = k, k.Weight
		}
	}
	return out, best
}

// unchanged tells whether the name stands as it would in the nominative.
func (n *personName) unchanged() bool {
	for i := range n.parts {
		if p := &n.parts[i]; p.name != p.text {
			return false
		}
	}
	return true
}

// text is the name in the nominative, given name before surname.
func (n *personName) text() string {
	if len(n.parts) == 1 && !n.parts[0].initial {
		return n.parts[0].name
	}
	parts := n.ordered()
	var b strings.Builder
	size := 0
	for i := range parts {
		size += len(parts[i].name) + 2
	}
	b.Grow(size)
	for i := range parts {
		p := &parts[i]
		if i > 0 {
			if p.glued {
				b.WriteByte('-')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(p.name)
		if p.initial {
			b.WriteByte('.')
		}
	}
	return b.String()
}

// ordered puts a surname that stands first behind given name and patronymic, or behind the initials.
func (n *personName) ordered() []part {
	p := n.parts
	if len(p) < 2 || p[0].initial || p[0].glued || p[1].glued {
		return p
	}
	last := len(p) - 1
	behind := len(p) == 3 && p[last].kind&lex.Patronymic != 0 && p[last].kind&lex.Surname == 0 && (p[1].kind&lex.Given != 0 || p[0].kind&lex.Given == 0 && p[1].kind == 0) ||
		len(p) == 2 && p[0].kind&lex.Surname != 0 && p[0].kind&lex.Given == 0 && p[1].kind&lex.Given != 0 && p[1].kind&lex.Surname == 0 ||
		allInitials(p[1:]) && (len(p) > 2 || p[0].kind&lex.Given == 0)
	if !behind {
		return p
	}
	return append(slices.Clone(p[1:]), p[0])
}

func allInitials(p []part) bool {
	return !slices.ContainsFunc(p, func(x part) bool { return !x.initial })
}
