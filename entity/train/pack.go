package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/svodka/svodka/entity/internal/ner"
)

// pack rounds the rows of a trained net to a byte a number and keeps the weightiest ones.
func (n *net) pack(recipe [ner.HashSize]byte, c ner.Lexicon) []byte {
	w := n.weights()
	for j := range hidden {
		top := float32(0)
		for i := j; i < len(n.embed); i += hidden {
			top = max(top, n.embed[i], -n.embed[i])
		}
		w.Unit[j] = top / 127
	}
	weight := n.rowWeights()
	least := float32(0)
	if len(weight) > n.MaxRows {
		sorted := slices.Clone(weight)
		slices.SortFunc(sorted, func(a, b float32) int { return cmp.Compare(b, a) })
		least = sorted[n.MaxRows]
	}
	var rows []ner.Row
	row := 0
	for _, f := range n.list {
		win := f.Kind.Window()
		for place := -win; place <= win; place++ {
			if weight[row] > least {
				r := ner.Row{Feature: f, Place: place}
				for j, v := range n.embed[row*hidden:][:hidden] {
					r.Value[j] = int8(math.Round(float64(v / w.Unit[j])))
				}
				rows = append(rows, r)
			}
			row++
		}
	}
	return ner.Pack(recipe, rows, c, w)
}

// rowWeights tells how much each row can move the scores of the labels.
func (n *net) rowWeights() []float32 {
	var by [hidden]float32
	for l := range n.out {
		for j, p := range n.out[l] {
			by[j] += float32(p.v * p.v)
		}
	}
	out := make([]float32, len(n.g2))
	for i := range out {
		if n.g2[i] == 0 {
			continue // never seen in training
		}
		for j, v := range n.embed[i*hidden:][:hidden] {
			out[i] += float32(float32(v*v) * by[j])
		}
	}
	return out
}

// weights are the numbers of the net beside its rows.
func (n *net) weights() *ner.Weights {
	w := new(ner.Weights)
	for j := range hidden {
		w.Bias[j] = n.bias[j].v
		for l := range labels {
			w.Out[j][l] = n.out[l][j].v
		}
	}
	for l := range labels {
		w.OutBias[l], w.Last[l] = n.outBias[l].v, n.last[l].v
		for k := range n.next {
			w.Next[k][l] = n.next[k][l].v
			if !ner.Label(l).Follows(ner.Label(k)) {
				w.Next[k][l] = -1e4
			}
		}
	}
	return w
}
