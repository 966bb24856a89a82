package quote

import (
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
)

// cited is the source of words that somebody else cites: the object of the verb (цитирует Иванова, приводит слова Иванова).
func (f *finder) cited(c *cue) source {
	s := &f.segs[f.nodes[c.node].seg]
	for k := f.phraseFrom(c.node + 1); k < len(f.phrases) && f.phrases[k].first < s.last; k++ {
		p := &f.phrases[k]
		q, ok := f.citedWords(p)
		if p.prep >= 0 && (!ok || q.head == p.head) {
			continue
		}
		if ok {
			if i := q.last - 1; i > q.head+1 && f.nodes[i].kind == name && f.typ(i) != entity.Person && f.right(c, false) < 0 {
				q.last = i // the subject: цитирует слова министра | РИА Новости
			}
			if src := f.genitiveOf(&q); !src.none() {
				return src
			}
			continue
		}
		if i := p.head + 1; p.kind == named && i < p.last && f.typ(p.name) != entity.Person && f.nodes[i].gram&lex.Gen != 0 { // цитирует РБК | мэра Озёрска
			if q, ok := f.phraseAt(i, p.last); ok {
				return f.sub(q, lex.Acc|lex.Gen)
			}
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
	if p.kind != noun && p.kind != named {
		return q, false
	}
	for i := p.head; i < p.last; i++ {
		if f.nodes[i].kind == word && f.nodes[i].gram&lex.Acc != 0 && f.word(i).Is(lex.SpeechNoun) {
			q = phrase{prep: -1, first: i, head: i, last: p.last, name: -1}
			if i > p.first && f.possessive(i-1) {
				q.first-- // приводит | её слова
			}
			return q, true
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
			s := f.resolved(source{first: n.first, last: n.last, gram: g})
			if v, _ := f.word(p.head).Value(lex.SpeechNoun); s.entity == 0 && s.as == 0 && governs(v, &nounLetters)&accords != 0 {
				s.as = f.lastTitle(g)
			}
			return s
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
	if !ok || k.prep >= 0 || f.paper(p.head) && !f.utters(&k) || f.timely(k.head) {
		return source{} // материалы дела, цитата дня
	}
	return f.sub(k, lex.Gen)
}

// lastTitle is the paper or the like of a gender that spoke last, or was spoken of as saying something, plus 1: его данные; 0 for none.
func (f *finder) lastTitle(g lex.Gram) int32 {
	if t := f.lv.topic; t > 0 && f.lv.number-f.lv.topicUnit <= 2 && f.sources[t-1].title && f.sources[t-1].gram&g&lex.Genders != 0 {
		return t
	}
	if f.recent(2) && f.sources[f.lv.last-1].title && f.sources[f.lv.last-1].gram&g&lex.Genders != 0 {
		return f.lv.last
	}
	return 0
}

// paper tells whether a node is a noun of what speech stands in: материалы, отчёт.
func (f *finder) paper(i int) bool {
	v, ok := f.word(i).Value(lex.SpeechNoun)
	return ok && governs(v, &nounLetters)&place != 0
}

// document is the source of an impersonal verb: whose statement it is (говорится в заявлении МИД), else what it stands in.
func (f *finder) document(c *cue) source {
	si := int(f.nodes[c.node].seg)
	s := &f.segs[si]
	if s.kind == relative && f.location(s.first) { // письмо, в котором говорится
		k := f.phraseFrom(s.first) - 1
		for k > 0 && f.phrases[k].prep == f.phrases[k-1].last && !f.word(f.phrases[k].head).Is(lex.SpeechNoun) {
			k-- // сообщение | для печати, в котором
		}
		if k >= 0 && f.phrases[k].kind == noun && f.word(f.phrases[k].head).Is(lex.SpeechNoun) {
			return f.published(k)
		}
	}
	if src := f.documentIn(c.node+1, s.last); !src.none() {
		return src
	}
	if k := f.phraseFrom(c.node + 1); k < len(f.phrases) && f.phrases[k].first < s.last && f.housed(&f.phrases[k], c) && !f.timely(f.phrases[k].head) {
		return f.fromPhrase(k, lex.Loc) // указывается в наградном листе
	}
	if src := f.documentIn(s.first, c.node); !src.none() {
		return src
	}
	if src := f.thingIn(s.first, s.last, c); !src.none() {
		return src
	}
	for n := si - 1; n >= 0 && n > si-4 && f.segs[n+1].before == comma; n-- { // В заявлении, опубликованном вчера, 3 марта, говорится
		if t := &f.segs[n]; t.kind != participial && t.kind != relative && !f.dateOnly(t) {
			if n == si-1 {
				break
			}
			if src := f.documentIn(t.first, t.last); !src.none() {
				return src
			}
			return f.thingIn(t.first, t.last, c)
		}
	}
	return source{}
}

// thingIn is the thing between two nodes that an impersonal verb says something stands in, with any noun: сказано в карточке, в сводке
// говорится.
func (f *finder) thingIn(first, last int, c *cue) source {
	for k := f.phraseFrom(first); k < len(f.phrases) && f.phrases[k].first < last; k++ {
		if p := &f.phrases[k]; p.prep >= 0 && c.gov&(about|impersonal) != 0 && f.housing(p) && !f.timely(p.head) && (p.prep == first || p.last == last) {
			return f.fromPhrase(k, lex.Loc)
		}
	}
	return source{}
}

// published is whose a document is that a clause tells of: its own, else the subject's, who published it: Мэрия распространила
// письмо, в котором говорится.
func (f *finder) published(k int) source {
	p := &f.phrases[k]
	if s := &f.segs[f.nodes[p.head].seg]; p.prep < 0 && s.finite >= 0 && s.finite < p.first && f.genitiveOf(p).none() {
		if n := f.subject(&cue{node: s.finite, gram: f.verbGram(s.finite)}, before); n >= 0 && n != k && f.utters(&f.phrases[n]) && f.typ(f.phrases[n].name) != entity.Place {
			return f.fromPhrase(n, lex.Nom)
		}
	}
	return f.documentOf(k)
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
	if p.last == p.head+1 && p.first == p.head && !f.site(p.head) && !has(f.word(p.head), law) {
		if t := f.lv.topic; t > 0 && f.lv.topicUnit > f.lv.lastUnit && f.lv.number-f.lv.topicUnit <= 2 {
			return f.sources[t-1] // Мэрия отрицает утечку. «…», — говорится в заявлении
		}
		if f.recent(2) {
			return f.sources[f.lv.last-1]
		}
	}
	return f.fromPhrase(k, lex.Loc)
}

// owner tells whether a source is an organisation.
func (f *finder) owner(s *source) bool {
	if s.title {
		return true
	}
	if s.entity > 0 {
		return f.entities[s.entity-1].Type == entity.Org && !f.doc.Tokens[s.last-1].Word().Is(lex.PlaceNoun) // not Кремль
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
	if !f.behindOf(k) {
		end := f.bracketBefore(c.node)
		if k = f.phraseFrom(end) - 1; !f.behindOf(k) || f.phrases[k].last != end {
			return source{}
		}
	}
	if src := f.genitiveOf(&f.phrases[k]); !src.none() {
		return src
	}
	return f.fromPhrase(k, lex.Gen)
}

// bracketBefore is where the brackets begin that end right before node i; i where none do: Из письма | (есть у редакции) следует.
func (f *finder) bracketBefore(i int) int {
	if f.kind(i-1) != closing {
		return i
	}
	for k := i - 1; k > max(0, i-16); k-- {
		if f.nodes[k].kind == opening {
			return k
		}
	}
	return i
}

// housed tells whether a phrase right behind a verb tells by more than its noun where people speak: сообщили | в аукционном доме.
func (f *finder) housed(p *phrase, c *cue) bool {
	return p.last-p.first > 1 && c.gov&(about|impersonal) != 0 && p.prep == c.node+1 && f.housing(p)
}

// housing tells whether a phrase behind a preposition is a thing that something is in.
func (f *finder) housing(p *phrase) bool {
	return p.kind == noun && f.location(p.prep) && f.word(p.head).Can(lex.Noun|lex.Inan|lex.Loc) && !f.word(p.head).Is(lex.PlaceNoun)
}

// behindOf tells whether phrase k stands behind из.
func (f *finder) behindOf(k int) bool {
	return k >= 0 && k < len(f.phrases) && f.phrases[k].prep >= 0 && f.key(f.phrases[k].prep) == "из"
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
		ok := (w.Is(lex.OrgNoun|lex.MediaNoun) || has(w, circle) || has(w, untitled) || f.acronym(p.head) || f.housed(p, c)) && !w.Is(lex.SpeechNoun) || p.name >= 0 && f.typ(p.name) != entity.Person ||
			f.nodes[p.head].kind == quoted && f.titleLike(p.head)
		if ok && best >= 0 && f.typ(p.head) == entity.Place && p.prep == f.phrases[best].last {
			continue // в посольстве России | в Вашингтоне
		}
		if ok && (best < 0 || p.first < c.node) {
			best = k
		}
	}
	if best < 0 {
		return source{}
	}
	if p := &f.phrases[best]; c.gov&calls != 0 && p.last == c.node && p.last-1 > p.head && f.nodes[p.last-1].kind == word && f.nodes[p.last-1].gram&lex.Acc != 0 {
		p.last-- // В суде | угрозы назвали
	}
	return f.fromPhrase(best, lex.Loc|lex.Gen)
}
