package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// abbreviations ties names to the short ones introduced behind them in brackets: Шанхайская организация сотрудничества (ШОС),
// and the other way round. The short name is one wherever else it stands.
func (r *resolver) abbreviations() {
	n := len(r.mentions)
	for i := 0; i < n; i++ {
		m := &r.mentions[i]
		if m.typ == Person {
			continue
		}
		end := m.last
		if m.owner >= 0 {
			end = r.mentions[m.owner].last
		}
		open, close, ok := r.bracket(end)
		if !ok || close-open > 8 {
			continue
		}
		r.introduce(i, open, close)
	}
	r.unexplained()
	r.spread()
}

// unexplained ties abbreviations that are introduced nowhere to the name whose words they are made of: Лагодский аграрный университет, ЛАУ.
func (r *resolver) unexplained() {
	const least = 3 // letters
	var short map[string]int
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.kind != ByAbbr || m.typ != Org || m.introduced || m.last-m.first != 1 || utf8.RuneCountInString(m.text) < least {
			continue
		}
		if k := key(m.text); k != "" {
			if _, known := aliases()[k]; !known {
				if short == nil {
					short = map[string]int{}
				}
				short[k] = i
			}
		}
	}
	if short == nil {
		return
	}
	var letters [maxLetters]byte
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.typ != Org || m.kind != ByName {
			continue
		}
		ends := [2]int{m.last, m.last}
		if m.owner >= 0 {
			ends[1] = r.mentions[m.owner].last
		}
		for _, end := range ends {
			if k, ok := short[string(r.letters(letters[:0], m.first, end))]; ok {
				r.shorten(i, r.mentions[k].first, r.mentions[k].text)
				break
			}
		}
	}
}

// maxLetters is the longest abbreviation looked for, in bytes.
const maxLetters = 32

// letters appends the first letters of the words of a name that count in its abbreviation; of a longer one none.
func (r *resolver) letters(dst []byte, first, last int) []byte {
	for i := first; i < last; i++ {
		t := &r.doc.Tokens[i]
		w := t.Word()
		if t.Kind() != parse.Word || i > first && (w.Can(lex.Preposition) || w.Can(lex.Conjunction)) {
			continue
		}
		for part := range strings.SplitSeq(w.Key, "-") {
			c, _ := utf8.DecodeRuneInString(part)
			if dst = utf8.AppendRune(dst, c); len(dst) > maxLetters-utf8.UTFMax {
				return nil
			}
		}
	}
	return dst
}

// bracket finds the tokens in brackets that open at token i or behind a closing quotation mark there.
func (r *resolver) bracket(i int) (first, last int, ok bool) {
	t := r.doc.Tokens
	if i < len(t) && t[i].ClosesQuote() {
		i++
	}
	if i >= len(t) || !t[i].Is('(') {
		return 0, 0, false
	}
	for k := i + 1; k < min(i+12, len(t)); k++ {
		if t[k].Is(')') {
			return i + 1, k, k > i+1
		}
	}
	return 0, 0, false
}

// introduce ties mention i to what stands in the brackets behind it, when one abbreviates the other.
func (r *resolver) introduce(i, open, close int) {
	m := &r.mentions[i]
	t := &r.doc.Tokens[open]
	if k := r.at[open]; k >= 0 && r.mentions[k].introduced {
		return
	}
	if close-open == 1 && t.Kind() == parse.Word && t.Shape()&(parse.Upper|parse.Mixed) != 0 {
		short := inflect.Clean(r.doc.Text[t.Start():t.End()])
		k := r.at[open]
		switch {
		case r.initials(m, short):
			r.shorten(i, open, short)
		case k >= 0 && m.typ == Org && r.mentions[k].typ == Org && m.last-m.first > 1 && r.foreign(m, t): // Всемирный суд (WC)
			r.shorten(i, open, short)
		}
		return
	}
	k := int(r.at[open]) // ШОС (Шанхайская организация сотрудничества)
	if k < 0 || k == i {
		return
	}
	switch n := &r.mentions[k]; {
	case n.typ != m.typ || m.typ == Person || n.first != open || n.last > close:
	case m.kind == ByAbbr && r.initials(n, m.text):
		r.shorten(k, m.first, m.text)
	case n.last == close && r.foreign(m, t): // «Кориере» (Corriere della Sera)
		m.norm, m.alts, m.same = n.norm, nil, ""
	}
}

// foreign tells whether a token is in Latin letters and a name in Russian ones.
func (r *resolver) foreign(m *mention, t *parse.Token) bool {
	return t.Shape()&parse.Latin != 0 && r.doc.Tokens[m.first].Shape()&parse.Cyrillic != 0
}

// shorten makes short a name of mention i; the token at is where it was introduced.
func (r *resolver) shorten(i, at int, short string) {
	if k := r.at[at]; k >= 0 {
		r.mentions[k].introduced = true
	}
	m := &r.mentions[i]
	if _, ok := r.shorts[key(short)]; !ok {
		r.shorts[key(short)] = shortName{short, m.norm, m.typ}
		r.formal[m.norm] = country(m.norm)
	}
}

// A shortName is an abbreviation introduced in the document, and the key and type of what it stands for.
type shortName struct {
	text, norm string
	typ        Type
}

// spread makes mentions of the short names wherever they stand, whether the tagger marked them or not.
func (r *resolver) spread() {
	if len(r.shorts) == 0 {
		return
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.last-m.first != 1 || m.typ == Person {
			continue
		}
		if x, ok := r.shorts[key(m.text)]; ok {
			m.norm, m.typ, m.kind, m.text, m.owner = x.norm, x.typ, ByAbbr, x.text, -1
		}
	}
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		if r.at[i] >= 0 || t.Shape()&(parse.Upper|parse.Mixed) == 0 {
			continue
		}
		if x, ok := r.shorts[t.Key()]; ok {
			r.at[i] = int32(len(r.mentions))
			m := r.mention(span{i, i + 1, x.typ}, ByAbbr)
			if m.text = x.text; x.typ != Person {
				m.norm = x.norm
			}
			r.mentions = append(r.mentions, m)
		}
	}
}

// initials tells whether the letters of an acronym begin words of a name, in order, and the first letter its first word or
// one of the words right before it that say what it is.
func (r *resolver) initials(m *mention, short string) bool {
	letters := []rune(strings.ToLower(strings.Map(func(c rune) rune {
		if !unicode.IsLetter(c) {
			return -1
		}
		return c
	}, short)))
	if len(letters) < 2 {
		return false
	}
	end := m.last
	if m.owner >= 0 {
		end = r.mentions[m.owner].last
	}
	start := m.first
	if start+1 < end && r.doc.Tokens[start].Key() == "the" {
		start++
	}
	for first := max(0, m.first-3); first <= start; first++ {
		if r.spells(first, end, letters) {
			return true
		}
	}
	return false
}

// spells tells whether letters are the first letters of words from first on, small words aside; the last of them may be
// further letters of a word (Роскомнадзор is not, РосЛеС is).
func (r *resolver) spells(first, last int, letters []rune) bool {
	k := 0
	for i := first; i < last; i++ {
		t := &r.doc.Tokens[i]
		if t.Kind() != parse.Word {
			continue
		}
		n := 0
		for part := range strings.SplitSeq(t.Key(), "-") {
			c, _ := utf8.DecodeRuneInString(part)
			switch {
			case k < len(letters) && c == letters[k]:
				k++
			case k == 0 && n == 0:
				return false
			}
			n++
		}
	}
	return k == len(letters)
}
