package entity_test

import (
	"testing"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

func BenchmarkFind(b *testing.B) {
	for name, text := range golden.Articles(b) {
		b.Run(name, func(b *testing.B) {
			doc := parse.Text(text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				entity.Find(doc)
			}
		})
	}
}
