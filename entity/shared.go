package entity

import (
	"slices"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// Names in a list share the noun that stands behind the last of them: Московской и Тверской областей, Северной и Южной Кореи.

// A list is adjectives with capitals that share a noun: the first and the last of them, the noun, and the cases they can have together.
type list struct {
	first, last, noun int
	cases             lex.Gram
}

// maxShared is how far, in tokens, the first and the noun of a list can be from a name in it.
const maxShared = 16

// listOf finds the list that the name at token i is in. Each second token is a member.
func listOf(doc *parse.Document, i int) (l list, ok bool) {
	t := doc.Tokens
	if l.cases = sharing(&t[i]); l.cases == 0 {
		return l, false
	}
	l.first, l.last = i, i
	for least := max(0, i-maxShared); l.first-2 >= least && lists(&t[l.first-1]) && l.cases&sharing(&t[l.first-2]) != 0; {
		l.first -= 2
		l.cases &= sharing(&t[l.first])
	}
	end := min(len(t), i+maxShared)
	for l.last+2 < end && lists(&t[l.last+1]) && l.cases&sharing(&t[l.last+2]) != 0 {
		l.last += 2
		l.cases &= sharing(&t[l.last])
	}
	l.noun = l.last + 1
	for l.noun+1 < end && small(&t[l.noun]) && t[l.noun].Word().Can(lex.Adj|lex.Plur) && small(&t[l.noun+1]) && t[l.noun+1].Word().Can(lex.Noun) {
		l.noun++ // Ямало-Ненецкого автономных | округов
	}
	return l, l.last > l.first && l.noun < end && t[l.noun].Kind() == parse.Word
}

// lists tells the tokens that join the members of a list.
func lists(t *parse.Token) bool { return t.Is(',') || t.Key() == "и" || t.Key() == "или" }

func small(t *parse.Token) bool { return t.Kind() == parse.Word && t.Shape()&parse.Capital == 0 }

// sharing is the cases of an adjective with a capital, as those are that share a noun; 0 for any other token.
func sharing(t *parse.Token) (cases lex.Gram) {
	w := t.Word()
	if t.Shape()&parse.Title == 0 || !w.Can(lex.Adj|lex.Sing) || w.Can(lex.Given) {
		return 0
	}
	for _, a := range w.Readings {
		if g := a.Gram(); g&lex.Adj != 0 && g&lex.Sing != 0 && g&(lex.Apro|lex.Fixed|lex.Anim) == 0 {
			cases |= g & lex.Cases
		}
	}
	return cases
}

// members gives each member of a list with a noun in the plural a name of its own, where one of them has a name or all have one
// together: Кировского и | Фрунзенского районов. What it changes is made in the room of another list; changed is false where nothing is.
func members(room []span, doc *parse.Document, spans []span) (out []span, changed bool) {
	at := 0 // tokens before it are done
	for i, s := range spans {
		l, typ, ok := list{}, s.typ, false
		if s.first >= at && s.typ != Person {
			if l, ok = listOf(doc, s.first); ok {
				typ, ok = l.typ(doc, typ)
				ok = ok && l.holds(spans[i:])
				ok = ok && (i == 0 || spans[i-1].first >= l.first || spans[i-1].last <= l.first) // Анна Северная и …
			}
		}
		if ok && !changed {
			out, changed = append(slices.Grow(room[:0], len(spans)+4), spans[:i]...), true
		}
		switch {
		case ok:
			for len(out) > 0 && out[len(out)-1].last > l.first {
				out = out[:len(out)-1]
			}
			for k := l.first; k < l.last; k += 2 {
				out = append(out, span{k, k + 1, typ})
			}
			at = l.noun + 1
			out = append(out, span{l.last, at, typ})
		case changed && s.first >= at:
			out = append(out, s)
		}
	}
	return out, changed
}

// holds tells whether the names that begin in a list end with it.
func (l *list) holds(spans []span) bool {
	for _, s := range spans {
		if s.first > l.noun {
			break
		}
		if s.last > l.noun+1 {
			return false
		}
	}
	return true
}

// typ is the type of a list's members, the one given where the noun leaves it open; ok is false for a noun that does not tell them to be
// names.
func (l *list) typ(doc *parse.Document, given Type) (_ Type, ok bool) {
	t := &doc.Tokens[l.noun]
	w := t.Word()
	if t.Shape()&parse.Title != 0 && w.Gram(lex.Noun|lex.Place|lex.Sing)&l.cases != 0 { // Северной и Южной Кореи
		return Place, true
	}
	v, org := w.Value(lex.OrgNoun)
	place := w.Is(lex.PlaceNoun)
	if !place && !org || w.Gram(lex.Noun|lex.Plur)&l.cases == 0 {
		return given, false
	}
	switch {
	case v&lex.Building != 0 || w.Is(lex.MediaNoun):
		return given, true
	case place && !org:
		return Place, true
	case org && !place:
		return Org, true
	}
	return given, true
}

// shareNoun gives a name that is a member of a list the noun it shares, in the nominative: Московская область. It tells whether there
// is one.
func (r *resolver) shareNoun(m *mention) bool {
	l, ok := listOf(r.doc, m.first)
	if !ok || m.last > l.noun+1 {
		return false
	}
	for _, n := range r.doc.Tokens[l.noun].Word().Readings {
		if text, ok := r.withNoun(m.first, l, n); ok {
			m.text, m.norm = text, key(text)
			return true
		}
	}
	return false
}

// withNoun is the adjective at token i with what a list shares, the noun read as n, in the nominative singular; ok is false where they do
// not agree. A noun in the singular is shared where it is a name or says what kind of place it is.
func (r *resolver) withNoun(i int, l list, n lex.Reading) (text string, ok bool) {
	g, t := n.Gram(), &r.doc.Tokens[l.noun]
	if g&lex.Noun == 0 || g&l.cases == 0 || g&(lex.Guessed|lex.Names|lex.Fixed) != 0 || g&lex.Genders == 0 || g&lex.Plur == 0 && !t.Word().Is(lex.PlaceNoun) && t.Shape()&parse.Title == 0 {
		return "", false
	}
	gender := g & lex.Genders & -(g & lex.Genders)
	g = g&^lex.Cases | g&l.cases
	text, ok = r.agreeing(i, g, gender, true)
	for k := l.last + 1; ok && k < l.noun; k++ {
		var s string
		s, ok = r.agreeing(k, g, gender, false)
		text += " " + s
	}
	if !ok {
		return "", false
	}
	s, ok := lex.Inflect(r.clean(l.noun, l.noun+1), n, lex.Nom|lex.Sing)
	return text + " " + s, ok
}

// agreeing is the adjective at token i in the nominative singular of a gender, where it can stand in a case of the noun: one in the
// singular with that gender, or one that has the noun's number.
func (r *resolver) agreeing(i int, noun, gender lex.Gram, single bool) (string, bool) {
	for _, a := range r.doc.Tokens[i].Word().Readings {
		g := a.Gram()
		if g&(lex.Adj|lex.Participle) == 0 || g&noun&lex.Cases == 0 || g&lex.Superlative != 0 {
			continue
		}
		if single && (g&lex.Sing == 0 || g&gender == 0) || !single && !inflect.Agree(g, noun) {
			continue
		}
		return lex.Inflect(r.clean(i, i+1), a, lex.Nom|lex.Sing|gender|g&(lex.Adj|lex.Participle|lex.Active|lex.Passive|lex.Tenses))
	}
	return "", false
}
