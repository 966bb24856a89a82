package quote

import (
	"cmp"
	"slices"
	"strings"

	"github.com/svodka/svodka/internal/inflect"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// putReports makes records of the sentence's reports. What stands in marks from end to end is told of as these alone.
func (f *finder) putReports() {
	for i := range f.reports {
		r := &f.reports[i]
		if r.c == r.d && f.onlyMarks(r.a, r.b) {
			continue
		}
		if r.c < r.d && f.onlyMarks(r.a, r.b) && f.onlyMarks(r.c, r.d) {
			f.join(r)
			continue
		}
		x := record{kind: Indirect, attribution: r.attribution, mark: -1}
		if r.own {
			x.kind = Direct
		}
		x.first, x.last = f.nodes[r.a].first, f.nodes[r.b-1].last
		if r.c < r.d {
			f.groups++
			x.group = f.groups
			y := x
			y.first, y.last = f.nodes[r.c].first, f.nodes[r.d-1].last
			f.record(y)
		}
		f.record(x)
	}
}

// join makes one quotation of two in marks of their own that the author's words part: «…», — сказал N, — «…».
func (f *finder) join(r *report) {
	f.groups++
	first, last := f.nodes[r.a].first, f.nodes[r.d-1].last
	for k := len(f.records) - 1; k >= f.lv.known && k >= 0; k-- {
		if x := &f.records[k]; x.mark >= 0 && x.first >= first && x.last <= last && x.group == 0 {
			x.kind, x.attribution, x.group = Direct, r.attribution, f.groups
		}
	}
}

// onlyMarks tells whether only quoted nodes stand between two nodes, and one of them is a quotation.
func (f *finder) onlyMarks(a, b int) bool {
	n := 0
	for i := a; i < b; i++ {
		switch f.nodes[i].kind {
		case quoted:
			n++
		case comma, stop, dash:
		default:
			return false
		}
	}
	return n == 1
}

// A repetition is what is known of words that stand in marks more than once.
type repetition struct {
	best  int // the record that tells most of them plus 1; 0 for none
	plain int // how often they stand outside of headings
}

// repeat settles what is said elsewhere too. A few words in small letters that come again are a term, nobody's words; others
// that nothing around them tells of are what the same words are there.
func (f *finder) repeat() {
	if !f.unsettled() {
		return
	}
	known := map[uint64]repetition{}
	for i := range f.records {
		r := &f.records[i]
		if !f.repeatable(r) {
			continue
		}
		key := f.stems(r)
		x := known[key]
		if !f.inHeading(r.first) {
			x.plain++
		}
		if r.evidence != 0 || r.kind == Name && f.capital(int(r.first)) {
			x.best = i + 1
		}
		known[key] = x
	}
	for i := range f.records {
		if r := &f.records[i]; f.repeatable(r) && r.kind == Fragment && r.last-r.first <= 3 && !f.capital(int(r.first)) && known[f.stems(r)].plain > 1 {
			r.kind, r.src, r.cue, r.evidence = Scare, 0, [2]int32{}, 0
		}
	}
	for i := range f.records {
		if r := &f.records[i]; f.repeatable(r) && (r.evidence == 0 || r.kind == Fragment) && (r.kind != Name || f.inHeading(r.first)) {
			f.settleRepeated(r, known[f.stems(r)])
		}
	}
}

// unsettled tells whether a record could be told by another.
func (f *finder) unsettled() bool {
	for i := range f.records {
		if r := &f.records[i]; f.repeatable(r) && r.kind != Name && (r.evidence == 0 || r.kind == Fragment && r.last-r.first <= 3) {
			return true
		}
	}
	return false
}

func (f *finder) repeatable(r *record) bool {
	return r.mark >= 0 && r.first < r.last && r.last-r.first <= 12
}

func (f *finder) settleRepeated(r *record, x repetition) {
	capital := f.capital(int(r.first))
	if x.best == 0 || r.evidence != 0 {
		return
	}
	switch b := &f.records[x.best-1]; {
	case r.kind == Name && (b.kind != Fragment || f.capital(int(b.first))):
	case b.kind == Name:
		if capital {
			r.kind = Name
		}
	case b.kind != Scare && (r.kind != Scare || f.inHeading(r.first)) && r.last-r.first > 1:
		r.kind, r.src, r.evidence = b.kind, b.src, Repeated
	}
}

// inHeading tells whether a token stands in a heading or the first line.
func (f *finder) inHeading(token int32) bool {
	lo, hi := 0, len(f.paragraphs)
	for lo < hi {
		if m := int(uint(lo+hi) / 2); f.paragraphs[m].last <= token {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo == 0 || lo < len(f.paragraphs) && f.doc.Paragraphs[lo].Kind == parse.Heading
}

// stems is a hash of the words of a record without most of their endings.
func (f *finder) stems(r *record) uint64 {
	const letters = 5
	h := lex.HashSeed
	for i := r.first; i < r.last; i++ {
		fold := f.doc.Tokens[i].Word().Fold()
		for j := range min(len(fold), letters) {
			h = lex.HashNext(h, fold[j])
		}
		h = lex.HashNext(h, ' ')
	}
	return h
}

// quotes makes the result.
func (f *finder) quotes() []Quote {
	f.repeat()
	f.called = resize(f.called, len(f.sources))
	out := make([]Quote, 0, len(f.records))
	if f.inOrder() {
		for i := range f.records {
			if s, ok := f.words(&f.records[i]); ok {
				out = append(out, f.quote(&f.records[i], s))
			}
		}
	} else {
		f.arrange()
		for _, p := range f.order {
			out = append(out, f.quote(&f.records[p.record], parse.Span{Start: int(p.start), End: int(p.end)}))
		}
	}
	f.regroup(out)
	clear(f.called)
	return out
}

// A spot is where the words of a record stand.
type spot struct{ start, end, record int32 }

// inText compares two quotations by the order of the text, a wider one before those inside it.
func inText(a, b parse.Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) }

// inOrder tells whether the records are in the order of the text.
func (f *finder) inOrder() bool {
	last := parse.Span{End: len(f.doc.Text)}
	for i := range f.records {
		s, ok := f.words(&f.records[i])
		if !ok {
			continue
		}
		if inText(last, s) > 0 {
			return false
		}
		last = s
	}
	return true
}

// arrange puts the records into the order of the text.
func (f *finder) arrange() {
	f.order = slices.Grow(f.order[:0], len(f.records))
	for i := range f.records {
		if s, ok := f.words(&f.records[i]); ok {
			f.order = append(f.order, spot{int32(s.Start), int32(s.End), int32(i)})
		}
	}
	slices.SortFunc(f.order, func(a, b spot) int {
		return int(cmp.Or(a.start-b.start, b.end-a.end, a.record-b.record))
	})
}

// words is where the words of a record stand; ok is false where it has none.
func (f *finder) words(r *record) (s parse.Span, ok bool) {
	first, last := f.trimTokens(int(r.first), int(r.last))
	if first < last {
		return f.doc.Cover(first, last), true
	}
	if r.mark < 0 || f.marks[r.mark].Damaged {
		return s, false
	}
	return f.marks[r.mark].Inner, true
}

// regroup numbers the groups in text order; a group of one is none.
func (f *finder) regroup(out []Quote) {
	if f.groups == 0 {
		return
	}
	count := make([]int32, f.groups+1)
	for i := range out {
		count[out[i].Group]++
	}
	next := int32(0)
	for i := range out {
		g := &out[i].Group
		switch n := &count[*g]; {
		case *g == 0:
		case *n == 1:
			*g = 0
		default:
			if *n > 0 {
				next++
				*n = -next
			}
			*g = int(-*n)
		}
	}
}

// quote makes one quote of a record and the place of its words.
func (f *finder) quote(r *record, s parse.Span) (q Quote) {
	q.Span, q.Text = s, s.In(f.doc.Text)
	if q.Text == "" {
		q.Kind = Scare // nothing is nobody's words
		return q
	}
	q.Kind = r.kind
	if r.kind == Name || r.kind == Scare {
		return q // of no group, though it was taken for a piece of one
	}
	q.Group = int(r.group)
	q.Evidence = r.evidence
	if r.cue[0] < r.cue[1] {
		q.CueSpan = f.doc.Cover(int(r.cue[0]), int(r.cue[1]))
		q.Cue = q.CueSpan.In(f.doc.Text)
	}
	if r.src > 0 {
		f.speaker(&q, r.src)
	}
	return q
}

// trimTokens leaves out the comma and the full stop at the end of a quotation.
func (f *finder) trimTokens(first, last int) (int, int) {
	t := f.doc.Tokens
	for last > first && (t[last-1].Is(',') || t[last-1].Is('.') && (last-1 == first || !t[last-2].Stop()) || t[last-1].Dash() && t[last-1].Spaced()) {
		if t[last-1].Is('.') && last-2 > first && t[last-2].Word().Is(lex.Abbreviation) && !t[last-2].Spaced() {
			break
		}
		last--
	}
	return first, last
}

func (f *finder) speaker(q *Quote, src int32) {
	s := &f.sources[src-1]
	if s.first < s.last {
		q.SpeakerSpan = f.doc.Cover(int(s.first), int(s.last))
		q.Speaker = q.SpeakerSpan.In(f.doc.Text)
	}
	if f.called[src-1] == "" {
		f.called[src-1] = f.name(s, 0)
	}
	q.SpeakerName = f.called[src-1]
	for n := 0; s.entity == 0 && s.as > 0 && n < 8; n++ {
		s = &f.sources[s.as-1]
	}
	if s.entity > 0 {
		q.SpeakerID = f.entities[s.entity-1].ID
	}
}

// name is a source's fullest name in the nominative; "" where it is a pronoun of nobody known.
func (f *finder) name(s *source, depth int) string {
	switch {
	case s.entity > 0:
		return f.entities[s.entity-1].Name
	case s.as > 0 && depth < 8:
		return f.name(&f.sources[s.as-1], depth+1)
	case s.first == s.last:
		return ""
	case s.last == s.first+1 && f.personal(s.first):
		return ""
	}
	if m := f.mentioned(s.first); m >= 0 && f.mentions[m].entity < 0 && f.mentions[m].first == s.first && f.mentions[m].last == s.last {
		return f.doc.Cover(int(s.first), int(s.last)).In(f.doc.Text)
	}
	if name, ok := f.oneOf(s); ok {
		return name
	}
	if name, ok := f.several(s); ok {
		return name
	}
	if name, ok := f.adjectival(s); ok {
		return name
	}
	first, age := s.first, ""
	if t := f.doc.Tokens; first+2 < s.last && t[first].Kind() == parse.Number && t[first+1].Dash() && strings.HasPrefix(t[first+2].Key(), "летн") {
		first, age = first+2, f.doc.Text[t[first].Start():t[first+2].Start()] // 30-летнего жителя
	}
	p := inflect.Parse(f.doc, int(first), int(s.last), inflect.Context{Cases: s.cases, Strict: s.cases != 0})
	if s.cases == lex.Nom || s.cases == 0 {
		p.Head = -1
	}
	name := age + p.Nominative(f.doc)
	t := &f.doc.Tokens[s.first]
	if !s.title && t.Shape()&parse.Title != 0 && t.Shape()&parse.Mixed == 0 && f.common(t) && !(s.first+1 < s.last && f.doc.Tokens[s.first+1].Is('.')) { // not А. Рощин
		name = inflect.LowerFirst(name)
	}
	return name
}

// oneOf puts the first word of one among several into the nominative: одного из жителей.
func (f *finder) oneOf(s *source) (name string, ok bool) {
	t := f.doc.Tokens
	if s.first+1 >= s.last || t[s.first+1].Key() != "из" || s.cases&lex.Nom != 0 {
		return "", false
	}
	rest := f.doc.Cover(int(s.first)+1, int(s.last)).In(f.doc.Text)
	switch t[s.first].Key() {
	case "одного", "одному", "одним", "одном":
		return "один " + inflect.Clean(rest), true
	case "одной":
		return "одна " + inflect.Clean(rest), true
	}
	return "", false
}

// several puts a number before what it counts into the nominative: двух чиновников, нескольких врачей.
func (f *finder) several(s *source) (name string, ok bool) {
	t := f.doc.Tokens
	if s.first+1 >= s.last || s.cases&lex.Nom != 0 || s.cases&lex.Gen == 0 {
		return "", false
	}
	rest := inflect.Clean(f.doc.Cover(int(s.first)+1, int(s.last)).In(f.doc.Text))
	number, counted := "", lex.Gen|lex.Sing
	switch t[s.first].Key() {
	case "нескольких":
		if s.cases&lex.Loc == 0 {
			return "несколько " + rest, true
		}
		number, counted = "несколько", lex.Gen|lex.Plur
	case "двух":
		number = "два"
	case "трех":
		number = "три"
	case "четырех":
		number = "четыре"
	default:
		return "", false
	}
	for i := s.first + 1; i < s.last; i++ {
		for _, r := range t[i].Word().Readings {
			g := r.Gram()
			if g&(lex.Noun|lex.Plur) != lex.Noun|lex.Plur || g&(lex.Gen|lex.Loc)&s.cases == 0 {
				continue
			}
			form, ok := lex.Inflect(t[i].Span().In(f.doc.Text), r, counted)
			if !ok {
				return "", false
			}
			if number == "два" && g&lex.Fem != 0 {
				number = "две"
			}
			before := f.doc.Text[t[s.first+1].Start():t[i].Start()]
			return number + " " + inflect.Clean(before+form+f.doc.Text[t[i].End():t[s.last-1].End()]), true
		}
	}
	return "", false
}

// adjectival puts an adjective that stands for a person into the nominative: знакомого семьи.
func (f *finder) adjectival(s *source) (name string, ok bool) {
	t := &f.doc.Tokens[s.first]
	if s.cases == 0 || s.cases&lex.Nom != 0 || t.Word().Grams&(lex.Noun|lex.Numeral|lex.Pronoun) != 0 || s.first+1 < s.last && f.inflects(s.first, s.first+1) {
		return "", false
	}
	for _, r := range t.Word().Readings {
		g := r.Gram()
		if g&lex.Adj == 0 || g&s.cases == 0 || g&lex.Neut != 0 {
			continue
		}
		form, ok := lex.Inflect(f.doc.Text[t.Start():t.End()], r, lex.Nom|g&(lex.Numbers|lex.Genders))
		if !ok {
			return "", false
		}
		if s.first+1 == s.last {
			return form, true
		}
		return form + " " + inflect.Clean(f.doc.Cover(int(s.first)+1, int(s.last)).In(f.doc.Text)), true
	}
	return "", false
}

// inflects tells whether the adjective at one token agrees with the word at another.
func (f *finder) inflects(i, k int32) bool {
	for _, a := range f.doc.Tokens[i].Word().Readings {
		for _, b := range f.doc.Tokens[k].Word().Readings {
			if g, h := a.Gram(), b.Gram(); h&(lex.Noun|lex.Adj) != 0 && g&h&lex.Cases != 0 && inflect.Agree(g, h) {
				return true
			}
		}
	}
	return false
}

// personal tells whether a token is a personal pronoun.
func (f *finder) personal(i int32) bool {
	w := f.doc.Tokens[i].Word()
	return w.Can(lex.Pronoun|lex.P1) || w.Can(lex.Pronoun|lex.P2) || w.Can(lex.Pronoun|lex.P3) || theOther(w.Key) || w.Key == "ее" || w.Key == "его" || w.Key == "их"
}

// common tells whether a word is known and can be no name.
func (f *finder) common(t *parse.Token) bool {
	g := t.Word().Grams
	return g&(lex.Names|lex.Org|lex.Abbr) == 0 && (g&lex.Place == 0 || g&lex.Noun == 0) && t.Word().Known() // Украинская сторона
}
