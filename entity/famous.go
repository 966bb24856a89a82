package entity

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// Names that every reader knows are told without the model: Единая Россия is no place at the head of a sentence either.

// A famous name is one of several words, or a firm's that a dictionary takes for a common noun, in the nominative, as keys are written.
type famous struct {
	words []string
	typ   Type
}

// firms lists names of one word that a dictionary takes for common nouns or that look like a person's or a place's, moreNames those of several that have
// no other name in knownOrgs. Sources: the lists of the largest firms, parties and media of Russia, and of international bodies.
const (
	firms = `минэк, интерпол, европол, хезболла, хизбалла, талибан, хамас, аль-каида, аль-кайда, аль-джазира, госдеп, госдепартамент, пентагон, еврокомиссия, европарламент, евросоюз, аэрофлот, сбербанк, сбер, новатэк, ростех, росатом, роскосмос, русал, норникель, рейтерс, гринпис, росбанк, автоваз, камаз, ростелеком, мегафон, росгосстрах`

	moreNames = `единая россия, справедливая россия, партия регионов, правый сектор, партия роста, союз правых сил
совет европы, всемирный банк, европейский центральный банк, красный крест, красный полумесяц, врачи без границ, репортеры без границ, африканский союз, таможенный союз
братья-мусульмане, банк россии, почта россии, московская биржа, совкомбанк, тинькофф банк
первый канал, пятый канал, матч тв, рен тв, тв центр, эхо москвы, радио свобода, свободная европа, франс пресс, вашингтон пост, русская служба би-би-си, независимая газета, российская газета, аргументы и факты
российский футбольный союз, русское географическое общество, олимпийский комитет россии, паралимпийский комитет россии, союз журналистов россии, генеральный штаб, общественная палата, счетная палата`
)

// famousNames are the famous names by the first three letters of their first words.
var famousNames = sync.OnceValue(func() map[string][]famous {
	m := map[string][]famous{}
	add := func(list string, typ Type, least int) {
		for n := range strings.FieldsFuncSeq(list, func(c rune) bool { return c == ',' || c == '\n' }) {
			if words := strings.Fields(n); len(words) >= least && len(words[0]) >= stemBytes {
				m[words[0][:stemBytes]] = append(m[words[0][:stemBytes]], famous{words, typ})
			}
		}
	}
	add(firms, Org, 1)
	add(moreNames, Org, 2)
	add(knownOrgs, Org, 2)
	add(knownPlaces, Place, 2)
	return m
})

const stemBytes = 3 * len("а")

// nameFamous gives famous names a span each, in place of what the model has there, unless that is a longer name of the same type.
func nameFamous(doc *parse.Document, spans []span) []span {
	var out []span // nil while nothing is changed
	next, at := 0, 0
	for i := range doc.Tokens {
		if i < at || doc.Tokens[i].Shape()&parse.Title == 0 {
			continue
		}
		f, ok := famousAt(doc, i)
		if !ok {
			continue
		}
		before := next
		for next < len(spans) && spans[next].last <= i {
			next++
		}
		if out != nil {
			out = append(out, spans[before:next]...)
		}
		k := next
		for k < len(spans) && spans[k].first < f.last {
			k++
		}
		if k > next && !f.replaces(spans[next:k]) {
			continue
		}
		if out == nil {
			out = append(make([]span, 0, len(spans)+4), spans[:next]...)
		}
		out, next, at = append(out, f), k, f.last
	}
	if out == nil {
		return spans
	}
	return append(out, spans[next:]...)
}

// replaces tells whether a famous name takes in the spans it overlaps, and is not one of them.
func (s span) replaces(spans []span) bool {
	return spans[0] != s && spans[0].first >= s.first && spans[len(spans)-1].last <= s.last
}

// famousAt is the longest famous name that begins at token i.
func famousAt(doc *parse.Document, i int) (s span, ok bool) {
	t := doc.Tokens
	k := t[i].Key()
	if len(k) < stemBytes {
		return s, false
	}
	for _, f := range famousNames()[k[:stemBytes]] {
		last := i + len(f.words)
		if last > len(t) || last <= s.last || !slices.EqualFunc(f.words, t[i:last], func(w string, t parse.Token) bool { return formOfWord(w, t.Key()) }) {
			continue
		}
		if len(f.words) > 1 && !capitals(t[i+1:last]) && opens(doc, i) && last < len(t) && t[last].Word().Can(lex.Noun|lex.Gen) {
			continue // Первый канал связи
		}
		s, ok = span{i, last, f.typ}, true
	}
	return s, ok
}

// famousWord is the famous name of one word that a key is a form of: the letters to take off it, and what to put there.
func famousWord(key string) (off int, ending string, ok bool) {
	if len(key) < stemBytes {
		return 0, "", false
	}
	list := famousNames()[key[:stemBytes]]
	if slices.ContainsFunc(list, func(f famous) bool { return len(f.words) == 1 && f.words[0] == key }) {
		return 0, "", true // Цхинвали is none of Цхинвал
	}
	for _, f := range list {
		if len(f.words) > 1 || !formOfWord(f.words[0], key) {
			continue
		}
		w, n := f.words[0], 0
		for n < min(len(w), len(key)) && w[n] == key[n] {
			n++
		}
		for n < len(w) && !utf8.RuneStart(w[n]) || n < len(key) && !utf8.RuneStart(key[n]) {
			n--
		}
		return utf8.RuneCountInString(key[n:]), w[n:], true
	}
	return 0, "", false
}

// capitals tells whether one of some tokens has a capital.
func capitals(t []parse.Token) bool {
	return slices.ContainsFunc(t, func(t parse.Token) bool { return t.Shape()&parse.Capital != 0 })
}

// formOfWord tells whether a key can be a form of a word in the nominative: it begins like the word without its ending, and goes on by an
// ending itself.
func formOfWord(word, key string) bool {
	stem := word
	for n := 0; n < 2 && len(stem) > stemBytes; n++ {
		r, size := utf8.DecodeLastRuneInString(stem)
		if !strings.ContainsRune("аеийоуыьюя", r) {
			break
		}
		stem = stem[:len(stem)-size]
	}
	rest, ok := strings.CutPrefix(key, stem)
	return ok && len(rest) <= len("ого") && strings.Trim(rest, "аегиймоуыхьюя") == ""
}
