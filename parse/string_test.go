package parse_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/svodka/svodka/parse"
)

func TestStrings(t *testing.T) {
	doc := parse.Text("• Мост\n• «Весть» нет.\n\nЗавод «Заря» и «Мост стоят.")
	var got []string
	for _, p := range doc.Paragraphs {
		got = append(got, p.String())
	}
	for _, m := range doc.Marks {
		got = append(got, m.String())
	}
	for _, n := range doc.Notes {
		got = append(got, n.String())
	}
	got = append(got, parse.Paragraph{}.String(), parse.Mark{Continued: true}.String())
	want := `item 0:12 • 1, 1 sentence
item 13:39 • 1, 1 sentence
text 41:90, 1 sentence
19:29 depth 0
54:62 depth 0
70:89 depth 0, damaged
68:70: quotation that never closes
text 0:0, 0 sentences
0:0 depth 0, continued`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	if s := fmt.Sprint(doc.Paragraphs[0].Sentences); s != "[0:12]" {
		t.Errorf("spans print %s", s)
	}
}

// Lists are never nil, so that their JSON is never null.
func TestNoNil(t *testing.T) {
	var doc parse.Document
	doc.Reset("")
	for _, d := range []*parse.Document{&doc, parse.Text(""), parse.Text("Мост стоит.")} {
		if d.Paragraphs == nil || d.Marks == nil || d.Notes == nil {
			t.Errorf("%q: %#v", d.Text, d)
		}
	}
	var p parse.Paragraph
	if err := json.Unmarshal([]byte(`{"sentences":null}`), &p); err != nil || p.Sentences == nil {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestKindText(t *testing.T) {
	for k := parse.Kind(0); k <= parse.Bad; k++ {
		b, err := k.MarshalText()
		var back parse.Kind
		if err != nil || back.UnmarshalText(b) != nil || back != k {
			t.Errorf("%v: %s comes back as %v", k, b, back)
		}
	}
	if new(parse.Kind).UnmarshalText([]byte("letter")) == nil {
		t.Error("a letter is a kind of token")
	}
}

// A word has a key up to 62 letters, of which those of other alphabets count four each.
func TestLongKeys(t *testing.T) {
	for _, x := range []struct {
		word string
		key  bool
	}{
		{strings.Repeat("ы", 62), true}, {strings.Repeat("ы", 63), false}, {strings.Repeat("Q", 62), true}, {strings.Repeat("β", 15), true}, {strings.Repeat("β", 16), false},
	} {
		doc := parse.Text(x.word)
		if key := doc.Tokens[0].Key(); (key != "") != x.key {
			t.Errorf("%s has the key %q", x.word, key)
		}
	}
}
