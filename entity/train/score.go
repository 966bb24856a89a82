package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/entity/internal/ner"
	"github.com/svodka/svodka/parse"
)

// A tally counts tokens of one type: right ones, those found and those to find.
type tally struct{ right, found, gold int }

func (t tally) f1() float64 { return 2 * float64(t.right) / float64(max(1, t.found+t.gold)) }

func (t tally) String() string {
	return fmt.Sprintf("%.4f (p %.3f r %.3f)", t.f1(), float64(t.right)/float64(max(1, t.found)), float64(t.right)/float64(max(1, t.gold)))
}

// A score has a tally for each type: persons, organisations, places.
type score [3]tally

func (s *score) String() string {
	return fmt.Sprintf("person %v  org %v  place %v", s[0], s[1], s[2])
}

func (s *score) plus(o *score) {
	for i := range s {
		s[i].right += o[i].right
		s[i].found += o[i].found
		s[i].gold += o[i].gold
	}
}

// add compares the names found in a text with those that are there, by tokens: words and single marks, as the usual measure
// counts them. Names of a text may be nested.
func (s *score) add(t *text, names []ner.Name) {
	var found []name
	for _, n := range names {
		found = append(found, name{t.doc.Cover(n.First, n.Last), n.Label})
	}
	toks := wordsAndMarks(t.doc.Text)
	for typ := range s {
		l := ner.Label(2*typ + 1)
		g, f := covered(toks, t.names, l), covered(toks, found, l)
		for i := range toks {
			if g[i] {
				s[typ].gold++
			}
			if f[i] {
				s[typ].found++
			}
			if g[i] && f[i] {
				s[typ].right++
			}
		}
	}
}

func covered(toks []parse.Span, names []name, l ner.Label) []bool {
	out := make([]bool, len(toks))
	for _, n := range names {
		for i := range toks {
			if n.label == l && n.Start <= toks[i].Start && toks[i].End <= n.End {
				out[i] = true
			}
		}
	}
	return out
}

// wordsAndMarks cuts a text as the regular expression \w+|[^\w\s] does.
func wordsAndMarks(text string) (out []parse.Span) {
	open := false
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		switch {
		case r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r):
			if open {
				out[len(out)-1].End = end
			} else {
				out = append(out, parse.Span{Start: i, End: end})
			}
			open = true
			continue
		case !unicode.IsSpace(r):
			out = append(out, parse.Span{Start: i, End: end})
		}
		open = false
	}
	return out
}

// namesOfLabels are the names that labels of tokens mark.
func namesOfLabels(labels []ner.Label) (out []ner.Name) {
	for i, l := range labels {
		switch {
		case l == ner.None:
		case l.Inside() && len(out) > 0 && out[len(out)-1].Last == i:
			out[len(out)-1].Last++
		default:
			out = append(out, ner.Name{First: i, Last: i + 1, Label: l.Begin()})
		}
	}
	return out
}
