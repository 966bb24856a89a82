package main

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/entity/internal/ner"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// The texts at hand hold few names. Copies of them in which words are replaced by others of the same role and ending, labelled
// by the teacher, show the nets what it knows of many more.

const (
	minLetters = 3    // shorter words stay
	swapNames  = 0.5  // how often a word with a capital is replaced
	swapOthers = 0.25 // and any other
)

// A thesaurus holds words that can stand for one another: those of one role, by its first code, with the same last two letters.
type thesaurus struct {
	lexicon ner.Lexicon
	words   map[string][]string
}

func newThesaurus(words []string, x ner.Lexicon) *thesaurus {
	t := &thesaurus{x, map[string][]string{}}
	for _, w := range words {
		if key, ok := t.key(w); ok {
			t.words[key] = append(t.words[key], lex.Unfold(w))
		}
	}
	return t
}

// key names the words that can stand for a folded one.
func (t *thesaurus) key(fold string) (string, bool) {
	if len(fold) < minLetters {
		return "", false
	}
	c, ok := t.lexicon.Of(lex.Hash(fold))
	return string(c[:1]) + fold[len(fold)-2:], ok
}

// rewrite replaces words of a text.
func (t *thesaurus) rewrite(r *rand.Rand, doc *parse.Document) string {
	var b strings.Builder
	last := 0
	for i := range doc.Tokens {
		tok := &doc.Tokens[i]
		if tok.Kind() != parse.Word || tok.Shape()&parse.Mixed != 0 {
			continue
		}
		share := swapOthers
		if tok.Shape()&parse.Capital != 0 {
			share = swapNames
		}
		if r.Float64() >= share {
			continue
		}
		key, ok := t.key(tok.Word().Fold())
		list := t.words[key]
		if !ok || len(list) == 0 {
			continue
		}
		b.WriteString(doc.Text[last:tok.Start()])
		b.WriteString(written(list[r.IntN(len(list))], tok.Shape()))
		last = tok.End()
	}
	b.WriteString(doc.Text[last:])
	return b.String()
}

// written writes a word in the way of a shape.
func written(word string, s parse.Shape) string {
	switch {
	case s&parse.Upper != 0:
		return strings.ToUpper(word)
	case s&parse.Title == 0:
		return word
	}
	var b strings.Builder
	for i, part := range strings.Split(word, "-") {
		if i > 0 {
			b.WriteByte('-')
		}
		r, size := utf8.DecodeRuneInString(part)
		b.WriteRune(unicode.ToUpper(r))
		b.WriteString(part[size:])
	}
	return b.String()
}

// augment gives each text so many rewritten copies with the teacher's labels; those of a gold text keep its own.
func augment(o options, texts []*text, t *teacher, x *vectors, th *thesaurus) {
	workers := runtime.GOMAXPROCS(0)
	share(workers, workers, func(k int) {
		tagger := newTeacherTagger(t, x)
		for i := k; i < len(texts); i += workers {
			from := texts[i]
			r := rand.New(rand.NewPCG(o.Seed, uint64(i)))
			for range o.Copies {
				c := &text{id: from.id, doc: parse.Text(th.rewrite(r, from.doc))}
				c.labels = [][]ner.Label{tagger.label(c.doc)}
				if from.gold && len(c.doc.Tokens) == len(from.doc.Tokens) {
					c.labels = [][]ner.Label{slices.Clone(from.labels[0])}
				}
				c.extract(th.lexicon)
				from.copies = append(from.copies, c)
			}
		}
	})
}
