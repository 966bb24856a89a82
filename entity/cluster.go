package entity

import (
	"slices"
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// join puts a mention into a cluster.
func (r *resolver) join(m, c int) {
	r.mentions[m].cluster = int32(c)
	r.clusters[c].mentions = append(r.clusters[c].mentions, int32(m))
}

// found starts a cluster with a mention.
func (r *resolver) found(m int) int {
	c := len(r.clusters)
	if c < cap(r.clusters) {
		r.clusters = r.clusters[:c+1] // with the room of one before
		r.clusters[c].typ = r.mentions[m].typ
	} else {
		r.clusters = append(r.clusters, cluster{typ: r.mentions[m].typ})
	}
	r.join(m, c)
	return c
}

// persons groups the names of persons: the fullest first, so that a surname finds the full name wherever that stands.
func (r *resolver) persons() {
	const fullest = 1 << 20
	order := r.keys[:0]
	for i := range r.mentions {
		if r.mentions[i].typ == Person {
			order = append(order, uint64(fullest-r.fullness(i))<<32|uint64(i))
		}
	}
	r.keys = order
	slices.Sort(order)
	for _, key := range order {
		i := int(uint32(key))
		if r.mentions[i].cluster >= 0 {
			continue
		}
		c := r.personCluster(i)
		if c < 0 && r.respell(i) {
			c = r.personCluster(i)
		}
		if c < 0 {
			c = r.found(i)
		} else {
			r.settle(i, c)
			r.join(i, c)
		}
		r.index(i, c)
		if k := r.gloss(i); k >= 0 && r.mentions[k].cluster < 0 {
			r.join(k, c)
			r.index(k, c)
		}
	}
}

// respell gives a full name the surname of a person named before who has the same given name and a surname that but for a slip is the
// same: Рощининн, Рощинин. It tells whether there is one.
func (r *resolver) respell(i int) bool {
	m := &r.mentions[i]
	if len(m.person.parts) != 2 {
		return false
	}
	given, p := &m.person.parts[0], &m.person.parts[1]
	if given.kind&lex.Given == 0 || given.initial || p.initial {
		return false
	}
	for _, c := range latest(r.byName.get(given.norm), clustersBack) {
		full := r.mentions[r.clusters[c].mentions[0]].person.parts
		if len(full) == 2 && full[0].norm == given.norm && slip(full[1].norm, p.norm) {
			p.norm, p.name = full[1].norm, full[1].name
			m.text = m.person.text()
			return true
		}
	}
	return false
}

// slip tells whether two surnames differ as a word and one mistyped do: by a letter doubled, two letters in each other's place or one
// vowel for another inside the word.
func slip(a, b string) bool {
	const least = 6 // letters
	if min(len(a), len(b)) < len("а") || a[:len("а")] != b[:len("а")] {
		return false // most: of a text of a thousand Ivans
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < least || len(y)-len(x) > 1 {
		return false
	}
	k := 0
	for k < len(x) && x[k] == y[k] {
		k++
	}
	switch {
	case k == 0 || k == len(y):
		return false
	case len(y) > len(x):
		return y[k] == y[k-1] && slices.Equal(x[k:], y[k+1:])
	case k+2 > len(x)-1: // what differs at the end is rather another name
		return false
	case x[k] == y[k+1] && x[k+1] == y[k] && slices.Equal(x[k+2:], y[k+2:]):
		return true
	}
	return strings.ContainsRune("аеиоуыэюя", x[k]) && strings.ContainsRune("аеиоуыэюя", y[k]) && slices.Equal(x[k+1:], y[k+1:])
}

// gloss is the person's name right behind mention i, in brackets and in Latin letters: Джо Байден (Joe Biden); -1 for none.
func (r *resolver) gloss(i int) int {
	first, last, ok := r.bracket(r.mentions[i].last)
	if !ok {
		return -1
	}
	k := int(r.at[first])
	if k < 0 || r.mentions[k].typ != Person || r.mentions[k].last > last || r.doc.Tokens[first].Shape()&parse.Cyrillic != 0 {
		return -1
	}
	return k
}

// glosses tells whether mention i is the gloss of a person's name.
func (r *resolver) glosses(i int) bool {
	first := r.mentions[i].first
	if first < 2 || !r.doc.Tokens[first-1].Is('(') || r.doc.Tokens[first].Shape()&parse.Latin == 0 {
		return false
	}
	k := int(r.at[first-2])
	return k >= 0 && r.mentions[k].typ == Person && r.doc.Tokens[r.mentions[k].first].Shape()&parse.Cyrillic != 0
}

// fullness counts the words of a name; initials count little, what glosses a name nothing.
func (r *resolver) fullness(i int) int {
	if r.glosses(i) {
		return 0
	}
	n := 0
	parts := r.mentions[i].person.parts
	for k := range parts {
		n += 4
		if parts[k].initial {
			n -= 3
		}
	}
	return n
}

// index enters a person's cluster under the words of one mention.
func (r *resolver) index(i, c int) {
	m := &r.mentions[i]
	for k := range m.person.parts {
		p := &m.person.parts[k]
		if !p.initial {
			r.enter(p.norm, c)
		}
	}
	if g := m.person.shown; g != lex.Masc|lex.Fem && len(m.person.parts) > 1 {
		r.clusters[c].gender |= g
	}
}

// enter enters a cluster under a key.
func (r *resolver) enter(key string, c int) {
	if all := r.byName.get(key); len(all) == 0 {
		r.byName.put(key, r.lists.Put(c)) // most stay so
	} else if !slices.Contains(latest(all, clustersBack), c) {
		r.byName.put(key, append(all, c))
	}
}

// How far back clusters and their mentions are looked through: a text of a thousand Ivans takes linear time too.
const (
	clustersBack = 64
	mentionsBack = 32
)

// personCluster finds the person a name can be of; of several the one named last before it, else the first. -1 for none.
func (r *resolver) personCluster(i int) int {
	m := &r.mentions[i]
	p := m.person.rarest(&r.byName)
	if p == nil {
		return -1
	}
	best, bestAt := -1, -1
	p.each(func(norm string) {
		for _, c := range latest(r.byName.get(norm), clustersBack) {
			if !r.fits(m, c) {
				continue
			}
			if at := r.lastBefore(c, i); best < 0 || at > bestAt {
				best, bestAt = c, at
			}
		}
	})
	return best
}

// rarest is the part of a name that fewest clusters share, nil where there are initials alone. A patronymic is asked last: the
// fuller name may be told without.
func (n *personName) rarest(byName *table[[]int]) (rarest *part) {
	least := 0
	for k := range n.parts {
		p := &n.parts[k]
		if p.initial {
			continue
		}
		if len(n.parts) == 1 {
			return p
		}
		count := 0
		p.each(func(norm string) { count += len(byName.get(norm)) })
		if p.kind == lex.Patronymic {
			count += 1 << 30
		}
		if rarest == nil || count < least {
			rarest, least = p, count
		}
	}
	return rarest
}

// each yields the nominatives a part may have, the one chosen first.
func (p *part) each(yield func(norm string)) {
	yield(p.norm)
	for k := range p.cands {
		if p.cands[k].Key != p.norm {
			yield(p.cands[k].Key)
		}
	}
}

// latest is the end of a list, at most n long.
func latest[T any](list []T, n int) []T { return list[max(0, len(list)-n):] }

// lastBefore is the last mention of a cluster before mention i, -1 for none.
func (r *resolver) lastBefore(c, i int) int {
	all := r.clusters[c].mentions
	last := -1
	if k := int(all[0]); k < i {
		last = k
	}
	for _, k := range latest(all, mentionsBack) {
		if int(k) < i {
			last = max(last, int(k))
		}
	}
	return last
}

// fits tells whether a name can be that of a cluster: each of its words is one of the fuller name's, in the nominative
// chosen or another one its form may have.
func (r *resolver) fits(m *mention, c int) bool {
	full := &r.mentions[r.clusters[c].mentions[0]].person
	if g := m.person.shown & full.shown; g == 0 && len(m.person.parts) > 1 || m.person.told && m.person.gender&full.gender == 0 && full.has(lex.Given|lex.Patronymic) {
		return false
	}
	used := 0
	for k := range m.person.parts {
		p := &m.person.parts[k]
		at := full.find(p, used)
		if at < 0 && (p.kind == lex.Patronymic || p.initial && k > 0) && !full.has(lex.Patronymic) {
			continue
		}
		if at < 0 {
			return false
		}
		used |= 1 << min(at, 30)
	}
	return true
}

// has tells whether a part of the name is of a kind.
func (n *personName) has(kind lex.Gram) bool {
	for i := range n.parts {
		if n.parts[i].kind&kind != 0 {
			return true
		}
	}
	return false
}

// find is the part of a name that p is, of those not used yet; -1 for none.
func (n *personName) find(p *part, used int) int {
	for i := range n.parts {
		q := &n.parts[i]
		if used>>min(i, 30)&1 != 0 {
			continue
		}
		switch {
		case p.initial || q.initial:
			if p.kind&lex.Surname == 0 && strings.HasPrefix(q.norm, p.key) || q.initial && strings.HasPrefix(p.norm, q.key) {
				return i
			}
		case p.norm == q.norm, p.can(q.norm), p.key == q.norm && !strings.HasSuffix(p.key, "а") && !strings.HasSuffix(p.key, "я"):
			return i
		}
	}
	return -1
}

// can tells whether a nominative is one that the part may have.
func (p *part) can(norm string) bool {
	for i := range p.cands {
		if p.cands[i].Key == norm && p.cands[i].Weight >= 0 {
			return true
		}
	}
	return false
}

// settle gives a name the nominatives of the person it was found to be.
func (r *resolver) settle(i, c int) {
	full := &r.mentions[r.clusters[c].mentions[0]].person
	m := &r.mentions[i].person
	used, changed := 0, false
	for k := range m.parts {
		p := &m.parts[k]
		at := full.find(p, used)
		if at < 0 {
			continue
		}
		used |= 1 << min(at, 30)
		if q := &full.parts[at]; !p.initial && !q.initial && p.norm != q.norm {
			p.norm, p.name, changed = q.norm, q.name, true
		}
	}
	if changed {
		r.mentions[i].text = m.text()
	}
}

// turns are how often the names of things are gone through: those that say whose they are come first, Большой behind Большой театр.
const turns = 3

// turn is when a thing's name is looked at.
func (m *mention) turn() int {
	switch {
	case m.owner >= 0 || m.adj != 0:
		return 0
	case m.elliptic:
		return 2
	}
	return 1
}

// group groups the names of places or organisations.
func (r *resolver) group(typ Type) {
	r.byName.clear()
	for turn := range turns {
		for i := range r.mentions {
			m := &r.mentions[i]
			if m.typ != typ || m.cluster >= 0 || m.turn() != turn {
				continue
			}
			c := r.thingCluster(i)
			if c < 0 {
				c = r.found(i)
			} else {
				r.join(i, c)
			}
			r.enter(r.identify(m), c)
		}
	}
	for c := range r.clusters {
		if x := &r.clusters[c]; x.typ == typ && len(x.mentions) > 1 {
			r.vote(c)
		}
	}
}

// vote settles the nominative of a name of one word that stands in several forms: the one that suits them best together.
func (r *resolver) vote(c int) {
	all := r.clusters[c].mentions
	norm := r.mentions[all[0]].norm
	if !slices.ContainsFunc(all, func(k int32) bool { return len(r.mentions[k].alts) > 1 || r.mentions[k].norm != norm }) {
		return
	}
	sum := map[string]int{}
	for _, k := range r.clusters[c].mentions {
		once := map[string]int{}
		for _, a := range r.mentions[k].alts {
			once[a.key] = max(once[a.key], int(a.weight)+10)
		}
		for key, w := range once {
			sum[key] += w
		}
	}
	best := ""
	for key, w := range sum {
		if best == "" || w > sum[best] || w == sum[best] && key < best {
			best = key
		}
	}
	for _, k := range r.clusters[c].mentions {
		m := &r.mentions[k]
		for _, a := range m.alts {
			if a.key == best && m.norm != best {
				m.norm, m.same = best, ""
				m.text = lex.Replace(r.clean(m.first, m.last), int(a.off), a.ending)
				if m.typ == Place {
					m.text = quieter(m.text, r.doc.Tokens[m.first:m.last])
				}
			}
		}
	}
}

// identity is the key under which all well-known names of one thing meet. A state whose full name the text introduces with its
// abbreviation, Китайская Народная Республика (КНР), goes by that name.
func (r *resolver) identity(norm string) string {
	if r.formal[norm] {
		return norm
	}
	if a, ok := alias(norm); ok {
		return a
	}
	return norm
}

// identify is the identity of a mention.
func (r *resolver) identify(m *mention) string {
	if m.same == "" {
		m.same = r.identity(m.norm)
	}
	return m.same
}

// thingCluster finds the place or organisation a name can be of.
func (r *resolver) thingCluster(i int) int {
	m := &r.mentions[i]
	best, bestAt := -1, -2
	try := func(k string) {
		for _, c := range latest(r.byName.get(k), clustersBack) {
			if !r.sameOwner(m, c) {
				continue
			}
			if at := r.lastBefore(c, i); at > bestAt {
				best, bestAt = c, at
			}
		}
	}
	try(r.identify(m))
	if best < 0 {
		for _, a := range m.alts {
			try(r.identity(a.key))
		}
	}
	if best < 0 && m.elliptic {
		best = r.beginsWith(m)
	}
	return best
}

// beginsWith is the thing of one of the last names that begin with an adjective that stands alone, -1 for none.
func (r *resolver) beginsWith(m *mention) int {
	for c := len(r.clusters) - 1; c >= max(0, len(r.clusters)-clustersBack); c-- {
		if r.clusters[c].typ != m.typ {
			continue
		}
		full := r.mentions[r.clusters[c].mentions[0]].norm
		if rest, ok := strings.CutPrefix(full, m.norm); ok && strings.HasPrefix(rest, " ") {
			return c
		}
	}
	return -1
}

// sameOwner tells whether a mention is of the same country's or organisation's as a cluster, as far as either says.
func (r *resolver) sameOwner(m *mention, c int) bool {
	mine := r.ownerKey(m)
	if mine == "" {
		return true
	}
	for _, k := range latest(r.clusters[c].mentions, mentionsBack) {
		if theirs := r.ownerKey(&r.mentions[k]); theirs != "" {
			return theirs == mine
		}
	}
	return true
}

// ownerKey tells whose an organisation is: the key of the country's name, of an adjective's country or of another organisation.
func (r *resolver) ownerKey(m *mention) string {
	if m.owner >= 0 {
		o := &r.mentions[m.owner]
		if o.typ == Person {
			return r.doc.Tokens[o.last-1].Key() // Фонд Егора Рощина, Фонд Рощина
		}
		if w := r.doc.Tokens[o.first].Word(); o.last-o.first == 1 && w.Is(lex.Country) {
			v, _ := w.Value(lex.Country)
			return lex.DecodeCode(int32(v))
		}
		return r.identify(o)
	}
	if m.adj != 0 {
		return lex.DecodeCode(m.adj)
	}
	return ""
}
