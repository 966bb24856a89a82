package main

import (
	_ "embed"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/examples/internal/sheet"
	"github.com/svodka/svodka/parse"
)

//go:embed page.html
var source string

// A page is what the template shows.
type page struct {
	Heading    []node // empty where the article has none
	Published  string
	Summary    string
	Paragraphs []paragraph
	Chronology *sheet.Chronology
	People     []entity.Entity
	Money      []sum
	Notes      []parse.Note
}

type paragraph struct {
	Class, Marker string
	Nodes         []node
}

type sum struct {
	Start       int
	Text, Exact string
}

// render writes the page of an article.
func render(w io.Writer, a *svodka.Article) error {
	return sheet.Write(w, source, sheet.Page{Title: title(a), Body: build(a)})
}

// title is the heading, or the first sentence.
func title(a *svodka.Article) string {
	for _, p := range a.Paragraphs {
		for _, s := range p.Sentences {
			return s.In(a.Text)
		}
	}
	return "Без заголовка"
}

func build(a *svodka.Article) page {
	p := page{Notes: a.Notes}
	if !a.Published.IsZero() {
		p.Published = svodka.FormatPublished(a.Published)
	}
	speech := 0
	for i := range a.Quotes {
		if class, _ := quoteCard(&a.Quotes[i]); class != "" {
			speech++
		}
	}
	rest := highlights(a)
	for i, x := range a.Paragraphs {
		var here []node
		here, rest = nodes(a.Text, x.Body(), rest)
		if i == 0 && x.Kind == parse.Heading {
			p.Heading = here
			continue
		}
		class := x.Kind.String()
		if x.Level > 1 {
			class += fmt.Sprintf(" level%d", min(x.Level, 3))
		}
		p.Paragraphs = append(p.Paragraphs, paragraph{class, x.Marker, here})
	}
	var events []sheet.Event
	for _, e := range a.Events {
		events = append(events, sheet.Event{Date: e.Date, Text: e.Text})
	}
	p.Chronology = sheet.Draw(events)
	for _, e := range a.Entities {
		if e.Type == entity.Person {
			p.People = append(p.People, e)
		}
	}
	for _, m := range a.Money {
		p.Money = append(p.Money, sum{m.Start, m.Text, strings.TrimSpace(m.Amount.Format(language.Russian) + " " + m.Per)})
	}
	p.Summary = fmt.Sprintf("речь: %d, суммы: %d, даты: %d, люди: %d", speech, len(a.Money), len(a.Dates), len(p.People))
	return p
}
