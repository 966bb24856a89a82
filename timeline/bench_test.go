package timeline_test

import (
	"testing"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/timeline"
)

func BenchmarkFind(b *testing.B) {
	for name, text := range golden.Articles(b) {
		doc := parse.Text(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				timeline.Events(doc, timeline.Find(doc, published))
			}
		})
	}
}
