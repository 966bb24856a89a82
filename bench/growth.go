package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
)

// growth measures the cost a byte of texts of growing size, on one core and on all. The same bytes, cut into longer and longer texts,
// are read for every size, so that nothing but the length differs; where a text is to be longer than they all, they are repeated.
// A corpus may have more words than svodka keeps in mind: all sizes are slower then than the articles of a small set.
func growth(corpus []string, rounds, cores int) {
	all := strings.Join(corpus, "\n\n")
	sizes := []int{10_000, 100_000, 1_000_000, 10_000_000}
	n := len(sizes)
	texts := make([][]string, n)
	one, many, allocs := make([][]float64, n), make([][]float64, n), make([][]float64, n) // a byte
	for k, size := range sizes {
		texts[k] = sized(all, size)
	}
	each := func(f func(k int, run func(), bytes float64)) {
		for k := range sizes {
			run := func() {
				for _, t := range texts[k] {
					everything(t)
				}
			}
			run() // not measured: the garbage of others has emptied the pools
			f(k, run, float64(bytesOf(texts[k])))
		}
	}
	for range rounds {
		each(func(k int, run func(), bytes float64) {
			d, b := measure(run, max(1, int(2e6/bytes)))
			one[k], allocs[k] = append(one[k], d/bytes), append(allocs[k], b/bytes)
		})
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	for range rounds {
		each(func(k int, run func(), bytes float64) {
			many[k] = append(many[k], parallel(run, cores)/bytes)
		})
	}
	rows := [][]string{{"text", "ns a byte", "quartiles", "bytes allocated a byte", "MB/s on 1 core", "MB/s on all", "made of"}}
	for k, size := range sizes {
		q1, q2, q3 := quartiles(one[k])
		made := "different articles"
		if size > len(all) {
			made = fmt.Sprintf("%.1f copies of the same %d KB", float64(size)/float64(len(all)), len(all)/1000)
		}
		rows = append(rows, []string{
			fmt.Sprintf("%d KB", size/1000), fmt.Sprintf("%.1f", q2*1e9), fmt.Sprintf("%.1f–%.1f", q1*1e9, q3*1e9), fmt.Sprintf("%.1f", median(allocs[k])),
			fmt.Sprintf("%.1f", 1/q2/1e6), fmt.Sprintf("%.1f", 1/median(many[k])/1e6), made,
		})
	}
	table(fmt.Sprintf("growth of svodka.Parse over %d articles, %d KB, read again and again; all is %d cores; %d rounds", len(corpus), len(all)/1000, cores, rounds), rows)
}

// sized cuts a text at paragraphs into pieces of about a size, and repeats one that is shorter.
func sized(text string, size int) (pieces []string) {
	if len(text) < size {
		text = strings.Repeat(text+"\n\n", size/len(text)+1)[:size]
		return []string{text[:strings.LastIndexByte(text, '\n')+1]}
	}
	for len(text) >= size {
		n := strings.LastIndexByte(text[:size], '\n') + 1
		if n == 0 { // a paragraph as long
			n = strings.LastIndexByte(text[:size], ' ') + 1
		}
		if n == 0 {
			break // no text of words
		}
		pieces, text = append(pieces, text[:n]), text[n:]
	}
	return pieces
}

// parallel is the seconds a run takes when every core runs it.
func parallel(run func(), cores int) float64 {
	var wg sync.WaitGroup
	start := time.Now()
	for range cores {
		wg.Go(run)
	}
	wg.Wait()
	return time.Since(start).Seconds() / float64(cores)
}
