// Package parse takes the text of a news article apart, as a scraper brought it: paragraphs, items of lists, sentences, tokens
// and pairs of quotation marks.
//
//	doc := parse.Text(text)
//	for _, p := range doc.Paragraphs {
//		for _, s := range p.Sentences {
//			fmt.Println(s.In(doc.Text))
//		}
//	}
//
// [Text] takes any string and never fails. Line ends of every kind, no-break spaces, soft hyphens, zero-width characters and
// combining й and ё are understood; a byte that is not UTF-8 is a token of its own kind. Nothing is lost: [Document.Pieces]
// joined are the text.
//
// # Paragraphs
//
// A line is a paragraph, unless it goes on with the one above: indented under an item of a list, or small at the beginning
// where a long line breaks off. A line that begins with a bullet, a dash or a number and a space is an item; its level
// tells how deep its list stands in others, by indent. A short line that ends like no sentence is a heading.
//
// # Sentences
//
// A sentence ends at . ! ? … and what closes behind them, if one can begin there. Abbreviations (5 тыс. рублей, г. Тверь,
// и т. д.), initials (В. В. Рощин) and numbers do not end it; an abbreviation that may (в 2010 г.) does not before the verb
// has come. The words of an author behind a quotation (…», — сказал он.) stay in its sentence. What
// runs on for more than 4096 tokens is cut behind a comma.
//
// # Quotation marks
//
// Every shape is paired («», „“, “”, "", two apostrophes), nested to any depth; straight marks by what they touch. Where a mark is missing
// or serves two quotations, the [Mark] is damaged, reaches where a reader would see the words end, and leaves a [Note].
// Of the marks that a paragraph never closes the last 64 are told apart; what opens before them leaves one note.
//
// # Limits
//
// Markup is text like any other: take tags and entities out first. Text behind the first 2 GB is left out.
package parse
