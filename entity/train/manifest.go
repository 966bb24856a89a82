package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/svodka/svodka/internal/lex"
)

// Options are what a training depends on beside its inputs.
type options struct {
	Seed            uint64
	MinCount        int     // features seen more seldom are left out
	MaxRows         int     // of the packed model
	Copies          int     // of each text, with words replaced
	GoldTimes       int     // how often a round goes over a gold text itself
	Epochs          int     // rounds over all texts
	Rate            float64 // of learning
	Drop            float64 // share of hidden units left out in training
	DropWords       float64 // share of the features that speak of single words left out
	OrgBias         float64 // added to the score of organisations, which are found too seldom
	Correctors      int     // nets that correct natasha's labels
	CorrectorEpochs int
	CorrectorMin    int // MinCount of theirs
	Together        int // how often what the correctors say together counts, beside what each says by itself
	Uncorrected     int // and how often what natasha says
}

var defaults = options{
	Seed: 1, MinCount: 8, MaxRows: 80000, Copies: 3, GoldTimes: 5, Epochs: 5, Rate: 0.07, Drop: 0.3, DropWords: 0.1, OrgBias: 1.3,
	Correctors: 5, CorrectorEpochs: 20, CorrectorMin: 2, Together: 5, Uncorrected: 5,
}

// flags makes a flag of each option.
func (o *options) flags() {
	v := reflect.ValueOf(o).Elem()
	for i := range v.NumField() {
		name := strings.ToLower(v.Type().Field(i).Name)
		switch p := v.Field(i).Addr().Interface().(type) {
		case *int:
			flag.IntVar(p, name, *p, "option of the training")
		case *uint64:
			flag.Uint64Var(p, name, *p, "option of the training")
		case *float64:
			flag.Float64Var(p, name, *p, "option of the training")
		}
	}
}

// Inputs are the places of what a training reads.
type inputs struct{ data, hints, navec, slovnet string }

// recipe is the part of the manifest that tells what a model is made of; its hash stands in the model's header.
func (in inputs) recipe(o options) (string, error) {
	var b strings.Builder
	b.WriteString("What model.bin is made of, by: go run ./entity/train -data DIR -navec FILE -slovnet FILE\n")
	for _, f := range []struct{ path, source string }{
		{filepath.Join(in.data, "factru-devset.jsonl"), "factRuEval-2016, development set: github.com/dialogue-evaluation/factRuEval-2016 (MIT)"},
		{in.hints, "natasha's labels for it, by entity/train/silver.py: natasha 1.6.0, slovnet_ner_news_v1 (MIT)"},
		{filepath.Join(in.data, "nerel-train.jsonl"), "texts of NEREL v1.1, training set, without its labels: github.com/nerel-ds/NEREL"},
		{filepath.Join(in.data, "nerel-silver.jsonl"), "natasha's labels for them, by entity/train/silver.py: natasha 1.6.0, slovnet_ner_news_v1 (MIT)"},
		{in.slovnet, "slovnet's net for names: github.com/natasha/slovnet (MIT)"},
		{in.navec, "navec, vectors of words: github.com/natasha/navec (MIT)"},
	} {
		sum, err := hashFile(f.path)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "\n%s\n  source   %s\n  sha256   %s\n", filepath.Base(f.path), f.source, sum)
	}
	fmt.Fprintf(&b, "\n%s\n  sha256   %x\n\noptions\n", tableLine, sha256.Sum256([]byte(lex.Data())))
	v := reflect.ValueOf(o)
	for i := range v.NumField() {
		fmt.Fprintf(&b, "  %-16s %v\n", v.Type().Field(i).Name, v.Field(i))
	}
	return b.String(), nil
}

// tableLine names the word table, which features are read from; adding words to it calls for no new training.
const tableLine = "the word table, internal/lex"

func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}
