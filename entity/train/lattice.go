package main

import (
	"math"

	"github.com/svodka/svodka/entity/internal/ner"
)

// A lattice is all the paths through the labels of a run: a conditional random field.
type lattice struct {
	score  [][labels]float32
	gScore [][labels]float32 // gradients of the loss, the negative logarithm of the right path's probability
	gNext  [labels + 1][labels]float32
	gLast  [labels]float32

	e, forth, back [][labels]float64 // exponentials of the scores; sums over the paths before and behind
	next           [labels + 1][labels]float64
	last           [labels]float64
}

func (s *lattice) size(n int) {
	for len(s.score) < n {
		s.score = append(s.score, [labels]float32{})
		s.gScore = append(s.gScore, [labels]float32{})
		s.e = append(s.e, [labels]float64{})
		s.forth = append(s.forth, [labels]float64{})
		s.back = append(s.back, [labels]float64{})
	}
}

// sums fills forth and back, each scaled to add up to 1.
func (s *lattice) sums(n *net, size int) {
	for k := range s.next {
		for l := range s.next[k] {
			s.next[k][l] = 0
			if ner.Label(l).Follows(ner.Label(k)) {
				s.next[k][l] = exp(float64(n.next[k][l].v))
			}
		}
	}
	for l := range s.last {
		s.last[l] = exp(float64(n.last[l].v))
	}
	for i := range size {
		top := s.score[i][0]
		for _, v := range s.score[i] {
			top = max(top, v)
		}
		for l, v := range s.score[i] {
			s.e[i][l] = exp(max(float64(v-top), -300)) // lest no path be left
		}
	}
	for l := range labels {
		s.forth[0][l] = s.next[ner.Start][l] * s.e[0][l]
		s.back[size-1][l] = s.last[l]
	}
	scale(&s.forth[0])
	for i := 1; i < size; i++ {
		for l := range labels {
			v := 0.0
			for k := range labels {
				v += float64(s.forth[i-1][k] * s.next[k][l])
			}
			s.forth[i][l] = v * s.e[i][l]
		}
		scale(&s.forth[i])
	}
	for i := size - 2; i >= 0; i-- {
		for k := range labels {
			v := 0.0
			for l := range labels {
				v += float64(s.next[k][l] * float64(s.e[i+1][l]*s.back[i+1][l]))
			}
			s.back[i][k] = v
		}
		scale(&s.back[i])
	}
}

func scale(v *[labels]float64) {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	for l := range v {
		v[l] /= sum
	}
}

// marginal is how likely each label of token i is.
func (s *lattice) marginal(i int) (p [labels]float64) {
	for l := range p {
		p[l] = s.forth[i][l] * s.back[i][l]
	}
	scale(&p)
	return p
}

// gradients fills those of the scores and of the transitions, for the right path.
func (s *lattice) gradients(n *net, want []ner.Label) {
	s.sums(n, len(want))
	s.gNext, s.gLast = [labels + 1][labels]float32{}, [labels]float32{}
	for i, right := range want {
		p := s.marginal(i)
		p[right]--
		for l := range p {
			s.gScore[i][l] = float32(p[l])
		}
		if i > 0 {
			s.pairs(i, want[i-1], right)
		}
	}
	s.gNext[ner.Start] = s.gScore[0]
	s.gLast = s.gScore[len(want)-1]
}

// pairs adds the gradients of the transitions to token i.
func (s *lattice) pairs(i int, from, to ner.Label) {
	var p [labels][labels]float64
	sum := 0.0
	for k := range p {
		for l := range p[k] {
			p[k][l] = float64(s.forth[i-1][k]*s.next[k][l]) * float64(s.e[i][l]*s.back[i][l])
			sum += p[k][l]
		}
	}
	for k := range p {
		for l := range p[k] {
			s.gNext[k][l] += float32(p[k][l] / sum)
		}
	}
	s.gNext[from][to]--
}

// best is the likeliest path through marginals of the labels.
func best(p [][labels]float64) []ner.Label {
	n := len(p)
	back := make([][labels]ner.Label, n)
	var v [labels]float64
	for i := range p {
		var now [labels]float64
		for l := range now {
			now[l] = math.Inf(-1)
			for k := range v {
				if i == 0 && k != int(ner.None) || !ner.Label(l).Follows(ner.Label(k)) {
					continue
				}
				if v[k] > now[l] {
					now[l], back[i][l] = v[k], ner.Label(k)
				}
			}
			now[l] += logarithm(p[i][l] + 1e-9)
		}
		v = now
	}
	l := ner.None
	for k := range v {
		if v[k] > v[l] {
			l = ner.Label(k)
		}
	}
	out := make([]ner.Label, n)
	for i := n - 1; i >= 0; i-- {
		out[i] = l
		l = back[i][l]
	}
	return out
}

const ln2 = 0.693147180559945309417232121458176568

// exp is e to the power of x, the same on every machine (math.Exp is written for some in their own instructions).
func exp(x float64) float64 {
	k := math.Floor(float64(x/ln2) + 0.5)
	r := x - float64(k*ln2)
	v := 1.0
	for i := 13; i > 0; i-- {
		v = 1 + float64(float64(r*v)/float64(i))
	}
	return math.Ldexp(v, int(k))
}

// logarithm is the natural logarithm of x, the same on every machine.
func logarithm(x float64) float64 {
	m, e := math.Frexp(x) // x = m·2^e
	z := (m - 1) / (m + 1)
	sum, power := 0.0, z
	for i := 1; i < 40; i += 2 {
		sum += power / float64(i)
		power = float64(power*z) * z
	}
	return float64(2*sum) + float64(float64(e)*ln2)
}
