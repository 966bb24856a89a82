package svodka

import (
	"cmp"
	"iter"
	"slices"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
	"github.com/svodka/svodka/timeline"
)

// An Annotation is one thing found at one place of the text. Exactly one of the pointers Money to Note is set; they point into
// the article.
type Annotation struct {
	parse.Span
	Money   *money.Mention
	Date    *timeline.Mention
	Event   *timeline.Event
	Mention *entity.Mention // of Entity
	Role    *entity.Role    // of Entity
	Quote   *quote.Quote
	Note    *parse.Note

	Entity *entity.Entity // whose mention or role it is
}

// String is the place, what kind of thing it is and what that prints: 89:103 money 5 рублей; 26:48 date 2022-05-03.
func (x Annotation) String() string {
	what := ""
	switch {
	case x.Money != nil:
		what = " money " + x.Money.String()
	case x.Date != nil:
		what = " " + x.Date.String() // it begins with the type: date, time, duration, set
	case x.Event != nil:
		what = " event " + x.Event.String()
	case x.Mention != nil:
		what = " mention " + x.Mention.String()
	case x.Role != nil:
		what = " role " + x.Role.String()
	case x.Quote != nil:
		what = " quote " + x.Quote.String()
	case x.Note != nil:
		what = " note " + x.Note.Message
	}
	return x.Span.String() + what
}

// Annotations yields everything found in the text, in its order: by the beginning, and what holds another thing before it.
func (a Article) Annotations() iter.Seq[Annotation] {
	return func(yield func(Annotation) bool) {
		for _, x := range a.annotations() {
			if !yield(x) {
				return
			}
		}
	}
}

func (a Article) annotations() (out []Annotation) {
	for i := range a.Money {
		out = append(out, Annotation{Span: a.Money[i].Span, Money: &a.Money[i]})
	}
	for i := range a.Dates {
		out = append(out, Annotation{Span: a.Dates[i].Span, Date: &a.Dates[i]})
	}
	for i := range a.Events {
		out = append(out, Annotation{Span: a.Events[i].Span, Event: &a.Events[i]})
	}
	for i := range a.Quotes {
		out = append(out, Annotation{Span: a.Quotes[i].Span, Quote: &a.Quotes[i]})
	}
	for i := range a.Notes {
		out = append(out, Annotation{Span: a.Notes[i].Span, Note: &a.Notes[i]})
	}
	for i := range a.Entities {
		e := &a.Entities[i]
		for k := range e.Mentions {
			out = append(out, Annotation{Span: e.Mentions[k].Span, Mention: &e.Mentions[k], Entity: e})
		}
		for k := range e.Roles {
			out = append(out, Annotation{Span: e.Roles[k].Span, Role: &e.Roles[k], Entity: e})
		}
	}
	slices.SortStableFunc(out, func(x, y Annotation) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	return out
}

// Entity is the entity with an ID; nil where there is none.
func (a Article) Entity(id int) *entity.Entity {
	for i := range a.Entities {
		if a.Entities[i].ID == id {
			return &a.Entities[i]
		}
	}
	return nil
}
