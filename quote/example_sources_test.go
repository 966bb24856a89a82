package quote_test

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
)

// A tally counts what a source said itself and what was retold of it.
type tally struct {
	name           string
	quoted, retold int
}

// count tells how often each source of a text speaks, the most talkative first.
func count(text string) (out []tally) {
	doc := parse.Text(text)
	for _, u := range quote.Speech(text, quote.Find(doc, entity.Find(doc))) {
		i := slices.IndexFunc(out, func(t tally) bool { return t.name == u.SpeakerName })
		if i < 0 {
			i = len(out)
			out = append(out, tally{name: u.SpeakerName})
		}
		if u.Kind == quote.Indirect {
			out[i].retold++
		} else {
			out[i].quoted++
		}
	}
	slices.SortStableFunc(out, func(a, b tally) int { return cmp.Compare(b.quoted+b.retold, a.quoted+a.retold) })
	return out
}

// Who is heard in an article, in their own words and in the author's.
func Example_sources() {
	for _, t := range count(`Мост через Лагоду откроют весной, сообщили в мэрии. «Осталось покрасить перила», — добавили в мэрии.

Прораб сказал: «Мы успеем». Он уточнил, что дорогу сделают осенью, и посоветовал «не торопить» рабочих.

По некоторым данным, работы подорожали.`) {
		fmt.Printf("%q: %d, %d\n", t.name, t.quoted, t.retold)
	}
	// Output:
	// "прораб": 2, 1
	// "мэрия": 1, 1
	// "": 0, 1
}
