package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/examples/internal/sheet"
	"github.com/svodka/svodka/timeline"
)

//go:embed chronology.html
var source string

// write writes the events; Merged.List of each is the index of its article.
func write(w io.Writer, as string, articles []article, events []timeline.Merged) error {
	switch as {
	case "text":
		return writeText(w, articles, events)
	case "json":
		return writeJSON(w, articles, events)
	case "html":
		return writeHTML(w, articles, events)
	}
	return fmt.Errorf("cannot write %q: use text, json or html", as)
}

func writeText(w io.Writer, articles []article, events []timeline.Merged) error {
	for _, e := range events {
		when := sheet.When(e.Date)
		if when == "" {
			when = "…"
		}
		if _, err := fmt.Fprintf(w, "%s (%s)\n    %s\n", when, articles[e.List].name, strings.Join(strings.Fields(e.Text), " ")); err != nil {
			return err
		}
	}
	return nil
}

// writeJSON writes the articles, and the events with the index of the article (list) and of the event there (index).
func writeJSON(w io.Writer, articles []article, events []timeline.Merged) error {
	type source struct {
		Name      string  `json:"name"`
		Published *string `json:"published"`
	}
	out := struct {
		Sources []source          `json:"sources"`
		Events  []timeline.Merged `json:"events"`
	}{[]source{}, events}
	for _, a := range articles {
		s := source{Name: a.name}
		if !a.published.IsZero() {
			day := svodka.FormatPublished(a.published)
			s.Published = &day
		}
		out.Sources = append(out.Sources, s)
	}
	if events == nil {
		out.Events = []timeline.Merged{}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// A page is what the template shows.
type page struct {
	Chronology *sheet.Chronology
	Sources    []row
}

type row struct {
	Name, Published string
	Events          int
}

func writeHTML(w io.Writer, articles []article, events []timeline.Merged) error {
	var p page
	for _, a := range articles {
		r := row{Name: a.name}
		if !a.published.IsZero() {
			r.Published = svodka.FormatPublished(a.published)
		}
		p.Sources = append(p.Sources, r)
	}
	var drawn []sheet.Event
	for _, e := range events {
		drawn = append(drawn, sheet.Event{Date: e.Date, Text: e.Text, Source: articles[e.List].name})
		p.Sources[e.List].Events++
	}
	p.Chronology = sheet.Draw(drawn)
	return sheet.Write(w, source, sheet.Page{Title: "Хронология", Body: p})
}
