package ner

// Clusters put words into classes by their likeness: a tree of three levels, the number of a word's finest cluster
// beginning with those of the coarser ones. It is a hash table of little-endian numbers, each a fingerprint above the
// cluster's number plus 1; 0 is free.
type Clusters string

const (
	coarseBits  = 6
	midBits     = 2
	fineBits    = 2
	clusterBits = coarseBits + midBits + fineBits + 1 // room for the number plus 1
)

// The shape of the tree of clusters.
const (
	Coarse = 1 << coarseBits // clusters at the top
	Middle = 1 << midBits    // clusters in each of them
	Fine   = 1 << fineBits   // clusters in each of those
)

// A Lexicon is what a model knows of words.
type Lexicon struct {
	Role  Clusters // by what a teacher says of a word in typical places
	Topic Clusters // by the company words keep
}

// Of is the finest cluster of a word, by its hash.
func (c Clusters) Of(hash uint64) (id int, ok bool) {
	n := len(c) / 4
	if n == 0 {
		return 0, false
	}
	i, print := clusterSlot(hash, n)
	for ; ; i++ {
		if i == n {
			i = 0
		}
		v := u32(string(c), 4*i)
		if v == 0 {
			return 0, false
		}
		if v>>clusterBits == print {
			return int(v&(1<<clusterBits-1)) - 1, true
		}
	}
}

func clusterSlot(hash uint64, n int) (slot int, print uint32) {
	hash = mix(hash)
	return int(hash >> 32 * uint64(n) >> 32), uint32(hash) >> clusterBits
}

// MakeClusters packs the clusters of folded words, which are in the order of preference: where two cannot be told apart the first
// one stays.
func MakeClusters(words []string, ids []int) Clusters {
	n := len(words) * 5 / 4
	t := make([]uint32, n)
	for k, w := range words {
		i, print := clusterSlot(hash(w), n)
		for t[i] != 0 && t[i]>>clusterBits != print {
			if i++; i == n {
				i = 0
			}
		}
		if t[i] == 0 {
			t[i] = print<<clusterBits | uint32(ids[k]+1)
		}
	}
	b := make([]byte, 0, 4*n)
	for _, v := range t {
		b = append(b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
	}
	return Clusters(b)
}
