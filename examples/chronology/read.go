package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/svodka/svodka"
)

// An article is a text and where it is from.
type article struct {
	name      string
	published time.Time // zero where it is not known
	text      string
}

// readAll reads files, and those of directories in the order of their names.
func readAll(names []string, published string) (articles []article, err error) {
	var fallback time.Time
	if published != "" {
		if fallback, err = svodka.ParsePublished(published); err != nil {
			return nil, err
		}
	}
	for _, name := range names {
		files := []string{name}
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			if files, err = filesOf(name); err != nil {
				return nil, err
			}
		}
		for _, file := range files {
			more, err := read(file)
			if err != nil {
				return nil, err
			}
			articles = append(articles, more...)
		}
	}
	for i := range articles {
		if articles[i].published.IsZero() {
			articles[i].published = fallback
		}
	}
	return articles, nil
}

func filesOf(dir string) (files []string, err error) {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	return files, err
}

func read(file string) ([]article, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if !utf8.Valid(b) {
		return nil, fmt.Errorf("%s: not UTF-8; try iconv -f windows-1251 -t utf-8", file)
	}
	if filepath.Ext(file) == ".jsonl" {
		return readLines(file, b)
	}
	a := article{name: filepath.Base(file), text: string(b)}
	first, rest, _ := strings.Cut(a.text, "\n")
	if day, err := svodka.ParsePublished(strings.Trim(first, "\ufeff \t\r")); err == nil {
		a.published = day
		a.text = strings.Repeat(" ", len(first)) + "\n" + rest // the offsets stay those of the file
	}
	return []article{a}, nil
}

// readLines reads JSON Lines. An article without an id is named by the file and its line.
func readLines(file string, b []byte) (articles []article, err error) {
	in := bufio.NewReader(bytes.NewReader(b))
	for number := 1; ; number++ {
		line, end := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			a, err := decode(line)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, number, err)
			}
			if a.name == "" {
				a.name = fmt.Sprintf("%s:%d", filepath.Base(file), number)
			}
			articles = append(articles, a)
		}
		if end == io.EOF {
			return articles, nil
		}
	}
}

func decode(line []byte) (a article, err error) {
	var in struct {
		ID        any
		Published *string
		Text      *string
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return a, err
	}
	if in.Text == nil {
		return a, errors.New("no text")
	}
	if a.text = *in.Text; in.ID != nil {
		a.name = fmt.Sprint(in.ID)
	}
	if in.Published != nil {
		a.published, err = svodka.ParsePublished(*in.Published)
	}
	return a, err
}
