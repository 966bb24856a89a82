// Package timeline finds time expressions in Russian news text, resolves them as a careful reader would, and puts
// chronologies in order.
//
//	doc := parse.Text("Мост закрыли прошлой весной. Движение откроют 5 мая.")
//	for _, m := range timeline.Find(doc, time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)) {
//		fmt.Println(m.Text, m.Value, m.From, m.To)
//	}
//	// прошлой весной 2022-SP 2022-03-01 2022-06-01
//	// 5 мая 2023-05-05 2023-05-05 2023-05-06
//
// [Find] finds every expression of a text; [Parse] reads one whole expression and says where it fails. Both give a [Date]: the
// type and the value of TIMEX3, a modifier (START, APPROX …; SINCE, UNTIL and BY are our additions, and so are two values joined
// by a slash), the time zone said in the text, and the stretch of the civil calendar the value covers as two moments, the
// second not included. Dates compare with ==, print themselves, survive JSON and text both ways, and are written as EDTF
// (ISO 8601-2) where that can say it ([Date.EDTF]). The package reads no clock: what an expression leaves out is resolved against
// the time of publication, which is an argument; where that is the zero time it stays open (XXXX-02-16).
//
// # What is found
//
// Days in digits and in words, with the year or without; months, quarters, halves, seasons, years, decades, centuries; weekdays;
// holidays, by their date or from Easter; what is counted from now or from a date told before (вчера, в прошлом году, через две
// недели, в тот же день); times of day, parts of the day; durations (полтора года, 12-часовой), sets (ежегодно, по пятницам, раз
// в месяц), ranges of all of them; and vague references (недавно, сейчас, в ближайшие дни). The span has the words that tell the
// time and those that modify it (в начале, около, каждый), and no other preposition; what until, by, since, before and after tell
// ([Mod]) may stand in front of the span: до, к, не позднее.
//
// Ages, anniversaries, numbers of laws and models, scores, prices, and the times that are part of a name («Россия сегодня»)
// are not found.
//
// # How they are resolved
//
// Reading and resolving are apart: an expression is first read off its tokens, with what it leaves out still open. Then, in the
// order of the text, a bare month or day takes its year from what the story told just before it, from the list it stands in,
// or from the tense of the verb that governs it: the last one before the publication for the past, the next one for the future,
// the nearest where the text does not say. Weekdays and times of day are resolved likewise. What is counted from the last date
// told takes that of the same sentence or the one before; what cannot be placed is PAST_REF or FUTURE_REF rather than a guess.
//
// # Chronologies
//
// [Events] finds lists whose items tell what happened when, and runs of lines that open with their dates, and gives their items
// in chronological order; lists of demands, names or rules, and dialogues, are none. A year told in the heading holds for the
// list, and a list that leaves out its years is read so that it runs in one direction. [Merge] makes one chronology of several.
//
// # Limits
//
// A week is that of ISO 8601 and belongs to the year of its Thursday. A season begins with its first month, a winter with
// December. The parts of a day have six hours each: night from midnight, morning from six. The night from one day to the next is
// the night of the second.
package timeline
