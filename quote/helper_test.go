package quote_test

import (
	"fmt"
	"strings"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
)

// marked takes the entities out of a text that shows them in brackets, so that the tests do not hang on what entity finds:
//
//	[[Рощин]] · [[Рощина=Иван Рощин]]   a person, with the full name where it is another
//	[[@Заря]] · [[#Озёрска=Озёрск]]     an organisation, a place
//	[[~он=Иван Рощин]] · [[%мэр=Иван Рощин]]  a pronoun, a post that stands for a person
//	[[!Мэр Озёрска=Иван Рощин]]  the role of a person
func marked(input string) (text string, entities []entity.Entity) {
	var b strings.Builder
	at := map[string]int{}
	for {
		before, rest, ok := strings.Cut(input, "[[")
		b.WriteString(before)
		if !ok {
			return b.String(), entities
		}
		inside, after, _ := strings.Cut(rest, "]]")
		input = after
		if inside == "" {
			continue
		}
		role := false
		e, m := entity.Entity{Type: entity.Person}, entity.Mention{Kind: entity.ByName}
		switch inside[0] {
		case '@':
			e.Type, inside = entity.Org, inside[1:]
		case '#':
			e.Type, inside = entity.Place, inside[1:]
		case '~':
			m.Kind, inside = entity.ByPronoun, inside[1:]
		case '!':
			role, inside = true, inside[1:]
		case '%':
			m.Kind, inside = entity.ByRole, inside[1:]
		}
		m.Text, e.Name, ok = strings.Cut(inside, "=")
		if !ok {
			e.Name = m.Text
		}
		m.Span = parse.Span{Start: b.Len(), End: b.Len() + len(m.Text)}
		b.WriteString(m.Text)
		i, known := at[e.Name]
		if !known {
			i = len(entities)
			at[e.Name] = i
			e.ID, e.Gender = i+1, gender(e)
			entities = append(entities, e)
		}
		if role {
			entities[i].Roles = append(entities[i].Roles, entity.Role{Span: m.Span, Text: m.Text, Name: strings.ToLower(m.Text)})
			continue
		}
		entities[i].Mentions = append(entities[i].Mentions, m)
	}
}

// gender tells that of a person by the first word of the name, well enough for the names of the tests.
func gender(e entity.Entity) entity.Gender {
	first, _, _ := strings.Cut(e.Name, " ")
	switch {
	case e.Type != entity.Person:
		return 0
	case strings.HasSuffix(first, "а"), strings.HasSuffix(first, "я"):
		return entity.Female
	}
	return entity.Male
}

// show prints quotes, one a line: the kind, the words, who says them, the cue, the evidence and the group.
func show(quotes []quote.Quote) string {
	var b strings.Builder
	for _, q := range quotes {
		fmt.Fprintf(&b, "%v %s", q.Kind, strings.ReplaceAll(q.Text, "\n", "¶"))
		if q.Kind != quote.Name && q.Kind != quote.Scare {
			fmt.Fprintf(&b, " | %s", or(q.Speaker, "—"))
			if q.SpeakerName != q.Speaker {
				fmt.Fprintf(&b, " = %s", or(q.SpeakerName, "—"))
			}
			if q.SpeakerID != 0 {
				fmt.Fprintf(&b, " %d", q.SpeakerID)
			}
			fmt.Fprintf(&b, " | %s | %s", or(q.Cue, "—"), or(q.Evidence.String(), "—"))
		}
		if q.Group != 0 {
			fmt.Fprintf(&b, " | group %d", q.Group)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
