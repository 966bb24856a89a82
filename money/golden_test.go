package money_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/parse"
)

// show writes a value as the golden files do: 5 RUB, ≈5 USD, ≥5 EUR, ≤5 GBP, 5..10 ¤, ? RUB; what it is per in braces.
func show(a money.Amount) string {
	var s string
	switch {
	case !a.Min.IsSet() && !a.Max.IsSet():
		s = strings.TrimSpace("? " + a.Mod.String())
	case a.Mod == money.AtLeast && !a.Max.IsSet():
		s = "≥" + a.Min.String()
	case a.Mod == money.AtMost && !a.Min.IsSet():
		s = "≤" + a.Max.String()
	case a.Mod == money.Range && a.Min != a.Max:
		s = a.Min.String() + ".." + a.Max.String()
	case a.Mod == money.Approx && a.Min == a.Max:
		s = "≈" + a.Min.String()
	case a.Mod == money.Exact && a.Min == a.Max:
		s = a.Min.String()
	default:
		s = fmt.Sprintf("BAD %#v", a)
	}
	if a.Currency == "" {
		s += " ¤"
	} else {
		s += " " + a.Currency.String()
	}
	if a.Per != "" {
		s += " {" + a.Per + "}"
	}
	return s
}

// mark brackets the mentions in a text and appends their values.
func mark(text string) string {
	var b strings.Builder
	at, values := 0, ""
	for _, m := range money.Find(parse.Text(text)) {
		b.WriteString(text[at:m.Start] + "[" + m.Text + "]")
		at = m.End
		values += "; " + show(m.Amount)
	}
	b.WriteString(text[at:])
	if values == "" {
		return b.String() + " = none"
	}
	return b.String() + " = " + values[2:]
}

// Every line of testdata/*.txtar is a text of its own.
func TestLines(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(input string) string {
		var out []string
		for line := range strings.Lines(input) {
			out = append(out, mark(strings.TrimSuffix(line, "\n")))
		}
		return strings.Join(out, "\n")
	})
}

// Every input of testdata/texts is one text.
func TestTexts(t *testing.T) {
	golden.Run(t, "testdata/texts/*.txtar", func(input string) string {
		var out []string
		for _, m := range money.Find(parse.Text(input)) {
			out = append(out, fmt.Sprintf("%s = %s", m.Text, show(m.Amount)))
		}
		return strings.Join(out, "\n")
	})
}
