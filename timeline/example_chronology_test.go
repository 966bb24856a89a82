package timeline_test

import (
	"fmt"
	"time"

	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/timeline"
)

// Three articles about one story, published at different times, each with a list of its own.
var articles = []struct {
	name      string
	published time.Time
	text      string
}{
	{"Вестник", time.Date(2021, 1, 18, 0, 0, 0, 0, time.UTC), `Заповедник остался без директора.

— 11 декабря Зимин запретил вырубку.
— 29 декабря на него пожаловались лесорубы.
— 15 января министерство уволило Зимина.
`},
	{"Лузская правда", time.Date(2021, 6, 2, 0, 0, 0, 0, time.UTC), `Суд вернул директора заповедника. Что было раньше:

• Зимин руководил заповедником с 2009 года.
• В декабре он поссорился с министерством.
• 15 января его уволили.
• Через три дня он подал в суд.
• 1 июня суд восстановил его в должности.
`},
	{"Лес", time.Date(2020, 12, 13, 0, 0, 0, 0, time.UTC), `Хроника 12 декабря

10:35 — техника въезжает в заповедник.
11:20 — егеря перекрывают дорогу.
Около полудня техника уезжает.
`},
}

// A program that reads several articles and tells their story in order, with the source of every line.
func Example() {
	var lists [][]timeline.Event
	for _, a := range articles {
		doc := parse.Text(a.text)
		lists = append(lists, timeline.Events(doc, timeline.Find(doc, a.published)))
	}
	day := timeline.Moment{}
	for _, m := range timeline.Merge(lists...) {
		if d := (timeline.Moment{Year: m.From.Year, Month: m.From.Month, Day: m.From.Day}); d != day {
			day = d
			fmt.Println(day)
		}
		fmt.Printf("  %s (%s)\n", m.Text, articles[m.List].name)
	}
	// Output:
	// 2009-01-01
	//   Зимин руководил заповедником с 2009 года. (Лузская правда)
	// 2020-12-01
	//   В декабре он поссорился с министерством. (Лузская правда)
	// 2020-12-11
	//   11 декабря Зимин запретил вырубку. (Вестник)
	// 2020-12-12
	//   10:35 — техника въезжает в заповедник. (Лес)
	//   11:20 — егеря перекрывают дорогу. (Лес)
	//   Около полудня техника уезжает. (Лес)
	// 2020-12-29
	//   29 декабря на него пожаловались лесорубы. (Вестник)
	// 2021-01-15
	//   15 января министерство уволило Зимина. (Вестник)
	//   15 января его уволили. (Лузская правда)
	// 2021-01-18
	//   Через три дня он подал в суд. (Лузская правда)
	// 2021-06-01
	//   1 июня суд восстановил его в должности. (Лузская правда)
}
