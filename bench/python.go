package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"

	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/timeline"
)

// peers measures natasha and dateparser by a script, then svodka doing the same over the same texts; then, over a corpus, natasha and svodka
// in turn, each in a process that has met one half of it and reads the other.
func peers(python string, texts, corpus []string, rounds int) {
	theirs := script(python, job{Before: texts[:1], Texts: texts, Dates: true})
	size := bytesOf(texts)
	kb := func(size int, seconds float64) string { return fmt.Sprintf("%.0f", float64(size)/seconds/1e3) }
	rows := [][]string{{"", "KB/s", "svodka", "KB/s", "times as fast"}}
	for _, side := range []struct {
		peer, name string
		run        func(text string) int
	}{
		{nameTagger, "parse, entity", names},
		{nameTagger, allOf, everything},
		{"dateparser, search ru", "parse, timeline", func(t string) int { return len(timeline.Find(parse.Text(t), published)) }},
	} {
		if s, ok := theirs[side.peer]; ok {
			ours := seconds(texts, side.run)
			rows = append(rows, []string{side.peer, kb(size, s), side.name, kb(size, ours), fmt.Sprintf("%.0f", s/ours)})
		}
	}
	table(fmt.Sprintf("peers in Python: %d articles, %d KB, met before by svodka", len(texts), size/1000), rows)
	if _, ok := theirs[nameTagger]; !ok || len(corpus) < 2 {
		return
	}
	met, texts := halves(corpus)
	size = bytesOf(texts)
	sides := []string{"parse, entity", allOf}
	var peer []float64
	var ours, gains [2][]float64
	for range rounds {
		t := script(python, job{Before: met, Texts: texts})[nameTagger]
		peer = append(peer, t)
		for k, side := range sides {
			var p pass
			child(side, &p)
			ours[k], gains[k] = append(ours[k], p.First), append(gains[k], t/p.First)
		}
	}
	rows = rows[:1]
	for k, side := range sides {
		rows = append(rows, []string{nameTagger, kb(size, median(peer)), side, kb(size, median(ours[k])), spread(gains[k], "%.0f")})
	}
	table(fmt.Sprintf("the same, articles met by neither before: %d, %d KB, behind %d others; %d processes of each", len(texts), size/1000, len(met), rounds), rows)
}

const nameTagger = "natasha, names"

// A job is what the script is to do: tag the names of some texts unmeasured, then of others; find dates as well, or not.
type job struct {
	Before, Texts []string
	Dates         bool
}

// script measures the peers: seconds by name, without those this Python does not have.
func script(python string, j job) (seconds map[string]float64) {
	in, err := json.Marshal(j)
	if err != nil {
		log.Fatal(err)
	}
	c := exec.Command(python, "peers.py")
	c.Stdin, c.Stderr = bytes.NewReader(in), os.Stderr
	c.Env = append(os.Environ(), "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", "MKL_NUM_THREADS=1") // one core, as svodka
	out, err := c.Output()
	if err == nil {
		err = json.Unmarshal(out, &seconds)
	}
	if err != nil {
		log.Fatal("peers.py: ", err)
	}
	return seconds
}

// seconds is the median time of a pass over the texts, behind one that is not measured.
func seconds(texts []string, f func(text string) int) float64 {
	const passes = 9
	var times []float64
	for i := range passes + 1 {
		start := now()
		for _, t := range texts {
			f(t)
		}
		if i > 0 {
			times = append(times, (now() - start).Seconds())
		}
	}
	return median(times)
}
