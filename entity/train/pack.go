package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/svodka/svodka/entity/internal/ner"
)

// pack makes a model file: it rounds the rows to a byte a number and keeps the weightiest ones.
func (n *net) pack(recipe [ner.HashSize]byte, x ner.Lexicon) []byte {
	w := n.weights()
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
				rows = append(rows, ner.Row{Feature: f, Place: place, Value: n.round(row, &w.Unit)})
			}
			row++
		}
	}
	return ner.Pack(recipe, rows, x, w)
}

// round is a row in whole units.
func (n *net) round(row int, unit *[hidden]float32) (out [hidden]int8) {
	for j, v := range n.embed[row*hidden:][:hidden] {
		out[j] = int8(math.Round(float64(v / unit[j])))
	}
	return out
}

// rowWeights tells how much each row can move the scores of the labels.
func (n *net) rowWeights() []float32 {
	out := make([]float32, len(n.g2))
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
	return out
}

// weights are the numbers beside the rows.
func (n *net) weights() *ner.Weights {
	w := new(ner.Weights)
	for j := range hidden {
		top := float32(0)
		for i := j; i < len(n.embed); i += hidden {
			top = max(top, n.embed[i], -n.embed[i])
		}
		w.Unit[j] = top / 127
		w.Bias[j] = n.bias[j].v
		for l := range labels {
			w.Out[j][l] = n.out[l][j].v
		}
	}
	for l := range labels {
		w.OutBias[l] = n.outBias[l].v
		w.Last[l] = n.last[l].v
		for k := range n.next {
			w.Next[k][l] = n.next[k][l].v
			if !ner.Label(l).Follows(ner.Label(k)) {
				w.Next[k][l] = -1e4
			}
		}
	}
	return w
}
