package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/parse"
)

// A node is a piece of a paragraph: plain text, or a highlight with what stands in it.
type node struct {
	Text string
	*highlight
	Inside []node
}

// A highlight is an annotation as the page shows it.
type highlight struct {
	parse.Span
	Class   string // for its colour and its line
	ID      string // of a sum and of the first mention of an entity, to link to
	Speaker string // of speech
	Card    card
}

// highlights are the annotations worth a colour, in order.
func highlights(a *svodka.Article) (out []highlight) {
	linked := map[int]bool{}
	for x := range a.Annotations() {
		h := highlight{Span: x.Span}
		switch {
		case x.Quote != nil:
			h.Class, h.Card = quoteCard(x.Quote)
			h.Speaker = h.Card.Head
		case x.Money != nil:
			h.Class, h.Card, h.ID = "money", moneyCard(x.Money), fmt.Sprintf("m%d", x.Start)
		case x.Date != nil:
			h.Class, h.Card = "date", dateCard(x.Date)
		case x.Mention != nil:
			h.Class, h.Card = x.Entity.Type.String(), entityCard(x.Entity)
			if !linked[x.Entity.ID] {
				linked[x.Entity.ID], h.ID = true, fmt.Sprintf("e%d", x.Entity.ID)
			}
		}
		if h.Class != "" && h.Start < h.End {
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, order)
	attribute(out)
	return out
}

// order is by the beginnings, what holds another thing before it; words that are both speech and a sum are a sum that is spoken of.
func order(x, y highlight) int {
	return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End), -cmp.Compare(x.Speaker, y.Speaker))
}

// attribute tells on every card who speaks of it.
func attribute(hs []highlight) {
	var speech []highlight // that goes on
	for i := range hs {
		h := &hs[i]
		for len(speech) > 0 && speech[len(speech)-1].End <= h.Start {
			speech = speech[:len(speech)-1]
		}
		if h.Speaker != "" {
			speech = append(speech, *h)
		} else if len(speech) > 0 {
			h.Card.add("речь: " + speech[len(speech)-1].Speaker)
		}
	}
}

// nodes makes a tree of a stretch of the text and the highlights in it. It gives back those behind it, and of one that goes on
// there the rest.
func nodes(text string, in parse.Span, hs []highlight) (out []node, rest []highlight) {
	at := in.Start
	plain := func(to int) {
		if at < to {
			out = append(out, node{Text: text[at:to]})
			at = to
		}
	}
	for len(hs) > 0 && hs[0].Start < in.End {
		h := hs[0]
		if h.Start = max(h.Start, at); h.End > in.End {
			beyond := h
			beyond.Start, beyond.ID = in.End, ""
			put(hs, beyond)
			h.End = in.End
		} else {
			hs = hs[1:]
		}
		if h.Start >= h.End {
			continue // it stands between two paragraphs
		}
		plain(h.Start)
		n := node{highlight: &h}
		n.Inside, hs = nodes(text, h.Span, hs)
		out = append(out, n)
		at = h.End
	}
	plain(in.End)
	return out, hs
}

// put puts a highlight in its place, in the room of the first.
func put(hs []highlight, h highlight) {
	i, _ := slices.BinarySearchFunc(hs[1:], h, order)
	copy(hs, hs[1:i+1])
	hs[i] = h
}
