package parse

import "github.com/svodka/svodka/internal/lex"

// longest is the most tokens a sentence may have: what comes after the text was taken apart keeps lists of a sentence's words.
const longest = 1 << 12

// sentences cuts every block at the stops that end a sentence, and makes the paragraphs.
func (s *scanner) sentences(d *Document) {
	all := make([]Span, 0, len(s.stops)+len(s.blocks)+2*len(d.Tokens)/longest)
	k := 0
	for i := range s.blocks {
		p := &s.blocks[i]
		n, first, behind := len(all), p.first, p.first
		for ; k < len(s.stops) && int(s.stops[k]) < p.last; k++ {
			stop := int(s.stops[k])
			if stop < max(behind, p.body) {
				continue
			}
			behind = d.behindStop(p, stop)
			if behind < p.last && d.ends(p, max(first, p.body), stop, behind) {
				all = d.appendSentence(all, first, behind)
				first = behind
			}
		}
		if first < p.last {
			all = d.appendSentence(all, first, p.last)
		}
		p.sentences = len(all) - n
	}
	d.Paragraphs = make([]Paragraph, len(s.blocks))
	for i := range s.blocks {
		p := &s.blocks[i]
		marker := ""
		if p.body > p.first {
			marker = s.text[d.Tokens[p.first].Start():d.Tokens[p.body-1].End()]
		}
		d.Paragraphs[i] = Paragraph{s.span(p), p.kind, marker, int(p.level), all[:p.sentences:p.sentences]}
		all = all[p.sentences:]
	}
}

// appendSentence appends the sentence of the tokens from first up to but not last, in pieces where it is too long: behind the last
// comma or other mark that is not too far back.
func (d *Document) appendSentence(all []Span, first, last int) []Span {
	for last-first > longest {
		end := first + longest
		for k := end; k > first+longest/2; k-- {
			if t := &d.Tokens[k-1]; t.Is(',') || t.Is(';') || t.Stop() {
				end = k
				break
			}
		}
		all = append(all, d.Cover(first, end))
		first = end
	}
	return append(all, d.Cover(first, last))
}

// behindStop is the token behind the stop at k, other stops and closing marks that touch it.
func (d *Document) behindStop(p *block, k int) int {
	end := k + 1
	for end < p.last && !d.Tokens[end].Spaced() && (d.Tokens[end].Stop() || closing(&d.Tokens[end])) {
		end++
	}
	return end
}

// ends tells whether the sentence that begins at first ends with the stop at k; end is the token behind it.
func (d *Document) ends(p *block, first, k, end int) bool {
	t := d.Tokens
	next := &t[end]
	single := t[k].Is('.') && end == k+1
	switch {
	case !next.Spaced():
		return single && d.missingSpace(k)
	case k > first && end == k+2 && t[k-1].Is('<') && t[k+1].Is('>'):
		return false // <…>
	case !d.begins(p, end):
		return false
	case next.Kind() == Number && (t[k].Is('…') || t[k].Is('.') && end > k+2 && t[k+2].Is('.')):
		return false // … 5 рублей
	}
	return !single || !d.abbreviation(first, k)
}

// closing tells what may stand between a stop and the end of its sentence.
func closing(t *Token) bool {
	switch t.Rune() {
	case '»', '“', '”', '"', '\'', '’', ')', ']', '›', '>':
		return true
	}
	return false
}

// missingSpace tells whether a full stop between letters ends a sentence whose space was lost: "сказал он.Президент".
func (d *Document) missingSpace(k int) bool {
	if k == 0 || k+1 >= len(d.Tokens) {
		return false
	}
	a, b := &d.Tokens[k-1], &d.Tokens[k+1]
	return a.Kind() == Word && b.Kind() == Word && a.Shape()&(Capital|Mixed) == 0 && b.Shape()&(Title|Mixed) == Title &&
		a.Shape()&b.Shape()&Cyrillic != 0 && a.End()-a.Start() > 4 && !a.Word().Is(lex.Abbreviation)
}

// begins tells whether a sentence can begin with token k.
func (d *Document) begins(p *block, k int) bool {
	t := d.Tokens
	for ; k < p.last; k++ {
		switch n := &t[k]; {
		case n.Kind() == Word:
			return n.Shape()&(Capital|Mixed) != 0 || n.Shape()&(Cyrillic|Latin) == 0
		case n.Kind() == Number:
			return true
		case n.Dash():
			// A small letter behind a dash: the author's words go on.
		case n.Is(','), n.Is(';'), n.Is(':'), n.Is(')'), n.Stop():
			return n.Is('…')
		case n.Kind() == Symbol || n.Kind() == Bad:
			return true
		}
	}
	return true
}

// abbreviation tells whether the full stop at k belongs to the word before it and the sentence, begun at first, goes on.
func (d *Document) abbreviation(first, k int) bool {
	t := d.Tokens
	if k == first {
		return false
	}
	w, next := &t[k-1], &t[k+1]
	switch {
	case !w.Spaced() && k-1 > first && !t[k-2].Is('.') && t[k-2].Kind() == Word:
		return false
	case w.Kind() == Number:
		return (k-1 == first || w.Spaced() && (t[k-2].Is(';') || t[k-2].Is(':'))) && next.Kind() != Number // 1. Введение; 2. Глава
	case w.Kind() != Word:
		return false
	case w.Shape()&Title != 0 && letters(w) == 1:
		return d.initial(first, k) || k-1 == first && next.Kind() == Number && w.Word().Is(lex.Abbreviation) // Ч. 2 статьи
	}
	value, ok := w.Word().Value(lex.Abbreviation)
	if !ok || letters(w) == 1 && w.Shape()&Upper != 0 {
		return false
	}
	switch {
	case value == 1, d.thatIs(first, k):
		return true
	case value == 3 && !d.counted(first, k-1): // unless its name stands before it: в Омской обл. Там тихо
		p := &t[max(first, k-2)]
		return p.Shape()&Capital == 0 || !p.Word().Can(lex.Adj) || !starts(next)
	}
	if d.countsOn(k) || w.Word().Is(lex.Scale) && next.Kind() == Symbol && !(k+2 < len(t) && t[k+2].Kind() == Number && !t[k+2].Spaced()) { // 20 тыс. ₽
		return true
	}
	if d.andSoOn(first, k) {
		return false
	}
	// A sentence may end here. It does not before its verb has come, unless the next word is one that begins sentences.
	return next.Kind() == Word && !starts(next) && !d.hasVerb(first, k)
}

// thatIs tells whether the full stop at k ends т. е., т. к., т. н., т. ч.: what they announce follows.
func (d *Document) thatIs(first, k int) bool {
	if k-3 < first || !d.Tokens[k-2].Is('.') || d.Tokens[k-3].Key() != "т" {
		return false
	}
	switch d.Tokens[k-1].Key() {
	case "е", "к", "н", "ч":
		return true
	}
	return false
}

// andSoOn tells whether the full stop at k ends и др., и т. д., и т. п.: a list ends with them, and what a capital begins is new.
func (d *Document) andSoOn(first, k int) bool {
	t := d.Tokens
	switch t[k-1].Key() {
	case "др", "пр":
		k--
	case "д", "п":
		if k -= 3; k <= first || t[k].Key() != "т" {
			return false
		}
	default:
		return false
	}
	return k > first && t[k-1].Key() == "и"
}

// counted tells whether a number or another abbreviation stands before the word at k: 2010 г., т. д.
func (d *Document) counted(first, k int) bool {
	if k == first {
		return false
	}
	switch t := &d.Tokens[k-1]; {
	case t.Kind() == Number && k-3 >= first && d.Tokens[k-2].Is('.') && d.Tokens[k-3].Word().Is(lex.Abbreviation):
		v, _ := d.Tokens[k-3].Word().Value(lex.Abbreviation)
		return v == 2 // the number is not that of ч. 2 ст. 159
	case t.Kind() == Number, t.Word().Is(lex.Cardinal | lex.Scale), roman(t):
		return true
	case t.Is('.') && k-1 > first:
		return d.Tokens[k-2].Word().Is(lex.Abbreviation)
	}
	return false
}

// countsOn tells whether an amount goes on behind the full stop at k: 2 млн. 300 тыс., 500 тыс. – 1 млн, 5 руб. 20 коп., 5 долл. США.
func (d *Document) countsOn(k int) bool {
	t := d.Tokens
	w, next := t[k-1].Word(), &t[k+1]
	switch {
	case next.Kind() == Word && w.Is(lex.Scale):
		return next.Shape()&(Latin|Upper) == Latin|Upper // 5 тыс. USD
	case next.Kind() == Word && w.Is(lex.Currency): // 5 млн долл. США, unless they do something
		return next.Word().Is(lex.Country) && next.Word().Can(lex.Noun|lex.Gen) && (k+2 >= len(t) || !t[k+2].Word().Can(lex.Verb))
	case k+2 >= len(t) || next.Kind() != Number:
		return k+2 < len(t) && next.Dash() && t[k+2].Kind() == Number
	}
	return w.Is(lex.Scale) || w.Is(lex.Currency) && t[k+2].Word().Is(lex.Minor)
}

// letters counts the letters of a word in Russian.
func letters(t *Token) int { return len(t.Word().Fold()) }

// initial tells whether the capital letter before the full stop at k is the initial of a name.
func (d *Document) initial(first, k int) bool {
	t := d.Tokens
	next := &t[k+1]
	if next.Kind() != Word || next.Shape()&(Title|Upper) == 0 {
		return false
	}
	if letters(next) == 1 && k+2 < len(t) && t[k+2].Is('.') {
		return true // В. В.
	}
	if k-2 >= first && t[k-2].Kind() == Word && t[k-2].Shape()&Title != 0 && letters(&t[k-2]) > 1 && starts(next) {
		return false // Иванов И. Он
	}
	return !starts(next) || next.Word().Can(lex.Surname)
}

// starts tells whether a word commonly begins a sentence: one of the small words of the language.
func starts(t *Token) bool {
	const small = lex.Preposition | lex.Conjunction | lex.Pronoun | lex.Particle | lex.Adverb | lex.Predicative
	return t.Word().Grams&(small|lex.Apro) != 0
}

// hasVerb tells whether the tokens, or the last of them, hold a finite verb, or the dash that stands for one.
func (d *Document) hasVerb(first, last int) bool {
	const far = 100
	for i := max(first, last-far); i < last; i++ {
		if i > first && d.Tokens[i].Dash() && d.Tokens[i].Spaced() && (d.Tokens[i-1].Kind() != Number || d.Tokens[i+1].Kind() != Number) {
			return true // прибыль — 5 млн
		}
		if d.Tokens[i].Word().Grams&(lex.Verb|lex.ParticipleShort|lex.AdjShort|lex.Predicative) != 0 {
			return true
		}
	}
	return false
}

// roman tells whether a word is a number in Roman digits.
func roman(t *Token) bool {
	if t.Kind() != Word || t.Shape()&Capital == 0 {
		return false
	}
	for _, c := range []byte(t.Key()) {
		switch c {
		case 'i', 'v', 'x', 'l', 'c', 'd', 'm':
		default:
			return false
		}
	}
	return true
}
