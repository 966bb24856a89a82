package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"math"
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
	if sum := fmt.Sprintf("%s\n  sha256   %x\n", tableLine, lex.Sum()); !strings.Contains(string(manifest), sum) {
		t.Skip("the word table changed since the model was trained")
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
