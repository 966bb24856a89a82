package entity

import (
	"testing"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

func BenchmarkTag(b *testing.B) {
	for name, text := range golden.Articles(b) {
		doc := parse.Text(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				tag(doc)
			}
		})
	}
}
