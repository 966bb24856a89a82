package quote

import (
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A record is a quotation in the making.
type record struct {
	first, last int32 // tokens
	kind        Kind
	group       int32
	mark        int32 // of one in marks; -1 for any other
	attribution
}

// An inner is what a pair of marks holds, looked at by itself.
type inner struct {
	words   int
	capital bool // begins with a capital letter
	verb    bool // has a finite verb
	act     bool // has an infinitive, a short adjective or an adverb
	ends    bool // ends with ! ? …
	several bool // holds the end of a sentence
	latin   bool
	dash    bool // a dash stands between two words
	dotted  bool // one word with a full stop inside: сайт.рф
	person  bool // begins with a pronoun of the first or second person, or has one
	leading bool // begins with a preposition or conjunction
	nominal bool // a noun heads it
	entity  int32
}

// look reads what stands inside a pair of marks.
func (f *finder) look(m *parse.Mark) (in inner) {
	in.entity = -1
	in.capital = f.capital(m.First)
	t := f.doc.Tokens
	last := min(m.Last, m.First+200)
	f.steps += last - m.First
	for i := m.First; i < last; i++ {
		switch t[i].Kind() {
		case parse.Number:
			in.words++
		case parse.Word:
			in.words++
			f.lookWord(&in, m, i)
		case parse.Punct:
			in.dash = in.dash || in.words > 0 && i+1 < m.Last && t[i].Dash() && t[i].Spaced()
			if t[i].Stop() {
				if i+1 == m.Last {
					in.ends = !t[i].Is('.')
				}
				if t[i].Is('.') && i > m.First && i+1 < m.Last && !t[i].Spaced() && !t[i+1].Spaced() && t[i+1].End()-t[i+1].Start() > 3 {
					in.dotted = true
				}
			}
		}
	}
	if m.Last-m.First > 200 {
		in.words = 200
	}
	if k := f.startFrom(m.First + 1); k < len(f.starts) && int(f.starts[k]) < m.Last {
		in.several = true
	}
	if x := f.mentioned32(m.First); x >= 0 && f.names(x) {
		y := &f.mentions[x]
		if int(y.first) <= m.First && int(y.last) >= m.Last {
			in.entity = x
		}
	}
	return in
}

func (f *finder) mentioned32(i int) int32 {
	if i >= len(f.at) {
		return -1
	}
	return f.at[i] - 1
}

func (f *finder) lookWord(in *inner, m *parse.Mark, i int) {
	t := &f.doc.Tokens[i]
	if t.Shape()&parse.Latin != 0 && t.Shape()&(parse.Capital|parse.Mixed) != 0 {
		in.latin = true
	}
	g := f.grams(i)
	if g&lex.Guessed == 0 && g&(lex.Verb|lex.Predicative) != 0 && (g&lex.Verb != 0 || g&(lex.Adverb|lex.AdjShort) == 0) && g&(lex.Noun|lex.Adj|lex.Preposition|lex.Conjunction|lex.Numeral) == 0 {
		in.verb = true
	}
	if g&(lex.Infinitive|lex.AdjShort|lex.ParticipleShort|lex.Gerund) != 0 && (!in.capital || g&lex.AdjShort == 0 || i > m.First && t.Shape()&parse.Capital == 0) && g&(lex.Noun|lex.Adj|lex.Adverb|lex.Conjunction|lex.Preposition) == 0 {
		in.act = true
	}
	if g&lex.Pronoun != 0 && g&(lex.P1|lex.P2) != 0 {
		in.person = true
	}
	if i == m.First {
		in.leading = g&lex.Preposition != 0
	}
	if g&lex.Noun != 0 && g&lex.Preposition == 0 {
		in.nominal = true
	}
}

// capital tells whether a token is a word with a capital letter, or a number.
func (f *finder) capital(i int) bool {
	if i >= len(f.doc.Tokens) {
		return false
	}
	t := &f.doc.Tokens[i]
	return t.Shape()&(parse.Capital|parse.Mixed) != 0 || t.Kind() == parse.Number
}

// titled tells whether the quoted node at i is the name of what the words before it say: газета «Известия».
func (f *finder) titled(i int) bool {
	m := &f.marks[f.nodes[i].ref]
	in := f.look(m)
	return f.title(i, &in)
}

// title tells whether what a quoted node holds is a title or a name.
func (f *finder) title(i int, in *inner) bool {
	if in.several && (in.verb || in.words > 10 || !f.classBefore(i)) {
		return false
	}
	if in.entity >= 0 && f.mentions[in.entity].typ != entity.Person {
		return true
	}
	if in.dotted && in.words <= 3 {
		return true
	}
	class := f.classBefore(i)
	switch {
	case class && in.capital && (in.words <= 12 || !in.verb):
		return true
	case class && in.latin:
		return true
	case class && !in.verb && !in.act && in.words > 2 && f.lawBefore(i):
		return true
	case !in.capital && !in.latin, i == 0 && in.words == 1 && f.attributive(i) && f.describes(i): // «Серые» зарплаты
		return false
	case in.ends && in.verb, in.person && in.verb:
		return false
	}
	return !in.verb && !in.act && !in.person
}

// lawBefore tells whether an article of law or the like is named: статья 318 «…».
func (f *finder) lawBefore(i int) bool {
	for k := i - 1; k >= max(0, i-8); k-- {
		if f.nodes[k].kind == word && (has(f.word(k), law) || f.key(k) == "ст") {
			return true
		}
	}
	return false
}

const titleClasses = lex.TitleNoun | lex.OrgNoun | lex.MediaNoun | lex.PlaceNoun

// classBefore tells whether a noun before a quoted node says what it is the name of: right before it, with its adjectives,
// numbers and genitives between, or before the first of a list.
func (f *finder) classBefore(i int) bool {
	for n := 0; n < 60; n++ {
		i--
		if i < 0 {
			return false
		}
		switch f.kind(i) {
		case quoted, name, number, other, opening, closing:
			continue
		case stop, colon:
			if f.kind(i+1) != number && f.kind(i) != colon {
				return false
			}
			continue
		case comma, dash:
			if k := f.kind(i - 1); k != quoted && k != name && k != closing && k != number && k != opening && f.key(i+1) != "как" {
				return false
			}
			continue
		}
		w, g := f.word(i), f.nodes[i].gram
		switch {
		case w.Is(titleClasses):
			return true
		case w.Is(lex.SpeechVerb) || f.finite(i):
			return false
		case f.capital(int(f.nodes[i].first)), g&(lex.Noun|lex.Adj|lex.Participle|lex.Preposition|lex.Numeral) != 0, w.Key == "и", w.Key == "как", w.Key == "им":
			continue
		}
		return false
	}
	return false
}
