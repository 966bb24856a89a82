package quote

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
)

// contentEnd is the node behind the words a cue reports, which begin at node i. Where the main clause's verb is still to come
// the first clause behind that has one ends them.
func (f *finder) contentEnd(i int, c *cue, pending bool) int {
	if i >= f.last {
		return f.last
	}
	first := int(f.nodes[i].seg)
	verbs := f.segs[first].finite >= i
	for si := first; si < len(f.segs); si++ {
		f.steps++
		s := &f.segs[si]
		if si > first {
			if s.depth < f.segs[first].depth {
				return f.trim(i, s.first-1)
			}
			if s.tag || s.closes || f.newReport(s, c) || s.before == colon && f.directBehind(s.first) {
				return f.trim(i, s.first)
			}
			if f.shares(si) >= 0 {
				return f.trim(i, s.first)
			}
			if s.before == semicolon && f.along(s) {
				return f.trim(i, s.first)
			}
			if pending && verbs && s.before == comma && s.kind == plain && s.finite >= 0 && f.depthAt(si) == f.segs[first].depth {
				return f.trim(i, s.first)
			}
		}
		if si > first && verbs && s.before == comma && f.along(s) && si+1 < len(f.segs) && f.segs[si+1].finite >= 0 && f.segs[si+1].kind == plain {
			if p := &f.segs[si-1]; p.first > i && p.finite < 0 && (p.kind == coordinated || p.kind == subordinate) {
				s = p // …, однако рост, | по его прогнозу, продолжится
			}
			return f.trim(i, s.first)
		}
		if si > first && s.before == comma && s.finite < 0 && f.key(s.first) == "а" && f.key(s.first+1) == "также" && (f.key(s.first+2) == "о" || f.key(s.first+2) == "об") && f.key(s.first+3) != "том" {
			return f.trim(i, s.first) // о том, что …, а также о планах
		}
		if si > first && s.before == comma && c.form == nominal && s.kind == coordinated && f.alongFrom(s.first+1, s.last) {
			return f.trim(i, s.first) // по словам N, …, а по данным M, …
		}
		if si > first && verbs && s.before == comma && (f.circumstance(s) || f.afterwards(s, i, c)) {
			return f.trim(i, s.first)
		}
		verbs = verbs || s.finite >= i
		if at := f.coordinate(s, i, c); at >= 0 {
			return f.trim(i, at)
		}
	}
	return f.trim(i, f.last)
}

// circumstance tells whether a segment that ends the sentence tells at what somebody spoke: …, комментируя решение суда.
func (f *finder) circumstance(s *segment) bool {
	if s.kind != gerundial || s.last < f.last {
		return false
	}
	for _, stem := range [...]string{"коммент", "отвечая", "выступая", "обращаясь", "беседуя"} {
		if strings.HasPrefix(f.key(s.first), stem) {
			return true
		}
	}
	return false
}

// afterwards tells whether a segment tells what who spoke did then: …, после чего ушёл · …, чем удивил всех.
func (f *finder) afterwards(s *segment, from int, c *cue) bool {
	then := f.key(s.first) == "после" && f.key(s.first+1) == "чего" || f.key(s.first) == "чем"
	return then && s.finite >= 0 && f.resumes(s.finite, from, c)
}

// along tells whether a segment is a parenthesis of the kind по словам N.
func (f *finder) along(s *segment) bool { return f.alongFrom(s.first, s.last) }

func (f *finder) alongFrom(first, last int) bool {
	if f.key(first) != "по" {
		return false
	}
	for i := first + 1; i < min(last, first+4); i++ {
		if f.nodes[i].kind == word && f.word(i).Is(lex.SpeechNoun) {
			return true
		}
	}
	return false
}

// directBehind tells whether a quotation that begins at a node goes on to the end or to the author's words.
func (f *finder) directBehind(i int) bool {
	if f.kind(i) != quoted {
		return false
	}
	in := f.look(&f.marks[f.nodes[i].ref])
	return in.capital && (in.several || in.words > 4 || in.ends) && (i+1 >= f.last || f.kind(i+1) == comma || f.kind(i+1) == stop || f.kind(i+1) == dash)
}

func (f *finder) depthAt(si int) int8 { return f.segs[si].depth }

// trim takes the marks of punctuation off the end of the words from node i up to but not b.
func (f *finder) trim(i, b int) int {
	for b > i {
		switch f.nodes[b-1].kind {
		case comma, dash, semicolon, opening:
			b--
		case colon:
			b--
		default:
			return b
		}
	}
	return b
}

// newReport tells whether a segment begins another report: , а N заявил, что …
func (f *finder) newReport(s *segment, c *cue) bool {
	if s.cue < 0 || s.kind != coordinated && s.before != semicolon {
		return false
	}
	d := &f.cues[s.cue]
	if d == c || d.form != finite || d.gov == voices || d.node < s.first || c.gram == 0 {
		return false
	}
	if s.before == semicolon && f.complement(d).kind == bare && d.gov&says != 0 { // …; чиновники утверждают обратное
		k := f.nearest(s.first, d.node, d)
		return k >= 0 && f.phrases[k].kind != pronoun && f.utters(&f.phrases[k])
	}
	return f.complement(d).kind != bare && !f.like(int(f.nodes[d.node].seg))
}

// coordinate is the node of и before another verb of speech with the subject of this one: … и подчеркнул, что; -1 for none.
func (f *finder) coordinate(s *segment, from int, c *cue) int {
	if c.form != finite {
		return -1
	}
	for i := max(s.first, from); i+1 < s.last; i++ {
		if k := f.key(i); k != "и" && k != "а" && k != "но" {
			continue
		}
		j := i + 1
		for j < s.last && j < i+4 && f.lightWord(j) {
			j++
		}
		if j >= s.last || f.nodes[j].kind != word {
			continue
		}
		if i == s.first && (s.before == comma || s.before == dash) && f.resumes(j, from, c) {
			return i
		}
		if f.supportsClause(j, c) {
			return i
		}
		if !f.word(j).Is(lex.SpeechVerb) {
			continue
		}
		d, ok := f.verb(j)
		if !ok || d.form != finite || d.gov == voices || d.gram&c.gram&(lex.Past|lex.Pres) == 0 || d.gram&lex.Past != 0 && d.gram&c.gram&(lex.Genders|lex.Plur) == 0 {
			continue
		}
		if f.complement(&d).kind != bare {
			return i
		}
	}
	return -1
}

// resumes tells whether a verb behind a comma and и goes on with the subject of a cue and not with that of the clause it reports, which
// begins at node from: сказал, что мост строят, и | поблагодарил. The clause is in marks, or its verb has another number,
// gender or tense and the verb no subject of its own.
func (f *finder) resumes(j, from int, c *cue) bool {
	if !f.finite(j) || f.nodes[j].gram&lex.Verb == 0 || c.form != finite {
		return false
	}
	g, tense := f.verbGram(j), c.gram&(lex.Past|lex.Pres)
	if c.gram&lex.AdjShort != 0 {
		tense = lex.Pres // уверен
	}
	if g&tense == 0 || g&(lex.Past|lex.Pres) == lex.Past|lex.Pres || apart(g, c.gram) {
		return false
	}
	own := f.segs[f.nodes[from].seg].finite
	if own < from {
		return f.kind(from) == quoted && f.parts(from+1) && !f.hasSubject(j, g)
	}
	if own >= j {
		return false
	}
	h := f.verbGram(own)
	if apart(g, h) || g&lex.Past != 0 && h&lex.Verb != 0 && h&lex.Past == 0 {
		return !f.hasSubject(j, g)
	}
	return g&lex.Pres != 0 && h&lex.Verb != 0 && h&lex.Pres == 0 && f.right(&cue{node: j, gram: g}, false) < 0
}

// hasSubject tells whether what surely is the subject of the verb at node j stands behind it.
func (f *finder) hasSubject(j int, g lex.Gram) bool {
	d := cue{node: j, gram: g}
	k := f.right(&d, false)
	return k >= 0 && (strings.HasSuffix(f.key(j), "ся") || strings.HasSuffix(f.key(j), "сь") || f.fits(&f.phrases[k], &d) == certain) // which has no object
}

// apart tells whether two verbs or short adjectives cannot have the same subject, by their number and gender.
func apart(g, h lex.Gram) bool {
	if g&lex.Numbers == 0 || h&lex.Numbers == 0 {
		return false
	}
	if g&h&lex.Numbers == 0 {
		return true
	}
	return g&h&lex.Plur == 0 && g&lex.Genders != 0 && h&lex.Genders != 0 && g&h&lex.Genders == 0
}

// supportsClause tells whether a verb of the subject of a cue and a noun of speech with its clause stand at node i: и | выразил
// надежду, что.
func (f *finder) supportsClause(i int, c *cue) bool {
	if i+3 >= f.last || !f.word(i+1).Is(lex.SpeechNoun) || f.kind(i+2) != comma || f.key(i+3) != "что" || f.nodes[i].gram&lex.Verb == 0 {
		return false
	}
	g := f.verbGram(i)
	return g&c.gram&(lex.Past|lex.Pres) != 0 && (g&lex.Past == 0 || g&c.gram&(lex.Genders|lex.Plur) != 0)
}

// pending tells whether the verb of the main clause is still to come behind the cue's clause.
func (f *finder) pending(c *cue, si int) bool {
	s := &f.segs[si]
	if c.form == finite && s.kind == subordinate && si == 0 && c.gram != 0 {
		return true // Когда он сказал, что …, рынки рухнули
	}
	if c.form == finite && s.kind != relative || c.form == passive {
		return false
	}
	if c.form == participle1 && si > 0 && f.segs[si-1].kind == subordinate && f.segs[si-1].finite < 0 {
		return true // , что женщина, | утверждающая, что …, лгала
	}
	for k := range f.segs[:si] {
		f.steps++
		if p := &f.segs[k]; p.finite >= 0 && p.kind != relative && p.kind != subordinate && p.depth == s.depth {
			return false
		}
	}
	return true
}
