package entity_test

import (
	"fmt"
	"strings"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/parse"
)

const appointment = `Губернатор Приозёрского края Анна Дубровина сменила министра: вместо Павла Рощина ведомство возглавит Марина Корж, главный врач клиники «Надежда».

«Работы много», — сказала Корж. Дубровина пообещала ей помочь. Сам Рощин уходит в Приозёрский медицинский университет (ПМУ). В ПМУ его ждут с мая.`

// card prints a person: the name, the posts with where each is held, and the words the text calls the person by.
func card(e entity.Entity, all []entity.Entity) {
	fmt.Println(e.Name, "·", e.Gender)
	for _, r := range e.Roles {
		fmt.Print("  ", r.Name)
		if r.Org != 0 {
			fmt.Print(" → ", all[r.Org-1].Name) // IDs count from 1, in the order of the slice
		}
		fmt.Println()
	}
	var words []string
	for _, m := range e.Mentions {
		words = append(words, m.Text)
	}
	fmt.Println("  as:", strings.Join(words, ", "))
}

// The people of a news item: who they are, and every place where the text speaks of them.
func Example_people() {
	entities := entity.Find(parse.Text(appointment))
	for _, e := range entities {
		if e.Type == entity.Person {
			card(e, entities)
		}
	}
	// Output:
	// Анна Дубровина · female
	//   губернатор Приозёрского края → Приозёрский край
	//   as: Анна Дубровина, Дубровина
	// Павел Рощин · male
	//   as: Павла Рощина, Рощин, его
	// Марина Корж · female
	//   главный врач клиники «Надежда» → Надежда
	//   as: Марина Корж, Корж, ей
}
