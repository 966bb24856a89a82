package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// TestSameAsJSONL: the pipeline on the Prism runner writes what examples/jsonl writes, in any order, and puts aside what that
// reports as bad.
func TestSameAsJSONL(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "articles.jsonl")
	if err := os.WriteFile(name, input(t), 0o644); err != nil {
		t.Fatal(err)
	}
	want, bad := jsonl(t, name)
	for _, shards := range []int{1, 3} {
		prefix := filepath.Join(dir, fmt.Sprint("out", shards))
		got, rejected := pipeline(t, name, prefix, shards)
		if len(want) < 100 || !slices.Equal(want, got) {
			t.Errorf("%d shards: got %d lines, want %d; they differ first at %s", shards, len(got), len(want), difference(want, got))
		}
		if len(rejected) != bad || bad == 0 {
			t.Errorf("%d shards: rejected %d lines, want %d", shards, len(rejected), bad)
		}
	}
}

// input is the lines of testdata, our test articles many times, and some bad lines.
func input(t *testing.T) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/articles.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	texts, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(texts) == 0 {
		t.Fatal("no articles", err)
	}
	for i := range 120 {
		text, err := os.ReadFile(texts[i%len(texts)])
		if err != nil {
			t.Fatal(err)
		}
		b = fmt.Appendf(b, `{"id": %d, "published": "2023-%02d-15", "text": %q}`+"\n", i, i%12+1, text)
	}
	return append(b, "{\"text\": \"обрыв\n{\"id\": 1}\n{\"text\": \"\xcc\xee\xf1\xf2\"}\n"...)
}

// jsonl runs examples/jsonl: the sorted lines it writes, and how many it finds bad.
func jsonl(t *testing.T, name string) (lines []string, bad int) {
	t.Helper()
	in, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out, warn bytes.Buffer
	c := exec.Command("go", "run", "./examples/jsonl")
	c.Dir, c.Stdin, c.Stdout, c.Stderr = "../..", in, &out, &warn
	c.Run() // fails, as there are bad lines
	return sorted(out.String()), strings.Count(warn.String(), "jsonl: line ")
}

// pipeline runs the pipeline: the sorted lines it writes, and those it rejects.
func pipeline(t *testing.T, input, prefix string, shards int) (lines, rejected []string) {
	t.Helper()
	p, s := beam.NewPipelineWithRoot()
	build(s, input, prefix, shards)
	ptest.RunAndValidate(t, p)
	files, _ := filepath.Glob(fmt.Sprintf("%s-*-of-%05d.jsonl", prefix, shards))
	for _, name := range files {
		if strings.Contains(name, "rejected") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, sorted(string(b))...)
	}
	slices.Sort(lines)
	b, err := os.ReadFile(prefix + "-rejected-00000-of-00001.jsonl")
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return lines, sorted(string(b))
}

func sorted(s string) []string {
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	slices.Sort(lines)
	return lines
}

func difference(want, got []string) string {
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			return fmt.Sprintf("line %d:\n%.300s\n%.300s", i, want[i], got[i])
		}
	}
	return "the end"
}

// TestRejected: a bad line is kept, with the reason.
func TestRejected(t *testing.T) {
	for line, want := range map[string]string{
		`{"text": 5}`:                     "json: ",
		`{"id": 1}`:                       "no text",
		`{"text": "", "published": "да"}`: "svodka: \"да\"",
		"\xcc\xee\xf1\xf2, \xcc\xee\xf1\xf2, \xcc\xee\xf1\xf2": "windows-1251",
	} {
		var got struct{ Error, Line string }
		annotate(t.Context(), line, func(s string) { t.Errorf("%q gave %s", line, s) }, func(s string) {
			if err := json.Unmarshal([]byte(s), &got); err != nil {
				t.Error(err)
			}
		})
		if !strings.Contains(got.Error, want) || got.Line != string([]rune(line)) { // bad bytes are U+FFFD each
			t.Errorf("%q: got %+v", line, got)
		}
	}
}

// TestGzip: files that end in .gz are unpacked, and a glob reads several.
func TestGzip(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b"} {
		var z bytes.Buffer
		w := gzip.NewWriter(&z)
		fmt.Fprintf(w, `{"id": "%s", "text": "Мост откроют весной."}`, name)
		w.Close()
		if err := os.WriteFile(filepath.Join(dir, name+".jsonl.gz"), z.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	lines, _ := pipeline(t, filepath.Join(dir, "*.gz"), filepath.Join(dir, "out"), 1)
	if len(lines) != 2 || !strings.HasPrefix(lines[0], `{"id":"a"`) || !strings.HasPrefix(lines[1], `{"id":"b"`) {
		t.Errorf("got %q", lines)
	}
}
