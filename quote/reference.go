package quote

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
)

// references ties the sentence before to whom this one names: …. Об этом сообщил N.
func (f *finder) references() {
	if c, src := f.suchWords(0); src > 0 {
		f.referTo(attribution{src, f.cueSpan(c), Reference})
		return
	}
	for si := range f.segs {
		s := &f.segs[si]
		if si > 0 && (s.before == dash || s.before == comma) && s.last == f.last && s.finite >= 0 {
			if c, src := f.suchWords(si); src > 0 && f.finiteBetween(0, s.first) {
				f.add(report{a: 0, b: f.trim(0, s.first), attribution: attribution{src, f.cueSpan(c), Reference}}) // … — такой вывод сделал N
				return
			}
		}
		if s.cue < 0 {
			continue
		}
		c := &f.cues[s.cue]
		if si == 0 && f.key(0) == "это" && c.gov&outOf != 0 && c.node <= 2 && c.form == finite && !c.not && f.complement(c).kind == bare && !f.outOf(c).none() {
			f.refer(c, si) // Это следует из письма
			continue
		}
		if si == 0 && (f.thus(c) || f.soThinks(c)) {
			f.refer(c, si)
			continue
		}
		if c.not || c.gov&(about|impersonal) == 0 || c.form != finite && c.form != passive {
			continue
		}
		if !f.refers(s) && !(f.refersBefore(si) && si > 0) && !(si == 0 && f.confirms(c)) {
			continue
		}
		if k := f.complement(c); k.kind == that || k.kind == colonText || f.reported(c.node) || f.modal(s, c) {
			continue
		}
		f.refer(c, si)
	}
}

// confirms tells whether the sentence begins with это or эту информацию as what somebody confirms: Это подтвердил N.
func (f *finder) confirms(c *cue) bool {
	switch first := f.key(0); {
	case first == "это", (first == "эту" || first == "данную") && f.key(1) == "информацию", (first == "эти" || first == "данные") && (f.key(1) == "данные" || f.key(1) == "сведения"):
	default:
		return false
	}
	if c.node > 3 || c.gov&about == 0 || c.form != finite || c.gram&lex.Neut != 0 && c.gram&lex.Plur == 0 {
		return false
	}
	k := f.right(c, false)
	return k >= 0 && f.utters(&f.phrases[k]) || c.plural() && !f.somewhere(c).none()
}

// thus tells whether the sentence is the tag of the quotation before it: «…». Так ответил на вопрос N. · «…» ↵ сказал N.
func (f *finder) thus(c *cue) bool {
	small := c.node == 0 && !f.capital(int(f.nodes[0].first))
	if !small && (f.key(0) != "так" || c.node != 1) || c.form != finite || c.gov&(says|voices) == 0 || f.complement(c).kind != bare || f.lv.known == 0 {
		return false
	}
	r := &f.records[f.lv.known-1]
	if r.mark < 0 || r.last < f.lv.prevLast-1 || f.begin(int(r.mark)) > int(f.lv.prevFirst) {
		return false
	}
	r.kind = Direct
	return true
}

// soThinks tells whether the sentence says whose opinion the one before is: Так считает N.
func (f *finder) soThinks(c *cue) bool {
	return f.key(0) == "так" && c.node == 1 && c.form == finite && c.gov&(says|denied) == says|denied && !c.not && f.complement(c).kind == bare && f.right(c, false) >= 0
}

// suchWords is the noun of speech with which segment si begins as what stands before was, and the source of that plus 1: Такое мнение
// высказал N · С таким заявлением выступил N · Соответствующее заявление сделал N; 0 for none.
func (f *finder) suchWords(si int) (c *cue, src int32) {
	i := f.segs[si].first
	if k := f.key(i); k == "с" || k == "со" || k == "к" {
		i++
	}
	if !suchlike(f.key(i)) {
		return nil, 0
	}
	for k := range f.cues {
		d := &f.cues[k]
		if d.form != nominal || d.node != i+1 && d.node != i+2 || d.gov&(along|clause|quoting) == 0 || f.thatBehind(d.node) {
			continue
		}
		verb := f.segs[si].finite
		if verb <= d.node || verb > d.node+3 || f.negated(verb) || !f.doneBy(verb) {
			return nil, 0
		}
		n := f.right(&cue{node: verb, gram: f.verbGram(verb)}, false)
		if n < 0 || !f.utters(&f.phrases[n]) {
			return nil, 0
		}
		return d, f.keep(f.fromPhrase(n, lex.Nom))
	}
	return nil, 0
}

// suchlike tells whether a word before a noun of speech makes it what the sentence before says.
func suchlike(key string) bool {
	switch key {
	case "такое", "такую", "такие", "таким", "такой", "такими", "подобное", "подобную", "подобным", "подобной", "соответствующее", "соответствующую", "соответствующим",
		"эту", "этим", "это", "такому", "подобному", "этому":
		return true
	}
	return false
}

// doneBy tells whether node i is a verb that makes words of a noun of speech: высказал мнение, выступил с заявлением.
func (f *finder) doneBy(i int) bool {
	for _, stem := range [...]string{"высказ", "выраз", "сдела", "выступ", "озвуч", "дал", "дает", "привел", "приводит", "выдвин", "поделил", "распростран", "опубликов", "пришел", "пришл"} {
		if strings.HasPrefix(f.key(i), stem) {
			return true
		}
	}
	return false
}

func (f *finder) refer(c *cue, si int) {
	n := f.said(c, tagged)
	if f.aboutThat(si) { // о том, что …, сказал N
		return
	}
	if si > 0 && f.segs[si].before == comma && !f.bareWords(0, f.segs[si].first) && (f.key(f.segs[si].first+1) == "чем" || f.key(f.segs[si].first) == "об") {
		f.add(report{a: 0, b: f.trim(0, f.segs[si].first), attribution: attribution{n, f.cueSpan(c), Reference}})
		return
	}
	f.referTo(attribution{n, f.cueSpan(c), Reference})
}

// referTo gives the sentence before its source.
func (f *finder) referTo(a attribution) {
	if f.lv.number == 0 || f.lv.prevFirst >= f.lv.prevLast {
		return
	}
	whole := false
	for k := f.lv.prevKnown; k < f.lv.known; k++ {
		r := &f.records[k]
		if r.kind == Direct || r.kind == Fragment && r.evidence == 0 {
			if r.src == 0 || r.evidence == Carried {
				r.attribution = a
			}
			whole = whole || r.kind == Direct && r.first <= f.lv.prevFirst+1 && r.last >= f.lv.prevLast-1
		}
	}
	if !whole {
		f.record(record{first: f.lv.prevFirst, last: f.lv.prevLast, kind: Indirect, attribution: a, mark: -1})
	}
}

// aboutThat tells whether a segment is о том before что.
func (f *finder) aboutThat(si int) bool {
	s := &f.segs[si]
	return s.last-s.first >= 2 && f.key(s.last-1) == "том" && f.kind(s.last) == comma
}

// reported tells whether a node stands in what somebody reports.
func (f *finder) reported(i int) bool {
	for k := range f.reports {
		f.steps++
		if r := &f.reports[k]; r.a <= i && i < r.b || r.c <= i && i < r.d {
			return true
		}
	}
	return false
}

// modal tells whether another verb of the segment makes the cue no fact: об этом может быть объявлено.
func (f *finder) modal(s *segment, c *cue) bool {
	for i := s.first; i < s.last; i++ {
		if i != c.node && f.nodes[i].kind == word && has(f.word(i), modal) && f.nodes[i].gram&lex.Past == 0 {
			return true
		}
	}
	return false
}

// refersBefore tells whether the words before segment si are only об этом and when: Об этом в среду, 3 марта, | сообщил N.
func (f *finder) refersBefore(si int) bool {
	if !f.refers(&f.segs[0]) || f.aboutThat(0) {
		return false
	}
	for k := range f.segs[:si] {
		f.steps++
		if f.segs[k].finite >= 0 {
			return false
		}
	}
	return true
}

// refers tells whether a segment points back: об этом, о чем.
func (f *finder) refers(s *segment) bool {
	for i := s.first; i+1 < s.last; i++ {
		if !f.preposition(i) {
			continue
		}
		if k := f.key(i); k == "об" || k == "о" {
			if n := f.key(i + 1); n == "этом" || n == "чем" || n == "том" {
				return true
			}
		}
	}
	return false
}
