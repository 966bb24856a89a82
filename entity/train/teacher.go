package main

import (
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"runtime"
	"slices"
	"strings"

	"github.com/svodka/svodka/internal/lex"
)

// A teacher is slovnet's net for names (github.com/natasha/slovnet), by which natasha finds them: three layers of
// convolutions, each over a token and its neighbours, on top of a word's vector and its shape. It knows many more names than
// the texts at hand hold; what it says of a word in a few typical places tells what kind of word it is.
type teacher struct {
	shapes map[string][]float32
	layers [3]layer
	head   []float32 // by the last layer's unit and tag
	bias   [tags]float32
	next   [tags][tags]float32 // from tag to tag
	unk    []float32           // the vector of a word that has none
}

// A layer is a convolution over three tokens, rectified, then scaled and shifted (the next layer's weights take that over).
type layer struct {
	in, out int
	w       [3][]float32 // by neighbour and input: what it adds to each output
	bias    []float32
	shift   [3][]float32 // what a neighbour adds for the shift of the layer below, when there is one
}

const tags = 8

// readTeacher reads slovnet_ner_news_v1.tar.
func readTeacher(path string, unk []float32) (*teacher, error) {
	files, err := readTar(path)
	if err != nil {
		return nil, err
	}
	array := func(i int) []float32 {
		b := files[fmt.Sprintf("arrays/%d.bin", i)]
		out := make([]float32, len(b)/4)
		for k := range out {
			out[k] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*k:]))
		}
		return out
	}
	t := &teacher{shapes: map[string][]float32{}, unk: unk}
	z, err := gzip.NewReader(strings.NewReader(string(files["vocabs/shape.gz"])))
	if err != nil {
		return nil, err
	}
	names, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	vectors := array(0)
	lines := strings.Split(string(names), "\n")
	size := len(vectors) / len(lines)
	for i, name := range lines {
		t.shapes[name] = vectors[i*size:][:size]
	}
	var scale, shift []float32
	for i := range t.layers {
		at := 1 + 6*i
		t.layers[i] = newLayer(array(at), array(at+1), scale, shift)
		scale, shift = norm(array(at+2), array(at+3), array(at+4), array(at+5))
	}
	t.head, t.bias = foldHead(array(19), array(20), scale, shift)
	next := array(21)
	for k := range t.next {
		copy(t.next[k][:], next[k*tags:])
	}
	return t, nil
}

// norm is a normalisation as a factor and a summand.
func norm(weight, bias, mean, std []float32) (scale, shift []float32) {
	for i := range weight {
		s := weight[i] / std[i]
		scale = append(scale, s)
		shift = append(shift, bias[i]-float32(mean[i]*s))
	}
	return scale, shift
}

// newLayer sorts weights given by output, input, neighbour, and takes over the normalisation of the layer below.
func newLayer(w, bias, scale, shift []float32) layer {
	l := layer{out: len(bias), in: len(w) / len(bias) / 3, bias: bias}
	for k := range l.w {
		l.w[k], l.shift[k] = make([]float32, l.in*l.out), make([]float32, l.out)
		for o := range l.out {
			for i := range l.in {
				v := w[(o*l.in+i)*3+k]
				if scale != nil {
					l.shift[k][o] += float32(v * shift[i])
					v *= scale[i]
				}
				l.w[k][i*l.out+o] = v
			}
		}
	}
	return l
}

// foldHead takes the normalisation below into the weights of the tags, given by input and tag.
func foldHead(w, bias, scale, shift []float32) (out []float32, b [tags]float32) {
	out = slices.Clone(w)
	copy(b[:], bias)
	for i, v := range w {
		b[i%tags] += float32(v * shift[i/tags])
		out[i] *= scale[i/tags]
	}
	return out, b
}

// add adds to dst what input x gives as neighbour k.
func (l *layer) add(dst []float32, k int, x []float32) { l.addFrom(dst, k, 0, x) }

// addFrom does so for input that begins at number first.
func (l *layer) addFrom(dst []float32, k, first int, x []float32) {
	for i, v := range x {
		if v == 0 {
			continue
		}
		w := l.w[k][(first+i)*l.out:][:len(dst)]
		for o := range dst {
			dst[o] += float32(v * w[o])
		}
	}
}

// A probe is a place to put a word: tokens around it, and those whose labels tell of it.
type probe struct {
	tokens []probeToken
	word   int   // the token that the word takes the place of
	watch  []int // the tokens to look at
}

// A probeToken is a token of a probe: its word, "" for an unknown one, and its shape.
type probeToken struct{ word, shape string }

const (
	small = "RU_xx"
	great = "RU_Xx"
)

var probes = []probe{
	{[]probeToken{{"в", small}, {"", great}, {",", "PUNCT_,"}}, 1, []int{1}},
	{[]probeToken{{"", small}, {"", great}, {"", small}}, 1, []int{1}},
	{[]probeToken{{"", small}, {"", "PUNCT_«"}, {"", great}, {"", "PUNCT_»"}, {"", small}}, 2, []int{2}},
	{[]probeToken{{"", small}, {"", great}, {"", great}, {"", small}}, 1, []int{1, 2}},
	{[]probeToken{{"", small}, {"", great}, {"", great}, {"", small}}, 2, []int{1, 2}},
	{[]probeToken{{"", small}, {"", small}, {"", great}, {"", small}}, 1, []int{1, 2}},
	{[]probeToken{{"", small}, {"", great}, {"", small}, {"", small}}, 2, []int{1, 2}},
	{[]probeToken{{"", small}, {"", small}, {"", "PUNCT_«"}, {"", great}, {"", "PUNCT_»"}, {"", small}}, 1, []int{3}},
}

// ask gives for each word what the teacher says of it in all the probes.
func (t *teacher) ask(x *vectors) *vectors {
	out := &vectors{words: x.words}
	for _, p := range probes {
		out.dim += tags * len(p.watch)
	}
	out.v = make([]float32, len(x.words)*out.dim)
	const part = 1000
	share((len(x.words)+part-1)/part, runtime.GOMAXPROCS(0), func(k int) {
		a := &answer{teacher: t, x: x}
		a.prepare()
		for i := k * part; i < min((k+1)*part, len(x.words)); i++ {
			a.word(out.at(i), x.at(i))
		}
	})
	return out
}

// An answer is room to compute in: what the words of the first layer's tokens add up to, for one word after another.
type answer struct {
	*teacher
	x     *vectors
	given [][][3][]float32 // by probe, token and neighbour: what the token adds to the first layer
	own   [3][]float32     // what the word adds
}

func (a *answer) prepare() {
	first := &a.layers[0]
	for _, p := range probes {
		var list [][3][]float32
		for i, tok := range p.tokens {
			word := a.unk
			if at := slices.Index(a.x.words, lex.Fold(tok.word)); tok.word != "" && at >= 0 {
				word = a.x.at(at)
			}
			if i == p.word {
				word = make([]float32, len(a.unk))
			}
			var adds [3][]float32
			for k := range adds {
				adds[k] = make([]float32, first.out)
				first.add(adds[k], k, append(slices.Clone(word), a.shapes[tok.shape]...))
			}
			list = append(list, adds)
		}
		a.given = append(a.given, list)
	}
	for k := range a.own {
		a.own[k] = make([]float32, first.out)
	}
}

// word fills dst with what the teacher says of a word.
func (a *answer) word(dst, vector []float32) {
	for k := range a.own {
		clear(a.own[k])
		a.layers[0].add(a.own[k], k, vector)
	}
	for i, p := range probes {
		low := make([][]float32, len(p.tokens))
		for at := range low {
			low[at] = a.first(i, at)
		}
		middle := make([][]float32, len(p.tokens))
		for _, watched := range p.watch {
			for at := max(0, watched-1); at <= min(watched+1, len(p.tokens)-1); at++ {
				if middle[at] == nil {
					middle[at] = a.layers[1].apply(low, at)
				}
			}
			for u, v := range a.layers[2].apply(middle, watched) {
				for tag := range tags {
					dst[tag] += float32(v * a.head[u*tags+tag])
				}
			}
			centerTags(dst[:tags])
			dst = dst[tags:]
		}
	}
}

// first is the first layer at a token of probe i.
func (a *answer) first(i, at int) []float32 {
	h := slices.Clone(a.layers[0].bias)
	for k := range 3 {
		from := at + k - 1
		if from < 0 || from >= len(a.given[i]) {
			continue
		}
		for j, v := range a.given[i][from][k] {
			h[j] += v
		}
		if from == probes[i].word {
			for j, v := range a.own[k] {
				h[j] += v
			}
		}
	}
	return rectify(h)
}

// apply is a layer at one token, over the layer below.
func (l *layer) apply(below [][]float32, at int) []float32 {
	h := slices.Clone(l.bias)
	for k := range 3 {
		if from := at + k - 1; from >= 0 && from < len(below) {
			l.add(h, k, below[from])
			for j, v := range l.shift[k] {
				h[j] += v
			}
		}
	}
	return rectify(h)
}

func rectify(h []float32) []float32 {
	for j := range h {
		h[j] = max(0, h[j])
	}
	return h
}

// centerTags takes off the mean, for only the differences matter.
func centerTags(v []float32) {
	mean := float32(0)
	for _, x := range v {
		mean += x
	}
	for i := range v {
		v[i] -= mean / float32(len(v))
	}
}
