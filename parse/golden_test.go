package parse_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

func TestGolden(t *testing.T) { golden.Run(t, "testdata/*.txtar", dump) }

// dump shows a document: each paragraph with its kind, each sentence between bars, then the quotation marks and the notes.
// In the input \u00a0 and the like stand for characters that cannot be seen.
func dump(input string) string {
	text := unescape(input)
	d := parse.Text(text)
	var b strings.Builder
	for _, p := range d.Paragraphs {
		b.WriteString(p.Kind.String())
		if p.Kind == parse.Item {
			fmt.Fprintf(&b, " %s %d", p.Marker, p.Level)
		}
		b.WriteByte('\n')
		for _, s := range p.Sentences {
			fmt.Fprintf(&b, "  |%s|\n", escape(s.In(text)))
		}
	}
	for _, m := range d.Marks {
		damaged := ""
		if m.Damaged {
			damaged = " damaged"
		}
		fmt.Fprintf(&b, "mark %d %s%s%s%s\n", m.Depth, m.Open.In(text), escape(m.Inner.In(text)), m.Close.In(text), damaged)
	}
	for _, n := range d.Notes {
		fmt.Fprintf(&b, "note %d-%d %s\n", n.Start, n.End, n.Message)
	}
	return b.String()
}

func unescape(s string) string {
	if u, err := strconv.Unquote(`"` + strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace(s) + `"`); err == nil {
		return u
	}
	return s
}

func escape(s string) string {
	q := strconv.QuoteToGraphic(s)
	return strings.NewReplacer(`\"`, `"`, "\u00a0", `\u00a0`, "\u202f", `\u202f`, "\u2009", `\u2009`, "\u3000", `\u3000`).Replace(q[1 : len(q)-1])
}
