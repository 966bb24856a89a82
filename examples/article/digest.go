package main

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
	"github.com/svodka/svodka/timeline"
)

const width = 100 // columns

// digest prints an article for a person to read.
func digest(a *svodka.Article) string {
	p := new(printer)
	if len(a.Paragraphs) > 0 && a.Paragraphs[0].Kind == parse.Heading {
		p.wrap(0, 0, a.Paragraphs[0].In(a.Text))
	}
	p.speech(a)
	p.chronology(a)
	p.money(a)
	p.people(a)
	for _, n := range a.Notes {
		p.section("Замечания к тексту")
		p.wrap(2, 4, fmt.Sprintf("%d–%d: %s", n.Start, n.End, n.Message))
	}
	return strings.TrimLeft(p.b.String(), "\n")
}

// speech tells who said what: the sources in the order of the text, what each said under its name.
func (p *printer) speech(a *svodka.Article) {
	type source struct {
		id   int
		name string
	}
	var sources []source
	said := map[source][]string{}
	for q := range a.Speech() {
		s := source{q.SpeakerID, q.SpeakerName}
		if said[s] == nil {
			sources = append(sources, s)
		}
		words := q.Text
		if q.Kind != quote.Indirect {
			words = "«" + words + "»"
		}
		said[s] = append(said[s], words)
	}
	for _, s := range sources {
		p.section("Кто что сказал")
		p.wrap(2, 4, title(a, s.id, s.name))
		for _, words := range said[s] {
			p.wrap(4, 6, "— "+words)
		}
	}
}

// title is a name with the posts of its bearer.
func title(a *svodka.Article, id int, name string) string {
	if name == "" {
		return "Источник не назван"
	}
	if e := a.Entity(id); e != nil {
		name = e.Name
		for _, r := range e.Roles {
			name += ", " + r.Name
		}
	}
	return name
}

// chronology lists the events, the first one first.
func (p *printer) chronology(a *svodka.Article) {
	for _, e := range a.Events {
		p.section("Хронология")
		p.wrap(2, 14, fmt.Sprintf("%-10s  %s", day(e.Date), e.Text))
	}
}

// day is a year, a month or the first day of a date, as a Russian calendar shows them.
func day(d timeline.Date) string {
	from, to := d.From, d.To
	switch {
	case from.IsZero():
		return "—"
	case to == timeline.Moment{Year: from.Year + 1, Month: 1, Day: 1} && from.Month == 1 && from.Day == 1:
		return fmt.Sprint(from.Year)
	case len(d.Value) == len("2006-01") && to.Month == from.Month%12+1:
		return fmt.Sprintf("%02d.%d", from.Month, from.Year)
	}
	return fmt.Sprintf("%02d.%02d.%d", from.Day, from.Month, from.Year)
}

// money lists the sums as they stand and as numbers.
func (p *printer) money(a *svodka.Article) {
	for _, m := range a.Money {
		p.section("Суммы")
		p.wrap(2, 4, fmt.Sprintf("%-32s %s", m.Text, m.Format(language.Russian)))
	}
}

// people lists the persons by their full names, with their posts.
func (p *printer) people(a *svodka.Article) {
	for _, e := range a.Entities {
		if e.Type == entity.Person {
			p.section("Люди")
			p.wrap(2, 4, title(a, e.ID, e.Name))
		}
	}
}

// A printer lays out text in columns.
type printer struct {
	b    strings.Builder
	head string // the section it is in
}

// section prints a heading, once.
func (p *printer) section(head string) {
	if p.head != head {
		fmt.Fprintf(&p.b, "\n%s\n", strings.ToUpper(head))
		p.head = head
	}
}

// wrap prints text broken between words, with the indents of its first line and the others.
func (p *printer) wrap(first, rest int, text string) {
	line := []rune(strings.Repeat(" ", first) + strings.ReplaceAll(text, "\n", " "))
	for len(line) > width {
		at := width
		for at > rest && line[at] != ' ' {
			at--
		}
		if at <= rest {
			break // one long word
		}
		fmt.Fprintln(&p.b, string(line[:at]))
		line = append([]rune(strings.Repeat(" ", rest)), line[at+1:]...)
	}
	fmt.Fprintln(&p.b, string(line))
}
