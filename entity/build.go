package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
)

// entities makes the result of the clusters, in the order of their first mentions.
func (r *resolver) entities() []Entity {
	first := make([]int, len(r.clusters))
	order := make([]int, len(r.clusters))
	for c := range r.clusters {
		order[c] = c
		slices.SortFunc(r.clusters[c].mentions, func(a, b int) int { return cmp.Compare(r.mentions[a].first, r.mentions[b].first) })
		first[c] = r.mentions[r.clusters[c].mentions[0]].first
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(first[a], first[b]) })
	out := make([]Entity, len(order))
	ids := make([]int, len(r.clusters))
	for i, c := range order {
		out[i] = r.entity(c)
		out[i].ID = i + 1
		ids[c] = i + 1
	}
	countries := r.countries(ids)
	for i, c := range order {
		for k := range r.clusters[c].posts {
			p := &r.clusters[c].posts[k]
			org := 0
			if p.org >= 0 {
				org = ids[r.mentions[p.org].cluster]
			} else if p.country != 0 {
				org = countries[p.country]
			}
			role := r.role(p, p.org < 0 && org != 0)
			role.Org = org
			out[i].Roles = append(out[i].Roles, role)
		}
	}
	return out
}

func (r *resolver) entity(c int) Entity {
	x := &r.clusters[c]
	e := Entity{Type: x.typ, Roles: []Role{}, Mentions: make([]Mention, 0, len(x.mentions))}
	best := -1 << 30
	for _, k := range x.mentions {
		m := &r.mentions[k]
		s := r.doc.Cover(m.first, m.last)
		e.Mentions = append(e.Mentions, Mention{Span: s, Text: s.In(r.doc.Text), Kind: m.kind})
		if m.kind == ByAbbr && e.Abbr == "" {
			e.Abbr = Abbrev(m.text)
		}
		if m.kind > ByAbbr {
			continue
		}
		if n := r.rank(m); n > best {
			best = n
			e.Name = r.fullText(m)
		}
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
	n := len(r.fullText(m))
	if m.typ == Person && len(m.person.parts) > 0 {
		n += 1000 * len(m.person.parts)
		for _, p := range m.person.parts {
			if p.initial {
				n -= 900
			}
		}
		if last := m.person.parts[len(m.person.parts)-1]; last.kind == lex.Patronymic {
			n -= 1500 // without the surname
		}
	}
	if m.kind == ByAbbr {
		n = 1
		if m.owner >= 0 {
			n = 3
		} else if m.adj != 0 {
			n = 2
		}
	}
	return n
}

// fullText is a name with what says whose it is: МИД Китая, китайский МИД.
func (r *resolver) fullText(m *mention) string {
	if m.owner < 0 {
		if m.adj != 0 && everyStates(m.norm) {
			return r.adjective(m) + m.text
		}
		return m.text
	}
	o := &r.mentions[m.owner]
	return m.text + " " + r.clean(o.first, o.last)
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

// countries are the IDs of the places that are countries, by code.
func (r *resolver) countries(ids []int) map[int32]int {
	var out map[int32]int
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.typ != Place || m.last-m.first != 1 {
			continue
		}
		if v, ok := r.doc.Tokens[m.first].Word().Value(lex.Country); ok && out[int32(v)] == 0 {
			if out == nil {
				out = map[int32]int{}
			}
			out[int32(v)] = ids[m.cluster]
		}
	}
	return out
}
