package main

import (
	"archive/tar"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
)

// Vectors are words, the commonest first, and a vector for each.
type vectors struct {
	words   []string // folded as the word table folds them
	dim     int
	v       []float32
	unknown []float32 // the vector that stands for all other words
	number  map[string]int
}

// of is the vector of a word as it is written in small letters.
func (x *vectors) of(word string) []float32 {
	if i, ok := x.number[lex.Fold(word)]; ok {
		return x.at(i)
	}
	return x.unknown
}

func (x *vectors) at(i int) []float32 { return x.v[i*x.dim:][:x.dim] }

func (x *vectors) has(fold string) bool { _, ok := x.number[fold]; return ok }

// readNavec reads a file of navec's (github.com/natasha/navec): a tar archive with the vocabulary and the vectors, each of
// which is put together from entries of code books. Words that fold to the same one count once, by the commonest spelling.
func readNavec(path string) (*vectors, error) {
	files, err := readTar(path)
	if err != nil {
		return nil, err
	}
	words, counts, err := readVocabulary(string(files["vocab.bin"]))
	if err != nil {
		return nil, fmt.Errorf("%s: vocab.bin: %w", path, err)
	}
	x, err := decodeVectors(files["pq.bin"], words, counts)
	if err != nil {
		return nil, fmt.Errorf("%s: pq.bin: %w", path, err)
	}
	return x, nil
}

// readTar reads the files of a tar archive.
func readTar(path string) (map[string][]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	files := map[string][]byte{}
	for r := tar.NewReader(f); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		if files[h.Name], err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
}

// readVocabulary reads a gzipped count, that many frequencies, and the words, a line each.
func readVocabulary(data string) (words []string, counts []uint32, err error) {
	z, err := gzip.NewReader(strings.NewReader(data))
	if err != nil {
		return nil, nil, err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, nil, err
	}
	n := int(binary.LittleEndian.Uint32(b))
	counts = make([]uint32, n)
	for i := range counts {
		counts[i] = binary.LittleEndian.Uint32(b[4+4*i:])
	}
	words = strings.Split(strings.TrimRight(string(b[4+4*n:]), "\n"), "\n")
	if len(words) != n {
		return nil, nil, fmt.Errorf("%d words, %d counts", len(words), n)
	}
	return words, counts, nil
}

// decodeVectors reads the number of vectors, their size, the parts each has and the entries of a code book, then for each
// vector its parts' entries, then the code books.
func decodeVectors(b []byte, words []string, counts []uint32) (*vectors, error) {
	if len(b) < 16 {
		return nil, io.ErrUnexpectedEOF
	}
	var head [4]int
	for i := range head {
		head[i] = int(binary.LittleEndian.Uint32(b[4*i:]))
	}
	n, dim, parts, entries := head[0], head[1], head[2], head[3]
	size := dim / parts
	if len(b) != 16+n*parts+4*parts*entries*size || n != len(words) {
		return nil, io.ErrUnexpectedEOF
	}
	books := make([]float32, parts*entries*size)
	for i := range books {
		books[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[16+n*parts+4*i:]))
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(counts[j], counts[i]) })
	x := &vectors{dim: dim, number: map[string]int{}}
	vector := func(dst []float32, i int) []float32 {
		for p := range parts {
			at := (p*entries + int(b[16+i*parts+p])) * size
			dst = append(dst, books[at:at+size]...)
		}
		return dst
	}
	for _, i := range order {
		w := lex.Fold(words[i])
		switch {
		case words[i] == "<unk>":
			x.unknown = vector(nil, i)
		case !x.has(w) && words[i] != "<pad>" && utf8.ValidString(words[i]) && len(w) <= lex.MaxLetters:
			x.number[w] = len(x.words)
			x.words = append(x.words, w)
			x.v = vector(x.v, i)
		}
	}
	return x, nil
}
