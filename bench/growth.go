package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/svodka/svodka"
)

// growth measures the cost a byte for texts of growing size, on one core and on all.
func growth(texts []string, cores int) {
	unit := strings.Join(texts, "\n\n")
	rows := [][]string{{"text", "ns a byte", "bytes allocated a byte", "MB/s on 1 core", "MB/s on all"}}
	for _, size := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
		text := sized(unit, size)
		n := max(1, 4_000_000/size)
		run := func() {
			if _, err := svodka.Parse(text, published); err != nil {
				panic(err)
			}
		}
		run()
		best, bytes := 1e9, 0.0
		for range 5 {
			d, b := measure(run, n)
			best, bytes = min(best, d), b
		}
		all := parallel(run, max(4, n), cores)
		rows = append(rows, []string{
			fmt.Sprintf("%d KB", size/1000), fmt.Sprintf("%.1f", best*1e9/float64(len(text))), fmt.Sprintf("%.1f", bytes/float64(len(text))),
			fmt.Sprintf("%.1f", float64(len(text))/best/1e6), fmt.Sprintf("%.1f", float64(len(text))/all/1e6),
		})
	}
	table(fmt.Sprintf("growth of svodka.Parse; all is %d cores", cores), rows)
}

// sized repeats a text to about a size, cut at a paragraph.
func sized(unit string, size int) string {
	text := strings.Repeat(unit+"\n\n", size/len(unit)+1)[:size]
	if i := strings.LastIndexByte(text, '\n'); i > 0 {
		text = text[:i]
	}
	return text
}

// parallel is the seconds a run takes when every core runs them.
func parallel(run func(), n, cores int) float64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	var wg sync.WaitGroup
	start := time.Now()
	for range cores {
		wg.Go(func() {
			for range n {
				run()
			}
		})
	}
	wg.Wait()
	return time.Since(start).Seconds() / float64(n*cores)
}

// start measures the first call in a fresh process: this program runs itself.
func start() {
	if os.Getenv("SVODKA_BENCH_FIRST") != "" {
		before := time.Now()
		_, bytes := measure(func() { _, _ = svodka.Parse(articles()[0], published) }, 1)
		fmt.Printf("%.1f ms, %.1f MB\n", time.Since(before).Seconds()*1e3, bytes/1e6)
		os.Exit(0)
	}
	c := exec.Command(os.Args[0], "-only", "start")
	c.Env = append(os.Environ(), "SVODKA_BENCH_FIRST=1")
	out, err := c.Output()
	if err != nil {
		fmt.Println("first call:", err)
		return
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	fmt.Println("first svodka.Parse of a process:", lines[len(lines)-1])
}
