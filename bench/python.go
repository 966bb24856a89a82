package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"time"

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
	ours := map[string]float64{
		"natasha, names":        seconds(texts, func(t string) { entity.Find(parse.Text(t)) }),
		"dateparser, search ru": seconds(texts, func(t string) { timeline.Find(parse.Text(t), published) }),
	}
	rows := [][]string{{"", "KB/s", "svodka, KB/s", "times as fast"}}
	for _, name := range []string{"natasha, names", "dateparser, search ru"} {
		if s, ok := theirs[name]; ok {
			rows = append(rows, []string{name, fmt.Sprintf("%.0f", float64(size)/s/1e3), fmt.Sprintf("%.0f", float64(size)/ours[name]/1e3), fmt.Sprintf("%.0f", s/ours[name])})
		}
	}
	table(fmt.Sprintf("peers in Python: %d articles, %d KB", len(texts), size/1000), rows)
}

func seconds(texts []string, f func(string)) float64 {
	f(texts[0])
	start := time.Now()
	for _, t := range texts {
		f(t)
	}
	return time.Since(start).Seconds()
}
