package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/internal/golden"
)

// TestDigest holds the digest of the bundled article, and of a text with a damaged quotation.
func TestDigest(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(input string) string {
		var out bytes.Buffer
		file := "-"
		if input == "the bundled article" {
			file = ""
		}
		if err := run(&out, strings.NewReader(input), file, bundledDay, false); err != nil {
			t.Fatal(err)
		}
		return out.String()
	})
}

func TestSources(t *testing.T) {
	name := filepath.Join(t.TempDir(), "news.txt")
	text := "3 марта мост открыли."
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	value := func(stdin, file, published string) string {
		t.Helper()
		var out bytes.Buffer
		if err := run(&out, strings.NewReader(stdin), file, published, true); err != nil {
			t.Fatal(err)
		}
		var a svodka.Article
		if err := json.Unmarshal(out.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		return a.Dates[0].Value
	}
	for _, c := range []struct{ name, stdin, file, published, want string }{
		{"a file", "", name, "2023-03-15", "2023-03-03"},
		{"standard input", text, "-", "2021-12-31T10:00:00+03:00", "2021-03-03"},
		{"no day of publication", text, "-", "", "XXXX-03-03"},
	} {
		if got := value(c.stdin, c.file, c.published); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ name, stdin, file, published, want string }{
		{"no such file", "", "no-such-file.txt", "", "no-such-file.txt"},
		{"no day", "", "", "вчера", "neither a day"},
		{"not UTF-8", "\xcc\xee\xf1\xf2 \xee\xf2\xea\xf0\xee\xfe\xf2 \xe2\xe5\xf1\xed\xee\xe9", "-", "", "windows-1251"},
	} {
		var out bytes.Buffer
		err := run(&out, strings.NewReader(c.stdin), c.file, c.published, false)
		if err == nil || !strings.Contains(err.Error(), c.want) || out.Len() > 0 {
			t.Errorf("%s: got error %v and %q", c.name, err, out.String())
		}
	}
}

// TestReadme: README.md shows what the program prints, whole lines in their order; a line that is … stands for those left out.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, shown, _ := strings.Cut(string(readme), "\n$ go run ./examples/article\n\n")
	shown, _, ok := strings.Cut(shown, "```\n")
	if !ok {
		t.Fatal("README.md does not show what the program prints")
	}
	var out bytes.Buffer
	if err := run(&out, nil, "", "", false); err != nil {
		t.Fatal(err)
	}
	printed := strings.Split(out.String(), "\n")
	var left bool // lines may have been left out before the one at hand
	for line := range strings.Lines(shown) {
		line = strings.TrimSuffix(line, "\n")
		if strings.TrimSpace(line) == "…" {
			left = true
			continue
		}
		if line == "" && left {
			continue // what is left out ends the section
		}
		at := slices.Index(printed, line)
		if at < 0 || at > 0 && !left {
			t.Fatalf("README.md has %q where the program prints %q", line, printed[0])
		}
		printed, left = printed[at+1:], false
	}
	if !left && len(printed) > 1 {
		t.Errorf("README.md ends before %q", printed[0])
	}
}
