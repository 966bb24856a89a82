package quote

import "github.com/svodka/svodka/internal/lex"

// nounOf finds the noun of speech right before a quoted node: надпись «…», со словами «…».
func (f *finder) nounOf(i int, in *inner) (a attribution, ok bool) {
	j := i - 1
	for j >= 0 && (f.nodes[j].kind == dash || f.nodes[j].kind == colon) {
		j--
	}
	if j < 0 || f.nodes[j].kind != word && f.nodes[j].kind != name {
		return a, false
	}
	c := f.nounBefore(j + 1)
	if c == nil || c.gov&quoting == 0 || c.node == j && f.whoseTitle(i, c, in) {
		return a, false
	}
	verb, own := c.node-1, c.node > 0 && f.possessive(c.node-1)
	if own {
		verb-- // приводит его слова «Волна»
	}
	if (c.node != j || own) && in.capital && !in.verb && !in.act && !in.ends && verb >= 0 && f.finite(verb) && f.word(verb).Is(lex.SpeechVerb) {
		return a, false // передаёт слова мэра «Волна»
	}
	if k := f.holder(c.node); c.node != j && (k < 0 || f.phrases[k].last != j+1) {
		return a, false
	}
	return attribution{f.keep(f.nounSource(c, j)), f.cueSpan(c), Object}, true
}

// objectOf finds the verb of speech whose clause a quoted node stands in: назвал это «…», призвал «…».
func (f *finder) objectOf(i int, in *inner, gov government) (a attribution, ok bool) {
	s := &f.segs[f.nodes[i].seg]
	for k := len(f.cues) - 1; k >= 0; k-- {
		f.steps++
		c := &f.cues[k]
		if c.form == nominal || c.gov&gov == 0 || c.gov&(calls|impersonal) == calls|impersonal || c.node > i || i-c.node > 40 {
			continue
		}
		if c.node < s.first && (s.finite > i || !f.reaches(c, i)) {
			continue
		}
		if c.form == infinitive || c.form == passive && c.gov&calls == 0 && i != c.node+1 || c.not || c.gov&(calls|asks) != 0 && f.reportBegins(c.node, i) || c.gov&(asks|calls) == 0 && !f.governs(c, i, in) && !(f.preposition(i-1) && f.other(i) >= 0) {
			continue
		}
		a = f.by(c, before, Object)
		if a.src > 0 && f.sources[a.src-1].first >= f.nodes[i].first && f.sources[a.src-1].last <= f.nodes[i].last {
			a.src = 0
		}
		if k := f.other(i); k >= 0 && f.phrases[k].first > c.node {
			a.src = f.keep(f.fromPhrase(k, lex.Nom))
		}
		return a, true
	}
	return a, false
}

// whoseTitle tells whether a title behind a noun of speech says whose it is: сообщение «Северной волны», по информации «Волны».
func (f *finder) whoseTitle(i int, c *cue, in *inner) bool {
	if f.genitiveTitle(&f.nodes[i]) {
		return true
	}
	k := f.holder(c.node)
	return k >= 0 && f.phrases[k].prep >= 0 && f.key(f.phrases[k].prep) == "по" && in.capital && !in.verb
}

// reportBegins tells whether a report that holds node i begins behind a cue: what stands there is not the cue's object.
func (f *finder) reportBegins(cue, i int) bool {
	for k := range f.reports {
		f.steps++
		if r := &f.reports[k]; cue < r.a && r.a <= i && i < r.b {
			return true
		}
	}
	return false
}

// other is the subject that shares the verb of another one and stands before a dash: N назвал это «…», а M — «…»; -1 for none.
func (f *finder) other(i int) int {
	if f.preposition(i - 1) {
		i-- // , другие — о «…»
	}
	if f.kind(i-1) != dash {
		return -1
	}
	k := f.phraseFrom(i-1) - 1
	if k < 0 || f.phrases[k].last != i-1 || !f.utters(&f.phrases[k]) {
		return -1
	}
	if p := &f.phrases[k]; f.fits(p, &cue{node: i}) == unfit && f.fits(p, &cue{node: i, gram: lex.Plur}) == unfit {
		return -1
	}
	return k
}

// cried finds the verb of a voice right before a quoted node: он кричал «…». What is cried may look like a name, which is the
// subject where nothing else is.
func (f *finder) cried(i int, in *inner, title bool) (a attribution, ok bool) {
	for k := len(f.cues) - 1; k >= 0; k-- {
		f.steps++
		c := &f.cues[k]
		if c.node != f.firstOf(i)-1 || c.gov != voices || c.form == infinitive || c.not {
			continue
		}
		if in.act && !in.capital && has(f.word(c.node), phase) {
			continue // продолжит «трудиться»
		}
		if !title || in.ends || f.left(c) >= 0 {
			return f.by(c, before, Object), true
		}
	}
	return a, false
}

// named finds the verb that names something by the words before it, in the instrumental: «…» назвал мост N.
func (f *finder) named(i int) (a attribution, ok bool) {
	m := &f.marks[f.nodes[i].ref]
	for k := range f.cues {
		f.steps++
		if c := &f.cues[k]; c.node == i+1 && c.gov&calls != 0 && c.form == finite && f.instrumental(m.First, m.Last) {
			return f.by(c, tagged, Object), true
		}
	}
	return a, false
}

// instrumental tells whether a word between two tokens, or one with the adjective before it, stands in the instrumental and in no other
// case, and no noun before that in the nominative.
func (f *finder) instrumental(first, last int) (found bool) {
	cases := lex.Cases
	for i := first; i < min(last, first+12) && !found; i++ {
		g := f.grams(i)
		if g&lex.Noun != 0 && g&lex.Nom != 0 {
			return false
		}
		found = (g&lex.Cases == lex.Ins || g&cases&lex.Cases == lex.Ins) && g&(lex.Noun|lex.Adj) != 0
		if cases = lex.Cases; g&lex.Adj != 0 {
			cases = g // лучшим | другом
		}
	}
	return found
}

// firstOf is the first of the quoted nodes that are listed up to node i: «…», «…» и «…».
func (f *finder) firstOf(i int) int {
	for k := i; k > 0; k-- {
		switch {
		case f.nodes[k].kind == quoted:
			i = k
		case f.nodes[k].kind != comma && f.key(k) != "и":
			return i
		}
	}
	return i
}

// governs tells whether a verb that neither names nor asks has a quoted node for its object: right behind it, or behind a
// preposition; words that make no term may stand further off.
func (f *finder) governs(c *cue, i int, in *inner) bool {
	i = f.firstOf(i)
	if i == c.node+1 || f.preposition(i-1) && i == c.node+2 {
		return true
	}
	return c.gov&voices == 0 && (in.words > 3 || in.verb || in.act)
}

// reaches tells whether the clause of a cue goes on up to node i: no other verb and no new clause between.
func (f *finder) reaches(c *cue, i int) bool {
	for k := c.node + 1; k < i; k++ {
		switch f.nodes[k].kind {
		case colon, semicolon:
			return false
		}
		if f.finite(k) {
			return false
		}
	}
	return true
}
