package main

import (
	"math"
	"math/rand/v2"

	"github.com/svodka/svodka/entity/internal/ner"
)

// Training must give the same bytes on every machine: products are rounded before they are added, lest a processor fuse the
// two, and nothing depends on the order in which goroutines run.

const (
	labels = int(ner.Labels)
	hidden = ner.Hidden
)

// kindHint is natasha's label of a token, a feature of the correctors alone.
const (
	kindHint   = ner.Kinds
	hintWindow = 2
)

func window(k ner.Kind) int {
	if k == kindHint {
		return hintWindow
	}
	return k.Window()
}

// A param is a number that training moves, with the sum of the squares of its gradients (Adagrad).
type param struct{ v, g2 float32 }

func (p *param) step(rate, g float32) {
	p.g2 += float32(g * g)
	p.v -= float32(rate * g / sqrt(p.g2))
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x) + 1e-6)) }

// A net is the model while it learns: each row of embed is what one feature adds to the hidden units at one place of its
// window.
type net struct {
	options
	first   map[uint64]int32 // by key: a feature's first row, that of the farthest token before it
	list    []ner.Feature    // the features in the order of their rows
	embed   []float32
	g2      []float32 // by row
	bias    [hidden]param
	out     [labels][hidden]param
	outBias [labels]param
	next    [labels + 1][labels]param
	last    [labels]param
	rand    *rand.Rand
}

// An input is a text with its features turned into rows.
type input struct {
	*text
	rows    [][]int32
	lexical [][]bool
}

func newNet(o options, seed uint64, texts []*text, hinted bool) *net {
	n := &net{options: o, first: map[uint64]int32{}, rand: rand.New(rand.NewPCG(seed, 77))}
	count := map[uint64]int{}
	each := func(do func(f ner.Feature)) {
		for _, t := range texts {
			for i := range t.sample.Own {
				for _, f := range t.features(i, hinted) {
					do(f)
				}
			}
		}
	}
	each(func(f ner.Feature) { count[f.Key]++ })
	rows := 0
	each(func(f ner.Feature) {
		if _, ok := n.first[f.Key]; !ok && count[f.Key] >= o.MinCount {
			n.first[f.Key] = int32(rows)
			n.list = append(n.list, f)
			rows += 2*window(f.Kind) + 1
		}
	})
	n.embed, n.g2 = make([]float32, rows*hidden), make([]float32, rows)
	for i := range n.embed {
		n.embed[i] = n.small() * 0.1
	}
	for l := range n.out {
		for j := range n.out[l] {
			n.out[l][j].v = n.small() * 0.4
		}
	}
	return n
}

// small is a random number from -1 to 1.
func (n *net) small() float32 { return float32(2*n.rand.Float64() - 1) }

// features are all the features of token i, those of its place last.
func (t *text) features(i int, hinted bool) []ner.Feature {
	own := t.sample.Own[i]
	out := append(own[:len(own):len(own)], t.sample.Context[i]...)
	if hinted {
		out = append(out, ner.Feature{Kind: kindHint, Key: uint64(t.hints[i]) + 1})
	}
	return out
}

// compile finds the rows of a text's tokens.
func (n *net) compile(t *text, hinted bool) *input {
	x := &input{text: t}
	size := len(t.doc.Tokens)
	x.rows, x.lexical = make([][]int32, size), make([][]bool, size)
	active := make([]bool, size)
	for _, r := range t.sample.Runs {
		for i := r[0]; i < r[1]; i++ {
			active[i] = true
		}
	}
	for i := range size {
		for _, f := range t.features(i, hinted) {
			row, ok := n.first[f.Key]
			if !ok {
				continue
			}
			w := window(f.Kind)
			for at := max(0, i-w); at <= min(size-1, i+w); at++ {
				if !active[at] {
					continue
				}
				x.rows[at] = append(x.rows[at], row+int32(i-at+w))
				x.lexical[at] = append(x.lexical[at], f.Kind.Lexical())
			}
		}
	}
	return x
}

// scratch is what one step needs.
type scratch struct {
	h, keep [][hidden]float32
	dropped [][]bool
	lattice
}

func (s *scratch) size(n int) {
	for len(s.h) < n {
		s.h = append(s.h, [hidden]float32{})
		s.keep = append(s.keep, [hidden]float32{})
		s.dropped = append(s.dropped, nil)
	}
	s.lattice.size(n)
}

// forward fills the hidden units and the scores of the labels for the tokens of a run.
func (n *net) forward(s *scratch, x *input, run [2]int, train bool) {
	s.size(run[1] - run[0])
	for i := run[0]; i < run[1]; i++ {
		h := &s.h[i-run[0]]
		n.sum(h, s, x, i, i-run[0], train)
		for j := range h {
			h[j] = max(0, h[j])
			if train {
				k := float32(1 / (1 - n.Drop))
				if n.rand.Float64() < n.Drop {
					k = 0
				}
				s.keep[i-run[0]][j] = k
				h[j] *= k
			}
		}
		score := &s.score[i-run[0]]
		for l := range score {
			v := n.outBias[l].v
			for j := range h {
				v += float32(n.out[l][j].v * h[j])
			}
			score[l] = v
		}
	}
}

// sum adds up the rows of a token; in training some are left out.
func (n *net) sum(h *[hidden]float32, s *scratch, x *input, i, at int, train bool) {
	for j := range h {
		h[j] = n.bias[j].v
	}
	s.dropped[at] = s.dropped[at][:0]
	for k, row := range x.rows[i] {
		drop := train && x.lexical[i][k] && n.rand.Float64() < n.DropWords
		s.dropped[at] = append(s.dropped[at], drop)
		if drop {
			continue
		}
		e := n.embed[int(row)*hidden:][:hidden]
		for j := range h {
			h[j] += e[j]
		}
	}
}

// learn moves the weights by one run.
func (n *net) learn(s *scratch, x *input, run [2]int, rate float32) {
	n.forward(s, x, run, true)
	want := x.labels[0]
	if len(x.labels) > 1 {
		want = x.labels[n.rand.IntN(len(x.labels))]
	}
	size := run[1] - run[0]
	s.gradients(n, want[run[0]:run[1]])
	for k := range s.gNext {
		for l := range s.gNext[k] {
			if g := s.gNext[k][l]; g != 0 {
				n.next[k][l].step(rate, g)
			}
		}
	}
	for l := range s.gLast {
		n.last[l].step(rate, s.gLast[l])
	}
	for i := range size {
		n.learnToken(s, x, run[0]+i, i, rate)
	}
}

func (n *net) learnToken(s *scratch, x *input, i, at int, rate float32) {
	ds, h := &s.gScore[at], &s.h[at]
	norm := float32(0)
	for _, g := range ds {
		norm += float32(g * g)
	}
	if norm < 1e-5 {
		return
	}
	var gh [hidden]float32
	for l, g := range ds {
		for j := range gh {
			p := &n.out[l][j]
			gh[j] += float32(g * p.v)
			if h[j] > 0 {
				p.step(rate, g*h[j])
			}
		}
		n.outBias[l].step(rate, g)
	}
	norm = 0
	for j := range gh {
		if h[j] <= 0 {
			gh[j] = 0
			continue
		}
		gh[j] *= s.keep[at][j]
		norm += float32(gh[j] * gh[j])
		n.bias[j].step(rate, gh[j])
	}
	if norm == 0 {
		return
	}
	for k, row := range x.rows[i] {
		if s.dropped[at][k] {
			continue
		}
		n.g2[row] += float32(norm / hidden)
		step := rate / sqrt(n.g2[row])
		e := n.embed[int(row)*hidden:][:hidden]
		for j, g := range gh {
			e[j] -= float32(step * g)
		}
	}
}

// learnFrom goes over texts again and again, each time in another order, at a falling rate.
func (n *net) learnFrom(texts []*text, hinted bool) {
	type item struct {
		x   *input
		run [2]int
	}
	var items []item
	for _, t := range texts {
		x := n.compile(t, hinted)
		for _, r := range t.sample.Runs {
			items = append(items, item{x, r})
		}
	}
	var s scratch
	for e := range n.Epochs {
		n.rand.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		for i, it := range items {
			done := (float64(e) + float64(i)/float64(len(items))) / float64(n.Epochs)
			n.learn(&s, it.x, it.run, float32(n.Rate*(1-0.95*done)))
		}
	}
}
