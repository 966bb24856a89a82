package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
	"github.com/svodka/svodka/timeline"
)

func TestGolden(t *testing.T) {
	golden.Run(t, filepath.Join("testdata", "*.txtar"), func(input string) string {
		var a svodka.Article
		if err := json.Unmarshal([]byte(input), &a); err != nil {
			t.Fatal(err)
		}
		html := pageOf(t, &a)
		head, rest, _ := strings.Cut(html, "<style>")
		_, body, _ := strings.Cut(rest, "</style>")
		return head + "<style></style>" + body
	})
}

func pageOf(t *testing.T, a *svodka.Article) string {
	t.Helper()
	var b bytes.Buffer
	if err := render(&b, a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A reading is what a browser would make of a page.
type reading struct {
	text  string // of heading and article, without the cards, white space folded
	marks []mark // the highlights, in the order of their ends
	tags  map[string]int
	attrs map[string]int
}

type mark struct{ class, text, card string }

// readPage parses a page and fails for one that is not well formed.
func readPage(t *testing.T, html string) (r reading) {
	t.Helper()
	r.tags, r.attrs = map[string]int{}, map[string]int{}
	d := xml.NewDecoder(strings.NewReader(html))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	type element struct {
		name, class string
		text        strings.Builder
		card        string
	}
	var open []*element
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := &element{name: x.Name.Local}
			r.tags[e.name]++
			for _, a := range x.Attr {
				r.attrs[a.Name.Local]++
				if a.Name.Local == "class" {
					e.class = a.Value
				}
			}
			open = append(open, e)
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text.Write(x)
			}
		case xml.EndElement:
			e, parent := open[len(open)-1], &element{}
			if open = open[:len(open)-1]; len(open) > 0 {
				parent = open[len(open)-1]
			}
			switch {
			case e.class == "card":
				parent.card = e.text.String()
				continue
			case strings.HasPrefix(e.class, "a "):
				r.marks = append(r.marks, mark{e.class[2:], e.text.String(), e.card})
			case e.name == "h1", e.name == "p" && parent.name == "article":
				r.text += e.text.String() + " "
			}
			parent.text.WriteString(e.text.String())
		}
	}
	r.text = fold(r.text)
	return r
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestText: the text of the page is the article's, and everything found stands in it once, in its colour.
func TestText(t *testing.T) {
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	for _, file := range append(files, "../article/article.txt") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := svodka.Parse(string(text), time.Date(2023, 3, 15, 0, 0, 0, 0, time.UTC))
		if err != nil {
			t.Fatal(err)
		}
		r := readPage(t, pageOf(t, a))
		if d := cmp.Diff(fold(a.Text), r.text); d != "" {
			t.Errorf("%s: text (-want +got):\n%s", file, d)
		}
		want, got := map[mark]int{}, map[mark]int{}
		for _, h := range highlights(a) {
			want[mark{h.Class, fold(h.In(a.Text)), h.Card.Head + strings.Join(h.Card.Lines, "")}]++
		}
		for _, m := range r.marks {
			m.text = fold(m.text)
			got[m]++
		}
		if d := cmp.Diff(want, got, cmp.AllowUnexported(mark{})); d != "" || len(want) < 15 {
			t.Errorf("%s: highlights (-want +got):\n%s", file, d)
		}
	}
}

// TestCrossing: a highlight over the end of a paragraph or of another highlight goes on behind it.
func TestCrossing(t *testing.T) {
	a := &svodka.Article{Text: "абвгд\nежзик", Paragraphs: []parse.Paragraph{{Span: parse.Span{Start: 0, End: 10}}, {Span: parse.Span{Start: 11, End: 21}}}}
	q := func(start, end int) { // in letters
		at := func(n int) int { return 2*n - n/6 }
		a.Quotes = append(a.Quotes, quote.Quote{Span: parse.Span{Start: at(start), End: at(end)}, Kind: quote.Direct})
	}
	q(1, 3)
	q(2, 9)
	q(5, 6) // the line break alone
	var texts []string
	for _, m := range readPage(t, pageOf(t, a)).marks {
		texts = append(texts, m.text)
	}
	if got := strings.Join(texts, " "); got != "в бв гд ежз" {
		t.Errorf("got %q", got)
	}
}

// TestNodes: however highlights overlap, the text is all there and every highlight covers what it should.
func TestNodes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := strings.Repeat("мост", 10)
	for range 2000 {
		var hs []highlight
		want := map[string][]bool{}
		for i := range r.IntN(8) {
			start := 2 * r.IntN(len(text)/2)
			h := highlight{Class: fmt.Sprint(i), Span: parse.Span{Start: start, End: start + 2 + 2*r.IntN((len(text)-start)/2)}}
			hs = append(hs, h)
			want[h.Class] = cover(make([]bool, len(text)), h.Span)
		}
		slices.SortStableFunc(hs, order)
		var got strings.Builder
		covered := map[string][]bool{}
		at := 0
		var walk func(ns []node)
		walk = func(ns []node) {
			for _, n := range ns {
				if n.highlight == nil {
					got.WriteString(n.Text)
					at += len(n.Text)
					continue
				}
				if covered[n.Class] == nil {
					covered[n.Class] = make([]bool, len(text))
				}
				start := at
				walk(n.Inside)
				cover(covered[n.Class], parse.Span{Start: start, End: at})
			}
		}
		middle := 2 * r.IntN(len(text)/2)
		first, rest := nodes(text, parse.Span{Start: 0, End: middle}, hs)
		second, rest := nodes(text, parse.Span{Start: middle, End: len(text)}, rest)
		walk(first)
		walk(second)
		if got.String() != text || len(rest) > 0 {
			t.Fatalf("%v: text %q, %d left", hs, got.String(), len(rest))
		}
		if d := cmp.Diff(want, covered); d != "" {
			t.Fatalf("%v, two parts at %d (-want +got):\n%s", hs, middle, d)
		}
	}
}

func cover(bytes []bool, s parse.Span) []bool {
	for i := s.Start; i < s.End; i++ {
		bytes[i] = true
	}
	return bytes
}

// TestHostile: nothing of the text becomes markup, neither in the article nor in cards, titles and the picture.
func TestHostile(t *testing.T) {
	const evil = `</title></style></svg><script>alert(1)</script><img src=x onerror=alert(2)>"' onfocus="alert(3)`
	text := evil + "\n\n" + `Министр ` + evil + ` сказал: «` + evil + `». Сумма 5 млн рублей.` + "\n• " + evil + "\n"
	a, err := svodka.Parse(text, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(text, "Министр ") + len("Министр ")
	person := parse.Span{Start: at, End: at + len(evil)}
	a.Entities = []entity.Entity{{ID: 1, Type: entity.Person, Name: evil, Abbr: evil, Roles: []entity.Role{{Name: evil}}, Mentions: []entity.Mention{{Span: person, Text: evil}}}}
	at = strings.Index(text, "«") + len("«")
	a.Quotes = []quote.Quote{{Span: parse.Span{Start: at, End: at + len(evil)}, Text: evil, Kind: quote.Direct, SpeakerName: evil, Cue: evil}}
	a.Notes = []parse.Note{{Message: evil}}
	day, err := timeline.Parse("5 мая 2022 года", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	a.Events = []timeline.Event{{Text: evil, Date: day}, {Text: evil}}
	html := pageOf(t, a)
	r := readPage(t, html)
	for _, tag := range []string{"script", "img"} {
		if r.tags[tag] > 0 {
			t.Errorf("there is a <%s>", tag)
		}
	}
	for name := range r.attrs {
		if strings.HasPrefix(name, "on") {
			t.Errorf("there is an attribute %s", name)
		}
	}
	if r.tags["style"] != 1 || r.tags["svg"] != 1 || r.tags["title"] != 1 {
		t.Errorf("tags %v", r.tags)
	}
	if r.text != fold(text) {
		t.Errorf("text:\n%s", r.text)
	}
	for _, m := range r.marks {
		if m.class == "person" && !strings.Contains(m.card, evil) {
			t.Errorf("card %q", m.card)
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, text := range []string{"", "\n\n", "Мост."} {
		a, err := svodka.Parse(text, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		if r := readPage(t, pageOf(t, a)); r.text != fold(text) || len(r.marks) > 0 {
			t.Errorf("%q: got %q, %v", text, r.text, r.marks)
		}
	}
}

func TestRun(t *testing.T) {
	out := filepath.Join(t.TempDir(), "page.html")
	if err := run([]string{"../article/article.txt"}, "2023-03-15", out); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(out)
	if err != nil || !strings.Contains(string(b), "опубликовано 2023-03-15") {
		t.Errorf("%v\n%.2000s", err, b)
	}
	for _, c := range [][3]string{{"нет такой", "", out}, {"../article/article.txt", "вчера", out}, {"../article/article.txt", "", filepath.Join(out, "x")}} {
		if err := run([]string{c[0]}, c[1], c[2]); err == nil {
			t.Errorf("%q: no error", c)
		}
	}
}
