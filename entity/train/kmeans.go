package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"

	"github.com/svodka/svodka/entity/internal/ner"
)

const (
	commonWords  = 60000 // the words that decide where the clusters lie
	clusterTurns = 12
)

// makeClusters puts the words into a tree of clusters, by k-means on the directions of their vectors.
func makeClusters(x *vectors, seed uint64) ner.Clusters {
	x.center()
	r := rand.New(rand.NewPCG(seed, 5))
	ids := make([]int, len(x.words))
	all := make([]int, len(x.words))
	for i := range all {
		all[i] = i
	}
	x.divide(r, ids, all, ner.Coarse, ner.Middle, ner.Fine)
	return ner.MakeClusters(x.words, ids)
}

// center gives all vectors length 1, takes off the mean of the common ones', and gives them length 1 again.
func (x *vectors) center() {
	mean := make([]float64, x.dim)
	for i := range x.words {
		normalize(x.at(i))
		if i < commonWords {
			for j, v := range x.at(i) {
				mean[j] += float64(v) / commonWords
			}
		}
	}
	for i := range x.words {
		v := x.at(i)
		for j := range v {
			v[j] -= float32(mean[j])
		}
		normalize(v)
	}
}

func normalize(v []float32) {
	if n := float32(math.Sqrt(float64(dot(v, v)))); n > 0 {
		for j := range v {
			v[j] /= n
		}
	}
}

// dot is the product of two vectors. It has four sums so that the processor need not wait for each addition.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += float32(a[i] * b[i])
		s1 += float32(a[i+1] * b[i+1])
		s2 += float32(a[i+2] * b[i+2])
		s3 += float32(a[i+3] * b[i+3])
	}
	for ; i < len(a); i++ {
		s0 += float32(a[i] * b[i])
	}
	return s0 + s1 + (s2 + s3)
}

// divide splits the words with the given numbers, the commonest first, into counts[0] clusters, each of those into
// counts[1] and so on, and adds what it finds to ids.
func (x *vectors) divide(r *rand.Rand, ids, words []int, counts ...int) {
	k := counts[0]
	centers := x.means(r, words, k)
	near := x.nearest(words, centers)
	groups := make([][]int, k)
	for i, w := range words {
		ids[w] = ids[w]*k + near[i]
		groups[near[i]] = append(groups[near[i]], w)
	}
	if len(counts) == 1 {
		return
	}
	for _, g := range groups {
		x.divide(r, ids, g, counts[1:]...)
	}
}

// means finds the centers of k clusters.
func (x *vectors) means(r *rand.Rand, words []int, k int) [][]float32 {
	common := words
	for i, w := range words {
		if w >= commonWords && i >= 4*k {
			common = words[:i]
			break
		}
	}
	centers := make([][]float32, k)
	for c, i := range r.Perm(max(k, len(common)))[:k] {
		centers[c] = make([]float32, x.dim)
		if i < len(common) {
			copy(centers[c], x.at(common[i]))
		}
	}
	for range clusterTurns {
		near := x.nearest(common, centers)
		for _, c := range centers {
			clear(c)
		}
		for i, w := range common {
			c := centers[near[i]]
			for j, v := range x.at(w) {
				c[j] += v
			}
		}
		for _, c := range centers {
			normalize(c)
		}
	}
	return centers
}

// nearest finds the center nearest to each word.
func (x *vectors) nearest(words []int, centers [][]float32) []int {
	out := make([]int, len(words))
	parallel(runtime.GOMAXPROCS(0), func(p int) {
		for i := p; i < len(words); i += runtime.GOMAXPROCS(0) {
			v := x.at(words[i])
			best := float32(math.Inf(-1))
			for c := range centers {
				if d := dot(v, centers[c]); d > best {
					best, out[i] = d, c
				}
			}
		}
	})
	return out
}

// parallel runs do(0), do(1), … do(n-1) and waits for them.
func parallel(n int, do func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { do(i) })
	}
	wg.Wait()
}
