package svodka_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
	"github.com/svodka/svodka/timeline"
)

// TestSchema: docs/json.md has every field of the JSON, in its order, and every value of an enumeration.
func TestSchema(t *testing.T) {
	data, err := os.ReadFile("docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	for _, s := range strings.Split(string(data), "\n## ")[1:] {
		name, text, _ := strings.Cut(s, "\n")
		sections[name] = text
	}
	for _, c := range []struct {
		name string
		v    any
	}{
		{"article", svodka.Article{}}, {"paragraph", parse.Paragraph{}}, {"sum", money.Mention{}}, {"date", timeline.Mention{}}, {"event", timeline.Event{}},
		{"entity", entity.Entity{}}, {"role", entity.Role{}}, {"mention", entity.Mention{}}, {"quote", quote.Quote{}}, {"note", parse.Note{}},
	} {
		if d := cmp.Diff(fields(t, c.v), rows(sections[c.name], "| field |")); d != "" {
			t.Errorf("the table of %s (-the JSON +docs/json.md):\n%s", c.name, d)
		}
		delete(sections, c.name)
	}
	if len(sections) > 0 {
		t.Errorf("sections of nothing: %v", sections)
	}
	text := string(data)
	for _, v := range []fmt.Stringer{
		parse.Plain, parse.Item, parse.Heading, money.Approx, money.AtLeast, money.AtMost, money.Range, timeline.Calendar, timeline.Time, timeline.Duration, timeline.Set,
		timeline.Start, timeline.Mid, timeline.End, timeline.Approx, timeline.Since, timeline.Until, timeline.By, timeline.Before, timeline.After, timeline.MoreThan, timeline.LessThan,
		entity.Person, entity.Org, entity.Place, entity.Male, entity.Female, entity.ByName, entity.ByAbbr, entity.ByPronoun, entity.ByRole,
		quote.Direct, quote.Fragment, quote.Indirect, quote.Name, quote.Scare,
		quote.Tag, quote.Lead, quote.Clause, quote.Phrase, quote.Reference, quote.Object, quote.Label, quote.Carried, quote.Repeated,
	} {
		if !strings.Contains(text, "`"+v.String()+"`") {
			t.Errorf("%T %s is not in docs/json.md", v, v)
		}
	}
}

// fields are the keys of an object's JSON, in their order.
func fields(t *testing.T, v any) (out []string) {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	for d.More() {
		key, err := d.Token()
		var value json.RawMessage
		if err == nil {
			err = d.Decode(&value)
		}
		if err != nil {
			t.Fatalf("%v in %s", err, b)
		}
		out = append(out, key.(string))
	}
	return out
}

// rows are the first cells of the table whose head begins with some text, without their backquotes.
func rows(section, head string) (out []string) {
	_, table, _ := strings.Cut(section, head)
	table, _, _ = strings.Cut(table, "\n\n")
	for _, line := range strings.Split(strings.TrimSpace(table), "\n")[1:] {
		if _, row, ok := strings.Cut(line, "| `"); ok {
			name, _, _ := strings.Cut(row, "`")
			out = append(out, name)
		}
	}
	return out
}
