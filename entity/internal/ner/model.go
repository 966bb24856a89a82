package ner

import (
	"encoding/binary"
	"errors"
	"math"
)

// A model file is a magic string, the hash of the recipe it was made by, the length of each part, and the parts, all
// numbers little-endian:
//
//	features  a hash table: fingerprint<<32 | first row<<7 | mask, uint64; a bit of the mask for each place of the window
//	          that has a row, the farthest neighbour behind it first
//	rows      what a feature adds to each hidden unit: Hidden bytes, each 128 more than its value
//	lexicon   see [Lexicon]
//	weights   float32: the unit of each hidden unit's numbers, its bias; for each hidden unit the weights of the labels,
//	          the labels' biases, the transitions from every label and [Start] to every label, those from them to [End]
const (
	Magic      = "svodner2"
	HashSize   = 32
	Hidden     = 32 // hidden units
	Zero       = 128
	parts      = 4
	HeaderSize = len(Magic) + HashSize + 4*parts
	weights    = 2*Hidden + Hidden*int(Labels) + int(Labels) + int(Labels+1)*int(Labels) + int(Labels)
)

// A Model is a model file, read in place. It has costs where the file has scores: the least of several is found sooner than the
// most.
type Model struct {
	features string
	rows     string
	lexicon  Lexicon
	hidden   [Hidden]hidden // in the order of the lanes
	live     lanes          // see [Model.alive]
	outBias  [Labels]float32
	into     [End + 1][Start + 1]float32 // what it costs to come to a label or End from a label or Start
}

// A hidden unit is what makes its value of its sum, and what that makes the labels cost.
type hidden struct {
	unit, bias float32
	out        [Labels]float32
}

var errModel = errors.New("ner: not a model")

// Load reads a model; it copies the weights alone.
func Load(data string) (*Model, error) {
	if len(data) < HeaderSize || data[:len(Magic)] != Magic {
		return nil, errModel
	}
	var part [parts]string
	off := HeaderSize
	for i := range part {
		n := int(u32(data, len(Magic)+HashSize+4*i))
		if n > len(data)-off {
			return nil, errModel
		}
		part[i] = data[off : off+n]
		off += n
	}
	if len(part[3]) != 4*weights {
		return nil, errModel
	}
	m := &Model{features: part[0], rows: part[1], lexicon: Lexicon(part[2])}
	w := weightReader(part[3])
	var unit, bias [Hidden]float32
	w.read(unit[:])
	w.read(bias[:])
	for i := range Hidden {
		if unit[i] < 0 {
			return nil, errModel
		}
		k := laneOf(i)
		h := &m.hidden[k]
		h.unit, h.bias = unit[i], bias[i]
		w.readCosts(h.out[:])
		m.live[k/4] |= uint64(1<<15-h.least()) << (k % 4 * 16)
	}
	w.readCosts(m.outBias[:])
	var next [Labels + 2][Labels]float32 // the last is to End
	for i := range next {
		w.readCosts(next[i][:])
	}
	for l := range Labels {
		for k := range Start + 1 {
			m.into[l][k] = next[k][l]
		}
		m.into[End][l] = next[Start+1][l]
	}
	return m, nil
}

// laneOf is where the lanes have a hidden unit: of eight in a row, those with even numbers come first.
func laneOf(unit int) int { return unit&^7 | unit&1<<2 | unit&6>>1 }

// Recipe is the hash in a model's header.
func Recipe(data string) string { return data[len(Magic) : len(Magic)+HashSize] }

type weightReader string

func (r *weightReader) read(dst []float32) {
	for i := range dst {
		dst[i] = math.Float32frombits(u32(string(*r), 4*i))
	}
	*r = (*r)[4*len(dst):]
}

func (r *weightReader) readCosts(dst []float32) {
	r.read(dst)
	for i := range dst {
		dst[i] = -dst[i]
	}
}

func u32(s string, i int) uint32 {
	b := s[i : i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func u64(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

const (
	places  = 2*reach + 1
	maskAll = 1<<places - 1
)

// find is the first row of a feature and the mask of its places; 0 for one the model does not know.
func (m *Model) find(key uint64) (row int, mask uint32) {
	n := len(m.features) / 8
	if n == 0 {
		return 0, 0
	}
	for i := int(key & (1<<32 - 1) * uint64(n) >> 32); ; {
		v := u64(m.features, 8*i)
		if v == 0 {
			return 0, 0
		}
		if v>>32 == key>>32 {
			return int(uint32(v) >> places), uint32(v) & maskAll
		}
		if i++; i == n {
			i = 0
		}
	}
}

// A Row is what one feature adds to the hidden units of the token at a place of its window.
type Row struct {
	Feature Feature
	Place   int // from -window to window: the feature's token less the token it is weighed for
	Value   [Hidden]int8
}

// Weights are a model's numbers beside its rows.
type Weights struct {
	Unit, Bias [Hidden]float32
	Out        [Hidden][Labels]float32
	OutBias    [Labels]float32
	Next       [Labels + 1][Labels]float32 // from a label or Start to a label
	Last       [Labels]float32             // from a label to the end
}

// Pack makes a model file. The rows of a feature stand together.
func Pack(recipe [HashSize]byte, rows []Row, x Lexicon, w *Weights) []byte {
	n := 0
	for i := range rows {
		if i == 0 || rows[i].Feature != rows[i-1].Feature {
			n++
		}
	}
	size := n*5/4 + 1
	for (HeaderSize+8*size)%(2*Hidden) != 0 {
		size++ // no row goes over two lines of memory
	}
	table := make([]uint64, size)
	var values []byte
	for i := 0; i < len(rows); {
		key, first, mask := rows[i].Feature.Key, i, uint64(0)
		for ; i < len(rows) && rows[i].Feature.Key == key; i++ {
			mask |= 1 << (rows[i].Place + reach)
			for _, v := range rows[i].Value {
				values = append(values, byte(int(v)+Zero))
			}
		}
		slot := int(key & (1<<32 - 1) * uint64(len(table)) >> 32)
		for table[slot] != 0 {
			slot = (slot + 1) % len(table)
		}
		table[slot] = key>>32<<32 | uint64(first)<<places | mask
	}
	var numbers []byte
	for _, list := range w.lists() {
		for _, v := range list {
			numbers = binary.LittleEndian.AppendUint32(numbers, math.Float32bits(v))
		}
	}
	b := append([]byte(Magic), recipe[:]...)
	for _, size := range [parts]int{8 * len(table), len(values), len(x), len(numbers)} {
		b = binary.LittleEndian.AppendUint32(b, uint32(size))
	}
	for _, v := range table {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	b = append(append(b, values...), x...)
	return append(b, numbers...)
}

// lists are the numbers in the order of the file.
func (w *Weights) lists() [][]float32 {
	out := [][]float32{w.Unit[:], w.Bias[:]}
	for i := range w.Out {
		out = append(out, w.Out[i][:])
	}
	out = append(out, w.OutBias[:])
	for i := range w.Next {
		out = append(out, w.Next[i][:])
	}
	return append(out, w.Last[:])
}
