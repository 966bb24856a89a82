package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A mention is one of an entity, by its tokens.
type mention struct {
	first, last int32
	entity      int32 // its place in the list; -1 for a name no entity has
	typ         entity.Type
	kind        entity.MentionKind
	case_       uint8 // what upright found out: 0 nothing yet
}

// read lists the mentions of the entities and notes by token where they are.
func (f *finder) read(entities []entity.Entity) {
	n := 0
	for i := range entities {
		n += len(entities[i].Mentions)
	}
	f.mentions = slices.Grow(f.mentions[:0], n+n/8) // with room for unlisted ones
	f.at = resize(f.at, len(f.doc.Tokens))
	clear(f.at)
	for i := range entities {
		e := &entities[i]
		for k := range e.Mentions {
			m := &e.Mentions[k]
			if m.Start < 0 || m.End > len(f.doc.Text) || m.Start >= m.End {
				continue
			}
			first := f.tokenAt(m.Start)
			last := first
			for last < len(f.doc.Tokens) && f.doc.Tokens[last].Start() < m.End {
				last++
			}
			if first < last {
				f.put(mention{first: int32(first), last: int32(last), entity: int32(i), typ: e.Type, kind: m.Kind})
			}
		}
	}
}

// put adds a mention. A name is noted rather than a role or pronoun at the same tokens.
func (f *finder) put(m mention) {
	f.mentions = append(f.mentions, m)
	for t := m.first; t < m.last; t++ {
		if old := f.at[t] - 1; old < 0 || !f.names(old) {
			f.at[t] = int32(len(f.mentions))
		}
	}
}

// names tells whether a mention is by name.
func (f *finder) names(m int32) bool { return f.mentions[m].kind <= entity.ByAbbr }

// mentioned is the mention a token belongs to, -1 for none.
func (f *finder) mentioned(token int32) int32 {
	f.steps++
	return f.at[token] - 1
}

// foreignLike tells whether a token can begin a name that unlisted makes.
func (f *finder) foreignLike(i int) bool {
	t := f.doc.Tokens
	return t[i].Shape()&parse.Latin != 0 || i+1 < len(t) && t[i+1].Is('.') && !t[i+1].Spaced()
}

// unlisted makes a mention of the name that begins at token i, before last, and that no entity has: words in Latin letters
// with capitals, an address on the net.
func (f *finder) unlisted(i, last int) {
	end := f.latinName(i, last)
	if end == i {
		end = f.address(i, last)
	}
	if end > i {
		f.put(mention{first: int32(i), last: int32(end), entity: -1, typ: entity.Org, kind: entity.ByName})
	}
}

// latinName is where the words in Latin letters with capitals end that begin at token i: The Bank of England.
func (f *finder) latinName(i, last int) int {
	end := i
	for k := i; k < min(last, i+12); k++ {
		t := &f.doc.Tokens[k]
		if t.Kind() != parse.Word || t.Shape()&parse.Latin == 0 || t.Shape()&parse.Cyrillic != 0 || f.at[k] != 0 || k > i && !t.Spaced() {
			break
		}
		if t.Shape()&(parse.Capital|parse.Mixed) != 0 {
			end = k + 1
		} else if k == i {
			break
		}
	}
	return end
}

// address is where an address on the net that begins at token i ends: lenta.ru, Весть.рф.
func (f *finder) address(i, last int) int {
	t := f.doc.Tokens
	if i+2 >= last || !t[i+1].Is('.') || t[i+1].Spaced() || t[i+2].Spaced() || t[i].Kind() != parse.Word || t[i+2].Kind() != parse.Word || f.at[i] != 0 {
		return i
	}
	if t[i+2].Shape()&parse.Latin != 0 && t[i+2].Shape()&parse.Capital == 0 && (t[i].Shape()&parse.Latin != 0 || t[i+2].End()-t[i+2].Start() < 4) {
		return i + 3
	}
	switch t[i+2].Key() {
	case "ру", "рф", "ком", "нет", "тв":
		return i + 3
	}
	return i
}

// upright tells whether a mention by name can stand in the nominative: a word of it is one of the entity's name.
func (f *finder) upright(m int32) bool {
	x := &f.mentions[m]
	f.settle(x)
	return x.case_ >= 2
}

// strict tells whether a mention of a person stands in the nominative and could in no other case.
func (f *finder) strict(m int32) bool {
	x := &f.mentions[m]
	f.settle(x)
	return x.case_ == 3
}

func (f *finder) settle(x *mention) {
	if x.case_ != 0 {
		return
	}
	x.case_ = 1
	if f.nominative(x) {
		x.case_ = 2
		if x.typ == entity.Person && f.declines(x) {
			x.case_ = 3
		}
	}
}

// declines tells whether a word of a person's name would have another form in the genitive.
func (f *finder) declines(x *mention) bool {
	for i := x.first; i < x.last; i++ {
		if f.declined(x, &f.doc.Tokens[i], i > x.first) {
			return true
		}
	}
	return false
}

func (f *finder) declined(x *mention, t *parse.Token, behind bool) bool {
	if t.Kind() != parse.Word || t.Shape()&parse.Cyrillic == 0 || t.End()-t.Start() < 5 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(t.Key())
	switch r {
	case 'о', 'е', 'и', 'у', 'ю', 'э', 'ы':
		return false
	case 'а', 'я':
		return behind || t.Word().Known()
	case 'х':
		return !strings.HasSuffix(t.Key(), "ых") && !strings.HasSuffix(t.Key(), "их")
	}
	return f.entities[x.entity].Gender != entity.Female && compare(f.entities[x.entity].Name, t.Key()) == same
}

// nominative compares the words of a mention with those of the entity's name: a person's last one decides, a thing's first.
func (f *finder) nominative(x *mention) bool {
	t := f.doc.Tokens
	decides := x.first
	if x.typ == entity.Person {
		for decides = x.last - 1; decides > x.first && t[decides].Kind() != parse.Word; {
			decides--
		}
	}
	w := t[decides].Word()
	if t[decides].Shape()&parse.Cyrillic == 0 || t[decides].Shape()&parse.Upper != 0 {
		return true
	}
	if x.entity >= 0 {
		if x.typ == entity.Person && decides > x.first && compare(f.entities[x.entity].Name, t[x.first].Word().Key) == declined {
			return false // Анны Франк
		}
		switch compare(f.entities[x.entity].Name, w.Key) {
		case same:
			return true
		case declined:
			return false
		}
	}
	return !w.Known() || w.Can(lex.Nom)
}

type likeness uint8

const (
	different likeness = iota
	declined           // another form of a word
	same
)

// compare tells how like the words of a name a word is, given as keys are written.
func compare(name, key string) (best likeness) {
	for name != "" && best != same {
		word := name
		if i := strings.IndexByte(name, ' '); i >= 0 {
			word, name = name[:i], name[i+1:]
		} else {
			name = ""
		}
		best = max(best, like(unmarked(word), key))
	}
	return best
}

// unmarked is a word without the marks at its ends.
func unmarked(word string) string {
	const letter = 0xD1 // what Russian letters begin with, as does 0xD0
	if n := len(word); n >= 2 && word[0]|1 == letter && word[n-2]|1 == letter {
		return word
	}
	return strings.Trim(word, "«»\"„“”().,")
}

// like compares a word with a key.
func like(s, key string) likeness {
	common := 0
	for s != "" && key != "" {
		a, m := utf8.DecodeRuneInString(s)
		b, n := utf8.DecodeRuneInString(key)
		if a != b && lower(a) != b {
			if common < 3 {
				return different
			}
			break
		}
		s, key = s[m:], key[n:]
		common++
	}
	switch {
	case key == "" && (s == "" || s[0] == '.' || s[0] == '-'): // Весть.рф
		return same
	case common >= 3 && utf8.RuneCountInString(s) <= 3 && utf8.RuneCountInString(key) <= 3:
		return declined
	}
	return different
}

// lower is a letter as keys are written.
func lower(r rune) rune {
	switch {
	case 'А' <= r && r <= 'Я':
		return r + 'а' - 'А'
	case r == 'ё', r == 'Ё':
		return 'е'
	}
	return unicode.ToLower(r)
}
