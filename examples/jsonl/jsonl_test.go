package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/svodka/svodka"
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
	if _, warn, err := run(t, `{"text": "Мост"}`, pipeline{fields: []string{"деньги"}}); err == nil || !strings.Contains(warn, `no field "деньги"`) {
		t.Errorf("got %s, %v", warn, err)
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
