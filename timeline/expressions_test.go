package timeline

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka/parse"
)

// reference reads the reference of a case: a day, a time by RFC 3339, or "-" for none.
func reference(t *testing.T, s string) time.Time {
	t.Helper()
	if s == "-" {
		return time.Time{}
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04"} {
		if ref, err := time.Parse(layout, s); err == nil {
			return ref
		}
	}
	t.Fatalf("bad reference %q", s)
	return time.Time{}
}

// shown writes mentions as the cases do.
func shown(dates []Mention) string {
	var out []string
	for _, m := range dates {
		from, to := m.ends()
		f := []string{m.Type.String(), m.Value, m.Mod.String(), from, to}
		if m.Zone != "" {
			f = append(f, m.Zone)
		}
		for i := range f {
			if f[i] == "" {
				f[i] = "-"
			}
		}
		out = append(out, m.Text+" | "+strings.Join(f, " "))
	}
	if len(out) == 0 {
		return "none"
	}
	return strings.Join(out, "; ")
}

func TestExpressions(t *testing.T) {
	data, err := os.ReadFile("testdata/expressions.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		head, want, ok := strings.Cut(line, " => ")
		ref, text, ok2 := strings.Cut(head, " | ")
		if !ok || !ok2 {
			t.Fatalf("line %d: %q is no case", i+1, line)
		}
		n++
		if got := shown(Find(parse.Text(text), reference(t, ref))); got != want {
			t.Errorf("line %d: %s | %s\n%s", i+1, ref, text, cmp.Diff(strings.Split(want, "; "), strings.Split(got, "; ")))
		}
	}
	t.Log(n, "cases")
}
