package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A part is one word of a person's name.
type part struct {
	text    string // as it stands, clean
	key     string
	initial bool // a letter with a full stop
	fixed   bool // fon, de, al-: it does not decline
	kind    lex.Gram
	cands   []inflect.Candidate
	name    string // in the nominative, once chosen
	norm    string // its key
	glued   bool   // joined to the part before by a hyphen
	inner   bool   // a short part that another follows: it may stay as it is (Ким Чен Ына)
	stays   int    // and how likely that is
}

// personName is a person's name as one mention gives it.
type personName struct {
	parts  []part
	cases  lex.Gram // the cases it can stand in
	gender lex.Gram // Masc, Fem or both
}

// A nameContext is what the words around a person's name say of it.
type nameContext struct {
	cases  lex.Gram // cases it is asked for in; 0 for any
	strict bool     // and no other
	gender lex.Gram
}

// weigh is how likely a case and a gender are before the name is looked at.
func (cx nameContext) weigh(c, g lex.Gram) (n int) {
	switch c {
	case lex.Nom:
		n = 5
	case lex.Gen:
		n = 3
	case lex.Dat, lex.Ins:
		n = 1
	}
	switch {
	case cx.cases&c != 0:
		n += 4
	case cx.cases != 0 && cx.strict:
		n -= 12
	}
	if cx.gender != 0 && cx.gender&g == 0 {
		n -= 8
	}
	return n
}

// readPerson takes the name in a span apart and puts it into the nominative: the case and the gender are those that all the
// parts allow and that are likeliest together. cx is what the sentence says of the case; seen tells whether a word
// stands elsewhere in the text as the name would in the nominative.
func readPerson(doc *parse.Document, s span, cx nameContext, seen func(key string) bool) personName {
	var n personName
	for i := s.first; i < s.last; i++ {
		t := &doc.Tokens[i]
		if t.Kind() != parse.Word {
			continue
		}
		n.add(doc, t, i+1 < len(doc.Tokens) && doc.Tokens[i+1].Is('.') && !doc.Tokens[i+1].Spaced())
	}
	for i := range max(0, len(n.parts)-1) {
		p := &n.parts[i]
		korean := len(n.parts) == 3 && n.short()
		p.inner = len(p.key) <= 8 && (p.kind == 0 || korean)
		if korean {
			p.stays = 5
		}
	}
	n.choose(cx, seen)
	return n
}

// add takes one word; the parts of a word with a hyphen are parts of the name.
func (n *personName) add(doc *parse.Document, t *parse.Token, stop bool) {
	text := inflect.Clean(doc.Text[t.Start():t.End()])
	w := t.Word()
	letters := utf8.RuneCountInString(text)
	switch {
	case stop && (letters == 1 || letters == 2 && t.Shape()&parse.Title != 0):
		n.parts = append(n.parts, part{text: text, key: w.Key, initial: true})
		return
	case strings.ContainsAny(text, "-‐‑") && w.Key != "":
		keys, texts := strings.Split(w.Key, "-"), strings.FieldsFunc(text, func(r rune) bool { return r == '-' || r == '‐' || r == '‑' })
		if len(keys) == len(texts) {
			for i, k := range keys {
				n.parts = append(n.parts, newPart(texts[i], k, nil))
				n.parts[len(n.parts)-1].glued = i > 0
			}
			return
		}
	}
	n.parts = append(n.parts, newPart(text, w.Key, w))
}

// short tells whether every part has at most four letters, as in Korean names.
func (n *personName) short() bool {
	return !slices.ContainsFunc(n.parts, func(p part) bool { return len(p.key) > 8 })
}

// newPart finds what the word may be in the nominative.
func newPart(text, key string, w *lex.Word) part {
	p := part{text: text, key: key}
	if r, _ := utf8.DecodeRuneInString(text); strings.ToLower(string(r)) == string(r) || !cyrillic(key) {
		p.fixed = true
		return p
	}
	if w == nil {
		w = look(key)
	}
	p.cands = inflect.Known(p.cands, w, lex.Names)
	for _, r := range w.Readings {
		if r.Lemma != 0 {
			p.kind |= r.Gram() & lex.Names
		}
	}
	known := len(p.cands)
	if p.kind&lex.Patronymic == 0 {
		p.cands = inflect.Surname(p.cands, key)
	}
	if p.kind != 0 {
		for i := range p.cands[known:] {
			p.cands[known+i].Weight -= 4
		}
	}
	return p
}

func cyrillic(key string) bool {
	for i := 0; i < len(key); i++ {
		if key[i] == 0xD0 || key[i] == 0xD1 {
			return true
		}
	}
	return false
}

// look reads a word that is no token of its own.
func look(key string) *lex.Word {
	v := lex.Borrow()
	defer v.Return()
	fold := []byte(lex.Fold(key))
	h := lex.HashSeed
	for _, c := range fold {
		h = lex.HashNext(h, c)
	}
	if len(fold) > lex.MaxLetters {
		return lex.None
	}
	return v.Word(fold, h)
}

// choose settles case and gender, and with them the nominative of every part.
func (n *personName) choose(cx nameContext, seen func(string) bool) {
	best, other := -1<<30, -1<<30 // of both genders
	for c := lex.Nom; c <= lex.Loc; c <<= 1 {
		for _, g := range [...]lex.Gram{lex.Masc, lex.Fem} {
			score := cx.weigh(c, g)
			for i := range n.parts {
				_, s := n.parts[i].best(c, g, seen)
				score += s
			}
			switch {
			case score > best:
				if g != n.gender {
					other = best
				}
				best, n.cases, n.gender = score, c, g
			case g != n.gender:
				other = max(other, score)
			}
		}
	}
	for i := range n.parts {
		p := &n.parts[i]
		p.name, p.norm = p.text, p.key
		if c, _ := p.best(n.cases, n.gender, seen); c != nil {
			p.name, p.norm = c.Text(p.text), c.Key
		}
	}
	if other >= best-2 {
		n.gender = lex.Masc | lex.Fem
	}
}

// best is the likeliest candidate of a part in one case and gender, and its weight; nil where the part stays as it is.
func (p *part) best(c, g lex.Gram, seen func(string) bool) (*inflect.Candidate, int) {
	if p.initial || p.fixed {
		return nil, 0
	}
	var out *inflect.Candidate
	best := -6
	if p.inner {
		best = p.stays
	}
	for i := range p.cands {
		k := &p.cands[i]
		if k.Cases&c == 0 || k.Gender&g == 0 {
			continue
		}
		w := k.Weight
		if seen != nil && k.Off+len(k.Ending) > 0 && seen(k.Key) {
			w += 5
		}
		if w > best {
			out, best = k, w
		}
	}
	return out, best
}

// text is the name in the nominative, given name before surname.
func (n *personName) text() string {
	parts := n.ordered()
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			if p.glued {
				b.WriteByte('-')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(p.name)
		if p.initial {
			b.WriteByte('.')
		}
	}
	return b.String()
}

// ordered puts a surname that stands first behind given name and patronymic, or behind the initials.
func (n *personName) ordered() []part {
	p := n.parts
	if len(p) < 2 || p[0].initial || p[0].glued || p[1].glued {
		return p
	}
	last := len(p) - 1
	behind := p[last].kind&lex.Patronymic != 0 && p[last].kind&lex.Surname == 0 && p[1].kind&lex.Given != 0 && len(p) == 3 ||
		len(p) == 2 && p[0].kind&lex.Surname != 0 && p[0].kind&lex.Given == 0 && p[1].kind&lex.Given != 0 && p[1].kind&lex.Surname == 0 ||
		allInitials(p[1:])
	if !behind {
		return p
	}
	return append(slices.Clone(p[1:]), p[0])
}

func allInitials(p []part) bool {
	return !slices.ContainsFunc(p, func(x part) bool { return !x.initial })
}
