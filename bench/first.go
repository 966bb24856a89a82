package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"time"

	"github.com/svodka/svodka"
)

// What is met for the first time is measured in a process of its own for every round: this program runs itself.

// childEnv tells a process that it is such a one, and what it is to measure.
const childEnv = "SVODKA_BENCH_CHILD"

// children are what a process of its own measures.
var children = map[string]func(corpus []string) any{
	"call":          func([]string) any { return firstCall() },
	allOf:           func(corpus []string) any { return firstPass(corpus, everything) },
	"parse, entity": func(corpus []string) any { return firstPass(corpus, names) },
}

const allOf = "svodka.Parse"

// child measures in a process of its own.
func child(what string, result any) {
	self, err := os.Executable()
	if err != nil {
		log.Fatal(err)
	}
	c := exec.Command(self, os.Args[1:]...)
	c.Env, c.Stderr = append(os.Environ(), childEnv+"="+what), os.Stderr
	out, err := c.Output()
	if err == nil {
		err = json.Unmarshal(out, result)
	}
	if err != nil {
		log.Fatalf("%s in a process of its own: %v", what, err)
	}
}

type call struct{ Seconds, Bytes float64 }

// firstCall measures the first call of a process.
func firstCall() (c call) {
	text := articles()[0]
	start := time.Now() // what the disk takes counts
	_, c.Bytes = measure(func() { _, _ = svodka.Parse(text, published) }, 1)
	c.Seconds = time.Since(start).Seconds()
	return c
}

// start prints what the first call of a process takes.
func start(rounds int) {
	var ms, mb []float64
	for range rounds {
		var c call
		child("call", &c)
		ms, mb = append(ms, c.Seconds*1e3), append(mb, c.Bytes/1e6)
	}
	fmt.Printf("\nfirst svodka.Parse of a process: %s ms (budget 50), %s MB (budget 16), %d processes\n", spread(ms, "%.1f"), spread(mb, "%.1f"), rounds)
}

// A pass is how long the unit and svodka took for the texts, when they first met them and when they met them again.
type pass struct{ Unit, First, UnitAgain, Again float64 }

// firstPass goes over one half of the corpus, so that a stream of articles is in progress, then over the other, which is new to it.
func firstPass(corpus []string, f func(text string) int) (p pass) {
	met, texts := halves(corpus)
	inTurn(met, f)
	p.Unit, p.First = inTurn(texts, f)
	inTurn(texts, f) // the vocabulary may have begun anew in between
	p.UnitAgain, p.Again = inTurn(texts, f)
	return p
}

// halves of a corpus; the second is the new one.
func halves(corpus []string) (met, texts []string) {
	return corpus[:len(corpus)/2], corpus[len(corpus)/2:]
}

// inTurn measures the unit and f over every few texts in turn, each of them going first as often as the other.
func inTurn(texts []string, f func(text string) int) (unit, other float64) {
	seconds := func(texts []string, f func(text string) int) float64 {
		start := now()
		for _, t := range texts {
			f(t)
		}
		return (now() - start).Seconds()
	}
	const few = 8
	for i := 0; i < len(texts); i += few {
		part := texts[i:min(i+few, len(texts))]
		if i/few%2 == 0 {
			unit += seconds(part, segment)
			other += seconds(part, f)
		} else {
			other += seconds(part, f)
			unit += seconds(part, segment)
		}
	}
	return unit, other
}

// news prints what new texts take, beside the same texts met again.
func news(corpus []string, rounds int) {
	met, texts := halves(corpus)
	size := bytesOf(texts)
	var times, ratios [4][]float64
	var slower []float64
	for range rounds {
		var p pass
		child(allOf, &p)
		for k, t := range []float64{p.Unit, p.First, p.UnitAgain, p.Again} {
			times[k] = append(times[k], t)
		}
		for k, r := range []float64{1, p.First / p.Unit, 1, p.Again / p.UnitAgain} {
			ratios[k] = append(ratios[k], r)
		}
		slower = append(slower, p.First/p.Again)
	}
	rows := [][]string{{"", "MB/s", "× uax29", "quartiles"}}
	for k, name := range []string{unit + ", new", allOf + ", new", unit + ", met before", allOf + ", met before"} {
		q1, q2, q3 := quartiles(ratios[k])
		rows = append(rows, []string{name, pace(size, median(times[k])), fmt.Sprintf("%.2f", q2), fmt.Sprintf("%.2f–%.2f", q1, q3)})
	}
	table(fmt.Sprintf("articles never met before: %d, %d KB, behind %d others, then the same again; %d processes", len(texts), size/1000, len(met), rounds), rows)
	fmt.Printf("\n%s: new texts take %s times as long as texts met before\n", allOf, spread(slower, "%.2f"))
}
