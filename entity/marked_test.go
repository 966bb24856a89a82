package entity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

// resolved parses a text in which names are marked {p:Имя}, {o:Имя}, {l:Имя} and resolves them: what the tests here hold does
// not depend on the model.
func resolved(t *testing.T, marked string) (string, []Entity) {
	t.Helper()
	doc, spans := unmark(t, marked)
	return doc.Text, resolvers.Get().(*resolver).resolve(doc, spans)
}

// unmark parses a text in which names are marked.
func unmark(t *testing.T, marked string) (*parse.Document, []span) {
	t.Helper()
	var text strings.Builder
	type place struct {
		parse.Span
		typ Type
	}
	var places []place
	for rest := marked; ; {
		before, behind, ok := strings.Cut(rest, "{")
		text.WriteString(before)
		if !ok {
			break
		}
		name, after, ok := strings.Cut(behind, "}")
		typ := Type(strings.IndexByte("pol", name[0]) + 1)
		if !ok || len(name) < 3 || name[1] != ':' || typ == 0 {
			t.Fatalf("bad mark in %q", marked)
		}
		start := text.Len()
		text.WriteString(name[2:])
		places = append(places, place{parse.Span{Start: start, End: text.Len()}, typ})
		rest = after
	}
	doc := parse.Text(text.String())
	var spans []span
	for _, p := range places {
		first, last := doc.Range(p.Span)
		spans = append(spans, span{first, last, p.typ})
	}
	return doc, spans
}

// TestNames holds the nominative of the last name of a line: Владимира Путина => Владимир Путин.
func TestNames(t *testing.T) {
	golden.Lines(t, "testdata/names.txt", func(input string) string {
		_, es := resolved(t, input)
		if len(es) == 0 {
			return "none"
		}
		return es[len(es)-1].Name
	})
}

func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(input string) string {
		_, es := resolved(t, input)
		return dump(es)
	})
}

// dump shows entities, each with its roles and its mentions.
func dump(es []Entity) string {
	var b strings.Builder
	for _, e := range es {
		fmt.Fprintf(&b, "%d %v %s", e.ID, e.Type, e.Name)
		if e.Gender != 0 {
			fmt.Fprintf(&b, " (%v)", e.Gender)
		}
		if e.Abbr != "" {
			fmt.Fprintf(&b, " [%s]", e.Abbr)
		}
		b.WriteByte('\n')
		for _, r := range e.Roles {
			fmt.Fprintf(&b, "  role %s @%d\n", r.Name, r.Org)
		}
		for _, m := range e.Mentions {
			fmt.Fprintf(&b, "  %d %v %s\n", m.Start, m.Kind, m.Text)
		}
	}
	return b.String()
}
