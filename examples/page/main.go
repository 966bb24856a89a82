// Command page makes one HTML page of an article: the text with all that svodka found in it highlighted, a card on each
// highlight, the chronology as a picture, people with their posts.
//
//	go run ./examples/page -published 2023-03-15 -o article.html examples/article/article.txt
//
// Without a file the article is read from standard input, without -o the page goes to standard output. The page needs nothing
// else: no script, no font, no network. The text may be hostile: html/template writes every piece of it.
//
// How it is made, one file a step:
//
//   - main.go reads, parses, writes;
//   - page.go puts together what the page shows;
//   - nodes.go cuts the text at its annotations, which [svodka.Article.Annotations] gives in order;
//   - cards.go says in words what an annotation tells;
//   - page.html is the template.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"time"

	"github.com/svodka/svodka"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("page: ")
	published := flag.String("published", "", "when the article was published: 2022-12-30 or RFC 3339")
	output := flag.String("o", "", "file to write (default standard output)")
	flag.Parse()
	if err := run(flag.Args(), *published, *output); err != nil {
		log.Fatal(err)
	}
}

func run(args []string, published, output string) error {
	text, err := read(args)
	if err != nil {
		return err
	}
	var when time.Time
	if published != "" {
		if when, err = svodka.ParsePublished(published); err != nil {
			return err
		}
	}
	article, err := svodka.Parse(text, when)
	if err != nil {
		return err
	}
	var page bytes.Buffer // whole before any of it is written
	if err := render(&page, article); err != nil {
		return err
	}
	if output == "" {
		_, err = page.WriteTo(os.Stdout)
		return err
	}
	return os.WriteFile(output, page.Bytes(), 0o644)
}

// read takes the file named, or standard input.
func read(args []string) (string, error) {
	var b []byte
	var err error
	switch len(args) {
	case 0:
		b, err = io.ReadAll(os.Stdin)
	case 1:
		b, err = os.ReadFile(args[0])
	default:
		err = fmt.Errorf("one article at a time, got %d", len(args))
	}
	return string(b), err
}
