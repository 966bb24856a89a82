package entity

import (
	"slices"
	"strings"
	"unicode"
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
	alone   bool   // the name has no other part
}

// personName is a person's name as one mention gives it.
type personName struct {
	parts  []part
	cases  lex.Gram // the cases it can stand in
	gender lex.Gram // Masc, Fem or both
	told   bool     // the verb beside it tells the gender
}

// A nameContext is what the words around a person's name say of it.
type nameContext struct {
	cases   lex.Gram // cases it is asked for in; 0 for any
	strict  bool     // and no other
	subject lex.Gram // the gender of the verb whose subject it is if it stands in the nominative; 0 for none
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
	if c == lex.Nom && cx.subject != 0 {
		if cx.subject&g == 0 {
			return n - 8
		}
		n += 3
	}
	return n
}

// readPerson takes the name in a span apart and puts it into the nominative: the case and the gender are those that all the
// parts allow and that are likeliest together. cx is what the sentence says of them.
func (r *resolver) readPerson(s span, cx nameContext) personName {
	first := len(r.partRoom)
	t := r.doc.Tokens
	for i := s.first; i < s.last; i++ {
		if t[i].Kind() == parse.Word {
			r.addPart(&t[i], i+1 < len(t) && t[i+1].Is('.') && !t[i+1].Spaced())
		}
	}
	n := personName{parts: r.partRoom[first:]}
	korean := n.korean()
	for i := range n.parts {
		p := &n.parts[i]
		p.alone = len(n.parts) == 1
		if korean {
			p.cands = inflect.Surname(nil, p.key)
			p.stays = 5
		}
		p.inner = i+1 < len(n.parts) && len(p.key) <= 8 && (p.kind == 0 || korean) && (!korean || i > 0 || koreanSurname(p.key))
	}
	n.choose(cx, r.seen)
	return n
}

// addPart takes one word of a name; the parts of a word with a hyphen are parts of the name.
func (r *resolver) addPart(t *parse.Token, stop bool) {
	text := inflect.Clean(r.doc.Text[t.Start():t.End()])
	w := t.Word()
	if letters := utf8.RuneCountInString(text); stop && (letters == 1 || letters == 2 && t.Shape()&parse.Title != 0) {
		r.partRoom = append(r.partRoom, part{text: text, key: w.Key, initial: true})
		return
	}
	if strings.ContainsAny(text, hyphens) && w.Key != "" {
		keys, texts := strings.Split(w.Key, "-"), strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(hyphens, c) })
		if len(keys) == len(texts) {
			for i, k := range keys {
				p := r.newPart(texts[i], k, look(k))
				p.glued = i > 0
				r.partRoom = append(r.partRoom, p)
			}
			return
		}
	}
	r.partRoom = append(r.partRoom, r.newPart(text, w.Key, w))
}

const hyphens = "-‐‑"

// korean tells whether a name is one like Ким Чен Ын: of three short parts, the first a frequent Korean surname. They only look
// like other words; the last part declines, and the first as a rule.
func (n *personName) korean() bool {
	const letters = 4
	if len(n.parts) != 3 || slices.ContainsFunc(n.parts, func(p part) bool { return p.initial || p.fixed || len(p.key) > 2*letters }) {
		return false
	}
	first := &n.parts[0]
	if koreanSurname(first.key) {
		return true
	}
	return slices.ContainsFunc(inflect.Surname(nil, first.key), func(c inflect.Candidate) bool { return koreanSurname(c.Key) })
}

// koreanSurname knows the surnames of four Koreans in five, as Russian news writes them (census of the Republic of Korea, 2015).
func koreanSurname(key string) bool {
	switch key {
	case "ким", "ли", "пак", "чхве", "цой", "чон", "кан", "чо", "юн", "чан", "лим", "хан", "син", "со", "квон", "хван", "ан", "сон", "хон", "чу", "мун", "пэ":
		return true
	}
	return false
}

// newPart finds what the word may be in the nominative.
func (r *resolver) newPart(text, key string, w *lex.Word) part {
	p := part{text: text, key: key}
	if c, _ := utf8.DecodeRuneInString(text); unicode.ToLower(c) == c || !cyrillic(key) {
		p.fixed = true
		return p
	}
	for _, x := range w.Readings {
		if g := x.Gram(); x.Lemma != 0 && g&lex.Numbers != lex.Plur {
			p.kind |= g & lex.Names
		}
	}
	first := len(r.candRoom)
	r.candRoom = inflect.Known(r.candRoom, w, lex.Names)
	byEnding := len(r.candRoom)
	if p.kind&lex.Patronymic == 0 {
		r.candRoom = inflect.Surname(r.candRoom, key)
	}
	if p.kind != 0 {
		for i := range r.candRoom[byEnding:] {
			r.candRoom[byEnding+i].Weight -= 4
		}
	}
	p.cands = r.candRoom[first:]
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
	return v.Word([]byte(lex.Fold(key)))
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
	n.told = n.cases == lex.Nom && cx.subject == n.gender
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
			if p.alone {
				w += 3 // Данна behind Питер Данн
			}
		}
		if w > best {
			out, best = k, w
		}
	}
	return out, best
}

// unchanged tells whether the name stands as it would in the nominative.
func (n *personName) unchanged() bool {
	return !slices.ContainsFunc(n.parts, func(p part) bool { return p.name != p.text })
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
