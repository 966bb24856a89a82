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

// Many texts, one after the other, need no more room than the largest of them.
func ExampleDocument_Reset() {
	var doc parse.Document
	for _, text := range []string{"Мост откроют весной. Зимой его красят.", "Паром ушёл."} {
		doc.Reset(text)
		fmt.Println(len(doc.Paragraphs[0].Sentences), len(doc.Tokens))
	}
	// Output:
	// 2 8
	// 1 3
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

// The tokens of a span, with how they are written and what is compared: Ё and е are one letter, soft hyphens are none.
func ExampleDocument_Range() {
	doc := parse.Text("Ёлку по\u00adста\u00adвят в МосГорПарке США.")
	first, last := doc.Range(doc.Paragraphs[0].Sentences[0])
	for i := first; i < last; i++ {
		t := &doc.Tokens[i]
		fmt.Printf("%v %q title=%v upper=%v mixed=%v\n", t.Kind(), t.Key(), t.Shape()&parse.Title != 0, t.Shape()&parse.Upper != 0, t.Shape()&parse.Mixed != 0)
	}
	fmt.Println(doc.Cover(first, first+2).In(doc.Text) == "Ёлку по\u00adста\u00adвят")
	// Output:
	// word "елку" title=true upper=false mixed=false
	// word "поставят" title=false upper=false mixed=false
	// word "в" title=false upper=false mixed=false
	// word "мосгорпарке" title=true upper=false mixed=true
	// word "сша" title=false upper=true mixed=false
	// punct "" title=false upper=false mixed=false
	// true
}
