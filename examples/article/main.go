// Command article turns a news item into a digest: who said what, what happened when, how much money, who is who.
//
//	article                                  the article that comes with it
//	article -published 2023-03-15 news.txt   another one
//	article - <news.txt                      standard input
//	article -json                            the same as data
package main

import (
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/svodka/svodka"
)

//go:embed article.txt
var bundled string

// The day the bundled article was published.
const bundledDay = "2023-03-15"

func main() {
	published := flag.String("published", "", "when the article was published: 2023-03-15 or RFC 3339")
	asJSON := flag.Bool("json", false, "print the article as JSON")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: article [-published DATE] [-json] [FILE | -]")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() > 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(os.Stdout, os.Stdin, flag.Arg(0), *published, *asJSON); err != nil {
		fmt.Fprintln(os.Stderr, "article:", err)
		os.Exit(1)
	}
}

// run parses one article and prints what svodka finds in it.
func run(w io.Writer, stdin io.Reader, file, published string, asJSON bool) error {
	text, err := read(stdin, file)
	if err != nil {
		return err
	}
	if file == "" && published == "" {
		published = bundledDay
	}
	var day time.Time // without one, «3 марта» stays a day of no year
	if published != "" {
		if day, err = svodka.ParsePublished(published); err != nil {
			return err
		}
	}
	article, err := svodka.Parse(text, day)
	if err != nil {
		return err
	}
	if asJSON {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(article)
	}
	_, err = io.WriteString(w, digest(article))
	return err
}

// read reads the bundled article, standard input, or a file.
func read(stdin io.Reader, file string) (string, error) {
	switch file {
	case "":
		return bundled, nil
	case "-":
		b, err := io.ReadAll(stdin)
		return string(b), err
	}
	b, err := os.ReadFile(file)
	return string(b), err
}
