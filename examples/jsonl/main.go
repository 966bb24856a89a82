// Command jsonl is svodka for pipelines: articles in, their annotations out, as JSON Lines.
//
//	jsonl <articles.jsonl >annotated.jsonl
//
// Each line of the input is an object with text and, if known, id and published (2022-12-30 or RFC 3339). Each line of
// the output is one article, in the order of the input. A line that cannot be read is reported on standard error with its
// number; the rest go on, and the exit status is 1 at the end. See README.md for the flags and for what to do with the output.
package main

import (
	"bufio"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"github.com/svodka/svodka"
)

func main() {
	charset := flag.String("charset", "utf-8", "encoding of the input: utf-8, windows-1251 or koi8-r")
	fields := flag.String("fields", "", "comma-separated fields to write, such as id,money,quotes (default all)")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "usage: jsonl [-charset NAME] [-fields LIST] <articles.jsonl >annotated.jsonl")
		os.Exit(2)
	}
	p := pipeline{warn: os.Stderr, progress: terminal(os.Stderr), maxLine: maxLine}
	p.fields = strings.FieldsFunc(*fields, func(r rune) bool { return r == ',' || r == ' ' })
	if err := p.check(); err != nil {
		fmt.Fprintln(os.Stderr, "jsonl:", err)
		os.Exit(2)
	}
	in, err := open(os.Stdin, *charset)
	if err == nil {
		err = p.run(in, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "jsonl:", err)
		os.Exit(1)
	}
}

// open looks through gzip and the encoding.
func open(r io.Reader, charset string) (*bufio.Reader, error) {
	in := bufio.NewReaderSize(r, 1<<16)
	if magic, _ := in.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, err
		}
		in = bufio.NewReaderSize(z, 1<<16)
	}
	switch strings.ToLower(charset) {
	case "utf-8", "utf8":
		return in, nil
	case "windows-1251", "cp1251":
		return bufio.NewReader(charmap.Windows1251.NewDecoder().Reader(in)), nil
	case "koi8-r":
		return bufio.NewReader(charmap.KOI8R.NewDecoder().Reader(in)), nil
	}
	return nil, fmt.Errorf("unknown charset %q: use utf-8, windows-1251 or koi8-r", charset)
}

// terminal tells whether someone may be looking at f.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// maxLine is the longest line of input, in bytes: room for the longest text with every byte escaped.
const maxLine = 6*svodka.MaxBytes + 1<<16
