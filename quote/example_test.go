package quote_test

import (
	"fmt"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
)

func ExampleFind() {
	doc := parse.Text("«Мост готов, — рассказали в мэрии. — Его откроют весной». По данным газеты «Волна», движение «слегка задержат».")
	for _, q := range quote.Find(doc, entity.Find(doc)) {
		fmt.Printf("%v: %s; %s; %s; %d\n", q.Kind, q.Text, q.SpeakerName, q.Cue, q.Group)
	}
	// Output:
	// direct: Мост готов; мэрия; рассказали; 1
	// direct: Его откроют весной; мэрия; рассказали; 1
	// name: Волна; ; ; 0
	// indirect: движение «слегка задержат»; Волна; По данным; 0
	// fragment: слегка задержат; Волна; По данным; 0
}

// Two sources, one inside the other.
func ExampleFind_nested() {
	doc := parse.Text("Прораб заявил, что мост готов, сообщает «Волна».")
	for _, q := range quote.Find(doc, nil) {
		if q.Kind == quote.Indirect {
			fmt.Printf("%s: %s\n", q.SpeakerName, q.Text)
		}
	}
	// Output:
	// Волна: Прораб заявил, что мост готов
	// прораб: мост готов
}

func ExampleSpeech() {
	text := "«Мост готов, — рассказали в мэрии. — Его откроют весной». Прораб сообщил, что осталось «покрасить перила»."
	for _, u := range quote.Speech(text, quote.Find(parse.Text(text), nil)) {
		fmt.Println(u)
	}
	// Output:
	// мэрия: Мост готов. Его откроют весной
	// прораб: осталось «покрасить перила»
}

func ExampleEvidence() {
	doc := parse.Text("Прораб сообщил, что мост готов. «Осталось покрасить перила, и всё».")
	for _, q := range quote.Find(doc, nil) {
		fmt.Println(q.Evidence, q.SpeakerName)
	}
	// Output:
	// clause прораб
	// carried прораб
}

func ExampleKind() {
	doc := parse.Text("Мэрия назвала роман «Мост» «большой удачей», а «критики» молчат.")
	for _, q := range quote.Find(doc, nil) {
		fmt.Println(q.Kind, q.Text)
	}
	// Output:
	// name Мост
	// fragment большой удачей
	// scare критики
}
