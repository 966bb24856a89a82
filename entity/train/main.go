// Command train makes the model that marks names, ../model.bin, and ../MANIFEST, which tells what of.
//
//	go run ./entity/train -data DIR -navec FILE [-out DIR]     train and write the model
//	go run ./entity/train -data DIR -navec FILE -cv 5          measure: cross-validated and on NEREL's development set
//
// DIR holds factRuEval-2016's development set (factru-devset.jsonl), the texts of NEREL's training set (nerel-train.jsonl) and
// the labels silver.py gives them (nerel-silver.jsonl); to measure also nerel-dev.jsonl. NEREL's own labels are not trained
// on. FILE holds navec's vectors. The same input gives the same bytes on every machine; it takes a few minutes.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"sync"
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
		o     = defaults
	)
	o.flags()
	flag.Parse()
	in := inputs{*data, *hints, *navec, *slov}
	if *cv > 0 {
		measure(in, o, *cv)
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
	for name, b := range map[string][]byte{"model.bin": model, "MANIFEST": []byte(manifest)} {
		if err := os.WriteFile(filepath.Join(*out, name), b, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// build trains a model on everything.
func build(in inputs, o options, recipe [ner.HashSize]byte) ([]byte, error) {
	c, clusters, err := in.read(o)
	if err != nil {
		return nil, err
	}
	return train(o, c.gold, c.silver, runtime.GOMAXPROCS(0)).pack(recipe, clusters), nil
}

// read reads the corpora and makes the clusters, and the features of all texts.
func (in inputs) read(o options) (*corpus, ner.Clusters, error) {
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
	var clusters ner.Clusters
	if b, err := os.ReadFile("/tmp/xp/clusters.bin"); err == nil {
		clusters = ner.Clusters(b)
	} else {
		clusters = makeClusters(t.ask(x, min(len(x.words), clusterWords)), o.Seed)
		os.WriteFile("/tmp/xp/clusters.bin", []byte(clusters), 0o644)
	}
	c.extract(c.gold, clusters)
	c.extract(c.silver, clusters)
	return c, clusters, nil
}

func (c *corpus) extract(texts []*text, clusters ner.Clusters) {
	parallel(runtime.GOMAXPROCS(0), func(p int) {
		for i := p; i < len(texts); i += runtime.GOMAXPROCS(0) {
			texts[i].sample = ner.Extract(texts[i].doc, clusters)
		}
	})
}

// train makes a net of gold texts and silver ones. Correctors learn from the gold texts what becomes of natasha's labels; what
// they make of those of the silver texts is then as good as gold.
func train(o options, gold, silver []*text, workers int) *net {
	correctors := make([]*net, o.Correctors)
	limit := make(chan bool, workers)
	parallel(o.Correctors, func(k int) {
		limit <- true
		defer func() { <-limit }()
		co := o
		co.Epochs, co.MinCount = o.CorrectorEpochs, o.CorrectorMin
		n := newNet(co, o.Seed+100+uint64(k), gold, true)
		var in []*input
		for _, t := range gold {
			in = append(in, n.compile(t, 1, true))
		}
		n.train(in)
		correctors[k] = n
	})
	corrected := make([]*text, len(silver))
	parallel(workers, func(p int) {
		for i := p; i < len(silver); i += workers {
			corrected[i] = correct(o, correctors, silver[i])
		}
	})
	all := append(gold[:len(gold):len(gold)], corrected...)
	n := newNet(o, o.Seed, all, false)
	var in []*input
	for i, t := range all {
		weight := float32(1)
		if i >= len(gold) {
			weight = float32(o.SilverWeight)
		}
		in = append(in, n.compile(t, weight, false))
	}
	n.train(in)
	return n
}

// correct gives a copy of a text labels: what the correctors say together, and what each says by itself.
func correct(o options, correctors []*net, t *text) *text {
	c := *t
	c.labels = nil
	sum := make([][labels]float64, len(t.doc.Tokens))
	var s scratch
	for _, n := range correctors {
		own := make([][labels]float64, len(t.doc.Tokens))
		x := n.compile(t, 1, true)
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

// measure prints token F1: of the gold texts, each part tagged by a model trained without it, and of NEREL's.
func measure(in inputs, o options, parts int) {
	start := time.Now()
	c, clusters, err := in.read(o)
	if err != nil {
		log.Fatal(err)
	}
	c.unseen, err = readTexts(filepath.Join(in.data, "nerel-dev.jsonl"), "")
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("read after %v", time.Since(start).Round(time.Second))
	var total, unseen [biases]score
	var mu sync.Mutex
	limit := make(chan bool, runtime.GOMAXPROCS(0))
	parallel(parts+1, func(k int) {
		limit <- true
		defer func() { <-limit }()
		var learn, test []*text
		for i, t := range c.gold {
			if i%parts == k {
				test = append(test, t)
			} else {
				learn = append(learn, t)
			}
		}
		sum := &total
		if k == parts {
			test, sum = c.unseen, &unseen
		}
		n := train(o, learn, c.silver, 1)
		for b := range biases {
			n.outBias[ner.OrgBegin].v += 0.4
			n.outBias[ner.OrgInside].v += 0.2
			if b == 0 {
				n.outBias[ner.OrgBegin].v -= 0.8
				n.outBias[ner.OrgInside].v -= 0.4
			}
			data := n.pack([ner.HashSize]byte{}, clusters)
			m, err := ner.Load(string(data))
			if err != nil {
				log.Fatal(err)
			}
			var s score
			for _, t := range test {
				s.add(m, t)
			}
			mu.Lock()
			sum[b].plus(&s)
			mu.Unlock()
			if k == parts && b == 1 && os.Getenv("KEEP") != "" {
				os.WriteFile(os.Getenv("KEEP"), data, 0o644)
			}
		}
	})
	for b := range biases {
		fmt.Println("cross-validated ", &total[b])
		fmt.Println("NEREL           ", &unseen[b])
	}
	log.Printf("done after %v", time.Since(start).Round(time.Second))
}

const biases = 4
