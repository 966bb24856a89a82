package quote

import (
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
)

// leadOf finds the author's words before a quoted node and a colon: N сказал: «…».
func (f *finder) leadOf(i int, in *inner) (a attribution, ok bool) {
	j := i - 1
	for j > i-far && j >= 0 && (f.nodes[j].kind == quoted || f.nodes[j].kind == comma || f.key(j) == "и") {
		j-- // the second of several
	}
	if j < 0 {
		return a, false
	}
	if f.nodes[j].kind == dash && j > 0 && f.nodes[j-1].kind == colon {
		j--
	}
	if f.nodes[j].kind != colon {
		return a, false
	}
	if f.listsNames(j-1, in) {
		return a, false
	}
	if c := f.cueBefore(j); c != nil && (c.gov&voices == 0 || c.gov&impersonal != 0 || in.verb || in.act || in.ends || in.words > 3) {
		return f.by(c, f.orderOf(c), Lead), true
	}
	if s, found := f.label(j); found {
		return attribution{src: f.keep(s), evidence: Label}, true
	}
	if c := f.nounBefore(j); c != nil {
		if d := f.cueBefore(j); d != nil && d.node > c.node && f.preposition(c.node-1) { // На вопрос он усмехнулся:
			c = d
		}
		return f.byNoun(c, j), true
	}
	if i == j+1 && in.capital && in.entity < 0 && in.words >= 3 && !in.latin && i+1 >= f.last && !f.classBefore(i) {
		if s := f.clauseSubject(j); f.alive(&s) && s.gram&lex.Sing != 0 { // настроен скептически: «Дьявол в деталях»
			return attribution{src: f.keep(s), evidence: Lead}, true
		}
	}
	if i != j+1 || !in.capital || in.entity >= 0 || !(in.several || in.words >= 4 && in.verb || in.words >= 6 || in.ends || !in.nominal && !in.latin) {
		return a, false
	}
	if f.kind(i+1) != stop && i+1 < f.last {
		return a, false
	}
	if b, _, ok := f.reportOf(i); ok && b.src > 0 {
		b.evidence = Lead
		return b, true
	}
	if s := f.clauseSubject(j); f.alive(&s) {
		return attribution{src: f.keep(s), evidence: Lead}, true
	}
	return f.carry(), true
}

// byNoun is the attribution to whose words the noun of speech before the colon at node j speaks of, or to who says what a verb does.
func (f *finder) byNoun(c *cue, j int) attribution {
	if c.form != nominal {
		return f.by(c, f.orderOf(c), Lead)
	}
	return attribution{f.keep(f.nounSource(c, j)), f.cueSpan(c), Lead}
}

// listsNames tells whether node i, before a colon, says that what follows are names: предложили другие названия: «…».
func (f *finder) listsNames(i int, in *inner) bool {
	return f.kind(i) == word && f.word(i).Is(lex.TitleNoun) && !f.word(i).Is(lex.SpeechNoun) && in.capital && !in.verb && !in.ends
}

// alive tells whether a source is a person or people.
func (f *finder) alive(s *source) bool {
	if s.entity > 0 {
		return f.entities[s.entity-1].Type == entity.Person
	}
	return !s.none() && (s.as > 0 || s.gram&lex.Anim != 0)
}

// cueBefore is the verb of speech of the clause that ends at node j; nil for none.
func (f *finder) cueBefore(j int) *cue {
	for k := len(f.cues) - 1; k >= 0; k-- {
		f.steps++
		c := &f.cues[k]
		if c.node >= j || c.form == nominal {
			continue
		}
		if j-c.node > 60 || c.gov&(says|voices|asks|calls|about) == 0 && c.gov&impersonal == 0 {
			return nil
		}
		if s := &f.segs[f.nodes[j-1].seg]; s.kind == coordinated && s.finite >= 0 && c.node < s.first && s.before == comma {
			return nil // зовёт, но она отказывается:
		}
		for i := c.node; i < j; i++ {
			if n := f.nodes[i].kind; n == colon || n == semicolon || n == quoted && !f.titled(i) {
				return nil
			}
		}
		return c
	}
	return nil
}

// nounBefore is the noun of speech near before node j; nil for none.
func (f *finder) nounBefore(j int) *cue {
	for k := len(f.cues) - 1; k >= 0; k-- {
		f.steps++
		c := &f.cues[k]
		if c.node < j && c.form == nominal {
			if c.gov&(quoting|clause|along) != 0 && j-c.node < 16 {
				return c
			}
			if c.gov&place == 0 {
				return nil // слова N из интервью: «…»
			}
		}
	}
	return nil
}

// nounSource is whose words a noun before a colon or a quotation speaks of.
func (f *finder) nounSource(c *cue, j int) source {
	if k := f.holder(c.node); k >= 0 && f.kind(c.node+1) != quoted {
		if s := f.genitiveOf(&f.phrases[k]); !s.none() {
			return s
		}
	}
	if s := f.clauseSubject(c.node); !s.none() {
		return s
	}
	if f.recent(2) && has(f.word(c.node), wordsOf) {
		return f.sources[f.lv.last-1]
	}
	return source{}
}

// clauseSubject is the subject of the clause before node j.
func (f *finder) clauseSubject(j int) source {
	for si := int(f.nodes[j].seg); si >= 0; si-- {
		s := &f.segs[si]
		if s.finite < 0 || s.kind == relative || s.kind == subordinate {
			continue
		}
		c := cue{node: s.finite, gram: f.verbGram(s.finite)}
		if k := f.subject(&c, before); k >= 0 && f.phrases[k].first < j && f.nodes[f.phrases[k].head].kind != quoted {
			return f.fromPhrase(k, lex.Nom)
		}
		return source{}
	}
	return source{}
}

// label reads what stands before the colon at node j as who speaks: a name or a post at the beginning of a paragraph, or of a sentence.
func (f *finder) label(j int) (source, bool) {
	if j == 0 || j > 10 {
		return source{}, false
	}
	p, ok := f.phraseAt(0, j)
	if !f.doc.Tokens[f.nodes[0].first].Opens() && f.nodes[0].first != 0 && (!ok || p.last != j || f.kind(j+1) != quoted || !f.ofPeople(p.head) && f.typ(p.name) != entity.Person) {
		return source{}, false // inside a paragraph only people and words in marks: … Тренер: «…»
	}
	if ok && p.prep < 0 && p.last < j && f.typ(p.name) == entity.Person && f.upright(f.nodes[p.name].ref) && !f.finiteBetween(p.last, j) {
		return f.sub(p, lex.Nom), true // Иван Рощин о мосте:
	}
	if !ok || p.prep >= 0 || p.last != j || p.kind == quantity {
		return f.labelWords(j)
	}
	if p.name < 0 && !f.animate(p.head) && !f.word(p.head).Is(lex.Post|lex.PersonNoun|lex.OrgNoun|lex.MediaNoun) && !f.acronym(p.head) {
		return source{}, false
	}
	return f.sub(p, lex.Nom), true
}

// labelWords takes up to three words with capital letters before node j as a name.
func (f *finder) labelWords(j int) (source, bool) {
	if j > 3 {
		return source{}, false
	}
	for i := range j {
		if f.nodes[i].kind != word && f.nodes[i].kind != name || !f.capital(int(f.nodes[i].first)) {
			return source{}, false
		}
	}
	s := source{first: f.nodes[0].first, last: f.nodes[j-1].last, cases: lex.Nom, gram: lex.Sing}
	return f.bySurname(s, s.last-1), true
}
