package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/entity/internal/ner"
	"github.com/svodka/svodka/parse"
)

// The teacher's tags, in its order.
const (
	tagPad = iota
	tagNone
	tagPerson // the beginning; the rest has the next number
	_
	tagPlace
	_
	tagOrg
	_
)

// A teacherTagger labels texts as natasha does. What the teacher's first layer makes of each word and shape is kept.
type teacherTagger struct {
	*teacher
	x      *vectors
	words  map[string][3][]float32
	shapes map[string][3][]float32
}

func newTeacherTagger(t *teacher, x *vectors) *teacherTagger {
	return &teacherTagger{t, x, map[string][3][]float32{}, map[string][3][]float32{}}
}

// label gives the tokens of a document the teacher's labels.
func (t *teacherTagger) label(doc *parse.Document) []ner.Label {
	n := len(doc.Tokens)
	first := make([][]float32, n)
	for i := range first {
		first[i] = slices.Clone(t.layers[0].bias)
	}
	for i := range doc.Tokens {
		word, shape := t.tokenAdds(&doc.Tokens[i], doc.Text)
		for k := range 3 {
			at := i + 1 - k
			if at < 0 || at >= n {
				continue
			}
			for j, v := range word[k] {
				first[at][j] += v + shape[k][j]
			}
		}
	}
	below := first
	for i := range below {
		rectify(below[i])
	}
	for _, l := range t.layers[1:] {
		above := make([][]float32, n)
		for i := range above {
			above[i] = l.apply(below, i)
		}
		below = above
	}
	return t.decode(below, doc)
}

// tokenAdds is what a token's word and shape add to the first layer of its neighbours.
func (t *teacherTagger) tokenAdds(tok *parse.Token, text string) (word, shape [3][]float32) {
	s := tok.Span().In(text)
	name := shapeName(s)
	shape, ok := t.shapes[name]
	first := &t.layers[0]
	size := len(t.unk)
	if !ok {
		for k := range shape {
			shape[k] = make([]float32, first.out)
			first.addFrom(shape[k], k, size, t.teacher.shapes[name])
		}
		t.shapes[name] = shape
	}
	key := strings.ToLower(s)
	word, ok = t.words[key]
	if !ok {
		for k := range word {
			word[k] = make([]float32, first.out)
			first.add(word[k], k, t.x.of(key))
		}
		t.words[key] = word
	}
	return word, shape
}

// decode finds the best path through the tags.
func (t *teacherTagger) decode(units [][]float32, doc *parse.Document) []ner.Label {
	n := len(units)
	back := make([][tags]int, n)
	var v [tags]float32
	for i, u := range units {
		now := t.bias
		for j, x := range u {
			if x == 0 {
				continue
			}
			for tag := range now {
				now[tag] += float32(x * t.head[j*tags+tag])
			}
		}
		if i > 0 {
			for tag := range now {
				best := 0
				for k := range v {
					if v[k]+t.next[k][tag] > v[best]+t.next[best][tag] {
						best = k
					}
				}
				back[i][tag] = best
				now[tag] += v[best] + t.next[best][tag]
			}
		}
		v = now
	}
	tag := 0
	for k := range v {
		if v[k] > v[tag] {
			tag = k
		}
	}
	out := make([]ner.Label, n)
	for i := n - 1; i >= 0; i-- {
		if !ner.Divides(&doc.Tokens[i]) {
			out[i] = labelOfTag(tag)
		}
		tag = back[i][tag]
	}
	return out
}

func labelOfTag(tag int) ner.Label {
	switch tag &^ 1 {
	case tagPerson:
		return ner.PersonBegin + ner.Label(tag&1)
	case tagPlace:
		return ner.PlaceBegin + ner.Label(tag&1)
	case tagOrg:
		return ner.OrgBegin + ner.Label(tag&1)
	}
	return ner.None
}

// shapeName is the teacher's name for how a token is written.
func shapeName(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	low := unicode.ToLower(r)
	switch {
	case 'а' <= low && low <= 'я' || low == 'ё':
		return "RU_" + outline(s)
	case 'a' <= low && low <= 'z':
		return "EN_" + outline(s)
	case unicode.IsDigit(r):
		return "NUM"
	case unicode.IsPunct(r) || unicode.IsSymbol(r):
		if size < len(s) {
			return "PUNCT_OTHER"
		}
		return "PUNCT_" + s
	}
	return "OTHER"
}

func outline(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	rest := s[size:]
	left, right, dash := strings.Cut(s, "-")
	switch {
	case rest == "" && unicode.IsUpper(first):
		return "X"
	case rest == "":
		return "x"
	case strings.ToUpper(s) == s:
		return "XX"
	case strings.ToLower(s) == s:
		return "xx"
	case unicode.IsUpper(first) && strings.ToLower(rest) == rest:
		return "Xx"
	case dash && outline(left) == "Xx" && outline(right) == "Xx":
		return "Xx-Xx"
	}
	return "OTHER"
}
