// Command bench runs the same articles through svodka and its peers, side by side in one run, and prints tables.
//
//	cd bench && go run .
//
// Every round measures each contender once, in turn, so that a machine that changes its pace changes it for all; a ratio is
// taken inside its round, and the tables show medians and quartiles over the rounds. The unit is the time the word iterator of
// clipperhouse/uax29 takes over the same text. All run on one core, the collector of garbage with them, and time is what the processor
// spent on them, so that other programs disturb little; but for the last column of growth and the first call, which have the wall's.
//
// In the tables speed and growth and the first of python, every text has been met before: svodka has its words in mind. What texts
// take whose words are new is in the table new and the second of python: a process that has read half of the corpus, as a stream of
// articles, reads the other half, once; every round is a new process. So is the first call (start).
//
// The project has three articles. A corpus stands beside the project, or is given by -corpus: texts of your own, one a line. The
// table new needs one, a few hundred articles at the least.
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
	only := flag.String("only", "", "comma-separated tables: start, speed, new, growth, python (default all)")
	python := flag.String("python", "", "a Python with natasha and dateparser, to measure them too")
	corpus := flag.String("corpus", filepath.Join("..", "..", "shared", "data", "nerel-train.jsonl"), "more articles, JSON Lines with text, where the file is there")
	flag.Parse()
	cores := runtime.GOMAXPROCS(1)
	all := jsonl(*corpus)
	if f := children[os.Getenv(childEnv)]; f != nil {
		if err := json.NewEncoder(os.Stdout).Encode(f(all)); err != nil {
			log.Fatal(err)
		}
		return
	}
	texts, more := articles(), all[:min(len(all), 150)]
	fmt.Printf("%s, %s/%s, %d cores\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	want := func(name string) bool { return *only == "" || strings.Contains(","+*only+",", ","+name+",") }
	if want("start") {
		start(*rounds)
	}
	if want("speed") {
		speed("articles of the project", texts, *rounds)
		if len(more) > 0 {
			speed("articles of the corpus", more, *rounds)
		}
	}
	few := max(1, *rounds/3) // of what takes seconds
	if want("new") {
		if len(all) > 1 {
			news(all, few)
		} else {
			fmt.Println("\nno corpus: new texts are not measured")
		}
	}
	if want("growth") {
		if bytesOf(all) > 100_000 {
			growth(all, few, cores)
		} else {
			growth(texts, few, cores)
		}
	}
	if want("python") && *python != "" {
		peers(*python, append(texts, more...), all, max(1, *rounds/10))
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
	for s.Scan() {
		var x struct{ Text string }
		if err := json.Unmarshal(s.Bytes(), &x); err != nil {
			log.Fatal(err)
		}
		out = append(out, x.Text)
	}
	if err := s.Err(); err != nil {
		log.Fatal(err)
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
