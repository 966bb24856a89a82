package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"slices"
	"time"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/timeline"
)

// peers measures natasha and dateparser by a script, then svodka doing the same over the same texts.
func peers(python string, texts []string) {
	in, err := json.Marshal(texts)
	if err != nil {
		log.Fatal(err)
	}
	c := exec.Command(python, "peers.py")
	c.Stdin, c.Stderr = bytes.NewReader(in), os.Stderr
	out, err := c.Output()
	if err != nil {
		log.Fatal("peers.py: ", err)
	}
	var theirs map[string]float64 // seconds
	if err := json.Unmarshal(out, &theirs); err != nil {
		log.Fatal(err)
	}
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	rows := [][]string{{"", "KB/s", "svodka", "KB/s", "times as fast"}}
	for _, side := range []struct {
		peer, name string
		run        func(text string)
	}{
		{"natasha, names", "parse, entity", func(t string) { entity.Find(parse.Text(t)) }},
		{"natasha, names", "Parse, everything", func(t string) { _, _ = svodka.Parse(t, published) }},
		{"dateparser, search ru", "parse, timeline", func(t string) { timeline.Find(parse.Text(t), published) }},
	} {
		if s, ok := theirs[side.peer]; ok {
			ours := seconds(texts, side.run)
			rows = append(rows, []string{side.peer, fmt.Sprintf("%.0f", float64(size)/s/1e3), side.name, fmt.Sprintf("%.0f", float64(size)/ours/1e3), fmt.Sprintf("%.0f", s/ours)})
		}
	}
	table(fmt.Sprintf("peers in Python: %d articles, %d KB", len(texts), size/1000), rows)
}

// seconds is the median time of a pass over the texts, behind one that is not measured.
func seconds(texts []string, f func(string)) float64 {
	const passes = 9
	var times []float64
	for i := range passes + 1 {
		start := time.Now()
		for _, t := range texts {
			f(t)
		}
		if i > 0 {
			times = append(times, time.Since(start).Seconds())
		}
	}
	slices.Sort(times)
	return times[passes/2]
}
