package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/svodka/svodka/entity/internal/ner"
)

// A model is nets of the same features that vote: a net whose hidden units are all of theirs.
type model []*net

// pack rounds the rows to a byte a number and keeps the weightiest ones.
func (m model) pack(recipe [ner.HashSize]byte, x ner.Lexicon) []byte {
	w := m.weights()
	weight := m.rowWeights()
	least := float32(0)
	if len(weight) > m[0].MaxRows {
		sorted := slices.Clone(weight)
		slices.SortFunc(sorted, func(a, b float32) int { return cmp.Compare(b, a) })
		least = sorted[m[0].MaxRows]
	}
	var rows []ner.Row
	row := 0
	for _, f := range m[0].list {
		win := f.Kind.Window()
		for place := -win; place <= win; place++ {
			if weight[row] > least {
				rows = append(rows, ner.Row{Feature: f, Place: place, Value: m.round(row, &w.Unit)})
			}
			row++
		}
	}
	return ner.Pack(recipe, rows, x, w)
}

// round is a row of all the nets in whole units.
func (m model) round(row int, unit *[ner.Hidden]float32) (out [ner.Hidden]int8) {
	for b, n := range m {
		for j, v := range n.embed[row*hidden:][:hidden] {
			out[b*hidden+j] = int8(math.Round(float64(v / unit[b*hidden+j])))
		}
	}
	return out
}

// rowWeights tells how much each row can move the scores of the labels.
func (m model) rowWeights() []float32 {
	out := make([]float32, len(m[0].g2))
	for _, n := range m {
		var by [hidden]float32
		for l := range n.out {
			for j, p := range n.out[l] {
				by[j] += float32(p.v * p.v)
			}
		}
		for i := range out {
			if n.g2[i] == 0 {
				continue // never seen in training
			}
			for j, v := range n.embed[i*hidden:][:hidden] {
				out[i] += float32(float32(v*v) * by[j])
			}
		}
	}
	return out
}

// weights are the numbers beside the rows: the nets' scores and transitions are averaged.
func (m model) weights() *ner.Weights {
	w := new(ner.Weights)
	for b, n := range m {
		for j := range hidden {
			unit := b*hidden + j
			top := float32(0)
			for i := j; i < len(n.embed); i += hidden {
				top = max(top, n.embed[i], -n.embed[i])
			}
			w.Unit[unit] = top / 127
			w.Bias[unit] = n.bias[j].v
			for l := range labels {
				w.Out[unit][l] = n.out[l][j].v / blocks
			}
		}
		for l := range labels {
			w.OutBias[l] += float32(n.outBias[l].v / blocks)
			w.Last[l] += float32(n.last[l].v / blocks)
			for k := range n.next {
				w.Next[k][l] += float32(n.next[k][l].v / blocks)
			}
		}
	}
	for l := range labels {
		for k := range w.Next {
			if !ner.Label(l).Follows(ner.Label(k)) {
				w.Next[k][l] = -1e4
			}
		}
	}
	return w
}
