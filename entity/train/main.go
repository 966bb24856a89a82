// Command train makes the model that marks names, ../model.bin, and ../MANIFEST, which tells what of.
//
//	go run ./entity/train -data DIR -navec FILE -slovnet FILE          train and write the model
//	go run ./entity/train -data DIR -navec FILE -slovnet FILE -cv 5    measure, each text by a model trained without it
//
// DIR holds factRuEval-2016's development set (factru-devset.jsonl), the texts of NEREL's training set (nerel-train.jsonl) and
// the labels silver.py gives them (nerel-silver.jsonl); to measure also nerel-dev.jsonl. NEREL's own labels are not trained
// on, they only measure. The two files hold navec's vectors and slovnet's net for names; both come with natasha. The same input gives the same
// bytes on every machine; it takes a few minutes.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/svodka/svodka/entity/internal/ner"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("train: ")
	var (
		data  = flag.String("data", "", "folder of the corpora")
		hints = flag.String("hints", "entity/train/devset-silver.jsonl", "natasha's labels for factRuEval's development set")
		navec = flag.String("navec", "", "navec_news_v1_1B_250K_300d_100q.tar")
		slov  = flag.String("slovnet", "", "slovnet_ner_news_v1.tar")
		out   = flag.String("out", "entity", "folder to write the model to")
		cv    = flag.Int("cv", 0, "measure by so many parts instead, each left out in turn")
		folds = flag.Int("folds", 0, "leave out so many of the parts only")
		o     = defaults
	)
	o.flags()
	flag.Parse()
	in := inputs{*data, *hints, *navec, *slov}
	if *cv > 0 {
		if err := measure(in, o, *cv, *folds); err != nil {
			log.Fatal(err)
		}
		return
	}
	recipe, err := in.recipe(o)
	if err != nil {
		log.Fatal(err)
	}
	model, err := build(in, o, sha256.Sum256([]byte(recipe)))
	if err != nil {
		log.Fatal(err)
	}
	manifest := recipe + fmt.Sprintf("\nmodel.bin  %d bytes\n  sha256   %x\n", len(model), sha256.Sum256(model))
	if err := os.WriteFile(filepath.Join(*out, "model.bin"), model, 0o644); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*out, "MANIFEST"), []byte(manifest), 0o644); err != nil {
		log.Fatal(err)
	}
}

// build trains a model on everything.
func build(in inputs, o options, recipe [ner.HashSize]byte) ([]byte, error) {
	c, lexicon, err := in.read(o)
	if err != nil {
		return nil, err
	}
	return train(o, c.gold, c.silver, runtime.GOMAXPROCS(0)).pack(recipe, lexicon), nil
}

// read reads the corpora and makes the lexicon, and the features of all texts.
func (in inputs) read(o options) (*corpus, ner.Lexicon, error) {
	x, err := readNavec(in.navec)
	if err != nil {
		return nil, "", err
	}
	t, err := readTeacher(in.slovnet, x.unknown)
	if err != nil {
		return nil, "", err
	}
	c, err := readCorpus(in.data, in.hints)
	if err != nil {
		return nil, "", err
	}
	common := x.first(lexiconWords)
	codes := make([]ner.Codes, len(common.words))
	t.ask(common).quantize(o.Seed, func(word, book int, code uint8) { codes[word][book] = code })
	common.center()
	common.quantize(o.Seed, func(word, book int, code uint8) { codes[word][ner.Books+book] = code })
	lexicon := ner.MakeLexicon(common.words, codes)
	extract(c.gold, lexicon)
	extract(c.silver, lexicon)
	augment(o, slices.Concat(c.gold, c.silver), t, x, newThesaurus(x.words[:lexiconWords], lexicon))
	return c, lexicon, nil
}

func extract(texts []*text, x ner.Lexicon) {
	share(len(texts), runtime.GOMAXPROCS(0), func(i int) { texts[i].extract(x) })
}

// train makes a net of gold texts, silver ones and all their copies. Correctors learn from the gold texts what becomes of natasha's
// labels; the net learns the silver ones as the correctors see them.
func train(o options, gold, silver []*text, workers int) *net {
	correctors := make([]*net, o.Correctors)
	share(o.Correctors, workers, func(k int) { correctors[k] = newCorrector(o, o.Seed+100+uint64(k), gold) })
	corrected := make([]*text, len(silver))
	share(len(silver), workers, func(i int) { corrected[i] = correct(o, correctors, silver[i]) })
	all := slices.Concat(slices.Repeat(gold, o.GoldTimes), corrected)
	for _, t := range slices.Concat(gold, silver) {
		all = append(all, t.copies...)
	}
	n := newNet(o, o.Seed, all, false)
	n.learnFrom(all, false)
	n.outBias[ner.OrgBegin].v += float32(o.OrgBias)
	n.outBias[ner.OrgInside].v += float32(o.OrgBias) / 2
	return n
}

// newCorrector trains a net that sees natasha's labels too.
func newCorrector(o options, seed uint64, gold []*text) *net {
	o.Epochs, o.MinCount = o.CorrectorEpochs, o.CorrectorMin
	n := newNet(o, seed, gold, true)
	n.learnFrom(gold, true)
	return n
}

// correct gives a copy of a text labels: what the correctors say together, what each says by itself, and natasha's.
func correct(o options, correctors []*net, t *text) *text {
	c := *t
	c.labels = nil
	sum := make([][labels]float64, len(t.doc.Tokens))
	var s scratch
	for _, n := range correctors {
		own := make([][labels]float64, len(t.doc.Tokens))
		x := n.compile(t, true)
		for _, run := range t.sample.Runs {
			n.forward(&s, x, run, false)
			s.sums(n, run[1]-run[0])
			for i := run[0]; i < run[1]; i++ {
				own[i] = s.marginal(i - run[0])
				for l, p := range own[i] {
					sum[i][l] += p
				}
			}
		}
		c.labels = append(c.labels, bestOfRuns(t, own))
	}
	together := bestOfRuns(t, sum)
	for range o.Together {
		c.labels = append(c.labels, together)
	}
	for range o.Uncorrected {
		c.labels = append(c.labels, t.hints)
	}
	return &c
}

func bestOfRuns(t *text, p [][labels]float64) []ner.Label {
	out := make([]ner.Label, len(t.doc.Tokens))
	for _, r := range t.sample.Runs {
		copy(out[r[0]:], best(p[r[0]:r[1]]))
	}
	return out
}

// measure prints token F1 of models each trained without a part of the texts: over the gold texts left out, over NEREL's texts
// left out, and over NEREL's development set, which every model tags; beside them natasha's.
func measure(in inputs, o options, parts, folds int) error {
	start := time.Now()
	c, lexicon, err := in.read(o)
	if err != nil {
		return err
	}
	if c.unseen, err = readTexts(filepath.Join(in.data, "nerel-dev.jsonl"), ""); err != nil {
		return err
	}
	var total, natasha [3]score
	sums := make([][3]score, parts)
	if folds == 0 {
		folds = parts
	}
	share(folds, runtime.GOMAXPROCS(0), func(k int) {
		learn, test := leaveOut(c.gold, k, parts)
		silver, nerel := leaveOut(c.silver, k, parts)
		m, err := ner.Load(string(train(o, learn, silver, max(1, runtime.GOMAXPROCS(0)/folds)).pack([ner.HashSize]byte{}, lexicon)))
		if err != nil {
			panic(err) // the packer and the loader disagree
		}
		for i, texts := range [...][]*text{test, nerel, c.unseen} {
			for _, t := range texts {
				sums[k][i].add(t, slices.Collect(m.Tag(t.doc)))
			}
		}
	})
	for _, s := range sums {
		for i := range s {
			total[i].plus(&s[i])
		}
	}
	for i, texts := range [...][]*text{c.gold, c.silver} {
		for j, t := range texts {
			if j%parts >= folds {
				continue
			}
			natasha[i].add(t, namesOfLabels(t.hints))
		}
	}
	for i, title := range [...]string{"factRuEval", "NEREL, train", "NEREL, dev"} {
		fmt.Printf("%-14s%v\n", title, &total[i])
		if i < 2 {
			fmt.Printf("%-14s%v\n", "  natasha", &natasha[i])
		}
	}
	log.Printf("measured in %v", time.Since(start).Round(time.Second))
	return nil
}

// leaveOut divides texts into those to learn from and part k of so many, to test with.
func leaveOut(texts []*text, k, parts int) (learn, test []*text) {
	for i, t := range texts {
		if i%parts == k {
			test = append(test, t)
		} else {
			learn = append(learn, t)
		}
	}
	return learn, test
}
