package parse_test

import (
	"fmt"
	"strings"

	"github.com/svodka/svodka/parse"
)

const scraped = "Что известно о мосте\r\n\r\nМост через Лагоду строят с 2019\u00a0г. Его длина\u202f— 800 м.\r\n\r\nВ планах:\r\n\t• подходы\r\n\t\t– левый берег;\r\n\t\t– правый берег;\r\n\t• освещение.\r\n"

// outline prints what a paragraph is, indented by its level.
func outline(text string, p parse.Paragraph) {
	fmt.Printf("%s%v", strings.Repeat("  ", p.Level), p.Kind)
	if p.Marker != "" {
		fmt.Printf(" %s", p.Marker)
	}
	fmt.Println()
	for _, s := range p.Sentences {
		fmt.Printf("%s| %s\n", strings.Repeat("  ", p.Level), s.In(text))
	}
}

// The outline of a text as it came from a page: headings, items with their levels, sentences.
func Example_outline() {
	doc := parse.Text(scraped)
	for _, p := range doc.Paragraphs {
		outline(doc.Text, p)
	}
	// Output:
	// heading
	// | Что известно о мосте
	// text
	// | Мост через Лагоду строят с 2019 г.
	// | Его длина — 800 м.
	// heading
	// | В планах:
	//   item •
	//   | • подходы
	//     item –
	//     | – левый берег;
	//     item –
	//     | – правый берег;
	//   item •
	//   | • освещение.
}
