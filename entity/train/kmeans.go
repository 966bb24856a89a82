package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/svodka/svodka/entity/internal/ner"
)

const (
	clusterWords = 120000 // the words that have clusters
	commonWords  = 60000  // those that decide where the clusters lie
	clusterTurns = 12
)

// makeClusters puts words into a tree of clusters, by k-means on their vectors.
func makeClusters(x *vectors, seed uint64) ner.Clusters {
	r := rand.New(rand.NewPCG(seed, 5))
	ids := make([]int, len(x.words))
	all := make([]int, len(x.words))
	for i := range all {
		all[i] = i
	}
	x.divide(r, ids, all, ner.Coarse, ner.Middle, ner.Fine)
	return ner.MakeClusters(x.words, ids)
}

// first is the first n words.
func (x *vectors) first(n int) *vectors {
	n = min(n, len(x.words))
	return &vectors{words: x.words[:n], dim: x.dim, v: x.v[:n*x.dim], unknown: x.unknown}
}

// center takes off the mean of the common words' directions, and gives all vectors length 1.
func (x *vectors) center() {
	mean := make([]float64, x.dim)
	for i := range x.words {
		normalize(x.at(i))
		if i < commonWords {
			for j, v := range x.at(i) {
				mean[j] += float64(float64(v) / commonWords)
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
		count := make([]float32, k)
		for c := range centers {
			clear(centers[c])
		}
		for i, w := range common {
			count[near[i]]++
			for j, v := range x.at(w) {
				centers[near[i]][j] += v
			}
		}
		for c := range centers {
			for j := range centers[c] {
				centers[c][j] /= max(1, count[c])
			}
		}
	}
	return centers
}

// nearest finds the center nearest to each word.
func (x *vectors) nearest(words []int, centers [][]float32) []int {
	half := make([]float32, len(centers)) // of the square of its length
	for c := range centers {
		half[c] = dot(centers[c], centers[c]) / 2
	}
	out := make([]int, len(words))
	share(len(words), runtime.GOMAXPROCS(0), func(i int) {
		v := x.at(words[i])
		best := float32(math.Inf(-1))
		for c := range centers {
			if d := dot(v, centers[c]) - half[c]; d > best {
				best, out[i] = d, c
			}
		}
	})
	return out
}

// share does do(0), do(1), … do(n-1) by so many goroutines.
func share(n, workers int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}
