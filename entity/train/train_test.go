package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/svodka/svodka/entity/internal/ner"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

var (
	navecFile   = flag.String("navec", "", "navec_news_v1_1B_250K_300d_100q.tar, to train anew")
	slovnetFile = flag.String("slovnet", "", "slovnet_ner_news_v1.tar, to train anew")
)

// TestRetrain makes the model anew and compares. It needs the corpora and the two files; it takes minutes.
func TestRetrain(t *testing.T) {
	if testing.Short() || *navecFile == "" || *slovnetFile == "" {
		t.Skip("to train anew: go test ./entity/train -navec FILE -slovnet FILE")
	}
	in := inputs{filepath.Dir(golden.Corpus(t, "factru-devset.jsonl")), "devset-silver.jsonl", *navecFile, *slovnetFile}
	recipe, err := in.recipe(defaults)
	if err != nil {
		t.Fatal(err)
	}
	manifest, err := os.ReadFile("../MANIFEST")
	if err != nil {
		t.Fatal(err)
	}
	if of, _, _ := strings.Cut(recipe, "\noptions\n"); !strings.HasPrefix(string(manifest), of) {
		t.Skip("the corpora at hand or the word table are not those the model was trained on")
	}
	if !strings.HasPrefix(string(manifest), recipe) {
		t.Errorf("the recipe is not that of MANIFEST:\n%s", recipe)
	}
	got, err := build(in, defaults, sha256.Sum256([]byte(recipe)))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../model.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("training gives a model of %d bytes with SHA-256 %x", len(got), sha256.Sum256(got))
	}
}

func TestExp(t *testing.T) {
	for x := -700.0; x < 700; x += 0.37 {
		if want, got := math.Exp(x), exp(x); math.Abs(got-want) > 1e-13*want {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
		if want, got := x, logarithm(math.Exp(x)); math.Abs(got-want) > 1e-12*max(1, math.Abs(x)) {
			t.Errorf("logarithm(exp(%v)) = %v", x, got)
		}
	}
}

// TestLattice compares the marginals with those of all paths counted one by one, and the gradients with differences.
func TestLattice(t *testing.T) {
	n := newNet(defaults, 3, nil, false)
	for k := range n.next {
		for l := range n.next[k] {
			n.next[k][l].v = n.small()
		}
	}
	for l := range n.last {
		n.last[l].v = n.small()
	}
	const size = 4
	var s lattice
	s.size(size)
	for i := range size {
		for l := range s.score[i] {
			s.score[i][l] = 2 * n.small()
		}
	}
	want := []ner.Label{ner.None, ner.PersonBegin, ner.PersonInside, ner.OrgBegin}
	s.gradients(n, want)
	all, path := 0.0, make([]ner.Label, size)
	var sums [size][labels]float64
	var walk func(i int)
	walk = func(i int) {
		if i == size {
			p := math.Exp(pathScore(n, &s, path))
			all += p
			for k, l := range path {
				sums[k][l] += p
			}
			return
		}
		for l := range ner.Labels {
			from := ner.Start
			if i > 0 {
				from = path[i-1]
			}
			if l.Follows(from) {
				path[i] = l
				walk(i + 1)
			}
		}
	}
	walk(0)
	for i := range size {
		p := s.marginal(i)
		for l := range p {
			g := sums[i][l] / all
			if math.Abs(p[l]-g) > 1e-6 {
				t.Errorf("marginal of token %d, label %d: %v, want %v", i, l, p[l], g)
			}
			if ner.Label(l) == want[i] {
				g--
			}
			if math.Abs(float64(s.gScore[i][l])-g) > 1e-5 {
				t.Errorf("gradient of token %d, label %d: %v, want %v", i, l, s.gScore[i][l], g)
			}
		}
	}
}

func pathScore(n *net, s *lattice, path []ner.Label) float64 {
	from, sum := ner.Start, float32(0)
	for i, l := range path {
		sum += n.next[from][l].v + s.score[i][l]
		from = l
	}
	return float64(sum + n.last[from].v)
}

// TestBest: the best path through marginals is legal.
func TestBest(t *testing.T) {
	p := [][labels]float64{{0: 0.4, int(ner.OrgInside): 0.6}, {int(ner.OrgInside): 0.9, 0: 0.1}, {0: 1}}
	got := best(p)
	for i, l := range got {
		if i > 0 && !l.Follows(got[i-1]) || i == 0 && l.Inside() {
			t.Errorf("%v is no path", got)
		}
	}
}

func TestLabelTokens(t *testing.T) {
	x := &text{doc: parse.Text("Фонд «Мир» и Анна Ким")}
	got := x.labelTokens([]name{
		{parse.Span{Start: 0, End: len("Фонд «Мир»")}, ner.OrgBegin},
		{parse.Span{Start: len("Фонд «Мир» и "), End: len("Фонд «Мир» и Анна Ким")}, ner.PersonBegin},
	})
	want := []ner.Label{ner.OrgBegin, ner.None, ner.OrgBegin, ner.None, ner.None, ner.PersonBegin, ner.PersonInside}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWordsAndMarks(t *testing.T) {
	const text = "«А-1», б_в"
	var got []string
	for _, s := range wordsAndMarks(text) {
		got = append(got, text[s.Start:s.End])
	}
	if want := []string{"«", "А", "-", "1", "»", ",", "б_в"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestQuantize: the code books of vectors that lie near eight points tell the points apart.
func TestQuantize(t *testing.T) {
	run := func() []ner.Codes {
		x := &vectors{dim: 3}
		for i := range 800 {
			x.words = append(x.words, fmt.Sprint(i))
			x.v = append(x.v, float32(i%2)*8, float32(i/2%2)*8, float32(i/4%2)*8+float32(i%7)/8)
		}
		codes := make([]ner.Codes, len(x.words))
		x.quantize(1, func(word, book int, code uint8) { codes[word][book] = code })
		return codes
	}
	codes := run()
	point := map[ner.Codes]int{}
	for i, c := range codes {
		if p, ok := point[c]; ok && p != i%8 {
			t.Errorf("%v is a code of points %d and %d", c, p, i%8)
		}
		point[c] = i % 8
	}
	if !slices.Equal(codes, run()) {
		t.Error("two runs differ")
	}
}

func TestShapeName(t *testing.T) {
	for word, want := range map[string]string{
		"Путин": "RU_Xx", "и": "RU_x", "МИД": "RU_XX", "дом": "RU_xx", "Нью-Йорк": "RU_Xx-Xx", "МосБиржа": "RU_OTHER", "Я": "RU_X", "BBC": "EN_XX",
		"2011": "NUM", "«": "PUNCT_«", "''": "PUNCT_OTHER", "漢": "OTHER",
	} {
		if got := shapeName(word); got != want {
			t.Errorf("%s is %s, want %s", word, got, want)
		}
	}
}

// TestRewrite: words give way to those of their role and ending, written as they were; all else stays.
func TestRewrite(t *testing.T) {
	var words []string
	for _, w := range []string{"москва", "тула", "рощин", "орлин", "дворец", "купец", "нато"} {
		words = append(words, lex.Fold(w))
	}
	codes := make([]ner.Codes, len(words)) // all of one role
	th := newThesaurus(words, ner.MakeLexicon(words, codes))
	doc := parse.Text("В «Рощин-клубе» РОЩИН строит дворец для НАТО, 5 шт.")
	met := map[string]bool{}
	for i := range 200 {
		met[th.rewrite(rand.New(rand.NewPCG(1, uint64(i))), doc)] = true
	}
	for _, want := range []string{
		"В «Рощин-клубе» РОЩИН строит дворец для НАТО, 5 шт.", "В «Рощин-клубе» ОРЛИН строит купец для НАТО, 5 шт.",
	} {
		if !met[want] {
			t.Errorf("never made: %s", want)
		}
	}
	if len(met) != 4 {
		t.Errorf("%d texts were made, want 4: %q", len(met), slices.Collect(maps.Keys(met)))
	}
}

// TestExtract: a name that a run of tokens cuts begins anew.
func TestExtract(t *testing.T) {
	x := &text{doc: parse.Text("Пётр ушёл, ушла Анна.")}
	labels := make([]ner.Label, len(x.doc.Tokens))
	for i := range labels {
		labels[i] = ner.PersonInside
	}
	x.labels = [][]ner.Label{labels}
	x.extract("")
	if len(x.sample.Runs) == 0 {
		t.Fatal("no runs")
	}
	for _, r := range x.sample.Runs {
		if labels[r[0]] != ner.PersonBegin {
			t.Errorf("the run at %d begins with label %d", r[0], labels[r[0]])
		}
	}
}
