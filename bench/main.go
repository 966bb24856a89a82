// Command bench runs the same articles through svodka and its peers, side by side in one run, and prints tables.
//
//	cd bench && go run .
//
// Every round measures each contender once, in turn, so that a machine that changes its pace changes it for all; a ratio is
// taken inside its round, and the tables show medians and quartiles over the rounds. Each runs once unmeasured before, as it does in
// a stream of articles; the first call of a process is measured apart. The unit is the time the word iterator of
// clipperhouse/uax29 takes over the same text. All run on one core, the collector of garbage with them, but for the last column of
// growth.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
)

func main() {
	log.SetFlags(0)
	rounds := flag.Int("rounds", 30, "how often each contender runs")
	only := flag.String("only", "", "comma-separated tables: speed, growth, start, python (default all)")
	python := flag.String("python", "", "a Python with natasha and dateparser, to measure them too")
	corpus := flag.String("corpus", filepath.Join("..", "..", "shared", "data", "nerel-train.jsonl"), "more articles, JSON Lines with text, where the file is there")
	flag.Parse()
	cores := runtime.GOMAXPROCS(1)
	texts := articles()
	more := jsonl(*corpus)
	fmt.Printf("%s, %s/%s, %d cores\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	want := func(name string) bool { return *only == "" || strings.Contains(","+*only+",", ","+name+",") }
	if want("start") {
		start()
	}
	if want("speed") {
		speed("articles of the project", texts, *rounds)
		if len(more) > 0 {
			speed("articles of the corpus", more, *rounds)
		}
	}
	if want("growth") {
		growth(texts, cores)
	}
	if want("python") && *python != "" {
		peers(*python, append(texts, more...))
	}
}

// articles are the project's own.
func articles() (out []string) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		log.Fatal("no articles: run in the folder bench")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			log.Fatal(err)
		}
		out = append(out, string(b))
	}
	return out
}

// jsonl are the texts of a file; none where it is not there.
func jsonl(name string) (out []string) {
	f, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<26)
	for s.Scan() && len(out) < 150 {
		var x struct{ Text string }
		if err := json.Unmarshal(s.Bytes(), &x); err != nil {
			log.Fatal(err)
		}
		out = append(out, x.Text)
	}
	return out
}

// table prints rows with their columns aligned.
func table(title string, rows [][]string) {
	fmt.Printf("\n%s\n\n", title)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintln(w, strings.Join(r, "\t"))
	}
	w.Flush()
}
