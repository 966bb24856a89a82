package parse_test

import (
	"fmt"

	"github.com/svodka/svodka/parse"
)

func ExampleText() {
	doc := parse.Text("Мост откроют в 2025 г. Об этом сообщил В. В. Рощин.\n  • 3 марта — первая свая.")
	for _, p := range doc.Paragraphs {
		fmt.Printf("%v %q\n", p.Kind, p.Marker)
		for _, s := range p.Sentences {
			fmt.Printf("  %d–%d %s\n", s.Start, s.End, s.In(doc.Text))
		}
	}
	// Output:
	// text ""
	//   0–35 Мост откроют в 2025 г.
	//   36–84 Об этом сообщил В. В. Рощин.
	// item "•"
	//   87–130 • 3 марта — первая свая.
}

// Every pair of quotation marks is found with what stands inside; a damaged one leaves a note.
func ExampleDocument_marks() {
	doc := parse.Text("Он назвал «Газету „Весть“» лучшей. Завод «Заря остановлен.")
	for _, m := range doc.Marks {
		fmt.Println(m.Depth, m.Inner.In(doc.Text), m.Damaged)
	}
	for _, n := range doc.Notes {
		fmt.Printf("%d: %s\n", n.Start, n.Message)
	}
	// Output:
	// 0 Газету „Весть“ false
	// 1 Весть false
	// 0 Заря остановлен true
	// 77: quotation that never closes
}

func ExampleDocument_Pieces() {
	doc := parse.Text("Рост 3,5 %!")
	for piece, token := range doc.Pieces() {
		if token != nil {
			fmt.Printf("%s:%v ", piece, token.Kind())
		}
	}
	// Output: Рост:word 3:number ,:punct 5:number %:symbol !:punct
}
