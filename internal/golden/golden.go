// Package golden runs the golden files of svodka's tests and finds the texts of the corpus tests.
//
// A golden file is a txtar archive (golang.org/x/tools/txtar describes the format): a comment, then the sections "input"
// and "want", in turn, once or more. Text in the comment or behind a section's name (-- input: nested marks --) tells
// what the case is about. go test -update rewrites every "want".
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A section is one file of an archive.
type section struct{ name, text string }

// parse splits an archive; comment is what stands before the first section.
func parse(data string) (comment string, sections []section) {
	for line := range strings.Lines(data) {
		name, ok := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "-- ")
		if name, closed := strings.CutSuffix(name, " --"); ok && closed {
			sections = append(sections, section{name: strings.TrimSpace(name)})
		} else if len(sections) == 0 {
			comment += line
		} else {
			sections[len(sections)-1].text += line
		}
	}
	return comment, sections
}

func format(comment string, sections []section) string {
	var b strings.Builder
	b.WriteString(comment)
	for _, s := range sections {
		b.WriteString("-- " + s.name + " --\n" + s.text)
		if s.text != "" && !strings.HasSuffix(s.text, "\n") {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// Run holds got(input) against want for every case of the files that match the pattern, a subtest each. The line break at
// the end of input belongs to the format, not to the text.
func Run(t *testing.T, pattern string, got func(input string) string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files match %s (%v)", pattern, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		comment, sections := parse(string(data))
		for i := 0; i+1 < len(sections); i += 2 {
			in, want := &sections[i], &sections[i+1]
			if !strings.HasPrefix(in.name, "input") || want.name != "want" {
				t.Fatalf("%s: sections %q and %q, not input and want", file, in.name, want.name)
			}
			name := strings.TrimSuffix(filepath.Base(file), ".txtar") + "/" + strings.TrimLeft(strings.TrimPrefix(in.name, "input"), ": ")
			t.Run(name, func(t *testing.T) {
				g := got(strings.TrimSuffix(in.text, "\n"))
				if g != "" && !strings.HasSuffix(g, "\n") {
					g += "\n"
				}
				if *update {
					want.text = g
				} else if d := cmp.Diff(want.text, g); d != "" {
					t.Errorf("%s: %s (-want +got):\n%s", file, in.name, d)
				}
			})
		}
		if len(sections)%2 != 0 {
			t.Fatalf("%s: a section without a partner", file)
		}
		if *update {
			if err := os.WriteFile(file, []byte(format(comment, sections)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Corpus is the path of a file of the development corpus, which is no part of the project: shared/data beside its folder.
// The test skips where the corpus is not there.
func Corpus(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join(root(t), "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("corpus test skipped: no %s", path)
	}
	return path
}

// Articles are the articles under testdata/articles at the project's root, by name; written for the project.
func Articles(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root(t), "testdata", "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles (%v)", err)
	}
	out := map[string]string{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(f), ".txt")] = string(b)
	}
	return out
}

// root is the project's root folder.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// Lines holds got(input) against want for every line "input => want" of a file; empty lines and those that begin with # are
// comments. -update does not touch the file: what stands there was written by hand.
func Lines(t *testing.T, file string, got func(input string) string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		input, want, ok := strings.Cut(line, " => ")
		if !ok {
			t.Fatalf("%s:%d: no => in %q", file, n, line)
		}
		if g := got(strings.TrimSpace(input)); g != strings.TrimSpace(want) {
			t.Errorf("%s:%d: %s\n got %s\nwant %s", file, n, input, g, want)
		}
	}
}
