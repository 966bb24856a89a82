package quote

import (
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A phrase is a noun phrase: adjectives, the head, and what depends on it in the genitive.
type phrase struct {
	prep        int // the node of the preposition before it; -1 for none
	first, last int // nodes, without the preposition
	head        int
	core        int // where the words begin that stand together with the head: опубликованный в среду | отчёт
	name        int // the node of the person's or organisation's name that says who the head is: адвокат | Томас Винье; -1 for none
	kind        phraseKind
}

type phraseKind uint8

const (
	noun        phraseKind = iota
	named                  // a name, or a title in quotation marks
	pronoun                // он
	substantive            // an adjective without a noun: некоторые, присутствующие
	quantity               // несколько избирателей, 30 депутатов
	choice                 // один из депутатов
)

// chunk finds the noun phrases of every segment, once they are needed.
func (f *finder) chunk() {
	if f.chunked {
		return
	}
	f.chunked = true
	f.phrases = f.phrases[:0]
	k := 0
	for i := range f.segs {
		s := &f.segs[i]
		for k = max(k, s.first); k < s.last; {
			p, ok := f.phraseAt(k, s.last)
			if !ok {
				k++
				continue
			}
			if p.kind == substantive {
				f.stretch(&p, i)
			}
			f.phrases = append(f.phrases, p)
			k = max(p.last, k+1)
		}
	}
}

// stretch takes the noun for the head of a phrase in segment si that begins with a participle and what depends on it: в опубликованном в
// среду | отчёте · насчитывающая тысячу членов | организация.
func (f *finder) stretch(p *phrase, si int) {
	if !participle(f.nodes[p.head].gram) {
		return
	}
	i := f.headBehind(p.head, si)
	if i < 0 {
		return
	}
	q := phrase{prep: p.prep, first: p.first, name: -1}
	if !f.takeHead(&q, i) || q.kind == pronoun {
		return
	}
	for q.core = i; q.core > p.head+1 && f.adjective(q.core-1, i+1) && f.agree(q.core-1, i); {
		q.core--
	}
	q.last = i + 1
	f.depend(&q, f.segs[f.nodes[i].seg].last)
	*p = q
}

// headBehind is the noun the participle at node i agrees with, behind what depends on it: in its segment, else behind a date
// between commas; -1 for none. What stands between commas itself has its noun before it.
func (f *finder) headBehind(i, si int) int {
	s := &f.segs[si]
	if s.kind == participial {
		return -1
	}
	if k := f.agreeing(i, i+1, s.last); k >= 0 {
		return k
	}
	for n := si + 1; n < len(f.segs) && n < si+3 && f.segs[n].before == comma; n++ {
		if t := &f.segs[n]; !f.dateOnly(t) {
			if n == si+1 {
				return -1
			}
			return f.agreeing(i, t.first, min(t.last, t.first+3))
		}
	}
	return -1
}

// agreeing is the first noun from node k up to but not last that agrees with the participle at node i and stands behind no preposition.
func (f *finder) agreeing(i, k, last int) int {
	for last = min(last, i+16); k < last; k++ {
		if f.preposition(k) {
			for k++; k < last && f.adjective(k, last); k++ {
			}
			continue
		}
		n := &f.nodes[k]
		if f.finite(k) {
			return -1
		}
		if (n.kind == word && n.gram&lex.Noun != 0 || n.kind == name) && f.agree(i, k) {
			return k
		}
	}
	return -1
}

// phraseAt reads the noun phrase that begins at node i and ends before last.
func (f *finder) phraseAt(i, last int) (p phrase, ok bool) {
	p = phrase{prep: -1, head: -1, name: -1}
	if f.preposition(i) {
		p.prep = i
		i++
	}
	if i+2 < last && f.aged(i+2) {
		i += 2 // 30-летний житель
	}
	p.first = i
	for i < last && f.adjective(i, last) {
		if f.counts(i) {
			p.kind = quantity
		}
		if p.prep >= 0 && i == p.first && f.apartFrom(i, last) {
			break // об этом | городской суд
		}
		i++
	}
	end := i == last
	if end {
		i--
	}
	if i < p.first {
		return p, false
	}
	alone := p.prep >= 0 && i == p.first && f.apartFrom(i, last) && f.adjective(i, last)
	if i > p.first && p.prep >= 0 && f.stands(i-1, i) || alone || !f.takeHead(&p, i) {
		if end = end && p.prep < 0 && f.nodes[i].kind == word; !alone && !end && (i == p.first || !f.adjective(i-1, i)) {
			return p, false
		}
		if !alone && !end {
			i--
		}
		p.head = i
		if p.kind != quantity {
			p.kind = substantive
		}
	}
	p.core, p.last = p.first, p.head+1
	if p.kind == pronoun || which(f.key(p.head)) {
		return p, true
	}
	f.choose(&p, last)
	f.depend(&p, last)
	return p, true
}

// apartFrom tells whether the pronoun at i stands for a noun, and what is behind it, before node last, is no part of its phrase.
func (f *finder) apartFrom(i, last int) bool {
	return (i+2 < last || i+1 < last && f.nodes[i+1].kind == name) && f.stands(i, i+1)
}

// stands tells whether the pronoun at i stands for a noun, so that node k does not go on with it: в связи с этим | суд · перед
// этим | ОПЕК.
func (f *finder) stands(i, k int) bool {
	switch f.key(i) {
	case "это", "этим", "этом", "этого", "этому", "тем", "том", "того", "тому":
		return f.nodes[k].kind == name || f.nodes[k].kind == word && !f.agree(i, k)
	}
	return false
}

// takeHead makes node i the head of a phrase if it can be.
func (f *finder) takeHead(p *phrase, i int) bool {
	n := &f.nodes[i]
	switch n.kind {
	case name:
		p.name = i
		p.kind = named
	case quoted:
		if i > p.first && (f.counts(i-1) || !f.titleLike(i)) {
			return false
		}
		p.kind = named // «Волна», озёрская «Волна»
	case word:
		switch {
		case n.gram&(lex.Preposition|lex.Conjunction) != 0 && len(f.key(i)) < 8:
			return false
		case n.gram&lex.Apro != 0 && which(f.key(i)):
			p.kind = substantive
		case n.gram&lex.Pronoun != 0 && n.gram&lex.Noun == 0:
			p.kind = max(p.kind, pronoun)
		case n.gram&lex.Noun == 0 && !f.foreign(i):
			return false
		}
	default:
		return false
	}
	p.head = i
	return true
}

// foreign tells whether node i looks like a name nobody knows: a capital letter inside a sentence.
func (f *finder) foreign(i int) bool {
	t := &f.doc.Tokens[f.nodes[i].first]
	return i > 0 && t.Shape()&(parse.Title|parse.Mixed) != 0 && !t.Word().Known()
}

// preposition tells whether node i is one.
func (f *finder) preposition(i int) bool {
	return f.kind(i) == word && f.nodes[i].gram&lex.Preposition != 0
}

// adjective tells whether node i can stand before a noun and agree with it. A word that can be a noun too is one unless a
// noun follows.
func (f *finder) adjective(i, last int) bool {
	n := &f.nodes[i]
	if n.kind == number {
		return true
	}
	if n.kind != word {
		return false
	}
	if f.ofThem(i) {
		return f.possessive(i)
	}
	if n.gram&(lex.Adj|lex.Participle|lex.Numeral) == 0 || which(f.key(i)) {
		return false
	}
	if n.gram&lex.Noun == 0 {
		return n.gram&lex.Conjunction == 0
	}
	if i+1 >= last || f.nodes[i+1].kind != word && f.nodes[i+1].kind != name || (f.nodes[i+1].kind == name || f.ofThem(i+1)) && f.word(i).Is(lex.SpeechNoun) {
		return false // по данным | МВД, по данным | её источников
	}
	next := f.nodes[i+1].gram
	return next&(lex.Noun|lex.Adj) != 0 && next&(lex.Preposition|lex.Conjunction) == 0 && f.agree(i, i+1)
}

// possessive tells whether node i is его, ее, их before what is theirs, and not the object of спросил.
func (f *finder) possessive(i int) bool {
	return f.ofThem(i) && !(i > 0 && f.nodes[i-1].kind == word && has(f.word(i-1), whom)) &&
		i+1 < len(f.nodes) && f.nodes[i+1].kind == word && f.nodes[i+1].gram&(lex.Noun|lex.Adj) != 0 && f.nodes[i+1].gram&lex.Preposition == 0
}

func (f *finder) ofThem(i int) bool {
	if f.nodes[i].gram&lex.Apro == 0 {
		return false
	}
	switch f.key(i) {
	case "его", "ее", "их":
		return true
	}
	return false
}

// counts tells whether node i is a number: what it counts is in the genitive.
func (f *finder) counts(i int) bool {
	n := &f.nodes[i]
	return n.kind == number || n.gram&lex.Numeral != 0
}

// agree tells whether the adjective at i agrees with the noun at k in number, gender and a case.
func (f *finder) agree(i, k int) bool {
	if f.word(i).Grams&f.word(k).Grams&lex.Cases == 0 {
		return false
	}
	for _, a := range f.word(i).Readings {
		g := a.Gram()
		if g&(lex.Adj|lex.Participle) == 0 {
			continue
		}
		for _, b := range f.word(k).Readings {
			if h := b.Gram(); h&(lex.Noun|lex.Adj) != 0 && g&h&lex.Cases != 0 && inflect.Agree(g, h) {
				return true
			}
		}
	}
	return false
}

// choose reads один из депутатов as one phrase.
func (f *finder) choose(p *phrase, last int) {
	if p.last+1 >= last || !f.preposition(p.last) || f.key(p.last) != "из" || p.kind == named || p.kind == noun && !f.part(p.head) {
		return
	}
	q, ok := f.phraseAt(p.last, last)
	if !ok || q.prep < 0 {
		return
	}
	p.kind, p.last = choice, q.last
}

// part tells whether a noun names a part of many: большинство, ряд.
func (f *finder) part(i int) bool {
	switch f.key(i) {
	case "двое", "трое", "четверо", "пятеро", "никто", "кто-то", "кое-кто":
		return true
	}
	return has(f.word(i), partOf) || f.counts(i)
}

// depend takes into a phrase what depends on its head.
func (f *finder) depend(p *phrase, last int) {
	short := f.timely(p.head)
	for p.last < last {
		i := p.last
		n := &f.nodes[i]
		switch n.kind {
		case quoted:
			if f.obliqueTitle(n) {
				return
			}
			if p.kind == named && !(i == p.head+1 && f.shortOrg(p.head) && f.titleLike(i)) || f.nodes[i-1].kind == word && !f.genitiveTitle(n) && (has(f.word(i-1), untitled) || f.ofPeople(i-1) && f.declinedTitle(n)) {
				return
			}
		case name:
			if p.prep >= 0 && i == p.head+1 && f.stands(p.head, i) || short || p.name >= 0 && !f.renames(p, i) || f.nodes[i-1].kind == quoted && has(f.word(p.head), untitled) {
				return
			}
			if f.apposed(p, i) {
				p.name = i
			} else if f.strict(n.ref) {
				return
			}
		case number:
			if i+2 >= last || !f.aged(i+2) || !f.genitive(i+2, last) {
				return
			}
			p.last += 2 // слова 30-летнего жителя
			continue
		case word:
			if p.kind == named && f.nodes[p.head].kind == name && f.typ(p.head) == entity.Person || short && !f.timely(i) || !f.genitive(i, last) {
				if f.key(i) == "и" && f.listed(i, last) && i > p.head+1 {
					break
				}
				if k := f.key(i); (k == "одного" || k == "одной") && f.key(i+1) == "из" && i == p.head+1 && f.animate(p.head) {
					if q, ok := f.phraseAt(i+1, last); ok && q.prep >= 0 {
						p.last = q.last // мама | одной из девочек
					}
					return
				}
				if i == p.head+1 && f.word(p.head).Is(lex.SpeechNoun) && f.ofThem(i) && i+1 < last && f.nodes[i+1].kind == word && f.genitive(i+1, last) {
					break // по данным | её источников
				}
				if f.key(i) == "же" && i == p.head+1 && i+1 < last && (f.nodes[i+1].kind == name || f.nodes[i+1].kind == word && f.genitive(i+1, last)) {
					break
				}
				return
			}
		default:
			return
		}
		p.last++
	}
}

// shortOrg tells whether node i is the short word that a title in quotation marks goes on with: РИА | «Волна».
func (f *finder) shortOrg(i int) bool {
	n := &f.nodes[i]
	return n.kind == name && n.last == n.first+1 && f.typ(i) == entity.Org && f.acronym(i)
}

// ofPeople tells whether a noun means people alone.
func (f *finder) ofPeople(i int) bool {
	return f.word(i).Is(lex.Post|lex.PersonNoun) && !f.word(i).Is(lex.OrgNoun|lex.MediaNoun)
}

// declinedTitle tells whether the first word of a quoted node is in another case than the genitive.
func (f *finder) declinedTitle(n *node) bool {
	m := &f.marks[n.ref]
	if m.First >= m.Last {
		return false
	}
	w := f.doc.Tokens[m.First].Word()
	return w.Known() && w.Left == nil && (w.Can(lex.Noun) || w.Can(lex.Adj)) && !w.Can(lex.Gen)
}

// obliqueTitle tells whether a quoted node is a name in the dative or the instrumental: в мэрии | «Озёрским новостям» рассказали.
func (f *finder) obliqueTitle(n *node) bool {
	m := &f.marks[n.ref]
	if m.First >= m.Last || !f.capital(m.First) {
		return false
	}
	w := f.doc.Tokens[m.First].Word()
	return w.Known() && w.Can(lex.Adj) && !w.Can(lex.Nom) && !w.Can(lex.Gen) && w.Grams&(lex.Dat|lex.Ins) != 0
}

// genitiveTitle tells whether a quoted node is a name in the genitive: пресс-служба «Северной верфи».
func (f *finder) genitiveTitle(n *node) bool {
	m := &f.marks[n.ref]
	if m.First >= m.Last || !f.capital(m.First) {
		return false
	}
	w := f.doc.Tokens[m.First].Word()
	return w.Can(lex.Gen) && !w.Can(lex.Nom)
}

// renames tells whether the name at i, right behind the one that says who the head of a phrase is, does so instead of it, which
// depends on the head then: менеджер Рощина | Анна Белкина.
func (f *finder) renames(p *phrase, i int) bool {
	return p.name == i-1 && f.typ(p.name) == entity.Person && f.typ(i) == entity.Person && f.upright(f.nodes[i].ref) && !f.strict(f.nodes[p.name].ref)
}

// apposed tells whether the name at i says who the head of a phrase is, or depends on it: глава банка | Иванов, глава | Сбербанка.
func (f *finder) apposed(p *phrase, i int) bool {
	m := &f.mentions[f.nodes[i].ref]
	w := f.word(p.head)
	switch m.typ {
	case entity.Person:
		g := w.Gram(lex.Noun)
		switch {
		case has(w, ofSomebody) && !f.strict(f.nodes[i].ref) && f.nodes[i].last-f.nodes[i].first == 1:
			return false
		case g != 0 && g&lex.Sing == 0 && !f.oneOfSeveral(i): // адвокаты | Рощина
			return false
		case g != 0 && g&lex.Nom == 0 && f.strict(f.nodes[i].ref): // по словам врачей | Рощин жив
			return false
		}
		return w.Is(lex.Post|lex.PersonNoun) || f.nodes[p.head].gram&lex.Anim != 0 || w.Is(lex.OrgNoun) && i > p.head+1
	case entity.Org:
		return w.Is(lex.OrgNoun|lex.MediaNoun) && !w.Is(lex.Post|lex.PersonNoun) && !has(w, untitled) && i == p.head+1 && f.upright(f.nodes[i].ref)
	}
	return w.Is(lex.PlaceNoun) && i == p.head+1
}

// genitive tells whether node i can depend on the noun before it.
func (f *finder) genitive(i, last int) bool {
	n := &f.nodes[i]
	if n.gram&lex.Gen == 0 || n.gram&(lex.Preposition|lex.Conjunction) != 0 || n.gram&lex.Pronoun != 0 && n.gram&lex.Adj == 0 {
		return false
	}
	noun, adj := false, false
	post := f.word(i).Is(lex.Post) && n.gram&lex.Nom != 0 && !(i > 0 && f.nodes[i-1].class&lex.Post != 0 && f.ofPeople(i-1) && !f.word(i).Can(lex.Noun|lex.Nom|lex.Sing)) // not министр | энергетики
	for _, r := range f.word(i).Readings {
		g := r.Gram()
		if g&lex.Gen == 0 || post && g&lex.Anim == 0 { // в заявлении | премьер отметил
			continue
		}
		noun = noun || g&lex.Noun != 0
		adj = adj || g&(lex.Adj|lex.Participle) != 0
	}
	if noun || f.sufferer(i, last) {
		return true
	}
	return adj && i+1 < last && (f.nodes[i+1].kind == name || f.nodes[i+1].kind == word && f.genitive(i+1, last))
}

// sufferer tells whether a participle without a noun behind a noun for people means somebody: сестра | погибшего, адвокат | обвиняемой.
func (f *finder) sufferer(i, last int) bool {
	if i == 0 || f.nodes[i-1].kind != word || !f.ofPeople(i-1) && !has(f.word(i-1), partOf) || i+1 < last && (f.agree(i, i+1) || f.preposition(i+1)) {
		return false
	}
	g := f.nodes[i].gram
	return g&lex.Participle != 0 && g&lex.Gen != 0 && g&(lex.Acc|lex.Plur|lex.Fem) != 0 && g&lex.Noun == 0
}

// listed tells whether и at i joins two nouns in the genitive: министр культуры и спорта.
func (f *finder) listed(i, last int) bool {
	return i+1 < last && f.nodes[i+1].kind == word && f.genitive(i+1, last) && f.nodes[i+1].gram&lex.Nom == 0
}

// timely tells whether a node is a noun of time: what stands behind does not depend on it.
func (f *finder) timely(i int) bool {
	return f.nodes[i].kind == word && f.nodes[i].class&(lex.TimeUnit|lex.Weekday|lex.Month|lex.Season|lex.DayPart|lex.RelDay) != 0
}

// typ is the type of the entity a name node names; 0 for any other.
func (f *finder) typ(i int) entity.Type {
	if i < 0 || f.nodes[i].kind != name {
		return 0
	}
	return f.mentions[f.nodes[i].ref].typ
}

// acronym tells whether a node is a word in capitals: it has no cases.
func (f *finder) acronym(i int) bool {
	t := &f.doc.Tokens[f.nodes[i].first]
	return t.Shape()&parse.Upper != 0
}
