package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
)

// entities makes the result of the clusters, in the order of their first mentions. What belongs to the entities lies in two lists.
func (r *resolver) entities() []Entity {
	n, posts := len(r.clusters), 0
	r.order, r.ids, r.keys = resize(r.order, n), resize(r.ids, n), resize(r.keys, n)
	order, ids := r.order, r.ids
	for c := range r.clusters {
		x := &r.clusters[c]
		posts += len(x.posts)
		slices.SortFunc(x.mentions, func(a, b int32) int { return cmp.Compare(r.mentions[a].first, r.mentions[b].first) })
		r.keys[c] = uint64(r.mentions[x.mentions[0]].first)<<32 | uint64(c)
	}
	slices.Sort(r.keys)
	for i, f := range r.keys {
		order[i] = int(uint32(f))
	}
	out := make([]Entity, n)
	mentions, roles := make([]Mention, 0, len(r.mentions)), make([]Role, 0, posts)
	for i, c := range order {
		ids[c] = i + 1
		from := len(mentions)
		mentions = r.appendMentions(mentions, c)
		out[i] = r.entity(c)
		out[i].ID, out[i].Mentions = i+1, mentions[from:len(mentions):len(mentions)]
	}
	for i, c := range order {
		from := len(roles)
		for k := range r.clusters[c].posts {
			p := &r.clusters[c].posts[k]
			org := 0
			if p.org >= 0 {
				org = ids[r.mentions[p.org].cluster]
			} else if p.country != 0 {
				org = r.countryID(p.country)
			}
			role := r.role(p, p.org < 0 && org != 0)
			role.Org = org
			roles = append(roles, role)
		}
		out[i].Roles = roles[from:len(roles):len(roles)]
	}
	return out
}

// appendMentions appends the mentions of a cluster.
func (r *resolver) appendMentions(dst []Mention, c int) []Mention {
	for _, k := range r.clusters[c].mentions {
		m := &r.mentions[k]
		s := r.doc.Cover(m.first, m.last)
		dst = append(dst, Mention{Span: s, Text: s.In(r.doc.Text), Kind: m.kind})
	}
	return dst
}

// entity is what a cluster tells, but for its mentions and roles.
func (r *resolver) entity(c int) Entity {
	x := &r.clusters[c]
	e := Entity{Type: x.typ}
	var fullest *mention
	best := 0
	for _, k := range x.mentions {
		m := &r.mentions[k]
		if m.kind == ByAbbr && e.Abbr == "" {
			e.Abbr = m.text
		}
		if m.kind > ByAbbr {
			continue
		}
		n := r.rank(m)
		if r.glosses(int(k)) {
			n = 0
		}
		if fullest == nil || n > best {
			best, fullest = n, m
		}
	}
	if fullest != nil {
		e.Name = r.fullText(fullest)
	}
	if x.typ == Person {
		switch x.gender {
		case lex.Masc:
			e.Gender = Male
		case lex.Fem:
			e.Gender = Female
		}
	}
	return e
}

// rank tells how full a name is: its words, then its letters.
func (r *resolver) rank(m *mention) int {
	switch {
	case m.kind != ByAbbr:
	case m.owner >= 0:
		return 3
	case m.adj != 0:
		return 2
	default:
		return 1
	}
	before, behind := r.whose(m)
	n := len(before) + len(m.text) + len(behind)
	if behind != "" {
		n += len(" ")
	}
	if m.typ == Person && len(m.person.parts) > 0 {
		n += 1000 * len(m.person.parts)
		for k := range m.person.parts {
			if m.person.parts[k].initial {
				n -= 900
			}
		}
		if last := &m.person.parts[len(m.person.parts)-1]; last.kind == lex.Patronymic {
			n -= 1500 // without the surname
		}
	}
	return n
}

// fullText is a name with what says whose it is: МИД Китая, китайский МИД.
func (r *resolver) fullText(m *mention) string {
	before, behind := r.whose(m)
	switch {
	case behind != "":
		return m.text + " " + behind
	case before != "":
		return before + m.text
	}
	return m.text
}

// whose is what stands before a name, or behind it, and says whose it is.
func (r *resolver) whose(m *mention) (before, behind string) {
	if m.owner >= 0 {
		o := &r.mentions[m.owner]
		if k := int(m.owner) + 1; o.typ == Place && k < len(r.mentions) && r.mentions[k].typ == Place && r.mentions[k].first == o.last+1 && r.doc.Tokens[o.last].Key() == "и" &&
			m.last-m.first == 1 && formOf(r.doc.Tokens[m.first].Word(), "институт", "общество", "союз", "палата", "ассоциация") {
			return "", r.clean(o.first, r.mentions[k].last) // Институт | США и Канады
		}
		return "", r.clean(o.first, o.last)
	}
	if m.adj != 0 && everyStates(m.norm) {
		before = r.adjective(m)
	}
	return before, ""
}

// adjective is the country's before a name, in the nominative and with a space, as far as it can be told.
func (r *resolver) adjective(m *mention) string {
	t := &r.doc.Tokens[m.first-1]
	w := t.Word()
	gender := w.Gram(lex.Adj|lex.Sing) & lex.Genders
	if gender&lex.Masc != 0 { // японского: of one, or of another
		if head := r.doc.Tokens[m.first].Word().Gram(lex.Sing) & gender; head != 0 && m.kind != ByAbbr {
			gender = head
		} else {
			gender = lex.Masc
		}
	}
	for _, x := range w.Readings {
		if g := x.Gram(); g&lex.Adj != 0 && g&lex.Sing != 0 && g&gender != 0 {
			if s, ok := lex.Inflect(strings.ToLower(inflect.Clean(r.doc.Text[t.Start():t.End()])), x, lex.Adj|lex.Nom|lex.Sing|g&gender); ok {
				return s + " "
			}
		}
	}
	return ""
}

// countryID is the ID of the first place that is the country of a code; 0 for none.
func (r *resolver) countryID(code int32) int {
	if r.countries == nil {
		r.countries = map[int32]int{}
		for i := range r.mentions {
			m := &r.mentions[i]
			if m.typ != Place || m.last-m.first != 1 {
				continue
			}
			if v, ok := r.doc.Tokens[m.first].Word().Value(lex.Country); ok && r.countries[int32(v)] == 0 {
				r.countries[int32(v)] = r.ids[m.cluster]
			}
		}
	}
	return r.countries[code]
}
