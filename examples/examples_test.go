// Package examples_test runs every example as its user would, by the command in its documentation, and checks what it prints.
package examples_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka/internal/golden"
)

// command runs a shell line in the module's root and gives what it writes to standard output.
func command(t *testing.T, line string) string {
	t.Helper()
	var out, warn bytes.Buffer
	c := exec.Command("sh", "-c", line)
	c.Dir, c.Stdout, c.Stderr = "..", &out, &warn
	if err := c.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", line, err, warn.String())
	}
	return out.String()
}

// Every command's output is in testdata, under the command.
func TestCommands(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip(err)
	}
	golden.Run(t, "testdata/*.txtar", func(line string) string { return command(t, line) })
}

// A page goes to the file that was asked for, whole.
func TestPage(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip(err)
	}
	for line, want := range map[string][]string{
		"go run ./examples/page -published 2023-03-15 -o $OUT examples/article/article.txt": {"опубликовано 2023-03-15", "<h2>Хронология</h2>", "<h2>Люди</h2>", "<h2>Деньги</h2>"},
		"go run ./examples/chronology -as html examples/chronology/testdata/texts >$OUT":    {"событий: 12, статей: 4", "<svg"},
		"printf 'Мост за 5 млн рублей <b>открыли</b>.' | go run ./examples/page >$OUT":      {"5\u00a0000\u00a0000\u00a0₽", "&lt;b&gt;"},
	} {
		out := filepath.Join(t.TempDir(), "page.html")
		if got := command(t, strings.ReplaceAll(line, "$OUT", out)); got != "" {
			t.Errorf("%s prints %q", line, got)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		page := string(b)
		if !strings.HasPrefix(page, "<!DOCTYPE html>") || !strings.HasSuffix(strings.TrimSpace(page), "</html>") {
			t.Errorf("%s: no whole page", line)
		}
		for _, s := range want {
			if !strings.Contains(page, s) {
				t.Errorf("%s: no %s", line, s)
			}
		}
	}
}

// The same articles through a file, through gzip and in another encoding give the same lines.
func TestEncodings(t *testing.T) {
	if _, err := exec.LookPath("gzip"); err != nil {
		t.Skip(err)
	}
	const in = "examples/jsonl/testdata/articles.jsonl"
	plain := command(t, "go run ./examples/jsonl <"+in)
	if d := cmp.Diff(plain, command(t, "gzip -c "+in+" | go run ./examples/jsonl")); d != "" {
		t.Errorf("gzip (-want +got):\n%s", d)
	}
	if _, err := exec.LookPath("iconv"); err != nil {
		t.Skip(err)
	}
	if d := cmp.Diff(plain, command(t, "iconv -f utf-8 -t windows-1251 "+in+" | go run ./examples/jsonl -charset windows-1251")); d != "" {
		t.Errorf("windows-1251 (-want +got):\n%s", d)
	}
}
