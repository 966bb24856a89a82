package entity

// A table is a map by keys of names. Most keys it is asked for it does not have; their length and last letter tell that of most.
type table[V any] struct {
	values map[string]V
	ends   [16]uint64 // a bit for each length and last letter
}

func newTable[V any]() table[V] { return table[V]{values: map[string]V{}} }

// end is the bit of a key: the word of ends, and its place there.
func end(key string) (word, bit uint) {
	if key == "" {
		return 0, 0
	}
	return uint(len(key)/2) & 15, uint(key[len(key)-1]) & 63
}

// get is the value of a key; the zero value where there is none.
func (t *table[V]) get(key string) (v V) {
	if word, bit := end(key); t.ends[word]>>bit&1 == 0 {
		return v
	}
	return t.values[key]
}

func (t *table[V]) put(key string, v V) {
	word, bit := end(key)
	t.ends[word] |= 1 << bit
	t.values[key] = v
}

func (t *table[V]) clear() {
	t.values, t.ends = emptied(t.values), [16]uint64{}
}

// emptied is a map with nothing in it: the same one, unless that has grown so large that to empty it again would cost every short text
// behind a long one.
func emptied[V any](m map[string]V) map[string]V {
	const large = 1 << 10
	if len(m) > large {
		return map[string]V{}
	}
	clear(m)
	return m
}
