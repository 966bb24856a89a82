package quote

import (
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
)

// nounReport: по словам N, … · слухи о том, что … · согласно данным N, …
func (f *finder) nounReport(c *cue) {
	if !f.introduced(c) && (c.gov&clause == 0 || !f.thatBehind(c.node) && !f.colonBehind(c.node)) {
		return
	}
	k := f.holder(c.node)
	if c.gov == accords && f.key(c.node) == "согласно" {
		f.accordsReport(c)
		return
	}
	if k < 0 {
		return
	}
	p := f.phrases[k]
	if p.head == c.node && p.prep >= 0 {
		switch key := f.key(p.prep); {
		case key == "по" && c.gov&along != 0, key == "с" && c.gov&along != 0 && f.key(p.prep-1) == "соответствии", key == "согласно" && c.gov&accords != 0, (key == "с" || key == "со") && has(f.word(c.node), wordsOf) && c.gov&many != 0 && (p.first == p.head || f.possessive(p.first)):
			f.alongReport(c, p)
			return
		}
	}
	if c.gov&clause == 0 {
		return
	}
	behind := p.last
	if n := f.phraseFrom(behind); f.key(behind) == "от" && n < len(f.phrases) && f.phrases[n].prep == behind {
		behind = f.phrases[n].last
	}
	d := f.complement(&cue{node: behind - 1, gov: says})
	if d.kind == colonText && d.at == behind+1 && d.at < f.last && f.segs[f.nodes[d.at].seg].finite >= d.at && f.kind(d.at) != quoted && !f.retold(d.at) {
		f.nounClause(c, p, d) // пришли к выводу: …
		return
	}
	if d.kind != that || d.aim && d.at != p.last+2 {
		return
	}
	f.nounClause(c, p, d)
}

// introduced tells whether a preposition that makes a parenthesis of a noun of speech stands before it in its segment.
func (f *finder) introduced(c *cue) bool {
	if c.gov&(along|accords) == 0 {
		return false
	}
	for i := f.segs[f.nodes[c.node].seg].first; i <= c.node; i++ {
		if f.nodes[i].kind == word && f.nodes[i].gram&lex.Preposition != 0 {
			return true
		}
	}
	return f.key(c.node) == "согласно"
}

// thatBehind tells whether a conjunction stands right behind node i, or behind a comma.
func (f *finder) thatBehind(i int) bool {
	if _, _, ok := f.conjunction(i + 1); ok {
		return true
	}
	for i++; i+1 < min(f.last, i+far); i++ {
		if f.nodes[i].kind == comma {
			if _, _, ok := f.conjunction(i + 1); ok {
				return true
			}
		}
	}
	return false
}

// colonBehind tells whether a colon ends the segment of node i, without a verb between.
func (f *finder) colonBehind(i int) bool {
	s := &f.segs[f.nodes[i].seg]
	return f.kind(s.last) == colon && s.last < f.last && !f.finiteBetween(i, s.last)
}

// holder is the phrase whose head node i is; -1 for none.
func (f *finder) holder(i int) int {
	for k := f.phraseFrom(i+1) - 1; k >= 0 && k > f.phraseFrom(i+1)-4; k-- {
		if f.phrases[k].head == i {
			return k
		}
	}
	return -1
}

// accordsReport: согласно N, where N is a name.
func (f *finder) accordsReport(c *cue) {
	k := f.phraseFrom(c.node + 1)
	if k > 0 && k < len(f.phrases) && f.phrases[k].prep == c.node && which(f.key(f.phrases[k].head)) {
		end := f.phrases[k].last // сообщение мэрии, | согласно которому
		for n := k - 1; n >= 0 && n > k-5; n-- {
			q := &f.phrases[n]
			if v, ok := f.word(q.head).Value(lex.SpeechNoun); ok {
				if governs(v, &nounLetters)&(along|clause|accords) != 0 {
					f.accordingTo(c, n, end)
				}
				break
			}
			first := q.first
			if q.prep >= 0 {
				first = q.prep
			}
			if n > 0 && f.phrases[n-1].last != first {
				break
			}
		}
		return
	}
	if k == len(f.phrases) || f.phrases[k].prep != c.node || f.phrases[k].kind != named && !f.word(f.phrases[k].head).Is(lex.MediaNoun) && !has(f.word(f.phrases[k].head), unnamed) {
		return
	}
	p := f.phrases[k]
	src, last := f.fromPhrase(k, lex.Dat), p.last
	for last < f.segs[f.nodes[c.node].seg].last && f.nodes[last].first < src.last {
		last++ // источнику | в правительстве
	}
	f.parenthesis(attribution{f.keep(src), f.cueSpan(c), Phrase}, c.node, last, c)
}

// accordingTo adds the clause that begins at node i and accords with what phrase k names: отчёт, согласно которому | мост опасен.
func (f *finder) accordingTo(c *cue, k, i int) {
	src := f.genitiveOf(&f.phrases[k])
	if src.none() && !has(f.word(f.phrases[k].head), rumour) {
		src = f.fromPhrase(k, lex.Nom|lex.Acc)
	}
	b := f.contentEnd(i, c, f.pending(c, int(f.nodes[c.node].seg)))
	f.add(report{a: i, b: b, attribution: attribution{f.keep(src), f.cueSpan(c), Phrase}})
}

// alongReport: по словам N, …
func (f *finder) alongReport(c *cue, p phrase) {
	si := int(f.nodes[p.prep].seg)
	from := p.prep
	if f.key(from-1) == "соответствии" {
		from -= 2 // в соответствии с прогнозом
	}
	if first := f.segs[si].first; from < first || !f.light(first, from) && !f.bareWords(first, from) {
		return // дело по заявлению соседей
	}
	src, told := f.genitiveOf(&p), 0
	if k := f.phraseFrom(p.last); src.none() && k < len(f.phrases) && f.phrases[k].prep == p.last && (f.originates(p.last) || f.location(p.last) && f.inPress(&f.phrases[k])) {
		src = f.origin(k) // по информации | с сайта мэрии
	}
	if k := f.phraseFrom(p.last); src.none() && k < len(f.phrases) && f.phrases[k].first == p.last && f.phrases[k].prep < 0 && (f.phrases[k].kind == choice || f.phrases[k].kind == quantity) {
		src = f.fromPhrase(k, lex.Gen) // по словам | одного из жителей
		if n := f.phraseFrom(f.phrases[k].last + 1); n < len(f.phrases) && f.kind(f.phrases[k].last) == comma && f.phrases[n].first == f.phrases[k].last+1 && f.typ(f.phrases[n].name) == entity.Person && f.ofPeople(f.phrases[n].head) {
			src, told = f.fromPhrase(n, lex.Gen), f.phrases[n].last // , мэра Озёрска Ивана Рощина
		}
	}
	if src.none() && f.vagueBefore(&p) {
		src = f.received(si) // по информации, полученной | от полиции
	}
	if src.none() && f.key(p.prep) == "согласно" && (p.first == p.head || !has(f.word(p.head), vague)) {
		src = f.fromPhrase(f.holder(c.node), lex.Dat)
	}
	if src.none() && (f.lv.self > 0 || !f.sourceless(&p)) { // who speaks needs nobody else for по предварительным данным
		return
	}
	last := p.last
	for last < f.segs[si].last && f.nodes[last].first < src.last {
		last++ // источника | в правительстве
	}
	if k := f.phraseFrom(last); k < len(f.phrases) && f.phrases[k].first == last && f.typ(f.phrases[k].name) == entity.Person && !f.strict(f.nodes[f.phrases[k].name].ref) && src.last == f.nodes[last-1].last {
		src, last = f.fromPhrase(k, lex.Gen), f.phrases[k].last
	}
	if k := f.phraseFrom(last + 1); f.key(last) == "и" && k < len(f.phrases) && f.phrases[k].first == last+1 && f.phrases[k].prep < 0 && f.phrases[k].last == f.segs[si].last {
		last = f.phrases[k].last // по данным мэрии | и полиции
		src.last, src.entity, src.as, src.gram = f.nodes[last-1].last, 0, 0, lex.Plur
	}
	if k := f.phraseFrom(last); k < len(f.phrases) && f.phrases[k].prep == last && f.key(last) == "по" && f.phrases[k].last == f.segs[si].last && f.typ(f.phrases[k].name) == entity.Place {
		last = f.phrases[k].last // по данным прокуратуры | по Заречной области
		src.last = f.nodes[last-1].last
	}
	end := f.aside(last, f.segs[si].last)
	if f.segs[si].last == end {
		end = max(told, f.segs[f.behind(si)].last)
	}
	cueSpan := [2]int32{f.nodes[from].first, f.nodes[p.head].last}
	f.parenthesis(attribution{f.keep(src), cueSpan, Phrase}, from, end, c)
}

// originates tells whether a preposition says where information is from.
func (f *finder) originates(i int) bool {
	switch f.key(i) {
	case "с", "со", "из", "от":
		return true
	}
	return false
}

// inPress tells whether a phrase names the press or a page.
func (f *finder) inPress(p *phrase) bool {
	return f.site(p.head) || f.typ(p.name) == entity.Org || p.kind == named && f.nodes[p.head].kind == quoted
}

// origin is the source that phrase k names as where information is from; none where it names a place or a time.
func (f *finder) origin(k int) source {
	p := &f.phrases[k]
	if f.timely(p.head) || f.typ(p.head) == entity.Place || !f.site(p.head) && !f.utters(p) && !f.word(p.head).Is(lex.SpeechNoun) {
		return source{}
	}
	if f.site(p.head) || f.word(p.head).Is(lex.SpeechNoun) {
		return f.documentOf(k)
	}
	if f.location(p.prep) {
		return f.fromPhrase(k, lex.Loc)
	}
	return f.fromPhrase(k, lex.Gen)
}

// vagueBefore tells whether a phrase is a noun for what is known, and what is told of it stands behind a comma.
func (f *finder) vagueBefore(p *phrase) bool {
	return has(f.word(p.head), vague) && p.last == p.head+1 && f.kind(p.last) == comma
}

// received is the source that the participial phrase behind segment si says information is from.
func (f *finder) received(si int) source {
	if si+1 >= len(f.segs) || f.segs[si+1].kind != participial {
		return source{}
	}
	s := &f.segs[si+1]
	for k := f.phraseFrom(s.first); k < len(f.phrases) && f.phrases[k].first < s.last; k++ {
		if i := f.phrases[k].prep; i >= 0 && (f.originates(i) || f.location(i) && f.inPress(&f.phrases[k])) {
			return f.origin(k)
		}
	}
	return source{}
}

// aside is where what is told of a source besides ends, from node i on: по данным мэрии | на 2013 год · по сообщению агентства | со
// ссылкой на полицию; i where nothing is or the segment, which ends before last, goes on behind it.
func (f *finder) aside(i, last int) int {
	k := f.phraseFrom(i)
	if k == len(f.phrases) || f.phrases[k].prep != i {
		return i
	}
	end := i
	switch p := &f.phrases[k]; {
	case f.timely(p.head) || f.nodes[p.head].kind == number:
		end = p.last
	case f.key(p.head) == "ссылкой":
		end = f.reference(p.last)
	}
	if end == last {
		return end
	}
	return i
}

// reference is where the phrase behind ссылкой ends, which begins at node i: со ссылкой | на источники; i where none does.
func (f *finder) reference(i int) int {
	if k := f.phraseFrom(i); k < len(f.phrases) && f.phrases[k].prep == i && f.key(i) == "на" {
		return f.phrases[k].last
	}
	return i
}

// sourceless tells whether a phrase names no source on purpose: по некоторым данным, по слухам.
func (f *finder) sourceless(p *phrase) bool {
	w := f.word(p.head)
	return has(w, rumour) || has(w, vague) && (p.first < p.head || p.last > p.head+1 || f.key(p.prep) == "согласно")
}

// nounClause: слухи о том, что …; N выразил мнение, что …
func (f *finder) nounClause(c *cue, p phrase, k complement) {
	if p.last < k.at-2 && f.key(k.at-2) == "" && f.kind(k.at-2) != comma {
		return
	}
	src := f.genitiveOf(&p)
	if n := f.phraseFrom(p.last); src.none() && n < len(f.phrases) && f.phrases[n].prep == p.last && f.key(p.last) == "от" {
		src = f.origin(n) // сообщение | от супруги
	}
	if src.none() {
		if v := f.supports(c.node); v >= 0 && (f.finite(v) || !has(f.word(c.node), rumour)) {
			if f.negated(v) {
				return
			}
			d := cue{node: v, gram: f.verbGram(v)}
			switch {
			case f.finite(v):
			case d.gram&lex.Gerund != 0:
				d.form = gerund
			default:
				d.form = participle1
			}
			src = f.find(&d, before)
		}
	}
	with := p.prep == 0 && f.withWords()
	later := with || f.nodes[p.head].gram&lex.Nom != 0 && f.segs[f.nodes[p.head].seg].finite < 0 // the verb is still to come
	if src.none() && with {
		src = f.comesOut(k.at)
	}
	at := k.at
	if f.kind(at) == comma {
		at++
	}
	if k.kind == colonText {
		if !src.none() {
			f.add(report{a: at, b: f.contentEnd(at, c, false), attribution: attribution{f.keep(src), f.cueSpan(c), Lead}})
		}
		return
	}
	b := f.contentEnd(at, c, later)
	f.add(report{a: at, b: b, attribution: attribution{f.keep(src), f.cueSpan(c), Clause}})
}

// comesOut is who the verb behind a clause that begins at node i says it of, where that is one of those that make words of a noun of speech:
// С заявлением о том, что …, | выступил N.
func (f *finder) comesOut(i int) source {
	for si := int(f.nodes[i].seg) + 1; si < len(f.segs); si++ {
		if s := &f.segs[si]; s.before == comma && s.finite == s.first && s.last == f.last && f.doneBy(s.first) {
			if n := f.right(&cue{node: s.first, gram: f.verbGram(s.first)}, false); n >= 0 && f.utters(&f.phrases[n]) {
				return f.fromPhrase(n, lex.Nom)
			}
		}
	}
	return source{}
}

// supports is the verb before a noun of speech that it makes sense with: выразил мнение; -1 for none.
func (f *finder) supports(i int) int {
	s := &f.segs[f.nodes[i].seg]
	for k := i - 1; k >= max(s.first, i-6); k-- {
		if f.finite(k) && f.word(k).Can(lex.Verb) || f.nodes[k].gram&lex.Noun == 0 && (f.nodes[k].gram&lex.Gerund != 0 || f.nodes[k].gram&(lex.Participle|lex.Active) == lex.Participle|lex.Active) {
			return k
		}
	}
	return -1
}
