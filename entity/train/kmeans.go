package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/svodka/svodka/entity/internal/ner"
)

const (
	lexiconWords = 120000 // the words that have codes
	commonWords  = 20000  // those that make the code books
	clusterTurns = 8
)

// quantize finds code books by k-means, each of what is left over of the vectors by the ones before, and gives the codes of
// the words; it takes the vectors to pieces.
func (x *vectors) quantize(seed uint64, set func(word, book int, code uint8)) {
	r := rand.New(rand.NewPCG(seed, 5))
	for book := range ner.Books {
		centers := x.means(r, ner.BookSize)
		for i, c := range x.nearest(len(x.words), centers) {
			set(i, book, uint8(c))
			for j, v := range centers[c] {
				x.at(i)[j] -= v
			}
		}
	}
}

// first is a copy of the first n words.
func (x *vectors) first(n int) *vectors {
	n = min(n, len(x.words))
	return &vectors{words: x.words[:n], dim: x.dim, v: slices.Clone(x.v[:n*x.dim]), unknown: x.unknown}
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

// means finds the centers of k clusters of the common words.
func (x *vectors) means(r *rand.Rand, k int) [][]float32 {
	n := min(commonWords, len(x.words))
	centers := make([][]float32, k)
	for c, i := range r.Perm(max(k, n))[:k] {
		centers[c] = make([]float32, x.dim)
		if i < n {
			copy(centers[c], x.at(i))
		}
	}
	for range clusterTurns {
		near := x.nearest(n, centers)
		count := make([]float32, k)
		for c := range centers {
			clear(centers[c])
		}
		for i, c := range near {
			count[c]++
			for j, v := range x.at(i) {
				centers[c][j] += v
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

// nearest finds the center nearest to each of the first n words.
func (x *vectors) nearest(n int, centers [][]float32) []int {
	half := make([]float32, len(centers)) // of the square of its length
	for c := range centers {
		half[c] = dot(centers[c], centers[c]) / 2
	}
	out := make([]int, n)
	share(n, runtime.GOMAXPROCS(0), func(i int) {
		v := x.at(i)
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
