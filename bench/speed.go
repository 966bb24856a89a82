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

// A contender does something with every text. Its budget is in units of uax29's time, 0 for none.
type contender struct {
	name   string
	budget float64
	slow   bool // run in every fifth round only
	run    func()
}

// contenders prepare what each step of svodka finds ready, so that a step is measured over what comes before it.
func contenders(texts []string) []contender {
	docs := make([]*parse.Document, len(texts))
	entities := make([][]entity.Entity, len(texts))
	for i, t := range texts {
		docs[i] = parse.Text(t)
		entities[i] = entity.Find(docs[i])
	}
	each := func(f func(i int)) func() {
		return func() {
			for i := range texts {
				f(i)
			}
		}
	}
	w := when.New(nil)
	w.Add(ru.All...)
	w.Add(common.All...) // dates in digits
	return []contender{
		{"uax29 words", 0, false, each(func(i int) {
			for it := words.FromString(texts[i]); it.Next(); {
			}
		})},
		{"parse.Text", 2, false, each(func(i int) { parse.Text(texts[i]) })},
		{"money.Find", 1, false, each(func(i int) { money.Find(docs[i]) })},
		{"timeline.Find, Events", 1.3, false, each(func(i int) { timeline.Events(docs[i], timeline.Find(docs[i], published)) })},
		{"entity.Find", 12, false, each(func(i int) { entity.Find(docs[i]) })},
		{"quote.Find", 2.5, false, each(func(i int) { quote.Find(docs[i], entities[i]) })},
		{"svodka.Parse", 20, false, each(func(i int) {
			if _, err := svodka.Parse(texts[i], published); err != nil {
				panic(err)
			}
		})},
		{"parse and timeline", 0, false, each(func(i int) { timeline.Find(parse.Text(texts[i]), published) })},
		{"uniseg words", 0, false, each(func(i int) {
			for rest, state, word := texts[i], -1, ""; rest != ""; {
				word, rest, state = uniseg.FirstWordInString(rest, state)
				_ = word
			}
		})},
		{"olebedev/when, ru", 0, true, each(func(i int) {
			for _, p := range docs[i].Paragraphs {
				for rest := p.In(texts[i]); ; { // it finds one date at a time
					r, _ := w.Parse(rest, published)
					if r == nil || r.Text == "" {
						break
					}
					rest = rest[r.Index+len(r.Text):]
				}
			}
		})},
		{"go-dateparser search, ru", 0, true, each(func(i int) {
			config := &dateparser.Configuration{CurrentTime: published, Languages: []string{"ru"}}
			for _, p := range docs[i].Paragraphs {
				_, _, _ = dateparser.Search(config, p.In(texts[i]))
			}
		})},
	}
}

// speed measures the contenders in turn, round by round.
func speed(title string, texts []string, rounds int) {
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	cs := contenders(texts)
	repeat := max(1, 1<<20/size) // a few milliseconds at the least
	times := make([][]float64, len(cs))
	ratios := make([][]float64, len(cs))
	allocs := make([]float64, len(cs))
	for round := range rounds + 1 {
		unit := 0.0
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
			d, bytes := measure(c.run, n)
			if k == 0 {
				unit = d
			}
			if round == 0 { // warm up
				continue
			}
			times[k] = append(times[k], d)
			ratios[k] = append(ratios[k], d/unit)
			allocs[k] = bytes / float64(size)
		}
	}
	rows := [][]string{{"", "MB/s", "× uax29", "quartiles", "budget", "bytes allocated a byte"}}
	for k, c := range cs {
		budget := ""
		if c.budget > 0 {
			budget = fmt.Sprintf("%g", c.budget)
		}
		q1, q2, q3 := quartiles(ratios[k])
		_, t, _ := quartiles(times[k])
		rows = append(rows, []string{c.name, fmt.Sprintf("%.2f", float64(size)/t/1e6), fmt.Sprintf("%.2f", q2), fmt.Sprintf("%.2f–%.2f", q1, q3), budget, fmt.Sprintf("%.1f", allocs[k])})
	}
	table(fmt.Sprintf("%s: %d, %d KB, %d rounds", title, len(texts), size/1000, rounds), rows)
}

// measure runs f n times: seconds and bytes allocated of one run.
func measure(f func(), n int) (seconds, bytes float64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	for range n {
		f()
	}
	seconds = time.Since(start).Seconds()
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
