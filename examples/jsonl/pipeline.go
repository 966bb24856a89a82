package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/svodka/svodka"
)

// A pipeline annotates lines on every core and writes them in the order they came.
type pipeline struct {
	fields   []string // to write; none for all
	warn     io.Writer
	progress bool // write a line about the progress to warn, again and again
	maxLine  int  // bytes; a longer line is bad
}

// check tells of a field that no article has, before any is read.
func (p *pipeline) check() error {
	_, err := p.annotate([]byte(`{"text":""}`))
	return err
}

// A job is a line on its way. The channel gives its annotated form, or why there is none.
type job struct {
	number int
	line   []byte
	done   chan result
}

type result struct {
	line []byte
	size int // bytes of the input line
	err  error
}

// run fails when a line does, at the end, or at once when nothing more can be read or written.
func (p *pipeline) run(in *bufio.Reader, out io.Writer) error {
	workers := runtime.GOMAXPROCS(0)
	work := make(chan job)
	queue := make(chan job, 2*workers) // in order; its bound keeps the memory constant
	stop := make(chan struct{})
	defer close(stop)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range work {
				line, err := p.annotate(j.line)
				j.done <- result{line, len(j.line), err}
			}
		})
	}
	var readErr error
	go func() {
		defer close(queue)
		defer close(work)
		readErr = p.read(in, work, queue, stop)
	}()
	bad, err := p.write(queue, out)
	if err == nil {
		wg.Wait()
	}
	switch {
	case err != nil:
		return err // the reader may still wait for input
	case readErr != nil:
		return readErr
	case bad > 0:
		return fmt.Errorf("%d bad lines", bad)
	}
	return nil
}

// read sends every line that is not blank to the queue and to a worker.
func (p *pipeline) read(in *bufio.Reader, work, queue chan<- job, stop <-chan struct{}) error {
	for number := 1; ; number++ {
		line, err := readLine(in, p.maxLine)
		if err == io.EOF && len(line) == 0 {
			return nil
		}
		if err != nil && err != io.EOF && err != errLong {
			return fmt.Errorf("line %d: %w", number, err)
		}
		if len(bytes.TrimSpace(line)) == 0 && err == nil {
			continue
		}
		j := job{number: number, line: line, done: make(chan result, 1)}
		select {
		case queue <- j:
		case <-stop:
			return nil
		}
		if err == errLong {
			j.done <- result{err: err}
			continue
		}
		work <- j
	}
}

var errLong = errors.New("the line is too long")

// readLine reads a line of at most limit bytes; a longer one is passed over.
func readLine(in *bufio.Reader, limit int) (line []byte, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > limit {
			for err == bufio.ErrBufferFull {
				_, err = in.ReadSlice('\n')
			}
			return nil, errLong
		}
		line = append(line, part...)
		if err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

// annotate turns a line of input into one of output.
func (p *pipeline) annotate(line []byte) ([]byte, error) {
	if !utf8.Valid(line) { // encoding/json would let it pass; Parse says where and what it looks like
		_, err := svodka.Parse(string(line), time.Time{})
		return nil, err
	}
	var in struct {
		ID        json.RawMessage
		Published *string
		Text      *string
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, err
	}
	if in.Text == nil {
		return nil, errors.New("no text")
	}
	var published time.Time
	if in.Published != nil {
		var err error
		if published, err = svodka.ParsePublished(*in.Published); err != nil {
			return nil, err
		}
	}
	article, err := svodka.Parse(*in.Text, published)
	if err != nil {
		return nil, err
	}
	out, err := json.Marshal(article)
	if err != nil {
		return nil, err
	}
	if in.ID == nil {
		in.ID = json.RawMessage("null")
	}
	out = slices.Concat([]byte(`{"id":`), in.ID, []byte(","), out[1:])
	if len(p.fields) == 0 {
		return append(out, '\n'), nil
	}
	return p.choose(out)
}

// choose keeps the fields asked for, in the order asked.
func (p *pipeline) choose(article []byte) ([]byte, error) {
	var all map[string]json.RawMessage
	if err := json.Unmarshal(article, &all); err != nil {
		return nil, err
	}
	out := []byte("{")
	for i, name := range p.fields {
		if all[name] == nil {
			return nil, fmt.Errorf("an article has no field %q", name)
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = slices.Concat(out, []byte(`"`+name+`":`), all[name])
	}
	return append(out, "}\n"...), nil
}

// write writes what the queue brings and counts the lines that failed.
func (p *pipeline) write(queue <-chan job, out io.Writer) (bad int, err error) {
	w := bufio.NewWriterSize(out, 1<<16)
	start, last := time.Now(), time.Now()
	n, size := 0, 0
	for j := range queue {
		r := <-j.done
		if r.err != nil {
			bad++
			fmt.Fprintf(p.warn, "jsonl: line %d: %v\n", j.number, r.err)
			continue
		}
		if _, err := w.Write(r.line); err != nil {
			return bad, err
		}
		n, size = n+1, size+r.size
		if p.progress && time.Since(last) > time.Second/2 {
			last = time.Now()
			fmt.Fprintf(p.warn, "\r%d articles, %.1f MB/s ", n, float64(size)/1e6/time.Since(start).Seconds())
		}
	}
	if p.progress {
		fmt.Fprintf(p.warn, "\r%d articles, %.1f MB/s \n", n, float64(size)/1e6/time.Since(start).Seconds())
	}
	return bad, w.Flush()
}
