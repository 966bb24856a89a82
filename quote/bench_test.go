package quote_test

import (
	"testing"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
)

func BenchmarkFind(b *testing.B) {
	for name, text := range golden.Articles(b) {
		doc := parse.Text(text)
		entities := entity.Find(doc)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				quote.Find(doc, entities)
			}
		})
	}
}
