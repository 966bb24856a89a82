// Package entity finds the persons, organisations and places of an article, gives each its full name in the nominative, ties
// its mentions together and says who holds which post.
//
//	doc := parse.Text("Президент Франции Эммануэль Макрон приехал. Макрона встретил министр.")
//	for _, e := range entity.Find(doc) {
//		fmt.Println(e.Type, e.Name, len(e.Mentions))
//	}
//	// place Франция 1
//	// person Эммануэль Макрон 2
//
// # What is found
//
// A mention by name covers the name alone: Владимира Рощина, МИД, «Весть» without its marks. Descriptors (компания, город)
// and posts are no part of it; a place inside an organisation's name is a mention of its own. Adjectives (российский) are no
// mentions. Media are organisations, countries and cities places.
//
// Names are marked by a small model, trained by the program in train and embedded; rules on top of it make entities
// of them. Entity.Name is the fullest name in the document, declined back to the nominative by rules and by the other
// mentions: Рощину is Рощин where the text has Павел Рощин, and Рощина where it has Вера Рощина. What cannot be told is left
// as it stands. A post, an adjective or a relative pronoun beside a name tells its gender too: певица Джоан Ли, Мишель Дорн,
// которая.
//
// Entity.Roles are the posts told beside the name (министр Анна Вереск; Олег Швец, глава палаты), those told of several at once
// (депутаты Иван Лосев и Олег Швец) and those stated with a verb (Рощин стал министром, министром назначен Рощин, Рощин занимал
// пост министра). A post in another case than the name is another's: заместитель | Сергея Веснина.
//
// # Who is who
//
// A surname, initials, an abbreviation introduced in brackets (Шанхайская организация сотрудничества (ШОС)) or well known (РФ),
// a post (президент Франции) and the pronouns он and она are tied to what they stand for, each with its [MentionKind]. Two
// people who share a surname stay two.
//
// # Limits
//
// Nothing is known beyond the text and the tables, and two articles' entities
// are not compared. Pronouns inside quotations are left alone.
package entity
