// Package quote finds quotations and reported speech, and says whose they are.
//
//	doc := parse.Text("«Мост готов, — рассказали в мэрии. — Его откроют весной».")
//	for _, q := range quote.Find(doc, entity.Find(doc)) {
//		fmt.Println(q.Kind, q.Text, q.SpeakerName, q.Cue, q.Group) // direct Мост готов мэрия рассказали 1 …
//	}
//
// [Find] gives a [Quote] for every pair of quotation marks and every stretch of reported speech; [Speech] joins the pieces of
// interrupted ones and leaves out what is no speech.
//
// # What is found
//
// Each pair of marks is of a [Kind]: the whole clause somebody said ([Direct]), some words in the author's sentence
// ([Fragment]), a title or proper name ([Name]), or words nobody is quoted by ([Scare]). Speech without marks is [Indirect]: the
// reported clause, without что and without the author's words (N сообщил, что …; …, сообщает N; по данным N, …; … . Об этом
// сообщил N), or [Direct] where it is set apart: turns of an interview, also on one line, lines of a dialogue, a paragraph behind a
// colon.
//
// The words of a quote stand without their outer marks, without the comma or full stop before the author's words; ?, ! and …
// belong to them. A quotation that the author's words interrupt has a quote for each piece, with the same Group; so has one
// of several paragraphs that each open with a mark. Quotations in each other and reports in each other (N заявил, что …,
// сообщает M) are quotes of their own, the wider one first. Damaged pairs of marks are read to where the speech ends; the
// notes of the document tell of them.
//
// # Who speaks
//
// Speaker is the words that name the source, in that sentence or near it, without a post before a name; SpeakerName is its
// fullest name in the nominative, SpeakerID its entity. Persons, pronouns, posts, organisations, the press, unnamed sources and
// documents speak. Several joined by и are one Speaker without an ID. Where the text does not say, Speaker is empty
// (сообщается, что …). Cue is the verb or noun that reports; the table of them, with what they govern, is
// internal/lex/words/speech.txt. [Evidence] tells how words, cue and source are tied, so that what rests on other
// sentences alone ([Carried], [Repeated]) can be told from what the author wrote beside them.
//
// # Limits
//
// An infinitive or a noun reports nothing (призвал открыть, объявил об открытии), nor does a sentence that goes on with a
// report without saying so. Indirect questions are not told of. Lines of a dialogue without the author's words have no speaker.
// Names come from the entities given: without them speakers keep the form the text has them in, but for common nouns.
// Quotations deeper than 16 pairs of marks are not told of.
package quote
