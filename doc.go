// Package svodka turns the text of a Russian news article into typed data: what is quoted and who said it, how much money,
// when, who and where, and what happened in which order.
//
//	article, err := svodka.Parse(text, published)
//	for q := range article.Speech() {
//		fmt.Printf("%s: %s\n", q.SpeakerName, q.Text)
//	}
//
// [Parse] wires five packages, each of use on its own:
//
//	            ┌─▶ money ────────────────┐
//	text ─▶ parse ─▶ timeline ─────────────┼─▶ Article
//	            └─▶ entity ─▶ quote ──────┘
//
// What each does:
//
//   - [github.com/svodka/svodka/parse] takes the text apart: paragraphs, lists, sentences, tokens, paired quotation marks.
//   - [github.com/svodka/svodka/money] finds amounts: $200 млрд, от 30 до 50 тыс. рублей.
//   - [github.com/svodka/svodka/timeline] finds dates, resolves them, and orders chronologies.
//   - [github.com/svodka/svodka/entity] finds persons, organisations and places, with full names and posts.
//   - [github.com/svodka/svodka/quote] finds quotations and reported speech, each with its speaker.
//
// # Places
//
// Every result has a [parse.Span]: half-open byte offsets into the text as given, on rune boundaries, so that
// text[s.Start:s.End] is what was found. Names made of the text (Entity.Name, Quote.SpeakerName) are in the nominative, composed
// (NFC) and without soft hyphens.
//
// # JSON
//
// The JSON of an [Article] is a published format. It is an object with published (a day, an RFC 3339 time or null), text,
// and the lists paragraphs, money, dates, events, entities, quotes and notes. A list is never null; an ID is at least 1, and
// null means there is none. [Article.UnmarshalJSON] gives the same article back, and refuses places that the text does not have.
// docs/json.md has a table of every field and value.
//
// The field mod is null where there is nothing to say. Of money it is approx, min (so much or more), max (so much or less) or range;
// of a date it is in capitals, as in TIMEX3: START, MID, END, APPROX, SINCE, UNTIL, BY, BEFORE, AFTER, MORE_THAN or LESS_THAN.
//
// # Limits
//
// The language is Russian as newsrooms write it. Nothing is looked up: no network, no clock, no environment; two people
// of one name in two articles are two to svodka. What a text does not tell stays unset. Text must be UTF-8 and at most
// [MaxBytes] long. Everything is safe for concurrent use.
package svodka
