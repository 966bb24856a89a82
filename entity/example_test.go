package entity_test

import (
	"fmt"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/parse"
)

func ExampleFind() {
	doc := parse.Text("Президента Франции Эммануэля Макрона встретили в Самарканде. Макрон доволен.")
	for _, e := range entity.Find(doc) {
		fmt.Println(e.ID, e.Type, e.Name)
		for _, r := range e.Roles {
			fmt.Println("  post:", r.Name, "at", r.Org)
		}
		for _, m := range e.Mentions {
			fmt.Printf("  %d–%d %v %s\n", m.Start, m.End, m.Kind, m.Text)
		}
	}
	// Output:
	// 1 place Франция
	//   21–35 name Франции
	// 2 person Эммануэль Макрон
	//   post: президент Франции at 1
	//   36–69 name Эммануэля Макрона
	//   114–126 name Макрон
	// 3 place Самарканд
	//   92–112 name Самарканде
}

// An abbreviation introduced in brackets, and pronouns, are tied to what they stand for.
func ExampleFind_coreference() {
	doc := parse.Text("Шанхайская организация сотрудничества (ШОС) выбрала главу. Им стал Иван Петров. Раньше он работал в Москве. В ШОС ждут перемен.")
	for _, e := range entity.Find(doc) {
		fmt.Printf("%s [%s]:", e.Name, e.Abbr)
		for _, m := range e.Mentions {
			fmt.Print(" ", m.Text)
		}
		fmt.Println()
	}
	// Output:
	// Шанхайская организация сотрудничества [ШОС]: Шанхайская организация сотрудничества ШОС ШОС
	// Иван Петров []: Иван Петров он
	// Москва []: Москве
}
