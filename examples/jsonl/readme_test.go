package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadme runs the commands of README.md on the output for testdata/articles.jsonl. Those whose program is not installed are
// skipped.
func TestReadme(t *testing.T) {
	in, err := os.ReadFile("testdata/articles.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	out, warn, err := run(t, string(in), pipeline{})
	if err != nil || warn != "" {
		t.Fatal(err, warn)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "annotated.jsonl"), []byte(out), 0o644); err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	commands := strings.Split(string(readme), "\n    $ ")[1:]
	if len(commands) < 6 {
		t.Fatalf("README.md has %d commands", len(commands))
	}
	for _, c := range commands {
		command, rest, _ := strings.Cut(c, "\n")
		program, _, _ := strings.Cut(command, " ")
		t.Run(program, func(t *testing.T) {
			if _, err := exec.LookPath(program); err != nil {
				t.Skip(err)
			}
			cmd := exec.Command("sh", "-c", command)
			cmd.Dir = dir
			got, err := cmd.CombinedOutput()
			if err != nil {
				t.Errorf("%s: %v\n%s", command, err, got)
			} else if d := cmp.Diff(plain(block(rest)), plain(string(got))); d != "" {
				t.Errorf("%s (-want +got):\n%s", command, d)
			}
		})
	}
}

// block is the indented lines a text begins with, without their indent.
func block(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		text, ok := strings.CutPrefix(line, "    ")
		if !ok {
			break
		}
		b.WriteString(text)
	}
	return b.String()
}

// plain leaves out how CSV is quoted, which differs between versions.
func plain(s string) string { return strings.ReplaceAll(s, `"`, "") }
