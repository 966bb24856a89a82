package svodka_test

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/internal/golden"
)

// The budgets that can be counted. Those of time are measured by bench, never by a test: that the first Parse of a process takes less
// than 50 ms by bench -only start.

// TestAllocation: at most 5 bytes allocated for a byte of news, once the tables have been met: little more than is handed out.
func TestAllocation(t *testing.T) {
	if golden.Race {
		t.Skip("the race detector empties pools")
	}
	size := 0
	texts := golden.Articles(t)
	for _, text := range texts {
		size += len(text)
	}
	least := math.Inf(1) // of several rounds: a garbage collection in one of them empties the pools
	for range 20 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for _, text := range texts {
			if _, err := svodka.Parse(text, published); err != nil {
				t.Fatal(err)
			}
		}
		runtime.ReadMemStats(&after)
		least = min(least, float64(after.TotalAlloc-before.TotalAlloc)/float64(size))
	}
	if least > 5 {
		t.Errorf("%.1f bytes allocated a byte of text", least)
	}
}

// TestLong: a long text takes more than an article, as it finds no room left by others: 12 bytes a byte and about 1.5 MB more, which
// is 13 for a few megabytes and no longer seen in ten. The three articles repeated have few words; how much different articles take
// when joined is in bench -only growth.
func TestLong(t *testing.T) {
	if testing.Short() || golden.Race {
		t.Skip("long")
	}
	var b strings.Builder
	for _, text := range golden.Articles(t) {
		b.WriteString(text + "\n\n")
	}
	for _, x := range []struct {
		size int
		most float64
	}{{1 << 20, 13}, {1 << 22, 13}, {10 << 20, 12}} {
		least := math.Inf(1)
		for range 4 {
			_, n := allocated(t, strings.Repeat(b.String(), x.size/b.Len()))
			least = min(least, n)
		}
		if least > x.most {
			t.Errorf("%.1f bytes allocated a byte of %d, more than %g", least, x.size, x.most)
		}
	}
}

// TestFirst: the first article of a process allocates at most 16 MB.
func TestFirst(t *testing.T) {
	if os.Getenv("SVODKA_FIRST") != "" {
		var before, after runtime.MemStats
		text := golden.Articles(t)["trial"]
		runtime.ReadMemStats(&before)
		if _, err := svodka.Parse(text, published); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		fmt.Printf("bytes %d\n", after.TotalAlloc-before.TotalAlloc)
		return
	}
	c := exec.Command(os.Args[0], "-test.run", "^TestFirst$", "-test.v")
	c.Env = append(os.Environ(), "SVODKA_FIRST=1")
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var n int
	_, rest, _ := strings.Cut(string(out), "bytes ")
	if _, err := fmt.Sscan(rest, &n); err != nil || n > 16<<20 {
		t.Errorf("%d bytes allocated (%v)", n, err)
	}
}

// TestEmbedded: at most 8 MB of data are embedded.
func TestEmbedded(t *testing.T) {
	size := int64(0)
	for _, name := range []string{"internal/lex/words.bin", "internal/lex/opencorpora/table.bin", "entity/model.bin"} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	if size > 8<<20 {
		t.Errorf("%d bytes", size)
	}
}
