package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/internal/golden"
)

func run(t *testing.T, input string, p pipeline) (out, warn string, err error) {
	t.Helper()
	var o, w bytes.Buffer
	p.warn = &w
	if p.maxLine == 0 {
		p.maxLine = maxLine
	}
	err = p.run(bufio.NewReader(strings.NewReader(input)), &o)
	return o.String(), w.String(), err
}

func TestOrderAndIDs(t *testing.T) {
	var in strings.Builder
	for i := range 200 {
		fmt.Fprintf(&in, `{"id": %d, "text": %q}`+"\n", i, strings.Repeat("Мост откроют весной. ", i%17))
	}
	out, warn, err := run(t, in.String(), pipeline{})
	if err != nil || warn != "" {
		t.Fatal(err, warn)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 200 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, line := range lines {
		var got struct{ ID int }
		var a svodka.Article
		if err := json.Unmarshal([]byte(line), &got); err != nil || got.ID != i {
			t.Errorf("line %d: id %d, %v", i, got.ID, err)
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil || a.Text != strings.Repeat("Мост откроют весной. ", i%17) {
			t.Errorf("line %d: text %q, %v", i, a.Text, err)
		}
	}
}

func TestBadLines(t *testing.T) {
	win, _ := charmap.Windows1251.NewEncoder().String(`{"text": "Мост откроют весной"}`)
	in := strings.Join([]string{
		`{"id": "а", "published": "2022-12-30", "text": "Мост"}`,
		`{"id": "б", "text": "обрыв`,
		``,
		`{"id": "в"}`,
		`{"id": "г", "published": "вчера", "text": "Мост"}`,
		win,
		`[1, 2]`,
		`{"published": "2022-12-30T10:00:00+03:00", "text": "Мост"}`,
	}, "\n")
	out, warn, err := run(t, in, pipeline{})
	if err == nil || err.Error() != "5 bad lines" {
		t.Errorf("got %v", err)
	}
	for _, want := range []string{"line 2: invalid character", "line 4: no text", "line 5: svodka: \"вчера\"", "line 6: svodka: text is not UTF-8 at byte 10; it looks like windows-1251", "line 7: json"} {
		if !strings.Contains(warn, want) {
			t.Errorf("no %q in\n%s", want, warn)
		}
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], `{"id":"а","published":"2022-12-30","text":"Мост"`) || !strings.HasPrefix(lines[1], `{"id":null,"published":"2022-12-30T10:00:00+03:00"`) {
		t.Errorf("got\n%s", out)
	}
}

func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("64 MB")
	}
	in := `{"text": "` + strings.Repeat("a", svodka.MaxBytes+1) + `"}` + "\n" + `{"text": "Мост"}`
	out, warn, err := run(t, in, pipeline{fields: []string{"text"}})
	if err == nil || out != `{"text":"Мост"}`+"\n" || !strings.Contains(warn, "line 1: svodka: text of 67108865 bytes") {
		t.Errorf("got %v\n%s\n%s", err, out, warn)
	}
	in = strings.Repeat("x", 300_000) + "\n" + `{"text": "Мост"}`
	out, warn, err = run(t, in, pipeline{fields: []string{"text"}, maxLine: 100})
	if err == nil || out != `{"text":"Мост"}`+"\n" || !strings.Contains(warn, "line 1: the line is too long") {
		t.Errorf("got %v\n%s\n%s", err, out, warn)
	}
}

func TestFields(t *testing.T) {
	out, _, err := run(t, `{"id": 7, "text": "Мост"}`, pipeline{fields: []string{"money", "id"}})
	if err != nil || out != `{"money":[],"id":7}`+"\n" {
		t.Errorf("got %s, %v", out, err)
	}
	for _, fields := range [][]string{nil, {"money", "id"}, {"id", "published", "text", "paragraphs", "money", "dates", "events", "entities", "quotes", "notes"}} {
		if err := (&pipeline{fields: fields}).check(); err != nil {
			t.Errorf("%q: %v", fields, err)
		}
	}
	if err := (&pipeline{fields: []string{"money", "деньги"}}).check(); err == nil || err.Error() != `an article has no field "деньги"` {
		t.Errorf("got %v", err)
	}
}

func TestOpen(t *testing.T) {
	const line = `{"text":"Мост"}`
	win, _ := charmap.Windows1251.NewEncoder().String(line)
	koi, _ := charmap.KOI8R.NewEncoder().String(line)
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write([]byte(koi))
	w.Close()
	for _, c := range []struct{ name, in, charset string }{{"plain", line, "utf-8"}, {"windows-1251", win, "windows-1251"}, {"gzip", z.String(), "KOI8-R"}} {
		r, err := open(strings.NewReader(c.in), c.charset)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := r.ReadString('\n'); got != line {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
	if _, err := open(strings.NewReader(line), "utf-16"); err == nil {
		t.Error("utf-16 is taken")
	}
}

// One line of 10 MB is an article like another; so are escapes that are no characters, and control bytes.
func TestHostileLines(t *testing.T) {
	size := 10 << 20
	if testing.Short() || golden.Race {
		size = 1 << 20
	}
	long := strings.Repeat("Мост откроют весной. ", size/38)
	in := strings.Join([]string{
		`{"id":1,"text":"` + long + `"}`,
		`{"id":2,"text":"\ud800 Мост \udfff\u0000\u001b"}`,
		`{"id":3,"text":"Мост","text":null}`,
		`{"id":4,"text":"` + strings.Repeat("[", 1<<16) + `"` + strings.Repeat(" ", 1<<16) + `}`,
		`{"id":` + strings.Repeat("[", 20_000),
		`{"id":6,"text":"Мост"`,
		"{\x00}",
	}, "\n")
	out, warn, err := run(t, in, pipeline{fields: []string{"id", "text"}})
	if err == nil || err.Error() != "4 bad lines" {
		t.Errorf("%v\n%s", err, warn)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 3 || lines[0] != `{"id":1,"text":"`+long+`"}` || lines[1] != "{\"id\":2,\"text\":\"\ufffd Мост \ufffd\\u0000\\u001b\"}" {
		t.Errorf("%d lines: %.300q", len(lines), lines[1:])
	}
}

// No goroutine is left behind.
func TestGoroutines(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 20 {
		run(t, strings.Repeat(`{"text":"Мост"}`+"\n", 20), pipeline{})
	}
	for range 1000 { // one that has said it is done may still be on its way out
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines, then %d", before, runtime.NumGoroutine())
}

// FuzzAnnotate: whatever a line holds, an error comes of it or one line of JSON.
func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{
		`{"id":1,"published":"2022-12-30","text":"«Мост», — сказал Рощин."}`, `{"text":null}`, `{"text":"\ud800"}`, `{"id":{"а":[1]},"text":""}`, `[]`, `{"id": 1 ,"text":"а"}`, "{\"id\":\t1,\"text\":\"\"}",
	} {
		f.Add([]byte(s))
	}
	p := pipeline{}
	f.Fuzz(func(t *testing.T, line []byte) {
		if bytes.IndexByte(line, '\n') >= 0 {
			t.Skip()
		}
		out, err := p.annotate(line)
		if err != nil {
			return
		}
		if n := bytes.IndexByte(out, '\n'); n != len(out)-1 || !json.Valid(out) {
			t.Errorf("%q gives %q", line, out)
		}
	})
}
