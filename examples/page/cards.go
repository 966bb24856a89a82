package main

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/examples/internal/sheet"
	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/quote"
	"github.com/svodka/svodka/timeline"
)

// A card tells what is meant: a head, and the rest line by line.
type card struct {
	Head  string
	Lines []string
}

// add appends a line unless it is empty or the head again.
func (c *card) add(line string) {
	if line != "" && line != c.Head {
		c.Lines = append(c.Lines, line)
	}
}

// quoteCard tells who said it. Titles and irony get no highlight.
func quoteCard(q *quote.Quote) (class string, c card) {
	said := map[quote.Kind]string{quote.Direct: "цитата", quote.Fragment: "слова в цитате", quote.Indirect: "пересказ"}[q.Kind]
	if said == "" {
		return "", c
	}
	if c.Head = q.SpeakerName; c.Head == "" {
		c.Head = "Источник не назван"
	}
	if q.Cue != "" {
		said += ": «" + q.Cue + "»"
	}
	c.add(said)
	return q.Kind.String(), c
}

// moneyCard tells the exact sum.
func moneyCard(m *money.Mention) (c card) {
	c.Head = m.Amount.Format(language.Russian)
	if m.Currency == "" {
		c.add("валюта из текста не ясна")
	} else {
		c.add(string(m.Currency) + ", " + m.Currency.Name())
	}
	c.add(m.Per)
	return c
}

// dateCard tells the days meant.
func dateCard(d *timeline.Mention) (c card) {
	vague := map[string]string{"PAST_REF": "в прошлом", "PRESENT_REF": "сейчас", "FUTURE_REF": "в будущем"}
	types := map[timeline.Type]string{timeline.Duration: "длительность", timeline.Set: "повторяется"}
	c.Head = sheet.When(d.Date)
	if c.Head == "" {
		c.Head = vague[d.Value]
	}
	if c.Head == "" {
		c.Head = d.Text
	}
	c.add(modifier(d.Mod))
	c.add(types[d.Type])
	if strings.HasPrefix(d.Value, "XX") {
		c.add("год из текста не ясен")
	}
	c.add(d.Zone)
	c.add("TIMEX3: " + d.Value)
	return c
}

func modifier(m timeline.Mod) string {
	switch m {
	case timeline.Start:
		return "начало"
	case timeline.Mid:
		return "середина"
	case timeline.End:
		return "конец"
	case timeline.Approx:
		return "около"
	case timeline.Since:
		return "с этого времени"
	case timeline.Until:
		return "до этого времени"
	case timeline.By:
		return "к этому сроку"
	case timeline.Before:
		return "раньше"
	case timeline.After:
		return "позже"
	case timeline.MoreThan:
		return "не меньше"
	case timeline.LessThan:
		return "не больше"
	}
	return ""
}

// entityCard tells the full name and the posts.
func entityCard(e *entity.Entity) (c card) {
	c.Head = e.Name
	for _, r := range e.Roles {
		c.add(r.Name)
	}
	if len(e.Roles) == 0 {
		c.add(map[entity.Type]string{entity.Person: "человек", entity.Org: "организация", entity.Place: "место"}[e.Type])
	}
	c.add(string(e.Abbr))
	return c
}
