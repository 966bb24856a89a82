package main

import (
	"fmt"
	"runtime"
	"slices"
	"time"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/markusmobius/go-dateparser"
	"github.com/olebedev/when"
	"github.com/olebedev/when/rules/common"
	"github.com/olebedev/when/rules/ru"
	"github.com/rivo/uniseg"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
	"github.com/svodka/svodka/timeline"
)

var published = time.Date(2023, 3, 15, 0, 0, 0, 0, time.UTC)

// A contender does something with every text and tells how many things it found. Its budget is in units of uax29's time, 0 for none.
type contender struct {
	name   string
	budget float64
	slow   bool // run in every fifth round only
	run    func() int
}

// The contenders that others are measured by.
const (
	unit     = "uax29 words"
	dates    = "parse and timeline"
	datePeer = "olebedev/when, ru"
)

// contenders prepare what each step of svodka finds ready, so that a step is measured over what comes before it.
func contenders(texts []string) []contender {
	docs := make([]*parse.Document, len(texts))
	entities := make([][]entity.Entity, len(texts))
	for i, t := range texts {
		docs[i] = parse.Text(t)
		entities[i] = entity.Find(docs[i])
	}
	each := func(f func(i int) int) func() int {
		return func() (n int) {
			for i := range texts {
				n += f(i)
			}
			return n
		}
	}
	w := when.New(nil)
	w.Add(ru.All...)
	w.Add(common.All...) // dates in digits
	return []contender{
		{unit, 0, false, each(func(i int) int { return segment(texts[i]) })},
		{"parse.Text", 2, false, each(func(i int) int { return len(parse.Text(texts[i]).Tokens) })},
		{"money.Find", 1, false, each(func(i int) int { return len(money.Find(docs[i])) })},
		{"timeline.Find, Events", 1.3, false, each(func(i int) int {
			found := timeline.Find(docs[i], published)
			return len(found) + len(timeline.Events(docs[i], found))
		})},
		{"entity.Find", 12, false, each(func(i int) int { return len(entity.Find(docs[i])) })},
		{"quote.Find", 2.5, false, each(func(i int) int { return len(quote.Find(docs[i], entities[i])) })},
		{"these five in turn, text by text", 0, false, each(func(i int) int {
			doc := parse.Text(texts[i])
			found, entities := timeline.Find(doc, published), entity.Find(doc)
			timeline.Events(doc, found)
			return len(money.Find(doc)) + len(found) + len(entities) + len(quote.Find(doc, entities))
		})},
		{"svodka.Parse", 20, false, each(func(i int) int { return everything(texts[i]) })},
		{dates, 0, false, each(func(i int) int { return len(timeline.Find(parse.Text(texts[i]), published)) })},
		{"uniseg words", 0, false, each(func(i int) (n int) {
			for rest, state := texts[i], -1; rest != ""; n++ {
				_, rest, state = uniseg.FirstWordInString(rest, state)
			}
			return n
		})},
		{datePeer, 0, true, each(func(i int) (n int) {
			for _, p := range docs[i].Paragraphs {
				for rest := p.In(texts[i]); ; n++ { // it finds one date at a time
					r, _ := w.Parse(rest, published)
					if r == nil || r.Text == "" {
						break
					}
					rest = rest[r.Index+len(r.Text):]
				}
			}
			return n
		})},
		{"go-dateparser search, ru", 0, true, each(func(i int) (n int) {
			config := &dateparser.Configuration{CurrentTime: published, Languages: []string{"ru"}}
			for _, p := range docs[i].Paragraphs {
				_, found, _ := dateparser.Search(config, p.In(texts[i]))
				n += len(found)
			}
			return n
		})},
	}
}

// segment counts the words of uax29: the unit.
func segment(text string) (n int) {
	for it := words.FromString(text); it.Next(); {
		n++
	}
	return n
}

// everything counts what svodka.Parse finds.
func everything(text string) int {
	a, err := svodka.Parse(text, published)
	if err != nil {
		panic(err)
	}
	return len(a.Money) + len(a.Dates) + len(a.Entities) + len(a.Quotes)
}

// names counts those whom entity.Find finds.
func names(text string) int { return len(entity.Find(parse.Text(text))) }

// speed measures the contenders in turn, round by round, over texts that every one of them has met.
func speed(title string, texts []string, rounds int) {
	size := bytesOf(texts)
	cs := contenders(texts)
	repeat := max(1, 1<<20/size) // a few milliseconds at the least
	times := make([][]float64, len(cs))
	ratios := make([][]float64, len(cs))
	allocs := make([]float64, len(cs))
	var gains []float64
	for round := range rounds + 1 {
		took := map[string]float64{}
		for k, c := range cs {
			if c.slow && round%5 != 1 {
				continue
			}
			n := repeat
			if c.slow {
				n = 1
			} else {
				c.run() // not measured: the garbage of others has emptied the pools
			}
			d, bytes := measure(func() { c.run() }, n)
			took[c.name] = d
			if round == 0 { // warm up
				continue
			}
			times[k] = append(times[k], d)
			ratios[k] = append(ratios[k], d/took[unit])
			allocs[k] = bytes / float64(size)
		}
		if took[datePeer] > 0 {
			gains = append(gains, took[datePeer]/took[dates])
		}
	}
	rows := [][]string{{"", "MB/s", "× uax29", "quartiles", "budget", "bytes allocated a byte"}}
	for k, c := range cs {
		budget := ""
		if c.budget > 0 {
			budget = fmt.Sprintf("%g", c.budget)
		}
		q1, q2, q3 := quartiles(ratios[k])
		rows = append(rows, []string{c.name, pace(size, median(times[k])), fmt.Sprintf("%.2f", q2), fmt.Sprintf("%.2f–%.2f", q1, q3), budget, fmt.Sprintf("%.1f", allocs[k])})
	}
	table(fmt.Sprintf("%s, met before: %d, %d KB, %d rounds", title, len(texts), size/1000, rounds), rows)
	fmt.Printf("\n%s: %s times as fast as %s\n", dates, spread(gains, "%.0f"), datePeer)
}

// measure runs f n times: seconds and bytes allocated of one run.
func measure(f func(), n int) (seconds, bytes float64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := now()
	for range n {
		f()
	}
	seconds = (now() - start).Seconds()
	runtime.ReadMemStats(&after)
	return seconds / float64(n), float64(after.TotalAlloc-before.TotalAlloc) / float64(n)
}

func quartiles(v []float64) (q1, q2, q3 float64) {
	if len(v) == 0 {
		return 0, 0, 0
	}
	s := slices.Sorted(slices.Values(v))
	at := func(p float64) float64 { return s[int(p*float64(len(s)-1)+0.5)] }
	return at(0.25), at(0.5), at(0.75)
}

func median(v []float64) float64 {
	_, q2, _ := quartiles(v)
	return q2
}

// spread prints a median and its quartiles.
func spread(v []float64, format string) string {
	q1, q2, q3 := quartiles(v)
	return fmt.Sprintf(format+" ("+format+"–"+format+")", q2, q1, q3)
}

// pace is megabytes a second.
func pace(size int, seconds float64) string { return fmt.Sprintf("%.2f", float64(size)/seconds/1e6) }

func bytesOf(texts []string) (n int) {
	for _, t := range texts {
		n += len(t)
	}
	return n
}
