// Command chronology makes one chronology of many articles: what happened, when, and which article tells it.
//
//	go run ./examples/chronology examples/chronology/testdata/texts
//	go run ./examples/chronology -as html -o chronology.html examples/chronology/testdata/texts
//	go run ./examples/chronology -as json testdata/articles/*.txt | jq -r '.events[] | select(.from) | .from + " " + .text'
//
// It takes files and directories. A .jsonl file has an article a line ({"id", "published", "text"}); any other is an article,
// whose first line may be the day it was published (2022-12-30 or RFC 3339). -published holds for those that tell none: without
// it a bare day (3 марта) has no year.
//
// Only two of svodka's packages are at work: parse takes a text apart, timeline finds its dates, its chronologies, and merges them.
// read.go reads the articles, write.go writes what comes out.
package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"log"
	"os"

	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/timeline"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("chronology: ")
	as := flag.String("as", "text", "what to write: text, json or html")
	published := flag.String("published", "", "day of publication of articles that tell none")
	output := flag.String("o", "", "file to write (default standard output)")
	flag.Parse()
	var out bytes.Buffer // whole before any of it is written
	err := run(&out, flag.Args(), *as, *published)
	if err == nil && *output != "" {
		err = os.WriteFile(*output, out.Bytes(), 0o644)
	} else if err == nil {
		_, err = out.WriteTo(os.Stdout)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func run(w io.Writer, names []string, as, published string) error {
	if len(names) == 0 {
		return errors.New("name files or directories with articles")
	}
	articles, err := readAll(names, published)
	if err != nil {
		return err
	}
	return write(w, as, articles, merge(articles))
}

// merge finds the chronologies of all articles and makes one of them.
func merge(articles []article) []timeline.Merged {
	var lists [][]timeline.Event
	for _, a := range articles {
		doc := parse.Text(a.text)
		lists = append(lists, timeline.Events(doc, timeline.Find(doc, a.published)))
	}
	return timeline.Merge(lists...)
}
